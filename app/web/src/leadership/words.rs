//! Verdicts, values and gates in words and shapes.
use domain::{Gate, GateOf, MapCell, Missing, Settled, Signal, Unit, Verdict};
use leptos::prelude::*;

/// "75.9", halves away from nought.
pub fn score(score: f64) -> String {
    crate::coverage::one_decimal(score)
}

/// "88%", or a dash.
pub fn value(value: Option<f64>) -> String {
    value.map_or_else(|| "–".into(), |value| format!("{:.0}%", (value * 100.0).round()))
}

/// "3.4 of 4", or why there is no value.
pub fn base(signal: &Signal) -> String {
    match (signal.bottom, signal.value) {
        (0, _) => "Nothing to count yet".into(),
        (few, None) => format!("{few} so far; told from {} on", signal.least),
        (all, Some(_)) => format!("{} of {all}", score(signal.top).trim_end_matches(".0")),
    }
}

/// The word with as many marks as it has strength. The word says all: the marks repeat it.
pub fn verdict(verdict: Verdict) -> impl IntoView + use<> {
    let filled = match verdict {
        Verdict::Strong => 2,
        Verdict::Some => 1,
        Verdict::None | Verdict::NotEnoughYet => 0,
    };
    let marks = (verdict != Verdict::NotEnoughYet).then(|| {
        let mark = |index: u8| {
            let x = if index == 0 { "0.5" } else { "36.5" };
            view! { <rect class=(index < filled).then_some("on") x=x y=".5" width="33" height="9" rx="2"></rect> }
        };
        view! { <svg class="pips" viewBox="0 0 72 10" aria-hidden="true">{mark(0)}{mark(1)}</svg> }
    });
    view! { <span class="meter">{marks}<b>{verdict.label()}</b></span> }
}

/// "Up 6.2 points in 91 days".
pub fn change(points: f64) -> String {
    let way = if points > 0.0 { "Up" } else { "Down" };
    format!("{way} {} points in 91 days", score(points.abs()))
}

pub fn missing(why: Missing) -> String {
    match why {
        Missing::Innovations { have, least } => {
            format!("It takes {least} priority innovations to say anything; there {}.", there_are(have))
        }
        Missing::Points { have, least } => {
            format!("Signals worth {have} of 100 points can be told; it takes {least} for a score.")
        }
        Missing::Days { have, least } => {
            format!("The portfolio is {have} days old; it takes {least} to say whether things last.")
        }
    }
}

fn there_are(count: usize) -> String {
    match count {
        0 => "is none".into(),
        1 => "is 1".into(),
        some => format!("are {some}"),
    }
}

/// "At least 75%: yes".
pub fn gate(gate: &Gate) -> String {
    let met = match gate.is_met {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not known",
    };
    match gate.of {
        GateOf::Signal(_) => format!("At least {}: {met}", value(Some(gate.at_least))),
        GateOf::Embedded { is_asked: true } => format!("Something was embedded in the last three years: {met}"),
        GateOf::Embedded { is_asked: false } => "Too young to ask whether something was embedded".into(),
    }
}

pub const fn cell(cell: MapCell) -> &'static str {
    match cell {
        MapCell::Full => "In full",
        MapCell::Half => "In part",
        MapCell::Empty => "Not yet",
        MapCell::Dash => "–",
    }
}

/// "14 days", "75%".
pub fn limit(to: u32, unit: Unit) -> String {
    let of = |word: &str| crate::ui::words::count(to.into(), word);
    match unit {
        Unit::Points => of("point"),
        Unit::Days => of("day"),
        Unit::Months => of("month"),
        Unit::Percent => format!("{to}%"),
        Unit::Count => to.to_string(),
    }
}

/// "Version 2 of the thresholds".
pub fn version(thresholds: &Settled) -> String {
    format!("version {} of the thresholds", thresholds.number)
}
