//! How many of the places it is meant for use it, now and over time.
use super::{Eligible, SiteSight, SiteState};
use crate::{InnovationId, Seen, month_after};
use chrono::{Days, NaiveDate};
use std::fmt;

/// Adopted of eligible places on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Adoption<'a> {
    /// Live or embedded.
    pub adopted: Vec<SiteSight<'a>>,
    /// Eligible, and not using it: also those that declined, are paused or went back.
    pub others: Vec<SiteSight<'a>>,
    /// Places of which nobody has said yet whether they are eligible.
    pub unknown: usize,
}

/// One day of the curve: counts of eligible places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdoptionPoint {
    pub on: NaiveDate,
    /// As first planned.
    pub planned: usize,
    /// None for days to come.
    pub adopted: Option<usize>,
    /// Those that use it today, and those that are to go live from tomorrow to that day; none for days gone by. A
    /// place whose day is past is left out: nobody knows when it comes.
    pub expected: Option<usize>,
}

/// Eligible places that were to be live by a day, by the first plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Rollout<'a> {
    pub adopted: Vec<SiteSight<'a>>,
    pub late: Vec<SiteSight<'a>>,
}

impl Adoption<'_> {
    #[must_use]
    pub fn eligible(&self) -> usize {
        self.adopted.len() + self.others.len()
    }

    /// From 0 to 1; none without an eligible place.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.eligible() > 0).then(|| self.adopted.len() as f64 / self.eligible() as f64)
    }
}

impl fmt::Display for Adoption<'_> {
    /// "58.3%, +4 not yet assessed", or why there is no figure.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.share() {
            Some(share) => write!(f, "{:.1}%", share * 100.0)?,
            None => f.write_str("no eligible sites defined")?,
        }
        match self.unknown {
            0 => Ok(()),
            unknown => write!(f, ", +{unknown} not yet assessed"),
        }
    }
}

impl Rollout<'_> {
    #[must_use]
    pub fn due(&self) -> usize {
        self.adopted.len() + self.late.len()
    }
}

impl<'a> Seen<'a> {
    #[must_use]
    pub fn adoption(self, innovation: InnovationId, day: NaiveDate) -> Adoption<'a> {
        let sights = self.site_sights(innovation, day);
        let unknown = |one: &&SiteSight| one.site.eligible == Eligible::Unknown && one.state != SiteState::NotEligible;
        let unknown = sights.iter().filter(unknown).count();
        let (adopted, others) =
            sights.into_iter().filter(SiteSight::is_eligible).partition(|one| one.state.is_adopted());
        Adoption { adopted, others, unknown }
    }

    /// In points of a hundred, over so many days up to a day; none where there is no figure.
    #[must_use]
    pub fn adoption_gained(self, innovation: InnovationId, day: NaiveDate, over: u64) -> Option<f64> {
        let now = self.adoption(innovation, day).share()?;
        let before = day.checked_sub_days(Days::new(over))?;
        Some(100.0 * (now - self.adoption(innovation, before).share()?))
    }

    /// Eligible places that were to be live by now.
    #[must_use]
    pub fn rollout(self, innovation: InnovationId, day: NaiveDate) -> Rollout<'a> {
        let due = |one: &SiteSight| one.is_eligible() && one.site.planned_live_on.is_some_and(|planned| planned <= day);
        let due = self.site_sights(innovation, day).into_iter().filter(due);
        let (adopted, late) = due.partition(|one| one.state.is_adopted());
        Rollout { adopted, late }
    }

    /// Month by month, each by its first day, from the first plan or the first live place to the last plan or forecast,
    /// or to today where that is later. Nothing without a plan, a forecast or a live place.
    #[must_use]
    pub fn adoption_over_time(self, innovation: InnovationId, today: NaiveDate) -> Vec<AdoptionPoint> {
        let eligible: Vec<_> = self.site_sights(innovation, today).into_iter().filter(SiteSight::is_eligible).collect();
        let days = || {
            eligible
                .iter()
                .flat_map(|one| one.site.planned_live_on.into_iter().chain(one.live_on).chain(one.expected_on()))
        };
        let (Some(first), Some(last)) = (days().min(), days().max()) else { return vec![] };
        let now = eligible.iter().filter(|one| one.state.is_adopted()).count();
        let months = (0..).map(|later| month_after(first, later));
        let end = month_after(last.max(today), 1);
        let point = |on: NaiveDate| {
            let planned = eligible.iter().filter(|one| one.site.planned_live_on.is_some_and(|day| day <= on)).count();
            let adopted = (on <= today).then(|| self.adoption(innovation, on).adopted.len());
            let to_come = |one: &&SiteSight| one.expected_on().is_some_and(|day| today < day && day <= on);
            let expected = (on > today).then(|| now + eligible.iter().filter(to_come).count());
            AdoptionPoint { on, planned, adopted, expected }
        };
        months.take_while(|month| *month <= end).map(point).collect()
    }

    /// It spreads no further: in the stage of scaling, under 60%, and less than two points gained in half a year.
    #[must_use]
    pub fn is_on_plateau(self, innovation: &crate::Innovation, today: NaiveDate) -> bool {
        let scales = self.stage_time(innovation, today).kind == crate::StageKind::Scale;
        let low = self.adoption(innovation.id, today).share().is_some_and(|share| share < 0.60 - 1e-12);
        scales && low && self.adoption_gained(innovation.id, today, 182).is_some_and(|gained| gained < 2.0 - 1e-9)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, Site, testing::*};
    use SiteState::{Agreed, Declined, Embedded, Engaged, Live, NotEligible, Preparing, Reverted};

    fn places(states: &[(usize, SiteState)]) -> Portfolio {
        let all = states.iter().flat_map(|(count, state)| std::iter::repeat_n(*state, *count));
        let place =
            |(number, state)| (site(number), site_moves(number, &[(Live, "2026-01-05"), (state, "2026-02-05")]));
        with_sites(&(1..).zip(all).map(place).collect::<Vec<_>>())
    }

    fn told(portfolio: &Portfolio) -> String {
        as_person(portfolio, LEAD, |seen| seen.adoption(LAMPS, today()).to_string())
    }

    #[test]
    fn sc_1_and_sc_3_declined_paused_and_reverted_places_stay_in() {
        for (states, expected) in [
            (&[(4, Live), (1, Embedded), (1, Declined), (1, Reverted), (3, Engaged)][..], "50.0%"),
            (&[(6, Live), (1, Embedded), (2, Preparing), (2, Agreed), (1, Declined)], "58.3%"),
            (&[(1, Live), (1, SiteState::Paused), (2, NotEligible)], "50.0%"),
            (&[(2, NotEligible)], "no eligible sites defined"),
        ] {
            assert_eq!(told(&places(states)), expected, "{states:?}");
        }
    }

    #[test]
    fn sc_2_without_an_eligible_place_there_is_no_figure() {
        let unknown = |number| (Site { eligible: Eligible::Unknown, ..site(number) }, vec![]);
        assert_eq!(told(&with_sites(&[1, 2, 3].map(unknown))), "no eligible sites defined, +3 not yet assessed");
        assert_eq!(told(&portfolio()), "no eligible sites defined");
        assert_eq!(told(&with_sites(&[(site(1), vec![]), unknown(2)])), "0.0%, +1 not yet assessed");
    }

    #[test]
    fn a_place_counts_from_the_day_it_is_live_and_is_due_by_its_first_plan() {
        let portfolio = with_sites(&[
            (site(1), site_moves(1, &[(Live, "2026-10-15")])),
            (site(2), vec![]),
            (Site { planned_live_on: Some(day("2027-01-15")), ..site(3) }, site_moves(3, &[(Live, "2026-11-01")])),
            (Site { planned_live_on: None, forecast_live_on: Some(day("2026-12-15")), ..site(4) }, vec![]),
            (Site { forecast_live_on: Some(day("2027-02-20")), ..site(5) }, vec![]),
            (Site { forecast_live_on: Some(day("2026-12-15")), ..site(6) }, site_moves(6, &[(Declined, "2026-11-02")])),
        ]);
        as_person(&portfolio, LEAD, |seen| {
            let rollout = seen.rollout(LAMPS, today());
            assert_eq!((rollout.adopted.len(), rollout.late.len(), rollout.due()), (1, 3, 4));
            let gained = seen.adoption_gained(LAMPS, today(), 30).expect("known");
            assert!((gained - 100.0 / 6.0).abs() < 1e-9, "{gained}");
            let curve = seen.adoption_over_time(LAMPS, today());
            let told: Vec<_> =
                curve.iter().map(|one| (one.on.to_string(), one.planned, one.adopted, one.expected)).collect();
            let expected = [
                ("2026-10-01", 4, Some(0), None),
                ("2026-11-01", 4, Some(2), None),
                ("2026-12-01", 4, None, Some(2)),
                ("2027-01-01", 4, None, Some(3)),
                ("2027-02-01", 5, None, Some(3)),
                ("2027-03-01", 5, None, Some(4)),
            ];
            let expected = expected.map(|(on, planned, adopted, expected)| (on.to_owned(), planned, adopted, expected));
            assert_eq!(told, expected);
        });
    }
}
