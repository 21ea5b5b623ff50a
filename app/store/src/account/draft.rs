use crate::{
    Error, Store,
    engine::{Transaction, on_engine, on_pool},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{OrganisationId, PersonId};
use sqlx::FromRow;

/// Whose half-written form it is, and where the form is sent.
#[derive(Clone, Copy, Debug)]
pub struct DraftKey<'a> {
    pub organisation: OrganisationId,
    pub person: PersonId,
    /// Below the organisation, as "innovations/5/updates/new": it names the form and what it is about.
    pub address: &'a str,
}

#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Draft {
    /// The form's name, as its page says it; empty where it was never told.
    pub form: String,
    #[sqlx(rename = "subject")]
    pub address: String,
    /// The fields as they were sent.
    pub body: String,
    pub saved_at: DateTime<Utc>,
}

pub(super) const KEPT: TimeDelta = TimeDelta::days(30);
/// Of one person in one organisation; the oldest go first.
const MOST: i64 = 50;

impl Store {
    /// Replaces an earlier draft of the same form: the last save stands. An empty name leaves the one it has.
    pub async fn save_draft(&self, key: DraftKey<'_>, form: &str, body: &str, now: DateTime<Utc>) -> Result<(), Error> {
        let mut db = self.write().await?;
        if !db.replace_draft(key, form, body, now).await? {
            db.add_draft(key, form, body, now).await?;
        }
        Ok(db.commit().await?)
    }

    pub async fn draft(&self, key: DraftKey<'_>, now: DateTime<Utc>) -> Result<Option<Draft>, Error> {
        Ok(on_pool!(self, |db| sqlx::query_as(
            "select form, subject, body, saved_at from draft where organisation_id = $1 and person_id = $2
             and subject = $3 and saved_at > $4"
        )
        .bind(key.organisation)
        .bind(key.person)
        .bind(key.address)
        .bind(now - KEPT)
        .fetch_optional(db)
        .await)?)
    }

    /// All that a person has half-written in an organisation, newest first.
    pub async fn drafts(
        &self,
        organisation: OrganisationId,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Result<Vec<Draft>, Error> {
        Ok(on_pool!(self, |db| sqlx::query_as(
            "select form, subject, body, saved_at from draft where organisation_id = $1 and person_id = $2
             and saved_at > $3 order by saved_at desc, subject"
        )
        .bind(organisation)
        .bind(person)
        .bind(now - KEPT)
        .fetch_all(db)
        .await)?)
    }

    /// The form was sent, or the person wants none of it. Looks first: most forms have no draft, and writers take turns.
    pub async fn drop_draft(&self, key: DraftKey<'_>) -> Result<(), Error> {
        if self.draft(key, DateTime::UNIX_EPOCH).await?.is_none() {
            return Ok(());
        }
        let mut db = self.write().await?;
        on_engine!(&mut db, |db| {
            sqlx::query("delete from draft where organisation_id = $1 and person_id = $2 and subject = $3")
                .bind(key.organisation)
                .bind(key.person)
                .bind(key.address)
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

impl Transaction {
    /// False when there is none to replace.
    async fn replace_draft(
        &mut self,
        key: DraftKey<'_>,
        form: &str,
        body: &str,
        now: DateTime<Utc>,
    ) -> sqlx::Result<bool> {
        on_engine!(self, |db| {
            sqlx::query(
                "update draft set form = case when $4 = '' then form else $4 end, body = $5, saved_at = $6
                 where organisation_id = $1 and person_id = $2 and subject = $3",
            )
            .bind(key.organisation)
            .bind(key.person)
            .bind(key.address)
            .bind(form)
            .bind(body)
            .bind(now)
            .execute(db)
            .await
            .map(|done| done.rows_affected() > 0)
        })
    }

    async fn add_draft(&mut self, key: DraftKey<'_>, form: &str, body: &str, now: DateTime<Utc>) -> sqlx::Result<()> {
        on_engine!(self, |db| {
            sqlx::query(
                "insert into draft (organisation_id, person_id, subject, form, body, saved_at)
                 values ($1, $2, $3, $4, $5, $6)
                 on conflict (organisation_id, person_id, form, subject)
                 do update set body = excluded.body, saved_at = excluded.saved_at",
            )
            .bind(key.organisation)
            .bind(key.person)
            .bind(key.address)
            .bind(form)
            .bind(body)
            .bind(now)
            .execute(db)
            .await
            .map(drop)
        })?;
        on_engine!(self, |db| {
            sqlx::query(
                "delete from draft where organisation_id = $1 and person_id = $2 and subject not in (
                     select subject from draft where organisation_id = $1 and person_id = $2
                     order by saved_at desc limit $3)",
            )
            .bind(key.organisation)
            .bind(key.person)
            .bind(MOST)
            .execute(db)
            .await
            .map(drop)
        })
    }
}
