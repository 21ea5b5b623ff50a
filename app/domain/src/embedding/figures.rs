//! Whether it will last, as its raters see it together.
use super::{EmbeddingCheck, EmbeddingItem};
use crate::{InnovationId, MembershipId, Seen, SiteId, choice::choices, days, middle::lower_median, middle::median};
use chrono::NaiveDate;
use std::{collections::BTreeMap, sync::Arc};

/// Days for which a check counts.
const COUNTS: i64 = 182;
/// Fewest questions answered for a check to be more than an indication.
const ANSWERED: usize = 9;
/// Fewest raters.
const RATERS: usize = 2;
/// More points between raters than this are worth a talk.
const SPREAD: f64 = 25.0;

choices! {
    EmbeddingBand {
        Ready "ready" "Ready",
        Developing "developing" "Developing",
        AtRisk "at-risk" "At risk",
    }
}

/// Of an innovation as a whole, or of one site.
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding<'a> {
    /// 0 to 100, the middle of the raters; none where nobody has answered.
    pub score: Option<f64>,
    /// Points between the highest and the lowest rater.
    pub spread: Option<f64>,
    /// The latest check of each rater that is not older than half a year.
    pub counted: Vec<&'a Arc<EmbeddingCheck>>,
    /// Two raters or more, one of them from outside the team, each with nine answers or more. Otherwise it is
    /// indicative, and no gate reads it.
    pub is_valid: bool,
}

impl EmbeddingBand {
    #[must_use]
    pub fn of(score: f64) -> Self {
        match score {
            score if score >= 75.0 - 1e-9 => Self::Ready,
            score if score >= 55.0 - 1e-9 => Self::Developing,
            _ => Self::AtRisk,
        }
    }
}

impl EmbeddingCheck {
    /// 0 to 100 over the questions answered no, partly or yes; none where there is no such answer.
    #[must_use]
    pub fn score(&self) -> Option<f64> {
        let points = self.answers.iter().filter_map(|one| Some((one.item.weight(), one.answer.points()?)));
        let (top, bottom) = points.fold((0, 0), |(top, bottom), (weight, points)| {
            (top + u32::from(weight * points), bottom + 2 * u32::from(weight))
        });
        (bottom > 0).then(|| 100.0 * f64::from(top) / f64::from(bottom))
    }

    /// How many questions were answered no, partly or yes.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.answers.iter().filter(|one| one.answer.points().is_some()).count()
    }
}

impl Embedding<'_> {
    #[must_use]
    pub fn band(&self) -> Option<EmbeddingBand> {
        self.score.map(EmbeddingBand::of)
    }

    /// Raters disagree: they should talk.
    #[must_use]
    pub fn raters_disagree(&self) -> bool {
        self.spread.is_some_and(|spread| spread > SPREAD + 1e-9)
    }

    /// 0, 1 or 2: the lower middle of what the raters answered; none where none did.
    #[must_use]
    pub fn item(&self, item: EmbeddingItem) -> Option<u8> {
        let answers = self.counted.iter().flat_map(|check| &check.answers).filter(|one| one.item == item);
        lower_median(answers.filter_map(|one| one.answer.points()).collect())
    }

    /// Where the most is to be gained: the greatest loss by weight, of equal losses the earlier question. None where
    /// every question is answered yes.
    #[must_use]
    pub fn weakest(&self) -> Option<(EmbeddingItem, u8)> {
        let answered = EmbeddingItem::ALL.iter().filter_map(|item| Some((*item, self.item(*item)?)));
        let loss = |(item, points): &(EmbeddingItem, u8)| item.weight() * (2 - (*points).min(2));
        // The last of equals wins in `max_by_key`, so the order is turned.
        let weakest = answered.collect::<Vec<_>>().into_iter().rev().max_by_key(loss)?;
        (weakest.1 < 2).then_some(weakest)
    }
}

impl<'a> Seen<'a> {
    #[must_use]
    pub fn embedding(self, innovation: InnovationId, site: Option<SiteId>, day: NaiveDate) -> Embedding<'a> {
        let mut latest: BTreeMap<MembershipId, &Arc<EmbeddingCheck>> = BTreeMap::new();
        let counts = |one: &&Arc<EmbeddingCheck>| one.site == site && (0..=COUNTS).contains(&days(one.on, day));
        for check in self.embedding_checks(innovation).filter(counts) {
            let held = latest.entry(check.rater).or_insert(check);
            if (check.on, check.entry.at, check.id) > (held.on, held.entry.at, held.id) {
                *held = check;
            }
        }
        let counted: Vec<_> = latest.into_values().collect();
        let scores: Vec<f64> = counted.iter().filter_map(|check| check.score()).collect();
        let (most, least) = (scores.iter().copied().reduce(f64::max), scores.iter().copied().reduce(f64::min));
        let outside = |check: &&Arc<EmbeddingCheck>| {
            self.innovation(innovation).is_ok_and(|one| !one.names(check.rater, check.on))
        };
        let whole = counted.iter().all(|check| check.answered() >= ANSWERED);
        Embedding {
            score: median(scores),
            spread: most.zip(least).map(|(most, least)| most - least),
            is_valid: whole && counted.len() >= RATERS && counted.iter().any(outside),
            counted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, EmbeddingAnswer, PersonId, Portfolio, testing::*};

    const SC_10: [u8; 12] = [2, 1, 2, 2, 1, 1, 2, 2, 1, 2, 1, 2];
    const SC_13: [[u8; 12]; 2] = [[2, 1, 2, 2, 2, 0, 1, 2, 1, 2, 1, 1], [2, 1, 2, 2, 2, 0, 1, 2, 1, 2, 1, 0]];

    fn by(person: PersonId, answers: &[u8]) -> EmbeddingCheck {
        embedding_check(person, &answers.iter().copied().map(Some).collect::<Vec<_>>())
    }

    fn rated(checks: &[EmbeddingCheck]) -> Portfolio {
        applied(&portfolio(), checks.iter().cloned().fold(Decision::default(), Decision::and_add))
    }

    fn close(found: Option<f64>, expected: f64) -> bool {
        found.is_some_and(|found| (found - expected).abs() < 0.05)
    }

    #[test]
    fn sc_10_to_sc_12_a_check_is_scored_over_the_questions_answered() {
        let mut eleven = by(LEAD, &SC_10);
        eleven.answers[11].answer = EmbeddingAnswer::NotApplicable;
        for (check, expected, answered) in
            [(by(LEAD, &SC_10), 77.8, 12), (eleven, 76.9, 11), (by(LEAD, &SC_10[..8]), 81.6, 8)]
        {
            assert!(close(check.score(), expected), "{:?}", check.score());
            assert_eq!(check.answered(), answered);
        }
        assert_eq!(by(LEAD, &[]).score(), None);
        as_person(&rated(&[by(LEAD, &SC_10[..8]), by(MANAGER, &SC_10)]), LEAD, |seen| {
            assert!(!seen.embedding(LAMPS, None, today()).is_valid, "eight answers are an indication");
        });
    }

    #[test]
    fn sc_13_the_middle_of_two_raters_their_spread_and_the_lower_of_their_answers() {
        as_person(&rated(&[by(LEAD, &SC_13[0]), by(MANAGER, &SC_13[1])]), LEAD, |seen| {
            let embedding = seen.embedding(LAMPS, None, today());
            assert!(close(embedding.score, 71.3) && close(embedding.spread, 1.9), "{:?}", embedding.score);
            assert!(embedding.is_valid && !embedding.raters_disagree());
            assert_eq!(embedding.band(), Some(EmbeddingBand::Developing));
            assert_eq!(embedding.item(EmbeddingItem::BaseBudget), Some(1));
            assert_eq!(embedding.item(EmbeddingItem::Systems), Some(0), "the smaller of two");
            assert_eq!(embedding.weakest(), Some((EmbeddingItem::Training, 0)));
        });
    }

    #[test]
    fn one_rater_or_only_the_team_is_an_indication() {
        let valid = |people: &[PersonId]| {
            let checks: Vec<_> = people.iter().map(|person| by(*person, &SC_10)).collect();
            as_person(&rated(&checks), LEAD, |seen| seen.embedding(LAMPS, None, today()).is_valid)
        };
        assert!(!valid(&[MANAGER]) && !valid(&[LEAD, EXECUTIVE]) && valid(&[LEAD, MANAGER]));
        assert!(!valid(&[]));
    }

    #[test]
    fn the_latest_check_of_each_rater_counts_for_half_a_year() {
        let later = EmbeddingCheck {
            id: crate::EmbeddingCheckId(uuid::Uuid::from_u128(1)),
            on: day("2026-11-20"),
            ..by(LEAD, &[2; 12])
        };
        as_person(&rated(&[by(LEAD, &[0; 12]), later]), LEAD, |seen| {
            let score = |on: &str| seen.embedding(LAMPS, None, day(on)).score;
            assert_eq!(score("2026-11-24"), Some(100.0));
            assert_eq!(score("2026-11-10"), Some(0.0));
            assert_eq!((score("2027-05-21"), score("2027-05-22")), (Some(100.0), None));
        });
    }

    #[test]
    fn raters_far_apart_should_talk() {
        as_person(&rated(&[by(LEAD, &[2; 12]), by(MANAGER, &[1; 12])]), LEAD, |seen| {
            let embedding = seen.embedding(LAMPS, None, today());
            assert!(embedding.raters_disagree());
            assert_eq!(embedding.score, Some(75.0));
        });
    }
}
