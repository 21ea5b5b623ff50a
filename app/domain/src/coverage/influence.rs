//! Whether anything changed because of what people said.
use super::{YEAR, within};
use crate::{Feedback, Innovation, Seen, choice::choices};
use chrono::NaiveDate;
use std::sync::Arc;

choices! {
    Influence {
        Changed "changed" "Something changed",
        /// Nothing did, and people were told why at least once.
        Refused "refused" "Refused with a reason",
        Nothing "nothing" "Nothing recorded",
    }
}

impl Influence {
    #[must_use]
    pub const fn value(self) -> f64 {
        match self {
            Self::Changed => 1.0,
            Self::Refused => 0.5,
            Self::Nothing => 0.0,
        }
    }

    /// None of none.
    #[must_use]
    pub fn mean(all: &[InfluenceOf]) -> Option<f64> {
        let sum: f64 = all.iter().map(|one| one.influence.value()).sum();
        (!all.is_empty()).then(|| sum / all.len() as f64)
    }
}

/// Of one innovation, in the year, with what people said that counts for it.
#[derive(Clone, Debug, PartialEq)]
pub struct InfluenceOf<'a> {
    pub innovation: &'a Arc<Innovation>,
    pub influence: Influence,
    pub feedback: Vec<&'a Arc<Feedback>>,
}

impl<'a> Seen<'a> {
    /// By the day on which we answered.
    #[must_use]
    pub fn influence_on(self, innovation: &'a Arc<Innovation>, today: NaiveDate) -> InfluenceOf<'a> {
        let in_year =
            |one: &Feedback| one.answer.as_ref().is_some_and(|answer| within(answer.responded_on, YEAR, today));
        let answered: Vec<_> = self.feedback_about(innovation.id).filter(|one| in_year(one)).collect();
        let which =
            |counts: fn(&Feedback) -> bool| -> Vec<_> { answered.iter().copied().filter(|one| counts(one)).collect() };
        let (changed, refused) = (which(Feedback::is_influential), which(Feedback::is_reasoned_refusal));
        let (influence, feedback) = match (changed.is_empty(), refused.is_empty()) {
            (false, _) => (Influence::Changed, changed),
            (true, false) => (Influence::Refused, refused),
            _ => (Influence::Nothing, vec![]),
        };
        InfluenceOf { innovation, influence, feedback }
    }
}
