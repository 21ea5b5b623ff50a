use super::{ImportNote, ImportProblem};
use crate::{Confidence, ExternalRef, Line, Pence, Prose, Title};
use chrono::NaiveDate;

/// One row of a file, read: its cells are values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportRow {
    /// In the file, as a spreadsheet program counts.
    pub number: usize,
    /// The day its facts are for, where a column says so; else the day that is said of the file.
    pub report_on: Option<NaiveDate>,
    pub reference: Option<ExternalRef>,
    pub title: Option<Title>,
    pub summary: Option<Prose>,
    pub rated: Option<Rated>,
    pub narrative: Option<Prose>,
    pub start: Option<NaiveDate>,
    pub end: Option<NaiveDate>,
    pub approved: Option<Pence>,
    pub forecast: Option<Pence>,
    pub priority_area: Option<Line>,
    pub service: Option<Line>,
    pub lead: Option<Line>,
    /// Found while reading; any of them keeps the row out.
    pub problems: Vec<ImportProblem>,
    pub notes: Vec<ImportNote>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rated {
    pub confidence: Confidence,
    /// As the file has it: "Amber/Green".
    pub word: Line,
}
