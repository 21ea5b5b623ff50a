//! A spreadsheet program runs a cell that begins with `=` as a formula, also
//! when the cell came from a stranger. In the files we write, such a cell begins
//! with an apostrophe, which makes it text. Reading takes away exactly the
//! apostrophes that writing put there.

use std::borrow::Cow;

pub(crate) fn guarded(cell: &str) -> Cow<'_, str> {
    if needs_guard(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

pub(crate) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if needs_guard(rest) => rest,
        _ => cell,
    }
}

/// A cell that itself looks guarded needs one more, or reading could not tell
/// whose apostrophe it is.
fn needs_guard(cell: &str) -> bool {
    let inner = cell.trim_start_matches('\'');
    let runs = inner.starts_with(|first: char| {
        // The full-width signs count as signs in East Asian Excel.
        matches!(first, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') || first.is_control()
    });
    runs && !(inner.len() == cell.len() && is_plain_number(cell))
}

/// A sign, digits and at most one point: harmless, and a guard would turn the
/// number into text.
fn is_plain_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    all_digits(whole) && all_digits(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_cells_that_could_run_are_guarded() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+44 20 7946 0000", "'+44 20 7946 0000"),
            ("-cmd", "'-cmd"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("-12.5", "-12.5"),
            ("+3", "+3"),
            ("-", "'-"),
            ("-1-1", "'-1-1"),
            ("'=1", "''=1"),
            ("'-5", "''-5"),
            ("'tis", "'tis"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(guarded(cell), written, "{cell:?}");
            assert_eq!(unguarded(written), cell, "{written:?}");
        }
    }

    #[test]
    fn an_apostrophe_that_guards_nothing_stays() {
        for cell in ["'-5", "'tis", "'", "''"] {
            assert_eq!(unguarded(cell), cell);
        }
    }
}
