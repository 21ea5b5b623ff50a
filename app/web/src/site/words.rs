//! A site in words.
use crate::{
    here::Here,
    ui::words::{date, until},
};
use domain::{Site, SiteSight, SiteState, days};
use leptos::prelude::*;

/// The state as shape and word. Without a colour: colours tell confidence, lateness and risk.
pub fn site_state(state: SiteState) -> impl IntoView + use<> {
    let shape = match state {
        SiteState::Identified | SiteState::Engaged => "#i-none",
        SiteState::Agreed => "#i-right",
        SiteState::Preparing => "#i-ms",
        SiteState::Live => "#i-on",
        SiteState::Embedded => "#i-flag",
        SiteState::Declined | SiteState::NotEligible => "#i-stopped",
        SiteState::Paused => "#i-paused",
        SiteState::Reverted => "#i-down",
    };
    view! { <span class="conf"><svg aria-hidden="true" viewBox="0 0 16 16"><use href=shape></use></svg>{state.label()}</span> }
}

/// "Live since 2 September 2026", "First live 2 September 2026", "Expected 7 December 2026, in 13 days", "no day planned".
pub fn coming(here: &Here, sight: &SiteSight) -> (String, bool) {
    if let Some(live_on) = sight.live_on {
        // Where it is not used any more, "since" would say that it is.
        let word = if sight.state.is_adopted() { "Live since" } else { "First live" };
        return (format!("{word} {}", date(live_on)), false);
    }
    if matches!(sight.state, SiteState::Declined | SiteState::NotEligible) {
        return ("Not expected".into(), false);
    }
    match sight.site.forecast_live_on.or(sight.site.planned_live_on) {
        None => ("No day planned".into(), false),
        Some(day) => {
            let ahead = days(here.today, day);
            (format!("Expected {}, {}", date(day), until(ahead)), ahead < 0)
        }
    }
}

pub fn site_link(here: &Here, number: u32, site: &Site) -> impl IntoView + use<> {
    let address = here.link(&format!("innovations/{number}/sites/{}", site.id));
    view! { <a href=address>{site.name.to_string()}</a> }
}
