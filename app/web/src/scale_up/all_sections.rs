//! The lists of the organisation's page, the worst first.
use super::{
    all::{Sights, title},
    moving::told,
};
use crate::{
    commitment::{lasts, warning},
    here::Here,
    ui::words::{date, span, until},
};
use chrono::NaiveDate;
use domain::{Innovation, Place, SiteState, Stall, days, months};
use leptos::prelude::*;
use std::sync::Arc;

/// One kind of trouble, with what is told where there is none.
pub struct Section {
    id: &'static str,
    heading: &'static str,
    pub rows: Vec<AnyView>,
    pub nothing: &'static str,
}

impl Section {
    pub fn view(self) -> AnyView {
        let Self { id, heading, rows, .. } = self;
        view! { <section class="panel" aria-labelledby=id><h2 id=id>{heading}</h2><ul class="rows s">{rows}</ul></section> }
            .into_any()
    }
}

pub fn purgatory(here: &Here, sights: &Sights) -> Section {
    let rows = sights.purgatory.iter().map(|(one, over)| {
        let sites = here.seen().site_sights(one.id, here.today);
        let live =
            sites.iter().filter(|site| site.state >= SiteState::Live && site.state <= SiteState::Embedded).count();
        let live = if sites.is_empty() { String::new() } else { format!(", live at {live} of {} sites", sites.len()) };
        let told = format!("{} over the longest time for a pilot, with no decision{live}", span(*over));
        view! { <li class="row spread"><span>{title(here, one)}</span><span class="late">{told}</span></li> }.into_any()
    });
    Section {
        id: "purgatory",
        heading: "Pilot purgatory: decide to go on, or to stop",
        rows: rows.collect(),
        nothing: "No pilot is past its time without a decision.",
    }
}

fn flagged(here: &Here, (one, stall): &(&Arc<Innovation>, Stall)) -> AnyView {
    let flags = stall.flags.iter().map(|flag| view! { <li>{told(here, *flag)}</li> }).collect_view();
    let words = "Stalled for half a year, and shown as if it moved.";
    let long = stall.is_long.then(|| view! { " "<span class="late">{words}</span> });
    view! { <li>{title(here, one)}{long}<ul class="bullets quiet">{flags}</ul></li> }.into_any()
}

pub fn stalled(here: &Here, sights: &Sights) -> Section {
    let rows = sights.stalled.iter().map(|one| flagged(here, one)).collect();
    Section { id: "stalled", heading: "Stalled, and why", rows, nothing: "Nothing is stalled." }
}

/// Two signs, and not stalled yet.
pub fn watched(here: &Here, sights: &Sights) -> Option<AnyView> {
    let rows: Vec<_> = sights.watched.iter().map(|one| flagged(here, one)).collect();
    let heading = format!("{} to watch", rows.len());
    let list = |rows| view! { <details class="details panel"><summary>{heading}</summary><div><ul class="rows s">{rows}</ul></div></details> };
    (!rows.is_empty()).then(|| list(rows).into_any())
}

pub fn plateaus(here: &Here, sights: &Sights) -> Section {
    let rows = sights.plateaus.iter().map(|one| {
        let adoption = here.seen().adoption(one.id, here.today);
        let told = format!("{} of {} eligible sites, {adoption}", adoption.adopted.len(), adoption.eligible());
        let said = here.seen().spread_map(one.id, here.today);
        let said: Vec<_> = said.0.iter().filter(|cell| cell.sight.state == SiteState::Declined).filter_map(|cell| {
            Some(view! { <li>{format!("{}: {}", cell.sight.site.name, cell.reason?)}</li> })
        }).collect();
        view! { <li><span class="row spread"><span>{title(here, one)}</span><span>{told}</span></span><ul class="bullets quiet">{said}</ul></li> }
            .into_any()
    });
    Section {
        id: "plateaus",
        heading: "Plateaus: the rest are not coming. Ask those who declined why",
        rows: rows.collect(),
        nothing: "Nothing that scales has come to a halt.",
    }
}

/// From the pilot on: who decides there must know for how long it is paid and backed.
pub fn cliffs(here: &Here) -> Section {
    let seen = here.seen();
    let later = seen.innovations().filter(|one| seen.kind_of(one).is_later() && seen.place_of(one) != Place::Stopped);
    let mut ending: Vec<_> = later
        .filter_map(|one| {
            let horizon = seen.horizon(one.id, here.today);
            let is_near = |on: &NaiveDate| *on >= here.today && months(here.today, *on) < crate::commitment::CLIFF;
            let outside = seen.money(one.id).cliff_on.filter(is_near);
            let given = horizon.ends.iter().any(|end| end.commitment.is_some());
            (given && horizon.months < crate::commitment::CLIFF || outside.is_some()).then_some((one, horizon, outside))
        })
        .collect();
    ending.sort_by_key(|(one, horizon, _)| (horizon.months, one.number));
    let rows = ending.into_iter().map(|(one, horizon, outside)| {
        let backed = horizon.ends.iter().any(|end| end.commitment.is_some()).then(|| match horizon.shortest() {
            Some(end) if end.ends_on.is_none() => format!("Nobody has promised {}. ", end.kind.label().to_lowercase()),
            Some(end) => {
                format!("{}: {}. ", end.kind.label(), end.ends_on.map(|day| lasts(here, day)).unwrap_or_default())
            }
            None => String::new(),
        });
        let outside = outside.map(|on| format!("Outside money ends {}, {}. ", date(on), until(days(here.today, on))));
        let warnings = horizon.warnings().filter_map(warning).collect::<Vec<_>>().join(" ");
        view! { <li class="row spread"><span>{title(here, one)}</span><span class="prose">{backed}{outside}{warnings}</span></li> }.into_any()
    });
    Section {
        id: "cliffs",
        heading: "Funding cliffs: backing that ends within six months",
        rows: rows.collect(),
        nothing: "No backing on record ends within six months.",
    }
}

pub fn reviews(here: &Here, sights: &Sights) -> Section {
    let rows = sights.reviews.iter().filter(|(_, counts)| counts.overdue > 0).map(|(one, counts)| {
        let told = format!("{counts}, {} overdue", counts.overdue);
        view! { <li class="row spread"><span>{title(here, one)}</span><span class="late">{told}</span></li> }.into_any()
    });
    Section {
        id: "reviews",
        heading: "Is it still in use? Reviews that are overdue",
        rows: rows.collect(),
        nothing: "No review is overdue.",
    }
}
