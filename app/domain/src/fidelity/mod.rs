//! Whether the core is being done where it has spread.
mod check;
mod figures;
pub(crate) mod history;

pub use check::FidelityInput;
pub use figures::{Fidelity, FidelityBand};

use crate::{Entry, FidelityCheckId, InnovationId, MembershipId, Name, Reason, SiteId, YesNo, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whether one core component is done: its name and weight are those of the plan on the day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComponentScore {
    pub component: Name,
    /// From 1 to 3.
    pub weight: u8,
    pub done: YesNo,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FidelityCheck {
    pub id: FidelityCheckId,
    pub entry: Entry,
    pub innovation: InnovationId,
    pub site: SiteId,
    pub on: NaiveDate,
    pub rater: MembershipId,
    /// Of every core component that the plan had.
    pub scores: Vec<ComponentScore>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Reason>,
}

noun!(
    FidelityCheck,
    "fidelity_check",
    (InnovationId, SiteId, FidelityCheckId) = |one| (one.innovation, one.site, one.id),
    innovation = Some(one.innovation)
);
