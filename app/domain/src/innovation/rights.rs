//! Who decides what about an innovation alone: up to how much money, up to how many days. Beyond it, others decide.
use super::{Innovation, PostKind};
use crate::{Act, Decision, InnovationId, MilestoneKind, Pence, Problem, Prose, Refusal, Rule, Seen, Version};
use serde::{Deserialize, Serialize};

/// Nothing said is not zero: then nobody has settled it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DecisionRights {
    /// More money than was approved, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_limit: Option<Pence>,
    /// Days beyond what was agreed last, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_limit_days: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sponsor_limit: Option<Pence>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sponsor_limit_days: Option<u32>,
    /// What else the lead may change, and what not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Prose>,
}

impl DecisionRights {
    /// Most days that a limit may be.
    pub const DAYS: u32 = 1_000;

    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

/// The record says more than somebody may decide alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitPassed {
    pub what: Passed,
    /// Whose limit: of both the sponsor's.
    pub of: PostKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// The forecast above what is approved, and the limit.
    Money(Pence, Pence),
    /// The latest of the gates and critical milestones against what was agreed last, and the limit.
    Days(i64, u32),
}

impl Seen<'_> {
    /// Not by whoever is only named on the innovation: nobody settles their own limits.
    ///
    /// # Errors
    /// `Invalid` where the sponsor may decide less than the lead.
    pub fn set_decision_rights(
        self,
        id: InnovationId,
        rights: DecisionRights,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        let before = self.open_innovation(Act::Read, id)?;
        self.must(Act::SettleRights, None)?;
        Refusal::unless_seen(seen, before)?;
        let mut problems = vec![];
        for (field, limit) in [("lead_limit", rights.lead_limit), ("sponsor_limit", rights.sponsor_limit)] {
            if limit.is_some_and(|limit| !(0..=Pence::MOST).contains(&limit.0)) {
                problems.push(Problem::new(field, Rule::NotMoney));
            }
        }
        let more =
            |lead: Option<i64>, sponsor: Option<i64>| lead.zip(sponsor).is_some_and(|(lead, sponsor)| lead > sponsor);
        if more(rights.lead_limit.map(|one| one.0), rights.sponsor_limit.map(|one| one.0)) {
            problems.push(Problem::new("sponsor_limit", Rule::BelowLead));
        }
        if more(rights.lead_limit_days.map(i64::from), rights.sponsor_limit_days.map(i64::from)) {
            problems.push(Problem::new("sponsor_limit_days", Rule::BelowLead));
        }
        Refusal::unless_sound(problems)?;
        Ok(Decision::change(before, Innovation { rights, ..(**before).clone() }))
    }

    /// Where the record says more than the lead, or the sponsor, may decide alone.
    #[must_use]
    pub fn limits_passed(self, innovation: &Innovation) -> Vec<LimitPassed> {
        let rights = &innovation.rights;
        let mut passed = vec![];
        let expected = self.budget_lines(innovation.id).filter_map(|one| Some(one.forecast?.0 - one.approved.0));
        let over: i64 = expected.sum();
        let limits = [(PostKind::Sponsor, rights.sponsor_limit), (PostKind::Lead, rights.lead_limit)];
        let limits = limits.into_iter().filter_map(|(of, limit)| Some((of, limit?)));
        if let Some((of, limit)) = limits.into_iter().find(|(_, limit)| over > limit.0) {
            passed.push(LimitPassed { what: Passed::Money(Pence(over), limit), of });
        }
        let key = self.milestones(innovation.id).filter(|one| one.is_open());
        let key = key.filter(|one| one.critical || one.kind == MilestoneKind::Gate);
        let late = key.filter_map(|one| one.slip()).max().unwrap_or(0);
        let limits = [(PostKind::Sponsor, rights.sponsor_limit_days), (PostKind::Lead, rights.lead_limit_days)];
        let limits = limits.into_iter().filter_map(|(of, limit)| Some((of, limit?)));
        if let Some((of, limit)) = limits.into_iter().find(|(_, limit)| late > i64::from(*limit)) {
            passed.push(LimitPassed { what: Passed::Days(late, limit), of });
        }
        passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Baseline, BudgetLine, Forecast, Milestone, testing::*};

    fn rights() -> DecisionRights {
        DecisionRights {
            lead_limit: Some(Pence(1_000_000)),
            lead_limit_days: Some(14),
            sponsor_limit: Some(Pence(5_000_000)),
            sponsor_limit_days: Some(60),
            scope: None,
        }
    }

    #[test]
    fn a_programme_manager_or_an_executive_says_who_decides_what() {
        let set = |person, rights| {
            as_person(&portfolio(), person, |seen| seen.set_decision_rights(LAMPS, rights, Version::FIRST))
        };
        assert!(set(MANAGER, rights()).is_ok() && set(EXECUTIVE, rights()).is_ok());
        assert_eq!(set(LEAD, rights()), Err(Refusal::NotAllowed(Act::SettleRights)));
        let less = DecisionRights { sponsor_limit: Some(Pence(1)), sponsor_limit_days: Some(1), ..rights() };
        let problem = |field| Problem::new(field, Rule::BelowLead);
        let problems = vec![problem("sponsor_limit"), problem("sponsor_limit_days")];
        assert_eq!(set(MANAGER, less), Err(Refusal::Invalid(problems)));
    }

    #[test]
    fn what_is_over_a_limit_is_named_with_whose_it_is() {
        let passed = |over: i64, late: i64| {
            let line = BudgetLine { approved: Pence(100), forecast: Some(Pence(100 + over)), ..budget_line() };
            let agreed = Baseline { on: today(), baseline_on: day("2027-01-01"), reason: None, approver: None };
            let forecast_on = day("2027-01-01") + chrono::Duration::days(late);
            let forecast = Forecast { recorded_on: today(), forecast_on, reason: None, by: LEAD };
            let gate = Milestone {
                kind: MilestoneKind::Gate,
                baselines: vec![agreed],
                forecasts: vec![forecast],
                ..milestone()
            };
            let before = applied(&portfolio(), Decision::add(line).and_add(gate));
            let set = after(&before, MANAGER, |seen| seen.set_decision_rights(LAMPS, rights(), Version::FIRST));
            as_person(&set, LEAD, |seen| seen.limits_passed(seen.innovation(LAMPS).expect("there")))
        };
        assert_eq!(passed(1_000_000, 14), []);
        let money = Passed::Money(Pence(1_000_001), Pence(1_000_000));
        assert_eq!(passed(1_000_001, 0), [LimitPassed { what: money, of: PostKind::Lead }]);
        assert_eq!(passed(0, 61), [LimitPassed { what: Passed::Days(61, 60), of: PostKind::Sponsor }]);
        as_person(&portfolio(), LEAD, |seen| assert_eq!(seen.limits_passed(&innovation()), [], "nothing is settled"));
    }
}
