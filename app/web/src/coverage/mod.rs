//! Who has been heard, what became of it, and who has not: every figure opens into the records behind it.
mod figures;
mod grid;
mod lists;
mod show;
mod unheard;

pub use figures::{of_innovation, one_decimal};

use crate::route::{Routes, Who};

pub fn routes(routes: Routes) -> Routes {
    routes.get("/{organisation}/coverage", Who::Member, show::show)
}
