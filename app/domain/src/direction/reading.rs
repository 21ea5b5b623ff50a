use crate::{Entry, InnovationId, MeasureId, ReadingId, Reason, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One value of a measure. A correction is a new reading on the same day with a note.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub id: ReadingId,
    pub entry: Entry,
    pub measure: MeasureId,
    /// Copied from the measure, where it is one of an innovation: on whose page it is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub innovation: Option<InnovationId>,
    pub on: NaiveDate,
    pub value: f64,
    pub note: Option<Reason>,
}

noun!(Reading, "reading", (MeasureId, ReadingId) = |one| (one.measure, one.id), innovation = one.innovation);
