//! People's time and grants that end before the stage usually does.
use crate::{BudgetKind, BudgetLine, Commitment, CommitmentKind, Innovation, Seen, StageKind, StageModel};
use chrono::{Days, NaiveDate};
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub enum Pledge<'a> {
    Staff(&'a Arc<Commitment>),
    Grant(&'a Arc<BudgetLine>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct PledgeEnding<'a> {
    pub pledge: Pledge<'a>,
    pub ends_on: NaiveDate,
    /// When a stage of this kind usually ends, counted from the day it came into it.
    pub stage_ends_on: NaiveDate,
}

impl StageModel {
    /// Of all stages of a kind together.
    #[must_use]
    pub fn typical_days(&self, kind: StageKind) -> u64 {
        7 * self
            .stages
            .iter()
            .filter(|stage| stage.kind == kind)
            .map(|stage| u64::from(stage.typical_weeks))
            .sum::<u64>()
    }
}

impl<'a> Seen<'a> {
    /// Not yet over, the first to end first; nothing outside the active stages.
    #[must_use]
    pub fn pledges_ending(self, innovation: &Innovation, today: NaiveDate) -> Vec<PledgeEnding<'a>> {
        let time = self.stage_time(innovation, today);
        let typical = self.stage_model_of(innovation).typical_days(time.kind);
        let Some(stage_ends_on) = time.entered_on.checked_add_days(Days::new(typical)) else { return vec![] };
        if !time.kind.is_active() {
            return vec![];
        }
        let given = self.commitments(innovation.id).filter(|one| one.is_given(today));
        let staff = given.filter(|one| one.kind == CommitmentKind::Staff);
        let staff = staff.filter_map(|one| Some((Pledge::Staff(one), one.to_on?)));
        let grants = self.budget_lines(innovation.id).filter(|line| line.kind == BudgetKind::Grant);
        let grants = grants.map(|line| (Pledge::Grant(line), line.to_on));
        let ending = staff.chain(grants).filter(|(_, ends_on)| today <= *ends_on && *ends_on < stage_ends_on);
        let mut all: Vec<_> = ending.map(|(pledge, ends_on)| PledgeEnding { pledge, ends_on, stage_ends_on }).collect();
        all.sort_by_key(|one| one.ends_on);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, Place, testing::*};

    #[test]
    fn what_ends_before_the_stage_usually_does_is_told() {
        // Into Test on 1 November: ten weeks take it to 10 January.
        let stage = entered(LAMPS, 2, Place::Stage(0), Place::Stage(1), day("2026-11-01"));
        let grant = |to_on: &str| BudgetLine { kind: BudgetKind::Grant, to_on: day(to_on), ..budget_line() };
        let ends = |staff: Option<&str>, grant: BudgetLine| {
            let decision =
                Decision::add(stage.clone()).and_add(commitment(1, CommitmentKind::Staff, staff)).and_add(grant);
            as_person(&applied(&portfolio(), decision), LEAD, |seen| {
                seen.pledges_ending(&innovation(), today())
                    .iter()
                    .map(|one| one.ends_on.to_string())
                    .collect::<Vec<_>>()
            })
        };
        assert_eq!(ends(Some("2026-12-31"), grant("2026-12-01")), ["2026-12-01", "2026-12-31"]);
        assert_eq!(ends(Some("2027-01-10"), grant("2027-01-09")), ["2027-01-09"]);
        assert_eq!(ends(None, grant("2026-11-23")), [] as [String; 0], "one has no end, the other is over");
        assert_eq!(ends(None, BudgetLine { to_on: day("2026-12-01"), ..budget_line() }), [] as [String; 0]);
    }
}
