//! The work of an agile team: its board, each piece of work, and the forms that change them.
mod add;
mod board;
mod card;
mod edit;
mod end_wait;
mod fields;
mod retrospectives;
mod show;
mod step;
mod words;

pub(crate) use words::waits_for;

use crate::route::{Routes, Who};
use domain::Act;

pub fn routes(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditInnovation);
    routes
        .get("/{organisation}/innovations/{number}/work", Who::May(Act::Read), board::show)
        .get("/{organisation}/innovations/{number}/work/new", edit, add::show)
        .post("/{organisation}/innovations/{number}/work/new", edit, "titles=Draft+the+letter&kind=task", add::submit)
        .get("/{organisation}/innovations/{number}/work/{item}", Who::May(Act::Read), show::show)
        .get("/{organisation}/innovations/{number}/work/{item}/edit", edit, edit::show)
        .post(
            "/{organisation}/innovations/{number}/work/{item}/edit",
            edit,
            "title=Draft+the+letter&kind=task",
            edit::submit,
        )
        .get("/{organisation}/innovations/{number}/work/{item}/move", edit, step::show)
        .post(
            "/{organisation}/innovations/{number}/work/{item}/move",
            edit,
            "to=waiting&on=2026-11-24&reason=legal",
            step::submit,
        )
        .get("/{organisation}/innovations/{number}/work/{item}/waits/{index}", edit, end_wait::show)
        .post("/{organisation}/innovations/{number}/work/{item}/waits/{index}", edit, "on=2026-11-24", end_wait::submit)
}
