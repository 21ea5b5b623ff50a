//! Which of what people said somebody may read.
use super::Feedback;
use crate::{
    Engagement, FeedbackId, InnovationId, Refusal, Seen,
    id::{FIRST, LAST},
};
use std::sync::Arc;

impl<'a> Seen<'a> {
    /// Said of an innovation, in the order in which it was written down.
    pub fn feedback_about(self, innovation: InnovationId) -> impl DoubleEndedIterator<Item = &'a Arc<Feedback>> {
        let range = (innovation, FeedbackId(FIRST))..=(innovation, FeedbackId(LAST));
        let visible = self.innovation(innovation).is_ok();
        self.portfolio.shelves.feedback.range(range).map(|(_, one)| one).filter(move |_| visible)
    }

    /// Everything said of innovations that may be read.
    pub fn all_feedback(self) -> impl Iterator<Item = &'a Arc<Feedback>> {
        self.innovations().flat_map(move |one| self.feedback_about(one.id))
    }

    /// Said at an engagement, of innovations that may be read.
    #[must_use]
    pub fn feedback_of(self, engagement: &Engagement) -> Vec<&'a Arc<Feedback>> {
        let about = engagement.innovations().flat_map(|one| self.feedback_about(one));
        about.filter(|one| one.engagement == engagement.id).collect()
    }

    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn feedback(self, innovation: InnovationId, id: FeedbackId) -> Result<&'a Arc<Feedback>, Refusal> {
        self.innovation(innovation)?;
        self.portfolio.shelves.feedback.get(&(innovation, id)).ok_or(Refusal::NotFound)
    }
}
