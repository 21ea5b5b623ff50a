//! The form of a page, and the draft that there is of it.
use super::address::{below_organisation, opening};
use crate::{failure::Failure, here::Here, ui::words::when};
use axum::http::request::Parts;
use domain::Slug;
use store::DraftKey;

/// What a form's address was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Page,
    /// The page, filled with the draft.
    Draft,
    /// To do what the form says.
    Sent,
}

/// A form that is sent to its own address, so that a draft of it can be found there again.
#[derive(Clone, Debug)]
pub struct Desk {
    organisation: Slug,
    /// Below the organisation.
    address: String,
    draft: Option<Found>,
}

/// A draft of the form; when it was kept, in words.
#[derive(Clone, Debug)]
enum Found {
    Waiting(String),
    Opened(String),
}

/// How a draft is met on the page.
pub enum Offer<'a> {
    Waiting(&'a str),
    Opened(&'a str),
}

impl Desk {
    /// None where the address is not that of a form.
    ///
    /// # Errors
    /// `Instead`, when the draft is asked for and there is none: the form is there without it.
    pub(crate) async fn sit_down(here: &Here, parts: &mut Parts) -> Result<Option<Self>, Failure> {
        let Some(asked) = parts.extensions.get::<Asked>().copied() else { return Ok(None) };
        let (organisation, address) = (here.seen().organisation().slug.clone(), below_organisation(&parts.uri));
        let mut desk = Self { organisation, address, draft: None };
        if asked == Asked::Sent {
            return Ok(Some(desk));
        }
        let kept = if here.reach().has_drafts() { here.store().draft(desk.key(here), here.now).await? } else { None };
        desk.draft = match (asked, kept) {
            (Asked::Draft, None) => return Err(Failure::Instead(here.link(&desk.address))),
            (Asked::Draft, Some(kept)) => {
                parts.extensions.insert(super::Reopened(kept.body));
                Some(Found::Opened(when(kept.saved_at, here.now)))
            }
            (_, kept) => kept.map(|kept| Found::Waiting(when(kept.saved_at, here.now))),
        };
        Ok(Some(desk))
    }

    pub(crate) fn key<'a>(&'a self, here: &Here) -> DraftKey<'a> {
        DraftKey { organisation: here.reach().portfolio().id, person: here.session.person, address: &self.address }
    }

    pub fn offer(&self) -> Option<Offer<'_>> {
        self.draft.as_ref().map(|found| match found {
            Found::Waiting(when) => Offer::Waiting(when),
            Found::Opened(when) => Offer::Opened(when),
        })
    }

    /// Whether a draft waits that keeping another would put aside.
    pub fn waits(&self) -> bool {
        matches!(self.draft, Some(Found::Waiting(_)))
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    /// Where a draft of it is sent; `name` is what the list of drafts calls it.
    pub fn drafts(&self, name: &str) -> String {
        let (of, name) = (encoded(&self.address), encoded(name));
        format!("/{}/drafts?of={of}&as={name}", self.organisation)
    }

    pub fn throw_away(&self) -> String {
        format!("/{}/drafts/throw-away", self.organisation)
    }

    /// The form's address, filled with the draft.
    pub fn opening(&self) -> String {
        format!("/{}/{}", self.organisation, opening(&self.address))
    }
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}
