use crate::{
    Error, Store,
    engine::{on_engine, on_pool},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{OrganisationId, PersonId};
use sqlx::FromRow;

/// Whose half-written form it is, and what it is about.
#[derive(Clone, Copy, Debug)]
pub struct DraftKey<'a> {
    pub organisation: OrganisationId,
    pub person: PersonId,
    /// The form's name.
    pub form: &'a str,
    /// The record's id, or empty for a new record.
    pub subject: &'a str,
}

#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Draft {
    /// The fields as they were sent.
    pub body: String,
    pub saved_at: DateTime<Utc>,
}

pub(super) const KEPT: TimeDelta = TimeDelta::days(30);

impl Store {
    /// Replaces an earlier draft of the same form: the last save stands.
    pub async fn save_draft(&self, key: DraftKey<'_>, body: &str, now: DateTime<Utc>) -> Result<(), Error> {
        let mut db = self.write().await?;
        on_engine!(&mut db, |db| sqlx::query(
            "insert into draft (organisation_id, person_id, form, subject, body, saved_at)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (organisation_id, person_id, form, subject)
             do update set body = excluded.body, saved_at = excluded.saved_at"
        )
        .bind(key.organisation)
        .bind(key.person)
        .bind(key.form)
        .bind(key.subject)
        .bind(body)
        .bind(now)
        .execute(db)
        .await
        .map(drop))?;
        Ok(db.commit().await?)
    }

    pub async fn draft(&self, key: DraftKey<'_>, now: DateTime<Utc>) -> Result<Option<Draft>, Error> {
        Ok(on_pool!(self, |db| sqlx::query_as(
            "select body, saved_at from draft where organisation_id = $1 and person_id = $2
             and form = $3 and subject = $4 and saved_at > $5"
        )
        .bind(key.organisation)
        .bind(key.person)
        .bind(key.form)
        .bind(key.subject)
        .bind(now - KEPT)
        .fetch_optional(db)
        .await)?)
    }

    /// The form was sent, or the person wants none of it.
    pub async fn drop_draft(&self, key: DraftKey<'_>) -> Result<(), Error> {
        let mut db = self.write().await?;
        on_engine!(&mut db, |db| {
            sqlx::query(
                "delete from draft where organisation_id = $1 and person_id = $2 and form = $3 and subject = $4",
            )
            .bind(key.organisation)
            .bind(key.person)
            .bind(key.form)
            .bind(key.subject)
            .execute(db)
            .await
            .map(drop)
        })?;
        Ok(db.commit().await?)
    }

    /// Removes what was saved 30 days ago or earlier; says how many.
    pub async fn clear_old_drafts(&self, now: DateTime<Utc>) -> Result<u64, Error> {
        self.clear("delete from draft where saved_at <= $1", now - KEPT).await
    }
}
