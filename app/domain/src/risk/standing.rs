//! How a risk stands on a day: against appetite, its review, its actions, and where it was before.
use super::{AppetiteBand, Risk, RiskAction, RiskKind, RiskState, Score};
use crate::choice::choices;
use chrono::NaiveDate;

choices! {
    /// Of an open threat against the appetite for its category.
    RiskStanding {
        Within "within" "Within appetite",
        OverAppetite "over-appetite" "Over appetite",
        OverTolerance "over-tolerance" "Over tolerance",
        /// Over appetite, and somebody who may has accepted it for a time that has not run out.
        Accepted "accepted" "Accepted",
    }
}

impl RiskStanding {
    /// By the score alone.
    #[must_use]
    pub fn of(score: Score, band: AppetiteBand) -> Self {
        match score.value() {
            value if value > band.tolerance() => Self::OverTolerance,
            value if value > band.appetite() => Self::OverAppetite,
            _ => Self::Within,
        }
    }
}

impl Risk {
    /// None for an opportunity, which never escalates, and for what is no longer open.
    #[must_use]
    pub fn standing(&self, band: AppetiteBand, today: NaiveDate) -> Option<RiskStanding> {
        if self.kind == RiskKind::Opportunity || !self.is_open() {
            return None;
        }
        Some(match RiskStanding::of(self.score(), band) {
            RiskStanding::OverAppetite | RiskStanding::OverTolerance if self.is_accepted(today) => {
                RiskStanding::Accepted
            }
            standing => standing,
        })
    }

    /// An acceptance counts to its last day; nothing is written when it runs out.
    #[must_use]
    pub fn is_accepted(&self, today: NaiveDate) -> bool {
        matches!(self.state, RiskState::Accepted { until, .. } if today <= until)
    }

    /// The day of the latest review.
    #[must_use]
    pub fn reviewed_on(&self) -> Option<NaiveDate> {
        self.reviews.last().map(|review| review.on)
    }

    #[must_use]
    pub fn is_review_overdue(&self, today: NaiveDate) -> bool {
        self.is_open() && self.review_due_on < today
    }

    /// The score in force on a day; none before the risk was entered.
    #[must_use]
    pub fn score_as_of(&self, day: NaiveDate) -> Option<Score> {
        self.reviews.iter().rev().find(|review| review.on <= day).map(|review| review.score)
    }

    /// Entered on or before the day and, as far as its present state tells, not ended by then.
    #[must_use]
    pub fn was_open_on(&self, day: NaiveDate) -> bool {
        let ended_on = match self.state {
            RiskState::Closed { on, .. } | RiskState::Happened { on, .. } => Some(on),
            RiskState::Open | RiskState::Accepted { .. } => None,
        };
        self.score_as_of(day).is_some() && ended_on.is_none_or(|ended| day < ended)
    }

    /// Whether somebody is to do something about it by a day that has not passed.
    #[must_use]
    pub fn has_action_in_date(&self, today: NaiveDate) -> bool {
        self.actions.iter().any(|action| action.is_open() && !action.is_overdue(today))
    }
}

impl RiskAction {
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.done_on.is_none()
    }

    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due_on < today
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RiskCategory, RiskReview, testing::*};

    #[test]
    fn ri_10_to_16_scores_stand_against_the_band_of_their_category() {
        use RiskStanding::{OverAppetite, OverTolerance, Within};
        for (category, likelihood, impact, standing) in [
            (RiskCategory::Delivery, 3, 4, Within),
            (RiskCategory::Delivery, 3, 5, OverAppetite),
            (RiskCategory::Delivery, 4, 4, OverAppetite),
            (RiskCategory::Delivery, 4, 5, OverTolerance),
            (RiskCategory::DataProtection, 2, 4, OverAppetite),
            (RiskCategory::DataProtection, 3, 4, OverTolerance),
            (RiskCategory::Finance, 4, 5, OverTolerance),
        ] {
            let score = Score { likelihood, impact };
            assert_eq!(RiskStanding::of(score, AppetiteBand::preset(category)), standing, "{category:?} {score:?}");
        }
    }

    #[test]
    fn an_opportunity_never_escalates_and_what_is_closed_has_no_standing() {
        let high = Score { likelihood: 5, impact: 5 };
        let opportunity = Risk { kind: RiskKind::Opportunity, ..risk_scored(high) };
        assert_eq!(opportunity.standing(AppetiteBand::Averse, today()), None);
        let closed = RiskState::Closed { on: today(), reason: text("Not there any more") };
        assert_eq!(Risk { state: closed, ..risk_scored(high) }.standing(AppetiteBand::Averse, today()), None);
    }

    #[test]
    fn an_acceptance_counts_to_its_last_day() {
        let until = |until: &str| Risk {
            state: RiskState::Accepted {
                by: place(EXECUTIVE),
                body: None,
                reason: text("Worth it"),
                on: day("2026-06-01"),
                until: day(until),
            },
            ..risk_scored(Score { likelihood: 5, impact: 4 })
        };
        let standing = |risk: Risk| risk.standing(AppetiteBand::Open, today());
        assert_eq!(standing(until("2026-11-24")), Some(RiskStanding::Accepted));
        assert_eq!(standing(until("2026-11-23")), Some(RiskStanding::OverTolerance));
    }

    #[test]
    fn the_score_of_a_past_day_is_that_of_the_latest_review_by_then() {
        let (first, second) = (Score { likelihood: 2, impact: 2 }, Score { likelihood: 4, impact: 2 });
        let mut risk = risk_scored(first);
        risk.reviews.push(RiskReview { on: day("2026-10-01"), score: second, note: None, by: LEAD });
        assert_eq!(risk.score_as_of(day("2026-09-30")), Some(first));
        assert_eq!(risk.score_as_of(day("2026-10-01")), Some(second));
        assert_eq!(risk.score_as_of(day("2025-12-31")), None);
    }
}
