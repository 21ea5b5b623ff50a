//! Who carries how much, which posts nobody holds, and what nobody at the top looks at.
use super::page::{Section, section, title};
use crate::{
    here::Here,
    ui::words::{count, date, month},
};
use domain::{Innovation, PersonId};
use leptos::prelude::*;
use std::sync::Arc;

fn name(here: &Here, person: PersonId) -> String {
    here.reach().portfolio().name_of(person).unwrap_or("somebody who left").to_owned()
}

pub fn vacancies(here: &Here) -> Section {
    let rows = here.seen().vacancies(here.today).into_iter().map(|one| {
        let since = one.since.map_or_else(|| "never held".into(), |day| format!("since {}", date(day)));
        let told = format!("{}: {since}", one.kind.label());
        view! { <li class="row spread"><span>{title(here, one.innovation)}</span><span>{told}</span></li> }.into_any()
    });
    section("vacancies", "Posts that nobody holds".into(), rows.collect(), "Every lead and sponsor is in post.")
}

/// Everyone who leads; whoever leads most first, and whoever promised more days than a month has.
pub fn load(here: &Here) -> Section {
    let load = here.seen().load(here.today);
    let limit = here.seen().organisation().lead_limit();
    let over = load.iter().filter(|one| one.is_over).count();
    let rows = load.iter().map(|one| {
        let leads =
            one.innovations.iter().map(|innovation| view! { <span class="nb">{title(here, innovation)}</span>" " });
        let told = count(i64::try_from(one.innovations.len()).unwrap_or(i64::MAX), "innovation");
        view! {
            <li class="row spread">
                <span><b>{name(here, one.person)}</b><br/>{leads.collect_view()}</span>
                <span class:late=one.is_over>{told}</span>
            </li>
        }
        .into_any()
    });
    let promised = here.seen().overpromised(here.today).into_iter().map(|one| {
        let told = format!("{} days promised for {}", one.promised, month(one.month));
        view! { <li class="row spread"><b>{name(here, one.person)}</b><span class="late">{told}</span></li> }.into_any()
    });
    let heading = match over {
        0 => format!("Nobody leads more than {limit}"),
        1 => format!("One person leads more than {limit}"),
        over => format!("{over} people lead more than {limit}"),
    };
    section("load", heading, rows.chain(promised).collect(), "Nobody leads anything yet.")
}

pub fn unwatched(here: &Here, active: &[&Arc<Innovation>]) -> Section {
    let rows = active.iter().filter(|one| one.is_priority && !here.seen().attention(one, here.today).is_there());
    let rows = rows.map(|one| view! { <li>{title(here, one)}</li> }.into_any());
    section(
        "unwatched",
        "Nothing recorded of a sponsor for two months".into(),
        rows.collect(),
        "A sponsor did something on record about every priority innovation in the last 60 days.",
    )
}
