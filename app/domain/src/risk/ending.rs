//! How a risk ends: it went away, or it came true.
use super::{Risk, RiskState};
use crate::{Act, Decision, Impossible, InnovationId, Reason, Refusal, RiskId, Seen, Version};
use chrono::NaiveDate;

impl Seen<'_> {
    pub fn close_risk(
        self,
        innovation: InnovationId,
        id: RiskId,
        reason: Reason,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_risk(innovation, id, seen)?;
        let state = RiskState::Closed { on: today, reason: reason.clone() };
        Ok(Decision::change(before, Risk { state, ..(**before).clone() }).because(Some(reason)))
    }

    pub fn risk_happened(
        self,
        innovation: InnovationId,
        id: RiskId,
        what: Reason,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_risk(innovation, id, seen)?;
        let state = RiskState::Happened { on: today, what: what.clone() };
        Ok(Decision::change(before, Risk { state, ..(**before).clone() }).because(Some(what)))
    }

    /// It could happen again, or was ended by mistake. Its review is due when it was.
    pub fn reopen_risk(
        self,
        innovation: InnovationId,
        id: RiskId,
        reason: Reason,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let before = self.risk(innovation, id)?;
        Refusal::unless_seen(seen, before)?;
        if before.is_open() {
            return Err(Refusal::Impossible(Impossible::RiskOpen));
        }
        Ok(Decision::change(before, Risk { state: RiskState::Open, ..(**before).clone() }).because(Some(reason)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn a_risk_that_ended_keeps_why_and_can_be_opened_again() {
        let happened = after(&with_risk(3, 4), LEAD, |seen| {
            seen.risk_happened(LAMPS, RISK, text("The supplier went out of business"), Version::FIRST, today())
        });
        let state = as_person(&happened, LEAD, |seen| seen.risk(LAMPS, RISK).map(|risk| risk.state.clone()));
        assert!(matches!(state, Ok(RiskState::Happened { on, .. }) if on == today()));
        let again = as_person(&happened, LEAD, |seen| seen.close_risk(LAMPS, RISK, text("Gone"), Version(2), today()));
        assert_eq!(again, Err(Refusal::Impossible(Impossible::RiskClosed)));
        let reopen = |portfolio, version| {
            as_person(portfolio, LEAD, |seen| seen.reopen_risk(LAMPS, RISK, text("It is back"), Version(version)))
        };
        let reopened = applied(&happened, reopen(&happened, 2).expect("allowed"));
        assert_eq!(reopen(&reopened, 3), Err(Refusal::Impossible(Impossible::RiskOpen)));
        assert_eq!(as_person(&reopened, LEAD, |seen| seen.open_risks(LAMPS, today()).threats), 1);
    }
}
