use super::{EventKind, NewEvent, Token, session};
use crate::{
    Error, Store,
    engine::{Transaction, on_engine, on_pool},
};
use chrono::{DateTime, Utc};
use domain::PersonId;
use sqlx::FromRow;
use uuid::Uuid;

/// One place where a person is signed in.
#[derive(Clone, Debug, FromRow)]
pub struct OpenSession {
    pub id: Uuid,
    pub created_at: DateTime<Utc>,
    /// At most a minute behind.
    pub seen_at: DateTime<Utc>,
    pub address: String,
    pub agent: String,
}

impl Store {
    /// Where a person is signed in, the newest sign-in first.
    pub async fn sessions_of(&self, person: PersonId, now: DateTime<Utc>) -> Result<Vec<OpenSession>, Error> {
        Ok(on_pool!(self, |db| sqlx::query_as(
            "select id, created_at, seen_at, address, agent from session
             where person_id = $1 and seen_at > $2 and created_at > $3 and replaced_at is null
             order by created_at desc, id"
        )
        .bind(person)
        .bind(now - session::IDLE)
        .bind(now - session::ABSOLUTE)
        .fetch_all(db)
        .await)?)
    }

    /// Ends one of a person's own sessions. False when there is none of that id.
    pub async fn end_session(&self, person: PersonId, id: Uuid, now: DateTime<Utc>) -> Result<bool, Error> {
        let mut db = self.write().await?;
        let ended = on_engine!(&mut db, |db| sqlx::query("delete from session where person_id = $1 and id = $2")
            .bind(person)
            .bind(id)
            .execute(db)
            .await
            .map(|done| done.rows_affected()))?;
        if ended == 0 {
            return Ok(false);
        }
        let event = NewEvent::new(EventKind::SessionEnded, person);
        db.log(&event, now).await?;
        db.commit().await?;
        Ok(true)
    }

    /// Signing out twice does no harm.
    pub async fn sign_out(&self, token: &Token, now: DateTime<Utc>) -> Result<(), Error> {
        let mut db = self.write().await?;
        let ended: Option<(PersonId, String)> = on_engine!(&mut db, |db| sqlx::query_as(
            "delete from session where token_hash = $1 returning person_id, address"
        )
        .bind(token.hash())
        .fetch_optional(db)
        .await)?;
        if let Some((person, address)) = ended {
            let event = NewEvent::new(EventKind::SignedOut, person).from(address);
            db.log(&event, now).await?;
        }
        Ok(db.commit().await?)
    }

    /// Ends every session of a person but one, if one is given; says how many.
    pub async fn sign_out_everywhere(
        &self,
        person: PersonId,
        except: Option<&Token>,
        now: DateTime<Utc>,
    ) -> Result<u64, Error> {
        let mut db = self.write().await?;
        let ended = db.end_sessions(person, except).await?;
        if ended > 0 {
            let event = NewEvent::new(EventKind::SessionEnded, person).with(&format!("{ended}"));
            db.log(&event, now).await?;
        }
        db.commit().await?;
        Ok(ended)
    }
}

impl Transaction {
    pub async fn end_sessions(&mut self, person: PersonId, except: Option<&Token>) -> sqlx::Result<u64> {
        // No token has an empty hash.
        let except = except.map(Token::hash).unwrap_or_default();
        on_engine!(self, |db| sqlx::query("delete from session where person_id = $1 and token_hash <> $2")
            .bind(person)
            .bind(except)
            .execute(db)
            .await
            .map(|done| done.rows_affected()))
    }
}
