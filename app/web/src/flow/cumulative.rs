//! How far all work had come, day by day.
use super::drawn::{Scale, as_table, chart};
use crate::ui::words::date;
use chrono::{Datelike, Weekday};
use domain::FlowDay;
use leptos::prelude::*;
use std::fmt::Write;

pub fn cumulative(days: &[FlowDay]) -> impl IntoView + use<> {
    let heading = days.last().map_or_else(
        || "Nothing is on the board".to_owned(),
        |last| format!("{} of {} done, {} under way", last.done, last.added, last.started - last.done),
    );
    let drawn = (days.len() > 1).then(|| {
        let last = days.len() - 1;
        let weekly = days.iter().enumerate().filter(|(index, day)| *index == last || day.on.weekday() == Weekday::Sun);
        let mut rows: Vec<_> = weekly
            .map(|(_, day)| [date(day.on), day.added.to_string(), day.started.to_string(), day.done.to_string()])
            .collect();
        rows.reverse();
        let heads = ["End of", "On the board", "Begun", "Done"];
        view! {
            <figure>
                {chart("cumulative", format!("All work by day: {heading}."), marks(days))}
                <figcaption class="xs quiet">
                    "The band in the middle is work under way. What was opened again is taken off from the day it was opened; what was dropped is not counted."
                </figcaption>
                {as_table("Show the weeks as a table", heads, rows)}
            </figure>
        }
    });
    view! { <section class="panel" aria-labelledby="cumulative"><h2 id="cumulative">{heading}</h2>{drawn}</section> }
}

/// Work that had come at least so far.
struct Band {
    class: &'static str,
    height: fn(&FlowDay) -> usize,
    word: &'static str,
    /// Where the band below it ends today.
    floor: usize,
}

fn marks(days: &[FlowDay]) -> impl IntoView + use<> {
    let last = days.len() - 1;
    let scale = Scale::to(last, days.iter().map(|day| day.added).max().unwrap_or(1));
    let all: Vec<_> = days.iter().map(|day| day.on).collect();
    let end = days[last];
    let bands = [
        Band { class: "f1", height: |day| day.added, word: "To do", floor: end.started },
        Band { class: "f3", height: |day| day.started, word: "Under way", floor: end.done },
        Band { class: "f5", height: |day| day.done, word: "Done", floor: 0 },
    ];
    let areas = bands.iter().map(|band| view! { <path class=band.class d=area(days, scale, band.height)></path> });
    let areas = areas.collect_view();
    let words = bands.iter().filter_map(|band| {
        // A band too thin for its name goes without: the table has the number.
        let (high, low) = (scale.y((band.height)(&end)), scale.y(band.floor));
        (low - high > 16.0).then(|| {
            let y = format!("{:.1}", f64::midpoint(high, low) + 4.0);
            view! { <text class="t-b t-e" x=format!("{:.1}", scale.x(last) - 6.0) y=y>{band.word}</text> }
        })
    });
    let words = words.collect_view();
    view! { {areas} {scale.lines()} {scale.days(&all)} {words} }
}

/// From the first day along its heights to the last, and back along the bottom.
fn area(days: &[FlowDay], scale: Scale, height: fn(&FlowDay) -> usize) -> String {
    let mut path = format!("M{:.1} {:.1}", scale.x(0), scale.y(0));
    for (step, day) in days.iter().enumerate() {
        let _ = write!(path, "L{:.1} {:.1}", scale.x(step), scale.y(height(day)));
    }
    let _ = write!(path, "L{:.1} {:.1}Z", scale.x(days.len() - 1), scale.y(0));
    path
}
