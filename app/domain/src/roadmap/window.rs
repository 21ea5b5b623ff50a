//! The days that a roadmap shows.
use crate::choice::choices;
use chrono::{Datelike, Months, NaiveDate};

choices! {
    /// From three months to five years.
    RoadmapSpan {
        Quarter "3-months" "3 months",
        HalfYear "6-months" "6 months",
        Year "1-year" "1 year",
        TwoYears "2-years" "2 years",
        ThreeYears "3-years" "3 years",
        FiveYears "5-years" "5 years",
    }
}

impl RoadmapSpan {
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
            Self::TwoYears => 24,
            Self::ThreeYears => 36,
            Self::FiveYears => 60,
        }
    }
}

/// Both days are in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoadmapWindow {
    pub from_on: NaiveDate,
    pub to_on: NaiveDate,
}

impl RoadmapWindow {
    /// Whole months; about a third of them have passed.
    #[must_use]
    pub fn around(span: RoadmapSpan, today: NaiveDate) -> Self {
        let first = today.with_day(1).unwrap_or(today);
        Self::from(first.checked_sub_months(Months::new(span.months() / 3)).unwrap_or(first), span)
    }

    /// From the first day of the month in which a day lies.
    #[must_use]
    pub fn from(day: NaiveDate, span: RoadmapSpan) -> Self {
        let from_on = day.with_day(1).unwrap_or(day);
        let end = from_on.checked_add_months(Months::new(span.months())).and_then(|end| end.pred_opt());
        Self { from_on, to_on: end.unwrap_or(from_on) }
    }

    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.from_on..=self.to_on).contains(&day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::day;

    #[test]
    fn a_third_of_the_months_has_passed() {
        for (span, from, to) in [
            (RoadmapSpan::Quarter, "2026-10-01", "2026-12-31"),
            (RoadmapSpan::TwoYears, "2026-03-01", "2028-02-29"),
            (RoadmapSpan::FiveYears, "2025-03-01", "2030-02-28"),
        ] {
            let window = RoadmapWindow::around(span, day("2026-11-24"));
            assert_eq!((window.from_on, window.to_on), (day(from), day(to)), "{span:?}");
        }
    }
}
