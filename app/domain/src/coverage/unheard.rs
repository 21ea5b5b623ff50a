//! Who has not been heard from.
use super::StakeSight;
use crate::{EngagementLevel, Innovation, Milestone, MilestoneKind, Seen, days};
use chrono::NaiveDate;
use std::sync::Arc;

/// Days before a gate in which it is about to be reached.
const NEAR: i64 = 28;

/// An innovation that is about to be decided on, and none of whose priority groups was ever asked.
#[derive(Clone, Debug, PartialEq)]
pub struct SilentGate<'a> {
    pub innovation: &'a Arc<Innovation>,
    pub gate: &'a Arc<Milestone>,
    pub groups: Vec<StakeSight<'a>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Unheard<'a> {
    /// Priority groups overdue by more than one cadence, the longest in cadences first.
    pub groups: Vec<StakeSight<'a>>,
    /// By the day of the gate.
    pub gates: Vec<SilentGate<'a>>,
}

impl<'a> Seen<'a> {
    /// Of innovations under way.
    #[must_use]
    pub fn unheard(self, today: NaiveDate) -> Unheard<'a> {
        let active: Vec<_> = self.innovations().filter(|one| self.kind_of(one).is_active()).collect();
        let long = |one: &StakeSight| one.late_by > i64::from(one.stake.cadence_days);
        let sights = active.iter().flat_map(|one| self.stake_sights(one, today));
        let mut groups: Vec<_> = sights.filter(|one| one.stake.is_priority() && long(one)).collect();
        groups.sort_by(|one, other| other.debt().total_cmp(&one.debt()));
        let mut gates: Vec<_> = active.into_iter().filter_map(|one| self.silent_gate(one, today)).collect();
        gates.sort_by_key(|one| (one.gate.forecast_on(), one.innovation.number));
        Unheard { groups, gates }
    }

    fn silent_gate(self, innovation: &'a Arc<Innovation>, today: NaiveDate) -> Option<SilentGate<'a>> {
        let gates = self.milestones(innovation.id).filter(|one| one.is_open() && one.kind == MilestoneKind::Gate);
        let gate = gates.min_by_key(|one| (one.forecast_on(), one.id))?;
        let mut groups = self.stake_sights(innovation, today);
        groups.retain(|one| one.stake.is_priority());
        let asked = |one: &StakeSight| one.last.or(one.latest).is_some_and(|met| met.level >= EngagementLevel::Ask);
        let is_near = days(today, gate.forecast_on()) <= NEAR;
        let silent = is_near && !groups.is_empty() && !groups.iter().any(asked);
        silent.then_some(SilentGate { innovation, gate, groups })
    }
}
