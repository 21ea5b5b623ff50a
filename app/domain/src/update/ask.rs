//! Decisions and help that somebody waits for.
use super::{Ask, StatusUpdate};
use crate::{Innovation, PersonId, Seen};
use chrono::NaiveDate;
use std::sync::Arc;

/// An ask in the latest update of an active innovation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WaitingAsk<'a> {
    pub innovation: &'a Arc<Innovation>,
    pub update: &'a Arc<StatusUpdate>,
    pub ask: &'a Ask,
}

impl<'a> Seen<'a> {
    /// What an innovation asks for now; none while it is in no active stage.
    #[must_use]
    pub fn ask_of(self, innovation: &'a Arc<Innovation>, today: NaiveDate) -> Option<WaitingAsk<'a>> {
        let update = self.latest_update(innovation, today)?;
        let ask = update.ask.as_ref()?;
        self.kind_of(innovation).is_active().then_some(WaitingAsk { innovation, update, ask })
    }

    /// Everything asked of anybody, by the day it is wanted.
    #[must_use]
    pub fn asks_waiting(self, today: NaiveDate) -> Vec<WaitingAsk<'a>> {
        let mut waiting: Vec<_> = self.innovations().filter_map(|one| self.ask_of(one, today)).collect();
        waiting.sort_by_key(|one| (one.ask.by, one.innovation.number));
        waiting
    }

    /// What is asked of any place that a person holds or held.
    #[must_use]
    pub fn asks_waiting_for(self, person: PersonId, today: NaiveDate) -> Vec<WaitingAsk<'a>> {
        let mut waiting = self.asks_waiting(today);
        waiting.retain(|one| self.membership(one.ask.of_whom).is_some_and(|place| place.person == person));
        waiting
    }
}
