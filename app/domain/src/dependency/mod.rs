//! One thing that waits on another: a milestone on a milestone, an innovation, a partner or anything else.
pub(crate) mod history;
mod keep;
mod loops;
mod sight;
mod standing;

pub use keep::DependencyInput;
pub use sight::{Crossing, DependencySight, WaitsFor};
pub use standing::DependencyState;

use crate::{DependencyId, Entry, InnovationId, Line, MembershipId, MilestoneId, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What is waited for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DependsOn {
    /// Of the same innovation or of another.
    Milestone {
        innovation: InnovationId,
        milestone: MilestoneId,
    },
    /// Another innovation as a whole.
    Innovation(InnovationId),
    /// A partner, and what they owe.
    Partner(Line),
    Other(Line),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dependency {
    pub id: DependencyId,
    pub entry: Entry,
    /// Of the milestone that waits.
    pub innovation: InnovationId,
    pub waits: MilestoneId,
    pub on: DependsOn,
    /// Days of work between the two: what is waited for, and the milestone that waits.
    pub lag_days: u32,
    /// None: the forecast of the waiting milestone less `lag_days`.
    pub need_by: Option<NaiveDate>,
    /// None where nothing is promised; a milestone promises its own forecast.
    pub promised_on: Option<NaiveDate>,
    pub met_on: Option<NaiveDate>,
    /// Who sees to it.
    pub owner: MembershipId,
}

noun!(
    Dependency,
    "dependency",
    (InnovationId, DependencyId) = |one| (one.innovation, one.id),
    innovation = Some(one.innovation)
);
