//! Whether a consultation could make a difference: four answers, each yes or no from the record.
//!
//! It advises, and never says that anything is unlawful.
use crate::{Engagement, Feedback, FormalDecision, FormalDecisionId, Seen, days};
use chrono::NaiveDate;
use std::sync::Arc;

/// Fewest days in which people can answer.
const DAYS: i64 = 28;
/// The same for a change to a service.
const DAYS_FOR_A_SERVICE: i64 = 42;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fair {
    Yes,
    No,
    /// It is still open.
    TooEarly,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FairCheck<'a> {
    /// What to do was open when it opened, and nobody decided before it closed.
    pub in_time: Fair,
    /// Where people could read what it is about is written down.
    pub informed: Fair,
    /// Days from opening to closing, and how many it takes.
    pub days: i64,
    pub days_wanted: i64,
    /// A decision after it closed cites it, and what people said there.
    pub weighed: Fair,
    /// Taken before it closed.
    pub decided_early: Option<&'a Arc<FormalDecision>>,
}

impl FairCheck<'_> {
    #[must_use]
    pub const fn long_enough(&self) -> Fair {
        if self.days >= self.days_wanted { Fair::Yes } else { Fair::No }
    }

    /// In the order in which they are asked.
    #[must_use]
    pub const fn answers(&self) -> [Fair; 4] {
        [self.in_time, self.informed, self.long_enough(), self.weighed]
    }

    /// Whether to take advice.
    #[must_use]
    pub fn has_a_no(&self) -> bool {
        self.answers().contains(&Fair::No)
    }
}

impl<'a> Seen<'a> {
    /// None of an engagement that is no consultation.
    #[must_use]
    pub fn fair_check(self, engagement: &Engagement, today: NaiveDate) -> Option<FairCheck<'a>> {
        let consultation = engagement.consultation.as_ref()?;
        let closed_on = consultation.closed_on;
        let parts = consultation.decision.map_or_else(Vec::new, |id| self.parts_of(id));
        let decided = |counts: fn(NaiveDate, NaiveDate) -> bool| {
            parts.iter().copied().find(move |one| one.decided_on.is_some_and(|on| on <= today && counts(on, closed_on)))
        };
        let decided_early = decided(|on, closed| on < closed);
        let cited = |one: &Feedback| one.decision.is_some_and(|id| parts.iter().any(|part| part.id == id));
        let heard = self.feedback_of(engagement).into_iter().any(|one| cited(one));
        let fair = |yes| if yes { Fair::Yes } else { Fair::No };
        let is_open = closed_on >= today;
        Some(FairCheck {
            in_time: fair(consultation.decision_still_open && decided_early.is_none()),
            informed: fair(engagement.information_link.is_some()),
            days: days(consultation.opened_on, closed_on),
            days_wanted: if consultation.changes_service { DAYS_FOR_A_SERVICE } else { DAYS },
            weighed: if is_open { Fair::TooEarly } else { fair(heard && decided(|on, closed| on > closed).is_some()) },
            decided_early,
        })
    }

    /// Every council's part of the question that a decision settles.
    fn parts_of(self, id: FormalDecisionId) -> Vec<&'a Arc<FormalDecision>> {
        let Ok(decision) = self.decision(id) else { return vec![] };
        self.decisions().filter(|one| one.matter == decision.matter).collect()
    }
}
