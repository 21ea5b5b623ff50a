//! The pages about listening stand under one entry of the menu, and lead to each other.
use crate::{engagement_log::LOG, here::Here};
use leptos::prelude::*;

pub const FEEDBACK: &str = "feedback";
pub const YOU_SAID: &str = "you-said-we-did";
pub const COVERAGE: &str = "coverage";
pub const STAKEHOLDERS: &str = "stakeholders";
pub const PARTNERS: &str = "partners";
pub const MESSAGES: &str = "messages";

/// Address below the organisation, and word, in order. A page has its line here once it is there.
const SECTIONS: &[(&str, &str)] = &[
    (LOG, "Log"),
    (FEEDBACK, "Feedback"),
    (YOU_SAID, "You said, we did"),
    (COVERAGE, "Who has been heard"),
    (STAKEHOLDERS, "Stakeholders"),
    (PARTNERS, "Partners"),
    (MESSAGES, "Messages"),
];

/// Where the menu leads: whoever may log comes for that.
#[must_use]
pub const fn first(logs: bool) -> &'static str {
    if logs { LOG } else { FEEDBACK }
}

/// Whether an address below the organisation belongs to one of them.
#[must_use]
pub fn holds(path: &str) -> bool {
    SECTIONS
        .iter()
        .any(|(section, _)| path.strip_prefix(section).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// Stands below the heading of each. `current` is the address of the page below the organisation.
pub fn sections(here: &Here, current: &'static str) -> impl IntoView + use<> {
    let shown = SECTIONS.iter().filter(|(path, _)| match *path {
        LOG => here.visit.logs && !here.looks_back(),
        STAKEHOLDERS => here.visit.inside,
        _ => true,
    });
    let links = shown.map(|(path, word)| {
        let is_current = (*path == current).then_some("page");
        view! { <a href=here.link(path) aria-current=is_current>{*word}</a> }
    });
    view! { <nav class="tabs no-print" aria-label="Engagement">{links.collect_view()}</nav> }
}
