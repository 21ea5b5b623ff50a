//! One innovation: what it is, who serves it, and how it moved.
use crate::{
    deed::{Deeds, id, said, words},
    measure::Measured,
    money::Money,
    organisation::{Organisation, council},
    people::Who,
    plan::Point,
    report::Reporting,
    risk::Hazard,
};
use chrono::NaiveDate;
use domain::{
    ConditionInput, Decided, Decision, GateAnswer, InnovationId, InnovationInput, MeasureOf, MoveInput, PauseInput,
    Place, Refusal, Seen, StageMoveId, StartInput, StopInput, StopReason, TrackingMethod, Visibility, Why, YesNo,
};

/// Days are days ago; to come is negative.
pub(crate) struct Row {
    pub code: &'static str,
    pub title: &'static str,
    pub summary: &'static str,
    /// Problem, if nothing is done, difference, ask; empty where nothing was said.
    pub why: [&'static str; 4],
    /// Counts from 1.
    pub area: usize,
    pub is_priority: bool,
    pub tracking: TrackingMethod,
    /// At the beginning.
    pub lead: Who,
    pub sponsor: Who,
    pub political: Who,
    pub visible_to: Visibility,
    pub service: &'static str,
    pub characteristics: &'static [&'static str],
    /// The day it came into its first stage.
    pub entered: i64,
    pub moves: &'static [Move],
    pub edits: &'static [Edit],
    pub plan: &'static [Point],
    pub reporting: Reporting,
    pub risks: &'static [Hazard],
    pub money: &'static [Money],
    pub measures: &'static [Measured],
}

#[derive(Clone, Copy)]
pub(crate) struct Move {
    pub ago: i64,
    pub by: Who,
    pub decided_by: Who,
    pub step: Step,
    /// Questions answered partly, each with a note; all others are answered yes.
    pub partly: &'static [(&'static str, &'static str)],
    pub conditions: &'static [Condition],
    /// Why it went on although the record did not show all that was answered yes; empty where it did.
    pub against: &'static str,
}

#[derive(Clone, Copy)]
pub(crate) enum Step {
    To(Place),
    Pause { review: i64, reason: &'static str },
    Stop { reason: StopReason, lesson: &'static str, told: &'static str },
}

#[derive(Clone, Copy)]
pub(crate) struct Condition {
    pub text: &'static str,
    pub owner: Who,
    pub due: i64,
    pub met: Option<i64>,
}

pub(crate) enum Edit {
    /// Somebody else leads from a day on; what was handed over, if anything was written down.
    Lead { ago: i64, to: Who, note: &'static str },
    /// What will be different was told anew.
    Difference { ago: i64, text: &'static str },
    /// Screened for equality and for data protection.
    Assessed { ago: i64 },
    /// Only these member councils take part.
    Councils { ago: i64, of: &'static [&'static str] },
}

/// Into a stage, the first being 0, recorded by one person and decided by another.
pub(crate) const fn to(stage: u8, ago: i64, by: Who, decided_by: Who) -> Move {
    Move { ago, by, decided_by, step: Step::To(Place::Stage(stage)), partly: &[], conditions: &[], against: "" }
}

impl Row {
    pub fn id(&self) -> InnovationId {
        InnovationId(id(&format!("innovation {}", self.code)))
    }

    pub fn lead_on(&self, ago: i64) -> Who {
        let led = |edit: &Edit| match edit {
            Edit::Lead { ago: since, to, .. } if *since >= ago => Some(*to),
            _ => None,
        };
        self.edits.iter().rev().find_map(led).unwrap_or(self.lead)
    }

    /// Where it was, as far as its regular updates are concerned.
    pub fn place_on(&self, ago: i64) -> Place {
        let placed = |one: &Move| match one.step {
            Step::To(place) if one.ago >= ago => Some(place),
            _ => None,
        };
        self.moves.iter().rev().find_map(placed).unwrap_or(Place::Stage(0))
    }

    pub fn tell(&'static self, organisation: &'static Organisation, deeds: &mut Deeds) {
        deeds.tell(self.entered, organisation.manager, move |seen, today| self.add(organisation, seen, today));
        for edit in self.edits {
            self.edit(edit, organisation.manager, deeds);
        }
        for (index, one) in self.moves.iter().enumerate() {
            self.go(index, one, deeds);
        }
        self.fund(organisation, deeds);
        self.plan(deeds);
        self.watch(deeds);
        for measure in self.measures {
            measure.tell(self.code, MeasureOf::Innovation(self.id()), |ago| self.lead_on(ago), deeds);
        }
        self.report(deeds);
    }

    fn add(&self, organisation: &Organisation, seen: Seen<'_>, today: NaiveDate) -> Result<Decision, Refusal> {
        let [problem, if_nothing, difference, ask] = self.why.map(said);
        let input = InnovationInput {
            title: words(self.title),
            summary: said(self.summary),
            why: Why { problem, if_nothing, difference, ask, revised_on: None },
            priority_area: Some(organisation.area(self.area)),
            is_priority: self.is_priority,
            tracking: self.tracking,
            lead: Some(self.lead.place()),
            sponsor: Some(self.sponsor.place()),
            political_sponsor: Some(self.political.place()),
            team: Vec::new(),
            councils: organisation.councils.iter().map(|name| council(name)).collect(),
            service: said(self.service),
            characteristics: self.characteristics.iter().map(|one| words(one)).collect(),
            equality_assessed_on: None,
            data_protection_assessed_on: None,
            internal_only: false,
            visible_to: self.visible_to,
            links: Vec::new(),
            handover_note: None,
        };
        let start = StartInput { stage: Place::Stage(0), on: today, restarts: None };
        seen.add_innovation(self.id(), self.move_id(0), input, start, today)
    }

    fn edit(&'static self, edit: &'static Edit, manager: Who, deeds: &mut Deeds) {
        let ago = match edit {
            Edit::Lead { ago, .. }
            | Edit::Difference { ago, .. }
            | Edit::Assessed { ago }
            | Edit::Councils { ago, .. } => *ago,
        };
        deeds.tell(ago, manager, move |seen, today| {
            let before = seen.innovation(self.id())?;
            let mut input = InnovationInput::of(before, today);
            match edit {
                Edit::Lead { to, note, .. } => {
                    input.lead = Some(to.place());
                    input.handover_note = said(note);
                }
                Edit::Difference { text, .. } => input.why.difference = said(text),
                Edit::Councils { of, .. } => input.councils = of.iter().map(|name| council(name)).collect(),
                Edit::Assessed { .. } => {
                    input.equality_assessed_on = Some(today);
                    input.data_protection_assessed_on = Some(today);
                }
            }
            seen.edit_innovation(self.id(), input, before.entry.version, today)
        });
    }

    fn go(&'static self, index: usize, one: &'static Move, deeds: &mut Deeds) {
        let review_on = match one.step {
            Step::Pause { review, .. } => deeds.day(review),
            _ => deeds.day(0),
        };
        let due: Vec<_> = one.conditions.iter().map(|condition| deeds.day(condition.due)).collect();
        deeds.tell(one.ago, one.by, move |seen, today| {
            let name = self.move_id(index + 1);
            let decided = self.decided(one, seen, today);
            match one.step {
                Step::To(place) => {
                    let input = self.move_input(one, place, &due, decided, seen, today)?;
                    seen.move_innovation(name, self.id(), input, today)
                }
                Step::Pause { reason, .. } => {
                    let input = PauseInput { reason: words(reason), review_on, decided };
                    seen.pause_innovation(name, self.id(), input, today)
                }
                Step::Stop { reason, lesson, told } => {
                    let (lesson, told) = (words(lesson), words(told));
                    let input = StopInput { reason, lesson, told, merged_into: None, handed_to: None, decided };
                    seen.stop_innovation(name, self.id(), input, today)
                }
            }
        });
        self.meet(one, deeds);
    }

    fn meet(&'static self, one: &'static Move, deeds: &mut Deeds) {
        for (number, ago) in one.conditions.iter().enumerate().filter_map(|(number, one)| Some((number, one.met?))) {
            deeds.tell(ago, self.lead_on(ago), move |seen, today| {
                let made = seen.stage_moves(self.id()).rfind(|made| !made.conditions.is_empty());
                let made = made.ok_or(Refusal::NotFound)?;
                seen.meet_condition(self.id(), made.ordinal, number, today, made.entry.version, today)
            });
        }
    }

    fn decided(&self, one: &Move, seen: Seen<'_>, today: NaiveDate) -> Decided {
        let moves_seen = seen.stage_moves(self.id()).next_back().map_or(0, |last| last.ordinal);
        Decided { on: today, by: Some(one.decided_by.place()), links: Vec::new(), moves_seen }
    }

    fn move_input(
        &self,
        one: &Move,
        place: Place,
        due: &[NaiveDate],
        decided: Decided,
        seen: Seen<'_>,
        today: NaiveDate,
    ) -> Result<MoveInput, Refusal> {
        let needs = seen.move_needs(seen.innovation(self.id())?, place, today)?;
        let answer = |key: &str| {
            let note = one.partly.iter().find(|(partly, _)| *partly == key).map(|(_, note)| words(note));
            let answer = if note.is_some() { YesNo::Partly } else { YesNo::Yes };
            GateAnswer { question: words(key), answer, note }
        };
        let conditions = one.conditions.iter().zip(due).map(|(condition, due_on)| ConditionInput {
            text: words(condition.text),
            owner: condition.owner.place(),
            due_on: *due_on,
        });
        Ok(MoveInput {
            to: place,
            answers: needs.questions.iter().map(|question| answer(question.key)).collect(),
            conditions: conditions.collect(),
            reason: None,
            override_reason: said(one.against),
            decided,
        })
    }

    fn move_id(&self, index: usize) -> StageMoveId {
        StageMoveId(id(&format!("move {} {index}", self.code)))
    }
}
