//! A file that was brought in as one decision.
mod groups;
mod kind;
mod mapping;
mod met;
mod named;
mod note;
mod order;
mod plan;
mod preview;
mod rating;
mod row;
mod said;
mod sites;
#[cfg(test)]
mod tests;
mod undo;

pub use kind::ImportKind;
pub use mapping::{AmountUnit, ImportField, Mapping};
pub use note::{ImportNote, ImportProblem, ImportRule, ImportSaid};
pub use preview::{Fate, ImportCounts, ImportInput, ImportPreview, PlannedRow};
pub use rating::{RatedAs, is_explanation, rated_as};
pub use row::{EngagementRow, ImportRow, NamedGroup, Rated, SaidRow, SiteRow, StakeholderRow};
pub use undo::UndoneRecords;

use crate::{Entry, ImportId, Line, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Import {
    /// Also the submission of the decision that brought it in: its changes are found by it.
    pub id: ImportId,
    pub entry: Entry,
    /// What its rows were.
    #[serde(default, skip_serializing_if = "ImportKind::is_usual")]
    pub kind: ImportKind,
    pub file: Line,
    /// The day the file's facts are for; of a file that reports of several days the latest.
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
    /// What its bare numbers counted: remembered as the mapping is.
    #[serde(default)]
    pub unit: AmountUnit,
}

noun!(Import, "import", ImportId = |one| one.id);

impl Import {
    /// Whether a column said row by row for which day its facts are.
    #[must_use]
    pub fn says_itself(&self) -> bool {
        use ImportField::{CountedTo, LiveOn, MetOn, ReportOn, StateOn};
        let days = [ReportOn, MetOn, LiveOn, StateOn, CountedTo].map(ImportField::key);
        self.mapping.iter().any(|(_, key)| days.contains(&key.as_str()))
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}
