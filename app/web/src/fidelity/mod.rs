//! Whether the core is being done: a check at a site.
mod check;
mod panel;

pub(crate) use panel::{checks, panel};

use crate::route::{Routes, Who};
use domain::Act;

const ADDRESS: &str = "/{organisation}/innovations/{number}/sites/{id}/fidelity";

pub fn routes(routes: Routes) -> Routes {
    let may = Who::May(Act::EditInnovation);
    routes.get(ADDRESS, may, check::show).post(
        ADDRESS,
        may,
        "on=2026-11-20&component_1=yes&component_2=partly&component_3=no",
        check::submit,
    )
}
