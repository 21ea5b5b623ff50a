use crate::Rule;
use serde::{Deserialize, Serialize};
use std::{fmt, iter::Sum, str::FromStr};

/// A time in whole half days: no fraction on the way. Shown and typed in days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HalfDays(pub u32);

impl HalfDays {
    /// Most that one person can give in a month: every day of the longest.
    pub const MOST: Self = Self::days(31);

    #[must_use]
    pub const fn days(days: u32) -> Self {
        Self(days * 2)
    }

    /// This over the other; none over nothing.
    #[must_use]
    pub fn over(self, bottom: Self) -> Option<f64> {
        (bottom.0 != 0).then(|| f64::from(self.0) / f64::from(bottom.0))
    }
}

impl FromStr for HalfDays {
    type Err = Rule;
    /// "8", "7.5", "7½".
    fn from_str(text: &str) -> Result<Self, Rule> {
        let text = text.trim().replace('½', ".5");
        let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
        let half = match part.trim_end_matches('0') {
            "" => 0,
            "5" => 1,
            _ => return Err(Rule::NotHalfDays),
        };
        let whole = if whole.is_empty() && half == 1 { "0" } else { whole };
        let digits = whole.chars().all(|letter| letter.is_ascii_digit());
        let days = whole.parse::<u32>().ok().filter(|days| digits && *days <= 31);
        let time = days.map(|days| Self(days * 2 + half)).filter(|time| *time <= Self::MOST);
        time.ok_or(if text.is_empty() { Rule::Missing } else { Rule::NotHalfDays })
    }
}

impl fmt::Display for HalfDays {
    /// In days: "8", "7.5".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = if self.0 % 2 == 1 { ".5" } else { "" };
        write!(f, "{}{half}", self.0 / 2)
    }
}

impl Sum for HalfDays {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        Self(all.fold(0, |sum, one| sum.saturating_add(one.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_typed_and_shown_in_halves() {
        for (typed, half_days, shown) in [
            ("8", 16, "8"),
            ("7.5", 15, "7.5"),
            (" 7½ ", 15, "7.5"),
            ("0", 0, "0"),
            (".5", 1, "0.5"),
            ("8.0", 16, "8"),
            ("31", 62, "31"),
        ] {
            assert_eq!(typed.parse(), Ok(HalfDays(half_days)), "{typed}");
            assert_eq!(HalfDays(half_days).to_string(), shown);
        }
        for typed in ["7.25", "-1", "31.5", "32", "eight", "+2", "1.5.0"] {
            assert_eq!(typed.parse::<HalfDays>(), Err(Rule::NotHalfDays), "{typed}");
        }
        assert_eq!("".parse::<HalfDays>(), Err(Rule::Missing));
    }
}
