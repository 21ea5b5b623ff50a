//! Weeks from Monday to Sunday, without those in which nobody works.
use crate::{Seen, days};
use chrono::{Datelike, Days, NaiveDate};

/// So many days of a week in a closed quiet period close it.
const CLOSED_DAYS: i64 = 3;

/// Which weeks count, each named by its Monday.
pub(super) struct OpenWeeks {
    closed: Vec<(NaiveDate, NaiveDate)>,
}

impl Seen<'_> {
    pub(super) fn open_weeks(self) -> OpenWeeks {
        let closed = self.quiet_periods().filter(|one| one.closed);
        OpenWeeks { closed: closed.map(|one| (one.from_on, one.to_on)).collect() }
    }
}

impl OpenWeeks {
    pub fn is_open(&self, monday: NaiveDate) -> bool {
        let closed = |day: &NaiveDate| self.closed.iter().any(|(from, to)| from <= day && day <= to);
        let closed = (0..7).map(|more| later(monday, more)).filter(closed).count();
        i64::try_from(closed).unwrap_or(7) < CLOSED_DAYS
    }

    /// The open ones of the last 12 complete weeks, oldest first, none before the week of the first day.
    pub fn recent(&self, first: NaiveDate, today: NaiveDate) -> Vec<NaiveDate> {
        let this = monday_of(today);
        let weeks = (1..=12).rev().map(|back| earlier(this, 7 * back));
        weeks.filter(|monday| *monday >= monday_of(first) && self.is_open(*monday)).collect()
    }

    /// The open weeks to come, from the first Monday on or after today.
    pub fn coming(&self, today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let this = monday_of(today);
        let next = if this == today { this } else { later(this, 7) };
        std::iter::successors(Some(next), |monday| monday.checked_add_days(Days::new(7)))
            .filter(|monday| self.is_open(*monday))
    }
}

pub(super) fn monday_of(day: NaiveDate) -> NaiveDate {
    earlier(day, day.weekday().num_days_from_monday().into())
}

/// Its last working day: by then the work of a week is done.
pub(super) fn friday_of(monday: NaiveDate) -> NaiveDate {
    later(monday, 4)
}

/// Whether a day lies in the week of a Monday.
pub(super) fn is_in(monday: NaiveDate, day: NaiveDate) -> bool {
    (0..7).contains(&days(monday, day))
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

fn earlier(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    fn weeks(closed: &[(&str, &str)]) -> OpenWeeks {
        OpenWeeks { closed: closed.iter().map(|(from, to)| (day(from), day(to))).collect() }
    }

    #[test]
    fn three_closed_days_close_a_week_and_two_do_not() {
        let monday = day("2026-12-21");
        for (closed, open) in [
            (&[("2026-12-25", "2026-12-27")][..], false),
            (&[("2026-12-26", "2026-12-27")], true),
            (&[("2026-12-18", "2026-12-22")], true),
            (&[("2026-12-18", "2026-12-23")], false),
            (&[("2026-12-21", "2026-12-22"), ("2026-12-27", "2027-01-03")], false),
            (&[("2026-12-21", "2026-12-22"), ("2026-12-21", "2026-12-22")], true),
        ] {
            assert_eq!(weeks(closed).is_open(monday), open, "{closed:?}");
        }
    }

    #[test]
    fn recent_weeks_are_complete_and_coming_ones_begin_on_a_monday() {
        let all = weeks(&[]).recent(day("2020-01-01"), today());
        assert_eq!((all.len(), all[0], all[11]), (12, day("2026-08-31"), day("2026-11-16")));
        let few = weeks(&[]).recent(day("2026-11-12"), today());
        assert_eq!(few, [day("2026-11-09"), day("2026-11-16")], "from the week of the first day on");
        let left_out = weeks(&[("2026-11-09", "2026-11-11")]).recent(day("2026-11-01"), today());
        assert_eq!(left_out, [day("2026-10-26"), day("2026-11-02"), day("2026-11-16")]);
        for (today, first) in [("2026-11-24", "2026-11-30"), ("2026-11-30", "2026-11-30"), ("2026-11-29", "2026-11-30")]
        {
            assert_eq!(weeks(&[]).coming(day(today)).next(), Some(day(first)), "from {today}");
        }
    }
}
