//! Risk: threats above what the organisation accepts, and whether anybody does something about them.
use super::{Confidence, Evidence, Finding, Part};
use crate::{Innovation, Risk, RiskKind, RiskStanding, Seen};
use chrono::NaiveDate;
use std::sync::Arc;

impl<'a> Seen<'a> {
    pub(super) fn risk_finding(self, innovation: &Innovation, today: NaiveDate) -> Finding {
        let risks: Vec<_> = self.risks(innovation.id).collect();
        if risks.is_empty() {
            return Finding::unknown(Part::Risk, "No risk is recorded");
        }
        let unanswered: Vec<_> =
            self.over_tolerance(innovation).into_iter().filter(|one| !one.has_action_in_date(today)).collect();
        if let Some(worst) = unanswered.first() {
            let reason = format!("“{}” ({}) is above tolerance with no action in date", worst.event, score(worst));
            return Finding::new(Part::Risk, Confidence::OffTrack, reason, evidence(&unanswered));
        }
        let over = |one: &&&Arc<Risk>| {
            let standing = one.standing(self.appetite_of(one.category), today);
            matches!(standing, Some(RiskStanding::OverAppetite | RiskStanding::OverTolerance))
        };
        let mut over: Vec<_> = risks.iter().filter(over).copied().collect();
        over.sort_by_key(|one| std::cmp::Reverse(score(one)));
        if let Some(worst) = over.first() {
            let reason = format!("“{}” ({}) is above appetite and not accepted", worst.event, score(worst));
            return Finding::new(Part::Risk, Confidence::AtRisk, reason, evidence(&over));
        }
        let reason = "No open threat is above appetite, or it is accepted";
        Finding::new(Part::Risk, Confidence::OnTrack, reason, vec![])
    }

    /// Open threats above tolerance by their score, the highest first. An acceptance makes them no lower: it is said
    /// elsewhere, and somebody still has to do something about them.
    pub(in crate::update) fn over_tolerance(self, innovation: &Innovation) -> Vec<&'a Arc<Risk>> {
        let over = |one: &&Arc<Risk>| {
            let band = self.appetite_of(one.category);
            one.kind == RiskKind::Threat
                && one.is_open()
                && RiskStanding::of(one.score(), band) == RiskStanding::OverTolerance
        };
        let mut found: Vec<_> = self.risks(innovation.id).filter(over).collect();
        found.sort_by_key(|one| std::cmp::Reverse(score(one)));
        found
    }
}

fn score(risk: &Risk) -> u8 {
    risk.score().value()
}

fn evidence(found: &[&Arc<Risk>]) -> Vec<Evidence> {
    found.iter().map(|one| Evidence::Risk(one.id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use crate::{Decision, RiskAction, RiskState, Score};
    use Confidence::{AtRisk, OffTrack, OnTrack};

    fn says(risk: Risk) -> Option<Confidence> {
        let portfolio = applied(&portfolio(), Decision::add(risk));
        as_person(&portfolio, LEAD, |seen| seen.risk_finding(&innovation(), today()).says)
    }

    /// A delivery threat: appetite 12, tolerance 16. With an action due by then.
    fn threat(likelihood: u8, impact: u8, due_on: Option<&str>) -> Risk {
        let action = |due_on: &str| RiskAction {
            number: 1,
            text: text("Order a second one"),
            owner: place(LEAD),
            due_on: day(due_on),
            done_on: None,
        };
        Risk { actions: due_on.map(action).into_iter().collect(), ..risk_scored(Score { likelihood, impact }) }
    }

    fn accepted(risk: Risk) -> Risk {
        let by = place(EXECUTIVE);
        let state = RiskState::Accepted {
            by,
            body: None,
            reason: text("Worth it"),
            on: day("2026-11-01"),
            until: day("2026-11-24"),
        };
        Risk { state, ..risk }
    }

    #[test]
    fn above_tolerance_somebody_must_act_and_above_appetite_somebody_must_accept() {
        let table = [
            (threat(3, 4, None), OnTrack),
            (threat(3, 5, None), AtRisk),
            (threat(4, 4, Some("2026-11-30")), AtRisk),
            (accepted(threat(4, 4, None)), OnTrack),
            (threat(4, 5, None), OffTrack),
            (threat(4, 5, Some("2026-11-23")), OffTrack),
            (threat(4, 5, Some("2026-11-24")), AtRisk),
            (accepted(threat(4, 5, None)), OffTrack),
            (accepted(threat(4, 5, Some("2026-11-24"))), OnTrack),
        ];
        for (risk, expected) in table {
            let about = format!("{:?} {:?} {:?}", risk.score(), risk.actions, risk.state);
            assert_eq!(says(risk), Some(expected), "{about}");
        }
    }

    #[test]
    fn no_risk_at_all_says_nothing_and_a_closed_one_is_no_worry() {
        as_person(&portfolio(), LEAD, |seen| assert_eq!(seen.risk_finding(&innovation(), today()).says, None));
        let closed = RiskState::Closed { on: today(), reason: text("Gone") };
        assert_eq!(says(Risk { state: closed, ..threat(5, 5, None) }), Some(OnTrack));
        assert_eq!(says(Risk { kind: crate::RiskKind::Opportunity, ..threat(5, 5, None) }), Some(OnTrack));
    }
}
