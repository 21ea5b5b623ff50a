//! What people were told of the why, who told them, and whether they understood.
mod figures;
pub(crate) mod history;
mod pulse;
mod record;
mod why_revision;

pub use figures::{AudienceReach, AudiencesReached, SilentAudience};
pub use pulse::Pulse;
pub use record::MessageInput;
pub use why_revision::{WhyRevision, carried, why_revisions};

use crate::{Entry, InnovationId, MembershipId, MessageId, Prose, Version, WebAddress, choice::choices, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    Audience {
        /// And people who use the service.
        Residents "residents" "Residents and service users",
        AffectedStaff "affected-staff" "Affected staff",
        Councillors "councillors" "Councillors",
        Partners "partners" "Partners",
    }

    Channel {
        Meeting "meeting" "Meeting or briefing",
        Visit "visit" "Visit or walk-round",
        Email "email" "E-mail or newsletter",
        Letter "letter" "Letter or leaflet",
        Web "web" "Website or intranet",
        Social "social" "Social media",
        Media "media" "Press, radio or video",
        Other "other" "Another way",
    }
}

/// One communication of the why of an innovation to one audience.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message {
    pub id: MessageId,
    pub entry: Entry,
    pub innovation: InnovationId,
    pub on: NaiveDate,
    pub audience: Audience,
    pub channel: Channel,
    /// The leader who stood behind it in person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fronted_by: Option<MembershipId>,
    /// The version of the innovation whose why it carried; none where there was no why yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why_version: Option<Version>,
    /// What was said. This, a link, or both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Prose>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<WebAddress>,
    /// The pulse: how many were asked, by show of hands, whether they understand why it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_count: Option<u32>,
    /// How many of them said yes; never more than were asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_count: Option<u32>,
}

noun!(
    Message,
    "message",
    (InnovationId, MessageId) = |one| (one.innovation, one.id),
    innovation = Some(one.innovation)
);
