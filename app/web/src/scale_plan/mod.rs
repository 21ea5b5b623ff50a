//! How it is to spread: the goal, the core that must not change, and what it is to be written into.
mod edit;
mod fields;
mod panel;

pub(crate) use panel::panel;

use crate::route::{Routes, Who};
use domain::Act;

const ADDRESS: &str = "/{organisation}/innovations/{number}/scale-up/plan";

pub fn routes(routes: Routes) -> Routes {
    let may = Who::May(Act::EditInnovation);
    let example = "goal=Every+ward&approach=adapt&starts_on=2026-01-01&ends_on=2027-12-31\
        &component_1_name=Sensors&component_1_why=They+see&component_1_weight=3\
        &component_2_name=Contact&component_2_why=They+ask&component_2_weight=2\
        &component_3_name=Notice&component_3_why=They+know&component_3_weight=1";
    routes.get(ADDRESS, may, edit::show).post(ADDRESS, may, example, edit::submit)
}
