//! How the work of one innovation flows: what it waits for, when it will be done, how long it takes.
mod ageing;
mod cumulative;
mod cycle;
mod drawn;
mod forecast;
mod page;
mod waits;
mod weekly;

use crate::route::{Routes, Who};
use domain::Act;

pub fn routes(routes: Routes) -> Routes {
    routes.get("/{organisation}/innovations/{number}/flow", Who::May(Act::Read), page::show)
}
