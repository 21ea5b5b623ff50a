//! Days, spans and counts in words.
use chrono::{DateTime, NaiveDate, Utc};

/// "24 November 2026", with no break after the day.
#[must_use]
pub fn date(day: NaiveDate) -> String {
    day.format("%-d\u{a0}%B %Y").to_string()
}

/// "October 2026", with no break between.
#[must_use]
pub fn month(day: NaiveDate) -> String {
    day.format("%B\u{a0}%Y").to_string()
}

/// "1 day", "3 risks". A word ending in y or s is given its plural by the caller.
#[must_use]
pub fn count(number: i64, one: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {one}{plural}")
}

/// A span as people say it: "5 days", "3 weeks", "4 months".
#[must_use]
pub fn span(days: i64) -> String {
    match days.abs() {
        days @ 0..=13 => count(days, "day"),
        days @ 14..=104 => count(days / 7, "week"),
        days @ 105..=729 => count(days * 12 / 365, "month"),
        days => count(days / 365, "year"),
    }
}

/// "in 12 days", "today", "9 days late".
#[must_use]
pub fn until(days: i64) -> String {
    match days {
        0 => "today".into(),
        1 => "tomorrow".into(),
        ahead if ahead > 0 => format!("in {}", span(ahead)),
        late => format!("{} late", span(late)),
    }
}

/// "today", "yesterday", "3 weeks ago".
#[must_use]
pub fn ago(days: i64) -> String {
    match days {
        ..=0 => "today".into(),
        1 => "yesterday".into(),
        past => format!("{} ago", span(past)),
    }
}

/// "12 minutes ago" within a day, a date and time after.
#[must_use]
pub fn when(at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    match (now - at).num_minutes() {
        ..=0 => "just now".into(),
        minutes @ 1..=59 => format!("{} ago", count(minutes, "minute")),
        minutes @ 60..=1439 => format!("{} ago", count(minutes / 60, "hour")),
        _ => date(domain::london_day(at)),
    }
}

/// "10:42", in London.
#[must_use]
pub fn clock(at: DateTime<Utc>) -> String {
    domain::london_time(at).format("%H:%M").to_string()
}

/// "5 weeks late", "2 days early", "on time"; a dash where there is nothing to compare with.
#[must_use]
pub fn slip(days: Option<i64>) -> String {
    match days {
        None => "–".into(),
        Some(0) => "on time".into(),
        Some(late) if late > 0 => format!("{} late", span(late)),
        Some(early) => format!("{} early", span(early)),
    }
}

/// With a full stop, unless it ends a sentence already.
#[must_use]
pub fn ended(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_said_as_people_say_them() {
        for (days, said) in
            [(0, "0 days"), (1, "1 day"), (13, "13 days"), (14, "2 weeks"), (246, "8 months"), (800, "2 years")]
        {
            assert_eq!(span(days), said);
        }
        assert_eq!((ended("Too far"), ended("Why? ")), ("Too far.".into(), "Why?".into()));
        assert_eq!((until(-9), until(1), ago(21)), ("9 days late".into(), "tomorrow".into(), "3 weeks ago".into()));
    }
}
