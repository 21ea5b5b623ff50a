use std::collections::HashSet;

use crate::{Limits, Unreadable};

/// A table of text: what was in the file, before anybody says what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub source: Source,
    /// Names of the header row, each of them once: a repeated name gets " (2)",
    /// one left blank is called "Column 3". White space inside is single
    /// spaces; a name is cut at 200 characters.
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
    /// Numbers of the rows that had text beyond the last named column. That
    /// text is not in `rows`; it often means a stray delimiter.
    pub ragged: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Row in the file as a spreadsheet program counts: from 1, with the header
    /// row and blank rows counted, and a cell with line breaks still one row.
    pub number: usize,
    /// As many as there are columns; text as it was in the file, not trimmed.
    pub cells: Vec<String>,
}

/// What the file turned out to be, to be shown beside a preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    Csv {
        /// `None` when the header row is a single column.
        delimiter: Option<char>,
        /// Name of the encoding, such as "UTF-8" or "windows-1252".
        encoding: &'static str,
    },
    Xlsx {
        /// Name of the sheet that was read.
        sheet: String,
    },
}

/// Takes rows in the order of the file and keeps them within the limits.
pub(crate) struct Gathering<'a> {
    limits: &'a Limits,
    text: usize,
    columns: Vec<String>,
    rows: Vec<Row>,
    ragged: Vec<usize>,
}

impl<'a> Gathering<'a> {
    pub(crate) fn new(limits: &'a Limits) -> Self {
        Self { limits, text: 0, columns: Vec::new(), rows: Vec::new(), ragged: Vec::new() }
    }

    /// Columns of the header row; `None` before that row was seen.
    pub(crate) fn width(&self) -> Option<usize> {
        (!self.columns.is_empty()).then_some(self.columns.len())
    }

    /// Counts a cell against the limits. Called before the cell is copied.
    pub(crate) fn admit(&mut self, row: usize, cell: &str) -> Result<(), Unreadable> {
        let limit = self.limits.cell;
        // Characters are never more than bytes: most cells need no count.
        if cell.len() > limit && cell.chars().count() > limit {
            return Err(Unreadable::CellTooLong { row, limit });
        }
        self.text = self.text.saturating_add(cell.len());
        if self.text > self.limits.unpacked {
            let limit = self.limits.unpacked;
            return Err(Unreadable::TooMuchText { limit });
        }
        Ok(())
    }

    /// The first row that holds anything becomes the header row.
    pub(crate) fn push(&mut self, number: usize, cells: Vec<String>) -> Result<(), Unreadable> {
        if cells.iter().all(|cell| is_blank(cell)) {
            return Ok(());
        }
        match self.width() {
            None => {
                self.columns = column_names(&cells, self.limits)?;
                Ok(())
            }
            Some(width) => self.push_row(width, number, cells),
        }
    }

    pub(crate) fn finish(self, source: Source) -> Result<Sheet, Unreadable> {
        if self.columns.is_empty() {
            return Err(Unreadable::Empty);
        }
        Ok(Sheet { source, columns: self.columns, rows: self.rows, ragged: self.ragged })
    }

    fn push_row(&mut self, width: usize, number: usize, mut cells: Vec<String>) -> Result<(), Unreadable> {
        if cells.iter().skip(width).any(|cell| !is_blank(cell)) {
            self.ragged.push(number);
        }
        if self.rows.len() == self.limits.rows {
            let limit = self.limits.rows;
            return Err(Unreadable::TooManyRows { limit });
        }
        cells.resize(width, String::new());
        self.rows.push(Row { number, cells });
        Ok(())
    }
}

fn is_blank(cell: &str) -> bool {
    cell.trim().is_empty()
}

fn column_names(header: &[String], limits: &Limits) -> Result<Vec<String>, Unreadable> {
    let found = header.iter().rposition(|cell| !is_blank(cell)).map_or(0, |last| last + 1);
    if found > limits.columns {
        let limit = limits.columns;
        return Err(Unreadable::TooManyColumns { found, limit });
    }
    let names: Vec<String> = header[..found].iter().enumerate().map(|(index, cell)| column_name(index, cell)).collect();
    Ok(unique(&names))
}

fn column_name(index: usize, cell: &str) -> String {
    const LONGEST: usize = 200;
    let words: Vec<&str> = cell.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(LONGEST).collect();
    if name.is_empty() { format!("Column {}", index + 1) } else { name.trim_end().to_owned() }
}

/// A name that is in the file as it stands is never taken by a repeated one:
/// "a", "a", "a (2)" become "a", "a (3)", "a (2)".
fn unique(names: &[String]) -> Vec<String> {
    let given: HashSet<&str> = names.iter().map(String::as_str).collect();
    let mut taken: HashSet<String> = HashSet::new();
    names
        .iter()
        .map(|name| {
            let mut candidate = name.clone();
            let mut count = 1;
            while taken.contains(&candidate) || (count > 1 && given.contains(candidate.as_str())) {
                count += 1;
                candidate = format!("{name} ({count})");
            }
            taken.insert(candidate.clone());
            candidate
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(header: &[&str]) -> Vec<String> {
        let header: Vec<String> = header.iter().map(ToString::to_string).collect();
        column_names(&header, &Limits::default()).unwrap()
    }

    #[test]
    fn repeated_and_blank_column_names_are_told_apart() {
        assert_eq!(named(&["a", "a", "a"]), ["a", "a (2)", "a (3)"]);
        assert_eq!(named(&["a", "a", "a (2)"]), ["a", "a (3)", "a (2)"]);
        assert_eq!(named(&["", "b", " ", "d"]), ["Column 1", "b", "Column 3", "d"]);
        assert_eq!(named(&[" start\r\n date ", "", ""]), ["start date"]);
    }

    #[test]
    fn short_rows_are_padded_and_long_ones_reported() {
        let limits = Limits::default();
        let mut sheet = Gathering::new(&limits);
        for (number, cells) in [
            (1, vec!["a", "b"]),
            (2, vec!["1"]),
            (3, vec!["", " "]),
            (4, vec!["1", "2", "3"]),
            (5, vec!["1", "2", "", ""]),
        ] {
            let cells = cells.into_iter().map(str::to_owned).collect();
            sheet.push(number, cells).unwrap();
        }
        let sheet = sheet.finish(Source::Xlsx { sheet: String::new() }).unwrap();
        assert!(sheet.rows.iter().all(|row| row.cells.len() == 2));
        assert_eq!(sheet.ragged, [4]);
        let numbers: Vec<_> = sheet.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [2, 4, 5]);
    }
}
