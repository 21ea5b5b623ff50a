use super::{EventKind, NewEvent, Token};
use crate::{
    Error, Store,
    engine::{Transaction, on_engine},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{Email, OrganisationId, PersonId};
use sqlx::FromRow;

#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum LinkKind {
    /// An organisation to be, and its first person. Lasts 24 hours.
    Setup,
    /// To join an organisation. Lasts 7 days.
    Invitation,
    /// For a forgotten password. Lasts 1 hour; to be sent to the person's own address only.
    Reset,
}

/// What a link that still counts is for.
#[derive(Clone, Debug, FromRow)]
pub struct OneTimeLink {
    pub kind: LinkKind,
    #[sqlx(rename = "person_id")]
    pub person: Option<PersonId>,
    pub email: Option<Email>,
    pub name: Option<String>,
    pub has_password: bool,
    #[sqlx(rename = "organisation_id")]
    pub organisation: Option<OrganisationId>,
    pub expires_at: DateTime<Utc>,
    pub created_by: Option<PersonId>,
    used_at: Option<DateTime<Utc>>,
}

#[derive(Debug)]
pub enum LinkRefusal {
    /// Never given out, replaced by a newer one, or its person is disabled.
    Unknown,
    Used,
    Expired,
    /// It names a person where none is wanted, or none where one is, or one who has a password to sign in with.
    NotForThis,
    /// Somebody has this address already; the link is not used up.
    EmailTaken,
    Failed(Error),
}

impl<E: Into<Error>> From<E> for LinkRefusal {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

impl LinkKind {
    pub const fn lasts(self) -> TimeDelta {
        match self {
            Self::Setup => TimeDelta::hours(24),
            Self::Invitation => TimeDelta::days(7),
            Self::Reset => TimeDelta::hours(1),
        }
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::Invitation => "invitation",
            Self::Reset => "reset",
        }
    }
}

impl Store {
    /// Voids an earlier link of the same kind for the same person (for an invitation: to the same organisation).
    pub async fn make_link(
        &self,
        kind: LinkKind,
        person: Option<PersonId>,
        organisation: Option<OrganisationId>,
        by: Option<PersonId>,
        now: DateTime<Utc>,
    ) -> Result<Token, Error> {
        let token = Token::random();
        let mut db = self.write().await?;
        on_engine!(&mut db, |db| {
            sqlx::query(
                "delete from link where kind = $1 and used_at is null and person_id is not distinct from $2
             and (kind <> 'invitation' or organisation_id is not distinct from $3)",
            )
            .bind(kind)
            .bind(person)
            .bind(organisation)
            .execute(db)
            .await
            .map(drop)
        })?;
        on_engine!(&mut db, |db| {
            sqlx::query(
                "insert into link (token_hash, kind, person_id, organisation_id, created_at, expires_at, created_by)
             values ($1, $2, $3, $4, $5, $6, $7)",
            )
            .bind(token.hash())
            .bind(kind)
            .bind(person)
            .bind(organisation)
            .bind(now)
            .bind(now + kind.lasts())
            .bind(by)
            .execute(db)
            .await
            .map(drop)
        })?;
        let event = NewEvent::new(EventKind::LinkMade, person).within(organisation).by(by).with(kind.as_str());
        db.log(&event, now).await?;
        db.commit().await?;
        Ok(token)
    }

    /// What the link is for, without using it: mail filters and browsers open links ahead of people.
    pub async fn look_at_link(&self, token: &Token, now: DateTime<Utc>) -> Result<OneTimeLink, LinkRefusal> {
        let mut db = self.read().await?;
        let link = db.link(token).await?.ok_or(LinkRefusal::Unknown)?;
        if link.used_at.is_some() {
            return Err(LinkRefusal::Used);
        }
        if now >= link.expires_at {
            return Err(LinkRefusal::Expired);
        }
        Ok(link)
    }

    /// Uses the link up and does nothing else: for somebody who signs in with the password they have.
    pub async fn use_link(&self, token: &Token, now: DateTime<Utc>) -> Result<OneTimeLink, LinkRefusal> {
        self.look_at_link(token, now).await?;
        let mut db = self.write().await?;
        let link = db.use_link(token, now).await?;
        let event = NewEvent::new(EventKind::LinkUsed, link.person).within(link.organisation).with(link.kind.as_str());
        db.log(&event, now).await?;
        db.commit().await?;
        Ok(link)
    }
}

impl Transaction {
    /// Of two at the same moment one finds it used.
    pub async fn use_link(&mut self, token: &Token, now: DateTime<Utc>) -> Result<OneTimeLink, LinkRefusal> {
        let used = on_engine!(self, |db| {
            sqlx::query("update link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2")
                .bind(token.hash())
                .bind(now)
                .execute(db)
                .await
                .map(|done| done.rows_affected())
        })?;
        if used == 0 {
            return Err(LinkRefusal::Used);
        }
        self.link(token).await?.ok_or(LinkRefusal::Unknown)
    }

    /// Whatever links a person was sent no longer count.
    pub async fn void_links(&mut self, person: PersonId) -> sqlx::Result<()> {
        on_engine!(self, |db| sqlx::query("delete from link where person_id = $1 and used_at is null")
            .bind(person)
            .execute(db)
            .await
            .map(drop))
    }

    async fn link(&mut self, token: &Token) -> sqlx::Result<Option<OneTimeLink>> {
        on_engine!(self, |db| {
            sqlx::query_as(
                "select l.kind, l.person_id, p.email, p.name, p.password_hash is not null as has_password,
                l.organisation_id, l.expires_at, l.created_by, l.used_at
             from link l left join person p on p.id = l.person_id
             where l.token_hash = $1 and p.disabled_at is null",
            )
            .bind(token.hash())
            .fetch_optional(db)
            .await
        })
    }
}
