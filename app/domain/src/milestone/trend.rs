//! Where a milestone would land if its forecast went on moving as it has. Never a forecast.
use super::Milestone;
use crate::{days, is_plausible};
use chrono::{Days, NaiveDate};

/// Most forecasts that count, the latest.
const MOST: usize = 6;
/// Fewest distinct days on which one was recorded.
const LEAST: usize = 3;

/// If it goes on slipping like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// It slips by a day a day or faster.
    NeverArrives,
    /// The day on which the line of the forecasts meets the line of the days, rounded up.
    Lands(NaiveDate),
    /// It does not slip: the latest forecast stands.
    Steady(NaiveDate),
}

impl Milestone {
    /// None when it is done, or forecasts were recorded on fewer than three days.
    #[must_use]
    pub fn trend(&self) -> Option<Trend> {
        let mut points: Vec<(NaiveDate, NaiveDate)> = vec![];
        for one in &self.forecasts {
            points.retain(|(recorded, _)| *recorded != one.recorded_on);
            points.push((one.recorded_on, one.forecast_on));
        }
        let points = &points[points.len().saturating_sub(MOST)..];
        let (first, _) = *points.first().filter(|_| self.is_open() && points.len() >= LEAST)?;
        let (_, latest) = *points.last()?;
        let numbered: Vec<_> = points
            .iter()
            .map(|(recorded, expected)| (i128::from(days(first, *recorded)), i128::from(days(first, *expected))))
            .collect();
        Some(match line(&numbered) {
            Line::Steady => Trend::Steady(latest),
            Line::Lands(day) => landed(first, day),
            Line::Never => Trend::NeverArrives,
        })
    }
}

/// A day that nobody could plan for counts as none.
fn landed(first: NaiveDate, day: i128) -> Trend {
    let day = u64::try_from(day).ok().and_then(|day| first.checked_add_days(Days::new(day)));
    day.filter(|day| is_plausible(*day)).map_or(Trend::NeverArrives, Trend::Lands)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Steady,
    Lands(i128),
    Never,
}

/// Least squares through (recorded, expected), in whole numbers: the slope is `rise / run`, and the line meets the
/// diagonal at `a / (1 - slope)`.
fn line(points: &[(i128, i128)]) -> Line {
    let n = i128::try_from(points.len()).unwrap_or(0);
    let sum = |of: fn(&(i128, i128)) -> i128| -> i128 { points.iter().map(of).sum() };
    let (x, y) = (sum(|(x, _)| *x), sum(|(_, y)| *y));
    let run = n * sum(|(x, _)| x * x) - x * x;
    let rise = n * sum(|(x, y)| x * y) - x * y;
    if rise <= 0 || run <= 0 {
        return Line::Steady;
    }
    if rise >= run {
        return Line::Never;
    }
    let (top, bottom) = (y * run - rise * x, n * (run - rise));
    Line::Lands(top.div_euclid(bottom) + i128::from(top.rem_euclid(bottom) != 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Forecast, testing};

    #[test]
    fn mi_10_to_14_the_line_of_the_forecasts_meets_the_line_of_the_days() {
        type Case<'a> = (&'a [(i128, i128)], Line);
        let table: [Case; 5] = [
            (&[(0, 100), (30, 115), (60, 130)], Line::Lands(200)),
            (&[(0, 100), (30, 130), (60, 165)], Line::Never),
            (&[(0, 100), (30, 100), (60, 100)], Line::Steady),
            (&[(0, 120), (30, 110), (60, 100)], Line::Steady),
            (&[(0, 90), (28, 95), (56, 109), (84, 118)], Line::Lands(136)),
        ];
        for (points, expected) in table {
            assert_eq!(line(points), expected, "{points:?}");
        }
    }

    fn told(points: &[(i64, i64)]) -> Milestone {
        let origin = testing::day("2026-01-01");
        let at = |days: i64| origin + chrono::Duration::days(days);
        let forecast = |(x, y): &(i64, i64)| Forecast {
            recorded_on: at(*x),
            forecast_on: at(*y),
            reason: None,
            by: testing::MANAGER,
        };
        Milestone { forecasts: points.iter().map(forecast).collect(), ..testing::milestone() }
    }

    #[test]
    fn mi_15_two_days_are_too_few_and_a_steady_milestone_keeps_its_forecast() {
        let day = |days: i64| testing::day("2026-01-01") + chrono::Duration::days(days);
        assert_eq!(told(&[(0, 100), (30, 115)]).trend(), None);
        assert_eq!(told(&[(0, 100), (30, 90), (30, 115)]).trend(), None, "of one day the later counts");
        assert_eq!(told(&[(0, 120), (30, 110), (60, 100)]).trend(), Some(Trend::Steady(day(100))));
        assert_eq!(told(&[(0, 100), (30, 115), (60, 130)]).trend(), Some(Trend::Lands(day(200))));
        let early = &[(0, 10), (1, 100), (30, 115), (60, 130), (61, 130), (62, 131), (63, 131)];
        assert_eq!(told(early).trend(), told(&early[1..]).trend(), "only the latest six count");
        let done = Milestone { done_on: Some(day(60)), ..told(&[(0, 100), (30, 115), (60, 130)]) };
        assert_eq!(done.trend(), None);
    }
}
