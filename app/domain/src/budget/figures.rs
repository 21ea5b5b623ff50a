//! What the lines of an innovation add up to. Missing is not zero.
use super::{BudgetKind, BudgetLine, Funding};
use crate::{CouncilId, InnovationId, Pence, Seen};
use chrono::NaiveDate;
use std::sync::Arc;

/// The money of one innovation in figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Money {
    /// None without lines; zero where nothing costs anything.
    pub approved: Option<Pence>,
    /// Over the lines that have one; none where no line has.
    pub forecast: Option<Pence>,
    /// Expected over approved, of the lines with a forecast; none where nothing is approved for them.
    pub cost_ratio: Option<f64>,
    /// Grants and partners over all approved, from 0 to 1; none where nothing is approved.
    pub external_share: Option<f64>,
    /// The day on which money from outside ends and nothing of our own has begun.
    pub cliff_on: Option<NaiveDate>,
    /// Approved by each council that pays, in the order of first mention; empty outside partnerships.
    pub by_council: Vec<(CouncilId, Pence)>,
    pub funding: Funding,
}

impl Seen<'_> {
    #[must_use]
    pub fn money(self, innovation: InnovationId) -> Money {
        let lines: Vec<_> = self.budget_lines(innovation).cloned().collect();
        Money {
            approved: approved(&lines),
            forecast: forecast(&lines),
            cost_ratio: cost_ratio(&lines),
            external_share: external_share(&lines),
            cliff_on: cliff_on(&lines),
            by_council: by_council(&lines),
            funding: Funding::of(&lines, self.next_gate_on(innovation)),
        }
    }
}

type Lines = [Arc<BudgetLine>];

fn approved(lines: &Lines) -> Option<Pence> {
    (!lines.is_empty()).then(|| lines.iter().map(|line| line.approved).sum())
}

fn forecast(lines: &Lines) -> Option<Pence> {
    let mut expected = lines.iter().filter_map(|line| line.forecast).peekable();
    expected.peek()?;
    Some(expected.sum())
}

fn cost_ratio(lines: &Lines) -> Option<f64> {
    let expected = lines.iter().filter_map(|line| line.forecast).sum();
    ratio(expected, lines.iter().filter(|line| line.forecast.is_some()).map(|line| line.approved).sum())
}

fn external_share(lines: &Lines) -> Option<f64> {
    ratio(external(lines), lines.iter().map(|line| line.approved).sum())
}

fn external(lines: &Lines) -> Pence {
    lines.iter().filter(|line| line.kind.is_external()).map(|line| line.approved).sum()
}

/// Only where half or more comes from outside. Money of our own that begins the day after leaves no gap.
fn cliff_on(lines: &Lines) -> Option<NaiveDate> {
    external_share(lines).filter(|share| *share >= 0.5 - 1e-12)?;
    let last = lines.iter().filter(|line| line.kind.is_external()).map(|line| line.to_on).max()?;
    let next = last.succ_opt().unwrap_or(last);
    let goes_on = lines.iter().any(|line| line.kind == BudgetKind::Base && line.from_on <= next);
    (!goes_on).then_some(last)
}

fn by_council(lines: &Lines) -> Vec<(CouncilId, Pence)> {
    let mut split: Vec<(CouncilId, Pence)> = vec![];
    for (council, approved) in lines.iter().filter_map(|line| Some((line.council?, line.approved))) {
        match split.iter_mut().find(|(known, _)| *known == council) {
            Some((_, sum)) => *sum = [*sum, approved].into_iter().sum(),
            None => split.push((council, approved)),
        }
    }
    split
}

fn ratio(top: Pence, bottom: Pence) -> Option<f64> {
    (bottom.0 != 0).then(|| top.0 as f64 / bottom.0 as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    fn line(kind: BudgetKind, approved: i64, forecast: Option<i64>, from_on: &str, to_on: &str) -> Arc<BudgetLine> {
        Arc::new(BudgetLine {
            kind,
            approved: Pence(approved),
            forecast: forecast.map(Pence),
            from_on: day(from_on),
            to_on: day(to_on),
            ..budget_line()
        })
    }

    fn year(kind: BudgetKind, approved: i64, forecast: Option<i64>) -> Arc<BudgetLine> {
        line(kind, approved, forecast, "2026-04-01", "2027-03-31")
    }

    #[test]
    fn re_3_and_re_4_nothing_to_divide_by_is_no_figure() {
        let nil = [year(BudgetKind::NilCost, 0, None)];
        assert_eq!((approved(&nil), cost_ratio(&nil), external_share(&nil)), (Some(Pence(0)), None, None));
        assert_eq!((approved(&[]), forecast(&[]), cost_ratio(&[]), external_share(&[])), (None, None, None, None));
    }

    #[test]
    fn re_10_to_14_cost_ratio() {
        for (approved, forecast, expected) in [
            (20_000_000, 21_000_000, Some(1.05)),
            (20_000_000, 21_400_000, Some(1.07)),
            (20_000_000, 22_100_000, Some(1.105)),
            (20_000_000, 16_800_000, Some(0.84)),
            (0, 500_000, None),
        ] {
            let found = cost_ratio(&[year(BudgetKind::Base, approved, Some(forecast))]);
            let close = match (found, expected) {
                (Some(found), Some(expected)) => (found - expected).abs() < 1e-12,
                (found, expected) => found == expected,
            };
            assert!(close, "{forecast}: {found:?}");
        }
    }

    #[test]
    fn lines_without_a_forecast_leave_the_ratio() {
        let lines = [year(BudgetKind::Base, 100, Some(150)), year(BudgetKind::Reserve, 900, None)];
        assert_eq!(
            (cost_ratio(&lines), approved(&lines), forecast(&lines)),
            (Some(1.5), Some(Pence(1000)), Some(Pence(150)))
        );
    }

    #[test]
    fn money_from_outside_that_nothing_follows_ends_in_a_cliff() {
        let grant = year(BudgetKind::Grant, 500, None);
        let before = line(BudgetKind::Reserve, 500, None, "2026-04-01", "2027-03-31");
        let half = [grant.clone(), before];
        assert_eq!((external_share(&half), cliff_on(&half)), (Some(0.5), Some(day("2027-03-31"))));
        let follows = |from_on| [grant.clone(), line(BudgetKind::Base, 400, None, from_on, "2028-03-31")];
        assert_eq!(cliff_on(&follows("2027-04-01")), None);
        assert_eq!(cliff_on(&follows("2027-04-02")), Some(day("2027-03-31")));
        assert_eq!(cliff_on(&[grant, year(BudgetKind::Reserve, 501, None)]), None, "less than half");
    }
}
