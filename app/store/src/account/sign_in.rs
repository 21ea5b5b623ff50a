use super::{Client, EventKind, NewEvent, Token, chance, hashing, limit::Limit, token::digest};
use crate::{
    Error, Store,
    engine::{on_engine, on_pool},
};
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use domain::{Email, PersonId};
use sqlx::FromRow;
use std::time::Duration;

/// Why a password was not taken.
#[derive(Debug)]
pub enum SignInRefusal {
    /// The same for a wrong password, an unknown address, a disabled person and one without a password.
    Wrong,
    TooMany {
        retry_after: Duration,
    },
    Failed(Error),
}

impl<E: Into<Error>> From<E> for SignInRefusal {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

#[derive(FromRow)]
pub(super) struct Credentials {
    pub id: PersonId,
    pub email: Email,
    pub password_hash: Option<String>,
}

impl Store {
    /// Takes the same steps and the same work whatever is wrong, so that neither tells whether an account exists.
    /// A try counts before the password is looked at; a success gives it back, so that an office behind one
    /// address is not held up by colleagues who know their passwords.
    pub async fn sign_in(
        &self,
        email: &Email,
        password: &str,
        client: &Client<'_>,
        now: DateTime<Utc>,
    ) -> Result<(Token, PersonId), SignInRefusal> {
        let limits = [Limit::of_address(client), Limit::of_account(email)];
        self.may_try(&limits, client, now).await?;
        let found: Option<Credentials> =
            on_pool!(self, |db| sqlx::query_as("select id, email, password_hash from person where email = $1")
                .bind(email)
                .fetch_optional(db)
                .await)?;
        let kept = found.as_ref().and_then(|found| found.password_hash.as_deref());
        let right = hashing::matches(password, kept).await?;
        if let Some(found) = found.as_ref().filter(|_| right)
            && let Some(token) = self.admit(found, &limits, client, now).await?
        {
            return Ok((token, found.id));
        }
        let person = found.map(|found| found.id);
        let event = NewEvent::new(EventKind::SignInFailed, person).from(client.address());
        self.log_event(&event, now).await?;
        Err(SignInRefusal::Wrong)
    }

    /// Counts a try against every limit, and refuses it if one is reached.
    pub(super) async fn may_try(
        &self,
        limits: &[Limit],
        client: &Client<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), SignInRefusal> {
        let mut db = self.write().await?;
        let mut waits = None;
        for limit in limits {
            waits = db.count(limit, now).await?;
            if waits.is_some() {
                // One event a minute for each limit: whoever keeps trying does not fill the disk.
                let minute = now.duration_trunc(TimeDelta::minutes(1)).unwrap_or(now);
                let mut rest = [0; 10];
                rest.copy_from_slice(&digest(&[limit.key().as_bytes()])[..10]);
                let event = NewEvent::new(EventKind::SignInLimited, None).from(client.address());
                db.log_as(chance::id_of(minute, &rest), &event, now).await?;
                break;
            }
        }
        db.commit().await?;
        match waits {
            Some(retry_after) => Err(SignInRefusal::TooMany { retry_after }),
            None => Ok(()),
        }
    }

    /// Nothing when the person was disabled, or the password changed while it was being checked.
    async fn admit(
        &self,
        found: &Credentials,
        limits: &[Limit; 2],
        client: &Client<'_>,
        now: DateTime<Utc>,
    ) -> Result<Option<Token>, Error> {
        let mut db = self.write().await?;
        // Holds the person's row until the commit: a change of password comes wholly before or wholly after.
        let still = on_engine!(&mut db, |db| {
            sqlx::query(
                "update person set signed_in_at = $3 where id = $1 and password_hash = $2 and disabled_at is null",
            )
            .bind(found.id)
            .bind(&found.password_hash)
            .bind(now)
            .execute(db)
            .await
            .map(|done| done.rows_affected())
        })?;
        if still == 0 {
            return Ok(None);
        }
        let [address, account] = limits;
        db.uncount(address).await?;
        db.forget(account).await?;
        let token = db.open_session(found.id, client, now).await?;
        let event = NewEvent::new(EventKind::SignedIn, found.id).from(client.address());
        db.log(&event, now).await?;
        db.commit().await?;
        Ok(token)
    }
}
