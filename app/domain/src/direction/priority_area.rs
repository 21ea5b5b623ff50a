use crate::{Entry, MembershipId, PriorityAreaId, Title, choice::choices, record::noun};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    ClosedReason {
        Achieved "achieved" "Achieved",
        Merged "merged" "Merged into another",
        Dropped "dropped" "Dropped",
    }
}

/// A theme that leaders have agreed to concentrate on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PriorityArea {
    pub id: PriorityAreaId,
    pub entry: Entry,
    pub title: Title,
    pub active_from: NaiveDate,
    pub active_to: Option<NaiveDate>,
    /// Given with `active_to`.
    pub closed_reason: Option<ClosedReason>,
    /// A membership of the political side.
    pub political_sponsor: Option<MembershipId>,
    /// A membership of the managerial side.
    pub officer_sponsor: Option<MembershipId>,
    pub review_on: Option<NaiveDate>,
}

noun!(PriorityArea, "priority_area", PriorityAreaId = |one| one.id);

impl PriorityArea {
    #[must_use]
    pub fn is_active(&self, today: NaiveDate) -> bool {
        self.active_from <= today && self.active_to.is_none_or(|last| today <= last)
    }
}

/// Which of the four parts of a well defined priority area are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four independent findings, each with its own sentence")]
pub struct WellDefined {
    /// A statement of 40 characters or more.
    pub has_outcome: bool,
    /// A measure under such an outcome with baseline, target and a day for it.
    pub has_measure: bool,
    pub has_political_sponsor: bool,
    pub has_officer_sponsor: bool,
}

impl WellDefined {
    /// Fewest characters of a statement that counts.
    pub const STATEMENT: usize = 40;

    #[must_use]
    pub const fn is_met(self) -> bool {
        self.has_outcome && self.has_measure && self.has_political_sponsor && self.has_officer_sponsor
    }
}

/// How well a number of active priority areas can be concentrated on, 0 to 1.
#[must_use]
pub const fn focus(active: usize) -> f64 {
    match active {
        3..=7 => 1.0,
        2 | 8 | 9 => 0.6,
        1 | 10..=12 => 0.3,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn di_12_focus_falls_off_on_both_sides() {
        let table =
            [(0, 0.0), (1, 0.3), (2, 0.6), (3, 1.0), (7, 1.0), (8, 0.6), (9, 0.6), (10, 0.3), (12, 0.3), (13, 0.0)];
        for (active, value) in table {
            assert!((focus(active) - value).abs() < f64::EPSILON, "{active}");
        }
    }
}
