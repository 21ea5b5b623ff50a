//! How much was finished in each complete week.
use super::drawn::{Scale, as_table, chart, float, short};
use crate::ui::words::{count, date};
use chrono::NaiveDate;
use leptos::prelude::*;

pub fn weekly(weeks: &[(NaiveDate, u32)]) -> impl IntoView + use<> {
    let all: u32 = weeks.iter().map(|(_, done)| done).sum();
    let heading = match (weeks.len(), all) {
        (0, _) => "No complete week on the board yet".to_owned(),
        (1, done) => format!("{done} finished in the one complete week so far"),
        (weeks, 0) => format!("Nothing was finished in the last {weeks} weeks"),
        (weeks, done) => {
            let tenths = done * 10 / u32::try_from(weeks).unwrap_or(1);
            format!("{done} finished in {weeks} weeks, about {}.{} a week", tenths / 10, tenths % 10)
        }
    };
    let drawn = (!weeks.is_empty()).then(|| {
        let rows = weeks.iter().rev().map(|(monday, done)| [date(*monday), done.to_string()]).collect();
        let all: Vec<_> = weeks.iter().map(|(_, done)| count((*done).into(), "piece")).collect();
        let title = format!("Finished in each week, oldest first: {}.", all.join(", "));
        view! {
            <figure>
                {chart("weekly", title, marks(weeks))}
                <figcaption class="xs quiet">"Weeks from Monday to Sunday. Weeks in which the organisation is closed are left out."</figcaption>
                {as_table("Show the weeks as a table", ["Week from", "Finished"], rows)}
            </figure>
        }
    });
    view! { <section class="panel" aria-labelledby="weekly"><h2 id="weekly">{heading}</h2>{drawn}</section> }
}

fn marks(weeks: &[(NaiveDate, u32)]) -> impl IntoView + use<> {
    let done = |number: u32| usize::try_from(number).unwrap_or(0);
    let highest = weeks.iter().map(|(_, number)| done(*number)).max().unwrap_or(1);
    let scale = Scale::to(weeks.len(), highest.max(1));
    let wide = (scale.x(1) - scale.x(0)) * 0.6;
    let every = weeks.len().div_ceil(4);
    let bars = weeks.iter().enumerate().map(|(index, (monday, number))| {
        let middle = f64::midpoint(scale.x(index), scale.x(index + 1));
        let (top, floor) = (scale.y(done(*number)), scale.y(0));
        let label = index.is_multiple_of(every).then(|| {
            view! { <text class="t-m" x=format!("{middle:.1}") y=format!("{:.1}", floor + 22.0)>{short(*monday)}</text> }
        });
        view! {
            <rect class="f4" x=format!("{:.1}", middle - wide / 2.0) y=format!("{top:.1}") width=format!("{wide:.1}") height=format!("{:.1}", floor - top)></rect>
            <text class="t-b t-m" x=format!("{middle:.1}") y=format!("{:.1}", top - float(6))>{*number}</text>
            {label}
        }
    });
    view! { {scale.lines()} {bars.collect_view()} }
}
