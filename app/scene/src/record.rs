//! Meetings, what they and single people decided, and what was promised.
use crate::{
    deed::{Deeds, id, said, words},
    organisation::{Organisation, council},
    partner::partner,
    people::Who,
};
use domain::{
    DecisionInput, DecisionOutcome, FollowUpId, FollowUpInput, FormalDecisionId, FormalDecisionKind, InnovationId,
    MeetingId, MeetingInput, MeetingKind, Pence, Refusal, Source, TakenInput,
};

/// Days ago; to come is negative.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meets {
    pub body: &'static str,
    pub kind: MeetingKind,
    pub ago: i64,
    /// The code of the innovation whose team meets; empty for a body of the organisation.
    pub team: &'static str,
    pub chair: Who,
    pub attendees: &'static [Who],
    pub others: &'static str,
    pub notes: &'static str,
    pub promises: &'static [Promise],
}

/// Who promised what at a meeting, by when, and when it was done.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Promise {
    pub text: &'static str,
    pub owner: Who,
    pub due: i64,
    pub done: Option<i64>,
}

/// Who decided.
#[derive(Clone, Copy, Debug)]
pub(crate) enum By {
    /// The meeting of so many days ago.
    Meeting(i64),
    /// In person and recorded by themselves, on a day.
    Person(Who, i64),
}

/// A question and its answer for each council; outside partnerships there is one, without a council.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decides {
    pub code: &'static str,
    pub what: &'static str,
    pub kind: FormalDecisionKind,
    pub asked: i64,
    pub effect: Option<i64>,
    /// The day of the meeting that is to take what is open.
    pub planned_for: Option<i64>,
    pub outcome: DecisionOutcome,
    pub reason: &'static str,
    /// Names of partners of the innovation who took it with us.
    pub with: &'static [&'static str],
    /// None: open.
    pub parts: &'static [(Option<&'static str>, Option<By>)],
}

pub(crate) const fn promise(text: &'static str, owner: Who, due: i64, done: Option<i64>) -> Promise {
    Promise { text, owner, due, done }
}

pub(crate) const fn decides(
    code: &'static str,
    what: &'static str,
    kind: FormalDecisionKind,
    asked: i64,
    parts: &'static [(Option<&'static str>, Option<By>)],
    reason: &'static str,
) -> Decides {
    let outcome = DecisionOutcome::Agreed;
    Decides { code, what, kind, asked, effect: None, planned_for: None, outcome, reason, with: &[], parts }
}

impl Organisation {
    fn meeting(&self, ago: i64) -> MeetingId {
        MeetingId(id(&format!("meeting {} {ago}", self.code)))
    }

    pub fn meet(&'static self, meetings: &'static [Meets], deeds: &mut Deeds) {
        for one in meetings {
            let held_on = deeds.day(one.ago);
            // What is to come was planned three weeks ago, what was held is entered on its day.
            let ago = if one.ago < 0 { 21 } else { one.ago };
            deeds.tell(ago, self.manager, move |seen, _| {
                let input = MeetingInput {
                    body: words(one.body),
                    kind: one.kind,
                    innovation: (!one.team.is_empty()).then(|| InnovationId(id(&format!("innovation {}", one.team)))),
                    held_on,
                    chair: Some(one.chair.place()),
                    attendees: one.attendees.iter().map(Who::place).collect(),
                    others: said(one.others),
                    agenda: vec![],
                    pack: None,
                    notes: said(one.notes),
                };
                seen.add_meeting(self.meeting(one.ago), input)
            });
            for (index, promise) in one.promises.iter().enumerate() {
                self.promise(one, index, promise, deeds);
            }
        }
    }

    fn promise(&'static self, meeting: &'static Meets, index: usize, promise: &'static Promise, deeds: &mut Deeds) {
        let name = FollowUpId(id(&format!("follow-up {} {} {index}", self.code, meeting.ago)));
        let due_on = deeds.day(promise.due);
        deeds.tell(meeting.ago, self.manager, move |seen, _| {
            let (text, owner) = (words(promise.text), promise.owner.place());
            let input = FollowUpInput { text, owner, due_on, note: None, innovation: None };
            seen.add_follow_up(name, Source::Meeting(self.meeting(meeting.ago)), input)
        });
        if let Some(done) = promise.done {
            deeds.tell(done, promise.owner, move |seen, today| {
                let version = seen.follow_up(name)?.entry.version;
                seen.finish_follow_up(name, today, None, version, today)
            });
        }
    }

    pub fn decide(&'static self, decisions: &'static [Decides], deeds: &mut Deeds) {
        for (index, one) in decisions.iter().enumerate() {
            self.ask(index, one, deeds);
            for (council, by) in one.parts.iter().copied() {
                if let Some(by) = by {
                    self.answer(index, one, council, by, deeds);
                }
            }
        }
    }

    fn decision(&self, index: usize) -> FormalDecisionId {
        FormalDecisionId(id(&format!("decision {} {index}", self.code)))
    }

    fn ask(&'static self, index: usize, one: &'static Decides, deeds: &mut Deeds) {
        deeds.tell(one.asked, self.manager, move |seen, today| {
            let input = DecisionInput {
                innovation: Some(InnovationId(id(&format!("innovation {}", one.code)))),
                risk: None,
                priority_area: None,
                ask: None,
                what: words(one.what),
                kind: one.kind,
                asked_on: Some(today),
                councils: one.parts.iter().filter_map(|(name, _)| name.map(council)).collect(),
                effect: one.effect.map(|pounds| Pence(pounds * 100)),
                key_decision: false,
                published_on: None,
                planned_for: None,
                replaces: None,
            };
            seen.add_decision(self.decision(index), input, None, today)
        });
        let Some(planned_for) = one.planned_for else { return };
        deeds.tell(20, self.manager, move |seen, today| {
            let matter = seen.matter_of(seen.decision(self.decision(index))?);
            let open = matter.parts.iter().rfind(|part| part.is_open()).ok_or(Refusal::NotFound)?;
            let input = DecisionInput {
                innovation: open.innovation,
                risk: None,
                priority_area: None,
                ask: None,
                what: open.what.clone(),
                kind: open.kind,
                asked_on: open.asked_on,
                councils: vec![],
                effect: open.effect,
                key_decision: open.key_decision,
                published_on: None,
                planned_for: Some(self.meeting(planned_for)),
                replaces: None,
            };
            seen.edit_decision(open.id, input, open.entry.version, today)
        });
    }

    fn answer(&'static self, index: usize, one: &'static Decides, of: Option<&'static str>, by: By, deeds: &mut Deeds) {
        let (ago, recorder) = match by {
            By::Meeting(ago) => (ago, self.manager),
            By::Person(who, ago) => (ago, who),
        };
        deeds.tell(ago, recorder, move |seen, today| {
            let matter = seen.matter_of(seen.decision(self.decision(index))?);
            let part = matter.parts.iter().find(|part| part.council == of.map(council)).ok_or(Refusal::NotFound)?;
            let (taken_by, taken_at) = match by {
                By::Meeting(ago) => (None, Some(self.meeting(ago))),
                By::Person(who, _) => (Some(who.place()), None),
            };
            let outcome = TakenInput {
                council: None,
                outcome: one.outcome,
                taken_by,
                taken_at,
                decided_on: Some(today),
                deferred_to: None,
                reason: Some(words(one.reason)),
                partners: one.with.iter().map(|name| partner(one.code, name)).collect(),
                jointly_with: None,
            };
            seen.record_outcome(part.id, &outcome, part.entry.version, today)
        });
    }
}
