//! Answering what people said, telling them, and saying what it changed: one or many at once.
use super::{Answer, Feedback, FeedbackResponse};
use crate::{
    Act, Decision, FeedbackId, FormalDecisionId, Impossible, InnovationId, Problem, Prose, Refusal, Rule, Seen,
    Version, seen::plausible,
};
use chrono::NaiveDate;

/// What we say to it. The days may be left as they were by giving them again.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerInput {
    pub response: FeedbackResponse,
    /// What we did or will do, why we cannot, or to whom we passed it on.
    pub text: Prose,
    pub responded_on: NaiveDate,
    /// What is different because of it.
    pub changed: Option<Prose>,
    pub decision: Option<FormalDecisionId>,
    pub told_back_on: Option<NaiveDate>,
    /// Whether it may stand on the page that everyone reads. Heard only from somebody who may publish.
    pub public: bool,
}

impl AnswerInput {
    /// As it stands, to start a form from; none while there is no answer.
    #[must_use]
    pub fn of(one: &Feedback) -> Option<Self> {
        let answer = one.answer.as_ref()?;
        Some(Self {
            response: answer.response,
            text: answer.text.clone(),
            responded_on: answer.responded_on,
            changed: one.changed.clone(),
            decision: one.decision,
            told_back_on: one.told_back_on,
            public: one.public,
        })
    }
}

/// One of many that get the same answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerRow {
    pub innovation: InnovationId,
    pub feedback: FeedbackId,
    pub seen: Version,
}

impl Seen<'_> {
    /// Whoever is named on the innovation, a programme manager, and who is to see that it is answered.
    #[must_use]
    pub fn may_answer(self, feedback: &Feedback) -> bool {
        let Ok(innovation) = self.innovation(feedback.innovation) else { return false };
        let owns = feedback.owner.is_some_and(|owner| self.actor.holds(owner));
        self.may(Act::AnswerFeedback, Some(innovation)) || owns && self.may(Act::LogEngagement, Some(innovation))
    }

    /// For the first time, or in other words.
    pub fn answer_feedback(
        self,
        innovation: InnovationId,
        id: FeedbackId,
        input: AnswerInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.feedback(innovation, id)?;
        if !self.may_answer(before) {
            return Err(Refusal::NotAllowed(Act::AnswerFeedback));
        }
        Refusal::unless_seen(seen, before)?;
        Refusal::unless_sound(self.answer_problems(before, &input, today))?;
        let public = input.public;
        let after = (**before).clone().with(input);
        let public = if self.may(Act::Publish, None) { public } else { before.public && after.reads_as(before) };
        Ok(Decision::change(before, Feedback { public, ..after }))
    }

    /// The same answer to many, or to none of them: whatever is wrong is told row by row.
    ///
    /// # Errors
    /// `Rows` with the refusal of each that cannot be answered so.
    pub fn answer_many(self, rows: &[AnswerRow], input: &AnswerInput, today: NaiveDate) -> Result<Decision, Refusal> {
        each(rows, |row| self.answer_feedback(row.innovation, row.feedback, input.clone(), row.seen, today))
    }

    /// People were told what came of it.
    pub fn tell_back(
        self,
        innovation: InnovationId,
        id: FeedbackId,
        told_back_on: NaiveDate,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.feedback(innovation, id)?;
        if !self.may_answer(before) {
            return Err(Refusal::NotAllowed(Act::AnswerFeedback));
        }
        Refusal::unless_seen(seen, before)?;
        let Some(answer) = &before.answer else { return Err(Refusal::Impossible(Impossible::NotAnswered)) };
        let problem = day_problem("told_back_on", told_back_on, answer.responded_on, today);
        Refusal::unless_sound(problem.into_iter().collect())?;
        Ok(Decision::change(before, Feedback { told_back_on: Some(told_back_on), ..(**before).clone() }))
    }

    /// # Errors
    /// `Rows` with the refusal of each that was not answered, or that somebody changed.
    pub fn tell_many_back(
        self,
        rows: &[AnswerRow],
        told_back_on: NaiveDate,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        each(rows, |row| self.tell_back(row.innovation, row.feedback, told_back_on, row.seen, today))
    }

    pub(crate) fn answer_problems(self, before: &Feedback, input: &AnswerInput, today: NaiveDate) -> Vec<Problem> {
        let mut problems: Vec<_> =
            day_problem("responded_on", input.responded_on, before.raised_on, today).into_iter().collect();
        problems.extend(input.told_back_on.and_then(|on| day_problem("told_back_on", on, input.responded_on, today)));
        let short = |text: &Prose| text.chars().count() < Feedback::REASON;
        if input.response == FeedbackResponse::WeCannot && short(&input.text) {
            problems.push(Problem::new("text", Rule::TooShort(Feedback::REASON)));
        }
        if input.changed.as_ref().is_some_and(short) {
            problems.push(Problem::new("changed", Rule::TooShort(Feedback::REASON)));
        }
        if input.decision.is_some_and(|id| self.decision(id).is_err()) {
            problems.push(Problem::new("decision", Rule::Choose));
        }
        problems
    }
}

impl Feedback {
    /// The same with this answer; whether it is published stays.
    pub(crate) fn with(self, input: AnswerInput) -> Self {
        let AnswerInput { response, text, responded_on, changed, decision, told_back_on, .. } = input;
        let answer = Some(Answer { response, text, responded_on });
        Self { answer, changed, decision, told_back_on, ..self }
    }
}

fn day_problem(field: &'static str, on: NaiveDate, not_before: NaiveDate, today: NaiveDate) -> Option<Problem> {
    let rule = match on {
        _ if on > today => Some(Rule::After(today)),
        _ if on < not_before => Some(Rule::Before(not_before)),
        _ => None,
    };
    plausible(field, on).or(rule.map(|rule| Problem::new(field, rule)))
}

/// All of them, or none: what is wrong is told row by row.
fn each(rows: &[AnswerRow], decide: impl Fn(&AnswerRow) -> Result<Decision, Refusal>) -> Result<Decision, Refusal> {
    let (mut all, mut refused) = (Decision::default(), vec![]);
    for (index, row) in rows.iter().enumerate() {
        match decide(row) {
            Ok(decision) => all = all.and(decision),
            Err(refusal @ (Refusal::NotFound | Refusal::NotAllowed(_))) => return Err(refusal),
            // What is wrong with the words is wrong with them everywhere.
            Err(refusal @ Refusal::Invalid(_)) if rows.len() == 1 => return Err(refusal),
            Err(refusal) => refused.push((index, refusal)),
        }
    }
    if rows.is_empty() {
        return Err(Refusal::invalid("feedback", Rule::Missing));
    }
    if refused.is_empty() { Ok(all) } else { Err(Refusal::Rows(refused)) }
}
