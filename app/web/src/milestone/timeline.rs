//! First planned, forecast and done along time, a line for each milestone. The table beside it says the same.
use crate::{
    here::Here,
    ui::{
        timescale::{Timescale, diamond, lines, number},
        words::slip,
    },
};
use chrono::{Days, Months, NaiveDate};
use domain::Milestone;
use leptos::prelude::*;
use std::sync::Arc;

/// Where things stand in the drawing: wide for screens and paper, narrow for a phone.
#[derive(Clone, Copy)]
struct Shape {
    class: &'static str,
    width: f64,
    /// Left of this stand the names; none: they stand above their lines.
    names: Option<f64>,
    /// Most letters in a line of a name.
    letters: usize,
    /// Most months that are marked.
    ticks: usize,
}

const WIDE: Shape =
    Shape { class: "chart chart-text wide-only", width: 960.0, names: Some(290.0), letters: 44, ticks: 9 };
const PHONE: Shape = Shape { class: "chart chart-text phone-only", width: 330.0, names: None, letters: 46, ticks: 4 };

/// Height of a line of words.
const LINE: f64 = 15.0;

/// None where there is nothing to draw. `finding` is what the drawing shows, in words.
pub fn timeline(here: &Here, milestones: &[Arc<Milestone>], finding: &str) -> Option<AnyView> {
    let today = here.today;
    let days = milestones.iter().flat_map(|one| one.first_baseline_on().into_iter().chain([one.outturn()]));
    let (first, last) = (days.clone().min()?.min(today), days.max()?.max(today));
    let from_on = first.checked_sub_days(Days::new(10)).unwrap_or(first);
    let least = from_on.checked_add_months(Months::new(3)).unwrap_or(last);
    let to_on = last.checked_add_days(Days::new(21)).unwrap_or(last).max(least);
    let [wide, phone] = [WIDE, PHONE].map(|shape| drawing(shape, milestones, (from_on, to_on), today, finding));
    Some(view! { <figure class="mb">{wide}{phone}{key()}</figure> }.into_any())
}

fn drawing(
    shape: Shape,
    milestones: &[Arc<Milestone>],
    (from_on, to_on): (NaiveDate, NaiveDate),
    today: NaiveDate,
    finding: &str,
) -> AnyView {
    let scale = Timescale { from_on, to_on, start: shape.names.unwrap_or(6.0), end: shape.width - 8.0 };
    let mut top = 30.0;
    let rows: Vec<_> = milestones
        .iter()
        .map(|one| {
            let (row, height) = row(shape, &scale, one, top);
            top += height;
            row
        })
        .collect();
    let bottom = top + 4.0;
    let ticks = scale.ticks(shape.ticks).into_iter().map(|tick| {
        let line = format!("M{:.1} 24V{bottom}", tick.at);
        view! { <path class="g" d=line></path><text x=number(tick.at + 4.0) y="16">{tick.label}</text> }
    });
    let now = scale.at(today);
    let (anchor, at) = if now > shape.width - 40.0 { ("t-late t-e", now - 4.0) } else { ("t-late t-m", now) };
    let line = format!("M{now:.1} 24V{bottom}");
    let id = if shape.names.is_some() { "timeline-wide" } else { "timeline-phone" };
    view! {
        <svg class=shape.class viewBox=format!("0 0 {} {:.0}", shape.width, bottom + 18.0) role="img" aria-labelledby=id>
            <title id=id>{finding.to_owned()}</title>
            {ticks.collect_view()}
            <path class="now" d=line></path>
            <text class=anchor x=number(at) y=number(bottom + 14.0)>"Today"</text>
            {rows}
        </svg>
    }
    .into_any()
}

/// The drawing of one milestone, and how high it is.
fn row(shape: Shape, scale: &Timescale, one: &Milestone, top: f64) -> (AnyView, f64) {
    let name = lines(&one.title, shape.letters);
    let words = name.len() as f64 * LINE;
    let (y, height) = match shape.names {
        Some(_) => (top + (words / 2.0).max(12.0), words.max(24.0) + 14.0),
        None => (top + words + LINE + 14.0, words + LINE + 38.0),
    };
    let first_line = if shape.names.is_some() { y - words / 2.0 + 11.0 } else { top + 11.0 };
    let name = name.into_iter().zip(0..).map(|(line, index)| {
        view! { <text class="t-b" x="0" y=number(first_line + LINE * f64::from(index))>{line}</text> }
    });
    let (told, class) = (told(one), if one.slip_first().is_some_and(|days| days > 0) { "t-late" } else { "" });
    let (left, right) = ends(scale, one);
    // Beside the marks, wherever there is room.
    let (anchor, x, at) = match shape.names {
        None => ("", 0.0, first_line + words),
        Some(_) if right > shape.width - 190.0 => ("t-e", left - 14.0, y + 4.0),
        Some(_) => ("", right + 14.0, y + 4.0),
    };
    let told = view! { <text class=format!("{class} {anchor}") x=number(x) y=number(at)>{told}</text> };
    (view! { {name.collect_view()} {marks(scale, one, y)} {told} }.into_any(), height)
}

fn ends(scale: &Timescale, one: &Milestone) -> (f64, f64) {
    let at = scale.at(one.outturn());
    let first = one.first_baseline_on().map_or(at, |day| scale.at(day));
    (at.min(first), at.max(first))
}

fn marks(scale: &Timescale, one: &Milestone, y: f64) -> impl IntoView + use<> {
    let at = scale.at(one.outturn());
    let first = one.first_baseline_on().map(|day| scale.at(day));
    let slipped = first.filter(|first| at - first > 16.0);
    let slipped = slipped
        .map(|first| view! { <path class="slip" d=format!("M{:.1} {y:.1}H{:.1}", first + 8.0, at - 9.0)></path> });
    let first = first.filter(|first| (at - first).abs() > 1.0);
    let first = first.map(|first| view! { <path class="ms-base" d=diamond(first, y, 7.0)></path> });
    let class = if one.done_on.is_some() { "ms ms-done" } else { "ms" };
    view! { {slipped} {first} <path class=class d=diamond(at, y, 7.0)></path> }
}

/// "8 Jan, 15 weeks late".
fn told(one: &Milestone) -> String {
    let day = one.outturn().format("%-d %b %Y");
    let done = if one.done_on.is_some() { "done " } else { "" };
    match one.slip_first() {
        None | Some(0) => format!("{done}{day}"),
        late => format!("{done}{day}, {}", slip(late)),
    }
}

fn key() -> impl IntoView {
    let marks = [("ms-base", "First planned"), ("ms", "Forecast"), ("ms ms-done", "Done")].map(|(class, word)| {
        view! { <span><svg viewBox="0 0 16 16" aria-hidden="true"><path class=class d="M8 2L14 8L8 14L2 8Z"></path></svg>{word}</span> }
    });
    view! {
        <p class="key">
            {marks.collect_view()}
            <span><svg viewBox="0 0 16 16" aria-hidden="true"><path class="slip" d="M0 8H16"></path></svg>"Slip"</span>
        </p>
    }
}
