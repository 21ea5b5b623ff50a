//! Asking whoever owes an update to post it.
use super::StatusUpdate;
use crate::{
    Act, Decision, Entry, Impossible, Innovation, InnovationId, MembershipId, OwedUpdate, Refusal, ReminderId, Seen,
    record::noun,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// That somebody asked for an update. Who it was is told by its entry; the next update answers it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reminder {
    pub id: ReminderId,
    pub entry: Entry,
    pub innovation: InnovationId,
    /// Who owed it on that day.
    pub of: MembershipId,
    pub on: NaiveDate,
}

noun!(
    Reminder,
    "reminder",
    (InnovationId, ReminderId) = |one| (one.innovation, one.id),
    innovation = Some(one.innovation)
);

/// One innovation from which an update is expected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExpectedUpdate<'a> {
    pub innovation: &'a Arc<Innovation>,
    pub owed: OwedUpdate,
    pub last: Option<&'a Arc<StatusUpdate>>,
    /// The last time that somebody asked and nobody has posted since.
    pub reminder: Option<&'a Arc<Reminder>>,
}

impl ExpectedUpdate<'_> {
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.owed.late > 0
    }

    /// It is due, somebody owes it, and nobody has asked today.
    #[must_use]
    pub fn may_be_asked_for(&self, today: NaiveDate) -> bool {
        let asked_today = self.reminder.is_some_and(|one| one.on == today);
        self.owed.by.is_some() && self.owed.due_on <= today && !asked_today
    }
}

impl<'a> Seen<'a> {
    /// From every innovation in an active stage, the one owed longest first.
    #[must_use]
    pub fn expected_updates(self, today: NaiveDate) -> Vec<ExpectedUpdate<'a>> {
        let mut all: Vec<_> = self.innovations().filter_map(|one| self.expected_update(one, today)).collect();
        all.sort_by_key(|one| (one.owed.due_on, one.innovation.number));
        all
    }

    fn expected_update(self, innovation: &'a Arc<Innovation>, today: NaiveDate) -> Option<ExpectedUpdate<'a>> {
        let owed = self.owed_update(innovation, today)?;
        let last = self.latest_update(innovation, today);
        Some(ExpectedUpdate { innovation, owed, last, reminder: self.waiting_reminder(innovation, today) })
    }

    /// The last reminder that no update has answered.
    #[must_use]
    pub fn waiting_reminder(self, innovation: &Innovation, today: NaiveDate) -> Option<&'a Arc<Reminder>> {
        let answered_at = self.updates(innovation.id).map(|one| one.entry.at).max();
        let asked = self.reminders(innovation.id).filter(|one| one.on <= today);
        let open = asked.filter(|one| answered_at.is_none_or(|at| one.entry.at > at));
        open.max_by_key(|one| (one.entry.at, one.id))
    }

    /// Once a day, and only what is due.
    pub fn ask_for_update(
        self,
        id: ReminderId,
        innovation: InnovationId,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.innovation(innovation)?;
        self.must(Act::AskForUpdate, Some(innovation))?;
        let expected = self.expected_update(innovation, today).filter(|one| one.owed.due_on <= today);
        let expected = expected.ok_or(Refusal::Impossible(Impossible::NothingOwed))?;
        if expected.reminder.is_some_and(|one| one.on == today) {
            return Err(Refusal::Impossible(Impossible::AskedToday));
        }
        let of = expected.owed.by.ok_or(Refusal::Impossible(Impossible::NothingOwed))?;
        Ok(Decision::add(Reminder { id, entry: Entry::default(), innovation: innovation.id, of, on: today }))
    }

    /// For everything that is late and was not asked for today; `new_id` names each reminder.
    pub fn ask_for_all_updates(
        self,
        mut new_id: impl FnMut() -> ReminderId,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.must(Act::AskForUpdate, None)?;
        let late = self.expected_updates(today).into_iter().filter(|one| one.is_late() && one.may_be_asked_for(today));
        let decision = late.fold(Decision::default(), |all, one| {
            let Some(of) = one.owed.by else { return all };
            let (id, innovation) = (new_id(), one.innovation.id);
            all.and_add(Reminder { id, entry: Entry::default(), innovation, of, on: today })
        });
        if decision.edits.is_empty() { Err(Refusal::Impossible(Impossible::NothingOwed)) } else { Ok(decision) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use crate::{Confidence, Place, update::post::tests::posted};
    use uuid::Uuid;

    const ASKED: ReminderId = ReminderId(Uuid::from_u128(40));

    #[test]
    fn a_reminder_waits_for_whoever_owes_the_update_until_it_is_posted() {
        let asked = after(&portfolio(), MANAGER, |seen| seen.ask_for_update(ASKED, LAMPS, today()));
        as_person(&asked, LEAD, |seen| {
            let found = seen.expected_updates(today());
            assert_eq!((found.len(), found[0].owed.late, found[0].is_late()), (1, 309, true));
            let reminder = found[0].reminder.expect("waits");
            assert_eq!((reminder.of, reminder.on, reminder.entry.by), (place(LEAD), today(), MANAGER));
            assert_eq!(seen.my_work(today()).updates[0].what.reminder, Some(reminder));
        });
        let answered = posted(&asked, "2026-11-24", Confidence::OnTrack);
        as_person(&answered, LEAD, |seen| assert_eq!(seen.waiting_reminder(&innovation(), today()), None));
    }

    #[test]
    fn it_is_asked_once_a_day_and_only_for_what_is_due() {
        let asked = after(&portfolio(), EXECUTIVE, |seen| seen.ask_for_update(ASKED, LAMPS, today()));
        let again = |on| as_person(&asked, MANAGER, |seen| seen.ask_for_update(ASKED, LAMPS, on));
        assert_eq!(again(today()), Err(Refusal::Impossible(Impossible::AskedToday)));
        assert!(again(day("2026-11-25")).is_ok());
        let all = |portfolio: &crate::Portfolio| {
            as_person(portfolio, MANAGER, |seen| seen.ask_for_all_updates(|| ASKED, today()).map(|one| one.edits.len()))
        };
        assert_eq!((all(&portfolio()), all(&asked)), (Ok(1), Err(Refusal::Impossible(Impossible::NothingOwed))));
        let fresh = posted(&portfolio(), "2026-11-20", Confidence::OnTrack);
        let early = as_person(&fresh, MANAGER, |seen| seen.ask_for_update(ASKED, LAMPS, today()));
        assert_eq!(early, Err(Refusal::Impossible(Impossible::NothingOwed)));
        let paused = entered(LAMPS, 2, Place::Stage(0), Place::Paused, day("2026-11-20"));
        as_person(&applied(&portfolio(), Decision::add(paused)), MANAGER, |seen| {
            assert_eq!(seen.expected_updates(today()), []);
        });
    }

    #[test]
    fn programme_managers_and_executives_ask() {
        for person in [LEAD, ADMINISTRATOR] {
            let refused = as_person(&portfolio(), person, |seen| seen.ask_for_update(ASKED, LAMPS, today()));
            assert_eq!(refused, Err(Refusal::NotAllowed(Act::AskForUpdate)));
        }
        let hidden = as_person(&portfolio(), VIEWER, |seen| seen.ask_for_update(ASKED, LAMPS, today()));
        assert_eq!(hidden, Err(Refusal::NotFound));
    }
}
