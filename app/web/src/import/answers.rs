//! What is said of a file, as a form and as the address of its preview hold it.
use super::{guess, rows::rows};
use crate::form::{self, Field};
use domain::{AmountUnit, Import, ImportField, ImportInput, ImportKind, Line, Mapping, Place, Rule};
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
pub const NEW_GROUPS: Field = Field::new("new_groups", "Groups that are not in the register")
    .hint("Left empty, rows that name one are left out. Otherwise each is added as such a group");
/// What the rows are; changed by a link, because each kind has its own columns.
pub const KIND: Field = Field::hidden("kind");
/// Not asked: where the problems with the columns as a whole are told.
pub const NEEDED: [(ImportField, Field); 6] = [
    (ImportField::Title, Field::hidden("column_with_the_title")),
    (ImportField::Stakeholder, Field::hidden("column_with_the_stakeholder")),
    (ImportField::Innovation, Field::hidden("column_with_the_innovation")),
    (ImportField::MetOn, Field::hidden("column_with_the_day")),
    (ImportField::Groups, Field::hidden("column_with_the_groups")),
    (ImportField::Site, Field::hidden("column_with_the_site")),
];
pub const TWICE: Field = Field::hidden("same_choice_for_two_columns");

/// What is likely, as if somebody had typed it.
pub fn likely(table: &Sheet, kind: ImportKind, before: Option<&Import>) -> form::Sheet {
    let mapping = guess::mapping(table, kind, before);
    let mut sheet = form::Sheet::blank().with(KIND, kind.key());
    for (_, field) in mapping.columns() {
        sheet = sheet.and(COLUMN, field.key());
    }
    sheet.with_any(UNIT, guess::unit(table, &mapping, before).map(AmountUnit::key))
}

/// What the rows are; a form without a word about it is of innovations.
pub fn kind(sheet: &form::Sheet) -> ImportKind {
    sheet.typed(KIND).parse().unwrap_or_default()
}

/// What the columns are, as far as that can be told: for showing.
pub fn mapping(sheet: &form::Sheet, table: &Sheet) -> Mapping {
    let fields = sheet.all(COLUMN).map(|key| key.parse().unwrap_or(ImportField::Ignore));
    let fields = fields.chain(std::iter::repeat(ImportField::Ignore));
    Mapping::new(table.columns.iter().cloned().zip(fields).collect())
}

/// Everything that is needed; otherwise the problems are noted.
pub fn input(sheet: &mut form::Sheet, name: &str, table: &Sheet) -> Option<ImportInput> {
    let (mapping, kind) = (mapping(sheet, table), kind(sheet));
    for (_, field) in NEEDED.iter().filter(|(one, _)| kind.needed().contains(one) && mapping.column(*one).is_none()) {
        sheet.wrong::<()>(*field, Rule::Missing);
    }
    if mapping.given_twice().is_some() {
        sheet.wrong::<()>(TWICE, Rule::Taken);
    }
    let start = start(sheet, kind, &mapping);
    let new_groups = if kind == ImportKind::Engagements { sheet.read_any(NEW_GROUPS) } else { Some(None) };
    let file = Line::cut(name).or_else(|| Line::cut("Spreadsheet"));
    let (file, start, new_groups) = (file?, start?, new_groups?);
    if !sheet.problems().is_empty() {
        return None;
    }
    let rows = rows(table, kind, &mapping, start.unit);
    let Start { report_on, stage, council, unit } = start;
    Some(ImportInput { file, kind, report_on, stage, council, unit, new_groups, mapping, rows })
}

/// What is asked of new innovations.
struct Start {
    report_on: Option<chrono::NaiveDate>,
    stage: Place,
    council: Option<domain::CouncilId>,
    unit: AmountUnit,
}

fn start(sheet: &mut form::Sheet, kind: ImportKind, mapping: &Mapping) -> Option<Start> {
    if kind != ImportKind::Innovations {
        return Some(Start { report_on: None, stage: Place::Idea, council: None, unit: AmountUnit::default() });
    }
    let report_on = match mapping.column(ImportField::ReportOn) {
        Some(_) => sheet.read_any_day(REPORT_ON),
        None => sheet.read_day(REPORT_ON).map(Some),
    };
    let stage = sheet.read(STAGE);
    let unit = if has_money(mapping) { sheet.read(UNIT) } else { Some(AmountUnit::default()) };
    let council = sheet.read_any(COUNCIL);
    Some(Start { report_on: report_on?, stage: stage?, council: council?, unit: unit? })
}

/// Whether a column holds amounts, so that their unit must be known.
pub fn has_money(mapping: &Mapping) -> bool {
    [ImportField::Approved, ImportField::Forecast].iter().any(|one| mapping.column(*one).is_some())
}
