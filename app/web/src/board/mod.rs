//! The portfolio on one page.
mod below;
mod card;
mod csv;
mod filter;
mod show;

pub(crate) use card::updated;

use crate::route::{Routes, Who};

pub fn routes(routes: Routes) -> Routes {
    routes.get("/{organisation}/board", Who::Member, show::show).get(
        "/{organisation}/board.csv",
        Who::Member,
        csv::download,
    )
}
