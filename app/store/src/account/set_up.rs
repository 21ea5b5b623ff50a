//! The first person and their organisation, in one step: either all of it happens and the link is used, or nothing.
use super::{Client, EventKind, LinkKind, LinkRefusal, NewAccount, NewEvent, Token, hashing};
use crate::{Asked, Store};
use chrono::{DateTime, Utc};
use domain::{Decision, NewPassword, OrganisationId, PersonId, Portfolio, Problem, Refusal, Rule, Slug};

/// An organisation to be, as it was decided.
#[derive(Clone, Debug)]
pub struct Founding {
    pub organisation: OrganisationId,
    pub slug: Slug,
    pub decision: Decision,
}

impl Store {
    /// Uses the link up, adds the person, founds the organisation, and opens a session.
    ///
    /// # Errors
    /// `EmailTaken`, or a failure that refuses the slug as taken: the link then still counts.
    pub async fn set_up(
        &self,
        token: &Token,
        new: &NewAccount,
        password: &NewPassword,
        founding: Founding,
        client: &Client<'_>,
        asked: Asked,
    ) -> Result<Token, LinkRefusal> {
        let now = asked.at;
        self.must_be_set_up(token, now).await?;
        let hash = hashing::hash(password.expose()).await?;
        let Founding { organisation, slug, decision } = founding;
        let mut db = self.write().await?;
        db.use_link(token, now).await?;
        if !db.add_person(new, Some(&hash), now).await? {
            return Err(LinkRefusal::EmailTaken);
        }
        if !db.found(organisation, &slug).await? {
            return Err(Refusal::Invalid(vec![Problem::new("slug", Rule::Taken)]).into());
        }
        let session = db.open_session(new.id, client, now).await?.ok_or(LinkRefusal::Unknown)?;
        for (kind, detail) in [(EventKind::PersonAdded, LinkKind::Setup.as_str()), (EventKind::SignedIn, "")] {
            let event = NewEvent::new(kind, new.id).within(organisation).from(client.address()).with(detail);
            db.log(&event, now).await?;
        }
        self.write_down(db, Portfolio::blank(organisation), new.id, asked, decision).await?;
        Ok(session)
    }

    /// The same for somebody who has an account and is signed in: they keep it, with one organisation more.
    ///
    /// # Errors
    /// A failure that refuses the slug as taken: the link then still counts.
    pub async fn set_up_another(
        &self,
        token: &Token,
        person: PersonId,
        founding: Founding,
        client: &Client<'_>,
        asked: Asked,
    ) -> Result<(), LinkRefusal> {
        let now = asked.at;
        self.must_be_set_up(token, now).await?;
        let Founding { organisation, slug, decision } = founding;
        let mut db = self.write().await?;
        db.use_link(token, now).await?;
        if !db.found(organisation, &slug).await? {
            return Err(Refusal::Invalid(vec![Problem::new("slug", Rule::Taken)]).into());
        }
        db.rights_changed(person).await?;
        let event = NewEvent::new(EventKind::LinkUsed, person).within(organisation).from(client.address());
        db.log(&event.with(LinkKind::Setup.as_str()), now).await?;
        self.write_down(db, Portfolio::blank(organisation), person, asked, decision).await?;
        Ok(())
    }

    async fn must_be_set_up(&self, token: &Token, now: DateTime<Utc>) -> Result<(), LinkRefusal> {
        let seen = self.look_at_link(token, now).await?;
        if seen.kind == LinkKind::Setup && seen.person.is_none() { Ok(()) } else { Err(LinkRefusal::NotForThis) }
    }
}
