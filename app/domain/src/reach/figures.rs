//! How many of the people it is meant for were reached, over the places that use it.
use super::ReachCount;
use crate::{InnovationId, Line, Seen};
use chrono::NaiveDate;
use std::{collections::BTreeMap, fmt, sync::Arc};

/// Under this share of places that use it a figure is called partial.
const PARTIAL: f64 = 0.60;

/// Over the latest count of each adopted place. People are never added across places that may share them, nor units.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach<'a> {
    /// The counts that were used.
    pub used: Vec<&'a Arc<ReachCount>>,
    /// The latest counts of adopted places that were not: half counted, shared people, or another unit.
    pub left_out: Vec<&'a Arc<ReachCount>>,
    /// All places that use it.
    pub adopted: usize,
    /// The unit of the most counts.
    pub unit: Option<Line>,
}

impl Reach<'_> {
    #[must_use]
    pub fn reached(&self) -> u64 {
        self.used.iter().filter_map(|one| one.reached_people).map(u64::from).sum()
    }

    #[must_use]
    pub fn eligible(&self) -> u64 {
        self.used.iter().filter_map(|one| one.eligible_people).map(u64::from).sum()
    }

    /// May be over 1 where the count of eligible people is out of date; none where there is nothing to divide by.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.eligible() > 0).then(|| self.reached() as f64 / self.eligible() as f64)
    }

    #[must_use]
    pub fn is_over(&self) -> bool {
        self.reached() > self.eligible() && self.eligible() > 0
    }

    /// As it goes into sums and comparisons: at most 1.
    #[must_use]
    pub fn rolled_up(&self) -> Option<f64> {
        self.share().map(|share| share.min(1.0))
    }

    /// Places used among those that have adopted it, 0 to 1; none where none has.
    #[must_use]
    pub fn coverage(&self) -> Option<f64> {
        (self.adopted > 0).then(|| self.used.len() as f64 / self.adopted as f64)
    }

    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.coverage().is_some_and(|coverage| coverage < PARTIAL - 1e-12)
    }
}

impl fmt::Display for Reach<'_> {
    /// "37.3%, partial data", or why there is no figure.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.share() {
            None => return f.write_str("nobody counted"),
            Some(_) if self.is_over() => f.write_str(">100%: eligible count out of date")?,
            Some(share) => write!(f, "{:.1}%", share * 100.0)?,
        }
        if self.is_partial() { f.write_str(", partial data") } else { Ok(()) }
    }
}

impl<'a> Seen<'a> {
    #[must_use]
    pub fn reach(self, innovation: InnovationId, day: NaiveDate) -> Reach<'a> {
        let adopted = self.adoption(innovation, day).adopted;
        let latest: Vec<_> =
            adopted.iter().filter_map(|one| latest(self.reach_counts(innovation, one.site.id), day)).collect();
        let whole = |one: &ReachCount| one.unique && one.reached_people.is_some() && one.eligible_people.is_some();
        let unit = commonest(latest.iter().filter(|one| whole(one)).map(|one| &one.unit));
        let (used, left_out) = latest.into_iter().partition(|one| whole(one) && Some(&one.unit) == unit.as_ref());
        Reach { used, left_out, adopted: adopted.len(), unit }
    }
}

fn latest<'a>(counts: impl Iterator<Item = &'a Arc<ReachCount>>, day: NaiveDate) -> Option<&'a Arc<ReachCount>> {
    counts.filter(|one| one.to_on <= day).max_by_key(|one| (one.to_on, one.id))
}

/// Of several as common the first by its letters.
fn commonest<'a>(units: impl Iterator<Item = &'a Line>) -> Option<Line> {
    let mut counts: BTreeMap<&Line, usize> = BTreeMap::new();
    units.for_each(|unit| *counts.entry(unit).or_default() += 1);
    let most = counts.values().max().copied()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(unit, _)| unit.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, Portfolio, SiteState, testing::*};

    /// So many live places, with these counts.
    fn live(places: u32, counts: Vec<ReachCount>) -> Portfolio {
        let place = |number| (site(number), site_moves(number, &[(SiteState::Live, "2026-05-01")]));
        let before = with_sites(&(1..=places).map(place).collect::<Vec<_>>());
        applied(&before, counts.into_iter().fold(Decision::default(), Decision::and_add))
    }

    fn told(portfolio: &Portfolio) -> (String, Option<f64>) {
        as_person(portfolio, LEAD, |seen| {
            let reach = seen.reach(LAMPS, today());
            (reach.to_string(), reach.rolled_up())
        })
    }

    #[test]
    fn sc_4_and_sc_5_reach_is_over_the_people_of_adopted_places() {
        let (words, share) = told(&live(1, vec![reach_count(1, 1_940, 5_200)]));
        assert_eq!(words, "37.3%");
        assert!(share.is_some_and(|share| (share - 0.373_1).abs() < 0.000_05));
        let over = told(&live(1, vec![reach_count(1, 1_250, 1_200)]));
        assert_eq!(over, (">100%: eligible count out of date".into(), Some(1.0)));
        assert_eq!(told(&live(1, vec![])), ("nobody counted".into(), None));
        assert_eq!(told(&live(1, vec![reach_count(1, 3, 0)])), ("nobody counted".into(), None));
    }

    #[test]
    fn shared_people_half_counts_and_other_units_are_left_out_and_make_it_partial() {
        let counts = vec![
            reach_count(1, 100, 200),
            ReachCount { unique: false, ..reach_count(2, 100, 100) },
            ReachCount { eligible_people: None, ..reach_count(3, 100, 100) },
            ReachCount { unit: text("tenancies"), ..reach_count(4, 100, 100) },
        ];
        let portfolio = live(4, counts);
        assert_eq!(told(&portfolio).0, "50.0%, partial data");
        as_person(&portfolio, LEAD, |seen| {
            let reach = seen.reach(LAMPS, today());
            assert_eq!((reach.coverage(), reach.left_out.len()), (Some(0.25), 3));
        });
    }

    #[test]
    fn the_latest_period_of_a_place_counts() {
        let later = ReachCount {
            id: crate::ReachCountId(uuid::Uuid::from_u128(1)),
            from_on: day("2026-11-01"),
            to_on: day("2026-11-20"),
            ..reach_count(1, 180, 200)
        };
        let portfolio = live(1, vec![reach_count(1, 130, 200), later]);
        assert_eq!(told(&portfolio).0, "90.0%");
        let then = as_person(&portfolio, LEAD, |seen| seen.reach(LAMPS, day("2026-11-10")).to_string());
        assert_eq!(then, "65.0%");
    }
}
