//! The trail of forecasts: when each was recorded, and which day was expected then. A line that meets the diagonal has
//! arrived.
use crate::{
    here::Here,
    ui::{
        timescale::{Timescale, number},
        words::{date, slip},
    },
};
use chrono::{Days, NaiveDate};
use domain::{Forecast, Milestone, Trend, days};
use leptos::prelude::*;

pub fn trail(here: &Here, milestone: &Milestone) -> AnyView {
    let trend = milestone.trend().and_then(trend_words).map(|words| view! { <p class="mb">{words}</p> });
    view! {
        <section class="panel" aria-labelledby="expected">
            <h2 id="expected" class="mb">{heading(milestone)}</h2>
            {trend}
            {chart(here, milestone)}
            {table(here, milestone)}
        </section>
    }
    .into_any()
}

/// The finding, not the topic.
fn heading(milestone: &Milestone) -> String {
    let moved = milestone.times_moved();
    let whole = milestone.forecasts.first().map_or(0, |first| days(first.forecast_on, milestone.forecast_on()));
    let way = match whole {
        0 => "back to where it was".into(),
        whole => format!("{} in all", slip(Some(whole)).replace(" late", " later").replace(" early", " earlier")),
    };
    match moved {
        0 if milestone.forecasts.len() > 1 => "The forecast has held".into(),
        0 => "One forecast so far".into(),
        1 => format!("The forecast has moved once, {way}"),
        2 => format!("The forecast has moved twice, {way}"),
        moved => format!("The forecast has moved {moved} times, {way}"),
    }
}

/// Never a forecast: what would come of it.
fn trend_words(trend: Trend) -> Option<String> {
    match trend {
        Trend::NeverArrives => Some("If it goes on slipping like this, it never arrives.".into()),
        Trend::Lands(day) => Some(format!("If it goes on slipping like this, it is done on {}.", date(day))),
        Trend::Steady(_) => None,
    }
}

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 300.0;

fn chart(here: &Here, milestone: &Milestone) -> Option<AnyView> {
    let (first, latest) = (milestone.forecasts.first()?, milestone.forecasts.last()?);
    let until = milestone.done_on.unwrap_or(here.today).max(latest.recorded_on);
    if milestone.forecasts.len() < 2 || until <= first.recorded_on {
        return None;
    }
    let expected = milestone.forecasts.iter().map(|one| one.forecast_on).chain(milestone.done_on);
    // Low enough that a good part of the diagonal is seen.
    let seen = u64::try_from(days(first.recorded_on, until) / 3).unwrap_or(0);
    let lowest = until.checked_sub_days(Days::new(seen)).unwrap_or(until);
    let (low, high) = (expected.clone().min()?.min(lowest), expected.max()?.max(until));
    let past = |day: NaiveDate, more: u64| day.checked_add_days(Days::new(more)).unwrap_or(day);
    let room = u64::try_from(days(low, high) / 12 + 7).unwrap_or(7);
    let x = Timescale { from_on: first.recorded_on, to_on: past(until, room / 2), start: 76.0, end: WIDTH - 12.0 };
    let low = low.checked_sub_days(Days::new(room)).unwrap_or(low);
    let y = Timescale { from_on: low, to_on: past(high, room), start: HEIGHT - 30.0, end: 24.0 };
    let mut points: Vec<_> =
        milestone.forecasts.iter().map(|one| (x.at(one.recorded_on), y.at(one.forecast_on))).collect();
    points.push((x.at(until), y.at(milestone.outturn())));
    let line: Vec<_> = points.iter().map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
    let line = format!("M{}", line.join("L"));
    let told = points.iter().take(milestone.forecasts.len());
    let dots = told.map(|(x, y)| view! { <circle class="pt" cx=number(*x) cy=number(*y) r="4.5"></circle> });
    let end = points.last().filter(|_| milestone.done_on.is_some());
    let end = end.map(|(x, y)| view! { <circle class="pt pt-f" cx=number(*x) cy=number(*y) r="5.5"></circle> });
    // The diagonal, as far as both scales have it.
    let (from, to) = (x.from_on.max(y.from_on), x.to_on.min(y.to_on));
    let diagonal = (from < to).then(|| {
        let path = format!("M{:.1} {:.1}L{:.1} {:.1}", x.at(from), y.at(from), x.at(to), y.at(to));
        let label = (number(x.at(to) - 6.0), number(y.at(to) + 14.0));
        view! { <path class="ln-g" fill="none" d=path></path><text class="t-e alt" x=label.0 y=label.1>"The day itself"</text> }
    });
    let title = format!("{}. {}", milestone.title, heading(milestone));
    Some(
        view! {
            <figure class="mb">
                <svg class="chart chart-text trail" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-labelledby="trail-title">
                    <title id="trail-title">{title}</title>
                    {across(&y)}
                    {along(&x)}
                    {diagonal}
                    <path class="ln" d=line></path>
                    {dots.collect_view()}
                    {end}
                </svg>
                <figcaption class="s quiet">"Along: when it was said. Upwards: the day expected. Flat is steady, rising is slipping, and it arrives where it meets the dashed line."</figcaption>
            </figure>
        }
        .into_any(),
    )
}

fn across(y: &Timescale) -> impl IntoView + use<> {
    let lines = y.ticks(5).into_iter().map(|tick| {
        let path = format!("M70 {:.1}H{}", tick.at, WIDTH - 12.0);
        view! { <path class="g" d=path></path><text class="t-e" x="64" y=number(tick.at + 4.0)>{tick.label}</text> }
    });
    lines.collect_view()
}

fn along(x: &Timescale) -> impl IntoView + use<> {
    let marks = x.ticks(5).into_iter().map(|tick| {
        let at = number(tick.at);
        view! { <path class="ax" d=format!("M{at} {}v6", HEIGHT - 30.0)></path><text class="t-m" x=at.clone() y=number(HEIGHT - 8.0)>{tick.label}</text> }
    });
    let axis = format!("M70 {}H{}", HEIGHT - 30.0, WIDTH - 12.0);
    view! { <path class="ax" d=axis></path>{marks.collect_view()} }
}

/// The same as a table, newest first.
fn table(here: &Here, milestone: &Milestone) -> impl IntoView + use<> {
    let before = |index: usize| index.checked_sub(1).and_then(|before| milestone.forecasts.get(before));
    let rows = milestone.forecasts.iter().enumerate().rev().map(|(index, one)| row(here, before(index), one));
    view! {
        <table class="table table-cards">
            <caption class="vh">"Every forecast, the newest first"</caption>
            <thead>
                <tr>
                    <th scope="col">"Expected"</th>
                    <th scope="col">"Said on"</th>
                    <th scope="col">"Moved by"</th>
                    <th scope="col">"Why"</th>
                    <th scope="col">"Who"</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn row(here: &Here, before: Option<&Forecast>, one: &Forecast) -> impl IntoView + use<> {
    let by = here.reach().portfolio().name_of(one.by).unwrap_or("Somebody who left").to_owned();
    let moved = before.map(|before| days(before.forecast_on, one.forecast_on));
    let late = moved.is_some_and(|days| days > 0);
    let moved =
        moved.map_or("–".into(), |days| slip(Some(days)).replace("late", "later").replace("early", "earlier"));
    view! {
        <tr>
            <th scope="row">{date(one.forecast_on)}</th>
            <td data-l="Said on"><time datetime=one.recorded_on.to_string()>{date(one.recorded_on)}</time></td>
            <td data-l="Moved by" class:late=late>{moved}</td>
            <td data-l="Why">{one.reason.as_ref().map_or("–".into(), ToString::to_string)}</td>
            <td data-l="Who">{by}</td>
        </tr>
    }
}
