//! How well an innovation is kept up: backing, people in post, reviews on time, and answers to setbacks.
mod continuity;

pub use continuity::Continuity;

use crate::{Innovation, InnovationId, Place, ReviewCounts, Seen, Setback, days};
use chrono::NaiveDate;
use std::sync::Arc;

/// Fewest days since it started of which anything is said.
const EARLY: i64 = 182;
/// Days in which a setback wants an answer.
const ANSWER: i64 = 120;

/// Setbacks older than 120 days, and those of them answered in that time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recovery<'a> {
    pub answered: Vec<&'a Arc<Setback>>,
    pub unanswered: Vec<&'a Arc<Setback>>,
}

/// The four parts; a part that cannot be told is left out, with what it could give.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PersistenceParts {
    /// Whole months for which it is backed.
    pub horizon: u32,
    /// 0 to 1.
    pub continuity: f64,
    /// Reviews on time, and closed.
    pub reviews: (usize, usize),
    /// Setbacks answered in time, and old enough to be.
    pub recovery: (usize, usize),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Persistence<'a> {
    /// 0 to 100; none where it started less than half a year ago: too early.
    pub score: Option<f64>,
    pub parts: PersistenceParts,
    pub continuity: Continuity,
    pub recovery: Recovery<'a>,
}

impl PersistenceParts {
    /// Points and most points of horizon, continuity, reviews and recovery, in this order.
    #[must_use]
    pub fn points(&self) -> [Option<(f64, f64)>; 4] {
        let share =
            |(top, bottom): (usize, usize), most: f64| (bottom > 0).then(|| (most * top as f64 / bottom as f64, most));
        [
            Some((30.0 * (f64::from(self.horizon) / 24.0).min(1.0), 30.0)),
            Some((25.0 * self.continuity.max(0.0), 25.0)),
            share(self.reviews, 25.0),
            share(self.recovery, 20.0),
        ]
    }

    /// 0 to 100.
    #[must_use]
    pub fn score(&self) -> f64 {
        let points = self.points();
        let sum = |of: fn(&(f64, f64)) -> f64| points.iter().flatten().map(of).sum::<f64>();
        100.0 * sum(|part| part.0) / sum(|part| part.1)
    }
}

impl<'a> Seen<'a> {
    /// None before it started.
    #[must_use]
    pub fn persistence(self, innovation: &Innovation, today: NaiveDate) -> Option<Persistence<'a>> {
        let continuity = self.continuity(innovation, today)?;
        let reviews = ReviewCounts::of(&self.reviews(innovation, today), today);
        let recovery = self.recovery(innovation.id, today);
        let parts = PersistenceParts {
            horizon: self.horizon(innovation.id, today).months,
            continuity: continuity.share().unwrap_or_default(),
            reviews: (reviews.on_time, reviews.closed),
            recovery: (recovery.answered.len(), recovery.answered.len() + recovery.unanswered.len()),
        };
        let started = self.started_on(innovation.id)?;
        let score = (days(started, today) >= EARLY).then(|| parts.score());
        Some(Persistence { score, parts, continuity, recovery })
    }

    /// A decision to stop in that time is an answer too.
    #[must_use]
    pub fn recovery(self, innovation: InnovationId, today: NaiveDate) -> Recovery<'a> {
        let stopped: Vec<_> =
            self.stage_moves(innovation).filter(|one| one.to == Place::Stopped).map(|one| one.on).collect();
        let in_time = |one: &Setback, on: NaiveDate| on <= today && (0..=ANSWER).contains(&days(one.on, on));
        let is_answered = |one: &&Arc<Setback>| {
            let responded = one.responded_on.filter(|_| one.response.is_some());
            responded.into_iter().chain(stopped.iter().copied()).any(|on| in_time(one, on))
        };
        let old = self.setbacks(innovation).filter(|one| days(one.on, today) > ANSWER);
        let (answered, unanswered) = old.partition(is_answered);
        Recovery { answered, unanswered }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, testing::*};

    #[test]
    fn sc_50_to_sc_55_the_parts_that_are_there_make_the_score() {
        for (horizon, continuity, reviews, recovery, expected) in [
            (4, 0.85, (2, 3), (0, 0), 53.6),
            (24, 1.0, (1, 1), (1, 1), 100.0),
            (0, 0.0, (0, 0), (0, 0), 0.0),
            (12, 0.70, (0, 0), (1, 2), 56.7),
            (4, 0.85, (1, 3), (0, 0), 43.2),
            (30, 1.0, (0, 0), (0, 0), 100.0),
        ] {
            let score = PersistenceParts { horizon, continuity, reviews, recovery }.score();
            assert!((score - expected).abs() < 0.05, "{score} for {expected}");
        }
    }

    #[test]
    fn an_answer_counts_within_120_days_and_so_does_a_decision_to_stop() {
        let answered = |number, on: &str, responded: Option<&str>| Setback {
            response: responded.map(|_| text("We found other money")),
            responded_on: responded.map(day),
            ..setback(number, on)
        };
        let blows = Decision::add(answered(1, "2026-03-01", Some("2026-06-29")))
            .and_add(answered(2, "2026-03-01", Some("2026-06-30")))
            .and_add(answered(3, "2026-03-01", None))
            .and_add(answered(4, "2026-07-28", None));
        let before = applied(&portfolio(), blows);
        let of = |portfolio: &crate::Portfolio, on: &str| {
            as_person(portfolio, LEAD, |seen| {
                let recovery = seen.recovery(LAMPS, day(on));
                (recovery.answered.len(), recovery.unanswered.len())
            })
        };
        assert_eq!((of(&before, "2026-11-24"), of(&before, "2026-11-26")), ((1, 2), (1, 3)));
        let stop = entered(LAMPS, 2, Place::Stage(0), Place::Stopped, day("2026-06-01"));
        assert_eq!(of(&applied(&before, Decision::add(stop)), "2026-11-24"), (3, 0));
    }

    #[test]
    fn half_a_year_after_the_start_something_is_said() {
        let score = |on: &str| {
            as_person(&portfolio(), LEAD, |seen| seen.persistence(&innovation(), day(on)).and_then(|found| found.score))
        };
        assert_eq!(score("2026-07-05"), None);
        assert!(score("2026-07-06").is_some());
    }
}
