//! How a risk ends: it went away, or it came true.
use super::{Risk, RiskKind, RiskState};
use crate::{
    Act, Decision, Impossible, InnovationId, IssueId, IssueInput, Reason, Refusal, RiskId, Rule, Seen, Version,
};
use chrono::NaiveDate;

/// That a risk came true.
#[derive(Clone, Debug)]
pub struct HappenedInput {
    pub what: Reason,
    /// The problem that it now is. Required for a threat; an opportunity that was taken makes none.
    pub issue: Option<IssueInput>,
}

impl Seen<'_> {
    pub fn close_risk(
        self,
        about: impl Into<Option<InnovationId>>,
        id: RiskId,
        reason: Reason,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_risk(about, id, seen)?;
        let state = RiskState::Closed { on: today, reason: reason.clone() };
        Ok(Decision::change(before, Risk { state, ..(**before).clone() }).because(Some(reason)))
    }

    /// A threat becomes an issue in the same step, under the id given.
    pub fn risk_happened(
        self,
        about: impl Into<Option<InnovationId>>,
        id: RiskId,
        input: HappenedInput,
        issue: IssueId,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_risk(about, id, seen)?;
        let HappenedInput { what, issue: raised } = input;
        let raised = raised.filter(|_| before.kind == RiskKind::Threat);
        if before.kind == RiskKind::Threat && raised.is_none() {
            return Err(Refusal::invalid("title", Rule::Missing));
        }
        let raised =
            raised.map(|raised| self.issue_of(issue, before.innovation, Some(id), raised, today)).transpose()?;
        let state = RiskState::Happened { on: today, what: what.clone(), issue: raised.as_ref().map(|_| issue) };
        let happened = Decision::change(before, Risk { state, ..(**before).clone() });
        Ok(raised.into_iter().fold(happened, Decision::and_add).because(Some(what)))
    }

    /// It could happen again, or was ended by mistake. Its review is due when it was.
    pub fn reopen_risk(
        self,
        about: impl Into<Option<InnovationId>>,
        id: RiskId,
        reason: Reason,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        let about = about.into();
        self.open_for(Act::EditInnovation, about)?;
        let before = self.risk(about, id)?;
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
    use crate::{issue::testing::*, testing::*};

    fn came_true() -> HappenedInput {
        HappenedInput { what: text("The supplier went out of business"), issue: Some(issue_input("2026-12-10")) }
    }

    #[test]
    fn a_threat_that_happens_is_an_issue_in_the_same_step() {
        let happened = after(&with_risk(3, 4), LEAD, |seen| {
            seen.risk_happened(LAMPS, RISK, came_true(), ISSUE, Version::FIRST, today())
        });
        as_person(&happened, LEAD, |seen| {
            let state = &seen.risk(LAMPS, RISK).expect("there").state;
            assert!(matches!(state, RiskState::Happened { on, issue: Some(ISSUE), .. } if *on == today()));
            let issue = seen.issue(LAMPS, ISSUE).expect("raised");
            assert_eq!((issue.from_risk, issue.raised_on, issue.is_open()), (Some(RISK), today(), true));
        });
        let again = as_person(&happened, LEAD, |seen| seen.close_risk(LAMPS, RISK, text("Gone"), Version(2), today()));
        assert_eq!(again, Err(Refusal::Impossible(Impossible::RiskClosed)));
    }

    #[test]
    fn without_an_issue_a_threat_has_not_happened_and_an_opportunity_makes_none() {
        let bare = HappenedInput { issue: None, ..came_true() };
        let refused = as_person(&with_risk(3, 4), LEAD, |seen| {
            seen.risk_happened(LAMPS, RISK, bare.clone(), ISSUE, Version::FIRST, today())
        });
        assert_eq!(refused, Err(Refusal::invalid("title", Rule::Missing)));
        let taken = Risk { kind: RiskKind::Opportunity, ..risk_scored(crate::Score { likelihood: 3, impact: 3 }) };
        let taken = applied(&portfolio(), Decision::add(taken));
        let taken =
            after(&taken, LEAD, |seen| seen.risk_happened(LAMPS, RISK, came_true(), ISSUE, Version::FIRST, today()));
        as_person(&taken, LEAD, |seen| assert_eq!(seen.issues(LAMPS).count(), 0));
    }

    #[test]
    fn what_is_wrong_with_the_issue_is_told_and_nothing_is_written() {
        let late = HappenedInput { issue: Some(issue_input("2026-11-01")), ..came_true() };
        let refused = as_person(&with_risk(3, 4), LEAD, |seen| {
            seen.risk_happened(LAMPS, RISK, late, ISSUE, Version::FIRST, today())
        });
        assert_eq!(refused, Err(Refusal::invalid("due_on", Rule::Before(today()))));
    }

    #[test]
    fn a_risk_that_ended_keeps_why_and_can_be_opened_again() {
        let closed = after(&with_risk(3, 4), LEAD, |seen| {
            seen.close_risk(LAMPS, RISK, text("Delivered"), Version::FIRST, today())
        });
        let reopen = |portfolio, version| {
            as_person(portfolio, LEAD, |seen| seen.reopen_risk(LAMPS, RISK, text("It is back"), Version(version)))
        };
        let reopened = applied(&closed, reopen(&closed, 2).expect("allowed"));
        assert_eq!(reopen(&reopened, 3), Err(Refusal::Impossible(Impossible::RiskOpen)));
        assert_eq!(as_person(&reopened, LEAD, |seen| seen.open_risks(LAMPS, today()).threats), 1);
    }
}
