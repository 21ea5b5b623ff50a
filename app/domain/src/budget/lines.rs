//! Entering, changing and removing budget lines.
use super::{BudgetKind, BudgetLine};
use crate::{
    Act, BudgetLineId, CouncilId, Decision, Entry, InnovationId, Line, OrganisationKind, Pence, Problem, Reason,
    Refusal, Rule, Seen, Version, seen::plausible,
};
use chrono::NaiveDate;

/// What somebody says of a budget line, new or changed.
#[derive(Clone, Debug)]
pub struct BudgetLineInput {
    /// In a partnership required, in a council refused.
    pub council: Option<CouncilId>,
    pub kind: BudgetKind,
    pub source: Option<Line>,
    /// Required where it costs nothing; dropped where it does.
    pub nil_reason: Option<Reason>,
    pub approved: Pence,
    pub forecast: Option<Pence>,
    pub from_on: NaiveDate,
    pub to_on: NaiveDate,
}

impl Seen<'_> {
    pub fn add_budget_line(
        self,
        id: BudgetLineId,
        innovation: InnovationId,
        input: BudgetLineInput,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::EditMoney, innovation)?;
        Refusal::unless_sound(self.budget_problems(&input))?;
        Ok(Decision::add(input.line(id, innovation.id, Entry::default())))
    }

    pub fn edit_budget_line(
        self,
        innovation: InnovationId,
        id: BudgetLineId,
        input: BudgetLineInput,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditMoney, innovation)?;
        let before = self.budget_line(innovation, id)?;
        Refusal::unless_seen(seen, before)?;
        Refusal::unless_sound(self.budget_problems(&input))?;
        Ok(Decision::change(before, input.line(id, innovation, before.entry)))
    }

    /// Hidden with a reason; the history keeps it.
    pub fn remove_budget_line(
        self,
        innovation: InnovationId,
        id: BudgetLineId,
        reason: Reason,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditMoney, innovation)?;
        let before = self.budget_line(innovation, id)?;
        Refusal::unless_seen(seen, before)?;
        Ok(Decision::remove(before).because(Some(reason)))
    }

    fn budget_problems(self, input: &BudgetLineInput) -> Vec<Problem> {
        let mut problems: Vec<_> = self.council_problem(input.council).into_iter().collect();
        if input.kind == BudgetKind::NilCost {
            if input.approved != Pence(0) {
                problems.push(Problem::new("approved", Rule::NotNil));
            }
            if input.nil_reason.is_none() {
                problems.push(Problem::new("nil_reason", Rule::Missing));
            }
        }
        let amounts = [("approved", Some(input.approved)), ("forecast", input.forecast)];
        let wild = |(_, amount): &(&str, Option<Pence>)| amount.is_some_and(|one| !(0..=Pence::MOST).contains(&one.0));
        problems.extend(amounts.into_iter().filter(wild).map(|(field, _)| Problem::new(field, Rule::NotMoney)));
        problems.extend(plausible("from_on", input.from_on));
        problems.extend(plausible("to_on", input.to_on));
        if input.to_on < input.from_on {
            problems.push(Problem::new("to_on", Rule::Before(input.from_on)));
        }
        problems
    }

    fn council_problem(self, council: Option<CouncilId>) -> Option<Problem> {
        let rule = match (self.organisation().kind, council) {
            (OrganisationKind::Partnership, None) => Rule::Missing,
            (OrganisationKind::Council, Some(_)) => Rule::Choose,
            (OrganisationKind::Partnership, Some(council)) if self.council(council).is_none() => Rule::Choose,
            (OrganisationKind::Partnership, Some(_)) | (OrganisationKind::Council, None) => return None,
        };
        Some(Problem::new("council", rule))
    }
}

impl BudgetLineInput {
    fn line(self, id: BudgetLineId, innovation: InnovationId, entry: Entry) -> BudgetLine {
        BudgetLine {
            id,
            entry,
            innovation,
            council: self.council,
            kind: self.kind,
            source: self.source,
            nil_reason: self.nil_reason.filter(|_| self.kind == BudgetKind::NilCost),
            approved: self.approved,
            forecast: self.forecast,
            from_on: self.from_on,
            to_on: self.to_on,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, testing::*};
    use uuid::Uuid;

    const LINE: BudgetLineId = BudgetLineId(Uuid::from_u128(400));

    fn input() -> BudgetLineInput {
        BudgetLineInput {
            council: None,
            kind: BudgetKind::Base,
            source: Some(text("Street lighting budget")),
            nil_reason: None,
            approved: Pence(20_000_000),
            forecast: None,
            from_on: day("2026-04-01"),
            to_on: day("2027-03-31"),
        }
    }

    fn add(portfolio: &Portfolio, input: BudgetLineInput) -> Result<Decision, Refusal> {
        as_person(portfolio, LEAD, |seen| seen.add_budget_line(LINE, LAMPS, input))
    }

    #[test]
    fn what_costs_nothing_says_why_and_has_no_amount() {
        let nil = BudgetLineInput { kind: BudgetKind::NilCost, ..input() };
        let problems = vec![Problem::new("approved", Rule::NotNil), Problem::new("nil_reason", Rule::Missing)];
        assert_eq!(add(&portfolio(), nil.clone()), Err(Refusal::Invalid(problems)));
        let nil = BudgetLineInput { approved: Pence(0), nil_reason: Some(text("Volunteers do it")), ..nil };
        assert!(add(&portfolio(), nil).is_ok());
    }

    #[test]
    fn money_does_not_end_before_it_begins() {
        let backwards = BudgetLineInput { to_on: day("2026-03-31"), ..input() };
        let refused = Refusal::invalid("to_on", Rule::Before(day("2026-04-01")));
        assert_eq!(add(&portfolio(), backwards), Err(refused));
        assert!(add(&portfolio(), BudgetLineInput { to_on: day("2026-04-01"), ..input() }).is_ok());
    }

    #[test]
    fn in_a_partnership_a_known_council_pays_and_in_a_council_none_is_named() {
        let named = BudgetLineInput { council: Some(COUNCIL), ..input() };
        let unknown = BudgetLineInput { council: Some(CouncilId(Uuid::from_u128(9))), ..input() };
        assert_eq!(add(&portfolio(), named.clone()), Err(Refusal::invalid("council", Rule::Choose)));
        assert_eq!(add(&partnership(), input()), Err(Refusal::invalid("council", Rule::Missing)));
        assert_eq!(add(&partnership(), unknown), Err(Refusal::invalid("council", Rule::Choose)));
        assert!(add(&partnership(), named).is_ok());
    }

    #[test]
    fn a_line_is_changed_and_removed_by_whoever_read_it_last() {
        let added = applied(&portfolio(), add(&portfolio(), input()).expect("allowed"));
        let edit = |version| {
            let input = BudgetLineInput { forecast: Some(Pence(21_000_000)), ..input() };
            as_person(&added, MANAGER, |seen| seen.edit_budget_line(LAMPS, LINE, input, Version(version)))
        };
        assert!(matches!(edit(7), Err(Refusal::Outdated { .. })));
        let edited = applied(&added, edit(1).expect("allowed"));
        let removed =
            after(&edited, MANAGER, |seen| seen.remove_budget_line(LAMPS, LINE, text("Entered twice"), Version(2)));
        assert_eq!(as_person(&removed, MANAGER, |seen| seen.budget_lines(LAMPS).count()), 0);
    }

    #[test]
    fn who_is_not_named_does_not_touch_money() {
        let refused = as_person(&portfolio(), ADMINISTRATOR, |seen| seen.add_budget_line(LINE, LAMPS, input()));
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::EditMoney)));
    }
}
