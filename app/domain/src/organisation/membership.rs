use crate::{CouncilId, Entry, Line, MembershipId, Name, PersonId, choice::choices, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    Role {
        Administrator "administrator" "Administrator",
        ProgrammeManager "programme-manager" "Programme manager",
        TeamMember "team-member" "Team member",
        Executive "executive" "Executive",
        Viewer "viewer" "Viewer",
    }

    /// Political: leader, cabinet member, chair, councillor. Managerial: chief executive, directors, heads of service.
    Side {
        Political "political" "Political",
        Managerial "managerial" "Managerial",
        Neither "neither" "Neither",
    }

    Band {
        Frontline "frontline" "Frontline",
        MiddleManager "middle-manager" "Middle manager",
        Senior "senior" "Senior",
    }
}

/// A person's place in one organisation for a time; a person may hold several.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Membership {
    pub id: MembershipId,
    pub entry: Entry,
    pub person: PersonId,
    /// Copied from the person, so that a change of name is a change here.
    pub name: Name,
    pub role: Role,
    pub side: Side,
    pub band: Band,
    pub title: Option<Line>,
    pub service: Option<Line>,
    /// In a partnership: the council this place speaks for, if one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub council: Option<CouncilId>,
    pub from_on: NaiveDate,
    pub to_on: Option<NaiveDate>,
}

noun!(Membership, "membership", MembershipId = |one| one.id, person = one.person);

impl Membership {
    #[must_use]
    pub fn is_current(&self, today: NaiveDate) -> bool {
        self.from_on <= today && self.to_on.is_none_or(|last| today <= last)
    }

    /// Whether somebody speaks as a leader on a day: a senior place, political or managerial.
    #[must_use]
    pub fn is_leader(&self, day: NaiveDate) -> bool {
        self.is_current(day) && self.side != Side::Neither && self.band == Band::Senior
    }
}
