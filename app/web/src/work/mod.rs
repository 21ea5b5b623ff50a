//! My work: the first page, with what waits for whoever looks and what changed meanwhile.
mod due;
mod first_run;
mod glance;
mod home;
mod lasting;
mod news;

use crate::route::{Routes, Who};

pub fn routes(routes: Routes) -> Routes {
    routes.get("/{organisation}", Who::Member, home::show).post(
        "/{organisation}/glance",
        Who::Member,
        "until=2026-11-24T09:00:00Z",
        glance::submit,
    )
}
