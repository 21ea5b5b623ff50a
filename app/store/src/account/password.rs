use super::{
    Client, EventKind, LinkKind, LinkRefusal, NewAccount, NewEvent, OneTimeLink, SignInRefusal, Token, hashing,
    limit::Limit, sign_in::Credentials,
};
use crate::{
    Store,
    engine::{Transaction, on_engine, on_pool},
};
use chrono::{DateTime, Utc};
use domain::{Email, NewPassword, PersonId};

impl Store {
    /// Ends every other session of the person, and voids their links. Wrong old passwords count against the limits
    /// of signing in: whoever finds a browser open cannot try them all.
    pub async fn change_password(
        &self,
        person: PersonId,
        old: &str,
        new: &NewPassword,
        current: &Token,
        client: &Client<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), SignInRefusal> {
        let found: Option<Credentials> = on_pool!(self, |db| sqlx::query_as(
            "select id, email, password_hash from person where id = $1 and disabled_at is null"
        )
        .bind(person)
        .fetch_optional(db)
        .await)?;
        let found = found.ok_or(SignInRefusal::Wrong)?;
        let limits = [Limit::of_address(client), Limit::of_account(&found.email)];
        self.may_try(&limits, client, now).await?;
        if !hashing::matches(old, found.password_hash.as_deref()).await? {
            return Err(SignInRefusal::Wrong);
        }
        let hash = hashing::hash(new.expose()).await?;
        let mut db = self.write().await?;
        let changed = on_engine!(&mut db, |db| {
            sqlx::query(
                "update person set password_hash = $3 where id = $1 and password_hash = $2 and disabled_at is null",
            )
            .bind(person)
            .bind(&found.password_hash)
            .bind(&hash)
            .execute(db)
            .await
            .map(|done| done.rows_affected())
        })?;
        if changed == 0 {
            return Err(SignInRefusal::Wrong);
        }
        let [address, account] = &limits;
        db.uncount(address).await?;
        db.forget(account).await?;
        db.end_sessions(person, Some(current)).await?;
        db.void_links(person).await?;
        let event = NewEvent::new(EventKind::PasswordChanged, person).from(client.address());
        db.log(&event, now).await?;
        Ok(db.commit().await?)
    }

    /// Uses the link up, ends every session of its person and lets them sign in at once with the new password. Only
    /// a reset replaces a password: whoever sees another's invitation cannot take over their account by it.
    pub async fn set_password_by_link(
        &self,
        token: &Token,
        new: &NewPassword,
        client: &Client<'_>,
        now: DateTime<Utc>,
    ) -> Result<PersonId, LinkRefusal> {
        let seen = self.look_at_link(token, now).await?;
        if seen.person.is_none() || (seen.has_password && seen.kind != LinkKind::Reset) {
            return Err(LinkRefusal::NotForThis);
        }
        let hash = hashing::hash(new.expose()).await?;
        let mut db = self.write().await?;
        // The person's row first, as everywhere: two that wait for each other's rows would both fail.
        let email = db.set_password(&seen, &hash).await?;
        let (Some(person), Some(email)) = (seen.person, email) else {
            return Err(LinkRefusal::NotForThis);
        };
        let link = db.use_link(token, now).await?;
        db.forget(&Limit::of_account(&email)).await?;
        db.end_sessions(person, None).await?;
        db.void_links(person).await?;
        let event = NewEvent::new(EventKind::PasswordSet, person).from(client.address()).with(link.kind.as_str());
        db.log(&event, now).await?;
        db.commit().await?;
        Ok(person)
    }

    /// Uses up a link that names nobody yet, and adds the person who holds it.
    pub async fn add_person_by_link(
        &self,
        token: &Token,
        new: &NewAccount,
        password: &NewPassword,
        client: &Client<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), LinkRefusal> {
        if self.look_at_link(token, now).await?.person.is_some() {
            return Err(LinkRefusal::NotForThis);
        }
        let hash = hashing::hash(password.expose()).await?;
        let mut db = self.write().await?;
        let link = db.use_link(token, now).await?;
        if !db.add_person(new, Some(&hash), now).await? {
            return Err(LinkRefusal::EmailTaken);
        }
        let event = NewEvent::new(EventKind::PersonAdded, new.id)
            .within(link.organisation)
            .by(link.created_by)
            .from(client.address())
            .with(link.kind.as_str());
        db.log(&event, now).await?;
        Ok(db.commit().await?)
    }
}

impl Transaction {
    /// The person's address, when they may have the password.
    async fn set_password(&mut self, link: &OneTimeLink, hash: &str) -> sqlx::Result<Option<Email>> {
        on_engine!(self, |db| {
            sqlx::query_scalar(
                "update person set password_hash = $2
             where id = $1 and disabled_at is null and ($3 or password_hash is null) returning email",
            )
            .bind(link.person)
            .bind(hash)
            .bind(link.kind == LinkKind::Reset)
            .fetch_optional(db)
            .await
        })
    }
}
