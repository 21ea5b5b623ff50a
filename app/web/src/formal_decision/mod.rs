//! Decisions: what is asked, what was settled, by whom and why. In the code they are called formal, because a
//! `Decision` is what every change of a portfolio begins with.
mod add;
mod edit;
mod fields;
mod list;
mod of_innovation;
mod outcome;
mod show;
mod words;

pub use of_innovation::panel;
pub use words::{outcome_state, taken_by};

use crate::route::{Routes, Who};
use axum::extract::Path;
use domain::{Act, FormalDecisionId, Slug};

type OfDecision = Path<(Slug, FormalDecisionId)>;

pub fn routes(routes: Routes) -> Routes {
    let record = Who::May(Act::RecordDecision);
    routes
        .get("/{organisation}/decisions", Who::Member, list::show)
        .get("/{organisation}/decisions/new", record, add::show)
        .post("/{organisation}/decisions/new", record, "what=More+lamps&kind=funding", add::submit)
        .get("/{organisation}/decisions/{id}", Who::Inside, show::show)
        .get("/{organisation}/decisions/{id}/edit", record, edit::show)
        .post("/{organisation}/decisions/{id}/edit", record, "what=More+lamps&kind=funding", edit::submit)
        .get("/{organisation}/decisions/{id}/outcome", record, outcome::show)
        .post(
            "/{organisation}/decisions/{id}/outcome",
            record,
            "outcome=agreed&decided_on=2026-11-24&reason=The+trial+paid+for+itself",
            outcome::submit,
        )
}
