//! Scale-up: of one innovation, where it is live, how fast it spreads and whether it will last; of all of them, which
//! do not move.
mod adaptations;
mod all;
mod all_sections;
mod all_tables;
mod chart;
mod lasting;
mod moving;
mod reach;
mod sites;
mod spread;
mod tab;
mod vitals;

use crate::route::{Routes, Who};
use domain::Act;

pub fn routes(routes: Routes) -> Routes {
    routes.get("/{organisation}/scale-up", Who::Member, all::show).get(
        "/{organisation}/innovations/{number}/scale-up",
        Who::May(Act::Read),
        tab::show,
    )
}
