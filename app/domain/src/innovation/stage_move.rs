use crate::{
    Entry, InnovationId, Line, Link, MembershipId, Place, Prose, Reason, StageMoveId, choice::choices, record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    MoveOutcome {
        Proceed "proceed" "Proceed",
        ProceedWithConditions "proceed-with-conditions" "Proceed with conditions",
        Repeat "repeat" "Repeat the stage",
        Back "back" "Go back",
        Pause "pause" "Pause",
        Resume "resume" "Resume",
        Stop "stop" "Stop",
        /// The first move of an innovation that came from a file: no gate was asked.
        Imported "imported" "Imported",
    }

    StopReason {
        NoNeed "no-need" "There is no need any more",
        DidNotWork "did-not-work" "It did not work",
        Unaffordable "unaffordable" "It costs too much",
        Overtaken "overtaken" "Something better came",
        NoCapacity "no-capacity" "There is nobody to do it",
        LostSupport "lost-support" "It lost its support",
        Merged "merged" "Merged into another innovation",
        LegalOrEthical "legal-or-ethical" "It is not lawful or not right",
        HandedOver "handed-over" "Handed over to a partner or successor",
    }

    /// What a gate asks for and the record shows or does not, worked out on the day.
    GateCondition {
        PilotMeasured "pilot-measured" "A measure of the pilot has a reading",
        SitesInWaves "sites-in-waves" "Eligible sites are listed, each in a wave",
        CoreNamed "core-named" "The core components are named",
        FundedToEnd "funded-to-end" "It is funded to the end of the rollout",
        ServiceOwner "service-owner" "The plan names who in the service will own it",
        SitesLive "sites-live" "60% of the eligible sites are live",
        BaseBudget "base-budget" "There is a line in the base budget",
        EmbeddingChecked "embedding-checked" "Embedding has been checked",
        EmbeddingReady "embedding-ready" "Embedding is at 75 or more",
        FidelityGood "fidelity-good" "Fidelity is at 80 or more",
        OwnedInService "owned-in-service" "A named owner in the service owns it (E8)",
        BaseFunded "base-funded" "It is in the base budget beyond this year (E9)",
        NoTeam "no-team" "There has been no project team for 3 months",
        TwelveMonthReview "twelve-month-review" "The 12-month review was passed",
    }

    /// An answer to "is this known and shown?"
    YesNo {
        Yes "yes" "Yes",
        Partly "partly" "Partly",
        No "no" "No",
    }
}

/// What was answered to one gate question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GateAnswer {
    /// The key of the question.
    pub question: Line,
    pub answer: YesNo,
    pub note: Option<Prose>,
}

/// What must still be done after a move that was made with conditions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    pub text: Line,
    pub owner: MembershipId,
    pub due_on: NaiveDate,
    pub met_on: Option<NaiveDate>,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    pub reason: StopReason,
    /// What was learned: 40 characters or more.
    pub lesson: Prose,
    /// Who was told.
    pub told: Line,
    /// Merged: the innovation that goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<InnovationId>,
    /// Handed over: to whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_to: Option<Line>,
}

/// A gate was passed although the record did not show all that it asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GateOverride {
    /// What did not hold on the day.
    pub conditions: Vec<GateCondition>,
    pub reason: Reason,
}

/// One decision at a gate, kept for ever. A mistake is corrected by a later move.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StageMove {
    pub id: StageMoveId,
    pub entry: Entry,
    pub innovation: InnovationId,
    /// Counts from 1 within the innovation, in date order.
    pub ordinal: u32,
    pub from: Place,
    pub to: Place,
    pub on: NaiveDate,
    pub outcome: MoveOutcome,
    pub decided_by: Option<MembershipId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<GateAnswer>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// Why, where the move asks for it: skipping, going back, pausing.
    pub note: Option<Prose>,
    /// Pause: the day to look again, at most 180 days ahead.
    pub review_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<Stop>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overrides: Option<GateOverride>,
}

noun!(
    StageMove,
    "stage_move",
    (InnovationId, u32) = |one| (one.innovation, one.ordinal),
    innovation = Some(one.innovation)
);
