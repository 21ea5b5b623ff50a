//! Who backs it, with what, and until when.
pub(crate) mod history;
mod horizon;
mod record;

pub use horizon::{Horizon, HorizonEnd};
pub use record::CommitmentInput;

use crate::{
    CommitmentId, CouncilId, Entry, FormalDecisionId, InnovationId, Line, Name, choice::choices, record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    /// The first three must all be there for an innovation to have a future.
    CommitmentKind {
        Funding "funding" "Money",
        Sponsorship "sponsorship" "A sponsor",
        Political "political" "Political backing",
        Contract "contract" "A contract",
        Staff "staff" "People’s time",
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Commitment {
    pub id: CommitmentId,
    pub entry: Entry,
    pub innovation: InnovationId,
    pub kind: CommitmentKind,
    /// The body or the post that gave it.
    pub by: Line,
    /// Another organisation that gave it, such as a funder or a successor; none: our own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Name>,
    /// Partnership only: the member council that gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub council: Option<CouncilId>,
    pub from_on: NaiveDate,
    /// None: no end has been set.
    pub to_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<FormalDecisionId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_on: Option<NaiveDate>,
}

noun!(
    Commitment,
    "commitment",
    (InnovationId, CommitmentId) = |one| (one.innovation, one.id),
    innovation = Some(one.innovation)
);
