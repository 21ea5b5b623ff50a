//! For how long all that an innovation cannot do without is promised.
use super::{Commitment, CommitmentKind};
use crate::{InnovationId, Name, Seen, months};
use chrono::{Months, NaiveDate};
use std::sync::Arc;

/// What has no end counts as this many months.
const NO_END: Months = Months::new(60);

/// Until when one kind of backing lasts.
#[derive(Clone, Debug, PartialEq)]
pub struct HorizonEnd<'a> {
    pub kind: CommitmentKind,
    /// None where nobody has given it.
    pub ends_on: Option<NaiveDate>,
    /// The commitment that lasts longest.
    pub commitment: Option<&'a Arc<Commitment>>,
    /// Who ends before it, and when, with no successor that has taken it on.
    pub capped_by: Option<(Name, NaiveDate)>,
}

/// Money, a sponsor and political backing: the first that ends is the horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct Horizon<'a> {
    /// Whole months from the day; 0 where one of the three is missing or has ended.
    pub months: u32,
    pub ends: Vec<HorizonEnd<'a>>,
}

impl CommitmentKind {
    /// What an innovation cannot do without.
    pub const NEEDED: [Self; 3] = [Self::Funding, Self::Sponsorship, Self::Political];
}

impl Commitment {
    /// Given by a day, and not withdrawn by then.
    #[must_use]
    pub fn is_given(&self, day: NaiveDate) -> bool {
        self.from_on <= day && self.withdrawn_on.is_none_or(|withdrawn| day < withdrawn)
    }
}

impl<'a> Horizon<'a> {
    /// The kind that ends first, or is missing.
    #[must_use]
    pub fn shortest(&self) -> Option<&HorizonEnd<'a>> {
        self.ends.iter().min_by_key(|end| end.ends_on)
    }

    /// "Northshire ends on … and no successor has taken this on".
    pub fn warnings(&self) -> impl Iterator<Item = &HorizonEnd<'a>> {
        self.ends.iter().filter(|end| end.capped_by.is_some())
    }
}

impl<'a> Seen<'a> {
    #[must_use]
    pub fn horizon(self, innovation: InnovationId, day: NaiveDate) -> Horizon<'a> {
        let ends = CommitmentKind::NEEDED.map(|kind| self.horizon_end(innovation, kind, day)).to_vec();
        let first = ends.iter().map(|end| end.ends_on).min().flatten();
        Horizon { months: first.map_or(0, |first| months(day, first)), ends }
    }

    fn horizon_end(self, innovation: InnovationId, kind: CommitmentKind, day: NaiveDate) -> HorizonEnd<'a> {
        let of_kind = || self.commitments(innovation).filter(|one| one.kind == kind);
        let end = |one: &'a Arc<Commitment>| {
            let promised = one.to_on.or(day.checked_add_months(NO_END)).unwrap_or(day);
            let capped_by = self.cap(one, of_kind(), day).filter(|(_, ending)| *ending < promised);
            let ends_on = Some(capped_by.as_ref().map_or(promised, |(_, ending)| *ending));
            HorizonEnd { kind, ends_on, commitment: Some(one), capped_by }
        };
        let nothing = HorizonEnd { kind, ends_on: None, commitment: None, capped_by: None };
        of_kind().filter(|one| one.is_given(day)).map(end).max_by_key(|end| end.ends_on).unwrap_or(nothing)
    }

    /// The end of the council that gave it, unless a successor has given the same.
    fn cap(
        self,
        commitment: &Commitment,
        mut of_kind: impl Iterator<Item = &'a Arc<Commitment>>,
        day: NaiveDate,
    ) -> Option<(Name, NaiveDate)> {
        if commitment.organisation.is_some() {
            return None;
        }
        let (name, ending) = self.ending_of(commitment.council)?;
        let follows = |by: &Name| ending.successors.iter().any(|one| one.to_lowercase() == by.to_lowercase());
        // A successor may promise for the time after: it need not have begun.
        let taken_on = of_kind.any(|one| {
            one.withdrawn_on.is_none_or(|withdrawn| day < withdrawn) && one.organisation.as_ref().is_some_and(follows)
        });
        (!taken_on).then_some((name, ending.on))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, Ending, Organisation, Portfolio, testing::*};
    use CommitmentKind::{Funding, Political, Sponsorship};

    fn backed(ends: [Option<&str>; 3]) -> Portfolio {
        let kinds = (1..).zip(CommitmentKind::NEEDED).zip(ends);
        let given = kinds.filter_map(|((number, kind), end)| Some(commitment(number, kind, Some(end?))));
        applied(&portfolio(), given.fold(Decision::default(), Decision::and_add))
    }

    fn horizon(portfolio: &Portfolio) -> (u32, usize) {
        as_person(portfolio, LEAD, |seen| {
            let horizon = seen.horizon(LAMPS, today());
            (horizon.months, horizon.warnings().count())
        })
    }

    fn ending(portfolio: &Portfolio, on: &str) -> Portfolio {
        let before = portfolio.organisation().expect("founded").clone();
        let ending = Some(Ending { on: day(on), successors: vec![text("Greater Northshire")] });
        applied(portfolio, Decision::change(&before, Organisation { ending, ..(*before).clone() }))
    }

    #[test]
    fn sc_30_and_sc_31_the_first_of_the_three_to_end_is_the_horizon() {
        let late = Some("2028-03-31");
        assert_eq!(horizon(&backed([Some("2027-03-24"), late, late])), (4, 0));
        assert_eq!(horizon(&backed([late, None, late])), (0, 0));
        assert_eq!(horizon(&backed([late, Some("2026-10-31"), late])), (0, 0), "it has ended");
        assert_eq!(horizon(&portfolio()), (0, 0));
    }

    #[test]
    fn sc_32_and_sc_33_a_council_that_ends_promises_nothing_beyond_unless_a_successor_does() {
        let promised = ending(&backed([Some("2029-03-31"); 3]), "2028-04-01");
        assert_eq!(horizon(&promised), (16, 3));
        let successor = |number, kind| Commitment {
            organisation: Some(text("greater northshire")),
            from_on: day("2028-04-02"),
            ..commitment(number, kind, Some("2029-03-31"))
        };
        let taken_on =
            Decision::add(successor(11, Funding)).and_add(successor(12, Sponsorship)).and_add(successor(13, Political));
        assert_eq!(horizon(&applied(&promised, taken_on)), (28, 0));
    }

    #[test]
    fn what_has_no_end_counts_for_five_years_and_what_was_withdrawn_not_at_all() {
        let open = (1..).zip(CommitmentKind::NEEDED).map(|(number, kind)| commitment(number, kind, None));
        let open = applied(&portfolio(), open.fold(Decision::default(), Decision::and_add));
        assert_eq!(horizon(&open), (60, 0));
        assert_eq!(horizon(&ending(&open, "2028-04-01")), (16, 3));
        let funding = as_person(&open, LEAD, |seen| seen.commitments(LAMPS).next().cloned()).expect("there");
        let withdrawn = Commitment { withdrawn_on: Some(today()), ..(*funding).clone() };
        let without = applied(&open, Decision::change(&funding, withdrawn));
        assert_eq!(horizon(&without), (0, 0));
        let then = as_person(&without, LEAD, |seen| seen.horizon(LAMPS, day("2026-11-23")).months);
        assert_eq!(then, 60, "the day before it still stood");
    }

    #[test]
    fn the_kind_that_ends_first_is_named() {
        let shortest =
            |ends| as_person(&backed(ends), LEAD, |seen| seen.horizon(LAMPS, today()).shortest().map(|end| end.kind));
        assert_eq!(shortest([Some("2029-03-31"), Some("2027-03-31"), Some("2029-03-31")]), Some(Sponsorship));
        assert_eq!(shortest([Some("2029-03-31"), Some("2027-03-31"), None]), Some(Political));
    }
}
