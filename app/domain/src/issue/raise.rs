//! Raising an issue, putting its words right, and saying how it was resolved.
use super::{Issue, Severity};
use crate::{
    Act, Decision, Entry, FormalDecisionId, Impossible, InnovationId, IssueId, MembershipId, Problem, Reason, Refusal,
    RiskId, Rule, Seen, Title, Version,
    id::{FIRST, LAST},
    seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// What somebody says of an issue, new or changed.
#[derive(Clone, Debug)]
pub struct IssueInput {
    pub title: Title,
    pub severity: Severity,
    /// Not in the future.
    pub raised_on: NaiveDate,
    pub owner: MembershipId,
    pub due_on: NaiveDate,
    /// What was decided about it: of the same innovation.
    pub decision: Option<FormalDecisionId>,
}

#[derive(Clone, Debug)]
pub struct ResolutionInput {
    /// From the day it was raised to today.
    pub resolved_on: NaiveDate,
    pub resolution: Reason,
}

impl<'a> Seen<'a> {
    /// Of one innovation, or of the organisation as a whole; none where they may not be read.
    pub fn issues(self, about: impl Into<Option<InnovationId>>) -> impl DoubleEndedIterator<Item = &'a Arc<Issue>> {
        let about = about.into();
        let visible = self.read_about(about).is_ok();
        let range = (about, IssueId(FIRST))..=(about, IssueId(LAST));
        self.portfolio.shelves.issues.range(range).map(|(_, one)| one).filter(move |_| visible)
    }

    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn issue(self, about: impl Into<Option<InnovationId>>, id: IssueId) -> Result<&'a Arc<Issue>, Refusal> {
        let about = about.into();
        self.read_about(about)?;
        self.portfolio.shelves.issues.get(&(about, id)).ok_or(Refusal::NotFound)
    }

    /// Open issues of the organisation and of innovations that have not been stopped: the worst first, then what is due
    /// first.
    #[must_use]
    pub fn open_issues(self) -> Vec<&'a Arc<Issue>> {
        let asks = |one: &&Arc<Issue>| match self.read_about(one.innovation) {
            Ok(about) => about.is_none_or(|about| self.place_of(about) != crate::Place::Stopped),
            Err(_) => false,
        };
        let mut open: Vec<_> =
            self.portfolio.shelves.issues.values().filter(|one| one.is_open()).filter(asks).collect();
        open.sort_by_key(|one| (one.severity, one.due_on, one.id));
        open
    }

    pub fn raise_issue(
        self,
        id: IssueId,
        about: impl Into<Option<InnovationId>>,
        input: IssueInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let about = about.into();
        self.open_for(Act::EditInnovation, about)?;
        Ok(Decision::add(self.issue_of(id, about, None, input, today)?))
    }

    pub fn edit_issue(
        self,
        about: impl Into<Option<InnovationId>>,
        id: IssueId,
        input: IssueInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_issue(about, id, seen)?;
        Refusal::unless_sound(self.issue_problems(before.innovation, &input, Some(before), today))?;
        let IssueInput { title, severity, raised_on, owner, due_on, decision } = input;
        Ok(Decision::change(
            before,
            Issue { title, severity, raised_on, owner, due_on, decision, ..(**before).clone() },
        ))
    }

    pub fn resolve_issue(
        self,
        about: impl Into<Option<InnovationId>>,
        id: IssueId,
        input: ResolutionInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_issue(about, id, seen)?;
        let ResolutionInput { resolved_on, resolution } = input;
        let wrong = [
            (resolved_on > today, Rule::After(today)),
            (resolved_on < before.raised_on, Rule::Before(before.raised_on)),
        ];
        let wrong = wrong.into_iter().filter(|(is, _)| *is).map(|(_, rule)| Problem::new("resolved_on", rule));
        Refusal::unless_sound(wrong.collect())?;
        let after =
            Issue { resolved_on: Some(resolved_on), resolution: Some(resolution.clone()), ..(**before).clone() };
        Ok(Decision::change(before, after).because(Some(resolution)))
    }

    /// Whoever decides has been asked whether they may.
    pub(crate) fn issue_of(
        self,
        id: IssueId,
        innovation: Option<InnovationId>,
        from_risk: Option<RiskId>,
        input: IssueInput,
        today: NaiveDate,
    ) -> Result<Issue, Refusal> {
        Refusal::unless_sound(self.issue_problems(innovation, &input, None, today))?;
        let IssueInput { title, severity, raised_on, owner, due_on, decision } = input;
        Ok(Issue {
            id,
            entry: Entry::default(),
            innovation,
            from_risk,
            title,
            severity,
            raised_on,
            owner,
            due_on,
            resolved_on: None,
            resolution: None,
            decision,
        })
    }

    fn open_issue(
        self,
        about: impl Into<Option<InnovationId>>,
        id: IssueId,
        seen: Version,
    ) -> Result<&'a Arc<Issue>, Refusal> {
        let about = about.into();
        self.open_for(Act::EditInnovation, about)?;
        let issue = self.issue(about, id)?;
        Refusal::unless_seen(seen, issue)?;
        if issue.is_open() { Ok(issue) } else { Err(Refusal::Impossible(Impossible::IssueResolved)) }
    }

    /// A day that has passed is refused unless it was set before.
    fn issue_problems(
        self,
        about: Option<InnovationId>,
        input: &IssueInput,
        before: Option<&Issue>,
        today: NaiveDate,
    ) -> Vec<Problem> {
        let mut problems = self.unknown_people([("owner", Some(input.owner))]);
        problems.extend(plausible("raised_on", input.raised_on));
        if input.raised_on > today {
            problems.push(Problem::new("raised_on", Rule::After(today)));
        }
        problems.extend(plausible("due_on", input.due_on));
        if input.due_on < today && before.is_none_or(|before| before.due_on != input.due_on) {
            problems.push(Problem::new("due_on", Rule::Before(today)));
        }
        let of_the_same = |id| self.decision(id).is_ok_and(|one| one.innovation == about);
        if input.decision.is_some_and(|id| !of_the_same(id)) {
            problems.push(Problem::new("decision", Rule::Choose));
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issue::testing::*;
    use crate::testing::*;

    fn raised() -> crate::Portfolio {
        after(&portfolio(), LEAD, |seen| seen.raise_issue(ISSUE, LAMPS, issue_input("2026-12-10"), today()))
    }

    fn resolution(resolved_on: &str) -> ResolutionInput {
        ResolutionInput { resolved_on: day(resolved_on), resolution: text("They came") }
    }

    #[test]
    fn an_issue_is_raised_put_off_and_resolved_once() {
        let put_off = after(&raised(), LEAD, |seen| {
            seen.edit_issue(LAMPS, ISSUE, issue_input("2027-01-10"), Version::FIRST, today())
        });
        let resolve = |portfolio: &crate::Portfolio, on, version| {
            as_person(portfolio, LEAD, |seen| {
                seen.resolve_issue(LAMPS, ISSUE, resolution(on), Version(version), today())
            })
        };
        let future = Err(Refusal::invalid("resolved_on", Rule::After(today())));
        assert_eq!(resolve(&put_off, "2026-11-25", 2), future);
        let early = Err(Refusal::invalid("resolved_on", Rule::Before(today())));
        assert_eq!(resolve(&put_off, "2026-11-23", 2), early, "before it was raised");
        let resolved = applied(&put_off, resolve(&put_off, "2026-11-24", 2).expect("may"));
        assert_eq!(resolve(&resolved, "2026-11-24", 3), Err(Refusal::Impossible(Impossible::IssueResolved)));
        as_person(&resolved, LEAD, |seen| {
            let found = seen.issue(LAMPS, ISSUE).expect("there");
            assert!(!found.is_open() && !found.is_overdue(day("2028-01-01")));
        });
    }

    #[test]
    fn an_issue_is_overdue_the_day_after_it_was_due() {
        as_person(&raised(), LEAD, |seen| {
            let found = seen.issue(LAMPS, ISSUE).expect("there");
            assert!(!found.is_overdue(day("2026-12-10")) && found.is_overdue(day("2026-12-11")));
        });
    }

    #[test]
    fn open_issues_are_listed_the_worst_first_to_who_may_see_them() {
        let worse = IssueId(uuid::Uuid::from_u128(801));
        let both = after(&raised(), MANAGER, |seen| {
            let input = IssueInput { severity: Severity::One, ..issue_input("2027-12-10") };
            seen.raise_issue(worse, None, input, today())
        });
        let listed =
            |person| as_person(&both, person, |seen| seen.open_issues().iter().map(|one| one.id).collect::<Vec<_>>());
        assert_eq!((listed(LEAD), listed(VIEWER)), (vec![worse, ISSUE], vec![]));
    }

    #[test]
    fn every_problem_of_an_issue_is_told_at_once() {
        let wrong = IssueInput {
            raised_on: day("2026-11-25"),
            owner: MembershipId(uuid::Uuid::from_u128(9)),
            decision: Some(FormalDecisionId(uuid::Uuid::from_u128(9))),
            ..issue_input("2026-11-23")
        };
        let refused = as_person(&portfolio(), LEAD, |seen| seen.raise_issue(ISSUE, LAMPS, wrong, today()));
        let problems = [
            ("owner", Rule::Choose),
            ("raised_on", Rule::After(today())),
            ("due_on", Rule::Before(today())),
            ("decision", Rule::Choose),
        ];
        assert_eq!(refused, Err(Refusal::Invalid(problems.map(|(field, rule)| Problem::new(field, rule)).into())));
    }

    #[test]
    fn who_may_not_edit_or_see_the_innovation_raises_no_issue() {
        let raise = |person| {
            as_person(&portfolio(), person, |seen| seen.raise_issue(ISSUE, LAMPS, issue_input("2026-12-10"), today()))
        };
        assert_eq!(raise(ADMINISTRATOR), Err(Refusal::NotAllowed(Act::EditInnovation)));
        assert_eq!(raise(VIEWER), Err(Refusal::NotFound));
    }
}
