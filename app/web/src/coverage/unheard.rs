//! Who has not been heard from.
use super::figures::one_decimal;
use crate::{
    here::Here,
    innovation_frame::named,
    stake::words::standing,
    ui::words::{date, until},
};
use domain::{SilentGate, StakeSight, days};
use leptos::prelude::*;

pub fn panel(here: &Here) -> Option<AnyView> {
    let found = here.seen().unheard(here.today);
    if !here.seen().reads_inside() {
        return None;
    }
    let heading = match (found.groups.len(), found.gates.len()) {
        (0, 0) => "Nobody is waiting to be heard for long".to_owned(),
        (0, _) => "Gates are near with nobody heard".into(),
        (1, _) => "1 group has not been heard for more than twice the time agreed".into(),
        (many, _) => format!("{many} groups have not been heard for more than twice the time agreed"),
    };
    let groups = found.groups.iter().map(|one| group(here, one)).collect_view();
    let gates = found.gates.iter().map(|one| gate(here, one)).collect_view();
    Some(
        view! {
            <section class="panel" aria-labelledby="unheard">
                <h2 id="unheard" class="mb">{heading}</h2>
                <ul class="rows">{gates}{groups}</ul>
            </section>
        }
        .into_any(),
    )
}

fn group(here: &Here, one: &StakeSight) -> impl IntoView + use<> {
    let address = here.link(&format!("innovations/{}/engagement", one.innovation.number));
    let late = format!("{} cadences late", one_decimal(one.debt()));
    view! {
        <li class="stack stack-s">
            <p><b>{one.stakeholder.name.to_string()}</b>" "<span class="late">{late}</span></p>
            <p class="s"><a href=address>{named(here, one.innovation)}</a>". "{standing(here, one)}</p>
        </li>
    }
}

fn gate(here: &Here, one: &SilentGate) -> impl IntoView + use<> {
    let address = here.link(&format!("innovations/{}/engagement", one.innovation.number));
    let on = one.gate.forecast_on();
    let words = format!("{}, {}: {}", one.gate.title, date(on), until(days(here.today, on)));
    let names: Vec<_> = one.groups.iter().map(|one| one.stakeholder.name.to_string()).collect();
    view! {
        <li class="stack stack-s">
            <p><b>"A gate is near, and none of its priority groups was asked"</b></p>
            <p class="s"><a href=address>{named(here, one.innovation)}</a>". "{words}". "{names.join(", ")}</p>
        </li>
    }
}
