//! A council, or a partnership of councils, and how it works.
mod council;
mod ending;
mod found;
mod hand_over;
pub(crate) mod history;
mod leave;
mod membership;
mod owned;
mod people;
mod preset;
mod quiet_period;
mod settings;
mod stage_model;

#[cfg(test)]
pub(crate) use found::testing;

pub use council::{Council, CouncilInput};
pub use ending::Ending;
pub use found::{FoundCouncil, FoundInput, found_organisation};
pub use leave::EndInput;
pub use membership::{Band, Membership, Role, Side};
pub use owned::{Owned, OwnedAs};
pub use people::{MembershipInput, PersonHere};
pub use preset::Preset;
pub use quiet_period::{QuietPeriod, QuietPeriodInput};
pub use settings::{OrganisationInput, Statement, short_code};
pub use stage_model::{Place, Stage, StageKind, StageModel};

use crate::{Entry, EscalationContacts, Name, OrganisationId, Pence, Prose, Slug, choice::choices, record::noun};
use serde::{Deserialize, Serialize};

choices! {
    OrganisationKind {
        Council "council" "Council",
        Partnership "partnership" "Partnership of councils",
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    pub id: OrganisationId,
    pub entry: Entry,
    pub kind: OrganisationKind,
    pub name: Name,
    /// Heads addresses; does not change.
    pub slug: Slug,
    /// Heads numbers: "AC-12".
    pub short_code: Name,
    /// Every version of the stage model, oldest first; an innovation names the one it follows.
    pub stage_models: Vec<StageModel>,
    /// Who is named when a threat is over tolerance.
    #[serde(default, skip_serializing_if = "EscalationContacts::is_blank")]
    pub escalation: EscalationContacts,
    /// What an administrator has written in place of the statement the product ships with.
    pub accessibility: Option<Prose>,
    pub privacy: Option<Prose>,
    /// A decision of this effect or more is key; none where the organisation has not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_decision: Option<Pence>,
    /// Days in which a key decision may be called in; none for the usual five.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_in_days: Option<u8>,
    /// Most innovations that one person should lead; none for the usual two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_limit: Option<u8>,
    /// Days a month that there are for all innovations together; none where the organisation has not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity_days: Option<u32>,
    /// What people here call the five levels of engagement, in their order; empty for the usual words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub level_labels: Vec<Name>,
    /// Set when it is to be reorganised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<Ending>,
}

noun!(Organisation, "organisation", OrganisationId = |one| one.id);

impl Organisation {
    #[must_use]
    pub fn call_in_days(&self) -> u8 {
        self.call_in_days.unwrap_or(5)
    }

    #[must_use]
    pub fn lead_limit(&self) -> usize {
        self.lead_limit.unwrap_or(2).into()
    }

    /// The model that a new innovation follows.
    #[must_use]
    pub fn stage_model(&self) -> &StageModel {
        self.stage_models.last().unwrap_or_else(|| &preset::DEFAULT)
    }

    /// The model of a version; versions count from 1.
    #[must_use]
    pub fn stage_model_of(&self, version: u32) -> &StageModel {
        let index = (version.max(1) - 1) as usize;
        self.stage_models.get(index).unwrap_or_else(|| self.stage_model())
    }
}
