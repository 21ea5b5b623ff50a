//! What updates ask for, and the decisions that answer it.
use super::Matter;
use crate::{Ask, Innovation, Seen, StatusUpdate};
use chrono::NaiveDate;
use std::sync::Arc;

/// One thing that was asked for, perhaps in several updates one after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct AskMade<'a> {
    /// As it was asked last.
    pub ask: &'a Ask,
    /// The day of the first update that asked.
    pub asked_on: NaiveDate,
    /// Every update that asked, in the order of submission.
    pub updates: Vec<&'a Arc<StatusUpdate>>,
    /// The question that it became, once somebody took it up.
    pub matter: Option<Matter<'a>>,
}

impl AskMade<'_> {
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.matter.as_ref().is_some_and(Matter::is_settled)
    }

    /// The day by which an answer is wanted: the one asked for, or the one it was put off to.
    #[must_use]
    pub fn wanted_by(&self) -> NaiveDate {
        self.matter.as_ref().and_then(Matter::deferred_to).unwrap_or(self.ask.by)
    }
}

impl<'a> Seen<'a> {
    /// Everything that the updates of an innovation asked for by a day, oldest first. The same words to the same person
    /// are the same ask, until an update comes without it.
    #[must_use]
    pub fn asks_made(self, innovation: &Innovation, today: NaiveDate) -> Vec<AskMade<'a>> {
        let mut made: Vec<AskMade<'a>> = Vec::new();
        let mut going_on = false;
        for update in self.updates(innovation.id).filter(|one| one.submitted_on <= today) {
            let Some(ask) = &update.ask else {
                going_on = false;
                continue;
            };
            let same = |one: &&mut AskMade| going_on && one.ask.what == ask.what && one.ask.of_whom == ask.of_whom;
            match made.last_mut().filter(same) {
                Some(one) => {
                    one.ask = ask;
                    one.updates.push(update);
                }
                None => {
                    made.push(AskMade { ask, asked_on: update.submitted_on, updates: vec![update], matter: None });
                }
            }
            going_on = true;
        }
        let mut matters = self.matters(Some(innovation.id));
        for one in &mut made {
            let answers = |matter: &Matter| {
                matter.parts.iter().any(|part| one.updates.iter().any(|update| Some(update.id) == part.ask))
            };
            one.matter = matters.iter().position(answers).map(|index| matters.swap_remove(index));
        }
        made
    }

    /// The ask that an update carries, with what became of it.
    #[must_use]
    pub fn ask_made_in(self, innovation: &Innovation, update: &StatusUpdate, today: NaiveDate) -> Option<AskMade<'a>> {
        let carries = |one: &AskMade| one.updates.iter().any(|other| other.id == update.id);
        self.asks_made(innovation, today).into_iter().find(carries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, DecisionOutcome, FormalDecision, Portfolio, testing::*};

    fn asking(ordinal: u32, on: &str, what: Option<&str>) -> StatusUpdate {
        let ask = what.map(|what| Ask { what: text(what), of_whom: place(EXECUTIVE), by: day("2026-12-08") });
        StatusUpdate { ask, ..status_update(ordinal, on) }
    }

    fn with(updates: Vec<StatusUpdate>, decisions: Vec<FormalDecision>) -> Portfolio {
        let updates = updates.into_iter().fold(Decision::default(), Decision::and_add);
        applied(&portfolio(), decisions.into_iter().fold(updates, Decision::and_add))
    }

    fn answered(portfolio: &Portfolio) -> Vec<(String, NaiveDate, usize, bool)> {
        as_person(portfolio, LEAD, |seen| {
            let made = seen.asks_made(&innovation(), today());
            made.iter()
                .map(|one| (one.ask.what.to_string(), one.asked_on, one.updates.len(), one.is_answered()))
                .collect()
        })
    }

    #[test]
    fn the_same_words_in_updates_one_after_the_other_are_one_ask() {
        let updates = vec![
            asking(1, "2026-10-01", Some("More lamps")),
            asking(2, "2026-10-15", Some("More lamps")),
            asking(3, "2026-10-29", Some("A van")),
            asking(4, "2026-11-05", None),
            asking(5, "2026-11-12", Some("A van")),
        ];
        let first =
            FormalDecision { ask: Some(updates[1].id), asked_on: Some(day("2026-10-01")), ..decided("2026-10-20") };
        let found = answered(&with(updates, vec![first]));
        let ask = |what: &str, on, times, is| (what.to_owned(), day(on), times, is);
        let expected = [
            ask("More lamps", "2026-10-01", 2, true),
            ask("A van", "2026-10-29", 1, false),
            ask("A van", "2026-11-12", 1, false),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_deferred_answer_is_none_and_moves_the_day_it_is_wanted() {
        let update = asking(1, "2026-10-01", Some("More lamps"));
        let deferred = FormalDecision {
            ask: Some(update.id),
            outcome: Some(DecisionOutcome::Deferred),
            deferred_to: Some(day("2027-01-20")),
            ..asked()
        };
        let before = with(vec![update.clone()], vec![deferred]);
        as_person(&before, LEAD, |seen| {
            let made = seen.ask_made_in(&innovation(), &update, today()).expect("asked");
            assert_eq!((made.is_answered(), made.wanted_by()), (false, day("2027-01-20")));
        });
    }
}
