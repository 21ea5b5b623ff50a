//! The open risks of an innovation in a few figures. Threats and opportunities are never added up.
use super::{Level, Risk, RiskKind, RiskStanding, Score};
use crate::{InnovationId, Seen};
use chrono::{Days, NaiveDate};

/// How far back movement is read: thirteen weeks.
pub(super) const MOVEMENT_DAYS: u64 = 91;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenRisks {
    pub threats: usize,
    /// Listed apart.
    pub opportunities: usize,
    /// Of the threats.
    pub highest: Option<Score>,
    /// Threats by level, in the order of `Level::ALL`.
    pub levels: [usize; 4],
    /// The same 91 days ago.
    pub levels_before: [usize; 4],
    /// Over appetite, not over tolerance, not accepted.
    pub over_appetite: usize,
    /// Over tolerance and not accepted.
    pub over_tolerance: usize,
    pub accepted: usize,
    /// No one's decision: over appetite, not accepted, and no action in date.
    pub unanswered: usize,
    /// Threats and opportunities whose review is overdue.
    pub reviews_overdue: usize,
    /// The highest score of the threats is above the highest 91 days ago; false where there was none.
    pub is_rising: bool,
}

/// Top and bottom of "reviewed on time".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewedOnTime {
    pub on_time: usize,
    /// Never 0.
    pub open: usize,
}

impl ReviewedOnTime {
    /// From 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        self.on_time as f64 / self.open as f64
    }
}

/// None where no risk is open: "no risks recorded", which is not good news.
#[must_use]
pub fn reviewed_on_time<'r>(risks: impl IntoIterator<Item = &'r Risk>, today: NaiveDate) -> Option<ReviewedOnTime> {
    let (mut on_time, mut open) = (0, 0);
    for risk in risks.into_iter().filter(|risk| risk.is_open()) {
        open += 1;
        on_time += usize::from(!risk.is_review_overdue(today));
    }
    (open > 0).then_some(ReviewedOnTime { on_time, open })
}

impl Seen<'_> {
    #[must_use]
    pub fn open_risks(self, innovation: InnovationId, today: NaiveDate) -> OpenRisks {
        let before = today.checked_sub_days(Days::new(MOVEMENT_DAYS)).unwrap_or(today);
        let mut found = OpenRisks::default();
        let mut highest_before = None;
        for risk in self.risks(innovation) {
            let past = (risk.kind == RiskKind::Threat && risk.was_open_on(before)).then(|| risk.score_as_of(before));
            if let Some(score) = past.flatten() {
                found.levels_before[level_index(score.level())] += 1;
                highest_before = highest_before.max(Some(score.value()));
            }
            if risk.is_open() {
                self.count(risk, &mut found, today);
            }
        }
        found.is_rising = highest_before.is_some_and(|then| found.highest.is_some_and(|now| now.value() > then));
        found
    }

    fn count(self, risk: &Risk, found: &mut OpenRisks, today: NaiveDate) {
        found.reviews_overdue += usize::from(risk.is_review_overdue(today));
        if risk.kind == RiskKind::Opportunity {
            found.opportunities += 1;
            return;
        }
        let score = risk.score();
        found.threats += 1;
        found.levels[level_index(score.level())] += 1;
        if found.highest.is_none_or(|highest| score.value() > highest.value()) {
            found.highest = Some(score);
        }
        let escalates = match risk.standing(self.appetite_of(risk.category), today) {
            Some(RiskStanding::OverAppetite) => &mut found.over_appetite,
            Some(RiskStanding::OverTolerance) => &mut found.over_tolerance,
            Some(RiskStanding::Accepted) => {
                found.accepted += 1;
                return;
            }
            Some(RiskStanding::Within) | None => return,
        };
        *escalates += 1;
        found.unanswered += usize::from(!risk.has_action_in_date(today));
    }
}

/// As in `Level::ALL`.
pub(super) fn level_index(level: Level) -> usize {
    level as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, ReviewInput, RiskId, Version, testing::*};
    use uuid::Uuid;

    #[test]
    fn ri_20_six_of_eight_reviewed_on_time_is_75_per_cent() {
        let risk =
            |due_on: &str| Risk { review_due_on: day(due_on), ..risk_scored(Score { likelihood: 2, impact: 2 }) };
        let mut risks = vec![risk("2026-11-24"); 6];
        risks.extend([risk("2026-11-23"), risk("2026-01-01")]);
        let found = reviewed_on_time(&risks, today()).expect("some are open");
        assert_eq!((found.on_time, found.open), (6, 8));
        assert!((found.share() - 0.75).abs() < 1e-12);
        assert_eq!(reviewed_on_time([], today()), None);
    }

    #[test]
    fn open_risks_are_counted_by_how_they_stand() {
        let scored = |number: u128, likelihood, impact| Risk {
            id: RiskId(Uuid::from_u128(number)),
            ..risk_scored(Score { likelihood, impact })
        };
        let opportunity = Risk { kind: RiskKind::Opportunity, ..scored(4, 5, 5) };
        let decision =
            Decision::add(scored(1, 4, 5)).and_add(scored(2, 4, 4)).and_add(scored(3, 1, 2)).and_add(opportunity);
        let portfolio = applied(&portfolio(), decision);
        let found = as_person(&portfolio, LEAD, |seen| seen.open_risks(LAMPS, today()));
        assert_eq!((found.threats, found.opportunities, found.levels), (3, 1, [1, 0, 0, 2]));
        assert_eq!((found.over_appetite, found.over_tolerance, found.unanswered), (1, 1, 2));
        assert_eq!(found.highest.map(Score::value), Some(20));
        assert_eq!((found.levels_before, found.is_rising), (found.levels, false));
    }

    #[test]
    fn the_highest_score_rises_against_91_days_ago() {
        let before = applied(&portfolio(), Decision::add(risk_scored(Score { likelihood: 3, impact: 3 })));
        let input =
            ReviewInput { score: Score { likelihood: 3, impact: 4 }, note: None, review_due_on: day("2027-01-31") };
        let raised = after(&before, LEAD, |seen| seen.review_risk(LAMPS, RISK, input, Version::FIRST, today()));
        let found = |today| as_person(&raised, LEAD, |seen| seen.open_risks(LAMPS, today));
        assert!(found(today()).is_rising);
        assert!(!found(day("2027-02-23")).is_rising, "91 days later it has stood there all along");
    }

    #[test]
    fn who_may_not_see_the_innovation_sees_no_risks() {
        let found = as_person(&with_risk(5, 5), VIEWER, |seen| seen.open_risks(LAMPS, today()));
        assert_eq!(found, OpenRisks::default());
    }
}
