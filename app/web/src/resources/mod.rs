//! Money and time of all innovations together: what is protected, what runs out, and who carries too much.
mod capacity;
mod money;
mod page;
mod people;

pub use money::table as years_table;

use crate::route::{Routes, Who};
use domain::Act;

pub fn routes(routes: Routes) -> Routes {
    let settle = Who::May(Act::ManagePeople);
    routes
        .get("/{organisation}/resources", Who::Member, page::show)
        .get("/{organisation}/resources/capacity", settle, capacity::show)
        .post("/{organisation}/resources/capacity", settle, "capacity_days=120", capacity::submit)
}
