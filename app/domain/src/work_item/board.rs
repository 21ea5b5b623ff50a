//! The board of one innovation: a column for each state, and what there is too much of.
use super::{WorkItem, WorkState};
use crate::{InnovationId, MembershipId, Seen, days};
use chrono::NaiveDate;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Pieces of work that one person can do at a time.
const PER_PERSON: usize = 2;

#[derive(Clone, Debug, PartialEq)]
pub struct WorkLane<'a> {
    pub state: WorkState,
    pub items: Vec<&'a Arc<WorkItem>>,
}

/// More is being done at once than goes well: a warning and never a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OverLimit {
    Person { owner: MembershipId, doing: usize, limit: usize },
    Board { doing: usize, limit: usize },
}

#[derive(Clone, Debug, PartialEq)]
pub struct WorkBoard<'a> {
    /// To do, doing, waiting, done lately.
    pub lanes: Vec<WorkLane<'a>>,
    /// Done longer ago, the latest first.
    pub done_before: Vec<&'a Arc<WorkItem>>,
    pub dropped: Vec<&'a Arc<WorkItem>>,
    pub over: Vec<OverLimit>,
}

impl<'a> Seen<'a> {
    /// `done_days`: how many days, today counted, the last column goes back.
    #[must_use]
    pub fn work_board(self, innovation: InnovationId, done_days: i64, today: NaiveDate) -> WorkBoard<'a> {
        let of = |state| -> Vec<_> { self.work_items(innovation).filter(|one| one.state() == state).collect() };
        let [mut to_do, mut doing, mut waiting, mut done, mut dropped] =
            [WorkState::ToDo, WorkState::Doing, WorkState::Waiting, WorkState::Done, WorkState::Dropped].map(of);
        // What has a fixed day comes first; the rest stays in the order in which it was added.
        to_do.sort_by_key(|one| (one.fixed_on.unwrap_or(NaiveDate::MAX), one.ordinal));
        doing.sort_by_key(|one| (one.started_on(), one.ordinal));
        waiting.sort_by_key(|one| (one.since(), one.ordinal));
        done.sort_by_key(|one| (Reverse(one.since()), Reverse(one.ordinal)));
        dropped.sort_by_key(|one| (Reverse(one.since()), Reverse(one.ordinal)));
        let lately = done.iter().take_while(|one| days(one.since(), today) < done_days).count();
        let done_before = done.split_off(lately);
        let over = over(&doing, to_do.iter().chain(&doing).chain(&waiting));
        let lanes = [
            (WorkState::ToDo, to_do),
            (WorkState::Doing, doing),
            (WorkState::Waiting, waiting),
            (WorkState::Done, done),
        ];
        let lanes = lanes.into_iter().map(|(state, items)| WorkLane { state, items }).collect();
        WorkBoard { lanes, done_before, dropped, over }
    }
}

/// The people of a board are those who own something open on it.
fn over<'b>(doing: &[&Arc<WorkItem>], open: impl Iterator<Item = &'b &'b Arc<WorkItem>>) -> Vec<OverLimit> {
    let people = open.filter_map(|one| one.owner).collect::<BTreeSet<_>>().len();
    let mut by_person = BTreeMap::<MembershipId, usize>::new();
    for owner in doing.iter().filter_map(|one| one.owner) {
        *by_person.entry(owner).or_default() += 1;
    }
    let too_many = by_person.into_iter().filter(|(_, doing)| *doing > PER_PERSON);
    let mut over: Vec<_> =
        too_many.map(|(owner, doing)| OverLimit::Person { owner, doing, limit: PER_PERSON }).collect();
    let limit = PER_PERSON * people;
    if doing.len() > limit {
        over.push(OverLimit::Board { doing: doing.len(), limit });
    }
    over
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    fn owned(ordinal: u32, owner: crate::PersonId, state: WorkState) -> WorkItem {
        let moves = [(state, "2026-11-10")];
        WorkItem { owner: Some(place(owner)), ..work_item(ordinal, "2026-11-02", &moves) }
    }

    #[test]
    fn a_third_piece_at_a_time_warns_and_so_does_a_full_board() {
        let doing = |count: u32| (1..=count).map(|ordinal| owned(ordinal, LEAD, WorkState::Doing));
        let over =
            |portfolio: &crate::Portfolio| as_person(portfolio, LEAD, |seen| seen.work_board(LAMPS, 14, today()).over);
        assert_eq!(over(&with_work(doing(2))), []);
        let person = OverLimit::Person { owner: place(LEAD), doing: 3, limit: 2 };
        let board = OverLimit::Board { doing: 3, limit: 2 };
        assert_eq!(over(&with_work(doing(3))), [person.clone(), board]);
        let other = owned(9, EXECUTIVE, WorkState::Waiting);
        assert_eq!(over(&with_work(doing(3).chain([other]))), [person], "a second person makes the board larger");
    }

    #[test]
    fn done_lately_stands_in_the_column_and_the_rest_is_folded() {
        let done = |ordinal, on| work_item(ordinal, "2026-10-01", &[(WorkState::Done, on)]);
        let all = [
            done(1, "2026-11-10"),
            done(2, "2026-11-11"),
            done(3, "2026-11-24"),
            work_item(4, "2026-10-01", &[(WorkState::Dropped, "2026-11-01")]),
            work_item(5, "2026-10-01", &[]),
            WorkItem { fixed_on: Some(day("2026-12-01")), ..work_item(6, "2026-10-02", &[]) },
        ];
        as_person(&with_work(all), LEAD, |seen| {
            let board = seen.work_board(LAMPS, 14, today());
            let numbers = |items: &[&Arc<WorkItem>]| items.iter().map(|one| one.ordinal).collect::<Vec<_>>();
            assert_eq!(numbers(&board.lanes[3].items), [3, 2]);
            assert_eq!((numbers(&board.done_before), numbers(&board.dropped)), (vec![1], vec![4]));
            assert_eq!(numbers(&board.lanes[0].items), [6, 5], "what has a fixed day comes first");
        });
    }
}
