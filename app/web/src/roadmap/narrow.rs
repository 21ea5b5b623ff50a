//! The roadmap for a phone: a bar for each innovation under its name, with words beside it. Nothing scrolls sideways.
use super::chart::{shape, stretches};
use crate::{
    here::Here,
    ui::{
        timescale::{Timescale, number},
        words::{date, until},
    },
};
use domain::{Roadmap, RoadmapFilter, RoadmapRow, days};
use leptos::prelude::*;

const WIDTH: f64 = 330.0;

pub fn narrow(here: &Here, map: &Roadmap, filter: &RoadmapFilter) -> AnyView {
    let window = filter.window;
    let scale = Timescale { from_on: window.from_on, to_on: window.to_on, start: 2.0, end: WIDTH - 2.0 };
    let month = |day: chrono::NaiveDate| day.format("%B %Y").to_string();
    let about = format!(
        "Each bar runs from {} to {}. The upright line is today, outlined is planned.",
        month(window.from_on),
        month(window.to_on)
    );
    let areas = map.areas.iter().map(|area| {
        let title = area.area.map_or_else(|| "No priority area".to_owned(), |area| area.title.to_string());
        let rows = area.rows.iter().map(|row| line(here, &scale, row)).collect_view();
        view! { <h3 class="mt">{title}</h3><ul class="rows s">{rows}</ul> }
    });
    view! { <div class="phone-only"><p class="s quiet">{about}</p>{areas.collect_view()}</div> }.into_any()
}

fn line(here: &Here, scale: &Timescale, row: &RoadmapRow) -> AnyView {
    let address = here.link(&format!("innovations/{}", row.innovation.number));
    let marks = row.milestones.iter().map(|one| shape(here, one, scale.at(one.outturn()), 12.0, 6.0)).collect_view();
    let shown = (scale.from_on..=scale.to_on).contains(&here.today);
    let now = shown.then(|| view! { <path class="now" d=format!("M{} 0V24", number(scale.at(here.today)))></path> });
    let next = here.seen().open_milestones(row.innovation.id).into_iter().next().map(|one| {
        let ahead = days(here.today, one.forecast_on());
        let late = ahead < 0;
        let address = here.link(&format!("innovations/{}/milestones/{}", row.innovation.number, one.id));
        let words = format!(", {}, {}", date(one.forecast_on()), until(ahead));
        view! { <br/>"Next: "<a href=address>{one.title.to_string()}</a><span class:late=late>{words}</span> }
    });
    view! {
        <li>
            <a href=address><b>{row.innovation.title.to_string()}</b></a>
            <span class="quiet">{format!(", {}", row.stage)}</span>
            <svg class="chart chart-text" viewBox=format!("0 0 {WIDTH} 24") aria-hidden="true">
                {stretches(scale, row, 12.0, 6.0, false)}
                {marks}
                {now}
            </svg>
            {next}
        </li>
    }
    .into_any()
}
