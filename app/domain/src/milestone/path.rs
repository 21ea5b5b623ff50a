//! Which milestones have no day to spare on the way to the next gate.
use super::{Milestone, MilestoneKey, MilestoneKind, Schedule};
use crate::{Innovation, InnovationId, Seen, days};
use chrono::{Days, NaiveDate};
use std::{collections::BTreeMap, sync::Arc};

/// Most days to spare at which a milestone is near the critical path.
const NEAR: i64 = 14;

/// The way to the next open gate of an innovation; without one, to the open milestone that is implied to come last.
#[derive(Clone, Debug, PartialEq)]
pub struct CriticalPath<'a> {
    pub end: &'a Arc<Milestone>,
    /// Every open milestone that leads there, of whichever innovation, in the order of the days implied; the end last.
    pub steps: Vec<PathStep<'a>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PathStep<'a> {
    pub innovation: &'a Arc<Innovation>,
    pub milestone: &'a Arc<Milestone>,
    /// The earliest day.
    pub implied_on: NaiveDate,
    /// The last day that does not move the end.
    pub latest_on: NaiveDate,
}

impl PathStep<'_> {
    /// Days to spare, 0 or more.
    #[must_use]
    pub fn float(&self) -> i64 {
        days(self.implied_on, self.latest_on)
    }

    #[must_use]
    pub fn is_critical(&self) -> bool {
        self.float() <= 0
    }

    #[must_use]
    pub fn is_near(&self) -> bool {
        (1..=NEAR).contains(&self.float())
    }
}

impl<'a> Seen<'a> {
    /// None where no milestone of the innovation waits on another on the way to its end.
    #[must_use]
    pub fn critical_path(self, innovation: InnovationId) -> Option<CriticalPath<'a>> {
        let schedule = self.schedule();
        let on = |one: &Milestone| schedule.implied(one.key()).map_or_else(|| one.forecast_on(), |implied| implied.on);
        let open = || self.milestones(innovation).filter(|one| one.is_open());
        let gate = open().filter(|one| one.kind == MilestoneKind::Gate).min_by_key(|one| (one.forecast_on(), one.id));
        let end = gate.or_else(|| open().max_by_key(|one| (on(one), one.id)))?;
        let latest = schedule.latest(end.key());
        let step = |(key, latest_on): (MilestoneKey, NaiveDate)| {
            let milestone = schedule.milestones.get(&key).copied()?;
            let implied_on = schedule.implied(key)?.on;
            Some(PathStep { innovation: self.innovation(key.0).ok()?, milestone, implied_on, latest_on })
        };
        let mut steps: Vec<_> = latest.into_iter().filter_map(step).collect();
        steps.sort_by_key(|one| (one.milestone.id == end.id, one.implied_on, one.milestone.id));
        (steps.len() > 1).then_some(CriticalPath { end, steps })
    }
}

impl Schedule<'_> {
    /// The last day of each open milestone that leads to the end, so that the end stays where it is implied.
    fn latest(&self, end: MilestoneKey) -> BTreeMap<MilestoneKey, NaiveDate> {
        let mut latest = BTreeMap::new();
        let Some(implied) = self.implied(end) else { return latest };
        latest.insert(end, implied.on);
        for key in self.order.iter().rev().filter(|key| **key != end && self.milestones[*key].is_open()) {
            let links = self.awaited.get(key).into_iter().flatten().filter(|link| link.met_on.is_none());
            let before = links.filter_map(|link| latest.get(&link.other)?.checked_sub_days(Days::new(link.lag)));
            if let Some(day) = before.min() {
                latest.insert(*key, day);
            }
        }
        latest
    }
}

#[cfg(test)]
mod tests {
    use crate::milestone::schedule::tests::{id, mi_30};
    use crate::testing::*;

    #[test]
    fn mi_30_days_to_spare_on_the_way_to_the_gate() {
        as_person(&mi_30(), LEAD, |seen| {
            let path = seen.critical_path(LAMPS).expect("there are links");
            assert_eq!(path.end.id, id('D'));
            let found: Vec<_> = path
                .steps
                .iter()
                .map(|one| (one.milestone.title.to_string(), one.latest_on, one.float(), one.is_near()))
                .collect();
            let expected = [
                ("A", "2026-03-02", 0, false),
                ("B", "2026-04-07", 6, true),
                ("C", "2026-04-16", 0, false),
                ("D", "2026-05-07", 0, false),
            ];
            assert_eq!(found, expected.map(|(title, on, float, near)| (title.to_owned(), day(on), float, near)));
            assert_eq!(path.steps.iter().filter(|one| one.is_critical()).count(), 3);
        });
    }

    #[test]
    fn without_links_there_is_no_path() {
        assert!(as_person(&portfolio(), LEAD, |seen| seen.critical_path(LAMPS).is_none()));
    }
}
