//! Moving an innovation forward, through the gate of a stage, or back.
use super::{
    Condition, Decided, Direction, GateAnswer, GateCondition, GateOverride, GateQuestion, Innovation, MoveOutcome,
    StageMove, YesNo,
};
use crate::{
    Act, Decision, Impossible, InnovationId, Line, MembershipId, Place, Problem, Prose, Reason, Refusal, Rule, Seen,
    StageMoveId,
};
use chrono::NaiveDate;

#[derive(Clone, Debug)]
pub struct MoveInput {
    pub to: Place,
    pub answers: Vec<GateAnswer>,
    pub conditions: Vec<ConditionInput>,
    /// Required on going back and on skipping.
    pub reason: Option<Prose>,
    /// Required where a question is answered yes although the record does not show it.
    pub override_reason: Option<Reason>,
    pub decided: Decided,
}

#[derive(Clone, Debug)]
pub struct ConditionInput {
    pub text: Line,
    pub owner: MembershipId,
    pub due_on: NaiveDate,
}

impl ConditionInput {
    /// Fields of the rows of a form, in which problems are told: text, owner and day.
    pub const FIELDS: [[&str; 3]; 6] = [
        ["condition_1_text", "condition_1_owner", "condition_1_due_on"],
        ["condition_2_text", "condition_2_owner", "condition_2_due_on"],
        ["condition_3_text", "condition_3_owner", "condition_3_due_on"],
        ["condition_4_text", "condition_4_owner", "condition_4_due_on"],
        ["condition_5_text", "condition_5_owner", "condition_5_due_on"],
        ["condition_6_text", "condition_6_owner", "condition_6_due_on"],
    ];
}

impl Seen<'_> {
    /// Forward or back. With a must question answered no or partly it goes on only with conditions.
    pub fn move_innovation(
        self,
        id: StageMoveId,
        innovation: InnovationId,
        input: MoveInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::Move, innovation)?;
        self.unless_moved(innovation, input.decided.moves_seen)?;
        let needs = self.move_needs(innovation, input.to, today)?;
        let forward = match needs.direction {
            Direction::Forward => true,
            Direction::Back => false,
            Direction::Repeat => return Err(Refusal::Impossible(Impossible::SameStage)),
            Direction::Resume => return Err(Refusal::Impossible(Impossible::Paused)),
            Direction::Pause | Direction::Stop => return Err(Refusal::invalid("to", Rule::Choose)),
        };
        let mut problems = self.decided_problems(innovation, &input.decided, today);
        if needs.needs_reason && input.reason.is_none() {
            problems.push(Problem::new("reason", Rule::Missing));
        }
        problems.extend(gate_problems(&needs.questions, &input.answers, input.conditions.is_empty()));
        problems.extend(self.condition_problems(&input.conditions, input.decided.on));
        let contradicted = self.contradicted(innovation, &input);
        if forward && !contradicted.is_empty() && input.override_reason.is_none() {
            problems.push(Problem::new("override_reason", Rule::Missing));
        }
        Refusal::unless_sound(problems)?;
        let conditions = if forward { conditions(input.conditions) } else { Vec::new() };
        let outcome = match (forward, conditions.is_empty()) {
            (true, true) => MoveOutcome::Proceed,
            (true, false) => MoveOutcome::ProceedWithConditions,
            (false, _) => MoveOutcome::Back,
        };
        let asked = |one: &GateAnswer| needs.questions.iter().any(|question| *question.key == *one.question);
        let answers = input.answers.into_iter().filter(asked).collect();
        let reason = input.override_reason.filter(|_| forward && !contradicted.is_empty());
        let overrides = reason.map(|reason| GateOverride { conditions: contradicted, reason });
        let step = self.step(id, innovation, input.to, outcome, input.decided, today);
        Ok(Decision::add(StageMove { answers, conditions, note: input.reason, overrides, ..step }))
    }

    /// What the record does not show on the day of the move although it is answered yes.
    fn contradicted(self, innovation: &Innovation, input: &MoveInput) -> Vec<GateCondition> {
        let yes: Vec<&str> =
            input.answers.iter().filter(|one| one.answer == YesNo::Yes).map(|one| &*one.question).collect();
        let found = self.gate_findings(innovation, &yes, input.decided.on);
        found.into_iter().filter(|one| !one.holds).map(|one| one.condition).collect()
    }

    fn condition_problems(self, conditions: &[ConditionInput], on: NaiveDate) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (one, [_, owner, due_on]) in conditions.iter().zip(ConditionInput::FIELDS) {
            problems.extend(self.unknown_people([(owner, Some(one.owner))]));
            problems.extend(crate::seen::plausible(due_on, one.due_on));
            if one.due_on < on {
                problems.push(Problem::new(due_on, Rule::Before(on)));
            }
        }
        problems
    }
}

/// Every must question is answered; no or partly asks for a condition.
fn gate_problems(questions: &[&'static GateQuestion], answers: &[GateAnswer], unconditional: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut unmet = false;
    for question in questions.iter().filter(|one| one.is_must()) {
        match answers.iter().find(|one| *one.question == *question.key).map(|one| one.answer) {
            None => problems.push(Problem::new(question.key, Rule::Missing)),
            Some(answer) => unmet |= answer != YesNo::Yes,
        }
    }
    if unmet && unconditional {
        problems.push(Problem::new(ConditionInput::FIELDS[0][0], Rule::NeedsCondition));
    }
    problems
}

fn conditions(inputs: Vec<ConditionInput>) -> Vec<Condition> {
    let condition =
        |one: ConditionInput| Condition { text: one.text, owner: one.owner, due_on: one.due_on, met_on: None };
    inputs.into_iter().map(condition).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, Version, testing::*};
    use uuid::Uuid;

    const TEST: Place = Place::Stage(1);
    const PILOT: Place = Place::Stage(2);

    fn id(ordinal: u32) -> StageMoveId {
        StageMoveId(Uuid::from_u128(1000 + u128::from(ordinal)))
    }

    fn decided(moves_seen: u32) -> Decided {
        Decided { on: today(), by: None, links: vec![], moves_seen }
    }

    fn answers(to: Place, answer: YesNo) -> Vec<GateAnswer> {
        let asked = crate::gate_questions(&crate::Preset::Default.model(), Place::Idea, to);
        let musts = asked.iter().filter(|one| one.is_must());
        musts.map(|one| GateAnswer { question: text(one.key), answer, note: None }).collect()
    }

    fn to(place: Place, answer: YesNo) -> MoveInput {
        MoveInput {
            to: place,
            answers: answers(place, answer),
            conditions: vec![],
            reason: None,
            override_reason: None,
            decided: decided(1),
        }
    }

    fn last(portfolio: &Portfolio) -> StageMove {
        as_person(portfolio, MANAGER, |seen| (**seen.stage_moves(LAMPS).next_back().expect("moved")).clone())
    }

    #[test]
    fn st_9_a_must_question_answered_no_or_partly_needs_a_condition() {
        let before = portfolio();
        for answer in [YesNo::No, YesNo::Partly] {
            let refused =
                as_person(&before, LEAD, |seen| seen.move_innovation(id(2), LAMPS, to(TEST, answer), today()));
            assert_eq!(refused, Err(Refusal::invalid("condition_1_text", Rule::NeedsCondition)));
        }
        let condition =
            |owner, due_on: &str| ConditionInput { text: text("Hear the carers"), owner, due_on: day(due_on) };
        let with = |condition| {
            let input = MoveInput { conditions: vec![condition], ..to(TEST, YesNo::No) };
            as_person(&before, LEAD, |seen| seen.move_innovation(id(2), LAMPS, input, today()))
        };
        let early = Refusal::invalid("condition_1_due_on", Rule::Before(today()));
        assert_eq!(with(condition(place(LEAD), "2026-11-01")), Err(early));
        let stranger = MembershipId(Uuid::from_u128(9));
        assert_eq!(with(condition(stranger, "2027-01-01")), Err(Refusal::invalid("condition_1_owner", Rule::Choose)));
        let moved = applied(&before, with(condition(place(LEAD), "2027-01-01")).expect("allowed"));
        let kept = last(&moved);
        assert_eq!((kept.outcome, kept.answers.len()), (MoveOutcome::ProceedWithConditions, 4));
        let open = as_person(&moved, LEAD, |seen| seen.open_conditions(LAMPS, day("2027-01-05")));
        assert_eq!((open.len(), open[0].overdue_days), (1, 4));
        let met = after(&moved, LEAD, |seen| seen.meet_condition(LAMPS, 2, 0, today(), Version::FIRST, today()));
        assert_eq!(as_person(&met, LEAD, |seen| seen.open_conditions(LAMPS, today()).len()), 0);
    }

    #[test]
    fn every_must_question_wants_an_answer_and_only_what_was_asked_is_kept() {
        let before = portfolio();
        let mut input = to(TEST, YesNo::Yes);
        let unasked = GateAnswer { question: text("scale_core"), answer: YesNo::No, note: None };
        let first = std::mem::replace(&mut input.answers[0], unasked);
        let refused = as_person(&before, LEAD, |seen| seen.move_innovation(id(2), LAMPS, input.clone(), today()));
        assert_eq!(refused, Err(Refusal::invalid("test_worth", Rule::Missing)));
        input.answers.push(first);
        let moved = after(&before, LEAD, |seen| seen.move_innovation(id(2), LAMPS, input, today()));
        assert_eq!((last(&moved).answers.len(), last(&moved).outcome), (4, MoveOutcome::Proceed));
    }

    #[test]
    fn skipping_and_going_back_say_why() {
        let before = portfolio();
        let refused =
            as_person(&before, LEAD, |seen| seen.move_innovation(id(2), LAMPS, to(PILOT, YesNo::Yes), today()));
        assert_eq!(refused, Err(Refusal::invalid("reason", Rule::Missing)));
        let reason = Some(text("The county tested it for us"));
        let skip = MoveInput { reason: reason.clone(), ..to(PILOT, YesNo::Yes) };
        let skipped = after(&before, LEAD, |seen| seen.move_innovation(id(2), LAMPS, skip, today()));
        assert_eq!((last(&skipped).from, last(&skipped).to), (Place::Stage(0), PILOT));
        let back = |reason| MoveInput { reason, decided: decided(2), ..to(TEST, YesNo::No) };
        let refused = as_person(&skipped, LEAD, |seen| seen.move_innovation(id(3), LAMPS, back(None), today()));
        assert_eq!(refused, Err(Refusal::invalid("reason", Rule::Missing)));
        let gone = after(&skipped, LEAD, |seen| seen.move_innovation(id(3), LAMPS, back(reason), today()));
        assert_eq!((last(&gone).outcome, last(&gone).answers.len()), (MoveOutcome::Back, 0));
    }

    #[test]
    fn yes_against_the_record_needs_a_reason_that_stays_and_partly_needs_a_condition_only() {
        let pilot = applied(&portfolio(), Decision::add(crate::testing::entered(LAMPS, 2, TEST, PILOT, today())));
        let scale = |answer| MoveInput { decided: decided(2), ..to(Place::Stage(3), answer) };
        let go = |input| as_person(&pilot, LEAD, |seen| seen.move_innovation(id(3), LAMPS, input, today()));
        assert_eq!(go(scale(YesNo::Yes)), Err(Refusal::invalid("override_reason", Rule::Missing)));
        let overridden =
            MoveInput { override_reason: Some(text("The sites are listed elsewhere")), ..scale(YesNo::Yes) };
        let moved = last(&applied(&pilot, go(overridden).expect("allowed")));
        let overrides = moved.overrides.expect("it stays");
        assert_eq!((overrides.conditions.len(), &*overrides.reason), (5, "The sites are listed elsewhere"));
        assert_eq!((moved.decided_by, moved.outcome), (Some(place(LEAD)), MoveOutcome::Proceed));
        let condition = ConditionInput { text: text("List the sites"), owner: place(LEAD), due_on: day("2026-12-24") };
        let honest = MoveInput { conditions: vec![condition], ..scale(YesNo::Partly) };
        assert_eq!(last(&applied(&pilot, go(honest).expect("allowed"))).overrides, None);
    }

    #[test]
    fn a_move_lies_between_the_one_before_and_today() {
        let before = portfolio();
        for (on, rule) in [("2026-01-04", Rule::Before(day("2026-01-05"))), ("2026-11-25", Rule::After(today()))] {
            let input = MoveInput { decided: Decided { on: day(on), ..decided(1) }, ..to(TEST, YesNo::Yes) };
            let refused = as_person(&before, LEAD, |seen| seen.move_innovation(id(2), LAMPS, input, today()));
            assert_eq!(refused, Err(Refusal::invalid("on", rule)));
        }
    }

    #[test]
    fn a_lead_decides_in_person_a_manager_names_who_did_and_an_executive_need_not() {
        let before = portfolio();
        let by = |person, by: Option<MembershipId>| {
            let input = MoveInput { decided: Decided { by, ..decided(1) }, ..to(TEST, YesNo::Yes) };
            as_person(&before, person, |seen| seen.move_innovation(id(2), LAMPS, input, today()))
        };
        assert_eq!(by(LEAD, Some(place(EXECUTIVE))), Err(Refusal::invalid("decided_by", Rule::Choose)));
        assert_eq!(by(MANAGER, None), Err(Refusal::invalid("decided_by", Rule::Missing)));
        for person in [ADMINISTRATOR, VIEWER] {
            assert!(by(person, Some(place(person))).is_err());
        }
        for (person, named, decider) in [
            (LEAD, None, LEAD),
            (LEAD, Some(place(LEAD)), LEAD),
            (MANAGER, Some(place(EXECUTIVE)), EXECUTIVE),
            (EXECUTIVE, None, EXECUTIVE),
        ] {
            let moved = applied(&before, by(person, named).expect("allowed"));
            assert_eq!(last(&moved).decided_by, Some(place(decider)));
        }
    }
}
