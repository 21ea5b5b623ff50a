//! What was promised at meetings and with decisions, and whether it was done.
mod add;
mod edit;
mod fields;
mod finish;
mod panel;
mod remove;

pub use finish::done_button;
pub use panel::{panel, source, table};

use crate::route::{Routes, Who};
use axum::extract::Path;
use domain::{Act, FollowUpId, Slug};

type OfFollowUp = Path<(Slug, FollowUpId)>;

pub fn routes(routes: Routes) -> Routes {
    let (meeting, decision) = (Who::May(Act::RecordMeeting), Who::May(Act::RecordDecision));
    routes
        .get("/{organisation}/meetings/{id}/follow-ups/new", meeting, add::show_of_meeting)
        .post("/{organisation}/meetings/{id}/follow-ups/new", meeting, EXAMPLE, add::submit_of_meeting)
        .get("/{organisation}/decisions/{id}/follow-ups/new", decision, add::show_of_decision)
        .post("/{organisation}/decisions/{id}/follow-ups/new", decision, EXAMPLE, add::submit_of_decision)
        .get("/{organisation}/follow-ups/{id}/edit", meeting, edit::show)
        .post("/{organisation}/follow-ups/{id}/edit", meeting, EXAMPLE, edit::submit)
        .get("/{organisation}/follow-ups/{id}/remove", meeting, remove::show)
        .post("/{organisation}/follow-ups/{id}/remove", meeting, "reason=Entered+twice", remove::submit)
        .get("/{organisation}/follow-ups/{id}/finish", meeting, finish::show)
        .post("/{organisation}/follow-ups/{id}/finish", meeting, "done_on=2026-11-24", finish::submit)
}

const EXAMPLE: &str = "text=Tell+the+ward+councillors&due_on=2026-12-08";
