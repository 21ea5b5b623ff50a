//! What other milestones would be pushed to later days by new forecasts, before anybody saves them.
use super::{Milestone, MilestoneKey};
use crate::{Innovation, Seen};
use chrono::NaiveDate;
use std::{collections::BTreeMap, sync::Arc};

/// A milestone that could no longer be done on the day on which it could be before.
#[derive(Clone, Debug, PartialEq)]
pub struct Pushed<'a> {
    pub innovation: &'a Arc<Innovation>,
    pub milestone: &'a Arc<Milestone>,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl<'a> Seen<'a> {
    /// In the order of the new days. A milestone that is itself among the new forecasts is listed only where others
    /// push it beyond what was entered for it. What the actor may not see is left out.
    #[must_use]
    pub fn pushed(self, forecasts: &[(MilestoneKey, NaiveDate)]) -> Vec<Pushed<'a>> {
        let forecasts: BTreeMap<_, _> = forecasts.iter().copied().collect();
        let (before, after) = (self.schedule(), self.schedule_with(&forecasts));
        let pushed = |key: &MilestoneKey| {
            let (milestone, to) = (before.milestones.get(key)?, after.implied(*key)?.on);
            let from = before.implied(*key)?.on.max(forecasts.get(key).copied().unwrap_or(NaiveDate::MIN));
            let innovation = self.innovation(key.0).ok()?;
            (milestone.is_open() && to > from).then_some(Pushed { innovation, milestone, from, to })
        };
        let mut all: Vec<_> = before.order.iter().filter_map(pushed).collect();
        all.sort_by_key(|one| (one.to, one.innovation.number, one.milestone.id));
        all
    }
}

#[cfg(test)]
mod tests {
    use crate::milestone::schedule::tests::{id, mi_30};
    use crate::testing::*;

    fn pushed(forecasts: &[(char, &str)]) -> Vec<(String, chrono::NaiveDate)> {
        as_person(&mi_30(), LEAD, |seen| {
            let forecasts: Vec<_> = forecasts.iter().map(|(one, on)| ((LAMPS, id(*one)), day(on))).collect();
            seen.pushed(&forecasts).iter().map(|one| (one.milestone.title.to_string(), one.to)).collect()
        })
    }

    #[test]
    fn a_slip_within_the_days_to_spare_pushes_nothing_and_a_longer_one_pushes_the_end() {
        assert_eq!(pushed(&[('B', "2026-04-07")]), []);
        assert_eq!(pushed(&[('B', "2026-04-10")]), [("D".to_owned(), day("2026-05-10"))]);
        let all = [("B", "2026-04-11"), ("C", "2026-05-06"), ("D", "2026-05-27")];
        assert_eq!(pushed(&[('A', "2026-03-22")]), all.map(|(title, on)| (title.to_owned(), day(on))));
        assert_eq!(pushed(&[('A', "2026-02-01")]), [], "coming earlier pushes nothing");
    }

    #[test]
    fn what_is_moved_along_with_it_is_pushed_only_beyond_its_own_new_day() {
        let found = pushed(&[('A', "2026-03-22"), ('B', "2026-04-11"), ('C', "2026-05-06"), ('D', "2026-05-20")]);
        assert_eq!(found, [("D".to_owned(), day("2026-05-27"))]);
        assert_eq!(pushed(&[('D', "2026-05-02")]), [], "it was held back before, and no more than now");
    }
}
