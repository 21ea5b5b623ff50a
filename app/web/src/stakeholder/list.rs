use super::{address, filter::Asked, words};
use crate::{
    failure::Failure,
    here::Here,
    listening::{STAKEHOLDERS, sections},
    ui::words::{count, date},
};
use axum::{extract::Query, response::Response};
use domain::{Act, StakeSight, Stakeholder};
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

pub async fn show(here: Here, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    if !here.seen().reads_inside() {
        return Err(Failure::NotFound);
    }
    here.answer(|here| {
        let inside = here.clone();
        Ok(here.page("Stakeholders", move || {
            let here = &inside;
            let all: Vec<_> = here.seen().stakeholders().into_iter().cloned().collect();
            let shown: Vec<_> = all.iter().filter(|one| asked.fits(one)).cloned().collect();
            let may = !here.looks_back() && here.seen().may(Act::LogEngagement, None);
            let add = may.then(|| view! { <a class="btn btn-go" href=here.link("stakeholders/new")>"Add a stakeholder"</a> });
            view! {
                <div class="ph"><div class="ph-top">
                    <div>
                        <h1>{heading(&all)}</h1>
                        <p class="quiet prose">"Groups and organisations whom innovations affect. Groups and numbers: there is no field for a resident’s name."</p>
                    </div>
                    <div class="row no-print">{add}</div>
                </div></div>
                {sections(here, STAKEHOLDERS)}
                {(!all.is_empty()).then(|| asked.form(here)).into_any()}
                <section class="panel" aria-labelledby="stakeholders">
                    <h2 id="stakeholders" class="mb">{listed(&shown, asked.is_blank())}</h2>
                    {table(here, &shown, all.is_empty())}
                </section>
            }
        }))
    })
}

fn heading(all: &[Arc<Stakeholder>]) -> String {
    if all.is_empty() {
        "No stakeholders yet".into()
    } else {
        format!("{} in the register", count(of(all), "stakeholder"))
    }
}

fn listed(shown: &[Arc<Stakeholder>], is_all: bool) -> String {
    if is_all { "By name".into() } else { format!("{} found", count(of(shown), "stakeholder")) }
}

fn of<T>(all: &[T]) -> i64 {
    i64::try_from(all.len()).unwrap_or(i64::MAX)
}

fn table(here: &Here, shown: &[Arc<Stakeholder>], is_blank: bool) -> AnyView {
    if shown.is_empty() {
        let text = if is_blank {
            "Start with who is affected most, and who can stop it. Logging an engagement adds a group as well."
        } else {
            "No stakeholder fits this filter."
        };
        return view! { <p class="empty">{text}</p> }.into_any();
    }
    let mut stakes: BTreeMap<_, Vec<StakeSight>> = BTreeMap::new();
    for innovation in here.seen().innovations() {
        for sight in here.seen().stake_sights(innovation, here.today) {
            stakes.entry(sight.stakeholder.id).or_default().push(sight);
        }
    }
    let rows = shown.iter().map(|one| row(here, one, stakes.get(&one.id).map_or(&[], Vec::as_slice)));
    let rows = rows.collect_view();
    view! {
        <table class="table table-cards">
            <thead>
                <tr>
                    <th scope="col">"Stakeholder"</th>
                    <th scope="col">"Speaks for"</th>
                    <th scope="col">"Affected by"</th>
                    <th scope="col">"Last met"</th>
                    <th scope="col">"To be met"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(here: &Here, one: &Arc<Stakeholder>, stakes: &[StakeSight]) -> impl IntoView + use<> {
    let speaks: Vec<_> = one.characteristics.iter().map(ToString::to_string).collect();
    let speaks = if speaks.is_empty() { "–".into() } else { speaks.join(", ") };
    let priorities = stakes.iter().filter(|one| one.stake.is_priority()).count();
    let affected = match (stakes.len(), priorities) {
        (0, _) => "–".into(),
        (all, 0) => count(i64::try_from(all).unwrap_or(0), "innovation"),
        (all, some) => format!("{}, a priority in {some}", count(i64::try_from(all).unwrap_or(0), "innovation")),
    };
    let last = stakes.iter().filter_map(|one| one.latest).map(|one| one.on).max().map_or_else(|| "–".into(), date);
    let overdue = stakes.iter().filter(|one| one.stake.is_priority() && one.is_overdue()).count();
    let due = stakes.iter().filter(|one| one.stake.is_priority()).map(|one| one.due_on).min();
    let due = match (overdue, due) {
        (0, None) => "–".into(),
        (0, Some(due)) => format!("By {}", date(due)),
        (some, _) => format!("Overdue in {}", count(i64::try_from(some).unwrap_or(0), "innovation")),
    };
    view! {
        <tr>
            <th scope="row"><a href=address(here, one.id)>{one.name.to_string()}</a><br/><span class="xs quiet">{words(one)}</span></th>
            <td data-l="Speaks for">{speaks}</td>
            <td data-l="Affected by">{affected}</td>
            <td data-l="Last met">{last}</td>
            <td data-l="To be met" class:late={overdue != 0}>{due}</td>
        </tr>
    }
}
