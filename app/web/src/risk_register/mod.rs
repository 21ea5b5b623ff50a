//! Every risk that may be read, on one page: where they stand, what has moved, what nobody has decided.
mod csv;
mod figures;
mod filter;
mod show;
mod squares;
mod table;

use crate::route::{Routes, Who};

pub fn routes(routes: Routes) -> Routes {
    routes.get("/{organisation}/risks", Who::Member, show::show).get(
        "/{organisation}/risks.csv",
        Who::Member,
        csv::download,
    )
}
