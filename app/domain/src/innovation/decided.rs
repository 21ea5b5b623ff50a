//! What every move has in common: who decided, when, and after which move before.
use super::{Innovation, MoveOutcome, StageMove};
use crate::{Entry, InnovationId, Link, MembershipId, Place, Problem, Refusal, Rule, Seen, StageMoveId};
use chrono::NaiveDate;
use std::sync::Arc;

/// What every move says.
#[derive(Clone, Debug)]
pub struct Decided {
    /// Never in the future, and not before the move before.
    pub on: NaiveDate,
    /// None: whoever records it, if that may be.
    pub by: Option<MembershipId>,
    /// Papers, minutes, evidence.
    pub links: Vec<Link>,
    /// How many moves there were when the page was read.
    pub moves_seen: u32,
}

impl Seen<'_> {
    /// `Outdated` with the newest move if somebody moved it after the page was read.
    pub(super) fn unless_moved(self, innovation: &Arc<Innovation>, seen: u32) -> Result<(), Refusal> {
        match self.stage_moves(innovation.id).next_back() {
            Some(last) if last.ordinal != seen => Err(Refusal::Outdated { theirs: last.into() }),
            None if seen != 0 => Err(Refusal::Outdated { theirs: innovation.into() }),
            _ => Ok(()),
        }
    }

    pub(super) fn decided_problems(self, innovation: &Innovation, decided: &Decided, today: NaiveDate) -> Vec<Problem> {
        let mut problems = self.unknown_people([("decided_by", decided.by)]);
        let deciders = self.deciders(innovation, today);
        if decided.by.or(deciders.default).is_none() {
            problems.push(Problem::new("decided_by", Rule::Missing));
        }
        if !deciders.anybody && decided.by.is_some_and(|by| Some(by) != deciders.default) {
            problems.push(Problem::new("decided_by", Rule::Choose));
        }
        if decided.on > today {
            problems.push(Problem::new("on", Rule::After(today)));
        }
        let before = self.stage_moves(innovation.id).next_back().map(|last| last.on);
        if let Some(earliest) = before.filter(|earliest| decided.on < *earliest) {
            problems.push(Problem::new("on", Rule::Before(earliest)));
        }
        problems
    }

    /// The bare move; what it has beyond that is added by each decision.
    pub(super) fn step(
        self,
        id: StageMoveId,
        innovation: &Innovation,
        to: Place,
        outcome: MoveOutcome,
        decided: Decided,
        today: NaiveDate,
    ) -> StageMove {
        let decided_by = decided.by.or(self.deciders(innovation, today).default);
        let ordinal = decided.moves_seen + 1;
        let from = self.place_of(innovation);
        StageMove {
            decided_by,
            links: decided.links,
            ..StageMove::bare(id, innovation.id, ordinal, from, to, decided.on, outcome)
        }
    }
}

impl StageMove {
    /// A move with nothing said beyond where, when and what.
    #[must_use]
    pub fn bare(
        id: StageMoveId,
        innovation: InnovationId,
        ordinal: u32,
        from: Place,
        to: Place,
        on: NaiveDate,
        outcome: MoveOutcome,
    ) -> Self {
        Self {
            id,
            entry: Entry::default(),
            innovation,
            ordinal,
            from,
            to,
            on,
            outcome,
            decided_by: None,
            answers: Vec::new(),
            conditions: Vec::new(),
            note: None,
            review_on: None,
            stop: None,
            links: Vec::new(),
            overrides: None,
        }
    }
}
