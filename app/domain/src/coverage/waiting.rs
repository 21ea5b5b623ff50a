//! What people said that waits for an answer, or to be told back.
use crate::{Feedback, Innovation, MembershipId, PostKind, Seen, days};
use chrono::{Days, NaiveDate};
use std::sync::Arc;

/// Days in which people should hear what came of what they said.
pub(super) const ANSWER: i64 = 30;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FeedbackWaiting<'a> {
    pub innovation: &'a Arc<Innovation>,
    pub feedback: &'a Arc<Feedback>,
    /// Days since it was said.
    pub days: i64,
    /// The last day on which an answer is in time.
    pub due_on: NaiveDate,
    /// Who sees to it: who was named, else the lead of the innovation, else whoever led the engagement.
    pub owner: Option<MembershipId>,
}

impl FeedbackWaiting<'_> {
    #[must_use]
    pub const fn is_late(&self) -> bool {
        self.days > ANSWER
    }
}

impl<'a> Seen<'a> {
    /// Without an answer, the oldest first; of every innovation that may be read.
    #[must_use]
    pub fn unanswered_feedback(self, today: NaiveDate) -> Vec<FeedbackWaiting<'a>> {
        self.feedback_waiting(today, |one| !one.is_answered())
    }

    /// Answered, and nobody told people yet; the oldest first.
    #[must_use]
    pub fn untold_feedback(self, today: NaiveDate) -> Vec<FeedbackWaiting<'a>> {
        self.feedback_waiting(today, |one| one.is_answered() && !one.is_closed())
    }

    fn feedback_waiting(self, today: NaiveDate, waits: fn(&Feedback) -> bool) -> Vec<FeedbackWaiting<'a>> {
        let all = self.innovations().flat_map(|innovation| {
            let waiting = self.feedback_about(innovation.id).filter(|one| waits(one) && one.raised_on <= today);
            waiting.map(move |one| self.waiting(innovation, one, today))
        });
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|one| (one.feedback.raised_on, one.innovation.number, one.feedback.id));
        all
    }

    pub(crate) fn waiting(
        self,
        innovation: &'a Arc<Innovation>,
        feedback: &'a Arc<Feedback>,
        today: NaiveDate,
    ) -> FeedbackWaiting<'a> {
        let led = || self.engagement(innovation.id, feedback.engagement).ok().and_then(|one| one.led_by);
        let owner = feedback.owner.or_else(|| innovation.holder(PostKind::Lead, today)).or_else(led);
        let due_on = feedback.raised_on.checked_add_days(Days::new(ANSWER.unsigned_abs()));
        let due_on = due_on.unwrap_or(feedback.raised_on);
        FeedbackWaiting { innovation, feedback, days: days(feedback.raised_on, today), due_on, owner }
    }
}
