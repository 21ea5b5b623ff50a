//! How many days each finished piece of work took.
use super::drawn::{Scale, as_table, chart, short};
use crate::{
    here::Here,
    ui::words::{count, date},
};
use chrono::{Days, NaiveDate};
use domain::{Flow, days};
use leptos::prelude::*;

/// Over so many days.
const BACK: u64 = 90;

pub fn cycle(here: &Here, flow: &Flow) -> impl IntoView + use<> {
    let heading = match (flow.finished.len(), flow.p50, flow.p85) {
        (0, ..) => "Nothing was finished in the last 91 days".to_owned(),
        (_, Some(half), Some(most)) => {
            format!("Half of what was finished took {} or less, and 85% took {most} or less", count(half, "day"))
        }
        (few, ..) => format!("{few} finished in the last 91 days: ten are needed to say how long work takes"),
    };
    let drawn = (!flow.finished.is_empty()).then(|| {
        let rows = flow.finished.iter().rev();
        let rows = rows.map(|one| [one.item.title.to_string(), date(one.done_on), count(one.cycle, "day")]).collect();
        view! {
            <figure>
                {chart("cycle", heading.clone(), marks(flow, here.today))}
                {as_table("Show finished work as a table", ["Work", "Done", "Took"], rows)}
            </figure>
        }
    });
    view! { <section class="panel" aria-labelledby="cycle"><h2 id="cycle">{heading}</h2>{drawn}</section> }
}

fn whole(number: i64) -> usize {
    usize::try_from(number).unwrap_or(0)
}

fn marks(flow: &Flow, today: NaiveDate) -> impl IntoView + use<> {
    let first = today.checked_sub_days(Days::new(BACK)).unwrap_or(today);
    let longest = flow.finished.iter().map(|one| whole(one.cycle)).max().unwrap_or(1);
    let scale = Scale::to(whole(days(first, today)), longest);
    let all: Vec<_> = first.iter_days().take_while(|day| *day <= today).collect();
    let points = flow.finished.iter().map(|one| {
        let (x, y) = (scale.x(whole(days(first, one.done_on))), scale.y(whole(one.cycle)));
        let says = format!("{}: {}, done {}", one.item.title, count(one.cycle, "day"), short(one.done_on));
        view! { <circle class="pt pt-f" cx=format!("{x:.1}") cy=format!("{y:.1}") r="4"><title>{says}</title></circle> }
    });
    let points = points.collect_view();
    let lines = [(flow.p50, "50%"), (flow.p85, "85%")].into_iter().filter_map(|(value, word)| Some((value?, word)));
    let lines = lines.map(|(value, word)| {
        let y = scale.y(whole(value));
        let words = format!("{word} within {}", count(value, "day"));
        view! {
            <path class="ln-g" fill="none" d=format!("M{:.1} {y:.1}H{:.1}", scale.x(0), scale.x(scale.steps))></path>
            <text class="t-b" x=format!("{:.1}", scale.x(0) + 4.0) y=format!("{:.1}", y - 5.0)>{words}</text>
        }
    });
    view! { {scale.lines()} {scale.days(&all)} {points} {lines.collect_view()} }
}
