use crate::{Entry, InnovationId, Line, MeasureId, OutcomeId, Title, choice::choices, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    Better {
        Higher "higher" "Higher is better",
        Lower "lower" "Lower is better",
    }
}

/// What a measure shows: exactly one of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureOf {
    Outcome(OutcomeId),
    Innovation(InnovationId),
}

/// A number that shows an outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    pub id: MeasureId,
    pub entry: Entry,
    pub of: MeasureOf,
    pub title: Title,
    /// "%", "days", "pounds", "people", "score".
    pub unit: Line,
    pub better: Better,
    pub baseline: Option<f64>,
    pub baseline_on: Option<NaiveDate>,
    pub target: Option<f64>,
    pub target_on: Option<NaiveDate>,
    /// The value it must not be worse than.
    pub floor: Option<f64>,
    /// How often a reading is expected, in days.
    pub interval_days: u32,
    /// Where the number comes from.
    pub source: Line,
}

noun!(
    Measure,
    "measure",
    MeasureId = |one| one.id,
    innovation = match one.of {
        MeasureOf::Innovation(id) => Some(id),
        MeasureOf::Outcome(_) => None,
    }
);
