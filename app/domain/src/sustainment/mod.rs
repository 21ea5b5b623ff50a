//! Is it still in use at 6, 12 and 24 months?
mod due;
pub(crate) mod history;
mod record;

pub use due::{ReviewCounts, ReviewSight, review_due_on};
pub use record::SustainmentInput;

use crate::{Entry, InnovationId, Reason, SiteId, SustainmentReviewId, YesNo, choice::choices, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    /// After how many months.
    ReviewKind {
        SixMonths "6-months" "6 months",
        TwelveMonths "12-months" "12 months",
        TwentyFourMonths "24-months" "24 months",
    }

    OutcomeHeld {
        Yes "yes" "Yes",
        Partly "partly" "Partly",
        No "no" "No",
        Unknown "unknown" "We do not know",
    }
}

impl ReviewKind {
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Self::SixMonths => 6,
            Self::TwelveMonths => 12,
            Self::TwentyFourMonths => 24,
        }
    }
}

/// A review that was done. What is due follows from the days on which sites went live.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SustainmentReview {
    pub id: SustainmentReviewId,
    pub entry: Entry,
    pub innovation: InnovationId,
    /// Sites that went live on the same day; none for an innovation without sites.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<SiteId>,
    pub kind: ReviewKind,
    /// Frozen when it was recorded.
    pub due_on: NaiveDate,
    pub done_on: NaiveDate,
    pub still_in_use: YesNo,
    pub outcome_held: OutcomeHeld,
    /// What follows from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Reason>,
}

noun!(
    SustainmentReview,
    "sustainment_review",
    (InnovationId, SustainmentReviewId) = |one| (one.innovation, one.id),
    innovation = Some(one.innovation)
);

#[cfg(test)]
mod tests;
