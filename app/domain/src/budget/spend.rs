//! What was spent, month by month.
use crate::{
    Act, BudgetLineId, Decision, Entry, InnovationId, Pence, Problem, Reason, Refusal, Rule, Seen, SpendId,
    calendar::is_first_of_month, record::noun, seen::plausible,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use uuid::Uuid;

/// What one budget line paid in one month. There is one of them for each line and month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spend {
    pub id: SpendId,
    pub entry: Entry,
    pub innovation: InnovationId,
    pub budget_line: BudgetLineId,
    /// The first day of the month.
    pub month: NaiveDate,
    /// Below zero where an earlier month is corrected.
    pub pence: Pence,
    pub note: Option<Reason>,
}

noun!(
    Spend,
    "spend",
    (InnovationId, BudgetLineId, NaiveDate) = |one| (one.innovation, one.budget_line, one.month),
    innovation = Some(one.innovation)
);

/// One field of a table of amounts.
#[derive(Clone, Debug)]
pub struct SpendInput {
    pub budget_line: BudgetLineId,
    pub month: NaiveDate,
    /// None: nothing is recorded for the month, or no longer.
    pub pence: Option<Pence>,
    pub note: Option<Reason>,
    /// The amount that stood in the field when the page was read.
    pub was: Option<Pence>,
    /// How the form calls the field.
    pub field: &'static str,
}

impl<'a> Seen<'a> {
    /// Every field that was changed, as one decision. Bills come after an innovation was stopped, so this may too.
    ///
    /// `ids` is one new id, of which those of the records are made.
    pub fn record_spend(
        self,
        innovation: InnovationId,
        inputs: Vec<SpendInput>,
        ids: Uuid,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let about = self.innovation(innovation)?;
        self.must(Act::EditMoney, Some(about))?;
        let mut problems = Vec::new();
        let mut decision = Decision::default();
        for input in inputs {
            self.budget_line(innovation, input.budget_line)?;
            let before = self.spend_in(innovation, input.budget_line, input.month);
            let changes = input.pence != input.was || input.note.as_ref() != before.and_then(|one| one.note.as_ref());
            if !changes {
                continue;
            }
            problems.extend(spend_problems(&input, before, today));
            decision = with_spend(decision, innovation, before, input, ids);
        }
        Refusal::unless_sound(problems)?;
        Ok(decision)
    }

    /// What a line paid in a month, where that is recorded.
    #[must_use]
    pub fn spend_in(self, innovation: InnovationId, line: BudgetLineId, month: NaiveDate) -> Option<&'a Arc<Spend>> {
        self.innovation(innovation).ok()?;
        self.portfolio.shelves.spends.get(&(innovation, line, month))
    }
}

fn spend_problems(input: &SpendInput, before: Option<&Arc<Spend>>, today: NaiveDate) -> Option<Problem> {
    let problem = |rule| Some(Problem::new(input.field, rule));
    if before.map(|one| one.pence) != input.was {
        return problem(Rule::Meanwhile);
    }
    if input.month > today {
        return problem(Rule::After(today));
    }
    if !is_first_of_month(input.month) || plausible(input.field, input.month).is_some() {
        return problem(Rule::NotADate);
    }
    if input.pence.is_some_and(|pence| pence.0.saturating_abs() > Pence::MOST) {
        return problem(Rule::NotMoney);
    }
    if input.pence.is_none() && input.note.is_some() {
        return problem(Rule::Missing);
    }
    None
}

fn with_spend(
    decision: Decision,
    innovation: InnovationId,
    before: Option<&Arc<Spend>>,
    input: SpendInput,
    ids: Uuid,
) -> Decision {
    let SpendInput { budget_line, month, note, .. } = input;
    match (before, input.pence) {
        (Some(before), Some(pence)) => decision.and_change(before, Spend { pence, note, ..(**before).clone() }),
        (Some(before), None) => decision.and(Decision::remove(before)),
        (None, Some(pence)) => {
            let id = SpendId(Uuid::new_v5(&ids, format!("{budget_line} {month}").as_bytes()));
            decision.and_add(Spend { id, entry: Entry::default(), innovation, budget_line, month, pence, note })
        }
        (None, None) => decision,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, testing::*};

    const IDS: Uuid = Uuid::from_u128(7);

    fn with_line() -> Portfolio {
        applied(&portfolio(), Decision::add(budget_line()))
    }

    fn spend(month: &str, pence: Option<i64>, was: Option<i64>) -> SpendInput {
        SpendInput {
            budget_line: budget_line().id,
            month: day(month),
            pence: pence.map(Pence),
            note: None,
            was: was.map(Pence),
            field: "month_1",
        }
    }

    fn record(portfolio: &Portfolio, input: SpendInput) -> Result<Decision, Refusal> {
        as_person(portfolio, LEAD, |seen| seen.record_spend(LAMPS, vec![input], IDS, today()))
    }

    fn found(portfolio: &Portfolio) -> Vec<(NaiveDate, i64)> {
        as_person(portfolio, LEAD, |seen| seen.spends(LAMPS).map(|one| (one.month, one.pence.0)).collect())
    }

    #[test]
    fn a_line_has_one_amount_a_month_and_a_second_changes_it() {
        let one = applied(&with_line(), record(&with_line(), spend("2026-10-01", Some(500), None)).expect("allowed"));
        assert_eq!(found(&one), [(day("2026-10-01"), 500)]);
        let two = applied(&one, record(&one, spend("2026-10-01", Some(-20), Some(500))).expect("allowed"));
        assert_eq!(found(&two), [(day("2026-10-01"), -20)]);
        let none = applied(&two, record(&two, spend("2026-10-01", None, Some(-20))).expect("allowed"));
        assert_eq!(found(&none), []);
        let again = applied(&none, record(&none, spend("2026-10-01", Some(1), None)).expect("allowed"));
        assert_eq!(found(&again), [(day("2026-10-01"), 1)]);
    }

    #[test]
    fn months_to_come_and_days_within_a_month_are_refused() {
        let refused = |month| record(&with_line(), spend(month, Some(1), None)).expect_err("refused");
        assert_eq!(refused("2026-12-01"), Refusal::invalid("month_1", Rule::After(today())));
        assert_eq!(refused("2026-11-02"), Refusal::invalid("month_1", Rule::NotADate));
        assert!(record(&with_line(), spend("2026-11-01", Some(1), None)).is_ok());
    }

    #[test]
    fn an_amount_that_somebody_else_changed_meanwhile_is_not_written_over() {
        let one = applied(&with_line(), record(&with_line(), spend("2026-10-01", Some(500), None)).expect("allowed"));
        let meanwhile = Err(Refusal::invalid("month_1", Rule::Meanwhile));
        assert_eq!(record(&one, spend("2026-10-01", Some(600), None)), meanwhile);
        assert_eq!(record(&one, spend("2026-10-01", Some(500), Some(500))), Ok(Decision::default()), "left as it was");
    }

    #[test]
    fn who_is_not_named_records_no_spend() {
        let refused = as_person(&with_line(), ADMINISTRATOR, |seen| {
            seen.record_spend(LAMPS, vec![spend("2026-10-01", Some(1), None)], IDS, today())
        });
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::EditMoney)));
    }
}
