//! The figures side by side, each leading to its records.
use crate::{here::Here, ui::words::count};
use domain::{EngagementFigures, Innovation, Share};
use leptos::prelude::*;
use std::sync::Arc;

/// "71%", or a dash.
pub fn percent<T>(share: &Share<T>) -> String {
    share.percent().map_or_else(|| "–".into(), |percent| format!("{percent}%"))
}

/// "10 of 14", or why there is no share.
pub fn base<T>(share: &Share<T>, none: &'static str) -> String {
    match (share.value(), share.bottom()) {
        (_, 0) => none.into(),
        (None, few) => format!("{few} so far; told from {} on", share.least()),
        (Some(_), all) => format!("{} of {all}", share.credited.len()),
    }
}

/// One decimal, halves away from nought.
pub fn one_decimal(value: f64) -> String {
    format!("{:.1}", (value * 10.0).round() / 10.0)
}

pub fn figures(found: &EngagementFigures) -> impl IntoView + use<> {
    let median = found.days_to_tell_back();
    let told = median.map_or_else(|| "–".into(), |days| one_decimal(days).trim_end_matches(".0").to_owned());
    let told_of = match found.told_back.len() {
        0 => "Nothing was told back in a year".into(),
        told => format!("days, the median of {told}"),
    };
    let influence =
        found.mean_influence().map_or_else(|| "–".into(), |mean| format!("{:.2}", (mean * 100.0).round() / 100.0));
    let influence_of = match found.influence.len() {
        0 => "No priority innovation".to_owned(),
        all => format!("mean of {}: 1 where something changed", count(i64::try_from(all).unwrap_or(0), "innovation")),
    };
    let debt = one_decimal(found.debt());
    let cell = |to: &'static str, word: &'static str, value: String, base: String| {
        view! { <div><dt><a href=to>{word}</a></dt><dd>{value}</dd><dd>{base}</dd></div> }
    };
    view! {
        <dl class="vitals mb">
            {cell("#groups", "Met as agreed", percent(&found.coverage), base(&found.coverage, "Map your stakeholders first"))}
            {cell("#loop", "Told back", percent(&found.closed_loop), base(&found.closed_loop, "Nothing said more than 30 days ago"))}
            {cell("#loop", "Time to tell back", told, told_of)}
            {cell("#influence", "Influence", influence, influence_of)}
            {cell("#equality", "Characteristics heard", percent(&found.equality), base(&found.equality, "None named"))}
            {cell("#depth", "At Shape or above", percent(&found.depth), base(&found.depth, "None in half a year"))}
            {cell("#refusals", "Refusals with a reason", percent(&found.refusals), base(&found.refusals, "Nothing answered in a year"))}
            {cell("#groups", "Owed in cadences", debt, "added up over what is overdue".into())}
        </dl>
    }
}

/// The same of one innovation, shorter, without links: its records stand on the page.
pub fn of_innovation(here: &Here, innovation: &Arc<Innovation>) -> AnyView {
    let found = here.seen().engagement_figures_of(innovation, here.today);
    let cell = |word: &'static str, value: String, base: String| {
        view! { <div><dt>{word}</dt><dd>{value}</dd><dd>{base}</dd></div> }
    };
    let influence = found.influence.first().map_or("–", |one| one.influence.label());
    let groups = here
        .seen()
        .reads_inside()
        .then(|| cell("Met as agreed", percent(&found.coverage), base(&found.coverage, "No priority group is named")));
    let missing: Vec<_> = found.equality.failing.iter().map(|one| one.name.unwrap_or("Not assessed")).collect();
    let gap = (!missing.is_empty()).then(|| {
        view! { <p class="flash flash-warn">{format!("Named as affected and not heard in a year: {}.", missing.join(", "))}</p> }
    });
    view! {
        <div>
            <dl class="vitals mb">
                {groups}
                {cell("Told back", percent(&found.closed_loop), base(&found.closed_loop, "Nothing said more than 30 days ago"))}
                {cell("Because of what people said", influence.into(), "In a year".into())}
                {cell("Characteristics heard", percent(&found.equality), base(&found.equality, "None named"))}
            </dl>
            {gap}
        </div>
    }
    .into_any()
}
