//! Until when a person has seen what changed in an organisation.
use crate::{
    Error, Reach, Store,
    engine::{on_engine, on_pool},
};
use chrono::{DateTime, SubsecRound, Utc};

impl Store {
    /// None when they never said so.
    pub async fn glance(&self, reach: &Reach) -> Result<Option<DateTime<Utc>>, Error> {
        Ok(on_pool!(self, |db| {
            sqlx::query_scalar("select at from glance where organisation_id = $1 and person_id = $2")
                .bind(reach.portfolio().id)
                .bind(reach.actor().person)
                .fetch_optional(db)
                .await
        })?)
    }

    /// They have seen everything up to an instant; an older page sent late takes nothing back.
    pub async fn keep_glance(&self, reach: &Reach, at: DateTime<Utc>) -> Result<(), Error> {
        let mut db = self.write().await?;
        on_engine!(&mut db, |db| {
            sqlx::query(
                "insert into glance (organisation_id, person_id, at) values ($1, $2, $3)
                 on conflict (organisation_id, person_id) do update set at = excluded.at where glance.at < excluded.at",
            )
            .bind(reach.portfolio().id)
            .bind(reach.actor().person)
            .bind(at.trunc_subsecs(6))
            .execute(db)
            .await
            .map(drop)
        })?;
        Ok(db.commit().await?)
    }
}
