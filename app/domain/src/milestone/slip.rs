//! How late a milestone is. Calendar days; positive is late, negative early.
use super::Milestone;
use crate::days;
use chrono::NaiveDate;

impl Milestone {
    /// When it was done, or is expected.
    #[must_use]
    pub fn outturn(&self) -> NaiveDate {
        self.done_on.unwrap_or_else(|| self.forecast_on())
    }

    /// Against the current baseline; none without one.
    #[must_use]
    pub fn slip(&self) -> Option<i64> {
        Some(days(self.baseline_on()?, self.outturn()))
    }

    /// Against the first baseline: the headline. None without one.
    #[must_use]
    pub fn slip_first(&self) -> Option<i64> {
        Some(days(self.first_baseline_on()?, self.outturn()))
    }

    /// Days by which the forecast lies in the past; 0 when done or still to come.
    #[must_use]
    pub fn overdue(&self, today: NaiveDate) -> i64 {
        if self.done_on.is_some() { 0 } else { days(self.forecast_on(), today).max(0) }
    }

    /// The forecast in force on a day; none before the milestone was planned.
    #[must_use]
    pub fn forecast_as_of(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.forecasts.iter().rev().find(|one| one.recorded_on <= day).map(|one| one.forecast_on)
    }

    /// How often another day was expected than before; said again is not moved.
    #[must_use]
    pub fn times_moved(&self) -> usize {
        self.forecasts.windows(2).filter(|pair| pair[0].forecast_on != pair[1].forecast_on).count()
    }

    /// How far the forecast has moved since a day; none if it did not exist then.
    #[must_use]
    pub fn step_slip(&self, since: NaiveDate) -> Option<i64> {
        Some(days(self.forecast_as_of(since)?, self.forecast_on()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Baseline, Forecast, testing};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn mi_1_to_4_slip_and_overdue() {
        // Baselines, forecast, done; slip against the first, slip, overdue.
        type Case<'a> = (&'a [&'a str], &'a str, Option<&'a str>, Option<i64>, Option<i64>, i64);
        let table: [Case; 4] = [
            (&["2026-03-01", "2026-04-01"], "2026-05-15", None, Some(75), Some(44), 0),
            (&["2026-03-01", "2026-04-01"], "2026-04-02", Some("2026-03-29"), Some(28), Some(-3), 0),
            (&["2026-04-01"], "2026-04-10", None, Some(9), Some(9), 21),
            (&[], "2026-06-10", None, None, None, 0),
        ];
        for (baselines, forecast, done, slip_first, slip, overdue) in table {
            let milestone = Milestone {
                baselines: baselines
                    .iter()
                    .map(|text| Baseline {
                        on: day("2026-01-01"),
                        baseline_on: day(text),
                        reason: None,
                        approver: None,
                    })
                    .collect(),
                forecasts: vec![Forecast {
                    recorded_on: day("2026-01-01"),
                    forecast_on: day(forecast),
                    reason: None,
                    by: testing::MANAGER,
                }],
                done_on: done.map(day),
                ..testing::milestone()
            };
            let found = (milestone.slip_first(), milestone.slip(), milestone.overdue(day("2026-05-01")));
            assert_eq!(found, (slip_first, slip, overdue), "{forecast}");
        }
    }
}
