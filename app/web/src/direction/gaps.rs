//! What is missing in the line of sight.
use crate::{here::Here, ui::words::count};
use domain::Gaps;
use leptos::prelude::*;

pub fn gaps_panel(here: &Here, gaps: &Gaps) -> impl IntoView + use<> {
    let heading = match gaps.count() {
        0 => "No gaps in the line of sight".into(),
        gaps => format!("{} in the line of sight", count(i64::try_from(gaps).unwrap_or(i64::MAX), "gap")),
    };
    let innovations = gaps
        .innovations_without_area
        .iter()
        .map(|one| (here.link(&format!("innovations/{}", one.number)), one.title.to_string()));
    let areas = gaps.areas_without_innovation.iter().map(|one| (format!("#area-{}", one.id), one.title.to_string()));
    let outcomes =
        gaps.outcomes_without_measure.iter().map(|one| (format!("#outcome-{}", one.id), one.statement.to_string()));
    let measures = gaps
        .measures_without_reading
        .iter()
        .map(|one| (here.link(&format!("measures/{}", one.id)), one.title.to_string()));
    view! {
        <section class="panel" aria-labelledby="gaps">
            <h2 id="gaps">{heading}</h2>
            <div class="stack">
                {group("Under way, but for no active priority area", innovations.collect())}
                {group("Active priority areas with no innovation under way", areas.collect())}
                {group("Outcomes that nothing measures", outcomes.collect())}
                {group("Measures with no reading in date", measures.collect())}
            </div>
        </section>
    }
}

/// Links under a heading; nothing where there is no gap of the kind.
fn group(heading: &'static str, gaps: Vec<(String, String)>) -> impl IntoView {
    (!gaps.is_empty()).then(|| {
        let links = gaps.into_iter().map(|(address, word)| view! { <li><a href=address>{word}</a></li> });
        view! {
            <div>
                <h3 class="s">{heading}</h3>
                <ul class="rows s">{links.collect_view()}</ul>
            </div>
        }
    })
}
