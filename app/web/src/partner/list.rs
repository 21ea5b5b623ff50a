//! The partners of one innovation.
use super::{
    OfInnovation, beside,
    words::{evolved, is_silent, open_to, since, talked},
};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::{Tab, frame},
    ui::words::{count, date},
    update::confidence_state,
};
use axum::{extract::Path, response::Response};
use domain::{Act, Innovation, Partner, PartnerSight, Place};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(here: Here, Path((_, number)): OfInnovation) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let here = here.clone();
        Ok(here.clone().page(format!("Partners of {}", innovation.title), move || {
            let sights = here.seen().partner_sights(&innovation, here.today);
            let beside = (!sights.is_empty()).then(|| beside::panel(&here, &innovation, &sights));
            let content = view! {
                <div class="stack stack-l">
                    {beside.into_any()}
                    {current(&here, &innovation, &sights).into_any()}
                    {earlier_views(&here, &innovation).into_any()}
                    {left(&here, &innovation).into_any()}
                </div>
            };
            frame(&here, &innovation, Tab::Partners, content)
        }))
    })
}

fn may_edit(here: &Here, innovation: &Innovation) -> bool {
    let stopped = here.seen().place_of(innovation) == Place::Stopped;
    !stopped && !here.looks_back() && here.seen().may(Act::EditPartners, Some(innovation))
}

fn current(here: &Here, innovation: &Innovation, sights: &[PartnerSight]) -> impl IntoView + use<> {
    let may = may_edit(here, innovation);
    let new = here.link(&format!("innovations/{}/partners/new", innovation.number));
    let add = may.then(|| view! { <a class="btn btn-go no-print" href=new>"Name a partner"</a> });
    let heading = match sights.len() {
        0 => "No partner yet".to_owned(),
        all => count(all.try_into().unwrap_or(i64::MAX), "partner"),
    };
    let rows = sights.iter().map(|one| row(here, innovation, one, may)).collect_view();
    let content = if sights.is_empty() {
        view! { <p class="empty">"Who leads, delivers, pays, shares data or advises with you stands here, with its own view of how it goes."</p> }.into_any()
    } else {
        view! {
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Partner"</th><th scope="col">"Speak with"</th><th scope="col">"Last real conversation"</th>
                        <th scope="col">"Open to it"</th>
                        <th scope="col">"Changed because of it"</th>
                        {may.then(|| view! { <th scope="col">"Change"</th> })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby="partners">
            <div class="row spread mb">
                <h2 id="partners">{heading}</h2>
                <span class="row"><a class="s" href=here.link("partners")>"Partners of all innovations"</a> {add}</span>
            </div>
            {content}
        </section>
    }
}

fn row(here: &Here, innovation: &Innovation, sight: &PartnerSight, may: bool) -> impl IntoView + use<> {
    let partner = sight.partner;
    let base = format!("innovations/{}/partners/{}", innovation.number, partner.id);
    let ends = partner.to_on.is_none();
    let changes = may.then(|| {
        let links = [("view", "Record its view", true), ("edit", "Edit", true), ("end", "End", ends)];
        let links = links.into_iter().filter(|(.., fits)| *fits).map(|(path, word, _)| {
            let label = format!("{word}: {}", partner.name);
            view! { <a href=here.link(&format!("{base}/{path}")) aria-label=label>{word}</a>" " }
        });
        view! { <td data-l="Change">{links.collect_view()}</td> }
    });
    let body = partner.organisation.as_ref().map(|body| format!(", part of {body}")).unwrap_or_default();
    let about = format!("{}{body}, since {}", partner.role.label(), date(partner.from_on));
    let until = partner.to_on.map(|last| format!(", until {}", date(last))).unwrap_or_default();
    let is_closed = !sight.open.is_open();
    view! {
        <tr>
            <th scope="row">
                {partner.name.to_string()}<br/><span class="xs quiet">{about}{until}</span>
            </th>
            <td data-l="Speak with">{partner.contact_title.as_ref().map_or_else(|| "–".into(), ToString::to_string)}</td>
            <td data-l="Last real conversation" class="cap" class:soon=is_silent(sight)>{talked(here, sight)}</td>
            <td data-l="Open to it" class="cap" class:soon=is_closed>{open_to(&sight.open)}</td>
            <td data-l="Changed because of it">{evolved(sight)}</td>
            {changes}
        </tr>
    }
}

/// What was said before the newest view of each.
fn earlier_views(here: &Here, innovation: &Innovation) -> Option<impl IntoView + use<>> {
    let all: Vec<_> = here.seen().partners(innovation.id).cloned().collect();
    let mut views: Vec<_> = all
        .iter()
        .flat_map(|one| {
            let newest = one.view(here.today);
            let earlier = one.views.iter().filter(move |view| view.on <= here.today && Some(*view) != newest);
            earlier.map(move |view| (one, view))
        })
        .collect();
    views.sort_by_key(|(_, view)| std::cmp::Reverse(view.on));
    if views.is_empty() {
        return None;
    }
    let heading = count(views.len().try_into().unwrap_or(i64::MAX), "earlier view");
    let rows = views.into_iter().map(|(partner, view)| {
        view! {
            <li class="stack stack-s">
                <div class="row spread"><span><b>{partner.name.to_string()}</b>" " {confidence_state(view.confidence)}</span><span class="xs quiet">{since(here, view)}</span></div>
                <p class="s prose">{view.said.to_string()}</p>
            </li>
        }
    });
    let rows = rows.collect_view();
    Some(view! {
        <details class="details panel"><summary>{heading}</summary><div><ol class="rows">{rows}</ol></div></details>
    })
}

/// Partners whose time is over, or has not begun on the day that is looked at.
fn left(here: &Here, innovation: &Innovation) -> Option<impl IntoView + use<>> {
    let mut gone: Vec<&Arc<Partner>> =
        here.seen().partners(innovation.id).filter(|one| one.to_on.is_some_and(|last| last < here.today)).collect();
    gone.sort_by_key(|one| std::cmp::Reverse(one.to_on));
    if gone.is_empty() {
        return None;
    }
    let rows = gone.into_iter().map(|one| {
        let until = one.to_on.map(date).unwrap_or_default();
        let words = format!("{}, from {} to {until}", one.role.label(), date(one.from_on));
        view! { <li class="s"><b>{one.name.to_string()}</b>" "<span class="quiet">{words}</span></li> }
    });
    let rows = rows.collect_view();
    Some(view! {
        <section class="panel" aria-labelledby="left"><h2 id="left" class="mb">"Partners before"</h2><ul class="rows">{rows}</ul></section>
    })
}
