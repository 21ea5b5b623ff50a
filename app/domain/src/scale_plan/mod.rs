//! How and how far a new way of working is to spread, and what of it must not be changed on the way.
pub(crate) mod history;
mod plan;

pub use plan::ScalePlanInput;

use crate::{Entry, InnovationId, Line, Name, Reason, ScalePlanId, choice::choices, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    ScaleApproach {
        Replicate "replicate" "Do the same everywhere",
        Adapt "adapt" "Adapt it to each place",
        TrainTrainers "train-trainers" "Train people who train others",
        Policy "policy" "Make it policy",
    }

    /// Spreading upwards, into the rules and systems of the council, where sites spread it sideways.
    VerticalKind {
        Budget "budget" "Base budget",
        Policy "policy" "Policy",
        Roles "roles" "Job descriptions",
        Contracts "contracts" "Contracts",
        Systems "systems" "Systems",
        Training "training" "Training",
    }
}

/// A part without which it would be something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoreComponent {
    pub name: Name,
    pub why: Reason,
    /// How much it counts in fidelity, from 1 to 3.
    pub weight: u8,
}

/// What it is to be written into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerticalTarget {
    pub kind: VerticalKind,
    pub what: Line,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reached_on: Option<NaiveDate>,
}

/// The present plan; an innovation has one, and its history holds the earlier ones.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScalePlan {
    pub id: ScalePlanId,
    pub entry: Entry,
    pub innovation: InnovationId,
    pub goal: Reason,
    pub approach: ScaleApproach,
    /// Three to eight.
    pub core_components: Vec<CoreComponent>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vertical_targets: Vec<VerticalTarget>,
    /// The post in the service that will own it, never a person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Line>,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    /// The last day for which the rollout is paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding_to: Option<NaiveDate>,
}

noun!(ScalePlan, "scale_plan", InnovationId = |one| one.innovation, innovation = Some(one.innovation));
