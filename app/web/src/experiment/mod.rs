//! Experiments: what is to be shown, agreed before the start, and what came out.
mod add;
mod edit;
mod fields;
mod list;
mod record;
mod remove;
mod show;
mod words;

use crate::route::{Routes, Who};
use domain::Act;

/// A body that the form of a new one, or of a changed one, would send.
const EXAMPLE: &str = "hypothesis=It+helps&measure=Answers&better=higher&threshold=6&stop_rule=Complaints&starts_on=2026-12-01&ends_on=2027-01-31";

pub fn routes(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditInnovation);
    routes
        .get("/{organisation}/innovations/{number}/experiments", Who::May(Act::Read), list::show)
        .get("/{organisation}/innovations/{number}/experiments/new", edit, add::show)
        .post("/{organisation}/innovations/{number}/experiments/new", edit, EXAMPLE, add::submit)
        .get("/{organisation}/innovations/{number}/experiments/{experiment}", Who::May(Act::Read), show::show)
        .get("/{organisation}/innovations/{number}/experiments/{experiment}/edit", edit, edit::show)
        .post("/{organisation}/innovations/{number}/experiments/{experiment}/edit", edit, EXAMPLE, edit::submit)
        .get("/{organisation}/innovations/{number}/experiments/{experiment}/result", edit, record::show)
        .post(
            "/{organisation}/innovations/{number}/experiments/{experiment}/result",
            edit,
            "result=11&learning=People+answer+when+the+letter+says+first+what+they+can+do",
            record::submit,
        )
        .get("/{organisation}/innovations/{number}/experiments/{experiment}/remove", edit, remove::show)
        .post(
            "/{organisation}/innovations/{number}/experiments/{experiment}/remove",
            edit,
            "reason=Written+twice",
            remove::submit,
        )
}
