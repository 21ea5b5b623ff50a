//! How many people were reached: counts for all sites of one period, and one put right.
mod count;
mod edit;
mod fields;
mod row;

use crate::route::{Routes, Who};
use domain::Act;

pub fn routes(routes: Routes) -> Routes {
    let may = Who::May(Act::EditInnovation);
    routes
        .get("/{organisation}/innovations/{number}/reach/new", may, count::show)
        .post(
            "/{organisation}/innovations/{number}/reach/new",
            may,
            "from_on=2026-10-01&to_on=2026-10-31&unit=people&unique=yes",
            count::submit,
        )
        .get("/{organisation}/innovations/{number}/reach/{id}/edit", may, edit::show)
        .post(
            "/{organisation}/innovations/{number}/reach/{id}/edit",
            may,
            "from_on=2026-10-01&to_on=2026-10-31&unit=people&unique=yes&reached_people=20&eligible_people=40",
            edit::submit,
        )
}
