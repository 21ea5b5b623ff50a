//! Scale-up: of one innovation, where it is live, how fast it spreads and whether it will last; of all of them, which
//! do not move.
mod adaptations;
mod all;
mod all_sections;
mod all_tables;
mod chart;
mod lasting;
mod moving;
mod reach;
mod sites;
mod spread;
mod tab;
mod vitals;

use crate::{
    here::Here,
    resources,
    route::{Routes, Who},
};
use domain::Act;
use leptos::prelude::*;

/// The address of the organisation's page below it.
pub const ALL: &str = "scale-up";

pub fn routes(routes: Routes) -> Routes {
    routes.get("/{organisation}/scale-up", Who::Member, all::show).get(
        "/{organisation}/innovations/{number}/scale-up",
        Who::May(Act::Read),
        tab::show,
    )
}

/// The pages that stand under one entry of the menu. Address below the organisation, and word.
const SECTIONS: [(&str, &str); 2] = [(ALL, "Scale-up"), (resources::ALL, "Money and time")];

/// Whether an address below the organisation belongs to one of them.
pub fn holds(path: &str) -> bool {
    SECTIONS.iter().any(|(section, _)| path == *section)
}

/// Stands below the heading of each. `current` is the address of the page below the organisation.
pub fn sections(here: &Here, current: &'static str) -> impl IntoView + use<> {
    let links = SECTIONS.map(|(path, word)| {
        let is_current = (path == current).then_some("page");
        view! { <a href=here.link(path) aria-current=is_current>{word}</a> }
    });
    view! { <nav class="tabs no-print" aria-label="What it takes to last">{links.collect_view()}</nav> }
}
