use super::{
    chart::charts,
    filter::{Asked, form},
    lists::{drift_panel, points, table, words},
    narrow::narrow,
};
use crate::{failure::Failure, here::Here, ui::words::count};
use axum::{extract::Query, response::Response};
use domain::{Roadmap, RoadmapFilter, WaitsFor};
use leptos::prelude::*;

pub async fn show(here: Here, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    here.answer(|here| {
        let inside = here.clone();
        let page = here.page("Roadmap", move || {
            let filter = asked.filter(inside.today);
            let map = inside.seen().roadmap(&filter, inside.today);
            view! {
                {heading(&inside, &map, &asked).into_any()}
                {body(&inside, &map, &filter)}
            }
        });
        Ok(page.wide())
    })
}

fn heading(here: &Here, map: &Roadmap, asked: &Asked) -> impl IntoView + use<> {
    let organisation = here.seen().organisation().name.to_string();
    let all = (map.ended > 0).then(|| {
        let all = map.innovations() + map.ended;
        view! { <a class="btn" href=asked.with_ended(here)>{format!("Show all {all}")}</a> }
    });
    view! {
        <div class="ph">
            <div class="ph-top">
                <div><p class="kicker">{organisation}</p><h1>"Roadmap"</h1></div>
                <div class="row no-print">{all}</div>
            </div>
            <p class="prose">{finding(map)}</p>
            {form(here, asked)}
        </div>
    }
}

/// The finding, in a sentence or two.
fn finding(map: &Roadmap) -> String {
    let number = |length: usize, one: &str| count(i64::try_from(length).unwrap_or(i64::MAX), one);
    let areas = map.areas.iter().filter(|area| area.area.is_some()).count();
    let within = match areas {
        0 => String::new(),
        areas => format!(" in {}", number(areas, "priority area")),
    };
    let overdue = match map.overdue.len() {
        0 => "No milestone is overdue".into(),
        1 => "1 milestone is overdue".into(),
        overdue => format!("{overdue} milestones are overdue"),
    };
    let apart = map.waits.iter().filter(|one| one.crosses != domain::Crossing::Within).count();
    let waits = match apart {
        0 => String::new(),
        1 => ", and 1 thing waits on another innovation or on somebody outside".into(),
        apart => format!(", and {apart} things wait on another innovation or on somebody outside"),
    };
    format!("{}{within}. {overdue}{waits}.", number(map.innovations(), "innovation"))
}

fn body(here: &Here, map: &Roadmap, filter: &RoadmapFilter) -> AnyView {
    if map.innovations() == 0 {
        let link = here.link("roadmap");
        return view! { <p class="empty">"Nothing matches. "<a href=link>"Show everything"</a></p> }.into_any();
    }
    let hidden = map.waits.iter().any(|one| one.on == WaitsFor::Hidden);
    view! {
        <div class="stack stack-l roadmap">
            <section class="panel" aria-labelledby="map">
                <h2 id="map" class="vh">"Timeline by priority area"</h2>
                {charts(here, map, filter)}
                {narrow(here, map, filter)}
                {words(here, map, hidden)}
                {table(here, map)}
            </section>
            <div class="halves">
                {points(here, "overdue", "Overdue", &map.overdue)}
                {points(here, "next", "Next 14 days", &map.next)}
            </div>
            {drift_panel(here)}
        </div>
    }
    .into_any()
}
