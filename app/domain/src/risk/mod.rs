//! Uncertain events, what is done about them, and how much of them is accepted.
mod acceptance;
mod action;
mod appetite;
mod consider;
mod contacts;
mod control;
mod ending;
mod escalation;
mod figures;
pub(crate) mod history;
mod look;
mod register;
mod review;
mod score;
mod standing;
mod summary;
mod table;

pub use acceptance::AcceptanceInput;
pub use action::RiskActionInput;
pub use appetite::{Appetite, AppetiteBand, AppetiteInput, AppetiteLine, CouncilAppetite, CouncilAppetiteInput};
pub use consider::Considered;
pub use contacts::EscalationContacts;
pub use control::{Control, ControlInput};
pub use ending::HappenedInput;
pub use escalation::{BoardDays, Circumstances, Escalation, EscalationStep, Office};
pub use figures::{Exposure, RiskFigures};
pub use register::{RiskInput, ScoringInput};
pub use review::ReviewInput;
pub use score::{Level, Score};
pub use standing::RiskStanding;
pub use summary::{OpenRisks, ReviewedOnTime, reviewed_on_time};
pub use table::{Heat, Movement, Moves, RiskAbout, RiskFilter, RiskLine, RiskTable, StandingFilter};

use crate::{
    Entry, InnovationId, IssueId, Line, MembershipId, PersonId, Reason, RiskId, choice::choices, record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    RiskKind {
        Threat "threat" "Threat",
        Opportunity "opportunity" "Opportunity",
    }

    RiskCategory {
        Delivery "delivery" "Delivery",
        Technology "technology" "Technology",
        Reputation "reputation" "Reputation",
        People "people" "People",
        Partners "partners" "Partners",
        Finance "finance" "Finance",
        Safeguarding "safeguarding" "Safeguarding",
        DataProtection "data-protection" "Data protection",
        Legal "legal" "Legal",
    }

    /// When it could happen.
    Proximity {
        Now "now" "Within a month",
        OneToThree "one-to-three" "In 1 to 3 months",
        ThreeToSix "three-to-six" "In 3 to 6 months",
        SixToTwelve "six-to-twelve" "In 6 to 12 months",
        Later "later" "Later than a year",
    }

    RiskResponse {
        Treat "treat" "Treat",
        Tolerate "tolerate" "Tolerate",
        Transfer "transfer" "Transfer",
        Terminate "terminate" "Terminate",
        Exploit "exploit" "Exploit",
        Enhance "enhance" "Enhance",
        Share "share" "Share",
        Accept "accept" "Accept",
    }
}

impl RiskResponse {
    /// What can be done about a risk of a kind.
    #[must_use]
    pub const fn of(kind: RiskKind) -> &'static [Self] {
        match kind {
            RiskKind::Threat => &[Self::Treat, Self::Tolerate, Self::Transfer, Self::Terminate],
            RiskKind::Opportunity => &[Self::Exploit, Self::Enhance, Self::Share, Self::Accept],
        }
    }
}

/// What is done about a risk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RiskAction {
    /// Counts from 1 within the risk.
    pub number: u32,
    pub text: Line,
    pub owner: MembershipId,
    pub due_on: NaiveDate,
    pub done_on: Option<NaiveDate>,
}

/// One dated look at a risk; the scores now are those of the latest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RiskReview {
    pub on: NaiveDate,
    pub score: Score,
    pub note: Option<Reason>,
    pub by: PersonId,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum RiskState {
    Open,
    Closed {
        on: NaiveDate,
        reason: Reason,
    },
    /// It came true.
    Happened {
        on: NaiveDate,
        what: Reason,
        /// Raised in the same step; none for an opportunity.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        issue: Option<IssueId>,
    },
    /// Counts until the last day, then no more; nothing is written when it runs out.
    Accepted {
        by: MembershipId,
        /// The body that was asked, if one was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<Line>,
        reason: Reason,
        on: NaiveDate,
        until: NaiveDate,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Risk {
    pub id: RiskId,
    pub entry: Entry,
    /// None: of the organisation as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub innovation: Option<InnovationId>,
    pub kind: RiskKind,
    /// "Because of …"
    pub cause: Reason,
    /// "… there may be …"
    pub event: Reason,
    /// "… which would …"
    pub effect: Reason,
    pub category: RiskCategory,
    pub owner: MembershipId,
    /// Before controls.
    pub inherent: Score,
    /// Oldest first, never empty.
    pub reviews: Vec<RiskReview>,
    pub target: Option<Score>,
    pub target_on: Option<NaiveDate>,
    pub proximity: Proximity,
    pub response: RiskResponse,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub controls: Vec<Control>,
    #[serde(default, skip_serializing_if = "Considered::is_blank")]
    pub considered: Considered,
    pub actions: Vec<RiskAction>,
    pub review_due_on: NaiveDate,
    pub state: RiskState,
}

noun!(
    Risk, "risk", (Option<InnovationId>, RiskId) = |one| (one.innovation, one.id),
    innovation = one.innovation, shape = 2 by control::from_text
);

impl Risk {
    /// As things stand now.
    #[must_use]
    pub fn score(&self) -> Score {
        self.reviews.last().map_or(self.inherent, |review| review.score)
    }

    /// State Open or Accepted, here and in every formula.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.state, RiskState::Open | RiskState::Accepted { .. })
    }
}
