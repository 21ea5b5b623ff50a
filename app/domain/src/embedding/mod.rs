//! Twelve questions on whether it will last.
mod check;
mod figures;
pub(crate) mod history;

pub use check::EmbeddingInput;
pub use figures::{Embedding, EmbeddingBand};

use crate::{EmbeddingCheckId, Entry, InnovationId, MembershipId, Reason, SiteId, choice::choices, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    /// The twelve questions, E1 to E12.
    EmbeddingItem {
        OwnFigures "e1" "Do our own figures show the benefit here?",
        WithoutFounders "e2" "Would it go on if the people who started it left?",
        Procedure "e3" "Is it written into the normal procedure?",
        Reports "e4" "Is it watched in routine performance reports?",
        ShapedByStaff "e5" "Did the staff who do it help to shape it?",
        Training "e6" "Is it part of induction and training?",
        BetterWay "e7" "Do most staff say it is the better way?",
        ServiceOwner "e8" "Does a named owner in the service, not the project, own it?",
        BaseBudget "e9" "Is it in the base budget beyond this financial year?",
        Sponsors "e10" "Are a political and an officer sponsor still active?",
        Policy "e11" "Is it in policy, contract or job descriptions?",
        Systems "e12" "Are the systems, data and space it needs in place?",
    }

    EmbeddingAnswer {
        No "no" "No",
        Partly "partly" "Partly",
        Yes "yes" "Yes",
        NotApplicable "not-applicable" "Does not apply",
    }
}

impl EmbeddingItem {
    /// How much it counts in the score, from 1 to 3.
    #[must_use]
    pub const fn weight(self) -> u8 {
        match self {
            Self::OwnFigures | Self::WithoutFounders | Self::ServiceOwner | Self::BaseBudget => 3,
            Self::Systems => 1,
            _ => 2,
        }
    }

    /// "E9".
    #[must_use]
    pub const fn code(self) -> &'static str {
        ["E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10", "E11", "E12"][self as usize]
    }
}

impl EmbeddingAnswer {
    /// 0, 1 or 2; none where the question does not apply.
    #[must_use]
    pub const fn points(self) -> Option<u8> {
        match self {
            Self::No => Some(0),
            Self::Partly => Some(1),
            Self::Yes => Some(2),
            Self::NotApplicable => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemAnswer {
    pub item: EmbeddingItem,
    pub answer: EmbeddingAnswer,
}

/// What one rater said on a day, of one site or of the innovation as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EmbeddingCheck {
    pub id: EmbeddingCheckId,
    pub entry: Entry,
    pub innovation: InnovationId,
    /// None: of the innovation as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
    pub on: NaiveDate,
    pub rater: MembershipId,
    /// In the order of the questions; what was left blank is not there.
    pub answers: Vec<ItemAnswer>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Reason>,
}

noun!(
    EmbeddingCheck,
    "embedding_check",
    (InnovationId, EmbeddingCheckId) = |one| (one.innovation, one.id),
    innovation = Some(one.innovation)
);
