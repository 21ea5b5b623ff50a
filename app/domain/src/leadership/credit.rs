//! What a record is worth, so that nobody gains by entering things late, twice or for a day to come.
use super::{Limit, Settled};
use crate::{Entry, PersonId, days, london_day};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// Minutes within which the same words of one person count once.
const SAME_WITHIN: i64 = 10;

impl Settled {
    /// Of a record that people log after the event: 1, less where it was entered late, 0 where the event is to come.
    ///
    /// Engagement, borrowing, message, lesson, experiment, decision and review are such records.
    #[must_use]
    pub fn credit(&self, event_on: NaiveDate, entry: &Entry, as_of: NaiveDate) -> f64 {
        if event_on > as_of {
            return 0.0;
        }
        let is_late = days(event_on, london_day(entry.at)) > self.days(Limit::LateAfter);
        if is_late { self.share(Limit::LateCredit) } else { 1.0 }
    }
}

/// Of a unit: that of the best of its records; none is 0.
#[must_use]
pub fn best_credit(records: impl IntoIterator<Item = f64>) -> f64 {
    records.into_iter().fold(0.0, f64::max)
}

/// What somebody wrote, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    pub by: PersonId,
    pub at: DateTime<Utc>,
    pub text: String,
}

/// Those that count, in order of time: of the same words by the same person within ten minutes only the first.
pub(super) fn once<T>(mut all: Vec<T>, written: impl Fn(&T) -> Written) -> Vec<T> {
    all.sort_by_key(|one| written(one).at);
    let mut counted: Vec<(T, Written)> = Vec::new();
    for one in all {
        let now = written(&one);
        let is_again = counted.iter().rev().any(|(_, before)| {
            before.by == now.by && before.text == now.text && now.at - before.at <= TimeDelta::minutes(SAME_WITHIN)
        });
        if !is_again {
            counted.push((one, now));
        }
    }
    counted.into_iter().map(|(one, _)| one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    fn entered(on: &str) -> Entry {
        Entry { at: day(on).and_hms_opt(12, 0, 0).expect("noon").and_utc(), ..Entry::default() }
    }

    #[test]
    fn what_is_entered_31_days_after_the_event_is_late_and_counts_half() {
        as_person(&portfolio(), LEAD, |seen| {
            let credit = |event: &str, on: &str| seen.thresholds().credit(day(event), &entered(on), today());
            assert!((credit("2026-10-01", "2026-10-31") - 1.0).abs() < 1e-12, "30 days");
            assert!((credit("2026-10-01", "2026-11-01") - 0.5).abs() < 1e-12, "31 days");
            assert!(credit("2026-11-25", "2026-11-01").abs() < 1e-12, "to come");
        });
    }

    #[test]
    fn la_2_units_add_up_to_their_best_records() {
        let units = [vec![0.5, 1.0], vec![0.5], vec![], vec![1.0]];
        let sum: f64 = units.iter().map(|unit| best_credit(unit.iter().copied())).sum();
        assert!((sum / 4.0 - 0.625).abs() < 1e-12);
    }

    #[test]
    fn the_same_words_within_ten_minutes_count_once() {
        let at = |minutes| DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes);
        let said = |by, minutes, text: &str| Written { by, at: at(minutes), text: text.into() };
        let all = vec![
            said(LEAD, 11, "All is well."),
            said(LEAD, 0, "All is well."),
            said(LEAD, 9, "All is well."),
            said(MANAGER, 1, "All is well."),
            said(LEAD, 2, "The lamps are up."),
        ];
        let counted = once(all, Clone::clone);
        let minutes: Vec<_> = counted.iter().map(|one| (one.at - at(0)).num_minutes()).collect();
        assert_eq!(minutes, [0, 1, 2, 11]);
    }
}
