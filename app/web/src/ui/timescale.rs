//! Days as places along a line of a chart, with the months marked.
use chrono::{Datelike, Months, NaiveDate};
use domain::days;

/// From the first day at `start` to the last at `end`, in the units of the chart.
#[derive(Clone, Copy, Debug)]
pub struct Timescale {
    pub from_on: NaiveDate,
    pub to_on: NaiveDate,
    pub start: f64,
    pub end: f64,
}

/// The first day of a month.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub at: f64,
    /// "Jan 2027", or "Apr" within the year.
    pub label: String,
}

impl Timescale {
    #[must_use]
    pub fn at(&self, day: NaiveDate) -> f64 {
        let all = days(self.from_on, self.to_on).max(1) as f64;
        self.start + (self.end - self.start) * days(self.from_on, day) as f64 / all
    }

    /// As `at`, but never beyond the ends.
    #[must_use]
    pub fn within(&self, day: NaiveDate) -> f64 {
        self.at(day.clamp(self.from_on, self.to_on))
    }

    /// No more than so many months, evenly apart; the first and every January tell the year.
    #[must_use]
    pub fn ticks(&self, most: usize) -> Vec<Tick> {
        let all = usize::try_from(days(self.from_on, self.to_on) / 30).unwrap_or(0).max(1);
        let step = [1, 2, 3, 6, 12, 24, 60].into_iter().find(|step| all / step <= most).unwrap_or(120);
        let step = u32::try_from(step).unwrap_or(1);
        let first = self.from_on.with_day(1).unwrap_or(self.from_on);
        let months = (0..).map_while(|n| first.checked_add_months(Months::new(n)));
        let months = months.take_while(|month| *month <= self.to_on).filter(|month| *month >= self.from_on);
        let even = months.filter(|month| {
            let since = u32::try_from(month.year()).unwrap_or(0) * 12 + month.month0();
            since % step == 0
        });
        let tick = |(index, month): (usize, NaiveDate)| {
            let pattern = if index == 0 || month.month() == 1 { "%b %Y" } else { "%b" };
            Tick { at: self.at(month), label: month.format(pattern).to_string() }
        };
        even.enumerate().map(tick).collect()
    }
}

/// "12.5", as attributes of a drawing have it.
#[must_use]
pub fn number(value: f64) -> String {
    format!("{value:.1}")
}

/// A diamond around a point.
#[must_use]
pub fn diamond(x: f64, y: f64, half: f64) -> String {
    format!("M{x:.1} {:.1}L{:.1} {y:.1}L{x:.1} {:.1}L{:.1} {y:.1}Z", y - half, x + half, y + half, x - half)
}

/// Lines of no more than so many letters, broken between words.
#[must_use]
pub fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(from: &str, to: &str) -> Timescale {
        let day = |text: &str| text.parse().expect("a date");
        Timescale { from_on: day(from), to_on: day(to), start: 100.0, end: 300.0 }
    }

    #[test]
    fn the_first_month_and_every_january_tell_the_year() {
        let labels = |from: &str, to: &str, most| -> Vec<String> {
            scale(from, to).ticks(most).into_iter().map(|tick| tick.label).collect()
        };
        assert_eq!(labels("2026-10-05", "2027-02-20", 8), ["Nov 2026", "Dec", "Jan 2027", "Feb"]);
        let two_years = ["Apr 2026", "Jul", "Oct", "Jan 2027", "Apr", "Jul", "Oct", "Jan 2028"];
        assert_eq!(labels("2026-03-02", "2028-02-28", 8), two_years);
        assert_eq!(labels("2026-03-02", "2031-02-28", 8), ["Jan 2027", "Jan 2028", "Jan 2029", "Jan 2030", "Jan 2031"]);
    }

    #[test]
    fn days_beyond_the_ends_stay_at_the_ends() {
        let scale = scale("2026-01-01", "2026-01-11");
        let day = |text: &str| text.parse().expect("a date");
        assert!((scale.at(day("2026-01-06")) - 200.0).abs() < 0.01);
        assert!((scale.within(day("2027-01-06")) - 300.0).abs() < 0.01);
    }

    #[test]
    fn long_names_are_broken_between_words() {
        assert_eq!(lines("Training for link workers agreed", 16), ["Training for", "link workers", "agreed"]);
        assert_eq!(lines("Unbreakableword", 4), ["Unbreakableword"]);
    }
}
