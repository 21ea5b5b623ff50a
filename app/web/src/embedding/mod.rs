//! Will it last? Twelve questions, and what their raters say together.
mod check;
mod panel;

pub(crate) use panel::{banded, panel};

use crate::route::{Routes, Who};
use domain::Act;

const ADDRESS: &str = "/{organisation}/innovations/{number}/embedding/new";

pub fn routes(routes: Routes) -> Routes {
    let may = Who::May(Act::CheckEmbedding);
    routes.get(ADDRESS, may, check::show).post(ADDRESS, may, "on=2026-11-20&e1=yes&e2=partly&e3=no", check::submit)
}
