//! The risks of an innovation, each with its page and the forms that move it; and what the organisation accepts.
mod accept;
mod action;
mod add;
mod appetite;
mod edit;
mod end;
mod fields;
mod heat;
mod list;
mod review;
mod show;
mod words;

use crate::{
    here::Here,
    route::{Routes, Who},
};
use axum::extract::Path;
use domain::{Act, RiskId, Slug};

type OfInnovation = Path<(Slug, u32)>;
type OfRisk = Path<(Slug, u32, RiskId)>;
type OfAction = Path<(Slug, u32, RiskId, u32)>;

/// The page of a risk.
fn address(here: &Here, number: u32, id: RiskId) -> String {
    here.link(&format!("innovations/{number}/risks/{id}"))
}

pub fn routes(routes: Routes) -> Routes {
    let (read, edit) = (Who::May(Act::Read), Who::May(Act::EditInnovation));
    routes
        .get("/{organisation}/innovations/{number}/risks", read, list::show)
        .get("/{organisation}/innovations/{number}/risks/new", edit, add::show)
        .post("/{organisation}/innovations/{number}/risks/new", edit, "kind=threat&event=A+late+delivery", add::submit)
        .get("/{organisation}/innovations/{number}/risks/{id}", read, show::show)
        .get("/{organisation}/innovations/{number}/risks/{id}/edit", edit, edit::show)
        .post("/{organisation}/innovations/{number}/risks/{id}/edit", edit, "event=A+late+delivery", edit::submit)
        .get("/{organisation}/innovations/{number}/risks/{id}/review", edit, review::show)
        .post("/{organisation}/innovations/{number}/risks/{id}/review", edit, "likelihood=3&impact=4", review::submit)
        .with(actions)
        .with(ends)
        .with(appetites)
}

fn actions(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditInnovation);
    routes
        .get("/{organisation}/innovations/{number}/risks/{id}/actions/new", edit, action::show_new)
        .post("/{organisation}/innovations/{number}/risks/{id}/actions/new", edit, "text=Ask", action::submit_new)
        .get("/{organisation}/innovations/{number}/risks/{id}/actions/{action}/edit", edit, action::show)
        .post("/{organisation}/innovations/{number}/risks/{id}/actions/{action}/edit", edit, "text=Ask", action::submit)
        .get("/{organisation}/innovations/{number}/risks/{id}/actions/{action}/finish", edit, action::show_finish)
        .post(
            "/{organisation}/innovations/{number}/risks/{id}/actions/{action}/finish",
            edit,
            "done_on=2026-11-24",
            action::submit_finish,
        )
}

fn ends(routes: Routes) -> Routes {
    let (edit, accept) = (Who::May(Act::EditInnovation), Who::May(Act::AcceptRisk));
    routes
        .get("/{organisation}/innovations/{number}/risks/{id}/accept", accept, accept::show)
        .post("/{organisation}/innovations/{number}/risks/{id}/accept", accept, "until=2027-01-31", accept::submit)
        .get("/{organisation}/innovations/{number}/risks/{id}/close", edit, end::show_close)
        .post("/{organisation}/innovations/{number}/risks/{id}/close", edit, "reason=Gone", end::submit_close)
        .get("/{organisation}/innovations/{number}/risks/{id}/happened", edit, end::show_happened)
        .post("/{organisation}/innovations/{number}/risks/{id}/happened", edit, "what=It+did", end::submit_happened)
        .get("/{organisation}/innovations/{number}/risks/{id}/reopen", edit, end::show_reopen)
        .post("/{organisation}/innovations/{number}/risks/{id}/reopen", edit, "reason=Back", end::submit_reopen)
}

fn appetites(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditAppetite);
    routes
        .get("/{organisation}/appetite", Who::Member, appetite::show)
        .get("/{organisation}/appetite/edit", edit, appetite::form)
        .post("/{organisation}/appetite/edit", edit, "delivery=open", appetite::submit)
}
