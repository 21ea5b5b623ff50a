//! How long a piece of work waited, and for whom.
use super::{Wait, WaitReason, WorkItem};
use crate::days;
use chrono::NaiveDate;

impl WorkItem {
    /// Days on which it waited for anything, each once.
    #[must_use]
    pub fn waiting_days(&self, today: NaiveDate) -> i64 {
        self.waits_by_reason(NaiveDate::MIN, today).map(|(_, days)| days).sum()
    }

    /// The days of each wait from a first day on, in the order in which they began: a day on which it waited for
    /// several things goes to the one that began first.
    pub(crate) fn waits_by_reason(
        &self,
        first: NaiveDate,
        today: NaiveDate,
    ) -> impl Iterator<Item = (WaitReason, i64)> {
        let mut waits: Vec<&Wait> = self.waits.iter().collect();
        waits.sort_by_key(|one| one.from_on);
        let mut counted_to = first;
        waits.into_iter().map(move |one| {
            let (from, to) = (one.from_on.max(counted_to), one.to_on.unwrap_or(today).min(today));
            counted_to = counted_to.max(to);
            (one.reason, days(from, to).max(0))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    fn waited(reason: WaitReason, from_on: &str, to_on: Option<&str>) -> Wait {
        Wait { reason, from_on: day(from_on), to_on: to_on.map(day), note: None }
    }

    #[test]
    fn a_day_of_waiting_counts_once_and_for_what_began_first() {
        let waits = vec![
            waited(WaitReason::It, "2026-11-05", Some("2026-11-12")),
            waited(WaitReason::Legal, "2026-11-01", Some("2026-11-08")),
            waited(WaitReason::Partner, "2026-11-20", None),
            waited(WaitReason::Supplier, "2026-11-06", Some("2026-11-06")),
        ];
        let item = WorkItem { waits, ..work_item(1, "2026-10-01", &[]) };
        assert_eq!(item.waiting_days(today()), 7 + 4 + 4);
        let by_reason: Vec<_> =
            item.waits_by_reason(day("2026-10-01"), today()).filter(|(_, days)| *days > 0).collect();
        assert_eq!(by_reason, [(WaitReason::Legal, 7), (WaitReason::It, 4), (WaitReason::Partner, 4)]);
        let since: Vec<_> = item.waits_by_reason(day("2026-11-06"), today()).map(|(_, days)| days).collect();
        assert_eq!(since, [2, 4, 0, 4], "days before the first do not count");
    }
}
