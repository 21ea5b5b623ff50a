use std::fmt;

/// Why a file could not be taken. The `Display` text is meant for the person
/// who brought the file: it says what is wrong and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// No cell holds anything.
    Empty,
    /// More bytes than [`Limits::bytes`](crate::Limits::bytes).
    TooLarge {
        limit: usize,
    },
    /// Something else: a picture, a PDF, a web page, another kind of archive.
    NotASpreadsheet,
    /// The container of `.xls` and of XLSX files with a password. From outside
    /// the two look alike.
    OldOrLocked,
    TooManyColumns {
        found: usize,
        limit: usize,
    },
    TooManyRows {
        limit: usize,
    },
    /// `row` is the row in the file, `limit` is in characters.
    CellTooLong {
        row: usize,
        limit: usize,
    },
    /// All cells together hold more bytes than `limit`.
    TooMuchText {
        limit: usize,
    },
    /// Unpacks to far more than it should: too many parts, too many bytes or
    /// too high a ratio.
    Packed,
    /// A cell that begins with a quotation mark in this row never ends.
    UnclosedQuote {
        row: usize,
    },
    /// Recognised, but cut short or not well formed.
    Damaged,
    /// Text in an encoding that could not be told.
    Encoding,
    /// The workbook has no visible sheet of the name asked for.
    NoSuchSheet,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str(
                "The file is empty. Check that you chose the right file and that its first row names the columns.",
            ),
            Self::TooLarge { limit } => write!(
                f,
                "The file is larger than {}. Remove pictures and unused sheets, or split it into several files.",
                size(*limit)
            ),
            Self::NotASpreadsheet => f.write_str(
                "This is not a CSV or Excel file. Open it in a spreadsheet program and save it as CSV or as Excel workbook (.xlsx).",
            ),
            Self::OldOrLocked => f.write_str(
                "This is an old Excel file (.xls) or one with a password. Open it in Excel, remove the password and save it as Excel workbook (.xlsx).",
            ),
            Self::TooManyColumns { found, limit } => write!(
                f,
                "The file has {} columns; at most {} can be read. Remove the columns you do not need.",
                grouped(*found),
                grouped(*limit)
            ),
            Self::TooManyRows { limit } => write!(
                f,
                "The file has more than {} rows. Split it into several files.",
                grouped(*limit)
            ),
            Self::CellTooLong { row, limit } => write!(
                f,
                "A cell in row {row} holds more than {} characters. Shorten it.",
                grouped(*limit)
            ),
            Self::TooMuchText { limit } => write!(
                f,
                "The cells hold more than {} of text. Split the file into several files.",
                size(*limit)
            ),
            Self::Packed => f.write_str(
                "The file unpacks to far more than its size suggests, so it was not opened. Copy the cells into a new workbook and save that.",
            ),
            Self::UnclosedQuote { row } => write!(
                f,
                "A quotation mark opened in row {row} is never closed. Close or remove it, or save the file as CSV again.",
            ),
            Self::Damaged => f.write_str(
                "The file is damaged or incomplete. Open it in a spreadsheet program, save it again and try the new file.",
            ),
            Self::Encoding => f.write_str(
                "Some characters could not be read. Save the file as \u{201c}CSV UTF-8\u{201d} and try again.",
            ),
            Self::NoSuchSheet => f.write_str(
                "The workbook has no sheet of that name. Choose one of its visible sheets.",
            ),
        }
    }
}

impl std::error::Error for Unreadable {}

/// "20 MB" for whole mebibytes: readers know the unit by that name.
fn size(bytes: usize) -> String {
    const MIB: usize = 1024 * 1024;
    if bytes >= MIB { format!("{} MB", bytes / MIB) } else { format!("{} bytes", grouped(bytes)) }
}

fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_in_threes() {
        let shown: Vec<_> = [0, 200, 1000, 20_000, 1_234_567].map(grouped).to_vec();
        assert_eq!(shown, ["0", "200", "1,000", "20,000", "1,234,567"]);
    }

    #[test]
    fn a_limit_is_named_in_the_message() {
        let text = Unreadable::TooLarge { limit: 20 * 1024 * 1024 }.to_string();
        assert!(text.contains("20 MB"), "{text}");
    }
}
