//! A body meets: a board, a cabinet, a team.
mod agenda;
pub(crate) mod history;
mod hold;

pub use agenda::Calls;
pub use hold::MeetingInput;

use crate::{
    Entry, InnovationId, Line, MeetingId, MembershipId, Name, Prose, StatusUpdateId, WebAddress, choice::choices,
    record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    MeetingKind {
        Board "board" "Board",
        Cabinet "cabinet" "Cabinet or executive",
        Scrutiny "scrutiny" "Scrutiny",
        Audit "audit" "Audit committee",
        ManagementTeam "management-team" "Management team",
        Joint "joint" "Joint board",
        Team "team" "Project team",
        Retrospective "retrospective" "Retrospective",
    }
}

/// One thing on the agenda that somebody put there. What the portfolio puts there by itself is worked out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgendaItem {
    pub item: Line,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub innovation: Option<InnovationId>,
    /// The update that asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask: Option<StatusUpdateId>,
}

/// Planned until its day has come, held from then on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meeting {
    pub id: MeetingId,
    pub entry: Entry,
    /// "Transformation Board". Meetings of one name follow each other.
    pub body: Name,
    pub kind: MeetingKind,
    /// The innovation whose team meets; none for a body of the organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub innovation: Option<InnovationId>,
    pub held_on: NaiveDate,
    pub chair: Option<MembershipId>,
    pub attendees: Vec<MembershipId>,
    /// Partners and guests, by name.
    pub others: Option<Line>,
    pub agenda: Vec<AgendaItem>,
    /// Where the papers are.
    pub pack: Option<WebAddress>,
    pub notes: Option<Prose>,
}

noun!(Meeting, "meeting", MeetingId = |one| one.id, innovation = one.innovation);

impl Meeting {
    #[must_use]
    pub fn is_planned(&self, today: NaiveDate) -> bool {
        self.held_on > today
    }
}
