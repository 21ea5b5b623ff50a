//! The short regular report, how long it counts, and when the next is owed.
mod ask;
mod challenge;
mod computed;
mod evidence;
mod freshness;
pub(crate) mod history;
mod honest;
mod owed;
mod past;
mod post;
mod reminder;
mod shown;
mod since;
mod sponsor;

pub use ask::WaitingAsk;
pub use challenge::{AnsweredChallenge, Challenge, ChallengeAnswer, ChallengeCode, Saying, similarity};
pub use computed::{Computed, ComputedConfidence, Finding, Part};
pub use evidence::Evidence;
pub use freshness::Freshness;
pub use honest::Honesty;
pub use owed::OwedUpdate;
pub use past::PastUpdate;
pub use post::UpdateInput;
pub use reminder::{ExpectedUpdate, Reminder};
pub use shown::{Shown, ShownConfidence, stale_after};
pub use since::{Fact, drafted, facts_since};
pub use sponsor::{SponsorView, SponsorViewInput};

use crate::{
    Entry, InnovationId, Line, Link, MembershipId, Prose, Reason, StatusUpdateId, choice::choices, record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    Confidence {
        /// Time, cost and benefit look very likely to be met.
        OnTrack "on-track" "On track",
        /// Real issues need action now and look fixable without overrun.
        AtRisk "at-risk" "At risk",
        /// Not achievable as now defined.
        OffTrack "off-track" "Off track",
    }
}

/// A decision or help that is needed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    pub what: Reason,
    pub of_whom: MembershipId,
    pub by: NaiveDate,
}

/// How it gets back on track.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PathToGreen {
    pub action: Reason,
    pub owner: MembershipId,
    pub by: NaiveDate,
}

/// A submitted update is never edited: a correction is a new one for the same day, and the latest wins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatusUpdate {
    pub id: StatusUpdateId,
    pub entry: Entry,
    pub innovation: InnovationId,
    /// Counts from 1 within the innovation, in the order of submission.
    pub ordinal: u32,
    /// None: it came from a file.
    pub author: Option<MembershipId>,
    /// The day the facts are for; never after `submitted_on`.
    pub period_end: NaiveDate,
    pub submitted_on: NaiveDate,
    pub confidence: Confidence,
    /// Chance in per cent that the next gate is met by its forecast date.
    pub confidence_pct: Option<u8>,
    pub done: Option<Prose>,
    pub next: Option<Prose>,
    pub ask: Option<Ask>,
    pub path_to_green: Option<PathToGreen>,
    /// The last words again, said to be still true.
    #[serde(default)]
    pub still_true: bool,
    /// The rating as the file had it, where its scale was another: "Amber/Green".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_word: Option<Line>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// What the record alone said at that time; none for what came from a file, or was posted before it was computed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub computed: Option<Computed>,
    /// What sat oddly with the colour, and what the author did about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub challenges: Vec<AnsweredChallenge>,
    /// Given after the update was posted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sponsor_view: Option<SponsorView>,
}

noun!(
    StatusUpdate,
    "status_update",
    (InnovationId, u32) = |one| (one.innovation, one.ordinal),
    innovation = Some(one.innovation)
);
