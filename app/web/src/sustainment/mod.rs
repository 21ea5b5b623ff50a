//! Is it still in use? Reviews at 6, 12 and 24 months: what is due, and what was found.
mod add;
mod edit;
mod fields;
mod panel;

pub(crate) use panel::panel;

use crate::route::{Routes, Who};
use domain::Act;

/// A body that the form of a new one, or of a changed one, would send.
const EXAMPLE: &str = "kind=6-months&done_on=2026-11-20&still_in_use=yes&outcome_held=unknown";

pub fn routes(routes: Routes) -> Routes {
    let may = Who::May(Act::EditInnovation);
    routes
        .get("/{organisation}/innovations/{number}/reviews/new", may, add::show)
        .post("/{organisation}/innovations/{number}/reviews/new", may, EXAMPLE, add::submit)
        .get("/{organisation}/innovations/{number}/reviews/{id}/edit", may, edit::show)
        .post("/{organisation}/innovations/{number}/reviews/{id}/edit", may, EXAMPLE, edit::submit)
}
