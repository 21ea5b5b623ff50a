//! Which audience has heard nothing for half a year, about which innovation.
use crate::{
    here::Here,
    innovation_frame::named,
    ui::{
        icon::state,
        words::{ago, date},
    },
};
use domain::{Audience, AudienceReach, Innovation, SilentAudience, days};
use leptos::prelude::*;
use std::sync::Arc;

/// What matters most, in a sentence.
pub fn finding(silent: &[SilentAudience]) -> String {
    let innovations: std::collections::BTreeSet<_> = silent.iter().map(|one| one.innovation.id).collect();
    match (silent.len(), innovations.len()) {
        (0, _) => "Every audience has heard in half a year why things are done.".into(),
        (1, _) => {
            let audience = silent.first().map_or("An audience", |one| one.audience.label());
            format!("{audience} have heard nothing for half a year about one innovation.")
        }
        (all, 1) => format!("{all} audiences have heard nothing for half a year about one innovation."),
        (all, innovations) => {
            format!("In {all} places an audience has heard nothing for half a year, over {innovations} innovations.")
        }
    }
}

/// Everything that is under way, with each audience.
pub fn panel(here: &Here) -> impl IntoView + use<> {
    let mut active: Vec<_> = here.seen().innovations().filter(|one| here.seen().kind_of(one).is_active()).collect();
    active.sort_by_key(|one| one.number);
    let rows = active.iter().map(|one| row(here, one)).collect_view();
    let heads = Audience::ALL.iter().map(|one| view! { <th scope="col">{one.label()}</th> }).collect_view();
    let content = if active.is_empty() {
        view! { <p class="empty">"Nothing is under way."</p> }.into_any()
    } else {
        view! {
            <table class="table table-cards">
                <thead><tr><th scope="col">"Innovation"</th>{heads}<th scope="col">"A leader spoke"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby="audiences">
            <h2 id="audiences" class="mb">"Who has heard why in half a year"</h2>
            {content}
        </section>
    }
}

fn row(here: &Here, innovation: &Arc<Innovation>) -> impl IntoView + use<> {
    let reached = here.seen().audiences_reached(innovation, here.today);
    let cells = reached.0.iter().map(|one| view! { <td data-l=one.audience.label()>{cell(here, one)}</td> });
    let cells = cells.collect_view();
    let spoken = here.seen().leader_voice(innovation.id, here.today).first().map(|one| one.on);
    let spoken = spoken.map_or_else(|| state("none", "None").into_any(), |on| state("on", when(here, on)).into_any());
    let address = here.link(&format!("innovations/{}/why", innovation.number));
    view! {
        <tr>
            <th scope="row"><a href=address>{named(here, innovation)}</a></th>
            {cells}
            <td data-l="A leader spoke">{spoken}</td>
        </tr>
    }
}

fn cell(here: &Here, one: &AudienceReach) -> AnyView {
    match (one.is_relevant, one.messages.first(), one.last) {
        (false, ..) => view! { <span class="quiet">"Not needed"</span> }.into_any(),
        (true, Some(told), _) => state("on", when(here, told.on)).into_any(),
        (true, None, None) => state("none", "Never").into_any(),
        (true, None, Some(last)) => {
            let since = format!("Last on {}", date(last.on));
            view! { {state("none", "Nothing")} <br/> <span class="xs quiet">{since}</span> }.into_any()
        }
    }
}

fn when(here: &Here, on: chrono::NaiveDate) -> String {
    ago(days(on, here.today))
}
