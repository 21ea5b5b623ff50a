//! How many pieces of work had come how far, day by day.
use crate::{InnovationId, Seen, WorkItem, WorkState};
use chrono::NaiveDate;
use std::sync::Arc;

/// At the end of a day. What is opened again is taken off from the day it is opened; what is dropped never counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FlowDay {
    pub on: NaiveDate,
    /// To do, or further.
    pub added: usize,
    /// Doing or waiting, or further.
    pub started: usize,
    pub done: usize,
}

impl Seen<'_> {
    /// Each day from the first move on the board, at most the last `most` days, today last.
    #[must_use]
    pub fn cumulative_flow(self, innovation: InnovationId, most: usize, today: NaiveDate) -> Vec<FlowDay> {
        let items: Vec<_> = self.work_items(innovation).filter(|one| one.state() != WorkState::Dropped).collect();
        let Some(first) = items.iter().map(|one| one.added_on()).min() else { return vec![] };
        let days = std::iter::successors(Some(today), NaiveDate::pred_opt).take(most);
        let mut days: Vec<_> = days.take_while(|day| *day >= first).map(|on| flow_day(&items, on)).collect();
        days.reverse();
        days
    }
}

fn flow_day(items: &[&Arc<WorkItem>], on: NaiveDate) -> FlowDay {
    let mut day = FlowDay { on, added: 0, started: 0, done: 0 };
    for state in items.iter().filter_map(|one| one.state_on(on)) {
        day.added += 1;
        day.started += usize::from(state != WorkState::ToDo);
        day.done += usize::from(state == WorkState::Done);
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn what_is_opened_again_is_taken_off_from_that_day() {
        let moves =
            [(WorkState::Doing, "2026-11-20"), (WorkState::Done, "2026-11-21"), (WorkState::Doing, "2026-11-23")];
        let all = [
            work_item(1, "2026-11-20", &moves),
            work_item(2, "2026-11-22", &[]),
            work_item(3, "2026-11-10", &[(WorkState::Dropped, "2026-11-24")]),
        ];
        as_person(&with_work(all), LEAD, |seen| {
            let days = seen.cumulative_flow(LAMPS, 90, today());
            let told: Vec<_> = days.iter().map(|one| (one.added, one.started, one.done)).collect();
            assert_eq!(told, [(1, 1, 0), (1, 1, 1), (2, 1, 1), (2, 1, 0), (2, 1, 0)]);
            assert_eq!((days[0].on, days[4].on), (day("2026-11-20"), today()));
            assert_eq!(seen.cumulative_flow(LAMPS, 2, today()), days[3..]);
        });
    }
}
