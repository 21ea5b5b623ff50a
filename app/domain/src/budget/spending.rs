//! What was spent against what was planned by now. A straight line is a comparison, not a profile.
use super::BudgetLine;
use crate::{InnovationId, Pence, Seen, days};
use chrono::NaiveDate;
use std::sync::Arc;

/// The spend of one innovation in figures, on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spending {
    /// Over all lines, up to the day; none where nothing was ever recorded.
    pub to_date: Option<Pence>,
    /// Spent over approved, of the lines whose time includes the day. None where nothing is approved for them, or
    /// where no spend was ever recorded.
    pub spent_share: Option<f64>,
    /// The part of the approved money that a straight line would have spent by now, of the same lines.
    pub planned_share: Option<f64>,
}

impl Spending {
    /// Planned less spent, in points of a hundred; below zero where more is spent than a straight line would have.
    #[must_use]
    pub fn gap(self) -> Option<f64> {
        Some(100.0 * (self.planned_share? - self.spent_share?))
    }
}

impl Seen<'_> {
    #[must_use]
    pub fn spending(self, innovation: InnovationId, today: NaiveDate) -> Spending {
        let lines: Vec<_> = self.budget_lines(innovation).map(|line| (line, self.spent_by(line, today))).collect();
        spending(&lines, today)
    }

    /// What a line has paid up to a day; none where nothing was recorded.
    #[must_use]
    pub fn spent_by(self, line: &BudgetLine, today: NaiveDate) -> Option<Pence> {
        let mine = self.spends_of_line(line.innovation, line.id).filter(|one| one.month <= today);
        let mut mine = mine.map(|one| one.pence).peekable();
        mine.peek()?;
        Some(mine.sum())
    }
}

fn spending(lines: &[(&Arc<BudgetLine>, Option<Pence>)], today: NaiveDate) -> Spending {
    let sum = |of: &mut dyn Iterator<Item = Option<Pence>>| {
        let known: Vec<_> = of.flatten().collect();
        (!known.is_empty()).then(|| known.into_iter().sum::<Pence>())
    };
    let current = || lines.iter().filter(|(line, _)| line.from_on <= today && today <= line.to_on);
    let approved: Pence = current().map(|(line, _)| line.approved).sum();
    let over_approved = |top: f64| (approved.0 != 0).then(|| top / approved.0 as f64);
    Spending {
        to_date: sum(&mut lines.iter().map(|(_, spent)| *spent)),
        spent_share: sum(&mut current().map(|(_, spent)| *spent)).and_then(|spent| over_approved(spent.0 as f64)),
        planned_share: over_approved(current().map(|(line, _)| line.approved.0 as f64 * elapsed(line, today)).sum()),
    }
}

/// From 0 to 1; a line of one day has elapsed on it.
fn elapsed(line: &BudgetLine, today: NaiveDate) -> f64 {
    match days(line.from_on, line.to_on) {
        0 => 1.0,
        all => (days(line.from_on, today) as f64 / all as f64).clamp(0.0, 1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BudgetKind, testing::*};

    fn line(kind: BudgetKind, pounds: i64, from_on: &str, to_on: &str) -> Arc<BudgetLine> {
        let approved = Pence(pounds * 100);
        Arc::new(BudgetLine { kind, approved, from_on: day(from_on), to_on: day(to_on), ..budget_line() })
    }

    fn rounded(share: Option<f64>, places: i32) -> Option<f64> {
        let scale = 10_f64.powi(places);
        share.map(|share| (share * scale).round() / scale)
    }

    fn figures(lines: &[(Arc<BudgetLine>, Option<i64>)]) -> [Option<f64>; 3] {
        let lines: Vec<_> = lines.iter().map(|(line, pounds)| (line, pounds.map(|one| Pence(one * 100)))).collect();
        let found = spending(&lines, today());
        [rounded(found.planned_share, 4), rounded(found.spent_share, 4), rounded(found.gap(), 1)]
    }

    #[test]
    fn re_1_to_4_spent_against_a_straight_line() {
        let year = || (line(BudgetKind::Base, 100_000, "2026-04-01", "2027-03-31"), Some(38_000));
        let grant = (line(BudgetKind::Grant, 50_000, "2026-10-01", "2027-09-30"), Some(9_000));
        assert_eq!(figures(&[year()]), [Some(0.6511), Some(0.38), Some(27.1)]);
        assert_eq!(figures(&[year(), grant]), [Some(0.4835), Some(0.3133), Some(17.0)]);
        let nil = line(BudgetKind::NilCost, 0, "2026-04-01", "2027-03-31");
        assert_eq!(figures(&[(nil, None)]), [None; 3]);
        assert_eq!(figures(&[]), [None; 3]);
    }

    #[test]
    fn no_spend_recorded_is_not_nothing_spent() {
        let year = || line(BudgetKind::Base, 100_000, "2026-04-01", "2027-03-31");
        assert_eq!(figures(&[(year(), None)]), [Some(0.6511), None, None]);
        assert_eq!(figures(&[(year(), Some(0))]), [Some(0.6511), Some(0.0), Some(65.1)]);
    }

    #[test]
    fn lines_that_are_over_or_to_come_are_left_out_and_one_day_is_all_of_a_line() {
        let over = (line(BudgetKind::Base, 500, "2025-04-01", "2026-03-31"), Some(500));
        let one_day = (line(BudgetKind::Base, 100, "2026-11-24", "2026-11-24"), Some(25));
        let to_come = (line(BudgetKind::Base, 900, "2026-11-25", "2027-11-24"), None);
        assert_eq!(figures(&[over, one_day, to_come]), [Some(1.0), Some(0.25), Some(75.0)]);
    }
}
