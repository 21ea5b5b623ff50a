//! Whether the money lasts to the next gate.
use super::{BudgetKind, BudgetLine};
use crate::{InnovationId, MilestoneKind, Pence, Seen};
use chrono::NaiveDate;
use std::sync::Arc;

/// Whether an innovation is funded to its next gate, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Funding {
    Funded {
        ends_on: NaiveDate,
        gate_on: NaiveDate,
    },
    /// No line with money, nor one that says that none is needed.
    NoMoney,
    /// There is money, but no line of it says where from.
    NoSource,
    /// No gate is planned that has not been passed.
    NoGate,
    EndsBefore {
        ends_on: NaiveDate,
        gate_on: NaiveDate,
    },
}

impl Funding {
    #[must_use]
    pub fn is_funded(self) -> bool {
        matches!(self, Self::Funded { .. })
    }

    pub(super) fn of(lines: &[Arc<BudgetLine>], next_gate_on: Option<NaiveDate>) -> Self {
        let pays = |line: &&Arc<BudgetLine>| line.approved > Pence(0) || line.kind == BudgetKind::NilCost;
        let mut paying = lines.iter().filter(pays).peekable();
        if paying.peek().is_none() {
            return Self::NoMoney;
        }
        if !paying.any(|line| line.source.is_some()) {
            return Self::NoSource;
        }
        let Some(gate_on) = next_gate_on else { return Self::NoGate };
        let ends_on = lines.iter().map(|line| line.to_on).max().unwrap_or(NaiveDate::MIN);
        if ends_on >= gate_on { Self::Funded { ends_on, gate_on } } else { Self::EndsBefore { ends_on, gate_on } }
    }
}

impl Seen<'_> {
    /// The forecast of the next gate that has not been passed.
    #[must_use]
    pub fn next_gate_on(self, innovation: InnovationId) -> Option<NaiveDate> {
        let open = self.milestones(innovation).filter(|one| one.kind == MilestoneKind::Gate && one.done_on.is_none());
        open.map(|one| one.forecast_on()).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, Forecast, Milestone, MilestoneId, testing::*};
    use uuid::Uuid;

    #[test]
    fn re_20_to_23_funded_to_the_next_gate() {
        for (kind, approved, to_on, gate, funded) in [
            (BudgetKind::Base, 100, "2027-03-31", Some("2027-02-12"), true),
            (BudgetKind::Base, 100, "2027-03-31", Some("2027-04-30"), false),
            (BudgetKind::Base, 100, "2027-03-31", None, false),
            (BudgetKind::NilCost, 0, "2028-03-31", Some("2027-02-12"), true),
        ] {
            let line = BudgetLine { kind, approved: Pence(approved), to_on: day(to_on), ..budget_line() };
            let found = Funding::of(&[Arc::new(line)], gate.map(day));
            assert_eq!(found.is_funded(), funded, "{to_on} {gate:?}: {found:?}");
        }
    }

    #[test]
    fn it_is_said_why_there_is_no_funding() {
        let gate = Some(day("2027-02-12"));
        let of = |line: BudgetLine| Funding::of(&[Arc::new(line)], gate);
        assert_eq!(Funding::of(&[], gate), Funding::NoMoney);
        assert_eq!(of(BudgetLine { approved: Pence(0), ..budget_line() }), Funding::NoMoney);
        assert_eq!(of(BudgetLine { source: None, ..budget_line() }), Funding::NoSource);
    }

    #[test]
    fn the_next_gate_is_the_earliest_that_is_not_done() {
        let gate = |number: u128, on: &str, done_on: Option<&str>| Milestone {
            id: MilestoneId(Uuid::from_u128(number)),
            kind: MilestoneKind::Gate,
            forecasts: vec![Forecast { recorded_on: today(), forecast_on: day(on), reason: None, by: LEAD }],
            done_on: done_on.map(day),
            ..milestone()
        };
        let decision = Decision::add(gate(1, "2026-06-01", Some("2026-06-01")))
            .and_add(gate(2, "2027-06-01", None))
            .and_add(gate(3, "2027-02-12", None))
            .and_add(Milestone { kind: MilestoneKind::Delivery, ..gate(4, "2026-12-01", None) })
            .and_add(budget_line());
        let funding = as_person(&applied(&portfolio(), decision), LEAD, |seen| seen.money(LAMPS).funding);
        assert_eq!(funding, Funding::Funded { ends_on: day("2027-03-31"), gate_on: day("2027-02-12") });
    }
}
