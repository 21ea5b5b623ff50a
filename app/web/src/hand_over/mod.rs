//! The sheet for whoever takes over as lead or sponsor: what is open, who waits, and what ends. It prints on one page.
mod rows;
mod show;

use crate::route::{Routes, Who};
use domain::Act;

pub fn routes(routes: Routes) -> Routes {
    routes.get("/{organisation}/innovations/{number}/hand-over", Who::May(Act::Read), show::show)
}
