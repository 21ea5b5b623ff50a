//! The days of the past, and the hours at which people work on them.
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use domain::london_day;

/// Days are counted back from today; a negative number is a day to come.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Calendar {
    today: NaiveDate,
}

impl Calendar {
    pub fn new(now: DateTime<Utc>) -> Self {
        Self { today: london_day(now) }
    }

    pub fn day(self, ago: i64) -> NaiveDate {
        let distance = Days::new(ago.unsigned_abs());
        let day = if ago < 0 { self.today.checked_add_days(distance) } else { self.today.checked_sub_days(distance) };
        day.unwrap_or(self.today)
    }

    /// How many days ago a day was.
    pub fn ago(self, day: NaiveDate) -> i64 {
        domain::days(day, self.today)
    }

    /// The same day, or the Friday before a weekend.
    pub fn working_day(self, ago: i64) -> i64 {
        match self.day(ago).weekday() {
            Weekday::Sat => ago + 1,
            Weekday::Sun => ago + 2,
            _ => ago,
        }
    }

    /// Christmas closures that end after a day and begin before the end of next year: first and last day.
    pub fn closures(self, after: i64) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
        let years = self.day(after).year() - 1..=self.today.year();
        let closure = |year| Some((NaiveDate::from_ymd_opt(year, 12, 24)?, NaiveDate::from_ymd_opt(year + 1, 1, 1)?));
        years.filter_map(closure)
    }

    /// How many days ago the Mondays of the last so many complete weeks were in which people worked, oldest first.
    /// Three closed days close a week.
    pub fn worked_weeks(self, count: usize) -> Vec<i64> {
        let this = i64::from(self.today.weekday().num_days_from_monday());
        let closed = |monday: &i64| (0..7).filter(|later| self.is_closed(monday - later)).count() >= 3;
        let mut weeks: Vec<_> =
            (1..).map(|back| this + 7 * back).filter(|monday| !closed(monday)).take(count).collect();
        weeks.reverse();
        weeks
    }

    pub fn is_closed(self, ago: i64) -> bool {
        let day = self.day(ago);
        self.closures(ago).any(|(first, last)| (first..=last).contains(&day))
    }
}

/// Gives each thing that is done a moment after the one before.
#[derive(Debug)]
pub(crate) struct Clock {
    calendar: Calendar,
    last: DateTime<Utc>,
}

impl Clock {
    pub fn new(calendar: Calendar) -> Self {
        Self { calendar, last: DateTime::UNIX_EPOCH }
    }

    /// The next moment of a day; work begins at half past eight.
    pub fn next(&mut self, ago: i64) -> DateTime<Utc> {
        const OPENS: NaiveTime = NaiveTime::from_hms_opt(8, 30, 0).expect("half past eight is a time");
        let opens = self.calendar.day(ago).and_time(OPENS).and_utc();
        self.last = opens.max(self.last + TimeDelta::minutes(6));
        self.last
    }
}
