//! What people were told of the why: recorded in a minute, listed with the innovation and over all.
mod add;
mod edit;
mod fields;
mod list;
mod log;
mod remove;
mod silence;
mod words;

pub use list::panel;
pub use words::{channel, fronted_by, pulse_here};

use crate::route::{Routes, Who};
use axum::extract::Path;
use domain::{Act, MessageId, Slug};

type OfInnovation = Path<(Slug, u32)>;
type OfMessage = Path<(Slug, u32, MessageId)>;

/// A body that the form of a new one, or of a changed one, would send.
const EXAMPLE: &str = "on=2026-11-20&audience=affected-staff&channel=meeting&text=Why+the+lamps+dim";

pub fn routes(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditMessages);
    routes
        .get("/{organisation}/messages", Who::Member, log::show)
        .get("/{organisation}/innovations/{number}/messages/new", edit, add::show)
        .post("/{organisation}/innovations/{number}/messages/new", edit, EXAMPLE, add::submit)
        .get("/{organisation}/innovations/{number}/messages/{id}/edit", edit, edit::show)
        .post("/{organisation}/innovations/{number}/messages/{id}/edit", edit, EXAMPLE, edit::submit)
        .get("/{organisation}/innovations/{number}/messages/{id}/remove", edit, remove::show)
        .post("/{organisation}/innovations/{number}/messages/{id}/remove", edit, "reason=Twice", remove::submit)
}
