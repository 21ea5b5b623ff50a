//! Whom an innovation affects, when they were met, and what they said.
mod edit;
pub mod fair;
mod fields;
mod remove;
mod show;
mod tab;
pub mod words;

pub use words::list;

use crate::{
    here::Here,
    innovation_frame::above,
    route::{Routes, Who},
};
use axum::extract::Path;
use domain::{Act, Engagement, EngagementId, Innovation, Slug};

pub fn routes(routes: Routes) -> Routes {
    let (read, log) = (Who::May(Act::Read), Who::May(Act::LogEngagement));
    routes
        .get("/{organisation}/innovations/{number}/engagement", read, tab::show)
        .get("/{organisation}/innovations/{number}/engagements/{id}", read, show::show)
        .get("/{organisation}/innovations/{number}/engagements/{id}/edit", log, edit::show)
        .post(
            "/{organisation}/innovations/{number}/engagements/{id}/edit",
            log,
            "on=2026-11-01&level=ask",
            edit::submit,
        )
        .get("/{organisation}/innovations/{number}/engagements/{id}/remove", log, remove::show)
        .post("/{organisation}/innovations/{number}/engagements/{id}/remove", log, "reason=Twice", remove::submit)
}

type OfEngagement = Path<(Slug, u32, EngagementId)>;

/// Word and address of the pages above a form.
fn over(here: &Here, innovation: &Innovation) -> Vec<(String, String)> {
    let mut pages = above(here, innovation);
    pages.push(("Engagement".into(), here.link(&format!("innovations/{}/engagement", innovation.number))));
    pages
}

/// By an innovation that may be read.
pub fn address(here: &Here, engagement: &Engagement) -> Option<String> {
    let about = engagement.innovations().find_map(|id| here.seen().innovation(id).ok())?;
    Some(here.link(&format!("innovations/{}/engagements/{}", about.number, engagement.id)))
}
