//! A dated point that matters, with the trail of what was agreed and expected.
pub(crate) mod history;
mod many;
mod on_time;
mod path;
mod plan;
mod push;
mod schedule;
mod slip;
mod trend;

pub use many::MilestoneRow;
pub use on_time::{Drift, OnTime};
pub use path::{CriticalPath, PathStep};
pub use plan::{BaselineInput, MilestoneInput};
pub use push::Pushed;
pub use schedule::{Implied, Schedule};
pub use trend::Trend;

use crate::{
    Entry, InnovationId, MembershipId, MilestoneId, PersonId, Prose, Reason, Title, choice::choices, record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    MilestoneKind {
        Gate "gate" "Gate",
        Delivery "delivery" "Delivery",
        Decision "decision" "Decision",
        Benefit "benefit" "Benefit",
        External "external" "External",
    }
}

/// One entry in the trail of agreed dates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Baseline {
    pub on: NaiveDate,
    pub baseline_on: NaiveDate,
    pub reason: Option<Reason>,
    /// Named on every baseline but the first.
    pub approver: Option<MembershipId>,
}

/// One entry in the trail of expected dates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    pub recorded_on: NaiveDate,
    pub forecast_on: NaiveDate,
    pub reason: Option<Reason>,
    pub by: PersonId,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    pub id: MilestoneId,
    pub entry: Entry,
    pub innovation: InnovationId,
    pub title: Title,
    /// Required once baselined.
    pub owner: Option<MembershipId>,
    pub kind: MilestoneKind,
    pub critical: bool,
    /// How we shall know it is done.
    pub acceptance: Option<Prose>,
    /// Oldest first; the first is never changed.
    pub baselines: Vec<Baseline>,
    /// Oldest first, never empty, one a day: the later of a day counts.
    pub forecasts: Vec<Forecast>,
    pub done_on: Option<NaiveDate>,
}

noun!(
    Milestone,
    "milestone",
    (InnovationId, MilestoneId) = |one| (one.innovation, one.id),
    innovation = Some(one.innovation)
);

/// How a milestone is found.
pub type MilestoneKey = (InnovationId, MilestoneId);

impl Milestone {
    #[must_use]
    pub fn key(&self) -> MilestoneKey {
        (self.innovation, self.id)
    }

    #[must_use]
    pub fn is_open(&self) -> bool {
        self.done_on.is_none()
    }

    /// Set when the plan was agreed.
    #[must_use]
    pub fn first_baseline_on(&self) -> Option<NaiveDate> {
        self.baselines.first().map(|one| one.baseline_on)
    }

    #[must_use]
    pub fn baseline_on(&self) -> Option<NaiveDate> {
        self.baselines.last().map(|one| one.baseline_on)
    }

    /// Today's honest expectation.
    #[must_use]
    pub fn forecast_on(&self) -> NaiveDate {
        self.forecasts.last().map_or(NaiveDate::MAX, |one| one.forecast_on)
    }
}
