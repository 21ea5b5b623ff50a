use crate::{MeasureId, MilestoneId, RiskId};
use serde::{Deserialize, Serialize};

/// Which record stands behind a finding or a challenge, within the innovation that it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    Milestone(MilestoneId),
    Risk(RiskId),
    Measure(MeasureId),
    /// By its number within the innovation.
    Update(u32),
    /// Its budget lines and what was spent on them.
    Money,
    /// Who leads, who sponsors, and the time they give.
    People,
    /// The team's board.
    Work,
    /// The groups that it affects, and what they said.
    Engagement,
}
