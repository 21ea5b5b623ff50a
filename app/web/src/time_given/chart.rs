//! Twelve months: what was promised as an outline, what was given as a bar.
use crate::ui::words::month;
use domain::MonthOfTime;
use leptos::prelude::*;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 200.0;
/// Left of the first month, for the scale; and below, for the months.
const LEFT: f64 = 36.0;
const BOTTOM: f64 = 28.0;

pub fn chart(year: &[MonthOfTime]) -> impl IntoView + use<> {
    let days = |half_days: u32| f64::from(half_days) / 2.0;
    let most = year.iter().filter_map(|one| one.time).map(|(promised, given)| days(promised.0.max(given.0)));
    let most = (most.fold(4.0, f64::max) / 4.0).ceil() * 4.0;
    let (floor, step) = (HEIGHT - BOTTOM, (WIDTH - LEFT) / 12.0);
    let high = move |days: f64| days / most * (floor - 8.0);
    let lines = [0.0, most / 2.0, most].map(|days| {
        let (y, label) = (floor - high(days), at(floor - high(days) + 4.0));
        view! {
            <line class="g" x1=at(LEFT) x2=at(WIDTH) y1=at(y) y2=at(y)/>
            <text class="t-e" x=at(LEFT - 6.0) y=label>{format!("{days:.0}")}</text>
        }
    });
    let bars = year.iter().enumerate().map(|(index, one)| {
        let (left, wide) = (LEFT + step * index as f64 + step * 0.15, step * 0.7);
        let middle = at(left + wide / 2.0);
        let bar = one.time.map(|(promised, given)| {
            let (promised, given) = (high(days(promised.0)), high(days(given.0)));
            let (top, outline) = (at(floor - given), at(floor - promised));
            view! {
                <rect class="f2" x=at(left + 6.0) width=at(wide - 12.0) y=top height=at(given)/>
                <rect class="ms-base" x=at(left) width=at(wide) y=outline height=at(promised)/>
            }
        });
        let none = one.time.is_none().then(|| {
            view! { <text class="t-m" x=middle.clone() y=at(floor - 6.0)>"–"</text> }
        });
        let label = one.month.format("%b").to_string();
        let alt = if index % 2 == 1 { "t-m alt" } else { "t-m" };
        view! { {bar} {none} <text class=alt x=middle.clone() y=at(HEIGHT - 8.0)>{label}</text> }
    });
    let title = match (year.first(), year.last()) {
        (Some(first), Some(last)) => {
            format!("Days promised and given each month, {} to {}", month(first.month), month(last.month))
        }
        _ => "Days promised and given".into(),
    };
    view! {
        <svg class="chart" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-labelledby="time-title">
            <title id="time-title">{title}</title>
            {lines.collect_view()}
            {bars.collect_view()}
        </svg>
        <p class="key">
            <span><svg aria-hidden="true" viewBox="0 0 16 14"><rect class="ms-base" x="1" y="1" width="14" height="12"/></svg>"Promised"</span>
            <span><svg aria-hidden="true" viewBox="0 0 16 14"><rect class="f2" x="1" y="1" width="14" height="12"/></svg>"Given"</span>
            <span>"– nothing recorded"</span>
        </p>
    }
}

/// As it is written into the picture.
fn at(position: f64) -> String {
    format!("{position:.1}")
}
