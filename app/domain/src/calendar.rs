//! Days as the formulas count them. A day is a day in London.
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::London;

/// Calendar days from one to the other; negative when the second is earlier.
#[must_use]
pub fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days()
}

/// Whole calendar months: the largest n with `from + n months <= to`, end of month clamped; 0 if `to <= from`.
#[must_use]
pub fn months(from: NaiveDate, to: NaiveDate) -> u32 {
    if to <= from {
        return 0;
    }
    let years = u32::try_from(to.year() - from.year()).unwrap_or(0);
    let most = years * 12 + to.month();
    let most = most.saturating_sub(from.month());
    let reaches = |n: u32| from.checked_add_months(Months::new(n)).is_some_and(|day| day <= to);
    if reaches(most) { most } else { most.saturating_sub(1) }
}

/// A stretch of days in which silence is normal; both ends are in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    pub from_on: NaiveDate,
    pub to_on: NaiveDate,
}

/// Days d with `from < d <= to` outside every quiet stretch; overlapping stretches count once.
#[must_use]
pub fn open_days(from: NaiveDate, to: NaiveDate, quiet: &[Quiet]) -> i64 {
    let all = days(from, to).max(0);
    let Some(first) = from.succ_opt() else { return 0 };
    let mut stretches: Vec<(NaiveDate, NaiveDate)> = quiet
        .iter()
        .map(|one| (one.from_on.max(first), one.to_on.min(to)))
        .filter(|(start, end)| start <= end)
        .collect();
    stretches.sort_unstable();
    let (mut silent, mut counted_to) = (0, from);
    for (start, end) in stretches {
        let start = start.max(counted_to.checked_add_days(Days::new(1)).unwrap_or(start));
        if start <= end {
            silent += days(start, end) + 1;
            counted_to = end;
        }
    }
    all - silent
}

/// The first day on or after this one that is in no quiet stretch.
#[must_use]
pub fn first_open_day(mut day: NaiveDate, quiet: &[Quiet]) -> NaiveDate {
    while let Some(one) = quiet.iter().find(|one| one.from_on <= day && day <= one.to_on) {
        match one.to_on.succ_opt() {
            Some(next) => day = next,
            None => break,
        }
    }
    day
}

/// The day in London at an instant.
#[must_use]
pub fn london_day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&London).date_naive()
}

/// The time of day in London at an instant.
#[must_use]
pub fn london_time(at: DateTime<Utc>) -> NaiveTime {
    at.with_timezone(&London).time()
}

/// The last microsecond of a day in London.
#[must_use]
pub fn end_of_london_day(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.succ_opt().unwrap_or(day).and_time(NaiveTime::MIN);
    // Neither clock change in London happens at midnight, so the instant is single.
    let next = London.from_local_datetime(&midnight).earliest();
    next.map_or(DateTime::<Utc>::MAX_UTC, |next| next.with_timezone(&Utc)) - chrono::Duration::microseconds(1)
}

/// Days that a form may name: nobody plans for the year 20261.
#[must_use]
pub fn is_plausible(day: NaiveDate) -> bool {
    (1950..=2150).contains(&day.year())
}

/// The first day of the month that a day is in.
#[must_use]
pub fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The month some months later, or earlier where they are below zero; by its first day.
#[must_use]
pub fn month_after(month: NaiveDate, months: i32) -> NaiveDate {
    let (first, by) = (month_of(month), Months::new(months.unsigned_abs()));
    let there = if months < 0 { first.checked_sub_months(by) } else { first.checked_add_months(by) };
    there.unwrap_or(first)
}

/// The last day of the month that a day is in.
#[must_use]
pub fn last_of_month(day: NaiveDate) -> NaiveDate {
    month_after(day, 1).pred_opt().unwrap_or(day)
}

pub(crate) fn is_first_of_month(day: NaiveDate) -> bool {
    day.day() == 1
}

/// "October 2026", with no break between: for sentences of the history.
pub(crate) fn month_in_words(month: NaiveDate) -> String {
    month.format("%B\u{a0}%Y").to_string()
}

/// "24 November 2026", with no break after the day: for sentences of the history.
pub(crate) fn in_words(day: NaiveDate) -> String {
    day.format("%-d\u{a0}%B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn christmas() -> Quiet {
        Quiet { from_on: day("2026-12-21"), to_on: day("2027-01-03") }
    }

    #[test]
    fn or_1_quiet_days_do_not_count() {
        let (from, to) = (day("2026-12-01"), day("2027-02-10"));
        assert_eq!(days(from, to), 71);
        assert_eq!(open_days(from, to, &[christmas()]), 57);
        assert_eq!(open_days(from, to, &[christmas(), christmas()]), 57, "overlaps count once");
    }

    #[test]
    fn or_2_and_co_1_to_4_months_are_whole_and_clamped() {
        for (from, to, whole) in [
            ("2026-11-24", "2028-04-01", 16),
            ("2026-01-31", "2026-02-28", 1),
            ("2026-01-31", "2026-03-01", 1),
            ("2026-11-24", "2026-11-24", 0),
            ("2026-11-24", "2020-01-01", 0),
        ] {
            assert_eq!(months(day(from), day(to)), whole, "{from} to {to}");
        }
        assert_eq!(day("2026-08-31").checked_add_months(Months::new(6)), Some(day("2027-02-28")));
    }

    #[test]
    fn a_day_ends_at_midnight_in_london() {
        let summer = end_of_london_day(day("2026-07-01"));
        assert_eq!(summer.to_rfc3339(), "2026-07-01T22:59:59.999999+00:00");
        let winter = end_of_london_day(day("2026-12-01"));
        assert_eq!(winter.to_rfc3339(), "2026-12-01T23:59:59.999999+00:00");
        assert_eq!(london_day(summer), day("2026-07-01"));
        assert_eq!(london_day(summer + chrono::Duration::microseconds(1)), day("2026-07-02"));
    }

    #[test]
    fn both_nights_of_a_clock_change_belong_to_one_day() {
        for night in ["2026-03-29", "2026-10-25"] {
            let night = day(night);
            assert_eq!(london_day(end_of_london_day(night)), night);
        }
    }
}
