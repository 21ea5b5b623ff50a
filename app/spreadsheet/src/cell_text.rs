use calamine::{Data, ExcelDateTime};

/// A typed cell as text: dates as ISO, numbers in plain decimal, formulas as the
/// value that was saved with them (the reader gives no other).
pub(crate) fn cell_text(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => decimal(*number),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(moment) => moment_text(moment),
        Data::DateTimeIso(text) => iso_text(text),
        Data::Error(error) => error.to_string(),
    }
}

/// Excel keeps 15 significant digits; what a float has beyond them is noise.
/// Never in scientific notation.
fn decimal(number: f64) -> String {
    if !number.is_finite() {
        return number.to_string();
    }
    let scientific = format!("{number:.14e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let sign = if mantissa.starts_with('-') { "-" } else { "" };
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return "0".to_owned();
    }
    let point: i32 = exponent.parse::<i32>().unwrap_or(0) + 1;
    format!("{sign}{}", with_point(digits, point))
}

/// Digits with the decimal point after the first `point` of them.
fn with_point(digits: &str, point: i32) -> String {
    match usize::try_from(point) {
        Ok(point) if point >= digits.len() => format!("{digits:0<point$}"),
        Ok(point) if point > 0 => format!("{}.{}", &digits[..point], &digits[point..]),
        _ => format!("0.{}{digits}", "0".repeat(point.unsigned_abs() as usize)),
    }
}

fn moment_text(moment: &ExcelDateTime) -> String {
    const FIRST_BEYOND: f64 = 2_958_466.0;
    let serial = moment.as_f64();
    if !(0.0..FIRST_BEYOND).contains(&serial) {
        return decimal(serial);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    let date = format!("{year:04}-{month:02}-{day:02}");
    if moment.is_duration() {
        duration(serial)
    } else if serial < 1.0 {
        time
    } else if time == "00:00:00" {
        date
    } else {
        format!("{date} {time}")
    }
}

/// Hours may be more than a day's: "37:30:00".
fn duration(days: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "below three million days, far from the end of an i64")]
    let seconds = (days * 86_400.0).round() as i64;
    let (hours, rest) = (seconds / 3600, seconds % 3600);
    format!("{hours}:{:02}:{:02}", rest / 60, rest % 60)
}

fn iso_text(text: &str) -> String {
    match text.split_once('T') {
        Some((date, time)) if time.chars().all(|c| "0:.Z".contains(c)) => date.to_owned(),
        Some((date, time)) => format!("{date} {time}"),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    #[test]
    fn numbers_come_out_without_float_noise() {
        for (number, expected) in [
            (12.5, "12.5"),
            (0.1 + 0.2, "0.3"),
            (12.499_999_999_999_999, "12.5"),
            (-2013.02, "-2013.02"),
            (100.0, "100"),
            (0.0, "0"),
            (-0.0, "0"),
            (0.000_001, "0.000001"),
            (1e20, "100000000000000000000"),
            (123_456_789_012_345.0, "123456789012345"),
            (999_999_999_999_999.9, "1000000000000000"),
        ] {
            assert_eq!(decimal(number), expected);
        }
    }

    #[test]
    fn dates_come_out_as_iso() {
        let text = |serial, kind| moment_text(&ExcelDateTime::new(serial, kind, false));
        assert_eq!(text(46_477.0, DateTime), "2027-03-31");
        assert_eq!(text(46_477.604_166_666_7, DateTime), "2027-03-31 14:30:00");
        assert_eq!(text(0.5, DateTime), "12:00:00");
        assert_eq!(text(1.5625, TimeDelta), "37:30:00");
        assert_eq!(text(-1.0, DateTime), "-1");
        assert_eq!(iso_text("2027-03-31T00:00:00.000Z"), "2027-03-31");
        assert_eq!(iso_text("2027-03-31T14:30:00"), "2027-03-31 14:30:00");
    }
}
