//! Who does it with the council, and how they see it themselves.
mod figures;
pub(crate) mod history;
mod record;
mod view;

pub use figures::{OpenTo, PartnerShare, PartnerSight, Partnering};
pub use record::{EndPartnerInput, PartnerInput};
pub use view::{PartnerView, PartnerViewInput};

use crate::{Entry, InnovationId, Line, MembershipId, Name, PartnerId, Reason, choice::choices, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    PartnerRole {
        /// Answers for it together with the council.
        CoLead "co-lead" "Leads with us",
        Delivery "delivery" "Delivers",
        Funder "funder" "Funds",
        Data "data" "Shares data",
        Adviser "adviser" "Advises",
    }
}

/// Another organisation, or a part of one, that takes part in one innovation for a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Partner {
    pub id: PartnerId,
    pub entry: Entry,
    pub innovation: InnovationId,
    pub name: Name,
    /// The body that it is a part of; two partners of one body count as one organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Name>,
    pub role: PartnerRole,
    /// It sits on the board that steers the innovation.
    pub on_board: bool,
    /// The viewer who reads for it here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub can_read: Option<MembershipId>,
    /// The post to speak with, never a person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_title: Option<Line>,
    pub from_on: NaiveDate,
    /// The last day.
    pub to_on: Option<NaiveDate>,
    /// What it has promised to bring.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pledge: Option<Reason>,
    /// What it said of the innovation, in the order of entry. Shown beside what the council declares, and never mixed
    /// with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub views: Vec<PartnerView>,
}

noun!(
    Partner,
    "partner",
    (InnovationId, PartnerId) = |one| (one.innovation, one.id),
    innovation = Some(one.innovation)
);

impl PartnerRole {
    /// Without it the innovation would not go on: these partners are talked with.
    #[must_use]
    pub const fn is_close(self) -> bool {
        matches!(self, Self::CoLead | Self::Delivery | Self::Funder)
    }
}

impl Partner {
    #[must_use]
    pub fn is_current(&self, today: NaiveDate) -> bool {
        self.from_on <= today && self.to_on.is_none_or(|last| today <= last)
    }

    /// The organisation that it counts as.
    #[must_use]
    pub fn body(&self) -> &Name {
        self.organisation.as_ref().unwrap_or(&self.name)
    }

    /// What it said last, up to a day; of one day the one entered last.
    #[must_use]
    pub fn view(&self, today: NaiveDate) -> Option<&PartnerView> {
        self.views.iter().filter(|view| view.on <= today).max_by_key(|view| view.on)
    }
}
