//! What milestones wait on: the tables that tell it, and each form that changes it.
mod add;
mod edit;
mod fields;
mod meet;
mod remove;
mod table;
mod words;

pub use table::{waiting_panel, waits_panel};
pub use words::{on_name, sentence, standing};

use crate::{
    failure::Failure,
    here::Here,
    innovation_form::InnovationForm,
    route::{Routes, Who},
};
use axum::extract::Path;
use domain::{Act, Dependency, DependencyId, Innovation, Milestone, MilestoneId, Slug};
use std::sync::Arc;

type OfMilestone = Path<(Slug, u32, MilestoneId)>;
type OfDependency = Path<(Slug, u32, MilestoneId, DependencyId)>;

/// What the address names, as far as it may be seen.
struct Found {
    innovation: Arc<Innovation>,
    milestone: Arc<Milestone>,
    dependency: Arc<Dependency>,
}

fn found(here: &Here, number: u32, milestone: MilestoneId, id: DependencyId) -> Result<Found, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    let milestone = here.seen().milestone(innovation.id, milestone)?.clone();
    let dependency = here.seen().dependency(innovation.id, id)?.clone();
    if dependency.waits != milestone.id {
        return Err(Failure::NotFound);
    }
    Ok(Found { innovation, milestone, dependency })
}

/// A short form about it, which says on what it waits.
fn form(here: &Here, found: &Found, heading: &'static str, button: &'static str) -> Result<InnovationForm, Failure> {
    here.seen().must(Act::EditInnovation, Some(&found.innovation))?;
    let on = here.seen().sight_of(&found.dependency, here.today).map(|sight| on_name(here, &sight));
    let lead = on.map(|on| format!("It waits on: {on}.")).unwrap_or_default();
    Ok(InnovationForm::new(heading, &found.milestone.title, button).lead(lead))
}

/// The page of the milestone that waits.
fn home(here: &Here, number: u32, milestone: MilestoneId) -> String {
    here.link(&format!("innovations/{number}/milestones/{milestone}"))
}

pub fn routes(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditInnovation);
    routes
        .get("/{organisation}/innovations/{number}/milestones/{id}/dependencies/new", edit, add::show)
        .post(
            "/{organisation}/innovations/{number}/milestones/{id}/dependencies/new",
            edit,
            "partner=A+lease&lag_days=5",
            add::submit,
        )
        .get("/{organisation}/innovations/{number}/milestones/{id}/dependencies/{dependency}/edit", edit, edit::show)
        .post(
            "/{organisation}/innovations/{number}/milestones/{id}/dependencies/{dependency}/edit",
            edit,
            "partner=A+lease&lag_days=5",
            edit::submit,
        )
        .get("/{organisation}/innovations/{number}/milestones/{id}/dependencies/{dependency}/meet", edit, meet::show)
        .post(
            "/{organisation}/innovations/{number}/milestones/{id}/dependencies/{dependency}/meet",
            edit,
            "met_on=2026-11-24",
            meet::submit,
        )
        .get(
            "/{organisation}/innovations/{number}/milestones/{id}/dependencies/{dependency}/remove",
            edit,
            remove::show,
        )
        .post(
            "/{organisation}/innovations/{number}/milestones/{id}/dependencies/{dependency}/remove",
            edit,
            "reason=Not+needed",
            remove::submit,
        )
}
