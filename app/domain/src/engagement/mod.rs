//! One contact with the groups that an innovation affects: who, how, how many, and how far they shared in deciding.
mod consultation;
mod edit;
pub(crate) mod history;
mod log;
mod look;
mod personal;

pub use consultation::Consultation;
pub use log::{EngagementInput, FeedbackPoint, NewGroup};
pub use look::Few;
pub use personal::{Personal, PersonalData, personal_data};

use crate::{
    EngagementId, Entry, InnovationId, Line, MembershipId, Name, Organisation, PartnerId, Reason, StageKind,
    StakeholderId, WebAddress, choice::choices, record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    /// How far people shared in the decision, from 1 to 5. Formulas read the number; an organisation may have words of
    /// its own.
    EngagementLevel {
        /// People know what is happening and why, in time to act on it.
        Tell "tell" "Tell",
        /// People get a real question while the answer can still change something.
        Ask "ask" "Ask",
        /// People help to draw up the options, in sessions held for that.
        Shape "shape" "Shape",
        /// People sit in the team or on the board, and decisions are made jointly.
        Share "share" "Share",
        /// People make the decision, inside limits agreed beforehand.
        HandOver "hand-over" "Hand over",
    }

    EngagementMethod {
        Conversation "conversation" "Conversation",
        TeamMeeting "team-meeting" "Meeting",
        Workshop "workshop" "Workshop",
        DropIn "drop-in" "Drop-in or event",
        Visit "visit" "Visit",
        Phone "phone" "Phone call",
        Survey "survey" "Survey",
        Briefing "briefing" "Briefing",
        Online "online" "Online session",
        Panel "panel" "Panel or board",
        Letter "letter" "Letter or leaflet",
        Consultation "consultation" "Consultation",
        Other "other" "Another way",
    }

    /// In which people could take part or read.
    EngagementFormat {
        OnPaper "on-paper" "On paper",
        Online "online" "Online",
        InPerson "in-person" "In person",
        EasyRead "easy-read" "Easy read",
        LargePrint "large-print" "Large print",
        Braille "braille" "Braille",
        Audio "audio" "Audio",
        SignLanguage "sign-language" "British Sign Language",
    }
}

impl EngagementLevel {
    /// 1 to 5.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }
}

impl Organisation {
    /// What people here call a level.
    #[must_use]
    pub fn level_label(&self, level: EngagementLevel) -> &str {
        self.level_labels.get(level as usize).map_or(level.label(), |name: &Name| name)
    }
}

/// How many of a group took part; none where nobody counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub stakeholder: StakeholderId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
}

/// The stage of an innovation on the day, frozen when the engagement was logged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageThen {
    pub innovation: InnovationId,
    pub kind: StageKind,
    /// What people called it then.
    pub stage: Name,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Engagement {
    pub id: EngagementId,
    pub entry: Entry,
    /// On whose page it is told; it does not change.
    pub innovation: InnovationId,
    /// Others that it was about as well.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<InnovationId>,
    pub on: NaiveDate,
    /// What people were asked or told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Reason>,
    pub level: EngagementLevel,
    pub method: EngagementMethod,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub led_by: Option<MembershipId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leaders_present: Vec<MembershipId>,
    pub groups: Vec<Group>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<PartnerId>,
    /// What happens next, as people were told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_step: Option<Reason>,
    /// Of each innovation, in the order of `innovations`.
    pub stage_then: Vec<StageThen>,
    /// Where people could read what it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub information_link: Option<WebAddress>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formats: Vec<EngagementFormat>,
    /// Besides English: "Polish and Urdu".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub languages: Option<Line>,
    /// It was open for a time, and a decision waits for what people say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consultation: Option<Consultation>,
}

noun!(
    Engagement,
    "engagement",
    (InnovationId, EngagementId) = |one| (one.innovation, one.id),
    innovation = Some(one.innovation)
);

impl Engagement {
    /// All that it was about.
    pub fn innovations(&self) -> impl Iterator<Item = InnovationId> {
        std::iter::once(self.innovation).chain(self.also.iter().copied())
    }

    #[must_use]
    pub fn is_about(&self, innovation: InnovationId) -> bool {
        self.innovation == innovation || self.also.contains(&innovation)
    }
}

#[cfg(test)]
mod tests;
