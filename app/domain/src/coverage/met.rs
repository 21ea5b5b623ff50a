//! When each group was last met as agreed, and when it is to be met again.
use super::Share;
use crate::{
    Engagement, Innovation, Seen, Stake, StakeId, Stakeholder, days,
    id::{FIRST, LAST},
};
use chrono::{Days, NaiveDate};
use std::sync::Arc;

/// One group of an innovation on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StakeSight<'a> {
    pub innovation: &'a Arc<Innovation>,
    pub stake: &'a Arc<Stake>,
    pub stakeholder: &'a Arc<Stakeholder>,
    /// The latest engagement at or above the level agreed.
    pub last: Option<&'a Arc<Engagement>>,
    /// The latest of all; it may have been below that level.
    pub latest: Option<&'a Arc<Engagement>>,
    /// The day from which the cadence counts: of the last, or of being named.
    pub since: NaiveDate,
    pub due_on: NaiveDate,
    /// Days beyond the cadence; 0 while it is not overdue.
    pub late_by: i64,
}

impl StakeSight<'_> {
    #[must_use]
    pub const fn is_overdue(&self) -> bool {
        self.late_by > 0
    }

    /// Cadences that it is late by: 1 is a whole one.
    #[must_use]
    pub fn debt(&self) -> f64 {
        self.late_by as f64 / f64::from(self.stake.cadence_days)
    }
}

impl<'a> Seen<'a> {
    /// Groups of an innovation, those who come first at the head, and of these the one that is to be met first.
    #[must_use]
    pub fn stake_sights(self, innovation: &'a Arc<Innovation>, today: NaiveDate) -> Vec<StakeSight<'a>> {
        if self.reads_inside() { self.sights_for_figures(innovation, today) } else { vec![] }
    }

    /// Priority groups of every innovation under way: those not overdue count.
    #[must_use]
    pub fn coverage(self, today: NaiveDate) -> Share<StakeSight<'a>> {
        let all = self.innovations().filter(|one| self.kind_of(one).is_active());
        let all = all.flat_map(|one| self.stake_sights(one, today)).filter(|one| one.stake.is_priority());
        Share::of(all, 1, |one| !one.is_overdue())
    }

    /// Whoever looks: computed confidence is the same for everybody who may read an innovation.
    pub(crate) fn sights_for_figures(self, innovation: &'a Arc<Innovation>, today: NaiveDate) -> Vec<StakeSight<'a>> {
        let key = |id| (innovation.id, StakeId(id));
        let stakes = self.portfolio.shelves.stakes.range(key(FIRST)..=key(LAST)).map(|(_, one)| one);
        let open = stakes.filter(|one| one.removed_on.is_none() && one.added_on <= today);
        let mut open = open.peekable();
        if open.peek().is_none() {
            return vec![];
        }
        let met: Vec<_> = self.engagements(innovation.id).into_iter().filter(|one| one.on <= today).collect();
        let mut sights: Vec<_> = open.filter_map(|one| self.stake_sight(innovation, one, &met, today)).collect();
        sights.sort_by_key(|one| (!one.stake.is_priority(), one.due_on, one.stakeholder.name.clone()));
        sights
    }

    /// `met` is the latest first.
    fn stake_sight(
        self,
        innovation: &'a Arc<Innovation>,
        stake: &'a Arc<Stake>,
        met: &[&'a Arc<Engagement>],
        today: NaiveDate,
    ) -> Option<StakeSight<'a>> {
        let stakeholder = self.group(stake.stakeholder)?;
        let named =
            |one: &Engagement| one.groups.iter().any(|group| self.stakeholder_now(group.stakeholder) == stakeholder.id);
        let mut met = met.iter().copied().filter(|one| named(one)).peekable();
        let latest = met.peek().copied();
        let last = met.find(|one| one.level >= stake.target_level);
        let since = last.map_or(stake.added_on, |one| one.on);
        let cadence = u64::from(stake.cadence_days);
        let due_on = since.checked_add_days(Days::new(cadence)).unwrap_or(since);
        let late_by = days(due_on, today).max(0);
        Some(StakeSight { innovation, stake, stakeholder, last, latest, since, due_on, late_by })
    }
}
