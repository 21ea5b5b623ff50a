//! How much of a time an innovation's update was in date.
use super::{
    StatusUpdate,
    shown::{cadence_days, place_among, stale_after},
};
use crate::{Innovation, Seen, open_days};
use chrono::NaiveDate;
use std::sync::Arc;

/// Days in date among the days that count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Freshness {
    pub in_date: u32,
    /// Days in an active stage, quiet days left out; never 0.
    pub active: u32,
}

impl Freshness {
    /// 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        f64::from(self.in_date) / f64::from(self.active)
    }
}

impl Seen<'_> {
    /// Over the days from the first to the last, both counted; none if it was never active in them.
    #[must_use]
    pub fn freshness(self, innovation: &Innovation, first: NaiveDate, last: NaiveDate) -> Option<Freshness> {
        let quiet = self.quiet();
        let model = self.stage_model_of(innovation);
        let updates: Vec<_> = self.updates(innovation.id).collect();
        let moves: Vec<_> = self.stage_moves(innovation.id).collect();
        let mut found = Freshness { in_date: 0, active: 0 };
        for day in first.iter_days().take_while(|day| *day <= last) {
            let active = place_among(&moves, day).is_some_and(|place| model.kind(place).is_active());
            if !active || quiet.iter().any(|one| one.from_on <= day && day <= one.to_on) {
                continue;
            }
            found.active += 1;
            let limit = stale_after(cadence_days(model, &moves, day, &quiet));
            let counts = latest_by(&updates, day).is_some_and(|one| open_days(one.period_end, day, &quiet) <= limit);
            found.in_date += u32::from(counts);
        }
        (found.active > 0).then_some(found)
    }
}

fn latest_by<'a>(updates: &[&'a Arc<StatusUpdate>], day: NaiveDate) -> Option<&'a Arc<StatusUpdate>> {
    let submitted = updates.iter().copied().filter(|one| one.submitted_on <= day && one.period_end <= day);
    submitted.max_by_key(|one| (one.period_end, one.ordinal))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use crate::{Confidence, Decision, Place, update::post::tests::posted};
    use chrono::Days;

    #[test]
    fn su_2_and_su_3_freshness_over_28_days_at_a_weekly_cadence() {
        // Long enough in the stage for its own cadence to count.
        let start = day("2026-10-01");
        let on = |offset| start.checked_add_days(Days::new(offset)).expect("a day");
        let test = entered(LAMPS, 2, Place::Stage(0), Place::Stage(1), day("2026-06-01"));
        let blank = applied(&portfolio(), Decision::add(test));
        let table: [(&[u64], u32); 3] = [(&[0, 14], 24), (&[0, 7, 14, 21], 28), (&[], 0)];
        for (days, expected) in table {
            let with = |portfolio, offset: &u64| posted(&portfolio, &on(*offset).to_string(), Confidence::OnTrack);
            let portfolio = days.iter().fold(blank.clone(), with);
            let found = as_person(&portfolio, MANAGER, |seen| seen.freshness(&innovation(), on(0), on(27)));
            let found = found.expect("active");
            assert_eq!(found, Freshness { in_date: expected, active: 28 }, "{days:?}");
        }
        let found =
            as_person(&blank, MANAGER, |seen| seen.freshness(&innovation(), day("2025-01-01"), day("2025-02-01")));
        assert_eq!(found, None, "before it began");
        assert!((Freshness { in_date: 24, active: 28 }.share() - 0.857_1).abs() < 0.000_05);
    }
}
