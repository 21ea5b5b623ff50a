//! The register: every group and organisation whom innovations affect.
mod add;
mod edit;
mod fields;
mod filter;
mod list;
mod merge;
mod show;

use crate::{
    here::Here,
    route::{Routes, Who},
};
use axum::extract::Path;
use domain::{Act, Slug, Stakeholder, StakeholderId};

type Of = Path<(Slug, StakeholderId)>;

const EXAMPLE: &str = "name=People+of+Mill+Lane&kind=residents";

pub fn routes(routes: Routes) -> Routes {
    let (log, keep) = (Who::May(Act::LogEngagement), Who::May(Act::EditStakeholders));
    routes
        .get("/{organisation}/stakeholders", Who::Inside, list::show)
        .get("/{organisation}/stakeholders/new", log, add::show)
        .post("/{organisation}/stakeholders/new", log, EXAMPLE, add::submit)
        .get("/{organisation}/stakeholders/{id}", Who::Inside, show::show)
        .get("/{organisation}/stakeholders/{id}/edit", log, edit::show)
        .post("/{organisation}/stakeholders/{id}/edit", log, EXAMPLE, edit::submit)
        .get("/{organisation}/stakeholders/{id}/merge", keep, merge::show)
        .post("/{organisation}/stakeholders/{id}/merge", keep, "into=", merge::submit)
}

pub fn address(here: &Here, id: StakeholderId) -> String {
    here.link(&format!("stakeholders/{id}"))
}

/// "Residents, whole area".
pub fn words(one: &Stakeholder) -> String {
    let area = one.area.as_ref().map_or("whole area", |area| area);
    format!("{}, {area}", one.kind.label())
}

/// Word and address of the pages above.
fn above(here: &Here) -> Vec<(String, String)> {
    vec![("Stakeholders".into(), here.link("stakeholders"))]
}
