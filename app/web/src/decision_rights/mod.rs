//! Who decides what about an innovation alone, and what the record says beyond it.
mod edit;
mod panel;

pub use panel::panel;

use crate::route::{Routes, Who};
use domain::Act;

pub fn routes(routes: Routes) -> Routes {
    let settle = Who::May(Act::SettleRights);
    routes.get("/{organisation}/innovations/{number}/decision-rights", settle, edit::show).post(
        "/{organisation}/innovations/{number}/decision-rights",
        settle,
        "lead_limit=5000&lead_limit_days=14&sponsor_limit=25000&sponsor_limit_days=60",
        edit::submit,
    )
}
