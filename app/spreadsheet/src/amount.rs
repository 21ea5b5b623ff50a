use std::fmt;

/// What a bare number in a column of money counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Pounds,
    Thousands,
    Millions,
}

/// Why a cell is not an amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnAmount {
    /// Nothing, a dash or "n/a": no amount is stated, which is not zero.
    Blank,
    /// Prose, another currency, commas that do not group by three, a percentage.
    NotUnderstood,
    /// Beyond what pence in 64 bits can count, about £92 thousand million
    /// million.
    TooLarge,
}

impl fmt::Display for NotAnAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blank => "There is no amount here.",
            Self::NotUnderstood => "This is not an amount in pounds. Write it as 1250, £1,250.00 or £1.2m.",
            Self::TooLarge => "This amount is too large. Check its unit.",
        })
    }
}

impl std::error::Error for NotAnAmount {}

/// The pence that a cell names, exactly: no floating point is involved, and
/// digits beyond a penny round half away from zero. A suffix in the cell
/// (`k`, `m`, `bn`, "thousand", "million", "billion") overrides the column's
/// unit. Parentheses or a minus sign make it negative.
///
/// # Errors
/// [`NotAnAmount`] says which kind of thing it is instead.
pub fn amount(cell: &str, unit: Unit) -> Result<i64, NotAnAmount> {
    let text = cell.trim().to_lowercase();
    if is_blank(&text) {
        return Err(NotAnAmount::Blank);
    }
    let written = Written::take_apart(&text).ok_or(NotAnAmount::NotUnderstood)?;
    let (whole, part) = split_number(written.number).ok_or(NotAnAmount::NotUnderstood)?;
    let power = written.power.unwrap_or(match unit {
        Unit::Pounds => 0,
        Unit::Thousands => 3,
        Unit::Millions => 6,
    });
    let pence = shifted(&whole, part, power + PENCE).ok_or(NotAnAmount::TooLarge)?;
    let signed = if written.negative { -pence } else { pence };
    i64::try_from(signed).map_err(|_| NotAnAmount::TooLarge)
}

/// A pound is ten to this power of pence.
const PENCE: usize = 2;

/// Longest first where one ends with another.
const SUFFIXES: [(&str, usize); 8] =
    [("thousand", 3), ("million", 6), ("billion", 9), ("bn", 9), ("mn", 6), ("k", 3), ("m", 6), ("b", 9)];

const SIGNS: [char; 3] = ['-', '\u{2212}', '\u{2013}'];

fn is_blank(text: &str) -> bool {
    matches!(text, "" | "-" | "\u{2212}" | "\u{2013}" | "\u{2014}" | "n/a" | "na" | "#n/a" | "not applicable")
}

/// An amount without its sign, currency, parentheses and suffix.
struct Written<'a> {
    number: &'a str,
    negative: bool,
    power: Option<usize>,
}

impl<'a> Written<'a> {
    fn take_apart(text: &'a str) -> Option<Self> {
        let (mut rest, mut sign, mut open, mut currency) = (text, None, false, false);
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix('£').filter(|_| !currency) {
                (rest, currency) = (after, true);
            } else if let Some(after) = rest.strip_prefix('(').filter(|_| !open) {
                (rest, open) = (after, true);
            } else if let Some(after) = rest.strip_prefix(SIGNS).filter(|_| sign.is_none()) {
                (rest, sign) = (after, Some(true));
            } else if let Some(after) = rest.strip_prefix('+').filter(|_| sign.is_none()) {
                (rest, sign) = (after, Some(false));
            } else {
                break;
            }
        }
        let (number, power) = Self::without_tail(rest, open)?;
        // "-(5)" could mean either.
        if open && sign.is_some() {
            return None;
        }
        Some(Self { number, negative: open || sign == Some(true), power })
    }

    /// Takes one suffix and, if one was opened, one parenthesis off the end.
    fn without_tail(text: &str, mut open: bool) -> Option<(&str, Option<usize>)> {
        let (mut rest, mut power) = (text, None);
        loop {
            rest = rest.trim_end();
            let suffix = SUFFIXES.iter().find_map(|(suffix, power)| Some((rest.strip_suffix(suffix)?, *power)));
            if let Some(before) = rest.strip_suffix(')').filter(|_| open) {
                (rest, open) = (before, false);
            } else if let Some((before, found)) = suffix.filter(|_| power.is_none()) {
                (rest, power) = (before, Some(found));
            } else {
                break;
            }
        }
        (!open).then_some((rest, power))
    }
}

/// Digits before and after the point, without commas. Commas must group by
/// three: "1,5" is five tenths in other countries, so it is nothing here.
fn split_number(number: &str) -> Option<(String, &str)> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = whole.contains(',');
    let well_grouped = !grouped || (1..=3).contains(&first.len());
    if !well_grouped || !digits(first) || groups.any(|group| group.len() != 3 || !digits(group)) {
        return None;
    }
    if !digits(part) || (whole.is_empty() && part.is_empty()) {
        return None;
    }
    Some((whole.replace(',', ""), part))
}

/// The number with its point moved `power` places to the right, rounded half
/// up. `None` beyond 19 digits, which is as many as an `i64` can need.
fn shifted(whole: &str, part: &str, power: usize) -> Option<i128> {
    let kept = &part[..part.len().min(power)];
    let zeros = power - kept.len();
    let round_up = part.as_bytes().get(power).is_some_and(|digit| *digit >= b'5');
    let digits = format!("{whole}{kept}{:0<zeros$}", "");
    let digits = digits.trim_start_matches('0');
    if digits.len() > 19 {
        return None;
    }
    let value: i128 = if digits.is_empty() { 0 } else { digits.parse().ok()? };
    Some(value + i128::from(round_up))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Unit::{Millions, Pounds, Thousands};
    use proptest::prelude::*;

    #[test]
    fn amounts_are_exact_pence() {
        for (text, unit, pence) in [
            ("£2,013.02", Millions, 201_302_000_000),
            ("£654.46", Millions, 65_446_000_000),
            ("12743.0", Millions, 1_274_300_000_000),
            ("12.5", Pounds, 1_250),
            ("12.5", Thousands, 1_250_000),
            ("(12.5)", Pounds, -1_250),
            ("-12.5", Pounds, -1_250),
            ("\u{2212}12.5", Pounds, -1_250),
            ("-£12.50", Pounds, -1_250),
            ("£-12.50", Pounds, -1_250),
            ("(£1.2m)", Pounds, -120_000_000),
            ("£(1.2)m", Pounds, -120_000_000),
            ("+3", Pounds, 300),
            ("£1.2m", Thousands, 120_000_000),
            ("£1.2 Million", Pounds, 120_000_000),
            ("3k", Millions, 300_000),
            ("£1bn", Pounds, 100_000_000_000),
            (" £ 12 ", Pounds, 1_200),
            ("0.005", Pounds, 1),
            ("0.004999", Pounds, 0),
            ("-0.005", Pounds, -1),
            ("1.005", Pounds, 101),
            ("0.00000001", Millions, 1),
            (".5", Pounds, 50),
            ("5.", Pounds, 500),
            ("1,234,567.89", Pounds, 123_456_789),
            ("0", Millions, 0),
            ("-0", Pounds, 0),
            ("000000000000000000000001", Pounds, 100),
            ("92233720368547758.07", Pounds, i64::MAX),
            ("-92233720368547758.08", Pounds, i64::MIN),
        ] {
            assert_eq!(amount(text, unit), Ok(pence), "{text:?} {unit:?}");
        }
    }

    #[test]
    fn no_amount_stated_is_not_zero() {
        for text in ["", " ", "-", "–", "—", "n/a", "N/A", "na", "#N/A", "Not applicable"] {
            assert_eq!(amount(text, Pounds), Err(NotAnAmount::Blank), "{text:?}");
        }
    }

    #[test]
    fn what_could_mean_two_things_is_not_an_amount() {
        for text in [
            "exempt",
            "TBC",
            "1,5",
            "1,23,456",
            "1234,567",
            "1 000",
            "1.2.3",
            "$5",
            "€5",
            "5%",
            "1e6",
            "--5",
            "-(5)",
            "(5",
            "5)",
            "£",
            ".",
            "()",
            "££5",
            "5mm",
            "m",
            "£12.5 (est.)",
            "inf",
            "NaN",
            "٥",
            "1,",
            ",123",
        ] {
            assert_eq!(amount(text, Pounds), Err(NotAnAmount::NotUnderstood), "{text:?}");
        }
    }

    #[test]
    fn more_than_can_be_counted_is_too_large() {
        for text in ["92233720368547758.08", "92233720368547758.075", "1000000000000bn"] {
            assert_eq!(amount(text, Pounds), Err(NotAnAmount::TooLarge), "{text:?}");
        }
        assert_eq!(amount(&"9".repeat(30_000), Pounds), Err(NotAnAmount::TooLarge));
    }

    proptest! {
        #[test]
        fn any_number_of_pence_reads_back(pence: i64) {
            let sign = if pence < 0 { "-" } else { "" };
            let size = pence.unsigned_abs();
            let text = format!("{sign}£{}.{:02}", size / 100, size % 100);
            prop_assert_eq!(amount(&text, Unit::Pounds), Ok(pence));
        }

        #[test]
        fn any_text_is_answered(text: String) {
            let _ = amount(&text, Unit::Millions);
            let _ = crate::date(&text);
        }
    }
}
