//! A council, or a partnership of councils, and how it works.
mod council;
mod found;
pub(crate) mod history;
mod leave;
mod membership;
mod owned;
mod people;
mod preset;
mod quiet_period;
mod settings;
mod stage_model;

pub use council::{Council, CouncilInput};
pub use found::{FoundCouncil, FoundInput, found_organisation};
pub use leave::EndInput;
pub use membership::{Band, Membership, Role, Side};
pub use owned::{Owned, OwnedAs};
pub use people::{MembershipInput, PersonHere};
pub use preset::Preset;
pub use quiet_period::{QuietPeriod, QuietPeriodInput};
pub use settings::{OrganisationInput, Statement, short_code};
pub use stage_model::{Place, Stage, StageKind, StageModel};

use crate::{Entry, Name, OrganisationId, Prose, Slug, choice::choices, record::noun};
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
    /// What an administrator has written in place of the statement the product ships with.
    pub accessibility: Option<Prose>,
    pub privacy: Option<Prose>,
}

noun!(Organisation, "organisation", OrganisationId = |one| one.id);

impl Organisation {
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
