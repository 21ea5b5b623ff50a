//! Money by financial year and by council, and what each person reached has cost.
use super::BudgetLine;
use crate::{CouncilId, InnovationId, Pence, Seen, days};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// What falls into one financial year, from 1 April to 31 March.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearOfMoney {
    /// The year in which it begins.
    pub year: i32,
    /// The council that pays; none outside partnerships.
    pub council: Option<CouncilId>,
    /// Each line spread evenly over its days; the years of a line add up to the whole of it.
    pub approved: Pence,
    /// Recorded in the months of the year, up to the day.
    pub spent: Pence,
}

/// The year in which the financial year of a day begins.
#[must_use]
pub fn financial_year(day: NaiveDate) -> i32 {
    if day.month() >= 4 { day.year() } else { day.year() - 1 }
}

impl Seen<'_> {
    /// By year, and within a year by council.
    #[must_use]
    pub fn money_by_year(self, innovation: InnovationId, today: NaiveDate) -> Vec<YearOfMoney> {
        let mut sums: BTreeMap<(i32, Option<CouncilId>), (i64, i64)> = BTreeMap::new();
        for line in self.budget_lines(innovation) {
            for (year, approved) in by_year(line) {
                sums.entry((year, line.council)).or_default().0 += approved;
            }
            for spend in self.spends_of_line(innovation, line.id).filter(|one| one.month <= today) {
                sums.entry((financial_year(spend.month), line.council)).or_default().1 += spend.pence.0;
            }
        }
        let year = |((year, council), (approved, spent))| YearOfMoney {
            year,
            council,
            approved: Pence(approved),
            spent: Pence(spent),
        };
        sums.into_iter().map(year).collect()
    }

    /// Spend to date over the people reached, of places that share nobody; to the penny. None where nothing was
    /// spent on record, or nobody was counted.
    #[must_use]
    pub fn cost_per_person(self, innovation: InnovationId, today: NaiveDate) -> Option<Pence> {
        let spent = self.spending(innovation, today).to_date?;
        let reached = i64::try_from(self.reach(innovation, today).reached()).ok().filter(|reached| *reached > 0)?;
        Some(Pence((2 * spent.0 + reached).div_euclid(2 * reached)))
    }
}

/// The pence of a line that fall into each financial year.
fn by_year(line: &BudgetLine) -> Vec<(i32, i64)> {
    let all = i128::from(days(line.from_on, line.to_on) + 1);
    // What has fallen due by the end of a day, so that rounding is never lost.
    let by = |day: NaiveDate| {
        let gone = i128::from((days(line.from_on, day) + 1).max(0)).min(all);
        i64::try_from(i128::from(line.approved.0) * gone / all.max(1)).unwrap_or(line.approved.0)
    };
    let end = |year: i32| NaiveDate::from_ymd_opt(year + 1, 3, 31).unwrap_or(NaiveDate::MAX);
    let years = financial_year(line.from_on)..=financial_year(line.to_on);
    years.map(|year| (year, by(end(year)) - by(end(year - 1)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BudgetLineId, Decision, SiteState, Spend, SpendId, testing::*};
    use uuid::Uuid;

    #[test]
    fn a_line_is_spread_over_its_days_and_its_years_add_up() {
        for (approved, from_on, to_on, expected) in [
            (36_500, "2026-04-01", "2027-03-31", &[(2026, 36_500)][..]),
            (73_000, "2025-10-01", "2026-09-30", &[(2025, 36_400), (2026, 36_600)]),
            (100, "2026-03-30", "2026-04-01", &[(2025, 66), (2026, 34)]),
            (100, "2026-04-01", "2026-04-01", &[(2026, 100)]),
        ] {
            let line =
                BudgetLine { approved: Pence(approved), from_on: day(from_on), to_on: day(to_on), ..budget_line() };
            let years = by_year(&line);
            assert_eq!(years, expected, "{from_on} to {to_on}");
            assert_eq!(years.iter().map(|(_, pence)| pence).sum::<i64>(), approved);
        }
    }

    #[test]
    fn councils_pay_apart_and_spend_counts_in_the_year_of_its_month() {
        let line = |number: u128, council, approved| BudgetLine {
            id: BudgetLineId(Uuid::from_u128(number)),
            council,
            approved: Pence(approved),
            ..budget_line()
        };
        let spent = |number: u128, line: u128, month: &str| Spend {
            id: SpendId(Uuid::from_u128(number)),
            budget_line: BudgetLineId(Uuid::from_u128(line)),
            month: day(month),
            ..spend()
        };
        let decision = Decision::add(line(1, Some(COUNCIL), 100))
            .and_add(line(2, None, 50))
            .and_add(spent(3, 1, "2026-10-01"))
            .and_add(spent(4, 1, "2026-12-01"));
        as_person(&applied(&partnership(), decision), LEAD, |seen| {
            let found: Vec<_> = seen.money_by_year(LAMPS, today());
            let found: Vec<_> = found.iter().map(|one| (one.year, one.council, one.approved.0, one.spent.0)).collect();
            assert_eq!(found, [(2026, None, 50, 0), (2026, Some(COUNCIL), 100, 3_800)]);
        });
    }

    #[test]
    fn each_person_reached_costs_what_was_spent_over_how_many_they_are() {
        let place = [(site(1), site_moves(1, &[(SiteState::Live, "2026-05-01")]))];
        let cost = |reached, spends: Decision| {
            let counted = spends.and_add(budget_line()).and_add(reach_count(1, reached, 1_000));
            as_person(&applied(&with_sites(&place), counted), LEAD, |seen| seen.cost_per_person(LAMPS, today()))
        };
        assert_eq!(cost(7, Decision::add(spend())), Some(Pence(543)), "3,800 pence over 7 people");
        assert_eq!(cost(0, Decision::add(spend())), None);
        assert_eq!(cost(7, Decision::default()), None);
    }
}
