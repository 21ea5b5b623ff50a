//! Where it has spread to, place by place.
use super::{SiteSight, SiteState};
use crate::{InnovationId, Reason, Seen, choice::choices};
use chrono::NaiveDate;

choices! {
    /// How far a place has come, in a word.
    Spread {
        Aware "aware" "Aware",
        Trying "trying" "Trying",
        Using "using" "Using",
        Normal "normal" "Normal",
        Paused "paused" "Paused",
        /// Declined, not meant for it, or gone back.
        Left "left" "Not using",
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct SpreadCell<'a> {
    pub sight: SiteSight<'a>,
    pub spread: Spread,
    /// Why it declined, went back or is not eligible, as was said.
    pub reason: Option<&'a Reason>,
    /// The last day on which it slipped back.
    pub slipped_on: Option<NaiveDate>,
}

/// Every place, by wave and name.
#[derive(Clone, Debug, PartialEq)]
pub struct SpreadMap<'a>(pub Vec<SpreadCell<'a>>);

impl SiteState {
    #[must_use]
    pub const fn spread(self) -> Spread {
        match self {
            Self::Identified | Self::Engaged => Spread::Aware,
            Self::Agreed | Self::Preparing => Spread::Trying,
            Self::Live => Spread::Using,
            Self::Embedded => Spread::Normal,
            Self::Paused => Spread::Paused,
            Self::Declined | Self::NotEligible | Self::Reverted => Spread::Left,
        }
    }
}

impl<'a> SpreadMap<'a> {
    /// Places that have come so far.
    pub fn of(&self, spread: Spread) -> impl Iterator<Item = &SpreadCell<'a>> {
        self.0.iter().filter(move |one| one.spread == spread)
    }
}

impl<'a> Seen<'a> {
    #[must_use]
    pub fn spread_map(self, innovation: InnovationId, day: NaiveDate) -> SpreadMap<'a> {
        let cell = |sight: SiteSight<'a>| {
            let last = sight.moves.last().copied().filter(|last| last.to.needs_reason());
            SpreadCell {
                spread: sight.state.spread(),
                reason: last.and_then(|last| last.reason.as_ref()),
                slipped_on: sight.slipped_on(),
                sight,
            }
        };
        SpreadMap(self.site_sights(innovation, day).into_iter().map(cell).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use SiteState::{Agreed, Declined, Engaged, Live, Preparing, Reverted};

    #[test]
    fn a_place_that_slipped_back_is_shown_and_so_is_why_one_declined() {
        let steps: [&[(SiteState, &str)]; 4] = [
            &[(Engaged, "2026-05-01")],
            &[(Agreed, "2026-05-01"), (Declined, "2026-06-01")],
            &[(Live, "2026-05-01"), (Preparing, "2026-06-01")],
            &[(Live, "2026-05-01"), (Reverted, "2026-07-01")],
        ];
        let places: Vec<_> =
            (1..).zip(steps).map(|(number, steps)| (site(number), site_moves(number, steps))).collect();
        as_person(&with_sites(&places), LEAD, |seen| {
            let map = seen.spread_map(LAMPS, today());
            let told: Vec<_> = map.0.iter().map(|one| (one.spread, one.reason.is_some(), one.slipped_on)).collect();
            let expected = [
                (Spread::Aware, false, None),
                (Spread::Left, true, None),
                (Spread::Trying, false, Some(day("2026-06-01"))),
                (Spread::Left, true, Some(day("2026-07-01"))),
            ];
            assert_eq!(told, expected);
            assert_eq!(map.of(Spread::Left).count(), 2);
        });
    }
}
