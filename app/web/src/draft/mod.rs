//! What is half-written: kept while somebody types, offered back where it was typed, carried through a new sign-in.
mod address;
mod carried;
mod desk;
mod keep;
mod list;
mod offer;
mod open;
mod throw_away;

pub(crate) use carried::{Outside, arrive, carried, is_carried};
pub(crate) use desk::Desk;
pub(crate) use list::{gather, panel};
pub(crate) use offer::{banner, throw_away_form};
pub(crate) use open::{Reopened, around};

use crate::route::{Routes, Who};

pub fn routes(routes: Routes) -> Routes {
    routes.post("/{organisation}/drafts", Who::Member, "done=Fitted+twelve+lamps", keep::submit).post(
        "/{organisation}/drafts/throw-away",
        Who::Member,
        "of=innovations%2F1%2Fupdates%2Fnew",
        throw_away::submit,
    )
}
