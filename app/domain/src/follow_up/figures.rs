//! How many promises were kept in time.
use crate::{Seen, days};
use chrono::NaiveDate;

/// Follow-ups that fell due in the year that ends on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClosedInTime {
    pub due: usize,
    /// Of those, done by the day they were due.
    pub in_time: usize,
}

impl ClosedInTime {
    /// None where nothing fell due.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.due > 0).then(|| self.in_time as f64 / self.due as f64)
    }
}

impl Seen<'_> {
    #[must_use]
    pub fn follow_ups_closed_in_time(self, today: NaiveDate) -> ClosedInTime {
        let fell_due = |due_on| (0..365).contains(&days(due_on, today));
        let due: Vec<_> = self.follow_ups().into_iter().filter(|one| fell_due(one.due_on)).collect();
        let in_time = due.iter().filter(|one| one.done_on.is_some_and(|done| done <= one.due_on)).count();
        ClosedInTime { due: due.len(), in_time }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, FollowUp, FollowUpId, FollowUpState, testing::*};
    use uuid::Uuid;

    fn due(id: u128, due_on: &str, done_on: Option<&str>) -> FollowUp {
        let id = FollowUpId(Uuid::from_u128(id));
        FollowUp { id, due_on: day(due_on), done_on: done_on.map(day), ..follow_up() }
    }

    #[test]
    fn a_follow_up_is_in_date_on_its_last_day_and_overdue_after() {
        let state = |due_on, done_on| due(1, due_on, done_on).state(today());
        assert_eq!(state("2026-11-24", None), FollowUpState::InDate);
        assert_eq!(state("2026-11-23", None), FollowUpState::Overdue);
        assert_eq!(state("2026-11-23", Some("2026-11-24")), FollowUpState::Done);
    }

    #[test]
    fn closed_in_time_counts_what_fell_due_in_the_year() {
        let all = [
            due(1, "2026-11-24", Some("2026-11-24")),
            due(2, "2026-11-01", Some("2026-11-02")),
            due(3, "2026-10-01", None),
            due(4, "2025-11-25", Some("2025-11-20")),
            due(5, "2025-11-24", Some("2025-11-20")),
            due(6, "2026-11-25", None),
        ];
        let decision = all.into_iter().fold(Decision::add(meeting()), Decision::and_add);
        as_person(&applied(&portfolio(), decision), LEAD, |seen| {
            let found = seen.follow_ups_closed_in_time(today());
            assert_eq!((found, found.share()), (ClosedInTime { due: 4, in_time: 2 }, Some(0.5)));
        });
        as_person(&portfolio(), LEAD, |seen| assert_eq!(seen.follow_ups_closed_in_time(today()).share(), None));
    }
}
