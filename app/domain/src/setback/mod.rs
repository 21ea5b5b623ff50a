//! A blow, and what was done about it.
pub(crate) mod history;
mod record;

pub use record::SetbackInput;

use crate::{Entry, InnovationId, Reason, SetbackId, choice::choices, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    SetbackKind {
        BudgetCut "budget-cut" "Budget cut",
        StaffLoss "staff-loss" "People left",
        Supplier "supplier" "Supplier",
        PoliticalChange "political-change" "Political change",
        Data "data" "Data",
        ServicePressure "service-pressure" "Pressure on the service",
        Reorganisation "reorganisation" "Reorganisation",
        Other "other" "Something else",
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Setback {
    pub id: SetbackId,
    pub entry: Entry,
    pub innovation: InnovationId,
    pub kind: SetbackKind,
    pub on: NaiveDate,
    /// What happened.
    pub what: Reason,
    /// What was done about it, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Reason>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responded_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved_on: Option<NaiveDate>,
}

noun!(
    Setback,
    "setback",
    (InnovationId, SetbackId) = |one| (one.innovation, one.id),
    innovation = Some(one.innovation)
);
