//! Approved money.
use crate::{
    deed::{Deeds, id, said},
    innovation::Row,
    organisation::{Organisation, council},
};
use domain::{BudgetKind, BudgetLineId, BudgetLineInput, Pence};

/// Amounts in pounds, days ago.
#[derive(Debug)]
pub(crate) struct Money {
    pub council: Option<&'static str>,
    pub kind: BudgetKind,
    pub source: &'static str,
    /// Why it costs nothing.
    pub nil_reason: &'static str,
    pub approved: i64,
    pub forecast: Option<i64>,
    pub from: i64,
    pub to: i64,
    pub entered: i64,
}

/// A line with pounds approved and expected, first and last day, and when it was entered.
pub(crate) const fn line(
    kind: BudgetKind,
    source: &'static str,
    approved: i64,
    forecast: Option<i64>,
    [from, to]: [i64; 2],
    entered: i64,
) -> Money {
    Money { council: None, kind, source, nil_reason: "", approved, forecast, from, to, entered }
}

impl Money {
    /// Paid by a member of the partnership.
    pub const fn of(self, council: &'static str) -> Self {
        Self { council: Some(council), ..self }
    }
}

impl Row {
    pub fn fund(&'static self, organisation: &Organisation, deeds: &mut Deeds) {
        for (index, line) in self.money.iter().enumerate() {
            let (from_on, to_on) = (deeds.day(line.from), deeds.day(line.to));
            deeds.add(line.entered, organisation.manager, move |seen, _| {
                let pounds = |amount: i64| Pence(amount * 100);
                let input = BudgetLineInput {
                    council: line.council.map(council),
                    kind: line.kind,
                    source: said(line.source),
                    nil_reason: said(line.nil_reason),
                    approved: pounds(line.approved),
                    forecast: line.forecast.map(pounds),
                    from_on,
                    to_on,
                };
                let name = BudgetLineId(id(&format!("budget line {} {}", self.code, index + 1)));
                seen.add_budget_line(name, self.id(), input)
            });
        }
    }
}
