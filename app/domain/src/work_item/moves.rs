//! Moving work over the board, and saying what it waits for.
use super::{Wait, WaitReason, WorkItem, WorkMove, WorkState, add::needs_owner};
use crate::{
    Decision, Impossible, InnovationId, MembershipId, Problem, Reason, Refusal, Rule, Seen, Version, seen::plausible,
};
use chrono::NaiveDate;

/// Why a piece of work cannot go on.
#[derive(Clone, Debug)]
pub struct WaitInput {
    pub reason: Option<WaitReason>,
    /// Required for `Other`.
    pub note: Option<Reason>,
}

#[derive(Clone, Debug)]
pub struct WorkMoveInput {
    pub to: WorkState,
    /// The day it really moved.
    pub on: NaiveDate,
    pub owner: Option<MembershipId>,
    /// Asked for only when it is to wait.
    pub wait: WaitInput,
}

impl Seen<'_> {
    /// Waiting begins with a reason and ends when it goes on. What waits already can wait for something else besides.
    pub fn move_work_item(
        self,
        innovation: InnovationId,
        ordinal: u32,
        input: WorkMoveInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.board_of_work(innovation)?;
        let before = self.work_item(innovation, ordinal)?;
        Refusal::unless_seen(seen, before)?;
        let (from, waits) = (before.state(), input.to == WorkState::Waiting);
        if from == input.to && !waits {
            return Err(Refusal::Impossible(Impossible::SameState));
        }
        let mut problems = self.unknown_people([("owner", input.owner)]);
        problems.extend(day_problem(before, input.on, today));
        if input.owner.is_none() && needs_owner(input.to) {
            problems.push(Problem::new("owner", Rule::Missing));
        }
        if waits {
            problems.extend(input.wait.problem());
        }
        Refusal::unless_sound(problems)?;
        let mut after = WorkItem { owner: input.owner, ..(**before).clone() };
        if from != input.to {
            after.moves.push(WorkMove { state: input.to, on: input.on, by: self.actor.person });
        }
        match input.wait.reason.filter(|_| waits) {
            Some(reason) => {
                after.waits.push(Wait { reason, from_on: input.on, to_on: None, note: input.wait.note });
            }
            None => after.end_waits(input.on),
        }
        Ok(Decision::change(before, after))
    }

    /// Of several things that it waits for, one has come. The last one ends when it is moved on.
    pub fn end_wait(
        self,
        innovation: InnovationId,
        ordinal: u32,
        index: usize,
        on: NaiveDate,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.board_of_work(innovation)?;
        let before = self.work_item(innovation, ordinal)?;
        Refusal::unless_seen(seen, before)?;
        let from_on = before.waits.get(index).filter(|one| one.to_on.is_none()).ok_or(Refusal::NotFound)?.from_on;
        if before.open_waits().count() < 2 {
            return Err(Refusal::Impossible(Impossible::LastWait));
        }
        let early = (on < from_on).then_some(Problem::new("on", Rule::Before(from_on)));
        let late = (on > today).then_some(Problem::new("on", Rule::After(today)));
        Refusal::unless_sound(early.into_iter().chain(late).collect())?;
        let mut after = (**before).clone();
        after.waits[index].to_on = Some(on);
        Ok(Decision::change(before, after))
    }
}

impl WorkItem {
    /// What it waits for now, in the order in which it began, with the place of each in the list.
    pub fn open_waits(&self) -> impl Iterator<Item = (usize, &Wait)> {
        self.waits.iter().enumerate().filter(|(_, one)| one.to_on.is_none())
    }

    fn end_waits(&mut self, on: NaiveDate) {
        for wait in self.waits.iter_mut().filter(|one| one.to_on.is_none()) {
            wait.to_on = Some(on);
        }
    }
}

impl WaitInput {
    /// Nothing to wait for.
    pub const NONE: Self = Self { reason: None, note: None };

    fn problem(&self) -> Option<Problem> {
        match (self.reason, &self.note) {
            (None, _) => Some(Problem::new("reason", Rule::Missing)),
            (Some(WaitReason::Other), None) => Some(Problem::new("note", Rule::Missing)),
            _ => None,
        }
    }
}

/// Not to come, and never before the step it follows.
fn day_problem(before: &WorkItem, on: NaiveDate, today: NaiveDate) -> Option<Problem> {
    let last = before.since();
    plausible("on", on)
        .or_else(|| (on > today).then_some(Problem::new("on", Rule::After(today))))
        .or_else(|| (on < last).then_some(Problem::new("on", Rule::Before(last))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, testing::*};

    fn step(to: WorkState, on: &str) -> WorkMoveInput {
        WorkMoveInput { to, on: day(on), owner: Some(place(LEAD)), wait: WaitInput::NONE }
    }

    fn wait(reason: WaitReason, note: Option<&str>, on: &str) -> WorkMoveInput {
        let wait = WaitInput { reason: Some(reason), note: note.map(text) };
        WorkMoveInput { wait, ..step(WorkState::Waiting, on) }
    }

    fn moved(portfolio: &Portfolio, input: WorkMoveInput) -> Result<Decision, Refusal> {
        as_person(portfolio, LEAD, |seen| {
            let version = seen.work_item(LAMPS, 1).expect("there").entry.version;
            seen.move_work_item(LAMPS, 1, input, version, today())
        })
    }

    fn item(portfolio: &Portfolio) -> WorkItem {
        as_person(portfolio, LEAD, |seen| (**seen.work_item(LAMPS, 1).expect("there")).clone())
    }

    fn board() -> Portfolio {
        with_work([work_item(1, "2026-11-02", &[])])
    }

    #[test]
    fn waiting_asks_for_a_reason_and_something_else_for_a_note() {
        let nothing = moved(&board(), step(WorkState::Waiting, "2026-11-10"));
        assert_eq!(nothing, Err(Refusal::invalid("reason", Rule::Missing)));
        let silent = moved(&board(), wait(WaitReason::Other, None, "2026-11-10"));
        assert_eq!(silent, Err(Refusal::invalid("note", Rule::Missing)));
        assert!(moved(&board(), wait(WaitReason::Other, Some("The printer"), "2026-11-10")).is_ok());
    }

    #[test]
    fn leaving_waiting_ends_every_wait_and_one_of_several_ends_alone() {
        let legal = applied(&board(), moved(&board(), wait(WaitReason::Legal, None, "2026-11-10")).expect("allowed"));
        let both = applied(&legal, moved(&legal, wait(WaitReason::It, None, "2026-11-12")).expect("allowed"));
        assert_eq!((item(&both).moves.len(), item(&both).open_waits().count()), (2, 2));
        let end = |portfolio: &Portfolio, index, on: &str| {
            let version = item(portfolio).entry.version;
            as_person(portfolio, LEAD, |seen| seen.end_wait(LAMPS, 1, index, day(on), version, today()))
        };
        assert_eq!(end(&both, 1, "2026-11-11"), Err(Refusal::invalid("on", Rule::Before(day("2026-11-12")))));
        let one = applied(&both, end(&both, 0, "2026-11-14").expect("allowed"));
        assert_eq!(end(&one, 1, "2026-11-16"), Err(Refusal::Impossible(Impossible::LastWait)));
        assert_eq!(end(&one, 0, "2026-11-16"), Err(Refusal::NotFound), "it has ended before");
        let on = applied(&one, moved(&one, step(WorkState::Doing, "2026-11-20")).expect("allowed"));
        let ends: Vec<_> = item(&on).waits.iter().map(|one| one.to_on).collect();
        assert_eq!(ends, [Some(day("2026-11-14")), Some(day("2026-11-20"))]);
    }

    #[test]
    fn a_move_has_an_owner_a_day_that_fits_and_goes_somewhere() {
        let nobody = WorkMoveInput { owner: None, ..step(WorkState::Doing, "2026-11-10") };
        assert_eq!(moved(&board(), nobody), Err(Refusal::invalid("owner", Rule::Missing)));
        for (on, rule) in [
            ("2026-11-25", Rule::After(today())),
            ("2026-11-01", Rule::Before(day("2026-11-02"))),
            ("1202-11-01", Rule::NotADate),
        ] {
            assert_eq!(moved(&board(), step(WorkState::Doing, on)), Err(Refusal::invalid("on", rule)), "{on}");
        }
        let same = moved(&board(), step(WorkState::ToDo, "2026-11-10"));
        assert_eq!(same, Err(Refusal::Impossible(Impossible::SameState)));
    }

    #[test]
    fn two_people_do_not_move_one_card_twice() {
        let doing = applied(&board(), moved(&board(), step(WorkState::Doing, "2026-11-10")).expect("allowed"));
        let late = as_person(&doing, MANAGER, |seen| {
            seen.move_work_item(LAMPS, 1, step(WorkState::Done, "2026-11-11"), Version::FIRST, today())
        });
        assert!(matches!(late, Err(Refusal::Outdated { .. })));
    }
}
