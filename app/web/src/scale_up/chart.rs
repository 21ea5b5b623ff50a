//! Sites live or embedded against the first plan, month by month. The table below it says the same.
use crate::{
    here::Here,
    ui::{
        timescale::{Timescale, number},
        words::{count, date, month},
    },
};
use chrono::NaiveDate;
use domain::{AdoptionPoint, Innovation, Rollout};
use leptos::prelude::*;

const SIZE: (f64, f64) = (640.0, 260.0);
/// Top, right, bottom and left of the drawing, for words.
const EDGE: [f64; 4] = [24.0, 24.0, 40.0, 32.0];

/// None without a plan or a live site.
pub fn panel(here: &Here, innovation: &Innovation) -> Option<impl IntoView + use<>> {
    let points = here.seen().adoption_over_time(innovation.id, here.today);
    let adoption = here.seen().adoption(innovation.id, here.today);
    let rollout = here.seen().rollout(innovation.id, here.today);
    let finding = finding(&rollout, adoption.adopted.len());
    let drawing = drawing(&points, (here.today, adoption.adopted.len()), adoption.eligible(), finding.clone())?;
    let late: Vec<_> = rollout.late.iter().map(|one| one.site.name.to_string()).collect();
    let late = (!late.is_empty())
        .then(|| view! { <p class="s">{format!("Planned to be live by now, and not: {}.", late.join(", "))}</p> });
    let rows = points.iter().map(|one| {
        let sites = |of: Option<usize>| of.map_or("–".into(), |sites| sites.to_string());
        let (adopted, expected) = (sites(one.adopted), sites(one.expected));
        view! {
            <tr><th scope="row">{month(one.on)}</th><td class="num" data-l="First plan">{one.planned}</td><td class="num" data-l="Live or embedded">{adopted}</td><td class="num" data-l="Forecast">{expected}</td></tr>
        }
    });
    let rows = rows.collect_view();
    Some(view! {
        <section class="panel" aria-labelledby="adoption">
            <h2 id="adoption">{finding}</h2>
            <figure class="mb">{drawing}</figure>
            {late}
            <details class="details">
                <summary>"Show as a table"</summary>
                <div>
                    <table class="table table-cards">
                        <caption>"Eligible sites on the first day of each month"</caption>
                        <thead><tr><th scope="col">"Month"</th><th scope="col" class="num">"First plan"</th><th scope="col" class="num">"Live or embedded"</th><th scope="col" class="num">"Forecast"</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        </section>
    })
}

fn finding(rollout: &Rollout, adopted: usize) -> String {
    let late = i64::try_from(rollout.late.len()).unwrap_or(i64::MAX);
    match (rollout.due(), late) {
        (0, _) if adopted == 0 => "No site is live, and none was to be by now".into(),
        (0, _) => "Spreading, and no site was to be live by now".into(),
        (_, 0) => "Spreading as first planned".into(),
        (due, late) => format!(
            "{} of {due} that were to be live by now {} not",
            count(late, "site"),
            if late == 1 { "is" } else { "are" }
        ),
    }
}

fn drawing(
    points: &[AdoptionPoint],
    (today, now): (NaiveDate, usize),
    eligible: usize,
    finding: String,
) -> Option<AnyView> {
    let (first, last) = (points.first()?, points.last()?);
    let (width, height) = SIZE;
    let [top, right, bottom, left] = EDGE;
    let scale = Timescale { from_on: first.on, to_on: last.on, start: left, end: width - right };
    let most = eligible.max(points.iter().map(|one| one.planned).max()?).max(1);
    let base = height - bottom;
    let y = |sites: usize| base - (base - top) * sites as f64 / most as f64;
    let line = |points: &[(NaiveDate, usize)]| -> String {
        let points = points.iter().map(|(on, sites)| format!("{:.1},{:.1}", scale.at(*on), y(*sites)));
        points.collect::<Vec<_>>().join(" ")
    };
    let planned: Vec<_> = points.iter().map(|one| (one.on, one.planned)).collect();
    let mut actual: Vec<_> = points.iter().filter_map(|one| Some((one.on, one.adopted?))).collect();
    actual.push((today, now));
    let expected = points.iter().filter_map(|one| Some((one.on, one.expected?)));
    let expected: Vec<_> = std::iter::once((today, now)).chain(expected).collect();
    let step = most.div_ceil(4).max(1);
    let grid = (0..=most).step_by(step).map(|sites| {
        let at = y(sites);
        view! { <path class="g" d=format!("M{left} {at:.1}H{:.1}", width - right)></path><text class="t-e" x=number(left - 6.0) y=number(at + 4.0)>{sites}</text> }
    });
    let ticks = scale
        .ticks(6)
        .into_iter()
        .map(|tick| view! { <text class="t-m" x=number(tick.at) y=number(base + 18.0)>{tick.label}</text> });
    let at = scale.at(today);
    let plan_ends = planned.last().map(|(on, sites)| (scale.at(*on), y(*sites)));
    let plan_word = plan_ends.map(|(x, y)| view! { <text class="t-e" x=number(x) y=number(y - 8.0)>{format!("First plan: {}", last.planned)}</text> });
    // A line that never rises forecasts nothing.
    let forecast = last.expected.filter(|sites| *sites > now).and_then(|sites| {
        let reached = points.iter().find(|one| one.expected == Some(sites))?;
        // Under what is expected some months before, and under the word of today: on a phone words are wide.
        let before = points.iter().rev().filter_map(|one| one.expected).nth(points.len().div_ceil(3)).unwrap_or(now);
        Some((line(&expected), y(before), format!("Forecast: {sites} by {}", month(reached.on))))
    });
    let told = forecast.as_ref().map(|(_, _, word)| format!(" {word}.")).unwrap_or_default();
    // Below its line, as the word of the first plan stands above its own.
    let forecast = forecast.map(|(points, at, word)| {
        let x = number(width - right);
        view! { <polyline class="ln ln-2" points=points></polyline><text class="t-a t-e" x=x y=number((at + 42.0).min(height - bottom - 8.0))>{word}</text> }
    });
    let (anchor, word_at) = if at > width / 2.0 { ("t-a t-e", at - 8.0) } else { ("t-a", at + 8.0) };
    // Below the line where the plan is above it, so that the two words never meet.
    let word_y = if y(now) > height / 2.0 { y(now) - 10.0 } else { y(now) + 20.0 };
    Some(
        view! {
            <svg class="chart" viewBox=format!("0 0 {width} {height}") role="img" aria-label=format!("{finding}. {now} live or embedded on {}.{told}", date(today))>
                {grid.collect_view()}
                {ticks.collect_view()}
                <polyline class="ln-g" fill="none" points=line(&planned)></polyline>
                <path class="now" d=format!("M{at:.1} {top}V{base}")></path>
                <text class="t-late t-m" x=number(at) y=number(base + 34.0)>"Today"</text>
                {forecast}
                <polyline class="ln" points=line(&actual)></polyline>
                <circle class="pt" cx=number(at) cy=number(y(now)) r="4"></circle>
                {plan_word}
                <text class=anchor x=number(word_at) y=number(word_y)>{format!("{now} now")}</text>
            </svg>
        }
        .into_any(),
    )
}
