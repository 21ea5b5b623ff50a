//! How many of the people it is meant for use it.
mod count;
mod figures;
pub(crate) mod history;

pub use count::ReachInput;
pub use figures::Reach;

use crate::{Entry, InnovationId, Line, ReachCountId, SiteId, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A count at one site for one period: numbers, never names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReachCount {
    pub id: ReachCountId,
    pub entry: Entry,
    pub innovation: InnovationId,
    pub site: SiteId,
    pub from_on: NaiveDate,
    /// The last day; a site has one count for each.
    pub to_on: NaiveDate,
    /// None where nobody counted.
    pub eligible_people: Option<u32>,
    pub reached_people: Option<u32>,
    /// What is counted: "people", "households".
    pub unit: Line,
    /// Nobody is counted at another site as well.
    pub unique: bool,
}

noun!(
    ReachCount,
    "reach_count",
    (InnovationId, SiteId, ReachCountId) = |one| (one.innovation, one.site, one.id),
    innovation = Some(one.innovation)
);
