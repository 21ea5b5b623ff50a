//! Where an innovation has been, and from when to when.
use super::{Innovation, MoveOutcome, StageMove};
use crate::{Place, Seen, days};
use chrono::NaiveDate;

/// A stay in one place: from the day of the move there to the day of the next move. The first day counts as day 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    pub place: Place,
    pub from_on: NaiveDate,
    /// The day of the next move; of the present visit, the day asked about.
    pub to_on: NaiveDate,
    /// It follows a decision to repeat the stage.
    pub is_repeat: bool,
}

impl Visit {
    #[must_use]
    pub fn days(&self) -> i64 {
        days(self.from_on, self.to_on)
    }
}

impl Seen<'_> {
    /// Oldest first; the last is the present one.
    #[must_use]
    pub fn visits(self, innovation: &Innovation, today: NaiveDate) -> Vec<Visit> {
        visits(self.stage_moves(innovation.id).map(|one| &**one), today)
    }
}

/// Moves in date order; those after `today` do not count yet.
pub(super) fn visits<'a>(moves: impl Iterator<Item = &'a StageMove>, today: NaiveDate) -> Vec<Visit> {
    let mut visits: Vec<Visit> = Vec::new();
    for one in moves.filter(|one| one.on <= today) {
        if let Some(left) = visits.last_mut() {
            left.to_on = one.on;
        }
        let is_repeat = one.outcome == MoveOutcome::Repeat;
        visits.push(Visit { place: one.to, from_on: one.on, to_on: today, is_repeat });
    }
    visits
}

/// The visits that make up the present one: a pause or a repeated stage does not end it.
pub(super) fn this_visit(visits: &[Visit]) -> impl Iterator<Item = &Visit> {
    let place = visits.last().map(|last| last.place);
    let belongs = move |one: &&Visit| Some(one.place) == place || (one.place == Place::Paused);
    visits.iter().rev().take_while(belongs).filter(move |one| Some(one.place) == place)
}
