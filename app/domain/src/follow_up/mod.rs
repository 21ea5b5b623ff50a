//! What was promised at a meeting or with a decision.
mod figures;
pub(crate) mod history;
mod keep;

pub use figures::ClosedInTime;
pub use keep::FollowUpInput;

use crate::{
    Entry, FollowUpId, FormalDecisionId, InnovationId, Line, MeetingId, MembershipId, Prose, choice::choices,
    record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    FollowUpState {
        InDate "in-date" "In date",
        Overdue "overdue" "Overdue",
        Done "done" "Done",
    }
}

/// Where a promise was made. A retrospective is a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    Meeting(MeetingId),
    Decision(FormalDecisionId),
}

/// One person promised to do something by a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FollowUp {
    pub id: FollowUpId,
    pub entry: Entry,
    pub from: Source,
    /// What it is about, where that is one innovation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub innovation: Option<InnovationId>,
    pub text: Line,
    pub owner: MembershipId,
    pub due_on: NaiveDate,
    pub done_on: Option<NaiveDate>,
    /// What came of it.
    pub note: Option<Prose>,
}

noun!(FollowUp, "follow_up", FollowUpId = |one| one.id, innovation = one.innovation);

impl FollowUp {
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.done_on.is_none()
    }

    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due_on < today
    }

    #[must_use]
    pub fn state(&self, today: NaiveDate) -> FollowUpState {
        match self.done_on {
            Some(_) => FollowUpState::Done,
            None if self.is_overdue(today) => FollowUpState::Overdue,
            None => FollowUpState::InDate,
        }
    }
}
