//! Scale-up of every innovation: which do not move, what ends soon, and what has become ordinary service.
use super::{
    all_tables::{mainstreamed, spreading},
    moving::told,
};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::named,
    ui::words::{ago, date, span, until},
};
use axum::response::Response;
use domain::{Innovation, Motion, Place, ReviewCounts, SiteState, Stall, days};
use leptos::prelude::*;
use std::sync::Arc;

/// Fewer months of backing than this are a cliff.
const CLIFF: u32 = 6;

pub async fn show(here: Here) -> Result<Response, Failure> {
    here.answer(|here| {
        let here = here.clone();
        Ok(here.clone().page("Scale-up", move || {
            let mut all: Vec<_> = here.seen().innovations().collect();
            all.sort_by_key(|one| one.number);
            let sights = Sights::of(&here, &all);
            view! {
                <div class="ph"><div class="ph-top"><div><h1>"Scale-up"</h1><p class="lead">{sights.finding()}</p></div></div></div>
                {super::sections(&here, super::ALL).into_any()}
                <div class="stack stack-l">
                    {purgatory(&here, &sights).into_any()}
                    {stalled(&here, &sights).into_any()}
                    {plateaus(&here, &sights).into_any()}
                    {cliffs(&here).into_any()}
                    {reviews(&here, &sights).into_any()}
                    {mainstreamed(&here, &all).into_any()}
                    {spreading(&here, &all).into_any()}
                </div>
            }
        }))
    })
}

/// What stands out, worked out once.
struct Sights<'a> {
    /// With the days over the longest time for a pilot.
    purgatory: Vec<(&'a Arc<Innovation>, i64)>,
    stalled: Vec<(&'a Arc<Innovation>, Stall)>,
    watched: Vec<(&'a Arc<Innovation>, Stall)>,
    plateaus: Vec<&'a Arc<Innovation>>,
    reviews: Vec<(&'a Arc<Innovation>, ReviewCounts)>,
}

impl<'a> Sights<'a> {
    fn of(here: &'a Here, all: &[&'a Arc<Innovation>]) -> Self {
        let (seen, today) = (here.seen(), here.today);
        let times = all.iter().map(|one| (*one, seen.stage_time(one, today)));
        let mut purgatory: Vec<_> =
            times.filter(|(_, time)| time.in_purgatory).map(|(one, time)| (one, time.over_days)).collect();
        purgatory.sort_by_key(|(_, over)| std::cmp::Reverse(*over));
        let stalls: Vec<_> = all.iter().filter_map(|one| Some((*one, seen.stall(one, today)?))).collect();
        let of = |motion| stalls.iter().filter(move |(_, stall)| stall.motion == motion).cloned();
        let mut stalled: Vec<_> = of(Motion::Stalled).collect();
        stalled.sort_by_key(|(_, stall)| !stall.is_long);
        let watched = of(Motion::Watch).collect();
        let plateaus = all.iter().copied().filter(|one| seen.is_on_plateau(one, today)).collect();
        let counts = all.iter().map(|one| (*one, ReviewCounts::of(&seen.reviews(one, today), today)));
        let reviews = counts.filter(|(_, counts)| counts.due > 0).collect();
        Self { purgatory, stalled, watched, plateaus, reviews }
    }

    fn overdue(&self) -> usize {
        self.reviews.iter().map(|(_, counts)| counts.overdue).sum()
    }

    /// What matters most, in a sentence.
    fn finding(&self) -> String {
        let parts = [
            (self.purgatory.len(), "pilot past its time", "pilots past their time"),
            (self.stalled.len(), "innovation stalled", "innovations stalled"),
            (self.plateaus.len(), "spreading no further", "spreading no further"),
            (self.overdue(), "review overdue", "reviews overdue"),
        ];
        let parts: Vec<_> = parts
            .into_iter()
            .filter(|(number, ..)| *number > 0)
            .map(|(number, one, many)| format!("{number} {}", if number == 1 { one } else { many }))
            .collect();
        if parts.is_empty() { "Everything under way moves.".into() } else { format!("{}.", parts.join(", ")) }
    }
}

pub fn title(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let address = here.link(&format!("innovations/{}/scale-up", innovation.number));
    view! { <a href=address>{named(here, innovation)}</a> }
}

fn section(id: &'static str, heading: &'static str, rows: Vec<AnyView>, nothing: &'static str) -> impl IntoView {
    let content = if rows.is_empty() {
        view! { <p class="quiet s">{nothing}</p> }.into_any()
    } else {
        view! { <ul class="rows s">{rows}</ul> }.into_any()
    };
    view! { <section class="panel" aria-labelledby=id><h2 id=id>{heading}</h2>{content}</section> }
}

fn purgatory(here: &Here, sights: &Sights) -> impl IntoView + use<> {
    let rows = sights.purgatory.iter().map(|(one, over)| {
        let sites = here.seen().site_sights(one.id, here.today);
        let live =
            sites.iter().filter(|site| site.state >= SiteState::Live && site.state <= SiteState::Embedded).count();
        let live = if sites.is_empty() { String::new() } else { format!(", live at {live} of {} sites", sites.len()) };
        let told = format!("{} over the longest time for a pilot, with no decision{live}", span(*over));
        view! { <li class="row spread"><span>{title(here, one)}</span><span class="late">{told}</span></li> }.into_any()
    });
    section(
        "purgatory",
        "Pilot purgatory: decide to go on, or to stop",
        rows.collect(),
        "No pilot is past its time without a decision.",
    )
}

fn stalled(here: &Here, sights: &Sights) -> impl IntoView + use<> {
    let row = |(one, stall): &(&Arc<Innovation>, Stall)| {
        let flags = stall.flags.iter().map(|flag| view! { <li>{told(here, flag)}</li> }).collect_view();
        let long = stall
            .is_long
            .then(|| view! { " "<span class="late">"Stalled for half a year, and shown as if it moved."</span> });
        view! { <li>{title(here, one)}{long}<ul class="bullets quiet">{flags}</ul></li> }.into_any()
    };
    let rows = sights.stalled.iter().map(row).collect();
    let watched: Vec<_> = sights.watched.iter().map(row).collect();
    let more = (!watched.is_empty()).then(|| {
        let heading = format!("{} to watch", watched.len());
        view! { <details class="details panel"><summary>{heading}</summary><div><ul class="rows s">{watched}</ul></div></details> }
    });
    view! { {section("stalled", "Stalled, and why", rows, "Nothing is stalled.")} {more} }
}

fn plateaus(here: &Here, sights: &Sights) -> impl IntoView + use<> {
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
    section(
        "plateaus",
        "Plateaus: the rest are not coming. Ask those who declined why",
        rows.collect(),
        "Nothing that scales has come to a halt.",
    )
}

/// From the pilot on: who decides there must know for how long it is paid and backed.
fn cliffs(here: &Here) -> impl IntoView + use<> {
    let seen = here.seen();
    let later = seen.innovations().filter(|one| seen.kind_of(one).is_later() && seen.place_of(one) != Place::Stopped);
    let mut ending: Vec<_> = later
        .filter_map(|one| {
            let horizon = seen.horizon(one.id, here.today);
            let outside = seen.money(one.id).cliff_on.filter(|on| *on >= here.today);
            let given = horizon.ends.iter().any(|end| end.commitment.is_some());
            (given && horizon.months < CLIFF || outside.is_some()).then_some((one, horizon, outside))
        })
        .collect();
    ending.sort_by_key(|(one, horizon, _)| (horizon.months, one.number));
    let rows = ending.into_iter().map(|(one, horizon, outside)| {
        let backed = horizon.ends.iter().any(|end| end.commitment.is_some()).then(|| match horizon.shortest() {
            Some(end) if end.ends_on.is_none() => format!("Nobody has promised {}. ", end.kind.label().to_lowercase()),
            Some(end) => format!(
                "{} {}. ",
                end.kind.label(),
                end.ends_on.map(|day| ends(here, day)).unwrap_or_default()
            ),
            None => String::new(),
        });
        let outside = outside.map(|on| format!("Outside money ends {}, {}. ", date(on), until(days(here.today, on))));
        let warnings = horizon.warnings().filter_map(crate::commitment::warning).collect::<Vec<_>>().join(" ");
        view! { <li class="row spread"><span>{title(here, one)}</span><span class="prose">{backed}{outside}{warnings}</span></li> }.into_any()
    });
    section(
        "cliffs",
        "Funding cliffs: backing that ends within six months",
        rows.collect(),
        "No backing on record ends within six months.",
    )
}

/// "until 30 September 2027, in 10 months", "ended on 30 September 2026, 8 weeks ago".
fn ends(here: &Here, day: chrono::NaiveDate) -> String {
    match days(here.today, day) {
        left @ 0.. => format!("until {}, {}", date(day), until(left)),
        gone => format!("ended on {}, {}", date(day), ago(-gone)),
    }
}

fn reviews(here: &Here, sights: &Sights) -> impl IntoView + use<> {
    let rows = sights.reviews.iter().filter(|(_, counts)| counts.overdue > 0).map(|(one, counts)| {
        let told = format!("{counts}, {} overdue", counts.overdue);
        view! { <li class="row spread"><span>{title(here, one)}</span><span class="late">{told}</span></li> }.into_any()
    });
    section("reviews", "Is it still in use? Reviews that are overdue", rows.collect(), "No review is overdue.")
}
