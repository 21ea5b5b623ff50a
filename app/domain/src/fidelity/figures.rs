//! Whether the core is being done, as one figure.
use super::FidelityCheck;
use crate::{InnovationId, Seen, Site, SiteSight, YesNo, choice::choices, days, middle::median};
use chrono::NaiveDate;
use std::sync::Arc;

/// Days for which a check counts.
const COUNTS: i64 = 182;

choices! {
    FidelityBand {
        Good "good" "Good",
        Watch "watch" "Watch",
        Poor "poor" "Poor",
    }
}

/// Of an innovation: the middle of the latest checks of the places that use it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fidelity<'a> {
    /// 0 to 100; none where no check counts.
    pub score: Option<f64>,
    /// The latest of each place.
    pub counted: Vec<&'a Arc<FidelityCheck>>,
    /// The latest of places whose last check is older than half a year.
    pub old: Vec<&'a Arc<FidelityCheck>>,
    /// Places that use it and were never checked.
    pub unchecked: Vec<&'a Arc<Site>>,
}

impl YesNo {
    /// 1, a half, or 0.
    #[must_use]
    pub const fn value(self) -> f64 {
        match self {
            Self::Yes => 1.0,
            Self::Partly => 0.5,
            Self::No => 0.0,
        }
    }
}

impl FidelityCheck {
    /// 0 to 100, by weight; none where the plan had no component.
    #[must_use]
    pub fn score(&self) -> Option<f64> {
        let whole: f64 = self.scores.iter().map(|one| f64::from(one.weight)).sum();
        let done: f64 = self.scores.iter().map(|one| f64::from(one.weight) * one.done.value()).sum();
        (whole > 0.0).then(|| 100.0 * done / whole)
    }
}

impl FidelityBand {
    #[must_use]
    pub fn of(score: f64) -> Self {
        match score {
            score if score >= 80.0 - 1e-9 => Self::Good,
            score if score >= 60.0 - 1e-9 => Self::Watch,
            _ => Self::Poor,
        }
    }
}

impl Fidelity<'_> {
    #[must_use]
    pub fn band(&self) -> Option<FidelityBand> {
        self.score.map(FidelityBand::of)
    }
}

impl<'a> Seen<'a> {
    #[must_use]
    pub fn fidelity(self, innovation: InnovationId, day: NaiveDate) -> Fidelity<'a> {
        let (mut counted, mut old, mut unchecked) = (vec![], vec![], vec![]);
        for SiteSight { site, .. } in self.adoption(innovation, day).adopted {
            match self.latest_fidelity_check(site, day) {
                None => unchecked.push(site),
                Some(check) if days(check.on, day) <= COUNTS => counted.push(check),
                Some(check) => old.push(check),
            }
        }
        let score = median(counted.iter().filter_map(|check| check.score()));
        Fidelity { score, counted, old, unchecked }
    }

    /// Of one place: its latest check, if it counts.
    #[must_use]
    pub fn fidelity_of_site(self, site: &Site, day: NaiveDate) -> Option<f64> {
        self.latest_fidelity_check(site, day).filter(|check| days(check.on, day) <= COUNTS)?.score()
    }

    fn latest_fidelity_check(self, site: &Site, day: NaiveDate) -> Option<&'a Arc<FidelityCheck>> {
        let checks = self.fidelity_checks(site.innovation, site.id).filter(|check| check.on <= day);
        checks.max_by_key(|check| (check.on, check.entry.at, check.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, SiteState, testing::*};
    use YesNo::{No, Partly, Yes};

    #[test]
    fn sc_6_and_sc_7_a_check_is_the_weighted_share_of_what_is_done() {
        let seven = [(3, Yes), (3, Partly), (3, Yes), (3, Partly), (3, Yes), (2, Yes), (2, Yes)];
        for (scores, expected, band) in [
            (&[(3, Yes), (2, Partly), (1, No)][..], 66.7, FidelityBand::Watch),
            (&seven, 84.2, FidelityBand::Good),
            (&[(1, No)], 0.0, FidelityBand::Poor),
        ] {
            let score = fidelity_check(1, scores).score().expect("scored");
            assert!((score - expected).abs() < 0.05, "{score}");
            assert_eq!(FidelityBand::of(score), band);
        }
        assert_eq!(fidelity_check(1, &[]).score(), None);
    }

    #[test]
    fn fidelity_is_the_middle_of_the_latest_checks_of_places_that_use_it() {
        let place = |number| (site(number), site_moves(number, &[(SiteState::Live, "2026-02-01")]));
        let before = with_sites(&[place(1), place(2), place(3), (site(4), vec![])]);
        let on = |on: &str, check| FidelityCheck { on: day(on), ..check };
        let checks = Decision::add(on("2026-11-01", fidelity_check(1, &[(1, Yes), (1, No)])))
            .and_add(on("2026-11-02", fidelity_check(2, &[(1, Yes)])))
            .and_add(on("2026-05-25", fidelity_check(3, &[(1, No)])))
            .and_add(on("2026-11-02", fidelity_check(4, &[(1, No)])));
        as_person(&applied(&before, checks), LEAD, |seen| {
            let of = |on: &str| {
                let fidelity = seen.fidelity(LAMPS, day(on));
                (fidelity.score, fidelity.counted.len(), fidelity.old.len(), fidelity.unchecked.len())
            };
            assert_eq!(of("2026-11-24"), (Some(75.0), 2, 1, 0), "183 days is too old");
            assert_eq!(of("2026-11-23"), (Some(50.0), 3, 0, 0));
            assert_eq!(of("2026-05-01"), (None, 0, 0, 3));
        });
    }
}
