//! A test whose threshold is agreed before it begins. A negative result is as complete as a positive one.
pub(crate) mod history;
mod plan;
mod result;

pub use plan::ExperimentInput;
pub use result::{Concluded, ResultInput};

use crate::{
    Better, Entry, ExperimentId, InnovationId, Line, MeasureId, Number, Pence, PersonId, Prose, Reason,
    choice::choices, direction::reaches, record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    ExperimentOutcome {
        Met "met" "Met",
        NotMet "not-met" "Not met",
        /// Said by hand, with a reason.
        Unclear "unclear" "Unclear",
    }
}

/// The value that decides, as it was agreed on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Threshold {
    pub on: NaiveDate,
    pub value: f64,
    pub by: PersonId,
    /// Why it was changed after the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Experiment {
    pub id: ExperimentId,
    pub entry: Entry,
    pub innovation: InnovationId,
    /// Counts up from 1 on each innovation.
    pub ordinal: u32,
    pub hypothesis: Prose,
    /// What is measured.
    pub measure: Line,
    /// "%", "points", "days".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Line>,
    /// One of the measures of the innovation, where it is the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure_id: Option<MeasureId>,
    pub better: Better,
    /// Oldest first, never empty: one before the start, and each that was changed after it.
    pub thresholds: Vec<Threshold>,
    /// People, homes, letters: how many it is to be tried on.
    pub sample_planned: Option<u32>,
    /// When it is ended early.
    pub stop_rule: Prose,
    /// The most it may cost.
    pub cost_cap: Option<Pence>,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub result: Option<f64>,
    pub sample_actual: Option<u32>,
    /// Why nothing can be concluded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unclear: Option<Reason>,
    pub learning: Option<Prose>,
    /// The day its result, or that there is none, was recorded.
    pub concluded_on: Option<NaiveDate>,
}

noun!(
    Experiment,
    "experiment",
    (InnovationId, u32) = |one| (one.innovation, one.ordinal),
    innovation = Some(one.innovation)
);

impl Experiment {
    /// Fewest characters of learning that complete it.
    pub const LEARNING: usize = 40;

    /// The value that counts.
    #[must_use]
    pub fn threshold(&self) -> Number {
        Number(self.thresholds.last().map_or(0.0, |last| last.value))
    }

    /// As agreed before the start.
    #[must_use]
    pub fn first_threshold(&self) -> Number {
        Number(self.thresholds.first().map_or(0.0, |first| first.value))
    }

    /// Each change after the start: what it was before, and the change.
    pub fn late_thresholds(&self) -> impl Iterator<Item = (Number, &Threshold)> {
        self.thresholds.windows(2).map(|pair| (Number(pair[0].value), &pair[1]))
    }

    #[must_use]
    pub fn has_begun(&self, today: NaiveDate) -> bool {
        self.starts_on <= today
    }

    /// None while there is no result.
    #[must_use]
    pub fn outcome(&self) -> Option<ExperimentOutcome> {
        if self.unclear.is_some() {
            return Some(ExperimentOutcome::Unclear);
        }
        let (result, threshold) = (self.result?, self.threshold().0);
        let met = match self.better {
            Better::Higher => reaches(result, threshold),
            Better::Lower => reaches(threshold, result),
        };
        Some(if met { ExperimentOutcome::Met } else { ExperimentOutcome::NotMet })
    }

    /// A result, or why there is none, and what was learned.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let learned = |text: &Prose| text.chars().count() >= Self::LEARNING;
        self.outcome().is_some() && self.learning.as_ref().is_some_and(learned)
    }

    /// A number with the unit of what is measured.
    #[must_use]
    pub fn said(&self, number: Number) -> String {
        number.with_unit(self.unit.as_deref().unwrap_or_default())
    }

    /// Fewer were reached than half of those planned.
    #[must_use]
    pub fn is_thin(&self) -> bool {
        matches!((self.sample_planned, self.sample_actual), (Some(planned), Some(actual)) if 2 * u64::from(actual) < u64::from(planned))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn ag_10_to_ag_12_the_outcome_follows_from_threshold_and_result() {
        for (threshold, better, result, outcome) in [
            (6.0, Better::Higher, 11.0, ExperimentOutcome::Met),
            (50.0, Better::Higher, 28.0, ExperimentOutcome::NotMet),
            (10.0, Better::Lower, 10.0, ExperimentOutcome::Met),
            (10.0, Better::Lower, 11.0, ExperimentOutcome::NotMet),
            (0.3, Better::Higher, 0.1 + 0.2, ExperimentOutcome::Met),
        ] {
            let mut one = Experiment { better, result: Some(result), ..experiment(1, "2026-10-01") };
            one.thresholds[0].value = threshold;
            assert_eq!(one.outcome(), Some(outcome), "{threshold} {better:?} {result}");
            let unclear = Experiment { unclear: Some(text("The printer broke")), ..one };
            assert_eq!(unclear.outcome(), Some(ExperimentOutcome::Unclear));
        }
        assert_eq!(experiment(1, "2026-10-01").outcome(), None);
    }

    #[test]
    fn a_negative_result_with_learning_is_as_complete_as_a_positive_one() {
        let learning = |length: usize| text("x".repeat(length).as_str());
        for (result, length, complete) in [(0.0, 40, true), (99.0, 40, true), (0.0, 39, false)] {
            let learning = Some(learning(length));
            let one = Experiment { result: Some(result), learning, ..experiment(1, "2026-10-01") };
            assert_eq!(one.is_complete(), complete, "{result} {length}");
        }
        let one = Experiment { learning: Some(learning(80)), ..experiment(1, "2026-10-01") };
        assert!(!one.is_complete(), "without a result");
    }

    #[test]
    fn a_sample_under_half_of_the_plan_is_thin() {
        for (planned, actual, thin) in
            [(Some(100), Some(49), true), (Some(100), Some(50), false), (None, Some(1), false)]
        {
            let one = Experiment { sample_planned: planned, sample_actual: actual, ..experiment(1, "2026-10-01") };
            assert_eq!(one.is_thin(), thin, "{planned:?} {actual:?}");
        }
    }
}
