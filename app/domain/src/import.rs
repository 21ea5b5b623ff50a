//! A file that was brought in as one decision.
use crate::{Entry, ImportId, Line, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Import {
    pub id: ImportId,
    pub entry: Entry,
    pub file: Line,
    /// The day the file's facts are for.
    pub report_on: NaiveDate,
    /// Which column is what: remembered for the next file. Column title and field key.
    pub mapping: Vec<(String, String)>,
    pub added: u32,
    pub updated: u32,
    /// Rows that could not be taken.
    pub refused: u32,
    pub undone_on: Option<NaiveDate>,
    /// The highest number it gave to an innovation, 0 if none: kept when it is undone, so that no number comes back.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub last_number: u32,
}

noun!(Import, "import", ImportId = |one| one.id);

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}
