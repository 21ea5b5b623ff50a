//! Writing down what was said, after the engagement was logged, and putting it right.
use super::{CountBand, Feedback, Sentiment, Voice};
use crate::{
    Act, Decision, EngagementId, FeedbackId, FeedbackPoint, InnovationId, MembershipId, Name, Problem, Prose, Reason,
    Refusal, Rule, Seen, Version, seen::plausible,
};
use chrono::NaiveDate;

/// What somebody says of a thing that was said.
#[derive(Clone, Debug, PartialEq)]
pub struct FeedbackInput {
    pub from: Option<Voice>,
    pub theme: Option<Name>,
    pub said: Prose,
    pub count_band: Option<CountBand>,
    pub sentiment: Option<Sentiment>,
    pub raised_on: NaiveDate,
    pub owner: Option<MembershipId>,
}

impl FeedbackInput {
    /// As it stands, to start a form from.
    #[must_use]
    pub fn of(one: &Feedback) -> Self {
        Self {
            from: one.from,
            theme: one.theme.clone(),
            said: one.said.clone(),
            count_band: one.count_band,
            sentiment: one.sentiment,
            raised_on: one.raised_on,
            owner: one.owner,
        }
    }
}

impl Seen<'_> {
    /// Whoever may log an engagement may add what was said there.
    pub fn add_feedback(
        self,
        innovation: InnovationId,
        engagement: EngagementId,
        point: FeedbackPoint,
        raised_on: NaiveDate,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let engagement = self.engagement(innovation, engagement)?;
        self.must(Act::LogEngagement, Some(self.innovation(innovation)?))?;
        let mut problems: Vec<_> = raised_problem(raised_on, today).into_iter().collect();
        problems.extend(engagement.voice_problem(point.innovation, point.from));
        Refusal::unless_sound(problems)?;
        let point = FeedbackPoint { innovation: point.innovation.or(Some(innovation)), ..point };
        Ok(Decision::add(point.feedback(engagement, raised_on)))
    }

    pub fn edit_feedback(
        self,
        innovation: InnovationId,
        id: FeedbackId,
        input: FeedbackInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.feedback(innovation, id)?;
        self.must_edit_feedback(before)?;
        Refusal::unless_seen(seen, before)?;
        let mut problems = self.unknown_people([("owner", input.owner)]);
        problems.extend(raised_problem(input.raised_on, today));
        if let Some(answer) = before.answer.as_ref().filter(|answer| answer.responded_on < input.raised_on) {
            problems.push(Problem::new("raised_on", Rule::After(answer.responded_on)));
        }
        let engagement = self.engagement(innovation, before.engagement)?;
        problems.extend(engagement.voice_problem(None, input.from));
        Refusal::unless_sound(problems)?;
        let FeedbackInput { from, theme, said, count_band, sentiment, raised_on, owner } = input;
        let kept = (**before).clone();
        let after = Feedback { from, theme, said, count_band, sentiment, raised_on, owner, ..kept };
        let public = before.public && (self.may(Act::Publish, None) || after.reads_as(before));
        Ok(Decision::change(before, Feedback { public, ..after }))
    }

    pub fn remove_feedback(
        self,
        innovation: InnovationId,
        id: FeedbackId,
        reason: Reason,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        let before = self.feedback(innovation, id)?;
        self.must_edit_feedback(before)?;
        Refusal::unless_seen(seen, before)?;
        Ok(Decision::remove(before).because(Some(reason)))
    }

    /// Whether the actor may put it right: whoever wrote it down, and whoever answers what people say.
    #[must_use]
    pub fn may_edit_feedback(self, feedback: &Feedback) -> bool {
        let Ok(innovation) = self.innovation(feedback.innovation) else { return false };
        let wrote = feedback.entry.by == self.actor.person && self.may(Act::LogEngagement, Some(innovation));
        wrote || self.may_answer(feedback)
    }

    fn must_edit_feedback(self, feedback: &Feedback) -> Result<(), Refusal> {
        if self.may_edit_feedback(feedback) { Ok(()) } else { Err(Refusal::NotAllowed(Act::AnswerFeedback)) }
    }
}

fn raised_problem(raised_on: NaiveDate, today: NaiveDate) -> Option<Problem> {
    let late = (raised_on > today).then_some(Problem::new("raised_on", Rule::After(today)));
    plausible("raised_on", raised_on).or(late)
}
