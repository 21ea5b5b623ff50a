//! Blows, what was done about each, and when it was over.
mod add;
mod answer;
mod panel;
mod resolve;

pub(crate) use panel::panel;

use crate::{
    failure::Failure,
    here::Here,
    route::{Routes, Who},
};
use axum::extract::Path;
use domain::{Act, Impossible, Refusal, Setback, SetbackId, Slug};
use std::sync::Arc;

type OfSetback = Path<(Slug, u32, SetbackId)>;

pub fn routes(routes: Routes) -> Routes {
    let may = Who::May(Act::EditInnovation);
    routes
        .get("/{organisation}/innovations/{number}/setbacks/new", may, add::show)
        .post(
            "/{organisation}/innovations/{number}/setbacks/new",
            may,
            "kind=supplier&on=2026-11-01&what=The+maker+closed",
            add::submit,
        )
        .get("/{organisation}/innovations/{number}/setbacks/{id}/answer", may, answer::show)
        .post(
            "/{organisation}/innovations/{number}/setbacks/{id}/answer",
            may,
            "response=Another+maker+was+found&responded_on=2026-11-20",
            answer::submit,
        )
        .get("/{organisation}/innovations/{number}/setbacks/{id}/resolve", may, resolve::show)
        .post(
            "/{organisation}/innovations/{number}/setbacks/{id}/resolve",
            may,
            "resolved_on=2026-11-20",
            resolve::submit,
        )
}

fn found(here: &Here, number: u32, id: SetbackId) -> Result<Arc<Setback>, Refusal> {
    let innovation = here.seen().numbered(number)?;
    here.seen().must(Act::EditInnovation, Some(innovation))?;
    here.seen().setbacks(innovation.id).find(|one| one.id == id).cloned().ok_or(Refusal::NotFound)
}

/// As long as it is not over.
fn open(here: &Here, number: u32, id: SetbackId) -> Result<Arc<Setback>, Failure> {
    let setback = found(here, number, id)?;
    match setback.resolved_on {
        None => Ok(setback),
        Some(_) => Err(Failure::Impossible(Impossible::SetbackResolved)),
    }
}
