use std::fmt;

use chrono::NaiveDate;

/// Why a cell is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADate {
    /// White space or nothing.
    Blank,
    /// Written like a date, but the calendar has no such day between 1900 and
    /// 2199: 31 February, a month 31 of a date written month first.
    NoSuchDay,
    /// Prose, a number (Excel's day numbers are not guessed), a year of two
    /// digits, or anything else.
    NotUnderstood,
}

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blank => "There is no date here.",
            Self::NoSuchDay => "There is no such day. Write the day first, as in 31/03/2027.",
            Self::NotUnderstood => "This is not a date. Write it as 31/03/2027 or 2027-03-31.",
        })
    }
}

impl std::error::Error for NotADate {}

/// The day that a cell names: `2027-03-31`, `31/03/2027`, `31-03-2027`,
/// `31 March 2027`, `31 Mar 2027`, `31-Mar-2027`, each with or without a time
/// of day after it, which is checked and left out. The day always comes before
/// the month.
///
/// # Errors
/// [`NotADate`] says which kind of thing it is instead.
pub fn date(cell: &str) -> Result<NaiveDate, NotADate> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Err(NotADate::Blank);
    }
    let parts = [' ', 'T']
        .into_iter()
        .filter_map(|between| cell.rsplit_once(between))
        .find(|(_, time)| is_time(time))
        .map_or(cell, |(day, _)| day.trim_end());
    let (year, month, day) = year_month_day(parts).ok_or(NotADate::NotUnderstood)?;
    if !(1900..2200).contains(&year) {
        return Err(NotADate::NoSuchDay);
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(NotADate::NoSuchDay)
}

fn year_month_day(text: &str) -> Option<(i32, u32, u32)> {
    let separator = ['/', '-'].into_iter().find(|s| text.contains(*s));
    let parts: Vec<&str> = match separator {
        Some(separator) => text.split(separator).collect(),
        None => text.split_whitespace().collect(),
    };
    let [first, month, last] = parts[..] else {
        return None;
    };
    if separator == Some('-') && first.len() == 4 {
        return Some((year(first)?, two_digits(month)?, two_digits(last)?));
    }
    let month = match (two_digits(month), separator) {
        (Some(month), Some(_)) => month,
        (None, None | Some('-')) => month_named(month)?,
        _ => return None,
    };
    Some((year(last)?, month, two_digits(first)?))
}

fn year(text: &str) -> Option<i32> {
    (text.len() == 4 && is_digits(text)).then(|| text.parse().ok()).flatten()
}

fn two_digits(text: &str) -> Option<u32> {
    ((1..=2).contains(&text.len()) && is_digits(text)).then(|| text.parse().ok()).flatten()
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The full English name or its first three letters ("Sept" as well).
fn month_named(text: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let text = text.to_ascii_lowercase();
    let text = if text == "sept" { "sep" } else { &text };
    let index = MONTHS.iter().position(|name| *name == text || &name[..3] == text)?;
    u32::try_from(index + 1).ok()
}

/// `14:30`, `14:30:00`, `14:30:00.000`, with or without a closing `Z`.
fn is_time(text: &str) -> bool {
    let text = text.strip_suffix('Z').unwrap_or(text);
    let (clock, part) = text.split_once('.').unwrap_or((text, "0"));
    let numbers: Option<Vec<u32>> = clock.split(':').map(two_digits).collect();
    let in_range = match numbers.as_deref() {
        Some([hour, minute]) => *hour < 24 && *minute < 60,
        Some([hour, minute, second]) => *hour < 24 && *minute < 60 && *second < 60,
        _ => false,
    };
    in_range && !part.is_empty() && is_digits(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_to_write_a_day_is_read() {
        let expected = NaiveDate::from_ymd_opt(2027, 3, 31).unwrap();
        for text in [
            "2027-03-31",
            "2027-3-31",
            " 2027-03-31 ",
            "31/03/2027",
            "31/3/2027",
            "31-03-2027",
            "31 March 2027",
            "31  march  2027",
            "31 Mar 2027",
            "31-Mar-2027",
            "2027-03-31 00:00:00",
            "2027-03-31T00:00:00",
            "2027-03-31T14:30:00.000Z",
            "31/03/2027 14:30",
        ] {
            assert_eq!(date(text), Ok(expected), "{text:?}");
        }
    }

    #[test]
    fn the_day_comes_first() {
        assert_eq!(date("04/03/2027"), Ok(NaiveDate::from_ymd_opt(2027, 3, 4).unwrap()));
        assert_eq!(date("1 Sept 2027"), Ok(NaiveDate::from_ymd_opt(2027, 9, 1).unwrap()));
        assert_eq!(date("29 February 2028"), Ok(NaiveDate::from_ymd_opt(2028, 2, 29).unwrap()));
    }

    #[test]
    fn what_is_no_day_says_which_kind_it_is() {
        for (text, expected) in [
            ("", NotADate::Blank),
            (" \t", NotADate::Blank),
            ("31/02/2027", NotADate::NoSuchDay),
            ("03/31/2027", NotADate::NoSuchDay),
            ("2027-13-01", NotADate::NoSuchDay),
            ("29 February 2027", NotADate::NoSuchDay),
            ("0000-00-00", NotADate::NoSuchDay),
            ("01/01/1023", NotADate::NoSuchDay),
            ("46477", NotADate::NotUnderstood),
            ("31/03/27", NotADate::NotUnderstood),
            ("2027/03/31", NotADate::NotUnderstood),
            ("March 2027", NotADate::NotUnderstood),
            ("31 03 2027", NotADate::NotUnderstood),
            ("31 M 2027", NotADate::NotUnderstood),
            ("31/Mar/2027", NotADate::NotUnderstood),
            ("+1/+2/2027", NotADate::NotUnderstood),
            ("2027-03-31 25:00:00", NotADate::NotUnderstood),
            ("2027-03-31 or later", NotADate::NotUnderstood),
            ("The project end date is 31 March 2027.", NotADate::NotUnderstood),
            ("٣١/٠٣/٢٠٢٧", NotADate::NotUnderstood),
            ("T", NotADate::NotUnderstood),
        ] {
            assert_eq!(date(text), Err(expected), "{text:?}");
        }
    }
}
