//! Pages that stand under one entry of the menu, and lead to each other.
use crate::here::Here;
use leptos::prelude::*;

pub struct Together {
    /// What they are about, for who cannot see it.
    label: &'static str,
    /// Address below the organisation, and word; the menu leads to the first.
    pages: &'static [(&'static str, &'static str)],
}

pub const SCALE_UP: &str = "scale-up";
pub const RESOURCES: &str = "resources";
pub const DECISIONS: &str = "decisions";
/// Not for guests.
pub const MEETINGS: &str = "meetings";
pub const ACTIONS: &str = "actions";
pub const THRESHOLDS: &str = "thresholds";

pub static LASTING: Together =
    Together { label: "What it takes to last", pages: &[(SCALE_UP, "Scale-up"), (RESOURCES, "Money and time")] };
pub static DECIDING: Together =
    Together { label: "Decisions and meetings", pages: &[(DECISIONS, "Decisions"), (MEETINGS, "Meetings")] };
pub static LEADING: Together =
    Together { label: "Ten actions", pages: &[(ACTIONS, "Ten actions"), (THRESHOLDS, "Thresholds")] };

impl Together {
    pub const ALL: [&Self; 3] = [&LASTING, &DECIDING, &LEADING];

    /// Whether an address below the organisation belongs to one of them.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        let is_below =
            |page: &str| path.strip_prefix(page).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.pages.iter().any(|(page, _)| is_below(page))
    }

    /// Stands below the heading of each. `current` is the address of the page below the organisation.
    pub fn tabs(&self, here: &Here, current: &'static str) -> impl IntoView + use<> {
        let shown = self.pages.iter().filter(|(page, _)| *page != MEETINGS || here.visit.inside);
        let links = shown.map(|(page, word)| {
            let is_current = (*page == current).then_some("page");
            view! { <a href=here.link(page) aria-current=is_current>{*word}</a> }
        });
        view! { <nav class="tabs no-print" aria-label=self.label>{links.collect_view()}</nav> }
    }
}
