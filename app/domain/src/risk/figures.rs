//! The risks of a portfolio in figures. Each opens: the records that it counts are at hand.
use super::{Risk, RiskKind, RiskStanding, reviewed_on_time, summary::MOVEMENT_DAYS, summary::level_index};
use crate::{Innovation, ReviewedOnTime, Seen, open_days};
use chrono::{Days, NaiveDate};
use std::sync::Arc;

/// Open threats by level, in the order of `Level::ALL`. The sum of scores is never shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exposure {
    pub now: [usize; 4],
    /// 91 days ago.
    pub before: [usize; 4],
}

#[derive(Clone, Debug, PartialEq)]
pub struct RiskFigures<'a> {
    /// None: no risks recorded, which is not good news.
    pub reviewed_on_time: Option<ReviewedOnTime>,
    pub exposure: Exposure,
    /// No one's decision: over appetite, not accepted, no action in date. The highest score first.
    pub undecided: Vec<&'a Arc<Risk>>,
    /// Open, listed apart.
    pub opportunities: usize,
    /// Open since the last review on average, in open days; none without open risks.
    pub review_age: Option<f64>,
    /// At least five priority innovations and no open risk that scores 10 or more: either nothing here is bold, or
    /// nobody is looking.
    pub nothing_bold: bool,
    /// Whether the figures are of everything or only of what the actor may see.
    pub is_everything: bool,
}

/// Fewest priority innovations of which it is said that nothing is bold.
const BOLD_FROM: usize = 5;
/// The least score of a risk that shows boldness.
const BOLD_SCORE: u8 = 10;

impl Risk {
    /// Open days since the last review.
    #[must_use]
    pub fn review_age(&self, quiet: &[crate::Quiet], today: NaiveDate) -> Option<i64> {
        self.reviewed_on().map(|on| open_days(on, today, quiet))
    }

    /// Over appetite, not accepted, and nobody is to do anything by a day that has not passed.
    #[must_use]
    pub fn is_undecided(&self, band: super::AppetiteBand, today: NaiveDate) -> bool {
        let over = matches!(self.standing(band, today), Some(RiskStanding::OverAppetite | RiskStanding::OverTolerance));
        over && !self.has_action_in_date(today)
    }

    /// A threat that is almost certain within a month: is it already an issue?
    #[must_use]
    pub fn may_be_issue(&self) -> bool {
        self.kind == RiskKind::Threat
            && self.is_open()
            && self.score().likelihood == 5
            && self.proximity == super::Proximity::Now
    }
}

/// Counts of the threats given: those open now, and those open 91 days ago by the score of then.
#[must_use]
pub(super) fn exposure<'r>(risks: impl IntoIterator<Item = &'r Arc<Risk>>, today: NaiveDate) -> Exposure {
    let before = today.checked_sub_days(Days::new(MOVEMENT_DAYS)).unwrap_or(today);
    let mut found = Exposure::default();
    for risk in risks.into_iter().filter(|one| one.kind == RiskKind::Threat) {
        if risk.is_open() {
            found.now[level_index(risk.score().level())] += 1;
        }
        if let Some(score) = risk.score_as_of(before).filter(|_| risk.was_open_on(before)) {
            found.before[level_index(score.level())] += 1;
        }
    }
    found
}

impl<'a> Seen<'a> {
    /// Of every risk that may be read.
    #[must_use]
    pub fn risk_figures(self, today: NaiveDate) -> RiskFigures<'a> {
        let all: Vec<_> = self.watched_risks().collect();
        let open: Vec<_> = all.iter().copied().filter(|one| one.is_open()).collect();
        let mut undecided: Vec<_> =
            open.iter().copied().filter(|one| one.is_undecided(self.appetite_of(one.category), today)).collect();
        undecided.sort_by_key(|one| (std::cmp::Reverse(one.score().value()), one.review_due_on, one.id));
        let quiet = self.quiet();
        let ages: Vec<_> = open.iter().filter_map(|one| one.review_age(&quiet, today)).collect();
        let bold = open.iter().any(|one| one.score().value() >= BOLD_SCORE);
        RiskFigures {
            reviewed_on_time: reviewed_on_time(open.iter().map(|one| &***one), today),
            exposure: exposure(all.iter().copied(), today),
            undecided,
            opportunities: open.iter().filter(|one| one.kind == RiskKind::Opportunity).count(),
            review_age: (!ages.is_empty()).then(|| ages.iter().sum::<i64>() as f64 / ages.len() as f64),
            nothing_bold: !bold && self.priority_innovations(today).len() >= BOLD_FROM,
            is_everything: self.sees_every_risk(),
        }
    }

    /// Those of the organisation and of innovations that have not been stopped: nothing is asked of those.
    pub(super) fn watched_risks(self) -> impl Iterator<Item = &'a Arc<Risk>> {
        let asks = move |one: &&Arc<Risk>| match one.innovation {
            Some(id) => self.innovation(id).is_ok_and(|one| self.place_of(one) != crate::Place::Stopped),
            None => true,
        };
        self.all_risks().filter(asks)
    }

    fn sees_every_risk(self) -> bool {
        self.all_risks().count() == self.portfolio.shelves.risks.len()
    }

    /// Under way, linked to an active priority area and flagged; where none is flagged, all that are so linked.
    #[must_use]
    pub fn priority_innovations(self, today: NaiveDate) -> Vec<&'a Arc<Innovation>> {
        let linked: Vec<_> = self.under_way().filter(|one| self.serves_active_area(one, today)).collect();
        let flagged: Vec<_> = linked.iter().copied().filter(|one| one.is_priority).collect();
        if flagged.is_empty() { linked } else { flagged }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::direction::testing::{CARE, area, led};
    use crate::{Decision, InnovationId, Portfolio, PriorityAreaId, Proximity, RiskId, Score, StageMoveId, testing::*};
    use uuid::Uuid;

    fn scored(number: u128, likelihood: u8, impact: u8) -> Risk {
        Risk { id: RiskId(Uuid::from_u128(number)), ..risk_scored(Score { likelihood, impact }) }
    }

    #[test]
    fn figures_open_into_their_records_and_opportunities_stand_apart() {
        let opportunity = Risk { kind: RiskKind::Opportunity, ..scored(4, 5, 5) };
        let late = Risk { review_due_on: day("2026-11-23"), ..scored(3, 1, 2) };
        let of_all = Risk { innovation: None, ..scored(5, 4, 4) };
        let decision = Decision::add(scored(1, 4, 5)).and_add(late).and_add(opportunity).and_add(of_all);
        let portfolio = applied(&portfolio(), decision);
        let undecided = |person| {
            as_person(&portfolio, person, |seen| {
                let found = seen.risk_figures(today());
                let counts = (found.reviewed_on_time.map(|one| (one.on_time, one.open)), found.exposure.now);
                let listed: Vec<_> = found.undecided.iter().map(|one| one.score().value()).collect();
                (counts, listed, found.opportunities, found.is_everything)
            })
        };
        assert_eq!(undecided(LEAD), ((Some((3, 4)), [1, 0, 0, 2]), vec![20, 16], 1, true));
        assert_eq!(undecided(VIEWER), ((None, [0; 4]), vec![], 0, false));
    }

    #[test]
    fn the_age_of_a_review_leaves_out_quiet_days() {
        let quiet = [crate::Quiet { from_on: day("2026-11-01"), to_on: day("2026-11-14") }];
        let mut risk = scored(1, 2, 2);
        risk.reviews[0].on = day("2026-10-24");
        assert_eq!((risk.review_age(&[], today()), risk.review_age(&quiet, today())), (Some(31), Some(17)));
    }

    #[test]
    fn almost_certain_within_a_month_it_may_be_an_issue_already() {
        let now = Risk { proximity: Proximity::Now, ..scored(1, 5, 2) };
        assert!(now.may_be_issue());
        for other in [
            Risk { proximity: Proximity::OneToThree, ..now.clone() },
            Risk { kind: RiskKind::Opportunity, ..now.clone() },
            Risk { proximity: Proximity::Now, ..scored(1, 4, 2) },
        ] {
            assert!(!other.may_be_issue());
        }
    }

    /// So many priority innovations under way.
    fn with_priorities(number: u128) -> Portfolio {
        let agreed = after(&led(), MANAGER, |seen| seen.add_priority_area(CARE, area("Care at home"), today()));
        (0..number).fold(agreed, |portfolio, index| {
            let id = InnovationId(Uuid::from_u128(2000 + index));
            let one = Innovation {
                id,
                number: u32::try_from(10 + index).expect("small"),
                priority_area: Some(PriorityAreaId(CARE.0)),
                ..innovation()
            };
            let mut entry = entered(id, 1, crate::Place::Idea, crate::Place::Stage(0), day("2026-01-05"));
            entry.id = StageMoveId(Uuid::from_u128(3000 + index));
            applied(&portfolio, Decision::add(one).and_add(entry))
        })
    }

    #[test]
    fn five_priorities_without_a_high_risk_are_not_bold_or_nobody_looks() {
        let not_bold =
            |portfolio: &Portfolio| as_person(portfolio, LEAD, |seen| seen.risk_figures(today()).nothing_bold);
        assert!(not_bold(&with_priorities(5)));
        assert!(!not_bold(&with_priorities(4)));
        assert!(!not_bold(&applied(&with_priorities(5), Decision::add(scored(1, 2, 5)))), "10 is high");
        assert!(not_bold(&applied(&with_priorities(5), Decision::add(scored(1, 3, 3)))));
    }
}
