//! Groups and organisations whom innovations affect, in one register, and how each stands towards an innovation.
//!
//! Groups and numbers, never the names of residents: there is no field for one.
pub(crate) mod history;
mod priority;
mod register;
mod stake;

pub use register::StakeholderInput;
pub use stake::{Stake, StakeInput, Stance};

use crate::{Entry, Line, StakeholderId, Title, choice::choices, record::noun};
use serde::{Deserialize, Serialize};

choices! {
    StakeholderKind {
        Residents "residents" "Residents",
        ServiceUsers "service-users" "People who use the service",
        Carers "carers" "Carers",
        FrontlineStaff "frontline-staff" "Frontline staff",
        MiddleManagers "middle-managers" "Middle managers",
        Unions "unions" "Unions",
        Councillors "councillors" "Councillors",
        Cabinet "cabinet" "Cabinet",
        Scrutiny "scrutiny" "Scrutiny",
        Mp "mp" "Members of Parliament",
        PartnerCouncil "partner-council" "Another council",
        Health "health" "Health",
        Police "police" "Police",
        Fire "fire" "Fire and rescue",
        Schools "schools" "Schools",
        Voluntary "voluntary" "Voluntary sector",
        Business "business" "Business",
        Supplier "supplier" "Suppliers",
        Government "government" "Government",
        Regulator "regulator" "Regulators",
        Media "media" "Media",
    }
}

impl StakeholderKind {
    /// People whom a service is for.
    #[must_use]
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Residents | Self::ServiceUsers | Self::Carers)
    }

    #[must_use]
    pub const fn is_staff(self) -> bool {
        matches!(self, Self::FrontlineStaff | Self::MiddleManagers)
    }
}

/// One group or organisation; an individual only in a professional role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stakeholder {
    pub id: StakeholderId,
    pub entry: Entry,
    pub name: Title,
    pub kind: StakeholderKind,
    /// Wards or places; none for the whole area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Line>,
    /// Protected or local characteristics that this group speaks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub characteristics: Vec<Line>,
    /// It turned out to be the same as another, under whose name it is told from then on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<StakeholderId>,
}

noun!(Stakeholder, "stakeholder", StakeholderId = |one| one.id);

impl Stakeholder {
    /// Whether it speaks for a characteristic, however the words are written.
    #[must_use]
    pub fn speaks_for(&self, characteristic: &str) -> bool {
        let plain = |text: &str| text.trim().to_lowercase();
        self.characteristics.iter().any(|one| plain(one) == plain(characteristic))
    }
}

#[cfg(test)]
mod tests;
