//! The portfolio along time: what is due, what is late, and what waits for what.
mod chart;
mod filter;
mod lists;
mod narrow;
mod sheet;
mod show;

use crate::route::{Routes, Who};

pub fn routes(routes: Routes) -> Routes {
    routes.get("/{organisation}/roadmap", Who::Member, show::show)
}
