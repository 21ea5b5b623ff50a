//! The portfolio on one page.
mod below;
mod card;
mod csv;
mod filter;
mod show;

pub(crate) use card::updated;
pub(crate) use filter::{Asked as BoardAsked, fields as board_fields};

use crate::route::{Routes, Who};

pub fn routes(routes: Routes) -> Routes {
    routes.get("/{organisation}/board", Who::Member, show::show).get(
        "/{organisation}/board.csv",
        Who::Member,
        csv::download,
    )
}
