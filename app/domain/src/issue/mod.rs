//! Problems that have happened: what they are, who solves them and by when.
pub(crate) mod history;
mod raise;
#[cfg(test)]
pub(crate) mod testing;

pub use raise::{IssueInput, ResolutionInput};

use crate::{
    Entry, FormalDecisionId, InnovationId, IssueId, MembershipId, Reason, RiskId, Title, choice::choices, record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    /// 1 is the worst.
    Severity {
        One "1" "1, the worst",
        Two "2" "2",
        Three "3" "3",
        Four "4" "4, the least",
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Issue {
    pub id: IssueId,
    pub entry: Entry,
    /// None: of the organisation as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub innovation: Option<InnovationId>,
    /// The threat that came true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_risk: Option<RiskId>,
    pub title: Title,
    pub severity: Severity,
    pub raised_on: NaiveDate,
    pub owner: MembershipId,
    pub due_on: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved_on: Option<NaiveDate>,
    /// Given with `resolved_on`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Reason>,
    /// What was decided about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<FormalDecisionId>,
}

noun!(Issue, "issue", (Option<InnovationId>, IssueId) = |one| (one.innovation, one.id), innovation = one.innovation);

impl Issue {
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.resolved_on.is_none()
    }

    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due_on < today
    }
}
