//! How the why was worded before.
use crate::{
    here::Here,
    innovation::why_parts,
    ui::words::{count, date},
};
use domain::{Act, Innovation, WhyRevision};
use leptos::prelude::*;

/// For who may read the history, once there is more than the present wording.
pub fn panel(here: &Here, innovation: &Innovation, wordings: &[WhyRevision]) -> Option<impl IntoView + use<>> {
    let reads = here.seen().may(Act::ReadHistory, Some(innovation));
    if !reads || wordings.len() < 2 {
        return None;
    }
    let rows = wordings.iter().skip(1).map(|one| row(here, one)).collect_view();
    let earlier = count((wordings.len() - 1).try_into().unwrap_or(i64::MAX), "earlier wording");
    Some(view! {
        <section class="panel" aria-labelledby="wordings">
            <h2 id="wordings" class="mb">{earlier}</h2>
            <div class="stack stack-s">{rows}</div>
        </section>
    })
}

fn row(here: &Here, one: &WhyRevision) -> impl IntoView + use<> {
    let by = here.reach().portfolio().name_of(one.by).unwrap_or("somebody who left").to_owned();
    let parts = match why_parts(&one.why) {
        Some(parts) => parts.into_any(),
        None => view! { <p class="s quiet">"Everything was taken back."</p> }.into_any(),
    };
    view! {
        <details class="details">
            <summary>{format!("Version {}, of {}", one.number, date(one.on))}</summary>
            <div><p class="xs quiet mb">{format!("Written by {by}")}</p>{parts}</div>
        </details>
    }
}
