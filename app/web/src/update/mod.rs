//! Status updates: all that were posted, and the form that takes two minutes.
mod ask;
pub(crate) mod challenges;
mod choose;
pub(crate) mod computed;
mod evidence;
mod expected;
mod explain;
mod facts;
mod fields;
mod list;
mod post;
mod record_says;
mod sections;
mod shape;
pub(crate) mod sponsor;
mod still_true;
mod strip;

pub(crate) use evidence::evidence_link;
pub(crate) use shape::{confidence_state, shown_shape, shown_state};
pub(crate) use strip::{small_strip, strip};

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
        .get(
            "/{organisation}/innovations/{number}/updates/{ordinal}/sponsor",
            Who::May(Act::GiveSponsorView),
            sponsor::show,
        )
        .post(
            "/{organisation}/innovations/{number}/updates/{ordinal}/sponsor",
            Who::May(Act::GiveSponsorView),
            "sponsor_confidence=at-risk&sponsor_pct=40",
            sponsor::submit,
        )
        .get("/{organisation}/updates", Who::Member, expected::show)
        .post("/{organisation}/innovations/{number}/updates/ask", Who::May(Act::AskForUpdate), "", ask::one)
        .post("/{organisation}/updates/ask", Who::May(Act::AskForUpdate), "", ask::all)
        .get("/{organisation}/updates/new", Who::Member, choose::show)
}
