//! Money in whole pence.
use crate::Rule;
use serde::{Deserialize, Serialize};
use std::{fmt, iter::Sum, str::FromStr};

/// Whole pence, signed; shown in pounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pence(pub i64);

impl Pence {
    /// Most that one amount may be: ten million million pounds, far inside 64 bits when summed.
    pub const MOST: i64 = 1_000_000_000_000_000;
}

impl FromStr for Pence {
    type Err = Rule;
    /// Pounds as people type them: "1,250", "£1250.50". No floats on the way.
    fn from_str(text: &str) -> Result<Self, Rule> {
        let text: String = text.trim().trim_start_matches('£').replace([',', ' '], "");
        if text.is_empty() {
            return Err(Rule::Missing);
        }
        let (pounds, pence) = text.split_once('.').unwrap_or((&text, ""));
        let digits = |part: &str| part.chars().all(|letter| letter.is_ascii_digit());
        if pounds.is_empty() || !digits(pounds) || !digits(pence) || pence.len() > 2 {
            return Err(Rule::NotMoney);
        }
        let whole: i64 = pounds.parse().map_err(|_| Rule::NotMoney)?;
        let part: i64 = format!("{pence:0<2}").parse().map_err(|_| Rule::NotMoney)?;
        let all = whole.checked_mul(100).and_then(|all| all.checked_add(part));
        all.filter(|all| *all <= Self::MOST).map(Self).ok_or(Rule::NotMoney)
    }
}

/// An amount that may be below zero: a correction, typed "-1,250".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedPence(pub Pence);

impl FromStr for SignedPence {
    type Err = Rule;
    fn from_str(text: &str) -> Result<Self, Rule> {
        let text = text.trim();
        // The minus sign of a keyboard, and the one that amounts are shown with.
        match text.strip_prefix(['-', '−']) {
            Some(rest) => rest.parse().map(|Pence(pence)| Self(Pence(-pence))),
            None => text.parse().map(Self),
        }
    }
}

impl fmt::Display for Pence {
    /// "£1,250" or "£1,250.50".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (pounds, pence) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        let digits = pounds.to_string();
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let sign = if self.0 < 0 { "−" } else { "" };
        match pence {
            0 => write!(f, "{sign}£{grouped}"),
            pence => write!(f, "{sign}£{grouped}.{pence:02}"),
        }
    }
}

impl Sum for Pence {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        Self(all.fold(0, |sum, one| sum.saturating_add(one.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pounds_are_read_and_shown_to_the_penny() {
        for (typed, pence, shown) in [
            ("£1,250.50", 125_050, "£1,250.50"),
            ("0", 0, "£0"),
            ("1234567", 123_456_700, "£1,234,567"),
            ("12.5", 1_250, "£12.50"),
        ] {
            assert_eq!(typed.parse(), Ok(Pence(pence)));
            assert_eq!(Pence(pence).to_string(), shown);
        }
        for typed in ["-1", "1.234", "a", "1.2.3", "99999999999999999999"] {
            assert_eq!(typed.parse::<Pence>(), Err(Rule::NotMoney), "{typed}");
        }
    }

    #[test]
    fn a_correction_is_typed_with_a_minus_sign_and_read_as_it_is_shown() {
        for (typed, pence) in [("-12.50", -1_250), ("−£1,250", -125_000), ("40", 4_000)] {
            assert_eq!(typed.parse(), Ok(SignedPence(Pence(pence))), "{typed}");
            assert_eq!(Pence(pence).to_string().parse(), Ok(SignedPence(Pence(pence))));
        }
        assert_eq!("--1".parse::<SignedPence>(), Err(Rule::NotMoney));
        assert_eq!("-".parse::<SignedPence>(), Err(Rule::Missing));
    }
}
