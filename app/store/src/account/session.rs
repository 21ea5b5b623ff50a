use super::{Client, Token, chance};
use crate::{
    Error, Store,
    engine::{Transaction, on_engine, on_pool},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{Email, Language, PersonId};
use sqlx::FromRow;
use uuid::Uuid;

/// How a person proved who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum Assurance {
    Password,
}

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Names the session in lists; it is no secret.
    pub id: Uuid,
    pub person: PersonId,
    pub name: String,
    pub email: Email,
    pub language: Language,
    pub created_at: DateTime<Utc>,
    pub assurance: Assurance,
    /// Their rights are others than at the time the token was given: take a new one by `Store::rotate`.
    pub rights_changed: bool,
}

/// A session ends when nothing was asked for so long. As `seen_at` lags up to a minute, it may end a minute early.
pub(super) const IDLE: TimeDelta = TimeDelta::hours(8);
/// A session ends so long after its sign-in, however busy it is.
pub(super) const ABSOLUTE: TimeDelta = TimeDelta::days(7);
/// A replaced token serves so much longer: requests that were on their way with it are not refused.
pub(super) const GRACE: TimeDelta = TimeDelta::seconds(30);
const SEEN_EVERY: TimeDelta = TimeDelta::minutes(1);

#[derive(FromRow)]
struct Row {
    id: Uuid,
    person_id: PersonId,
    name: String,
    email: Email,
    language: Language,
    created_at: DateTime<Utc>,
    seen_at: DateTime<Utc>,
    replaced_at: Option<DateTime<Utc>>,
    assurance: Assurance,
    rights_changed: bool,
}

impl Row {
    fn is_over(&self, now: DateTime<Utc>) -> bool {
        now >= self.seen_at + IDLE
            || now >= self.created_at + ABSOLUTE
            || self.replaced_at.is_some_and(|at| now >= at + GRACE)
    }
}

impl From<Row> for Session {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            name: row.name,
            email: row.email,
            language: row.language,
            created_at: row.created_at,
            assurance: row.assurance,
            rights_changed: row.rights_changed && row.replaced_at.is_none(),
        }
    }
}

impl Store {
    /// Who holds this token, if it still counts. One query; once a minute one write as well, which may fail without
    /// harm (a full disk does not sign anybody out).
    pub async fn session(&self, token: &Token, now: DateTime<Utc>) -> Result<Option<Session>, Error> {
        let hash = token.hash();
        let row: Option<Row> = on_pool!(self, |db| {
            sqlx::query_as(
                "select s.id, s.person_id, p.name, p.email, p.language, s.created_at, s.seen_at, s.replaced_at,
                s.assurance, s.rights_version <> p.rights_version as rights_changed
             from session s join person p on p.id = s.person_id
             where s.token_hash = $1 and p.disabled_at is null",
            )
            .bind(&hash)
            .fetch_optional(db)
            .await
        })?;
        let Some(row) = row.filter(|row| !row.is_over(now)) else {
            return Ok(None);
        };
        if now >= row.seen_at + SEEN_EVERY
            && let Err(error) = self.see(&hash, now).await
        {
            tracing::warn!(%error, "a session's time could not be kept");
        }
        Ok(Some(row.into()))
    }

    /// Opens a session for a person who was let in by other means than a password typed now, such as a link just
    /// used. Nothing for a disabled person.
    pub async fn begin_session(
        &self,
        person: PersonId,
        client: &Client<'_>,
        now: DateTime<Utc>,
    ) -> Result<Option<Token>, Error> {
        let mut db = self.write().await?;
        let token = db.open_session(person, client, now).await?;
        db.commit().await?;
        Ok(token)
    }

    /// A new token for the same session, whose end does not move. Nothing when the session is over or another
    /// request has just replaced the token: that one's answer carries the new one.
    pub async fn rotate(&self, token: &Token, now: DateTime<Utc>) -> Result<Option<Token>, Error> {
        if self.session(token, now).await?.is_none() {
            return Ok(None);
        }
        let (old, new) = (token.hash(), Token::random());
        let mut db = self.write().await?;
        let replaced = on_engine!(&mut db, |db| sqlx::query(
            "update session set replaced_at = $2 where token_hash = $1 and replaced_at is null"
        )
        .bind(&old)
        .bind(now)
        .execute(db)
        .await
        .map(|done| done.rows_affected()))?;
        if replaced == 0 {
            return Ok(None);
        }
        on_engine!(&mut db, |db| {
            sqlx::query(
            "insert into session (token_hash, id, person_id, created_at, seen_at, address, agent, assurance, rights_version)
             select $2, $3, s.person_id, s.created_at, $4, s.address, s.agent, s.assurance, p.rights_version
             from session s join person p on p.id = s.person_id where s.token_hash = $1"
        )
        .bind(&old)
        .bind(new.hash())
        .bind(chance::id())
        .bind(now)
        .execute(db)
        .await
        .map(drop)
        })?;
        db.commit().await?;
        Ok(Some(new))
    }

    async fn see(&self, hash: &str, now: DateTime<Utc>) -> sqlx::Result<()> {
        let mut db = self.write().await?;
        on_engine!(&mut db, |db| sqlx::query(
            "update session set seen_at = $2 where token_hash = $1 and seen_at < $2"
        )
        .bind(hash)
        .bind(now)
        .execute(db)
        .await
        .map(drop))?;
        db.commit().await
    }
}

impl Transaction {
    pub async fn open_session(
        &mut self,
        person: PersonId,
        client: &Client<'_>,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Option<Token>> {
        let token = Token::random();
        let opened = on_engine!(self, |db| {
            sqlx::query(
            "insert into session (token_hash, id, person_id, created_at, seen_at, address, agent, assurance, rights_version)
             select $2, $3, id, $4, $4, $5, $6, $7, rights_version from person where id = $1 and disabled_at is null"
        )
        .bind(person)
        .bind(token.hash())
        .bind(chance::id())
        .bind(now)
        .bind(client.address())
        .bind(client.agent())
        .bind(Assurance::Password)
        .execute(db)
        .await
        .map(|done| done.rows_affected())
        })?;
        Ok((opened == 1).then_some(token))
    }
}
