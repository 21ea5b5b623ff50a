//! Numbers as people type and read them.
use crate::Rule;
use std::{fmt, str::FromStr};

/// A value of a measure: finite, at most a million million either way.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Number(pub f64);

impl Number {
    /// Largest size that a measure of a council can sensibly have.
    pub const MOST: f64 = 1e12;

    /// With the unit where people expect it: "41%", "£1,250", "12 days".
    #[must_use]
    pub fn with_unit(self, unit: &str) -> String {
        match unit.trim() {
            "" => self.to_string(),
            "%" => format!("{self}%"),
            "pounds" | "£" => match self.to_string().strip_prefix('−') {
                Some(size) => format!("−£{size}"),
                None => format!("£{self}"),
            },
            unit => format!("{self} {unit}"),
        }
    }
}

impl FromStr for Number {
    type Err = Rule;
    /// "1,250", "41%", "−0.5", "£30": the sign of the unit is left off, the unit is a field of its own.
    fn from_str(text: &str) -> Result<Self, Rule> {
        let bare: String = text.trim().trim_end_matches('%').replace('−', "-").replace([',', ' ', '£'], "");
        if text.trim().is_empty() {
            return Err(Rule::Missing);
        }
        // Words such as "inf" and powers such as "1e5" are numbers to the parser and not to people.
        let plain = bare.chars().all(|letter| letter.is_ascii_digit() || letter == '.' || letter == '-');
        let value: f64 = bare.parse().map_err(|_| Rule::NotANumber)?;
        let fits = plain && value.is_finite() && value.abs() <= Self::MOST;
        // Adding nought turns minus nought into nought.
        if fits { Ok(Self(value + 0.0)) } else { Err(Rule::NotANumber) }
    }
}

impl fmt::Display for Number {
    /// At most six decimal places, none that say nothing, thousands apart: "1,250.5".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:.6}", self.0.abs());
        let digits = digits.trim_end_matches('0').trim_end_matches('.');
        let (whole, part) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
        let mut grouped = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let sign = if self.0 < 0.0 && digits != "0" { "−" } else { "" };
        match part {
            Some(part) => write!(f, "{sign}{grouped}.{part}"),
            None => write!(f, "{sign}{grouped}"),
        }
    }
}

/// Whether one reaches the other, forgiving what floating point adds at a threshold.
pub(crate) fn reaches(value: f64, threshold: f64) -> bool {
    value >= threshold - 1e-12
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them_and_shown_without_noise() {
        for (typed, value, shown) in [
            ("1,250", 1250.0, "1,250"),
            ("41%", 41.0, "41"),
            (" 41 % ", 41.0, "41"),
            ("-0.5", -0.5, "−0.5"),
            ("−1234.50", -1234.5, "−1,234.5"),
            ("£30", 30.0, "30"),
            ("-0", 0.0, "0"),
            ("0.1", 0.1, "0.1"),
        ] {
            assert_eq!(typed.parse(), Ok(Number(value)), "{typed}");
            assert_eq!(Number(value).to_string(), shown);
            assert_eq!(shown.parse(), Ok(Number(value)), "what is shown can be typed again");
        }
        assert_eq!(Number(0.1 + 0.2).to_string(), "0.3");
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in ["NaN", "inf", "-inf", "infinity", "1e5", "about 40", "1.2.3", "--1", "%", "9999999999999"] {
            assert_eq!(typed.parse::<Number>(), Err(Rule::NotANumber), "{typed}");
        }
        assert_eq!(" ".parse::<Number>(), Err(Rule::Missing));
    }

    #[test]
    fn a_unit_stands_where_people_expect_it() {
        for (value, unit, shown) in
            [(41.0, "%", "41%"), (-1250.0, "pounds", "−£1,250"), (12.0, "days", "12 days"), (3.5, "", "3.5")]
        {
            assert_eq!(Number(value).with_unit(unit), shown);
        }
    }
}
