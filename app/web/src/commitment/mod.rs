//! Who backs it, with what, and until when.
mod add;
mod edit;
mod fields;
mod panel;
mod withdraw;

pub(crate) use panel::{CLIFF, lasts, panel, warning};

use crate::{
    failure::Failure,
    here::Here,
    route::{Routes, Who},
};
use axum::extract::Path;
use domain::{Act, Commitment, CommitmentId, Impossible, Refusal, Slug};
use std::sync::Arc;

type OfCommitment = Path<(Slug, u32, CommitmentId)>;

/// A body that the form of a new one, or of a changed one, would send.
const EXAMPLE: &str = "kind=funding&by=Cabinet&from_on=2026-04-01&to_on=2028-03-31";

pub fn routes(routes: Routes) -> Routes {
    let may = Who::May(Act::EditInnovation);
    routes
        .get("/{organisation}/innovations/{number}/commitments/new", may, add::show)
        .post("/{organisation}/innovations/{number}/commitments/new", may, EXAMPLE, add::submit)
        .get("/{organisation}/innovations/{number}/commitments/{id}/edit", may, edit::show)
        .post("/{organisation}/innovations/{number}/commitments/{id}/edit", may, EXAMPLE, edit::submit)
        .get("/{organisation}/innovations/{number}/commitments/{id}/withdraw", may, withdraw::show)
        .post(
            "/{organisation}/innovations/{number}/commitments/{id}/withdraw",
            may,
            "withdrawn_on=2026-11-20&reason=The+grant+was+called+back",
            withdraw::submit,
        )
}

fn found(here: &Here, number: u32, id: CommitmentId) -> Result<Arc<Commitment>, Refusal> {
    let innovation = here.seen().numbered(number)?;
    here.seen().must(Act::EditInnovation, Some(innovation))?;
    here.seen().commitments(innovation.id).find(|one| one.id == id).cloned().ok_or(Refusal::NotFound)
}

/// As long as it stands.
fn standing(here: &Here, number: u32, id: CommitmentId) -> Result<Arc<Commitment>, Failure> {
    let commitment = found(here, number, id)?;
    match commitment.withdrawn_on {
        None => Ok(commitment),
        Some(_) => Err(Failure::Impossible(Impossible::CommitmentWithdrawn)),
    }
}
