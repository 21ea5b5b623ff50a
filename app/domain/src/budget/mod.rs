//! Money approved, expected and spent.
mod figures;
mod funding;
pub(crate) mod history;
mod lines;
mod spend;
mod spending;
mod years;

pub use figures::Money;
pub use funding::Funding;
pub use lines::BudgetLineInput;
pub use spend::{Spend, SpendInput};
pub use spending::Spending;
pub use years::{YearOfMoney, financial_year};

use crate::{BudgetLineId, CouncilId, Entry, InnovationId, Line, Pence, Reason, choice::choices, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    BudgetKind {
        Base "base" "Base budget",
        Reserve "reserve" "Reserve",
        Grant "grant" "Grant",
        Partner "partner" "Partner",
        NilCost "nil-cost" "No cost",
    }
}

/// Approved money for a time, from one source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BudgetLine {
    pub id: BudgetLineId,
    pub entry: Entry,
    pub innovation: InnovationId,
    /// The council that pays; in a partnership there is a line for each.
    pub council: Option<CouncilId>,
    pub kind: BudgetKind,
    /// The fund or the partner.
    pub source: Option<Line>,
    /// Nil cost only: why it costs nothing.
    pub nil_reason: Option<Reason>,
    pub approved: Pence,
    /// Expected outturn.
    pub forecast: Option<Pence>,
    pub from_on: NaiveDate,
    pub to_on: NaiveDate,
}

noun!(
    BudgetLine,
    "budget_line",
    (InnovationId, BudgetLineId) = |one| (one.innovation, one.id),
    innovation = Some(one.innovation)
);

impl BudgetKind {
    /// Money that others may end.
    #[must_use]
    pub const fn is_external(self) -> bool {
        matches!(self, Self::Grant | Self::Partner)
    }
}
