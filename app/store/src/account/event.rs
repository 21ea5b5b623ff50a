use super::{chance, client::plain};
use crate::{
    Error, Store,
    engine::{Transaction, on_engine, on_pool},
};
use chrono::{DateTime, Utc};
use domain::{OrganisationId, PersonId};
use sqlx::FromRow;
use uuid::Uuid;

/// What the log of sign-ins and administration tells of. The words for it are written where pages are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum EventKind {
    SignedIn,
    SignInFailed,
    SignInLimited,
    SignedOut,
    SessionEnded,
    PasswordChanged,
    PasswordSet,
    LinkMade,
    LinkUsed,
    PersonAdded,
    PersonRenamed,
    PersonDisabled,
    PersonEnabled,
    MembershipAdded,
    MembershipChanged,
    MembershipEnded,
}

/// Something to log: whom it is about, who did it (when somebody else), where.
#[derive(Clone, Debug)]
pub struct NewEvent {
    pub kind: EventKind,
    pub organisation: Option<OrganisationId>,
    pub person: Option<PersonId>,
    pub actor: Option<PersonId>,
    /// Empty when no request caused it.
    pub address: String,
    /// One line of at most 200 characters; never a secret.
    pub detail: String,
}

#[derive(Clone, Debug, FromRow)]
pub struct Event {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    pub kind: EventKind,
    #[sqlx(rename = "organisation_id")]
    pub organisation: Option<OrganisationId>,
    #[sqlx(rename = "person_id")]
    pub person: Option<PersonId>,
    #[sqlx(rename = "actor_id")]
    pub actor: Option<PersonId>,
    pub address: String,
    pub detail: String,
}

impl EventKind {
    pub const ALL: [Self; 16] = [
        Self::SignedIn,
        Self::SignInFailed,
        Self::SignInLimited,
        Self::SignedOut,
        Self::SessionEnded,
        Self::PasswordChanged,
        Self::PasswordSet,
        Self::LinkMade,
        Self::LinkUsed,
        Self::PersonAdded,
        Self::PersonRenamed,
        Self::PersonDisabled,
        Self::PersonEnabled,
        Self::MembershipAdded,
        Self::MembershipChanged,
        Self::MembershipEnded,
    ];
}

impl NewEvent {
    pub fn new(kind: EventKind, person: impl Into<Option<PersonId>>) -> Self {
        Self {
            kind,
            organisation: None,
            person: person.into(),
            actor: None,
            address: String::new(),
            detail: String::new(),
        }
    }

    #[must_use]
    pub fn by(mut self, actor: impl Into<Option<PersonId>>) -> Self {
        self.actor = actor.into();
        self
    }

    #[must_use]
    pub fn within(mut self, organisation: impl Into<Option<OrganisationId>>) -> Self {
        self.organisation = organisation.into();
        self
    }

    #[must_use]
    pub fn from(mut self, address: String) -> Self {
        self.address = address;
        self
    }

    #[must_use]
    pub fn with(mut self, detail: &str) -> Self {
        self.detail = plain(detail, 200);
        self
    }
}

/// Events on one page of the log.
pub const EVENTS_ON_A_PAGE: usize = 50;
const PAGE: i64 = 50;

impl Store {
    pub async fn log_event(&self, event: &NewEvent, now: DateTime<Utc>) -> Result<(), Error> {
        let mut db = self.write().await?;
        db.log(event, now).await?;
        Ok(db.commit().await?)
    }

    /// Fifty events of an organisation's administration, and of the accounts of everyone who holds or held a place
    /// there, newest first; `before` is the last id of the page before.
    pub async fn events(&self, organisation: OrganisationId, before: Option<Uuid>) -> Result<Vec<Event>, Error> {
        Ok(on_pool!(self, |db| {
            sqlx::query_as(
                "select * from account_event where (organisation_id = $1 or organisation_id is null and person_id in
                    (select person_id from record where organisation_id = $1 and noun = 'membership'))
                 and id < $2 order by id desc limit $3",
            )
            .bind(organisation)
            .bind(before.unwrap_or(Uuid::max()))
            .bind(PAGE)
            .fetch_all(db)
            .await
        })?)
    }

    /// The same of one person, wherever it happened.
    pub async fn events_of_person(&self, person: PersonId, before: Option<Uuid>) -> Result<Vec<Event>, Error> {
        Ok(on_pool!(self, |db| sqlx::query_as(
            "select * from account_event where person_id = $1 and id < $2 order by id desc limit $3"
        )
        .bind(person)
        .bind(before.unwrap_or(Uuid::max()))
        .bind(PAGE)
        .fetch_all(db)
        .await)?)
    }
}

impl Transaction {
    pub async fn log(&mut self, event: &NewEvent, now: DateTime<Utc>) -> sqlx::Result<()> {
        self.log_as(chance::id_at(now), event, now).await
    }

    /// Nothing is added when an event has the id already.
    pub async fn log_as(&mut self, id: Uuid, event: &NewEvent, now: DateTime<Utc>) -> sqlx::Result<()> {
        on_engine!(self, |db| {
            sqlx::query(
                "insert into account_event (id, organisation_id, at, person_id, actor_id, kind, address, detail)
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
            )
            .bind(id)
            .bind(event.organisation)
            .bind(now)
            .bind(event.person)
            .bind(event.actor)
            .bind(event.kind)
            .bind(&event.address)
            .bind(&event.detail)
            .execute(db)
            .await
            .map(drop)
        })
    }
}
