//! The updates of an innovation, read one after the other.
use super::{Confidence, StatusUpdate};
use crate::{Innovation, Seen};
use chrono::NaiveDate;
use std::{collections::BTreeMap, sync::Arc};

/// One update among the others of its innovation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PastUpdate<'a> {
    pub update: &'a Arc<StatusUpdate>,
    /// It corrects an earlier one for the same day.
    pub is_correction: bool,
    /// A later one for the same day took its place.
    pub is_corrected: bool,
}

impl<'a> Seen<'a> {
    /// All of them, the latest day first; a correction stands above what it corrects.
    #[must_use]
    pub fn past_updates(self, innovation: &Innovation) -> Vec<PastUpdate<'a>> {
        let mut updates: Vec<_> = self.updates(innovation.id).collect();
        updates.sort_by_key(|one| std::cmp::Reverse((one.period_end, one.ordinal)));
        let day = |index: usize| updates.get(index).map(|one| one.period_end);
        let place = |(index, update): (usize, &&'a Arc<StatusUpdate>)| PastUpdate {
            update,
            is_correction: day(index + 1) == Some(update.period_end),
            is_corrected: index > 0 && day(index - 1) == Some(update.period_end),
        };
        updates.iter().enumerate().map(place).collect()
    }

    /// The last few days for which something was declared, oldest first, corrections taken in.
    #[must_use]
    pub fn recent_confidences(
        self,
        innovation: &Innovation,
        today: NaiveDate,
        count: usize,
    ) -> Vec<(NaiveDate, Confidence)> {
        let submitted = self.updates(innovation.id).filter(|one| one.submitted_on <= today && one.period_end <= today);
        // In the order of submission, so a correction replaces what it corrects.
        let by_day: BTreeMap<_, _> = submitted.map(|one| (one.period_end, one.confidence)).collect();
        let skipped = by_day.len().saturating_sub(count);
        by_day.into_iter().skip(skipped).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use crate::update::post::tests::posted;

    #[test]
    fn a_correction_stands_above_what_it_corrects_and_takes_its_place_in_the_strip() {
        use Confidence::{AtRisk, OffTrack, OnTrack};
        let one = posted(&portfolio(), "2026-11-01", OnTrack);
        let two = posted(&one, "2026-11-15", OnTrack);
        let portfolio = posted(&two, "2026-11-15", OffTrack);
        let portfolio = posted(&portfolio, "2026-11-08", AtRisk);
        as_person(&portfolio, VIEWER, |seen| assert!(seen.past_updates(&innovation()).is_empty(), "not for viewers"));
        as_person(&portfolio, LEAD, |seen| {
            let found: Vec<_> = seen.past_updates(&innovation());
            let found = found.iter().map(|one| (one.update.ordinal, one.is_correction, one.is_corrected));
            let expected = [(3, true, false), (2, false, true), (4, false, false), (1, false, false)];
            assert_eq!(found.collect::<Vec<_>>(), expected);
            let strip = seen.recent_confidences(&innovation(), today(), 2);
            assert_eq!(strip, [(day("2026-11-08"), AtRisk), (day("2026-11-15"), OffTrack)]);
        });
    }
}
