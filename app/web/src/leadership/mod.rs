//! The ten leadership actions: what the record shows of each, with every record behind it one click away.
mod action;
mod kept;
mod line;
mod map;
mod of_innovation;
mod records;
mod show;
mod words;

pub use kept::KeptLeadership;
pub use line::evidence_for;
pub use of_innovation::panel;
pub use words::limit;

use crate::{
    here::Here,
    route::{Routes, Who},
};
use domain::{Leadership, Scope};
use kept::Key;
use std::sync::Arc;
use store::Reach;

pub fn routes(routes: Routes) -> Routes {
    routes.get("/{organisation}/actions", Who::Member, show::show)
}

/// As it stands on the day of the page, computed or kept.
fn figures(here: &Here, scope: Scope) -> Arc<Leadership> {
    figures_at(here, here.reach(), scope, here.today)
}

/// As it stood on a day, from the portfolio of that day.
fn figures_at(here: &Here, reach: &Reach, scope: Scope, day: chrono::NaiveDate) -> Arc<Leadership> {
    let (portfolio, seen) = (reach.portfolio(), reach.seen());
    let key = Key {
        organisation: portfolio.id,
        sequences: [portfolio.sequence, reach.newest()],
        day,
        scope,
        inside: seen.reads_inside(),
        visible: seen.visible_innovations(),
    };
    here.app().leadership.get(key, || seen.leadership(scope, day))
}
