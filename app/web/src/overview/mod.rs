//! One innovation on a page: is it working, what is next, is the story current?
mod aside;
mod history;
mod panels;
mod show;

use crate::route::{Routes, Who};
use domain::Act;

pub fn routes(routes: Routes) -> Routes {
    routes.get("/{organisation}/innovations/{number}", Who::May(Act::Read), show::show).get(
        "/{organisation}/innovations/{number}/history",
        Who::May(Act::ReadHistory),
        history::show,
    )
}
