//! Meetings of boards, cabinets and teams: what calls for them, what they decided and promised.
mod add;
mod agenda;
mod edit;
mod fields;
mod list;
mod remove;
mod show;

use crate::route::{Routes, Who};
use axum::extract::Path;
use domain::{Act, MeetingId, Slug};

type OfMeeting = Path<(Slug, MeetingId)>;

pub fn routes(routes: Routes) -> Routes {
    let record = Who::May(Act::RecordMeeting);
    routes
        .get("/{organisation}/meetings", Who::Inside, list::show)
        .get("/{organisation}/meetings/new", record, add::show)
        .post("/{organisation}/meetings/new", record, EXAMPLE, add::submit)
        .get("/{organisation}/meetings/{id}", Who::Inside, show::show)
        .get("/{organisation}/meetings/{id}/edit", record, edit::show)
        .post("/{organisation}/meetings/{id}/edit", record, EXAMPLE, edit::submit)
        .get("/{organisation}/meetings/{id}/remove", record, remove::show)
        .post("/{organisation}/meetings/{id}/remove", record, "reason=Entered+twice", remove::submit)
}

const EXAMPLE: &str = "body=Transformation+Board&kind=board&held_on=2026-12-08";
