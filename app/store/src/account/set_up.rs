//! The first person and their organisation, in one step: either all of it happens and the link is used, or nothing.
use super::{Client, EventKind, LinkKind, LinkRefusal, NewAccount, NewEvent, Token, hashing};
use crate::{Asked, Store};
use domain::{Decision, NewPassword, OrganisationId, Portfolio, Problem, Refusal, Rule, Slug};

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
        let seen = self.look_at_link(token, now).await?;
        if seen.kind != LinkKind::Setup || seen.person.is_some() {
            return Err(LinkRefusal::NotForThis);
        }
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
        for (kind, detail) in [(EventKind::PersonAdded, seen.kind.as_str()), (EventKind::SignedIn, "")] {
            let event = NewEvent::new(kind, new.id).within(organisation).from(client.address()).with(detail);
            db.log(&event, now).await?;
        }
        self.write_down(db, Portfolio::blank(organisation), new.id, asked, decision).await?;
        Ok(session)
    }
}
