use super::{Of, above, words};
use crate::{
    engagement,
    failure::Failure,
    here::Here,
    innovation_frame::named,
    short_form::crumbs,
    stake::words::{scores, standing},
};
use axum::{extract::Path, response::Response};
use domain::{Act, StakeSight, Stakeholder};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(here: Here, Path((_, id)): Of) -> Result<Response, Failure> {
    here.answer(|here| {
        let one = here.seen().stakeholder(id)?.clone();
        let inside = here.clone();
        Ok(here.page(one.name.to_string(), move || {
            let here = &inside;
            view! {
                {crumbs(above(here))}
                <div class="ph"><div class="ph-top">
                    <div><h1>{one.name.to_string()}</h1><p class="quiet">{about(&one)}</p></div>
                    {actions(here, &one)}
                </div></div>
                <div class="stack stack-l">
                    {stakes(here, &one)}
                    {engagements(here, &one)}
                </div>
            }
        }))
    })
}

fn about(one: &Stakeholder) -> String {
    let speaks: Vec<_> = one.characteristics.iter().map(ToString::to_string).collect();
    if speaks.is_empty() { words(one) } else { format!("{}. Speaks for: {}", words(one), speaks.join(", ")) }
}

fn actions(here: &Here, one: &Stakeholder) -> impl IntoView + use<> {
    let wanted = [(Act::LogEngagement, "edit", "Edit"), (Act::EditStakeholders, "merge", "Same as another")];
    let may = |act| !here.looks_back() && here.seen().may(act, None);
    let links = wanted.into_iter().filter(|(act, ..)| may(*act)).map(|(_, path, word)| {
        view! { <a class="btn" href=here.link(&format!("stakeholders/{}/{path}", one.id))>{word}</a> }
    });
    view! { <div class="row no-print">{links.collect_view()}</div> }
}

fn stakes(here: &Here, one: &Stakeholder) -> AnyView {
    let seen = here.seen();
    let all = seen.innovations().flat_map(|innovation| seen.stake_sights(innovation, here.today));
    let all: Vec<StakeSight> = all.filter(|sight| sight.stakeholder.id == one.id).collect();
    let heading = if all.is_empty() { "It is named on no innovation yet" } else { "How it stands" };
    let rows = all.iter().map(|sight| {
        let address = here.link(&format!("innovations/{}/engagement", sight.innovation.number));
        view! {
            <tr>
                <th scope="row"><a href=address>{named(here, sight.innovation)}</a></th>
                <td data-l="Power, interest, impact">{scores(sight.stake)}</td>
                <td data-l="Agreed">{crate::stake::words::agreed(here, sight.stake)}</td>
                <td data-l="Met" class:late={sight.is_overdue()}>{standing(here, sight)}</td>
            </tr>
        }
    });
    let table = (!all.is_empty()).then(|| {
        view! {
            <table class="table table-cards">
                <thead><tr>
                    <th scope="col">"Innovation"</th>
                    <th scope="col">"Power, interest, impact"</th>
                    <th scope="col">"Agreed"</th>
                    <th scope="col">"Met"</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
    });
    view! { <section class="panel" aria-labelledby="stands"><h2 id="stands" class="mb">{heading}</h2>{table}</section> }
        .into_any()
}

fn engagements(here: &Here, one: &Arc<Stakeholder>) -> AnyView {
    let seen = here.seen();
    let with = |group: &domain::Group| seen.stakeholder_now(group.stakeholder) == one.id;
    let all = seen.all_engagements().into_iter().filter(|engagement| engagement.groups.iter().any(with));
    let all: Vec<_> = all.cloned().collect();
    let heading = if all.is_empty() { "Nobody has logged meeting it" } else { "When it was met" };
    let list = engagement::list(here, &all, None);
    view! { <section class="panel" aria-labelledby="met"><h2 id="met" class="mb">{heading}</h2>{list}</section> }
        .into_any()
}
