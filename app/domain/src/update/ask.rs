//! Decisions and help that somebody waits for.
use super::{Ask, StatusUpdate};
use crate::{FormalDecisionId, Innovation, PersonId, Seen};
use chrono::NaiveDate;
use std::sync::Arc;

/// An ask in the latest update of an active innovation that nobody has answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WaitingAsk<'a> {
    pub innovation: &'a Arc<Innovation>,
    pub update: &'a Arc<StatusUpdate>,
    pub ask: &'a Ask,
    /// The day it was first asked.
    pub asked_on: NaiveDate,
    /// The day by which it is wanted; of an answer that was put off the day it was put off to.
    pub by: NaiveDate,
    /// The first open part of the question that it became, once somebody took it up.
    pub taken_up: Option<FormalDecisionId>,
}

impl<'a> Seen<'a> {
    /// What an innovation asks for now; none while it is in no active stage.
    #[must_use]
    pub fn ask_of(self, innovation: &'a Arc<Innovation>, today: NaiveDate) -> Option<WaitingAsk<'a>> {
        self.ask_in(innovation, self.latest_update(innovation, today)?, today)
    }

    /// The same for whoever knows the latest update.
    pub(crate) fn ask_in(
        self,
        innovation: &'a Arc<Innovation>,
        update: &'a Arc<StatusUpdate>,
        today: NaiveDate,
    ) -> Option<WaitingAsk<'a>> {
        let ask = update.ask.as_ref().filter(|_| self.kind_of(innovation).is_active())?;
        let made = self.ask_made_in(innovation, update, today)?;
        if made.is_answered() {
            return None;
        }
        let (asked_on, by) = (made.asked_on, made.wanted_by());
        let open = made.matter.iter().flat_map(|one| &one.parts).find(|part| part.is_open());
        Some(WaitingAsk { innovation, update, ask, asked_on, by, taken_up: open.map(|part| part.id) })
    }

    /// Everything asked of anybody, by the day it is wanted.
    #[must_use]
    pub fn asks_waiting(self, today: NaiveDate) -> Vec<WaitingAsk<'a>> {
        let mut waiting: Vec<_> = self.innovations().filter_map(|one| self.ask_of(one, today)).collect();
        waiting.sort_by_key(|one| (one.by, one.innovation.number));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, DecisionOutcome, FormalDecision, testing::*};

    #[test]
    fn an_ask_waits_until_it_is_answered_and_one_put_off_waits_for_its_day() {
        let ask = Some(Ask { what: text("More lamps"), of_whom: place(EXECUTIVE), by: day("2026-12-08") });
        let update = StatusUpdate { ask, ..status_update(1, "2026-11-20") };
        let waiting = |decision: Option<FormalDecision>| {
            let answer = decision.map(|one| FormalDecision { ask: Some(update.id), ..one });
            let decision = answer.into_iter().fold(Decision::add(update.clone()), Decision::and_add);
            as_person(&applied(&portfolio(), decision), EXECUTIVE, |seen| {
                let waiting = seen.asks_waiting_for(EXECUTIVE, today());
                waiting.iter().map(|one| (one.by, one.taken_up)).collect::<Vec<_>>()
            })
        };
        assert_eq!(waiting(None), [(day("2026-12-08"), None)]);
        assert_eq!(waiting(Some(asked())), [(day("2026-12-08"), Some(asked().id))]);
        let until = Some(day("2027-01-20"));
        let deferred = FormalDecision { outcome: Some(DecisionOutcome::Deferred), deferred_to: until, ..asked() };
        assert_eq!(waiting(Some(deferred)), [(day("2027-01-20"), Some(asked().id))]);
        assert_eq!(waiting(Some(decided("2026-11-23"))), []);
    }
}
