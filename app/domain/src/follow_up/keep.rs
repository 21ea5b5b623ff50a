//! Promising, changing and keeping.
use super::{FollowUp, Source};
use crate::{
    Act, Decision, Entry, FollowUpId, Impossible, Innovation, InnovationId, Line, MembershipId, Problem, Prose, Reason,
    Refusal, Rule, Seen, Version, seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct FollowUpInput {
    pub text: Line,
    pub owner: MembershipId,
    pub due_on: NaiveDate,
    pub note: Option<Prose>,
    /// Of a meeting: what it is about. Of a decision it is what the decision is about.
    pub innovation: Option<InnovationId>,
}

impl<'a> Seen<'a> {
    /// Whoever may record the meeting or the decision may also write down what was promised there. A meeting that was
    /// long ago may have promised something for a day that has passed.
    pub fn add_follow_up(self, id: FollowUpId, from: Source, input: FollowUpInput) -> Result<Decision, Refusal> {
        let innovation = self.subject(from, input.innovation)?;
        self.must_keep(from, innovation)?;
        Refusal::unless_sound(self.follow_up_problems(from, &input))?;
        let FollowUpInput { text, owner, due_on, note, .. } = input;
        let innovation = innovation.map(|one| one.id);
        let entry = Entry::default();
        Ok(Decision::add(FollowUp { id, entry, from, innovation, text, owner, due_on, done_on: None, note }))
    }

    /// One that is done stays as it was.
    pub fn edit_follow_up(self, id: FollowUpId, input: FollowUpInput, seen: Version) -> Result<Decision, Refusal> {
        let before = self.follow_up(id)?;
        self.must_keep(before.from, self.subject(before.from, before.innovation)?)?;
        let innovation = self.subject(before.from, input.innovation)?.map(|one| one.id);
        Refusal::unless_seen(seen, before)?;
        if !before.is_open() {
            return Err(Refusal::Impossible(Impossible::FollowUpDone));
        }
        Refusal::unless_sound(self.follow_up_problems(before.from, &input))?;
        let FollowUpInput { text, owner, due_on, note, .. } = input;
        Ok(Decision::change(before, FollowUp { innovation, text, owner, due_on, note, ..(**before).clone() }))
    }

    /// Hidden with a reason; the history keeps it.
    pub fn remove_follow_up(self, id: FollowUpId, reason: Reason, seen: Version) -> Result<Decision, Refusal> {
        let before = self.follow_up(id)?;
        self.must_keep(before.from, self.subject(before.from, before.innovation)?)?;
        Refusal::unless_seen(seen, before)?;
        Ok(Decision::remove(before).because(Some(reason)))
    }

    /// By its owner, or by who may change it; on the day it was really done.
    pub fn finish_follow_up(
        self,
        id: FollowUpId,
        done_on: NaiveDate,
        note: Option<Prose>,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.follow_up(id)?;
        if !self.may_finish(before) {
            return Err(Refusal::NotAllowed(Act::EditFollowUps));
        }
        Refusal::unless_seen(seen, before)?;
        if !before.is_open() {
            return Err(Refusal::Impossible(Impossible::FollowUpDone));
        }
        let mut problems: Vec<_> = plausible("done_on", done_on).into_iter().collect();
        if done_on > today {
            problems.push(Problem::new("done_on", Rule::After(today)));
        }
        Refusal::unless_sound(problems)?;
        let note = note.or_else(|| before.note.clone());
        Ok(Decision::change(before, FollowUp { done_on: Some(done_on), note, ..(**before).clone() }))
    }

    /// Those that may be read, by the day they are due.
    #[must_use]
    pub fn follow_ups(self) -> Vec<&'a Arc<FollowUp>> {
        let all = self.portfolio.shelves.follow_ups.values();
        let mut found: Vec<_> = all.filter(|one| self.may_read_follow_up(one)).collect();
        found.sort_by_key(|one| (one.due_on, one.id));
        found
    }

    #[must_use]
    pub fn follow_ups_from(self, source: Source) -> Vec<&'a Arc<FollowUp>> {
        let mut found = self.follow_ups();
        found.retain(|one| one.from == source);
        found
    }

    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn follow_up(self, id: FollowUpId) -> Result<&'a Arc<FollowUp>, Refusal> {
        let found = self.portfolio.shelves.follow_ups.get(&id);
        found.filter(|one| self.may_read_follow_up(one)).ok_or(Refusal::NotFound)
    }

    /// Whether the actor may write down what was promised there.
    #[must_use]
    pub fn may_keep_follow_ups(self, from: Source, innovation: Option<InnovationId>) -> bool {
        self.subject(from, innovation).is_ok_and(|innovation| self.must_keep(from, innovation).is_ok())
    }

    #[must_use]
    pub fn may_finish(self, follow_up: &FollowUp) -> bool {
        self.is_me(follow_up.owner) || self.may_keep_follow_ups(follow_up.from, follow_up.innovation)
    }

    /// The owner reads it wherever it comes from; others where they may read what it comes from.
    fn may_read_follow_up(self, one: &FollowUp) -> bool {
        self.reads_inside() && (self.subject(one.from, one.innovation).is_ok() || self.is_me(one.owner))
    }

    pub(crate) fn subject(
        self,
        from: Source,
        innovation: Option<InnovationId>,
    ) -> Result<Option<&'a Innovation>, Refusal> {
        let of_source = match from {
            Source::Meeting(id) => self.meeting(id)?.innovation,
            Source::Decision(id) => self.decision(id)?.innovation,
        };
        of_source.or(innovation).map(|id| self.innovation(id).map(|one| &**one)).transpose()
    }

    fn must_keep(self, from: Source, innovation: Option<&Innovation>) -> Result<(), Refusal> {
        let records = match from {
            Source::Meeting(id) => self.meeting(id).is_ok_and(|one| self.may_record_meeting(one)),
            Source::Decision(_) => self.may(Act::RecordDecision, innovation),
        };
        if records { Ok(()) } else { self.must(Act::EditFollowUps, innovation) }
    }

    fn follow_up_problems(self, from: Source, input: &FollowUpInput) -> Vec<Problem> {
        let mut problems = self.unknown_people([("owner", Some(input.owner))]);
        problems.extend(plausible("due_on", input.due_on));
        let made_on = match from {
            Source::Meeting(id) => self.meeting(id).ok().map(|one| one.held_on),
            Source::Decision(id) => self.decision(id).ok().and_then(|one| one.decided_on.or(one.asked_on)),
        };
        if let Some(made_on) = made_on.filter(|made_on| input.due_on < *made_on) {
            problems.push(Problem::new("due_on", Rule::Before(made_on)));
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PersonId, Portfolio, testing::*};

    fn input(due_on: &str) -> FollowUpInput {
        FollowUpInput {
            text: text("Tell the ward councillors"),
            owner: place(LEAD),
            due_on: day(due_on),
            note: None,
            innovation: None,
        }
    }

    fn add(person: PersonId, input: FollowUpInput) -> Result<Decision, Refusal> {
        let board = applied(&portfolio(), Decision::add(meeting()));
        as_person(&board, person, |seen| seen.add_follow_up(follow_up().id, Source::Meeting(meeting().id), input))
    }

    fn promised() -> Portfolio {
        applied(&portfolio(), Decision::add(meeting()).and_add(follow_up()))
    }

    #[test]
    fn who_records_the_meeting_writes_down_what_was_promised() {
        assert!(add(MANAGER, input("2026-12-01")).is_ok() && add(EXECUTIVE, input("2026-12-01")).is_ok());
        assert_eq!(add(LEAD, input("2026-12-01")), Err(Refusal::NotAllowed(Act::EditFollowUps)));
        assert!(add(LEAD, FollowUpInput { innovation: Some(LAMPS), ..input("2026-12-01") }).is_ok(), "of their own");
        assert_eq!(add(VIEWER, input("2026-12-01")), Err(Refusal::NotFound));
        let refused = Refusal::invalid("due_on", Rule::Before(day("2026-11-10")));
        assert_eq!(add(MANAGER, input("2026-11-09")), Err(refused));
    }

    #[test]
    fn its_owner_finishes_it_once_and_not_in_the_future() {
        let before = promised();
        let finish = |portfolio: &Portfolio, person, done_on: &str, version| {
            as_person(portfolio, person, |seen| {
                seen.finish_follow_up(follow_up().id, day(done_on), None, Version(version), today())
            })
        };
        assert_eq!(finish(&before, ADMINISTRATOR, "2026-11-24", 1), Err(Refusal::NotAllowed(Act::EditFollowUps)));
        let early = Refusal::invalid("done_on", Rule::After(today()));
        assert_eq!(finish(&before, LEAD, "2026-11-25", 1), Err(early));
        let done = applied(&before, finish(&before, LEAD, "2026-11-20", 1).expect("the owner may"));
        let again = finish(&done, LEAD, "2026-11-24", 2);
        assert_eq!(again, Err(Refusal::Impossible(Impossible::FollowUpDone)));
    }

    #[test]
    fn it_is_put_off_by_who_read_it_last() {
        let before = promised();
        let edit = |version| {
            as_person(&before, MANAGER, |seen| {
                seen.edit_follow_up(follow_up().id, input("2027-01-15"), Version(version))
            })
        };
        assert!(matches!(edit(3), Err(Refusal::Outdated { .. })));
        let after = applied(&before, edit(1).expect("allowed"));
        as_person(&after, LEAD, |seen| assert_eq!(seen.follow_ups()[0].due_on, day("2027-01-15")));
        as_person(&after, VIEWER, |seen| assert!(seen.follow_ups().is_empty()));
    }
}
