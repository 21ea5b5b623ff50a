//! Status updates: all that were posted, and the form that takes two minutes.
mod choose;
mod facts;
mod fields;
mod list;
mod post;
mod shape;
mod still_true;

pub(crate) use shape::{confidence_state, shown_shape, shown_state};

use crate::route::{Routes, Who};
use domain::Act;

pub fn routes(routes: Routes) -> Routes {
    let may = Who::May(Act::PostUpdate);
    routes
        .get("/{organisation}/innovations/{number}/updates", Who::May(Act::Read), list::show)
        .get("/{organisation}/innovations/{number}/updates/new", may, post::show)
        .post(
            "/{organisation}/innovations/{number}/updates/new",
            may,
            "confidence=on-track&period_end=2026-11-24&done=Fitted+twelve+lamps&next=Count+complaints",
            post::submit,
        )
        .post("/{organisation}/innovations/{number}/updates/still-true", may, "", still_true::submit)
        .get("/{organisation}/updates/new", Who::Member, choose::show)
}
