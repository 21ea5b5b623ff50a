//! The readings of a measure as a line: on its page large, in a row small. The table of readings says the same.
use crate::ui::words::date;
use chrono::NaiveDate;
use domain::{Measure, Number, Reading, days};
use leptos::prelude::*;
use std::sync::Arc;

/// Fewest readings that make a line.
const FEWEST: usize = 2;
/// Room around the line of the large chart, for words.
const EDGE: [f64; 4] = [24.0, 84.0, 34.0, 16.0];
const SIZE: (f64, f64) = (640.0, 220.0);

/// Where days and values lie on paper.
struct Scale {
    from: NaiveDate,
    /// Never 0.
    days: f64,
    least: f64,
    /// Never 0.
    span: f64,
    /// Left, top, width and height.
    place: [f64; 4],
}

impl Scale {
    fn new(dates: &[NaiveDate], values: &[f64], place: [f64; 4]) -> Option<Self> {
        let (from, to) = (*dates.iter().min()?, *dates.iter().max()?);
        let least = values.iter().copied().reduce(f64::min)?;
        let most = values.iter().copied().reduce(f64::max)?;
        let span = if most > least { most - least } else { 1.0 };
        Some(Self { from, days: (days(from, to) as f64).max(1.0), least, span, place })
    }

    fn x(&self, day: NaiveDate) -> f64 {
        self.place[0] + days(self.from, day) as f64 / self.days * self.place[2]
    }

    fn y(&self, value: f64) -> f64 {
        self.place[1] + (1.0 - (value - self.least) / self.span) * self.place[3]
    }

    /// "12.0,40.5 30.0,38.2".
    fn points(&self, of: &[Arc<Reading>]) -> String {
        let points: Vec<_> = of.iter().map(|one| format!("{:.1},{:.1}", self.x(one.on), self.y(one.value))).collect();
        points.join(" ")
    }
}

/// Days and values that belong on the paper beside the readings.
fn marks(measure: &Measure) -> Vec<(NaiveDate, f64)> {
    let ends = [(measure.baseline_on, measure.baseline), (measure.target_on, measure.target)];
    ends.into_iter().filter_map(|(on, value)| Some((on?, value?))).collect()
}

/// Only the line, beside words and numbers that say the same.
pub fn spark(readings: &[Arc<Reading>]) -> Option<AnyView> {
    if readings.len() < FEWEST {
        return None;
    }
    let dates: Vec<_> = readings.iter().map(|one| one.on).collect();
    let values: Vec<_> = readings.iter().map(|one| one.value).collect();
    let points = Scale::new(&dates, &values, [2.0, 3.0, 92.0, 18.0])?.points(readings);
    let svg = view! {
        <svg class="spark" viewBox="0 0 96 24" aria-hidden="true"><polyline class="ln" points=points></polyline></svg>
    };
    Some(svg.into_any())
}

/// The line, where it began, where it should end, and the straight way between them.
pub fn chart(measure: &Measure, readings: &[Arc<Reading>], today: NaiveDate) -> Option<AnyView> {
    if readings.len() < FEWEST {
        return None;
    }
    let marks = marks(measure);
    let dates: Vec<_> = readings.iter().map(|one| one.on).chain(marks.iter().map(|one| one.0)).chain([today]).collect();
    let values: Vec<_> =
        readings.iter().map(|one| one.value).chain(marks.iter().map(|one| one.1)).chain(measure.floor).collect();
    let (width, height) = SIZE;
    let [top, right, bottom, left] = EDGE;
    let scale = Scale::new(&dates, &values, [left, top, width - left - right, height - top - bottom])?;
    let (first, last) = (readings.first()?, readings.last()?);
    let said = |value: f64| Number(value).with_unit(&measure.unit);
    let name = format!(
        "{}: {} on {}, {} on {}",
        measure.title,
        said(first.value),
        date(first.on),
        said(last.value),
        date(last.on)
    );
    let dots = readings.iter().map(|one| {
        let (x, y) = (at(scale.x(one.on)), at(scale.y(one.value)));
        view! { <circle class="pt" cx=x cy=y r="4"></circle> }
    });
    let base = at(height - bottom + 8.0);
    let below = at(height - 8.0);
    let (from, until) = (dates.iter().min()?, dates.iter().max()?);
    let svg = view! {
        <svg class="chart" viewBox=format!("0 0 {width} {height}") role="img" aria-label=name>
            <path class="ax" d=format!("M{left} {base}H{}", width - right)></path>
            {straight(&scale, &marks)}
            {floor(&scale, measure, width - right)}
            <path class="now" d=format!("M{:.1} {top}V{base}", scale.x(today))></path>
            <polyline class="ln" points=scale.points(readings)></polyline>
            {dots.collect_view()}
            <text class="t-b" x=at(scale.x(last.on) + 8.0) y=at(scale.y(last.value) - 8.0)>{said(last.value)}</text>
            {target(&scale, measure)}
            <text x=left y=below.clone()>{date(*from)}</text>
            <text class="t-e" x=at(width - right) y=below>{date(*until)}</text>
        </svg>
    };
    Some(svg.into_any())
}

/// From the baseline to the target: a comparison, not a forecast.
fn straight(scale: &Scale, marks: &[(NaiveDate, f64)]) -> Option<impl IntoView + use<>> {
    let [(from, baseline), (to, target)] = marks else { return None };
    let way = format!("M{:.1} {:.1}L{:.1} {:.1}", scale.x(*from), scale.y(*baseline), scale.x(*to), scale.y(*target));
    Some(view! { <path class="ln-g" fill="none" d=way></path> })
}

fn target(scale: &Scale, measure: &Measure) -> Option<impl IntoView + use<>> {
    let (on, value) = (measure.target_on?, measure.target?);
    let (x, y) = (scale.x(on), scale.y(value));
    let text = format!("Target {}", Number(value).with_unit(&measure.unit));
    Some(view! {
        <circle class="pt-f" cx=at(x) cy=at(y) r="4"></circle>
        <text class="t-e" x=at(x - 8.0) y=at(y - 8.0)>{text}</text>
    })
}

fn floor(scale: &Scale, measure: &Measure, right: f64) -> Option<impl IntoView + use<>> {
    let value = measure.floor?;
    let y = scale.y(value);
    let text = format!("Not worse than {}", Number(value).with_unit(&measure.unit));
    let left = scale.place[0];
    Some(view! {
        <path class="slip" d=format!("M{left:.1} {y:.1}H{right:.1}")></path>
        <text x=at(left) y=at(y - 6.0)>{text}</text>
    })
}

fn at(place: f64) -> String {
    format!("{place:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_go_to_the_right_and_values_upwards() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let (from, to) = (day("2026-01-01"), day("2026-01-11"));
        let scale = Scale::new(&[from, to], &[10.0, 20.0], [0.0, 0.0, 100.0, 50.0]).expect("two days");
        assert_eq!((at(scale.x(from)), at(scale.x(to))), ("0.0".into(), "100.0".into()));
        assert_eq!((at(scale.y(10.0)), at(scale.y(20.0))), ("50.0".into(), "0.0".into()));
        let flat = Scale::new(&[from], &[10.0], [0.0, 0.0, 100.0, 50.0]).expect("one day");
        assert_eq!((at(flat.x(from)), at(flat.y(10.0))), ("0.0".into(), "50.0".into()));
    }
}
