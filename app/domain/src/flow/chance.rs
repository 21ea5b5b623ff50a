//! Exact chances, on one assumption: each coming week is like one of the recent weeks, picked with equal chance.
//!
//! They are computed by convolution. Nothing is drawn at random, so the answer is the same each time.
use std::collections::BTreeMap;

/// How many are done in a week, and the chance of that.
pub(super) struct Pace(Vec<(usize, f64)>);

impl Pace {
    /// From what was done in each of the recent weeks; their order does not matter.
    pub fn of(weeks: &[u32]) -> Self {
        let mut counts = BTreeMap::<u32, u32>::new();
        for done in weeks {
            *counts.entry(*done).or_default() += 1;
        }
        let all = f64::from(counts.values().sum::<u32>());
        let share = |(done, count)| (usize::try_from(done).unwrap_or(usize::MAX), f64::from(count) / all);
        Self(counts.into_iter().map(share).collect())
    }

    /// The chance that all `left` are done after 0, 1, 2 … weeks. It never falls.
    pub fn all_done(&self, left: usize) -> impl Iterator<Item = f64> {
        // At each place the chance that so many are done; the last one is "all of them".
        let mut state = vec![0.0; left + 1];
        state[0] = 1.0;
        let mut reached: f64 = 0.0;
        std::iter::from_fn(move || {
            // A sum that only grows may lose its last bit.
            reached = reached.max(state[left]);
            let mut next = vec![0.0; left + 1];
            for (done, chance) in state.iter().enumerate().filter(|(_, chance)| **chance > 0.0) {
                for (more, share) in &self.0 {
                    next[done.saturating_add(*more).min(left)] += chance * share;
                }
            }
            state = next;
            Some(reached)
        })
    }

    /// The chance that exactly 0, 1, 2 … are done after so many weeks.
    pub fn done_after(&self, weeks: usize) -> Vec<f64> {
        let most = self.0.last().map_or(0, |(most, _)| *most);
        (0..weeks).fold(vec![1.0], |state, _| {
            let mut next = vec![0.0; state.len() + most];
            for (done, chance) in state.iter().enumerate() {
                for (more, share) in &self.0 {
                    next[done + more] += chance * share;
                }
            }
            next
        })
    }
}

/// Whether a chance reaches another, forgiving what floating point loses at the edge.
pub(super) fn reaches(chance: f64, wanted: f64) -> bool {
    chance >= wanted - 1e-12
}

/// The largest number that is done with at least this chance.
pub(super) fn at_least(chances: &[f64], wanted: f64) -> usize {
    let mut sum = 0.0;
    let mut from_above = chances.iter().enumerate().rev();
    let found = from_above.find(|(_, chance)| {
        sum += **chance;
        reaches(sum, wanted)
    });
    found.map_or(0, |(done, _)| done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    pub(crate) const AG_20: [u32; 10] = [2, 0, 3, 4, 1, 3, 2, 5, 3, 2];

    /// The first week by which all are done with this chance.
    fn weeks_for(weeks: &[u32], left: usize, wanted: f64) -> Option<usize> {
        Pace::of(weeks).all_done(left).take(521).position(|chance| reaches(chance, wanted))
    }

    fn assert_chances(weeks: &[u32], left: usize, first: usize, expected: &[f64]) {
        let found: Vec<_> = Pace::of(weeks).all_done(left).skip(first).take(expected.len()).collect();
        for (index, (found, expected)) in found.iter().zip(expected).enumerate() {
            assert!((found - expected).abs() < 0.00005, "week {}: {found}, not {expected}", first + index);
        }
    }

    #[test]
    fn ag_20_the_chance_is_exact_week_by_week() {
        let chances = [0.0, 0.0037, 0.0489, 0.2027, 0.4485, 0.6876, 0.8520, 0.9398, 0.9785, 0.9931, 0.9980];
        assert_chances(&AG_20, 21, 4, &chances);
    }

    #[test]
    fn ag_28_the_chance_is_exact_for_few_weeks_of_history() {
        let chances = [0.1667, 0.4167, 0.6381, 0.7939, 0.8897, 0.9438, 0.9725];
        assert_chances(&[3, 0, 2, 1, 0, 4], 6, 2, &chances);
    }

    #[test]
    fn ag_20_22_26_and_28_the_weeks_of_each_chance() {
        for (weeks, left, expected) in [
            (&AG_20[..], 21, [9, 10, 12]),
            (&[1; 6], 5, [5, 5, 5]),
            (&[0, 0, 0, 0, 0, 1], 10, [58, 78, 91]),
            (&[3, 0, 2, 1, 0, 4], 6, [4, 6, 8]),
        ] {
            let found = [0.50, 0.85, 0.95].map(|wanted| weeks_for(weeks, left, wanted));
            assert_eq!(found, expected.map(Some), "{left} left at {weeks:?}");
        }
    }

    #[test]
    fn ag_27_a_standstill_is_not_forecast() {
        let weeks = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
        let chance = Pace::of(&weeks).all_done(60).nth(520).expect("goes on");
        assert!((chance - 0.0069).abs() < 0.00005, "{chance}");
    }

    #[test]
    fn ag_29_and_ag_30_how_many_by_then() {
        for (weeks, expected) in [
            (4, [(0.85, 7, 0.9010, 0.8202), (0.50, 10, 0.5729, 0.4271)]),
            (8, [(0.85, 16, 0.8788, 0.8181), (0.50, 20, 0.5515, 0.4485)]),
        ] {
            let chances = Pace::of(&AG_20).done_after(weeks);
            for (wanted, most, there, beyond) in expected {
                assert_eq!(at_least(&chances, wanted), most);
                for (from, chance) in [(most, there), (most + 1, beyond)] {
                    let found: f64 = chances[from..].iter().sum();
                    assert!((found - chance).abs() < 0.00005, "{from} or more in {weeks} weeks: {found}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn the_chance_never_falls_as_weeks_go_by(weeks in prop::collection::vec(0_u32..7, 6..=12), left in 1_usize..40) {
            let chances: Vec<_> = Pace::of(&weeks).all_done(left).take(80).collect();
            prop_assert!(chances.is_sorted());
        }

        #[test]
        fn one_more_to_do_never_brings_the_day_forward(weeks in prop::collection::vec(0_u32..7, 6..=12), left in 0_usize..40) {
            for wanted in [0.50, 0.85, 0.95] {
                let [fewer, more] = [left, left + 1].map(|left| weeks_for(&weeks, left, wanted).unwrap_or(usize::MAX));
                prop_assert!(fewer <= more, "{fewer} weeks for {left}, {more} for one more");
            }
        }

        #[test]
        fn a_better_week_never_pushes_the_day_back(
            weeks in prop::collection::vec(0_u32..7, 6..=12), left in 1_usize..40, at in 0_usize..6, more in 1_u32..4,
        ) {
            let mut better = weeks.clone();
            better[at] += more;
            for wanted in [0.50, 0.85, 0.95] {
                let [before, after] = [&weeks, &better].map(|weeks| weeks_for(weeks, left, wanted).unwrap_or(usize::MAX));
                prop_assert!(after <= before, "{before} weeks before, {after} after");
            }
        }

        #[test]
        fn the_order_of_the_weeks_does_not_matter(
            (weeks, turned) in prop::collection::vec(0_u32..7, 6..=12)
                .prop_flat_map(|weeks| (Just(weeks.clone()), Just(weeks).prop_shuffle())),
            left in 1_usize..40,
        ) {
            let chances = |weeks: &[u32]| Pace::of(weeks).all_done(left).take(60).collect::<Vec<_>>();
            prop_assert_eq!(chances(&weeks), chances(&turned));
        }
    }
}
