//! Why an innovation is done: the four parts, how they were worded before, and who has been told.
mod edit;
mod reached;
mod revisions;
mod show;

use crate::route::{Routes, Who};
use axum::extract::Path;
use domain::{Act, Slug};

type OfInnovation = Path<(Slug, u32)>;

pub fn routes(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditInnovation);
    routes
        .get("/{organisation}/innovations/{number}/why", Who::May(Act::Read), show::show)
        .get("/{organisation}/innovations/{number}/why/edit", edit, edit::show)
        .post("/{organisation}/innovations/{number}/why/edit", edit, "problem=One+lamp+in+3+burns", edit::submit)
}
