//! One site: where it has got to and how, what it does in another way, and what is counted and checked there.
use super::{OfSite, site_state};
use crate::{
    embedding,
    failure::Failure,
    fidelity,
    form::embed_gap,
    here::Here,
    innovation_frame::above,
    short_form::crumbs,
    ui::words::{ago, date},
};
use axum::{extract::Path, response::Response};
use domain::{Act, Innovation, Place, Site, SiteSight, SiteState, days};
use leptos::prelude::*;
use std::{cmp::Reverse, sync::Arc};

pub async fn show(here: Here, Path((_, number, id)): OfSite) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let site = here.seen().site(innovation.id, id)?.clone();
        let here = here.clone();
        Ok(here.clone().page(format!("{}, {}", site.name, innovation.title), move || {
            let sight = here.seen().site_sight(&site, here.today);
            let mut upper = above(&here, &innovation);
            upper.push(("Scale-up".into(), here.link(&format!("innovations/{number}/scale-up"))));
            view! {
                {crumbs(upper)}
                {heading(&here, &innovation, &sight).into_any()}
                <div class="stack stack-l">
                    {blocks(&here, &sight).into_any()}
                    <div class="halves">{facts(&here, &site).into_any()} {story(&here, &sight).into_any()}</div>
                    {adaptations(&here, &site).into_any()}
                    <div class="halves">{counts(&here, &innovation, &site).into_any()} {checks(&here, &innovation, &site).into_any()}</div>
                    {embedding::panel(&here, &innovation, Some(site.id)).into_any()}
                </div>
            }
        }))
    })
}

fn may_edit(here: &Here, innovation: &Innovation) -> bool {
    let stopped = here.seen().place_of(innovation) == Place::Stopped;
    !stopped && !here.looks_back() && here.seen().may(Act::EditInnovation, Some(innovation))
}

fn heading(here: &Here, innovation: &Innovation, sight: &SiteSight) -> impl IntoView + use<> {
    let site = sight.site;
    let base = format!("innovations/{}/sites/{}", innovation.number, site.id);
    let links = may_edit(here, innovation).then(|| {
        let edit = here.link(&format!("{base}/edit"));
        let step = here.link(&format!("{base}/move"));
        view! { <div class="row no-print"><a class="btn" href=edit>"Edit"</a><a class="btn btn-go" href=step>"Move"</a></div> }
    });
    let since = sight.since.map(|on| format!(" since {}, {}", date(on), ago(days(on, here.today))));
    let review = sight.moves.last().and_then(|last| last.review_on).map(|on| format!(". Look again on {}", date(on)));
    view! {
        <div class="ph"><div class="ph-top">
            <div>
                <p class="kicker">{innovation.title.to_string()}</p>
                <h1>{site.name.to_string()}</h1>
                <p>{site_state(sight.state)}{since}{review}</p>
            </div>
            {links}
        </div></div>
    }
}

/// What is missing before it may be called embedded.
fn blocks(here: &Here, sight: &SiteSight) -> Option<impl IntoView + use<>> {
    if sight.state != SiteState::Live {
        return None;
    }
    let gaps = here.seen().blocks_embedding(sight, here.today);
    let heading = if gaps.is_empty() { "It may be called embedded" } else { "Not embedded yet: this is missing" };
    let rows = gaps.into_iter().map(|gap| view! { <li>{embed_gap(gap)}</li> }).collect_view();
    Some(view! {
        <section class="panel" aria-labelledby="blocks"><h2 id="blocks">{heading}</h2><ul class="bullets s">{rows}</ul></section>
    })
}

fn facts(here: &Here, site: &Site) -> impl IntoView + use<> {
    let council = site.council.and_then(|id| here.seen().council(id)).map(|council| council.name.to_string());
    let rows = [
        ("Kind", Some(site.kind.label().to_owned())),
        ("Meant for it", Some(site.eligible.label().to_owned())),
        ("Why", site.eligible_reason.as_ref().map(ToString::to_string)),
        ("People it could reach", site.eligible_people.map(|people| people.to_string())),
        ("Wave", site.wave.map(|wave| wave.to_string())),
        ("First planned", site.planned_live_on.map(date)),
        ("Now expected", site.forecast_live_on.map(date)),
        ("Leads there", site.lead.as_ref().map(ToString::to_string)),
        ("Whose place", site.organisation.as_ref().map(ToString::to_string).or(council)),
    ];
    let rows = rows.into_iter().filter_map(|(title, text)| Some(view! { <dt>{title}</dt><dd>{text?}</dd> }));
    view! {
        <section class="panel" aria-labelledby="facts"><h2 id="facts">"The place"</h2><dl class="dl">{rows.collect_view()}</dl></section>
    }
}

fn story(here: &Here, sight: &SiteSight) -> impl IntoView + use<> {
    let rows = sight.moves.iter().rev().map(|step| {
        let who = here.reach().portfolio().name_of(step.by).unwrap_or("Somebody who left").to_owned();
        let reason = step.reason.as_ref().map(|reason| view! { <p>{reason.to_string()}</p> });
        view! {
            <li><b>{step.to.label()}</b>{format!(" from {}, {}. ", step.from.label().to_lowercase(), date(step.on))}<span class="quiet">{who}</span>{reason}</li>
        }
    });
    let rows = rows.collect_view();
    let content = if sight.moves.is_empty() {
        view! { <p class="empty">"It has been identified. Nothing has happened there yet."</p> }.into_any()
    } else {
        view! { <ol class="rows s">{rows}</ol> }.into_any()
    };
    view! { <section class="panel" aria-labelledby="story"><h2 id="story">"How it got there"</h2>{content}</section> }
}

fn adaptations(here: &Here, site: &Site) -> Option<impl IntoView + use<>> {
    if site.adaptations.is_empty() {
        return None;
    }
    let rows = site.adaptations.iter().map(|one| super::adaptations::told(here, one)).collect_view();
    Some(view! {
        <section class="panel" aria-labelledby="changed"><h2 id="changed">"What it does in another way"</h2><ul class="rows s">{rows}</ul></section>
    })
}

fn counts(here: &Here, innovation: &Innovation, site: &Site) -> impl IntoView + use<> {
    let may = may_edit(here, innovation);
    let mut all: Vec<_> =
        here.seen().reach_counts(innovation.id, site.id).filter(|one| one.to_on <= here.today).collect();
    all.sort_by_key(|one| Reverse(one.to_on));
    let new = here.link(&format!("innovations/{}/reach/new", innovation.number));
    let add = may.then(|| view! { <a class="btn no-print" href=new>"Count"</a> });
    let rows = all.iter().map(|one| {
        let reached = one.reached_people.map_or("not counted".into(), |people| people.to_string());
        let eligible = one.eligible_people.map_or("an unknown number".into(), |people| people.to_string());
        let shared = (!one.unique).then_some(" Some may be counted elsewhere too.");
        let words = format!("{} to {}: {reached} of {eligible} {}.", date(one.from_on), date(one.to_on), one.unit);
        let edit = here.link(&format!("innovations/{}/reach/{}/edit", innovation.number, one.id));
        let label = format!("Correct the count to {}", date(one.to_on));
        let edit = may.then(|| view! { " "<a class="no-print" href=edit aria-label=label>"Correct"</a> });
        view! { <li>{words}{shared}{edit}</li> }
    });
    let rows = rows.collect_view();
    let content = if all.is_empty() {
        view! { <p class="empty">"Nobody has counted here yet."</p> }.into_any()
    } else {
        view! { <ul class="rows s">{rows}</ul> }.into_any()
    };
    view! {
        <section class="panel" aria-labelledby="counts"><div class="row spread mb"><h2 id="counts">"Who was reached"</h2>{add}</div>{content}</section>
    }
}

fn checks(here: &Here, innovation: &Innovation, site: &Arc<Site>) -> impl IntoView + use<> {
    let may = may_edit(here, innovation) && here.seen().scale_plan(innovation.id).is_some();
    let new = here.link(&format!("innovations/{}/sites/{}/fidelity", innovation.number, site.id));
    let add = may.then(|| view! { <a class="btn no-print" href=new>"Check"</a> });
    view! {
        <section class="panel" aria-labelledby="checks"><div class="row spread mb"><h2 id="checks">"Is the core being done?"</h2>{add}</div>{fidelity::checks(here, site).into_any()}</section>
    }
}
