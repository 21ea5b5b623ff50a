//! A piece of work of an agile team. Where it is follows from its moves, which are only ever added to.
mod add;
mod board;
pub(crate) mod history;
mod moves;
mod waits;

pub use add::{AddWorkInput, WorkItemInput};
pub use board::{OverLimit, WorkBoard, WorkLane};
pub use moves::{WaitInput, WorkMoveInput};

use crate::{
    Entry, InnovationId, MembershipId, PersonId, Reason, Title, WorkItemId, choice::choices, days, record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    WorkItemKind {
        Story "story" "Story",
        Task "task" "Task",
        Bug "bug" "Bug",
        Decision "decision" "Decision",
    }

    WorkState {
        ToDo "to-do" "To do",
        Doing "doing" "Doing",
        /// Somebody else has to act first.
        Waiting "waiting" "Waiting",
        Done "done" "Done",
        /// Will not be done: out of every count, never out of the history.
        Dropped "dropped" "Dropped",
    }

    /// On whom or what a piece of work waits.
    WaitReason {
        Legal "legal" "Legal advice",
        Procurement "procurement" "Procurement",
        It "it" "IT",
        Supplier "supplier" "A supplier",
        Members "members" "Members",
        Partner "partner" "A partner",
        DataSharing "data-sharing" "Data sharing",
        /// Said in a note.
        Other "other" "Something else",
    }
}

/// One step, on the day it was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkMove {
    pub state: WorkState,
    pub on: NaiveDate,
    pub by: PersonId,
}

/// A stretch of waiting: from its first day up to, and without, the day on which it went on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wait {
    pub reason: WaitReason,
    pub from_on: NaiveDate,
    pub to_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Reason>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WorkItem {
    pub id: WorkItemId,
    pub entry: Entry,
    pub innovation: InnovationId,
    /// Counts up from 1 on each board.
    pub ordinal: u32,
    pub title: Title,
    /// Somebody, as soon as it is begun.
    pub owner: Option<MembershipId>,
    pub kind: WorkItemKind,
    /// Oldest first, never empty: the first is the day it was added.
    pub moves: Vec<WorkMove>,
    /// The day by which it must be done, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits: Vec<Wait>,
}

noun!(
    WorkItem,
    "work_item",
    (InnovationId, u32) = |one| (one.innovation, one.ordinal),
    innovation = Some(one.innovation)
);

impl WorkItem {
    #[must_use]
    pub fn state(&self) -> WorkState {
        self.moves.last().map_or(WorkState::ToDo, |last| last.state)
    }

    /// At the end of a day; none before it was added.
    #[must_use]
    pub fn state_on(&self, day: NaiveDate) -> Option<WorkState> {
        self.moves.iter().rev().find(|one| one.on <= day).map(|one| one.state)
    }

    /// Since when it is where it is.
    #[must_use]
    pub fn since(&self) -> NaiveDate {
        self.moves.last().map_or(NaiveDate::MIN, |last| last.on)
    }

    #[must_use]
    pub fn added_on(&self) -> NaiveDate {
        self.moves.first().map_or(NaiveDate::MIN, |first| first.on)
    }

    /// The first time that it was taken up, also if it only waited.
    #[must_use]
    pub fn started_on(&self) -> Option<NaiveDate> {
        let began = |one: &&WorkMove| matches!(one.state, WorkState::Doing | WorkState::Waiting);
        self.moves.iter().find(began).map(|one| one.on)
    }

    /// The last time that it was done; none once it was opened again.
    #[must_use]
    pub fn done_on(&self) -> Option<NaiveDate> {
        self.moves.last().filter(|last| last.state == WorkState::Done).map(|last| last.on)
    }

    /// To do, doing or waiting.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.state(), WorkState::ToDo | WorkState::Doing | WorkState::Waiting)
    }

    /// Days from start to end, both counted; 1 if it was done without being started, none if it is not done.
    #[must_use]
    pub fn cycle_time(&self) -> Option<i64> {
        let done = self.done_on()?;
        Some(self.started_on().map_or(1, |started| days(started, done) + 1))
    }

    /// Days since it was started, today counted; none if it is not started or no longer open.
    #[must_use]
    pub fn age(&self, today: NaiveDate) -> Option<i64> {
        let started = self.started_on().filter(|_| self.is_open())?;
        Some(days(started, today) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn ag_1_and_ag_2_a_cycle_counts_both_of_its_days() {
        for (moves, cycle) in [
            (&[(WorkState::Doing, "2026-03-02"), (WorkState::Done, "2026-03-02")][..], Some(1)),
            (&[(WorkState::Doing, "2026-03-02"), (WorkState::Done, "2026-03-09")], Some(8)),
            (&[(WorkState::Waiting, "2026-03-02"), (WorkState::Done, "2026-03-09")], Some(8)),
            (&[(WorkState::Done, "2026-03-09")], Some(1)),
            (&[(WorkState::Doing, "2026-03-02")], None),
        ] {
            assert_eq!(work_item(1, "2026-03-01", moves).cycle_time(), cycle, "{moves:?}");
        }
    }

    #[test]
    fn opened_again_it_is_not_done_and_keeps_its_start() {
        let moves =
            [(WorkState::Doing, "2026-03-02"), (WorkState::Done, "2026-03-09"), (WorkState::Doing, "2026-03-11")];
        let open = work_item(1, "2026-03-01", &moves);
        assert_eq!((open.done_on(), open.cycle_time(), open.age(day("2026-03-12"))), (None, None, Some(11)));
        assert_eq!(open.state_on(day("2026-03-10")), Some(WorkState::Done));
        assert_eq!(open.state_on(day("2026-02-28")), None);
        let again = work_item(1, "2026-03-01", &[&moves[..], &[(WorkState::Done, "2026-03-20")]].concat());
        assert_eq!((again.done_on(), again.cycle_time()), (Some(day("2026-03-20")), Some(19)));
    }

    #[test]
    fn what_is_not_started_has_no_age() {
        assert_eq!(work_item(1, "2026-03-01", &[]).age(today()), None);
        assert_eq!(work_item(1, "2026-03-01", &[(WorkState::Doing, "2026-11-24")]).age(today()), Some(1));
        let dropped = [(WorkState::Doing, "2026-11-20"), (WorkState::Dropped, "2026-11-22")];
        assert_eq!(work_item(1, "2026-03-01", &dropped).age(today()), None);
    }
}
