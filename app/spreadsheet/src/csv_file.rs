use crate::decode::decode;
use crate::delimiter;
use crate::guard::unguarded;
use crate::sheet::Gathering;
use crate::{Limits, Sheet, Source, Unreadable};

pub(crate) fn read(bytes: &[u8], prefer_tab: bool, limits: &Limits) -> Result<Sheet, Unreadable> {
    let (decoded, encoding) = decode(bytes)?;
    let (delimiter, text) = match delimiter::stated(&decoded) {
        Some((delimiter, rest)) => (Some(delimiter), rest),
        None => (delimiter::find(&decoded, prefer_tab), decoded.as_str()),
    };
    let mut gathering = Gathering::new(limits);
    read_rows(text, delimiter, &mut gathering)?;
    gathering.finish(Source::Csv { delimiter, encoding })
}

/// The parser takes an unclosed quotation mark as "to the end of the file". A
/// line of our own after the last tells: it is a record of its own, unless an
/// open quotation mark has swallowed it.
const LAST_LINE: &str = "\nend";

/// Stands for "no delimiter": ASCII's unit separator, which is in no text.
const NO_DELIMITER: u8 = 0x1F;

fn read_rows(text: &str, delimiter: Option<char>, gathering: &mut Gathering<'_>) -> Result<(), Unreadable> {
    let source = format!("{text}{LAST_LINE}");
    let delimiter = delimiter.and_then(|c| u8::try_from(c).ok());
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.unwrap_or(NO_DELIMITER))
        .from_reader(source.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut number = 0;
    loop {
        let end_of_last = at(&reader);
        let (blank, start) = skip_blank_lines(source.as_bytes(), end_of_last);
        let more = reader.read_record(&mut record).map_err(|_| Unreadable::Damaged)?;
        if !more || start >= text.len() {
            return Ok(());
        }
        number += blank + 1;
        if at(&reader) >= source.len() {
            return Err(Unreadable::UnclosedQuote { row: number });
        }
        let cells = cells(&record, number, gathering)?;
        gathering.push(number, cells)?;
    }
}

fn cells(record: &csv::StringRecord, number: usize, gathering: &mut Gathering<'_>) -> Result<Vec<String>, Unreadable> {
    let mut cells = Vec::with_capacity(record.len());
    for cell in record {
        let cell = unguarded(cell);
        gathering.admit(number, cell)?;
        cells.push(cell.to_owned());
    }
    Ok(cells)
}

fn at(reader: &csv::Reader<&[u8]>) -> usize {
    usize::try_from(reader.position().byte()).unwrap_or(usize::MAX)
}

/// The parser passes over blank lines without a word, yet they count as rows.
/// Gives how many begin at `from` and where the text goes on.
fn skip_blank_lines(source: &[u8], from: usize) -> (usize, usize) {
    let byte = |index: usize| source.get(index).copied();
    let mut index = from;
    // The parser may stop between the two halves of a line end.
    if index > 0 && byte(index - 1) == Some(b'\r') && byte(index) == Some(b'\n') {
        index += 1;
    }
    let mut blank = 0;
    loop {
        index += match (byte(index), byte(index + 1)) {
            (Some(b'\r'), Some(b'\n')) => 2,
            (Some(b'\r' | b'\n'), _) => 1,
            _ => return (blank, index),
        };
        blank += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Result<Vec<(usize, Vec<String>)>, Unreadable> {
        let sheet = read(text.as_bytes(), false, &Limits::default())?;
        Ok(sheet.rows.into_iter().map(|row| (row.number, row.cells)).collect())
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_program_shows_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["", "a,b", "", "1,\"x\ny\"", "", ",", "2,z", ""].join(end);
            let rows = rows(&text).unwrap();
            let numbers: Vec<_> = rows.iter().map(|row| row.0).collect();
            assert_eq!(numbers, [4, 7], "{end:?}");
        }
    }

    #[test]
    fn a_quote_that_never_closes_names_its_row() {
        for text in ["a,b\n1,\"x\n2,y\n", "a,b\n1,\"", "a,b\n1,\"x\r"] {
            assert_eq!(rows(text), Err(Unreadable::UnclosedQuote { row: 2 }), "{text:?}");
        }
    }

    #[test]
    fn a_quote_that_closes_at_the_very_end_is_fine() {
        for text in ["a,b\n1,\"x\"", "a,b\n1,\"x\"\n", "a,b\n1,\"x\"\r\n", "a,b\n1,\"x\"\r"] {
            assert_eq!(rows(text).unwrap()[0].1, ["1", "x"], "{text:?}");
        }
    }

    #[test]
    fn a_single_column_of_prose_stays_whole() {
        let rows = rows("Idea\nFirst, do this\n\"Then; that\"\n").unwrap();
        assert_eq!(rows[0].1, ["First, do this"]);
        assert_eq!(rows[1].1, ["Then; that"]);
    }
}
