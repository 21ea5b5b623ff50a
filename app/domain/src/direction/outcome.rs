use crate::{Entry, OutcomeId, PriorityAreaId, Reason, record::noun};
use serde::{Deserialize, Serialize};

/// What will be different, for whom, by when: one sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    pub id: OutcomeId,
    pub entry: Entry,
    pub priority_area: PriorityAreaId,
    pub statement: Reason,
}

noun!(Outcome, "outcome", (PriorityAreaId, OutcomeId) = |one| (one.priority_area, one.id));
