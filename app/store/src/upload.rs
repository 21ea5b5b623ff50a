//! The file that a person is about to bring in: kept between the pages of an import, the last few of a person.
use crate::{
    Error, Reach, Store,
    engine::{on_engine, on_pool},
};
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::FromRow;
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Upload {
    /// In the addresses of its pages.
    pub id: Uuid,
    /// As the browser called the file.
    pub name: String,
    pub body: Vec<u8>,
}

/// Whoever has not gone on by then brings the file again.
pub(crate) const KEPT: TimeDelta = TimeDelta::days(1);
/// How many stay when another comes: the pages of several tabs, and the rows to be mended of the last import.
const BESIDE: i64 = 3;

impl Store {
    /// The person's earlier ones here go, but for the newest.
    pub async fn keep_upload(&self, reach: &Reach, upload: &Upload, now: DateTime<Utc>) -> Result<(), Error> {
        let mut db = self.write().await?;
        on_engine!(&mut db, |db| {
            sqlx::query(
                "delete from upload where organisation_id = $1 and person_id = $2 and id not in (
                     select id from upload where organisation_id = $1 and person_id = $2 order by at desc, id desc limit $3
                 )",
            )
            .bind(reach.portfolio().id)
            .bind(reach.actor().person)
            .bind(BESIDE)
            .execute(db)
            .await
            .map(drop)
        })?;
        on_engine!(&mut db, |db| {
            sqlx::query(
                "insert into upload (organisation_id, person_id, id, name, body, at) values ($1, $2, $3, $4, $5, $6)
                 on conflict (organisation_id, person_id, id) do nothing",
            )
            .bind(reach.portfolio().id)
            .bind(reach.actor().person)
            .bind(upload.id)
            .bind(&upload.name)
            .bind(&upload.body)
            .bind(now)
            .execute(db)
            .await
            .map(drop)
        })?;
        Ok(db.commit().await?)
    }

    /// None when it is somebody else's, of another organisation, or has been taken away.
    pub async fn upload(&self, reach: &Reach, id: Uuid) -> Result<Option<Upload>, Error> {
        Ok(on_pool!(self, |db| {
            sqlx::query_as(
                "select id, name, body from upload where organisation_id = $1 and person_id = $2 and id = $3",
            )
            .bind(reach.portfolio().id)
            .bind(reach.actor().person)
            .bind(id)
            .fetch_optional(db)
            .await
        })?)
    }

    pub async fn drop_upload(&self, reach: &Reach, id: Uuid) -> Result<(), Error> {
        let mut db = self.write().await?;
        on_engine!(&mut db, |db| {
            sqlx::query("delete from upload where organisation_id = $1 and person_id = $2 and id = $3")
                .bind(reach.portfolio().id)
                .bind(reach.actor().person)
                .bind(id)
                .execute(db)
                .await
                .map(drop)
        })?;
        Ok(db.commit().await?)
    }
}
