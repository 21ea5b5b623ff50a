//! What a body or a person who may has settled, or is asked to settle.
mod answer;
mod figures;
pub(crate) mod history;
mod key;
mod matter;
mod rights;
mod take;

pub use answer::AskMade;
pub use figures::{AsksAnswered, DelegatedShare};
pub use key::KeyWarning;
pub use matter::{Matter, MatterState};
pub use take::{DecisionInput, TakenInput};

use crate::{
    CouncilId, Entry, FormalDecisionId, InnovationId, Line, MeetingId, MembershipId, PartnerId, Pence, PriorityAreaId,
    Prose, Reason, RiskId, StatusUpdateId, choice::choices, days, record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    FormalDecisionKind {
        Gate "gate" "Gate",
        Funding "funding" "Funding",
        RiskAcceptance "risk-acceptance" "Accepting a risk",
        Endorsement "endorsement" "Endorsement",
        Scope "scope" "Scope",
        Other "other" "Other",
    }

    DecisionOutcome {
        Agreed "agreed" "Agreed",
        AgreedWithConditions "agreed-with-conditions" "Agreed with conditions",
        Refused "refused" "Refused",
        /// It stays open, to be taken up again on a day.
        Deferred "deferred" "Deferred",
    }
}

/// Who took a decision: a person who may alone, or a body that met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TakenBy {
    Person(MembershipId),
    Meeting(MeetingId),
}

/// People call it a decision, and so does everything that is kept and shown. Only here in the code it has a longer
/// name, because `Decision` is what every change of a portfolio begins with: the list of edits.
///
/// Open until it is decided; then it stays as it is, and a later one may name it as the one it replaces. In a
/// partnership each council that must take it has a part of its own, and the parts share a matter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormalDecision {
    pub id: FormalDecisionId,
    pub entry: Entry,
    /// The id of the first part; its own where there is only one.
    pub matter: FormalDecisionId,
    /// The council it binds; in a partnership always one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub council: Option<CouncilId>,
    /// What it is about: an innovation, perhaps a risk of it, or a priority area.
    pub innovation: Option<InnovationId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<RiskId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority_area: Option<PriorityAreaId>,
    /// The update whose ask it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask: Option<StatusUpdateId>,
    /// What is asked, and so what is settled.
    pub what: Reason,
    pub kind: FormalDecisionKind,
    /// When it was first asked for.
    pub asked_on: Option<NaiveDate>,
    /// None while it is open, also where it was deferred.
    pub decided_on: Option<NaiveDate>,
    pub outcome: Option<DecisionOutcome>,
    /// Of a decision taken or deferred.
    pub taken_by: Option<TakenBy>,
    /// Deferred: the day on which it is taken up again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deferred_to: Option<NaiveDate>,
    /// Why, and on which conditions.
    pub reason: Option<Prose>,
    /// Partners of the innovation who took it with us.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<PartnerId>,
    /// Others who took it with us, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jointly_with: Option<Line>,
    /// What it costs or saves, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Pence>,
    /// Somebody says that it is key, whatever its amount.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub key_decision: bool,
    /// When notice of a key decision was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_on: Option<NaiveDate>,
    /// The meeting that is to take it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_for: Option<MeetingId>,
    /// The earlier one in whose place it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<FormalDecisionId>,
}

noun!(
    FormalDecision,
    "decision",
    (Option<InnovationId>, FormalDecisionId) = |one| (one.innovation, one.id),
    innovation = one.innovation
);

impl FormalDecision {
    /// Fewest characters of a reason that counts.
    pub const REASON: usize = 40;

    #[must_use]
    pub fn is_open(&self) -> bool {
        self.decided_on.is_none()
    }

    #[must_use]
    pub fn is_agreed(&self) -> bool {
        matches!(self.outcome, Some(DecisionOutcome::Agreed | DecisionOutcome::AgreedWithConditions))
    }

    /// Days from asking to deciding; none while it is open, or where nobody wrote down when it was asked.
    #[must_use]
    pub fn turnaround(&self) -> Option<i64> {
        Some(days(self.asked_on?, self.decided_on?))
    }

    /// Days for which an open one has waited.
    #[must_use]
    pub fn waiting(&self, today: NaiveDate) -> Option<i64> {
        self.is_open().then_some(self.asked_on).flatten().map(|asked| days(asked, today))
    }

    /// Whether the reason is long enough to count.
    #[must_use]
    pub fn is_reasoned(&self) -> bool {
        self.reason.as_ref().is_some_and(|reason| reason.chars().count() >= Self::REASON)
    }
}
