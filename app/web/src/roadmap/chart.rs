//! The roadmap as drawings for screens and paper. Every innovation and milestone is a link with a name.
use super::sheet::{Placed, Sheet, TOP, sheets};
use crate::{
    here::Here,
    ui::{
        timescale::{Timescale, diamond, number},
        words::{date, slip, until},
    },
};
use domain::{
    DependencySight, DependencyState, Innovation, Milestone, MilestoneKey, Roadmap, RoadmapFilter, RoadmapRow, Stretch,
    StretchKind, WaitsFor, days,
};
use leptos::prelude::*;
use std::collections::HashMap;

const WIDTH: f64 = 1360.0;
/// Left of this stand the names.
const NAMES: f64 = 276.0;
/// Half the height of a stage.
const HALF: f64 = 8.0;
/// Colours of the ramp of stages.
const RAMP: usize = 8;

pub fn charts(here: &Here, map: &Roadmap, filter: &RoadmapFilter) -> AnyView {
    let window = filter.window;
    let scale = Timescale { from_on: window.from_on, to_on: window.to_on, start: NAMES, end: WIDTH - 8.0 };
    let sheets = sheets(map);
    let places = placed(&sheets, &scale);
    let drawn = sheets.iter().enumerate().map(|(index, sheet)| {
        let links = map.waits.iter().filter_map(|one| link(here, one, index, &places)).collect_view();
        drawing(here, &scale, sheet, links.into_any(), (index, sheets.len()))
    });
    view! {
        <div class="wide-only">
            {key(here)}
            <div class="scroll mt" tabindex="0" role="region" aria-label="Timeline, scrolls sideways where there is no room">
                {drawn.collect_view()}
            </div>
        </div>
    }
    .into_any()
}

/// On which drawing, and where.
type Places = HashMap<MilestoneKey, (usize, f64, f64)>;

fn placed(sheets: &[Sheet], scale: &Timescale) -> Places {
    let rows = sheets.iter().enumerate().flat_map(|(index, sheet)| {
        sheet.areas.iter().flat_map(move |group| group.rows.iter().map(move |row| (index, row)))
    });
    let of = |(index, placed): (usize, &Placed)| -> Vec<_> {
        let (y, milestones) = (placed.y, &placed.row.milestones);
        milestones.iter().map(|one| (one.key(), (index, scale.at(one.outturn()), y))).collect()
    };
    rows.flat_map(of).collect()
}

fn drawing(here: &Here, scale: &Timescale, sheet: &Sheet, links: AnyView, (index, of): (usize, usize)) -> AnyView {
    let bottom = sheet.height + 8.0;
    let ticks = scale.ticks(9).into_iter().map(|tick| {
        let line = format!("M{:.1} {TOP}V{bottom:.1}", tick.at);
        view! { <path class="g" d=line></path><text x=number(tick.at + 4.0) y="24">{tick.label}</text> }
    });
    let areas = sheet.areas.iter().map(|group| {
        let line = format!("M0 {:.1}H{}", group.top + 8.0, WIDTH - 8.0);
        let rows = group.rows.iter().map(|row| drawn_row(here, scale, row)).collect_view();
        view! {
            <text class="t-b" x="0" y=number(group.top)>{group.title.clone()}</text>
            <path class="ax" d=line></path>
            {rows}
        }
    });
    let part = if of > 1 { format!(", part {} of {of}", index + 1) } else { String::new() };
    let label = format!("Roadmap from {} to {}{part}", date(scale.from_on), date(scale.to_on));
    view! {
        <svg class="chart chart-text min-l roadmap-sheet" viewBox=format!("0 0 {WIDTH} {:.0}", bottom + 20.0) role="group" aria-label=label>
            {ticks.collect_view()}
            {areas.collect_view()}
            {now(here, scale, bottom)}
            {links}
        </svg>
    }
    .into_any()
}

fn now(here: &Here, scale: &Timescale, bottom: f64) -> Option<impl IntoView + use<>> {
    let shown = (scale.from_on..=scale.to_on).contains(&here.today);
    let at = scale.at(here.today);
    let (anchor, x) = match at {
        at if at > WIDTH - 90.0 => ("t-late t-e", at),
        at if at < NAMES + 80.0 => ("t-late", at),
        at => ("t-late t-m", at),
    };
    let word = format!("Today, {}", here.today.format("%-d\u{a0}%B"));
    shown.then(|| {
        view! {
            <path class="now" d=format!("M{at:.1} {TOP}V{bottom:.1}")></path>
            <text class=anchor x=number(x) y=number(bottom + 13.0)>{word}</text>
        }
    })
}

fn drawn_row(here: &Here, scale: &Timescale, placed: &Placed) -> AnyView {
    let (row, y) = (placed.row, placed.y);
    let address = here.link(&format!("innovations/{}", row.innovation.number));
    let first = placed.first_line();
    let name = placed.name.iter().zip(0..).map(|(line, index)| {
        view! { <text x="0" y=number(first + f64::from(index) * Placed::LINE)>{line.clone()}</text> }
    });
    let label = format!("{}, {}", row.innovation.title, row.stage);
    let milestones = row.milestones.iter().map(|one| mark(here, scale, row.innovation, one, y));
    view! {
        <a href=address aria-label=label>{name.collect_view()}</a>
        {stretches(scale, row, y, HALF, true)}
        {milestones.collect_view()}
    }
    .into_any()
}

/// The stages of a row, as far as they lie within the scale.
pub fn stretches(scale: &Timescale, row: &RoadmapRow, y: f64, half: f64, named: bool) -> impl IntoView + use<> {
    let shown = row.stretches.iter().filter(|one| one.from_on <= scale.to_on && one.to_on >= scale.from_on);
    shown.map(|one| stretch(scale, one, y, half, named)).collect_view()
}

fn stretch(scale: &Timescale, one: &Stretch, y: f64, half: f64, named: bool) -> impl IntoView + use<> {
    let (from, to) = (scale.within(one.from_on), scale.within(one.to_on));
    let width = (to - from - 1.0).max(1.0);
    let column = one.column.map(|column| (column + 1).min(RAMP));
    let planned = if one.kind == StretchKind::Planned { " later" } else { "" };
    let class = column.map_or_else(|| "off-board".to_owned(), |column| format!("f{column}{planned}"));
    let text = column.map_or_else(String::new, |column| format!("in{column}"));
    let fits = named && width > one.name.chars().count() as f64 * 7.2 + 12.0;
    let word =
        fits.then(|| view! { <text class=text x=number(from + 6.0) y=number(y + 4.0)>{one.name.clone()}</text> });
    view! {
        <rect class=class x=number(from) y=number(y - half) width=number(width) height=number(half * 2.0) rx="2"></rect>
        {word}
    }
}

fn mark(here: &Here, scale: &Timescale, innovation: &Innovation, one: &Milestone, y: f64) -> impl IntoView + use<> {
    let x = scale.at(one.outturn());
    let address = here.link(&format!("innovations/{}/milestones/{}", innovation.number, one.id));
    let label = told(here, innovation, one);
    let title = label.clone();
    view! { <a href=address aria-label=label><title>{title}</title>{shape(here, one, x, y, 7.0)}</a> }
}

/// The outline says what it is: hollow is to come, filled is done, filled with a mark is overdue.
pub fn shape(here: &Here, one: &Milestone, x: f64, y: f64, half: f64) -> impl IntoView + use<> {
    let late = one.overdue(here.today) > 0;
    let class = match one.done_on {
        Some(_) => "ms ms-done",
        None if late => "ms ms-late",
        None => "ms",
    };
    let cut = late
        .then(|| view! { <path class="cut3" d=format!("M{x:.1} {:.1}v4M{x:.1} {:.1}v.1", y - 3.5, y + 3.0)></path> });
    view! { <path class=class d=diamond(x, y, half)></path>{cut} }
}

/// "Front Door Plus: Wave 2, expected on 8 January 2027, in 6 weeks, 15 weeks late".
fn told(here: &Here, innovation: &Innovation, one: &Milestone) -> String {
    let when = match one.done_on {
        Some(done) => format!("done on {}", date(done)),
        None => format!("expected on {}, {}", date(one.forecast_on()), until(days(here.today, one.forecast_on()))),
    };
    let slipped = one.slip_first().filter(|days| *days != 0);
    let slipped = slipped.map(|days| format!(", {} against the first plan", slip(Some(days)))).unwrap_or_default();
    format!("{}: {}, {when}{slipped}", innovation.title, one.title)
}

/// From what is waited for to what waits. Where the two stand on different drawings, a word says for which innovation.
fn link(here: &Here, one: &DependencySight, sheet: usize, places: &Places) -> Option<AnyView> {
    let WaitsFor::Milestone(other, earlier) = one.on else { return None };
    let (later_on, x2, y2) = *places.get(&one.waits.key())?;
    let found = places.get(&earlier.key()).copied();
    if later_on != sheet {
        return None;
    }
    let worrying = matches!(one.state, Some(DependencyState::Late | DependencyState::Conflict));
    let class = if worrying { "dep dep-late" } else { "dep" };
    let head_class = if worrying { "dep-h dep-h-late" } else { "dep-h" };
    let Some((_, x1, y1)) = found.filter(|(on, ..)| *on == sheet) else {
        let code = format!("waits for {}-{}", here.seen().organisation().short_code, other.number);
        return Some(view! { <text class="t-e" x=number(x2 - 11.0) y=number(y2 - 10.0)>{code}</text> }.into_any());
    };
    let (way, head) = route((x1, y1), (x2, y2));
    Some(
        view! {
            <path class="dep-c" d=way.clone()></path>
            <path class=class d=way></path>
            <path class=head_class d=head></path>
        }
        .into_any(),
    )
}

/// Out of one diamond, along the gap beside the other, and into it; with the head of the arrow.
fn route((x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> (String, String) {
    if (y1 - y2).abs() < 1.0 {
        let over = y1 - 13.0;
        let way = format!("M{x1:.1} {:.1}V{over:.1}H{x2:.1}V{:.1}", y1 - 8.0, y2 - 11.0);
        return (way, format!("M{:.1} {:.1}h8L{x2:.1} {:.1}Z", x2 - 4.0, y2 - 12.0, y2 - 7.0));
    }
    let down = if y2 > y1 { 1.0 } else { -1.0 };
    let (gap, end) = (y2 - down * 15.0, y2 - down * 11.0);
    let way = format!("M{:.1} {y1:.1}H{:.1}V{gap:.1}H{x2:.1}V{end:.1}", x1 + 8.0, x1 + 11.0);
    (way, format!("M{:.1} {:.1}h9L{x2:.1} {:.1}Z", x2 - 4.5, y2 - down * 13.0, y2 - down * 7.0))
}

fn key(here: &Here) -> impl IntoView + use<> {
    let stages = here.seen().organisation().stage_model().stages.iter().enumerate().map(|(index, stage)| {
        let class = format!("f{}", (index + 1).min(RAMP));
        view! { <span><svg viewBox="0 0 16 14" aria-hidden="true"><rect class=class width="16" height="14" rx="2"></rect></svg>{stage.name.to_string()}</span> }
    });
    let marks = [("ms", "Milestone", false), ("ms ms-done", "Done", false), ("ms ms-late", "Overdue", true)];
    let marks = marks.map(|(class, word, cut)| {
        let cut = cut.then(|| view! { <path class="cut3" d="M8 4.5v4M8 11v.1"></path> });
        view! { <span><svg viewBox="0 0 16 16" aria-hidden="true"><path class=class d="M8 2L14 8L8 14L2 8Z"></path>{cut}</svg>{word}</span> }
    });
    view! {
        <p class="key">
            {stages.collect_view()}
            <span><svg viewBox="0 0 16 14" aria-hidden="true"><rect class="f3 later" width="16" height="14" rx="2"></rect></svg>"Planned (outlined)"</span>
            <span><svg viewBox="0 0 16 14" aria-hidden="true"><rect class="off-board" x="1" y="1" width="14" height="12" rx="2"></rect></svg>"Paused"</span>
            {marks.collect_view()}
            <span><svg viewBox="0 0 16 14" aria-hidden="true"><path class="dep" d="M0 7h11"></path><path class="dep-h" d="M10 3v8l6-4Z"></path></svg>"Is waited for by"</span>
        </p>
    }
}
