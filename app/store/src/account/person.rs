use super::{EventKind, NewEvent, hashing};
use crate::{
    Error, Store,
    engine::{Transaction, on_engine, on_pool},
};
use chrono::{DateTime, Utc};
use domain::{Email, Language, Name, NewPassword, OrganisationId, PersonId};
use sqlx::FromRow;

/// A person who may be able to sign in.
#[derive(Clone, Debug, FromRow)]
pub struct Account {
    pub id: PersonId,
    pub email: Email,
    pub name: String,
    pub language: Language,
    pub has_password: bool,
    pub signed_in_at: Option<DateTime<Utc>>,
    pub disabled_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
}

#[derive(Clone, Debug)]
pub struct NewAccount {
    pub id: PersonId,
    pub email: Email,
    pub name: Name,
    pub language: Language,
}

macro_rules! account {
    ($where:literal) => {
        concat!(
            "select id, email, name, language, password_hash is not null as has_password,
                signed_in_at, disabled_at, created_at from person ",
            $where
        )
    };
}

impl Store {
    pub async fn person_by_email(&self, email: &Email) -> Result<Option<Account>, Error> {
        Ok(on_pool!(self, |db| sqlx::query_as(account!("where email = $1")).bind(email).fetch_optional(db).await)?)
    }

    pub async fn account(&self, person: PersonId) -> Result<Option<Account>, Error> {
        Ok(on_pool!(self, |db| sqlx::query_as(account!("where id = $1")).bind(person).fetch_optional(db).await)?)
    }

    /// A person without a password, to whom a link can be sent. False when the address belongs to somebody already.
    pub async fn add_person(&self, new: &NewAccount, by: Option<PersonId>, now: DateTime<Utc>) -> Result<bool, Error> {
        let mut db = self.write().await?;
        if !db.add_person(new, None, now).await? {
            return Ok(false);
        }
        let event = NewEvent::new(EventKind::PersonAdded, new.id).by(by);
        db.log(&event, now).await?;
        db.commit().await?;
        Ok(true)
    }

    /// A person who can sign in at once: by whoever runs the server, never through a page. False when the address
    /// belongs to somebody already.
    pub async fn add_person_with_password(
        &self,
        new: &NewAccount,
        password: &NewPassword,
        now: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let hash = hashing::hash(password.expose()).await?;
        let mut db = self.write().await?;
        if !db.add_person(new, Some(&hash), now).await? {
            return Ok(false);
        }
        db.log(&NewEvent::new(EventKind::PersonAdded, new.id), now).await?;
        db.log(&NewEvent::new(EventKind::PasswordSet, new.id), now).await?;
        db.commit().await?;
        Ok(true)
    }

    /// False when there is no such person.
    pub async fn rename_person(
        &self,
        person: PersonId,
        name: &Name,
        language: Language,
        by: PersonId,
        now: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let mut db = self.write().await?;
        let renamed =
            on_engine!(&mut db, |db| sqlx::query("update person set name = $2, language = $3 where id = $1")
                .bind(person)
                .bind(name.to_string())
                .bind(language)
                .execute(db)
                .await
                .map(|done| done.rows_affected()))?;
        if renamed == 0 {
            return Ok(false);
        }
        let event = NewEvent::new(EventKind::PersonRenamed, person).by(by);
        db.log(&event, now).await?;
        db.commit().await?;
        Ok(true)
    }

    /// From the next request on the person is signed out everywhere, and their links are void. False when they were
    /// disabled already.
    pub async fn disable_person(
        &self,
        person: PersonId,
        by: impl Into<Option<PersonId>>,
        now: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let mut db = self.write().await?;
        let disabled = on_engine!(&mut db, |db| sqlx::query(
            "update person set disabled_at = $2 where id = $1 and disabled_at is null"
        )
        .bind(person)
        .bind(now)
        .execute(db)
        .await
        .map(|done| done.rows_affected()))?;
        if disabled == 0 {
            return Ok(false);
        }
        db.end_sessions(person, None).await?;
        db.void_links(person).await?;
        let event = NewEvent::new(EventKind::PersonDisabled, person).by(by);
        db.log(&event, now).await?;
        db.commit().await?;
        Ok(true)
    }

    /// The old password works again. False when they were not disabled.
    pub async fn enable_person(
        &self,
        person: PersonId,
        by: impl Into<Option<PersonId>>,
        now: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let mut db = self.write().await?;
        let enabled = on_engine!(&mut db, |db| sqlx::query(
            "update person set disabled_at = null where id = $1 and disabled_at is not null"
        )
        .bind(person)
        .execute(db)
        .await
        .map(|done| done.rows_affected()))?;
        if enabled == 0 {
            return Ok(false);
        }
        let event = NewEvent::new(EventKind::PersonEnabled, person).by(by);
        db.log(&event, now).await?;
        db.commit().await?;
        Ok(true)
    }

    /// Who of those who hold or held a place in an organisation cannot sign in anywhere.
    pub async fn disabled_in(&self, organisation: OrganisationId) -> Result<Vec<PersonId>, Error> {
        Ok(on_pool!(self, |db| sqlx::query_scalar(
            "select distinct p.id from person p join record r on r.person_id = p.id
             where r.organisation_id = $1 and r.noun = 'membership' and p.disabled_at is not null"
        )
        .bind(organisation)
        .fetch_all(db)
        .await)?)
    }

    /// To be called when a membership of theirs changed: each of their sessions is then told to take a new token.
    pub async fn rights_changed(&self, person: PersonId) -> Result<(), Error> {
        let mut db = self.write().await?;
        db.rights_changed(person).await?;
        Ok(db.commit().await?)
    }
}

impl Transaction {
    pub async fn rights_changed(&mut self, person: PersonId) -> sqlx::Result<()> {
        on_engine!(self, |db| sqlx::query("update person set rights_version = rights_version + 1 where id = $1")
            .bind(person)
            .execute(db)
            .await
            .map(drop))
    }

    /// False when the address is taken.
    pub async fn add_person(
        &mut self,
        new: &NewAccount,
        password_hash: Option<&str>,
        now: DateTime<Utc>,
    ) -> sqlx::Result<bool> {
        on_engine!(self, |db| {
            sqlx::query(
                "insert into person (id, email, name, language, password_hash, rights_version, created_at)
             values ($1, $2, $3, $4, $5, 1, $6) on conflict (email) do nothing",
            )
            .bind(new.id)
            .bind(&new.email)
            .bind(new.name.to_string())
            .bind(new.language)
            .bind(password_hash)
            .bind(now)
            .execute(db)
            .await
            .map(|done| done.rows_affected() == 1)
        })
    }
}
