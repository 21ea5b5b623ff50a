//! How each group stands towards an innovation.
mod add;
mod copy;
mod edit;
mod fields;
pub mod grid;
pub mod panel;
mod remove;
pub mod words;

pub use fields::about;

use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::above,
    route::{Routes, Who},
};
use axum::extract::Path;
use domain::{Act, Innovation, Slug, Stake, StakeId};
use std::sync::Arc;

type OfInnovation = Path<(Slug, u32)>;
type OfStake = Path<(Slug, u32, StakeId)>;

const EXAMPLE: &str = "power=3&interest=4&impact=5&target_level=ask&cadence_days=91";

pub fn routes(routes: Routes) -> Routes {
    let keep = Who::May(Act::EditStakeholders);
    routes
        .get("/{organisation}/innovations/{number}/stakes/new", keep, add::show)
        .post("/{organisation}/innovations/{number}/stakes/new", keep, EXAMPLE, add::submit)
        .get("/{organisation}/innovations/{number}/stakes/copy", keep, copy::show)
        .post("/{organisation}/innovations/{number}/stakes/copy", keep, "from=", copy::submit)
        .get("/{organisation}/innovations/{number}/stakes/{id}/edit", keep, edit::show)
        .post("/{organisation}/innovations/{number}/stakes/{id}/edit", keep, EXAMPLE, edit::submit)
        .get("/{organisation}/innovations/{number}/stakes/{id}/remove", keep, remove::show)
        .post("/{organisation}/innovations/{number}/stakes/{id}/remove", keep, "", remove::submit)
}

/// The page on which they are listed.
fn list(here: &Here, innovation: &Innovation) -> String {
    here.link(&format!("innovations/{}/engagement", innovation.number))
}

/// The innovation of an address, for a form: who may not is told so.
fn kept(here: &Here, number: u32) -> Result<Arc<Innovation>, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditStakeholders, Some(&innovation))?;
    Ok(innovation)
}

fn found(here: &Here, number: u32, id: StakeId) -> Result<(Arc<Innovation>, Arc<Stake>), Failure> {
    let innovation = kept(here, number)?;
    let stake = here.seen().stake(innovation.id, id)?.clone();
    Ok((innovation, stake))
}

/// Word and address of the pages above a form.
fn over(here: &Here, innovation: &Innovation) -> Vec<(String, String)> {
    let mut pages = above(here, innovation);
    pages.push(("Engagement".into(), list(here, innovation)));
    pages
}
