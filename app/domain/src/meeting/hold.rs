//! Planning and recording meetings.
use super::{AgendaItem, Meeting, MeetingKind};
use crate::{
    Act, Decision, Entry, FormalDecision, Impossible, Innovation, InnovationId, Line, MeetingId, MembershipId, Name,
    Problem, Prose, Reason, Refusal, Rule, Seen, Source, TakenBy, Version, WebAddress, seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// What somebody says of a meeting, planned or held.
#[derive(Clone, Debug)]
pub struct MeetingInput {
    pub body: Name,
    pub kind: MeetingKind,
    /// The innovation whose team meets; who may record only their own team's must name it.
    pub innovation: Option<InnovationId>,
    pub held_on: NaiveDate,
    pub chair: Option<MembershipId>,
    pub attendees: Vec<MembershipId>,
    pub others: Option<Line>,
    pub agenda: Vec<AgendaItem>,
    pub pack: Option<WebAddress>,
    pub notes: Option<Prose>,
}

impl<'a> Seen<'a> {
    /// A day to come plans it.
    pub fn add_meeting(self, id: MeetingId, input: MeetingInput) -> Result<Decision, Refusal> {
        let about = self.team_of(input.innovation)?;
        self.must(Act::RecordMeeting, about)?;
        Refusal::unless_sound(self.meeting_problems(&input))?;
        Ok(Decision::add(input.meeting(id, Entry::default())))
    }

    pub fn edit_meeting(self, id: MeetingId, input: MeetingInput, seen: Version) -> Result<Decision, Refusal> {
        let before = self.meeting(id)?;
        self.must(Act::RecordMeeting, self.team_of(before.innovation)?)?;
        self.must(Act::RecordMeeting, self.team_of(input.innovation)?)?;
        Refusal::unless_seen(seen, before)?;
        Refusal::unless_sound(self.meeting_problems(&input))?;
        Ok(Decision::change(before, input.meeting(id, before.entry)))
    }

    /// Hidden with a reason, with what was promised there; what it was to decide waits for another meeting. The history
    /// keeps it all.
    ///
    /// # Errors
    /// `MeetingDecided` where a decision was taken at it.
    pub fn remove_meeting(self, id: MeetingId, reason: Reason, seen: Version) -> Result<Decision, Refusal> {
        let before = self.meeting(id)?;
        self.must(Act::RecordMeeting, self.team_of(before.innovation)?)?;
        Refusal::unless_seen(seen, before)?;
        let shelves = &self.portfolio.shelves;
        let decided = |one: &FormalDecision| one.taken_by == Some(TakenBy::Meeting(id));
        if shelves.decisions.values().any(|one| decided(one)) {
            return Err(Refusal::Impossible(Impossible::MeetingDecided));
        }
        let promised = shelves.follow_ups.values().filter(|one| one.from == Source::Meeting(id));
        let gone = promised.fold(Decision::remove(before), |all, one| all.and(Decision::remove(one)));
        let planned = shelves.decisions.values().filter(|one| one.planned_for == Some(id));
        let free = |one: &FormalDecision| FormalDecision { planned_for: None, ..one.clone() };
        Ok(planned.fold(gone, |all, one| all.and_change(one, free(one))).because(Some(reason)))
    }

    /// Meetings that may be read, the latest day first. A guest reads none: notes are for people of the organisation.
    #[must_use]
    pub fn meetings(self) -> Vec<&'a Arc<Meeting>> {
        let mut meetings: Vec<_> =
            self.portfolio.shelves.meetings.values().filter(|one| self.may_read_meeting(one)).collect();
        meetings.sort_by_key(|one| std::cmp::Reverse((one.held_on, one.id)));
        meetings
    }

    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn meeting(self, id: MeetingId) -> Result<&'a Arc<Meeting>, Refusal> {
        let found = self.portfolio.shelves.meetings.get(&id);
        found.filter(|one| self.may_read_meeting(one)).ok_or(Refusal::NotFound)
    }

    /// The last meeting of the same body before this one.
    #[must_use]
    pub fn meeting_before(self, meeting: &Meeting) -> Option<&'a Arc<Meeting>> {
        let same = |one: &&'a Arc<Meeting>| one.body == meeting.body && one.innovation == meeting.innovation;
        self.meetings().into_iter().filter(same).find(|one| (one.held_on, one.id) < (meeting.held_on, meeting.id))
    }

    /// When the team of an innovation looked back at how it works, the latest first.
    #[must_use]
    pub fn retrospectives(self, innovation: InnovationId) -> Vec<&'a Arc<Meeting>> {
        let mut found = self.meetings();
        found.retain(|one| one.innovation == Some(innovation) && one.kind == MeetingKind::Retrospective);
        found
    }

    #[must_use]
    pub fn may_record_meeting(self, meeting: &Meeting) -> bool {
        self.team_of(meeting.innovation).is_ok_and(|about| self.may(Act::RecordMeeting, about))
    }

    fn may_read_meeting(self, meeting: &Meeting) -> bool {
        self.reads_inside() && self.team_of(meeting.innovation).is_ok()
    }

    fn team_of(self, innovation: Option<InnovationId>) -> Result<Option<&'a Innovation>, Refusal> {
        innovation.map(|id| self.innovation(id).map(|one| &**one)).transpose()
    }

    fn meeting_problems(self, input: &MeetingInput) -> Vec<Problem> {
        let mut problems = self.unknown_people([("chair", input.chair)]);
        if input.attendees.iter().any(|one| self.membership(*one).is_none()) {
            problems.push(Problem::new("attendees", Rule::Choose));
        }
        if input.agenda.iter().filter_map(|one| one.innovation).any(|one| self.innovation(one).is_err()) {
            problems.push(Problem::new("agenda", Rule::Choose));
        }
        problems.extend(plausible("held_on", input.held_on));
        problems
    }
}

impl MeetingInput {
    fn meeting(self, id: MeetingId, entry: Entry) -> Meeting {
        let Self { body, kind, innovation, held_on, chair, attendees, others, agenda, pack, notes } = self;
        Meeting { id, entry, body, kind, innovation, held_on, chair, attendees, others, agenda, pack, notes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PersonId, Portfolio, testing::*};
    use uuid::Uuid;

    fn input(innovation: Option<InnovationId>) -> MeetingInput {
        MeetingInput {
            body: text("Transformation Board"),
            kind: MeetingKind::Board,
            innovation,
            held_on: day("2026-11-10"),
            chair: Some(place(EXECUTIVE)),
            attendees: vec![place(LEAD)],
            others: None,
            agenda: vec![],
            pack: None,
            notes: None,
        }
    }

    fn add(person: PersonId, input: MeetingInput) -> Result<Decision, Refusal> {
        as_person(&portfolio(), person, |seen| seen.add_meeting(meeting().id, input))
    }

    fn with(meetings: Vec<Meeting>) -> Portfolio {
        applied(&portfolio(), meetings.into_iter().fold(Decision::default(), Decision::and_add))
    }

    #[test]
    fn a_team_records_its_own_meetings_and_no_boards() {
        assert!(add(MANAGER, input(None)).is_ok() && add(EXECUTIVE, input(None)).is_ok());
        assert!(add(LEAD, input(Some(LAMPS))).is_ok());
        assert_eq!(add(LEAD, input(None)), Err(Refusal::NotAllowed(Act::RecordMeeting)));
        assert_eq!(add(ADMINISTRATOR, input(None)), Err(Refusal::NotAllowed(Act::RecordMeeting)));
    }

    #[test]
    fn only_people_of_the_organisation_read_meetings() {
        let board = with(vec![meeting()]);
        for (person, read) in [(ADMINISTRATOR, 1), (LEAD, 1), (VIEWER, 0)] {
            assert_eq!(as_person(&board, person, |seen| seen.meetings().len()), read, "{person}");
        }
        assert_eq!(as_person(&board, VIEWER, |seen| seen.meeting(meeting().id).err()), Some(Refusal::NotFound));
    }

    #[test]
    fn strangers_neither_chair_nor_attend() {
        let stranger = MembershipId(Uuid::from_u128(9));
        let chair = MeetingInput { chair: Some(stranger), ..input(None) };
        assert_eq!(add(MANAGER, chair), Err(Refusal::invalid("chair", Rule::Choose)));
        let attends = MeetingInput { attendees: vec![place(LEAD), stranger], ..input(None) };
        assert_eq!(add(MANAGER, attends), Err(Refusal::invalid("attendees", Rule::Choose)));
    }

    #[test]
    fn a_meeting_follows_the_last_one_of_the_same_body() {
        let one = |id: u128, body: &str, on: &str| Meeting {
            id: MeetingId(Uuid::from_u128(id)),
            body: text(body),
            held_on: day(on),
            ..meeting()
        };
        let all =
            with(vec![one(1, "Board", "2026-09-01"), one(2, "Board", "2026-10-01"), one(3, "Cabinet", "2026-10-20")]);
        as_person(&all, MANAGER, |seen| {
            let before = seen.meeting_before(&one(4, "Board", "2026-12-01")).map(|one| one.held_on);
            assert_eq!(before, Some(day("2026-10-01")));
            assert!(seen.meeting_before(&one(1, "Board", "2026-09-01")).is_none());
        });
    }

    #[test]
    fn a_meeting_goes_with_its_promises_unless_something_was_decided_there() {
        let remove = |portfolio: &Portfolio, person| {
            as_person(portfolio, person, |seen| {
                seen.remove_meeting(meeting().id, text("Entered twice"), Version::FIRST)
            })
        };
        let waits = FormalDecision { planned_for: Some(meeting().id), ..asked() };
        let board = applied(&with(vec![meeting()]), Decision::add(follow_up()).and_add(waits));
        assert_eq!(remove(&board, LEAD), Err(Refusal::NotAllowed(Act::RecordMeeting)));
        let gone = applied(&board, remove(&board, MANAGER).expect("allowed"));
        as_person(&gone, MANAGER, |seen| {
            assert_eq!((seen.meetings().len(), seen.follow_ups().len()), (0, 0));
            assert_eq!(seen.decisions().next().map(|one| one.planned_for), Some(None));
        });
        let taken = FormalDecision { taken_by: Some(TakenBy::Meeting(meeting().id)), ..decided("2026-11-10") };
        let board = applied(&with(vec![meeting()]), Decision::add(taken));
        assert_eq!(remove(&board, MANAGER), Err(Refusal::Impossible(Impossible::MeetingDecided)));
    }

    #[test]
    fn whoever_read_an_older_version_is_shown_the_newer_one() {
        let board = with(vec![meeting()]);
        let edit =
            |version| as_person(&board, MANAGER, |seen| seen.edit_meeting(meeting().id, input(None), Version(version)));
        assert!(matches!(edit(4), Err(Refusal::Outdated { .. })));
        assert!(edit(1).is_ok());
    }
}
