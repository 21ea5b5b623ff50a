//! How long work takes, what has been on the board for long, and what it waited for.
use super::nearest_rank;
use crate::{InnovationId, Seen, WaitReason, WorkItem, WorkState, days};
use chrono::{Days, NaiveDate};
use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

/// Days, today counted, in which finished work says how long work takes.
const CYCLE_DAYS: i64 = 91;
/// Fewest pieces of work that say it.
const FEWEST: usize = 10;
/// Days, today counted, over which waiting is told.
const WINDOW: u64 = 182;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finished<'a> {
    pub item: &'a Arc<WorkItem>,
    pub done_on: NaiveDate,
    /// In days.
    pub cycle: i64,
}

/// A piece of work that was started and is not done.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ageing<'a> {
    pub item: &'a Arc<WorkItem>,
    /// In days.
    pub age: i64,
    pub waiting: i64,
    /// Older than 85% of what was finished took.
    pub is_alert: bool,
}

/// Of what was finished in the last 182 days: days on which somebody could work, and days of waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Efficiency {
    pub active: i64,
    pub waiting: i64,
}

impl Efficiency {
    /// From 0 to 1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "days are few")]
    pub fn share(self) -> f64 {
        self.active as f64 / (self.active + self.waiting).max(1) as f64
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Flow<'a> {
    /// Done in the last 91 days, in the order in which it was.
    pub finished: Vec<Finished<'a>>,
    /// Half of it took so many days or fewer; none where fewer than ten are done.
    pub p50: Option<i64>,
    /// 85% of it did.
    pub p85: Option<i64>,
    /// Oldest first.
    pub ageing: Vec<Ageing<'a>>,
    /// Days of waiting in the last 182 days by reason, most first.
    pub waits: Vec<(WaitReason, i64)>,
    pub efficiency: Option<Efficiency>,
}

impl<'a> Seen<'a> {
    #[must_use]
    pub fn flow(self, innovation: InnovationId, today: NaiveDate) -> Flow<'a> {
        let finished = self.finished(innovation, today);
        let mut cycles: Vec<_> = finished.iter().map(|one| one.cycle).collect();
        cycles.sort_unstable();
        let of = |percent| nearest_rank(&cycles, percent).filter(|_| cycles.len() >= FEWEST);
        let (p50, p85) = (of(50), of(85));
        let first = today.checked_sub_days(Days::new(WINDOW - 1)).unwrap_or(today);
        Flow {
            finished,
            p50,
            p85,
            ageing: self.ageing(innovation, p85, today),
            waits: self.waits(innovation, first, today),
            efficiency: self.efficiency(innovation, first, today),
        }
    }

    fn finished(self, innovation: InnovationId, today: NaiveDate) -> Vec<Finished<'a>> {
        let done = self
            .work_items(innovation)
            .filter_map(|item| Some(Finished { item, done_on: item.done_on()?, cycle: item.cycle_time()? }));
        let mut done: Vec<_> = done.filter(|one| (0..CYCLE_DAYS).contains(&days(one.done_on, today))).collect();
        done.sort_by_key(|one| (one.done_on, one.item.ordinal));
        done
    }

    fn ageing(self, innovation: InnovationId, p85: Option<i64>, today: NaiveDate) -> Vec<Ageing<'a>> {
        let open = self.work_items(innovation).filter_map(|item| {
            let age = item.age(today)?;
            let is_alert = p85.is_some_and(|most| age > most);
            Some(Ageing { item, age, waiting: item.waiting_days(today), is_alert })
        });
        let mut open: Vec<_> = open.collect();
        open.sort_by_key(|one| (Reverse(one.age), one.item.ordinal));
        open
    }

    fn waits(self, innovation: InnovationId, first: NaiveDate, today: NaiveDate) -> Vec<(WaitReason, i64)> {
        let mut by_reason = BTreeMap::<WaitReason, i64>::new();
        for item in self.work_items(innovation).filter(|one| one.state() != WorkState::Dropped) {
            for (reason, days) in item.waits_by_reason(first, today) {
                *by_reason.entry(reason).or_default() += days;
            }
        }
        let mut waits: Vec<_> = by_reason.into_iter().filter(|(_, days)| *days > 0).collect();
        waits.sort_by_key(|(_, days)| Reverse(*days));
        waits
    }

    fn efficiency(self, innovation: InnovationId, first: NaiveDate, today: NaiveDate) -> Option<Efficiency> {
        let spent = self.work_items(innovation).filter_map(|one| {
            one.done_on().filter(|done| first <= *done && *done <= today)?;
            let (cycle, waiting) = (one.cycle_time()?, one.waiting_days(today));
            Some(Efficiency { active: (cycle - waiting).max(0), waiting })
        });
        spent.reduce(|sum, one| Efficiency { active: sum.active + one.active, waiting: sum.waiting + one.waiting })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, Wait, testing::*};

    fn done(ordinal: u32, started: &str, on: &str) -> WorkItem {
        work_item(ordinal, "2026-01-05", &[(WorkState::Doing, started), (WorkState::Done, on)])
    }

    fn waited(mut item: WorkItem, reason: WaitReason, from_on: &str, to_on: Option<&str>) -> WorkItem {
        item.waits.push(Wait { reason, from_on: day(from_on), to_on: to_on.map(day), note: None });
        item
    }

    /// Cycle times from 1 to `count`, the last one ending today.
    fn cycles(count: u32) -> Vec<WorkItem> {
        let started = |back: u32| (today() - Days::new(u64::from(back) - 1)).to_string();
        (1..=count).map(|back| done(back, &started(back), "2026-11-24")).collect()
    }

    fn flow<T>(portfolio: &Portfolio, look: impl FnOnce(Flow) -> T) -> T {
        as_person(portfolio, LEAD, |seen| look(seen.flow(LAMPS, today())))
    }

    #[test]
    fn nine_finished_pieces_say_nothing_and_ten_do() {
        flow(&with_work(cycles(9)), |flow| assert_eq!((flow.finished.len(), flow.p50, flow.p85), (9, None, None)));
        flow(&with_work(cycles(10)), |flow| assert_eq!((flow.p50, flow.p85), (Some(5), Some(9))));
    }

    #[test]
    fn work_finished_more_than_91_days_ago_says_nothing_of_today() {
        let all = [done(1, "2026-08-20", "2026-08-25"), done(2, "2026-08-20", "2026-08-26")];
        flow(&with_work(all), |flow| {
            assert_eq!(flow.finished.iter().map(|one| one.item.ordinal).collect::<Vec<_>>(), [2]);
        });
    }

    #[test]
    fn work_older_than_most_took_is_pointed_out() {
        let open = |ordinal, started| work_item(ordinal, "2026-01-05", &[(WorkState::Doing, started)]);
        let all = cycles(10).into_iter().chain([open(20, "2026-11-16"), open(21, "2026-11-15")]);
        flow(&with_work(all), |flow| {
            let told: Vec<_> = flow.ageing.iter().map(|one| (one.item.ordinal, one.age, one.is_alert)).collect();
            assert_eq!(told, [(21, 10, true), (20, 9, false)]);
        });
        flow(&with_work([open(21, "2026-01-15")]), |flow| assert!(!flow.ageing[0].is_alert, "nothing to compare with"));
    }

    #[test]
    fn ag_5_and_ag_6_the_share_of_active_days() {
        let item = waited(done(1, "2026-10-01", "2026-10-30"), WaitReason::It, "2026-10-05", Some("2026-10-23"));
        flow(&with_work([item]), |flow| {
            let found = flow.efficiency.expect("one is done");
            assert_eq!((found, found.share()), (Efficiency { active: 12, waiting: 18 }, 0.4));
        });
        flow(&with_work([work_item(1, "2026-01-05", &[])]), |flow| assert_eq!(flow.efficiency, None));
    }

    #[test]
    fn waiting_is_told_by_reason_most_first_without_what_was_dropped() {
        let open = |ordinal| work_item(ordinal, "2026-01-05", &[(WorkState::Waiting, "2026-02-01")]);
        let dropped = work_item(3, "2026-01-05", &[(WorkState::Dropped, "2026-11-20")]);
        let all = [
            waited(open(1), WaitReason::It, "2026-11-10", Some("2026-11-15")),
            waited(open(2), WaitReason::DataSharing, "2026-02-01", None),
            waited(dropped, WaitReason::Legal, "2026-02-01", Some("2026-11-20")),
        ];
        flow(&with_work(all), |flow| {
            assert_eq!(flow.waits, [(WaitReason::DataSharing, 181), (WaitReason::It, 5)], "182 days without today");
        });
    }
}
