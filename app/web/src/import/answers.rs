//! What is said of a file, as a form and as the address of its preview hold it.
use super::{guess, rows::rows};
use crate::form::{self, Field};
use domain::{AmountUnit, Import, ImportField, ImportInput, Line, Mapping, Rule};
use spreadsheet::Sheet;

/// One answer for each column, in the order of the file.
pub const COLUMN: Field = Field::new("column", "Column");
pub const REPORT_ON: Field = Field::new("report_on", "Report date")
    .hint("The day the file’s facts are for: ratings and end dates count from it. Leave it empty if a column says it row by row");
pub const STAGE: Field = Field::new("stage", "Stage of new innovations")
    .hint("What is here already stays where it is. No gate is asked: move each one on when its next gate comes.");
pub const COUNCIL: Field = Field::new("council", "Which council pays").hint("Left empty, the file’s money is left out");
pub const UNIT: Field =
    Field::new("unit", "Amounts are in").hint("A unit beside an amount, such as £1.2m, counts anyway");
/// Not asked: where the problems with the columns as a whole are told.
pub const TITLE_COLUMN: Field = Field::hidden("column_with_the_title");
pub const TWICE: Field = Field::hidden("same_choice_for_two_columns");

/// What is likely, as if somebody had typed it.
pub fn likely(table: &Sheet, before: Option<&Import>) -> form::Sheet {
    let mapping = guess::mapping(table, before);
    let mut sheet = form::Sheet::blank();
    for (_, field) in mapping.columns() {
        sheet = sheet.and(COLUMN, field.key());
    }
    sheet.with_any(UNIT, guess::unit(table, &mapping, before).map(AmountUnit::key))
}

/// What the columns are, as far as that can be told: for showing.
pub fn mapping(sheet: &form::Sheet, table: &Sheet) -> Mapping {
    let fields = sheet.all(COLUMN).map(|key| key.parse().unwrap_or(ImportField::Ignore));
    let fields = fields.chain(std::iter::repeat(ImportField::Ignore));
    Mapping::new(table.columns.iter().cloned().zip(fields).collect())
}

/// Everything that is needed; otherwise the problems are noted.
pub fn input(sheet: &mut form::Sheet, name: &str, table: &Sheet) -> Option<ImportInput> {
    let mapping = mapping(sheet, table);
    if mapping.column(ImportField::Title).is_none() {
        sheet.wrong::<()>(TITLE_COLUMN, Rule::Missing);
    }
    if mapping.given_twice().is_some() {
        sheet.wrong::<()>(TWICE, Rule::Taken);
    }
    let report_on = match mapping.column(ImportField::ReportOn) {
        Some(_) => sheet.read_any_day(REPORT_ON),
        None => sheet.read_day(REPORT_ON).map(Some),
    };
    let stage = sheet.read(STAGE);
    let unit = if has_money(&mapping) { sheet.read(UNIT) } else { Some(AmountUnit::default()) };
    let file = Line::cut(name).or_else(|| Line::cut("Spreadsheet"));
    let council = sheet.read_any(COUNCIL);
    let (file, report_on, stage, council, unit) = (file?, report_on?, stage?, council?, unit?);
    if !sheet.problems().is_empty() {
        return None;
    }
    let rows = rows(table, &mapping, unit);
    Some(ImportInput { file, report_on, stage, council, unit, mapping, rows })
}

/// Whether a column holds amounts, so that their unit must be known.
pub fn has_money(mapping: &Mapping) -> bool {
    [ImportField::Approved, ImportField::Forecast].iter().any(|one| mapping.column(*one).is_some())
}
