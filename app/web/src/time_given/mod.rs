//! The time that people promised an innovation and gave: one number for each person and month.
mod chart;
mod panel;
mod record;

pub use panel::panel;

use crate::route::{Routes, Who};
use domain::Act;

pub fn routes(routes: Routes) -> Routes {
    let edit = Who::May(Act::EditTimeGiven);
    routes.get("/{organisation}/innovations/{number}/time", edit, record::show).post(
        "/{organisation}/innovations/{number}/time",
        edit,
        "month=2026-10-01&promised_1=8&given_1=7.5",
        record::submit,
    )
}
