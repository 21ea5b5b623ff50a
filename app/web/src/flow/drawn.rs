//! What the charts of this page share: the paper, its lines, and the table behind it.
use chrono::NaiveDate;
use leptos::prelude::*;

/// The drawing, in units of its own: the browser makes it as wide as the page.
pub const WIDTH: f64 = 720.0;
pub const HEIGHT: f64 = 260.0;
/// Room for the numbers on the left and the days below.
const LEFT: f64 = 44.0;
const BOTTOM: f64 = 32.0;
const TOP: f64 = 24.0;
const RIGHT: f64 = 12.0;

/// Counted things are few.
#[expect(clippy::cast_precision_loss, reason = "counts and days are small numbers")]
pub fn float(number: usize) -> f64 {
    number as f64
}

/// From so many steps along and so many up to a place on the paper.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    /// The last step to the right.
    pub steps: usize,
    /// The value at the top; begins at 0.
    pub top: usize,
}

impl Scale {
    /// With room above the highest value, in round numbers.
    pub fn to(steps: usize, highest: usize) -> Self {
        let unit = [1, 2, 5, 10, 20, 50, 100, 200, 500].into_iter().find(|unit| unit * 4 >= highest).unwrap_or(1000);
        Self { steps: steps.max(1), top: (highest.div_ceil(unit) * unit).max(unit) }
    }

    pub fn x(self, step: usize) -> f64 {
        LEFT + (WIDTH - LEFT - RIGHT) * float(step) / float(self.steps)
    }

    pub fn y(self, value: usize) -> f64 {
        HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * float(value) / float(self.top)
    }

    /// At most five lines across, the numbers beside them.
    pub fn lines(self) -> impl IntoView + use<> {
        let unit = (1..=self.top).find(|unit| self.top.is_multiple_of(*unit) && self.top / unit <= 4).unwrap_or(1);
        let lines = (0..=self.top / unit).map(move |index| {
            let (value, y) = (index * unit, self.y(index * unit));
            let class = if value == 0 { "ax" } else { "g" };
            view! {
                <path class=class d=format!("M{LEFT:.1} {y:.1}H{:.1}", WIDTH - RIGHT)></path>
                <text class="t-e" x=format!("{:.1}", LEFT - 8.0) y=format!("{:.1}", y + 4.0)>{value}</text>
            }
        });
        lines.collect_view()
    }

    /// A few days below, the first and the last among them.
    pub fn days(self, days: &[NaiveDate]) -> impl IntoView + use<> {
        let last = days.len().saturating_sub(1);
        let mut marks = vec![0, last / 3, last * 2 / 3, last];
        marks.dedup();
        let texts = marks.into_iter().filter_map(|step| Some((step, *days.get(step)?))).map(|(step, day)| {
            let class = match step {
                0 => "",
                step if step == last => "t-e",
                _ => "t-m",
            };
            let x = format!("{:.1}", self.x(step));
            view! { <text class=class x=x y=format!("{:.1}", HEIGHT - 8.0)>{short(day)}</text> }
        });
        texts.collect_view()
    }
}

/// "4 Dec": in charts.
pub fn short(day: NaiveDate) -> String {
    day.format("%-d\u{a0}%b").to_string()
}

/// A drawing that says what it shows.
pub fn chart<V: IntoView + 'static>(id: &'static str, title: String, marks: V) -> AnyView {
    let name = format!("{id}-chart");
    let named = name.clone();
    view! {
        <svg class="chart" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-labelledby=named>
            <title id=name>{title}</title>
            {marks.into_any()}
        </svg>
    }
    .into_any()
}

/// The same facts as a table, folded.
pub fn as_table<const N: usize>(summary: &'static str, heads: [&'static str; N], rows: Vec<[String; N]>) -> AnyView {
    let heads = heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    let rows = rows.into_iter().map(|row| {
        let cells = row.into_iter().enumerate().map(|(index, cell)| match index {
            0 => view! { <th scope="row">{cell}</th> }.into_any(),
            _ => view! { <td>{cell}</td> }.into_any(),
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <details class="details">
            <summary>{summary}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=summary>
                <table class="table"><thead><tr>{heads}</tr></thead><tbody>{rows.collect_view()}</tbody></table>
            </div>
        </details>
    }
    .into_any()
}

/// A share of the width in a cell, a part of it shaded.
pub fn bar(value: i64, part: i64, most: i64) -> impl IntoView {
    let share = |value: i64| format!("{}%", (value.max(0) * 100).checked_div(most.max(1)).unwrap_or(0));
    let waits = (part > 0).then(|| view! { <rect class="bar-wait" x="0" y="0" width=share(part) height="6"></rect> });
    view! {
        <svg class="bar" aria-hidden="true">
            <rect class="bar-bg" width="100%" height="6"></rect>
            <rect class="bar-fg" width=share(value) height="6"></rect>
            {waits}
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_ends_at_a_round_number_above_the_highest() {
        for (highest, top) in [(0, 1), (1, 1), (3, 3), (5, 6), (9, 10), (13, 15), (47, 60), (81, 100)] {
            assert_eq!(Scale::to(10, highest).top, top, "{highest}");
        }
    }
}
