//! What people said, as a list: who still waits for an answer, and for how long.
use super::{Feedback, FeedbackState};
use crate::{FeedbackWaiting, Seen};
use chrono::NaiveDate;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeedbackFilter {
    /// By the number of its innovation.
    pub innovation: Option<u32>,
    /// None for every state.
    pub state: Option<FeedbackState>,
}

impl FeedbackFilter {
    #[must_use]
    pub fn holds(&self, number: u32, feedback: &Feedback) -> bool {
        self.innovation.is_none_or(|wanted| wanted == number)
            && self.state.is_none_or(|wanted| wanted == feedback.state())
    }
}

impl<'a> Seen<'a> {
    /// Of innovations that may be read, the oldest first.
    #[must_use]
    pub fn feedback_table(self, filter: &FeedbackFilter, today: NaiveDate) -> Vec<FeedbackWaiting<'a>> {
        let rows = self.innovations().flat_map(|innovation| {
            let wanted = self.feedback_about(innovation.id).filter(|one| filter.holds(innovation.number, one));
            wanted.map(move |one| self.waiting(innovation, one, today))
        });
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by_key(|one| (one.feedback.raised_on, one.innovation.number, one.feedback.id));
        rows
    }

    /// How many stand in a state, whatever is wanted besides.
    #[must_use]
    pub fn feedback_count(self, filter: &FeedbackFilter, state: FeedbackState) -> usize {
        let filter = FeedbackFilter { state: Some(state), ..filter.clone() };
        let of =
            |one: &crate::Innovation| self.feedback_about(one.id).filter(|said| filter.holds(one.number, said)).count();
        self.innovations().map(|one| of(one)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, FeedbackResponse, testing::*};

    #[test]
    fn the_oldest_comes_first_and_a_filter_leaves_out_the_rest() {
        let done = Feedback {
            told_back_on: Some(today()),
            ..answered(feedback(3, "2026-09-01"), FeedbackResponse::WeDid, "2026-10-01")
        };
        let said = Decision::add(stakeholder()).and_add(engagement(1, "2026-09-01")).and_add(done);
        let said = said.and_add(feedback(1, "2026-11-10")).and_add(feedback(2, "2026-10-05"));
        let portfolio = applied(&portfolio(), said);
        as_person(&portfolio, LEAD, |seen| {
            let found = |innovation, state| {
                let rows = seen.feedback_table(&FeedbackFilter { innovation, state }, today());
                rows.iter().map(|one| one.days).collect::<Vec<_>>()
            };
            assert_eq!(found(None, None), [84, 50, 14]);
            assert_eq!(found(Some(1), Some(FeedbackState::Unanswered)), [50, 14]);
            assert_eq!(found(Some(1), Some(FeedbackState::Closed)), [84]);
            assert_eq!(found(Some(2), None), [0_i64; 0]);
            assert_eq!(seen.feedback_count(&FeedbackFilter::default(), FeedbackState::Unanswered), 2);
        });
        as_person(&portfolio, VIEWER, |seen| {
            assert!(seen.feedback_table(&FeedbackFilter::default(), today()).is_empty());
        });
    }
}
