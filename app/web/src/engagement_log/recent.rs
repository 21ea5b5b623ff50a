//! What the same person logged last, below the form.
use crate::{
    here::Here,
    ui::words::{ago, date},
};
use domain::{Engagement, days};
use leptos::prelude::*;
use std::{cmp::Reverse, sync::Arc};

const SHOWN: usize = 3;

pub fn last_three(here: &Here) -> Option<impl IntoView + use<>> {
    let mut mine = here.seen().all_engagements();
    mine.retain(|one| one.entry.by == here.session.person);
    mine.sort_by_key(|one| Reverse(one.entry.at));
    mine.truncate(SHOWN);
    let heading = match mine.len() {
        0 => return None,
        1 => "Your last one".into(),
        some => format!("Your last {some}"),
    };
    let rows = mine.into_iter().map(|one| row(here, one)).collect_view();
    Some(view! {
        <section class="last" aria-labelledby="last">
            <h2 id="last" class="mb">{heading}</h2>
            <ul class="rows s">{rows}</ul>
        </section>
    })
}

fn row(here: &Here, one: &Arc<Engagement>) -> impl IntoView + use<> {
    let seen = here.seen();
    let groups =
        one.groups.iter().filter_map(|group| seen.group(group.stakeholder)).map(|group| group.name.to_string());
    let groups: Vec<_> = groups.collect();
    let on = match days(one.on, here.today) {
        since @ 0..=1 => ago(since),
        _ => date(one.on),
    };
    let how = format!(", {}, {on}", one.method.label().to_lowercase());
    let innovation = seen.innovation(one.innovation).ok().map(|innovation| {
        let address = here.link(&format!("innovations/{}", innovation.number));
        view! { <br/><a href=address>{innovation.title.to_string()}</a> }
    });
    let said = seen.feedback_of(one);
    let (all, waiting) = (said.len(), said.iter().filter(|one| !one.is_answered()).count());
    let state = match (all, waiting) {
        (0, _) => "Nothing they said was written down".to_owned(),
        (_, 0) => "Answered".to_owned(),
        (1, _) => "What they said waits for an answer".to_owned(),
        (all, waiting) => format!("{waiting} of {all} points wait for an answer"),
    };
    view! { <li><b>{groups.join(", ")}</b>{how}{innovation}<br/><span class="quiet">{state}</span></li> }
}
