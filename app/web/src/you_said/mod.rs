//! "You said, we did": what people said and what came of it, for people inside, and for everyone where it is published.
mod all;
mod drawn;
mod inside;
mod one;
mod open;
mod public_page;
mod publish;

use crate::route::{Routes, Who};
use axum::extract::Path;
use domain::{Act, Slug};

type OfInnovation = Path<(Slug, u32)>;

pub fn routes(routes: Routes) -> Routes {
    let publish = Who::May(Act::Publish);
    routes
        .get("/{organisation}/you-said-we-did", Who::Member, all::show)
        .get("/{organisation}/innovations/{number}/you-said-we-did", Who::May(Act::Read), one::show)
        .get("/{organisation}/innovations/{number}/you-said-we-did/publish", publish, publish::show)
        .post("/{organisation}/innovations/{number}/you-said-we-did/publish", publish, "open=yes", publish::submit)
        .get("/public/{organisation}/you-said-we-did", Who::Anyone, open::show_all)
        .get("/public/{organisation}/you-said-we-did/{number}", Who::Anyone, open::show_one)
}

/// Where everyone reads of one innovation, or of all.
#[must_use]
pub fn public_address(slug: &Slug, number: Option<u32>) -> String {
    let number = number.map(|number| format!("/{number}")).unwrap_or_default();
    format!("/public/{slug}/you-said-we-did{number}")
}
