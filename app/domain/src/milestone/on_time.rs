//! How far plans have been kept so far: how much doubt to read into dates.
use super::Milestone;
use crate::{Innovation, Seen, StageKind};
use chrono::{Months, NaiveDate};
use std::{collections::BTreeMap, ops::RangeInclusive, sync::Arc};

/// Most days after the first plan at which something counts as on time.
const ON_TIME: i64 = 7;
/// Fewest of which a share or a middle is told.
const LEAST: usize = 5;
/// Years over which the drift is looked at, in months.
const LOOKED_AT: Months = Months::new(24);

/// Milestones done in a window that had a first plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnTime {
    /// No more than a week after the first plan.
    pub on_time: usize,
    pub of: usize,
}

impl OnTime {
    /// Whole percent, rounded to the nearest; none for fewer than five.
    #[must_use]
    pub fn percent(self) -> Option<usize> {
        (self.of >= LEAST).then(|| (self.on_time * 200 + self.of) / (self.of * 2))
    }
}

/// By how much milestones usually end up later than first planned, of those done in stages of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drift {
    pub kind: StageKind,
    /// The middle one, in days; of two in the middle the day between, rounded down.
    pub days: i64,
    pub of: usize,
}

impl<'a> Seen<'a> {
    /// None when none was done in the window.
    #[must_use]
    pub fn on_time(self, window: RangeInclusive<NaiveDate>) -> Option<OnTime> {
        let slips: Vec<_> = self.slips_done_in(&window).map(|(_, _, slip)| slip).collect();
        let on_time = slips.iter().filter(|slip| **slip <= ON_TIME).count();
        (!slips.is_empty()).then_some(OnTime { on_time, of: slips.len() })
    }

    /// Over the two years that end today, by the kind of stage in which each was done; kinds with fewer than five are
    /// left out.
    #[must_use]
    pub fn usual_drift(self, today: NaiveDate) -> Vec<Drift> {
        let from = today.checked_sub_months(LOOKED_AT).unwrap_or(today);
        let mut by_kind: BTreeMap<StageKind, Vec<i64>> = BTreeMap::new();
        for (innovation, done_on, slip) in self.slips_done_in(&(from..=today)) {
            if let Some(kind) = self.kind_on(innovation, done_on) {
                by_kind.entry(kind).or_default().push(slip);
            }
        }
        let enough = by_kind.into_iter().filter(|(_, slips)| slips.len() >= LEAST);
        enough.map(|(kind, mut slips)| Drift { kind, days: middle(&mut slips), of: slips.len() }).collect()
    }

    fn slips_done_in(
        self,
        window: &RangeInclusive<NaiveDate>,
    ) -> impl Iterator<Item = (&'a Arc<Innovation>, NaiveDate, i64)> {
        let milestones = self.innovations().flat_map(move |one| self.milestones(one.id).map(move |done| (one, done)));
        milestones.filter_map(|(innovation, one): (_, &Arc<Milestone>)| {
            let done_on = one.done_on.filter(|on| window.contains(on))?;
            Some((innovation, done_on, one.slip_first()?))
        })
    }

    /// What kind of stage it was in at the end of a day; none before its first move.
    pub(crate) fn kind_on(self, innovation: &Innovation, day: NaiveDate) -> Option<StageKind> {
        let place = self.visits(innovation, day).last()?.place;
        Some(self.stage_model_of(innovation).kind(place))
    }
}

fn middle(slips: &mut [i64]) -> i64 {
    slips.sort_unstable();
    let half = slips.len() / 2;
    if slips.len() % 2 == 1 { slips[half] } else { (slips[half - 1] + slips[half]).div_euclid(2) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Baseline, Decision, MilestoneId, Portfolio, testing::*};
    use uuid::Uuid;

    /// Done on the first of November, so many days after the first plan.
    fn with(slips: &[i64]) -> Portfolio {
        let done_on = day("2026-11-01");
        let done = |(number, slip): (u128, &i64)| crate::Milestone {
            id: MilestoneId(Uuid::from_u128(number)),
            baselines: vec![Baseline {
                on: day("2026-01-01"),
                baseline_on: done_on - chrono::Duration::days(*slip),
                reason: None,
                approver: None,
            }],
            done_on: Some(done_on),
            ..milestone()
        };
        let all = (300..).zip(slips).map(done).fold(Decision::default(), Decision::and_add);
        applied(&portfolio(), all)
    }

    #[test]
    fn a_share_is_told_of_five_or_more_and_a_week_late_is_on_time() {
        let found = |slips: &[i64]| as_person(&with(slips), LEAD, |seen| seen.on_time(day("2026-10-01")..=today()));
        assert_eq!(found(&[]), None);
        let few = found(&[0, 7, 8]).expect("some");
        assert_eq!((few, few.percent()), (OnTime { on_time: 2, of: 3 }, None));
        assert_eq!(found(&[-3, 0, 7, 8, 30, 60]).and_then(OnTime::percent), Some(50));
        let outside = as_person(&with(&[0]), LEAD, |seen| seen.on_time(day("2026-11-02")..=today()));
        assert_eq!(outside, None);
    }

    #[test]
    fn the_usual_drift_is_the_middle_one_by_kind_of_stage() {
        let found = |slips: &[i64]| as_person(&with(slips), LEAD, |seen| seen.usual_drift(today()));
        assert_eq!(found(&[1, 2, 3, 4]), []);
        assert_eq!(found(&[40, 2, 3, 9, 1]), [Drift { kind: StageKind::Explore, days: 3, of: 5 }]);
        assert_eq!(found(&[40, 2, 3, 10, 9, 1])[0].days, 6);
    }
}
