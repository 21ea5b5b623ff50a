//! What has become ordinary service, and how far everything that spreads has come.
use super::{all::title, vitals::reached};
use crate::{
    embedding::banded,
    here::Here,
    ui::words::{count, date},
};
use domain::{Innovation, Place, SiteState};
use leptos::prelude::*;
use std::sync::Arc;

/// Who has mainstreamed what: whole innovations, sites where it is normal, and what it is written into.
pub fn mainstreamed(here: &Here, all: &[&Arc<Innovation>]) -> impl IntoView + use<> {
    let rows: Vec<_> = all.iter().filter_map(|one| mainstream(here, one)).collect();
    let content = if rows.is_empty() {
        view! { <p class="quiet s">"Nothing yet. What becomes ordinary service stands here, with where and how."</p> }
            .into_any()
    } else {
        view! {
            <table class="table table-cards">
                <thead><tr>
                    <th scope="col">"Innovation"</th><th scope="col">"Service"</th><th scope="col">"Ordinary service"</th>
                    <th scope="col">"Normal at"</th><th scope="col">"Written into"</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! { <section class="panel" aria-labelledby="mainstreamed"><h2 id="mainstreamed">"Who has mainstreamed what"</h2>{content}</section> }
}

fn mainstream(here: &Here, innovation: &Innovation) -> Option<AnyView> {
    let seen = here.seen();
    let sights = seen.site_sights(innovation.id, here.today);
    let normal: Vec<_> = sights.iter().filter(|one| one.state == SiteState::Embedded).collect();
    let is_ordinary = seen.place_of(innovation) == Place::Mainstreamed;
    let reached = seen.scale_plan(innovation.id).into_iter().flat_map(|plan| &plan.vertical_targets);
    let reached = reached.filter(|one| one.reached_on.is_some_and(|on| on <= here.today));
    let written: Vec<_> = reached.map(|one| format!("{}: {}", one.kind.label(), one.what)).collect();
    if !is_ordinary && normal.is_empty() && written.is_empty() {
        return None;
    }
    let since = seen.stage_moves(innovation.id).rfind(|one| one.to == Place::Mainstreamed).filter(|_| is_ordinary);
    let since = since.map_or("Not yet".into(), |last| format!("Since {}", date(last.on)));
    let names: Vec<_> = normal.iter().map(|one| one.site.name.to_string()).collect();
    let or_dash = |texts: &[String]| if texts.is_empty() { "–".to_owned() } else { texts.join(", ") };
    let service = innovation.service.as_ref().map_or_else(|| "–".into(), ToString::to_string);
    Some(
        view! {
            <tr>
                <th scope="row">{title(here, innovation)}</th>
                <td data-l="Service">{service}</td>
                <td data-l="Ordinary service">{since}</td>
                <td data-l="Normal at">{or_dash(&names)}</td>
                <td data-l="Written into">{or_dash(&written)}</td>
            </tr>
        }
        .into_any(),
    )
}

/// Everything with a site, the least spread first.
pub fn spreading(here: &Here, all: &[&Arc<Innovation>]) -> impl IntoView + use<> {
    let seen = here.seen();
    let active = all.iter().filter(|one| seen.place_of(one) != Place::Stopped && seen.sites(one.id).next().is_some());
    let mut spreading: Vec<_> = active.map(|one| (*one, seen.adoption(one.id, here.today).share())).collect();
    spreading.sort_by(|one, other| one.1.unwrap_or(0.0).total_cmp(&other.1.unwrap_or(0.0)));
    let rows: Vec<_> = spreading.iter().map(|(one, _)| row(here, one)).collect();
    let content = if rows.is_empty() {
        view! { <p class="empty">"No innovation has a site yet. Sites are listed on the page “Scale-up” of each innovation."</p> }.into_any()
    } else {
        view! {
            <table class="table table-cards">
                <thead><tr>
                    <th scope="col">"Innovation"</th><th scope="col">"Sites"</th><th scope="col">"Reached"</th>
                    <th scope="col">"Fidelity"</th><th scope="col">"Embedding"</th><th scope="col">"Backed for"</th>
                    <th scope="col">"Reviews"</th><th scope="col" class="num">"Persistence"</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! { <section class="panel" aria-labelledby="spreading"><h2 id="spreading">"How far each has come, the least first"</h2>{content}</section> }
}

fn row(here: &Here, innovation: &Innovation) -> AnyView {
    let seen = here.seen();
    let adoption = seen.adoption(innovation.id, here.today);
    let sites = format!("{} of {}, {adoption}", adoption.adopted.len(), adoption.eligible());
    let reach = seen.reach(innovation.id, here.today);
    let fidelity = seen.fidelity(innovation.id, here.today);
    let fidelity = fidelity
        .score
        .zip(fidelity.band())
        .map_or("–".into(), |(score, band)| format!("{score:.1}, {}", band.label()));
    let embedding = seen.embedding(innovation.id, None, here.today);
    let embedding = if embedding.counted.is_empty() { "–".into() } else { banded(&embedding) };
    let horizon = seen.horizon(innovation.id, here.today);
    let persistence = seen.persistence(innovation, here.today).and_then(|one| one.score);
    let persistence = persistence.map_or("–".into(), |score| format!("{score:.1}"));
    view! {
        <tr>
            <th scope="row">{title(here, innovation)}</th>
            <td data-l="Sites">{sites}</td>
            <td data-l="Reached">{format!("{}, {reach}", reached(&reach))}</td>
            <td data-l="Fidelity">{fidelity}</td>
            <td data-l="Embedding">{embedding}</td>
            <td data-l="Backed for">{count(horizon.months.into(), "month")}</td>
            <td data-l="Reviews">{seen.review_counts(innovation.id, here.today).to_string()}</td>
            <td class="num" data-l="Persistence">{persistence}</td>
        </tr>
    }
    .into_any()
}
