//! The log of engagement: who was heard, how many, how, and what they said, in under a minute and without a network.
mod app;
mod boxes;
/// What is asked here is asked in the same words where an engagement is put right.
pub mod fields;
mod kept;
mod log;
mod page;
mod recent;
mod said;
mod when;
mod who;

use crate::route::{Routes, Who};
use domain::Act;

/// Below the organisation.
pub const LOG: &str = "engagement/new";

pub fn routes(routes: Routes) -> Routes {
    let may = Who::May(Act::LogEngagement);
    routes
        .get("/{organisation}/engagement/new", may, log::show)
        .post(
            "/{organisation}/engagement/new",
            may,
            "innovations=1&other_1=Walkers&other_kind_1=residents&level=ask&method=visit&when=today",
            log::submit,
        )
        .get("/{organisation}/engagement/offline", may, kept::show)
        .get("/{organisation}/engagement/app.webmanifest", may, app::manifest)
}
