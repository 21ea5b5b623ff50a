//! What people said: who waits for an answer, answering one or many, telling people, and putting it right.
mod add;
mod answer;
mod edit;
mod fields;
mod item;
mod list;
mod many;
mod many_row;
mod remove;
mod tell_back;
mod told;
pub mod words;
mod worklist;

use crate::route::{Routes, Who};
use axum::extract::Path;
use domain::{Act, FeedbackId, Slug};

type OfInnovation = Path<(Slug, u32)>;
type OfFeedback = Path<(Slug, u32, FeedbackId)>;

/// Whose feedback a list shows.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The number of an innovation; blank for all.
    innovation: String,
    /// The key of a state, or "all"; blank for what is not answered.
    state: String,
}

pub fn routes(routes: Routes) -> Routes {
    let (log, answer) = (Who::May(Act::LogEngagement), Who::May(Act::AnswerFeedback));
    let many = "response=we-did&text=A+lamp+was+added&responded_on=2026-11-24";
    routes
        .get("/{organisation}/feedback", Who::Member, worklist::show)
        .get("/{organisation}/feedback/answer", Who::Member, many::show_answer)
        .post("/{organisation}/feedback/answer", Who::Member, many, many::submit_answer)
        .get("/{organisation}/feedback/tell-back", Who::Member, many::show_tell_back)
        .post("/{organisation}/feedback/tell-back", Who::Member, "told_back_on=2026-11-24", many::submit_tell_back)
        .get("/{organisation}/innovations/{number}/feedback", Who::May(Act::Read), list::show)
        .get("/{organisation}/innovations/{number}/feedback/new", log, add::show)
        .post(
            "/{organisation}/innovations/{number}/feedback/new",
            log,
            "heard=&said=It+is+too+dark&raised_on=2026-11-20",
            add::submit,
        )
        .get("/{organisation}/innovations/{number}/feedback/{id}/answer", answer, answer::show)
        .post("/{organisation}/innovations/{number}/feedback/{id}/answer", answer, many, answer::submit)
        .get("/{organisation}/innovations/{number}/feedback/{id}/tell-back", answer, tell_back::show)
        .post(
            "/{organisation}/innovations/{number}/feedback/{id}/tell-back",
            answer,
            "told_back_on=2026-11-24",
            tell_back::submit,
        )
        .get("/{organisation}/innovations/{number}/feedback/{id}/edit", answer, edit::show)
        .post(
            "/{organisation}/innovations/{number}/feedback/{id}/edit",
            answer,
            "said=It+is+too+dark&raised_on=2026-11-20",
            edit::submit,
        )
        .get("/{organisation}/innovations/{number}/feedback/{id}/remove", answer, remove::show)
        .post("/{organisation}/innovations/{number}/feedback/{id}/remove", answer, "reason=Twice", remove::submit)
}
