//! How many updates were no greener than the record behind them.
use super::{AnsweredChallenge, StatusUpdate};
use crate::{Innovation, Seen};
use chrono::NaiveDate;
use std::{collections::BTreeMap, sync::Arc};

/// Updates of a time, the latest for each day, that have something computed beside them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Honesty {
    /// At most one step more hopeful than the record, and nothing that sat oddly was left unanswered.
    pub honest: usize,
    pub computed: usize,
}

impl Honesty {
    /// Fewest updates of which a share says anything.
    pub const FEWEST: usize = 5;

    /// From 0 to 1; none for too few.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "updates are few")]
    pub fn share(self) -> Option<f64> {
        (self.computed >= Self::FEWEST).then(|| self.honest as f64 / self.computed as f64)
    }

    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { honest: self.honest + other.honest, computed: self.computed + other.computed }
    }
}

impl StatusUpdate {
    /// None where too little was recorded to compute anything.
    #[must_use]
    pub fn is_honest(&self) -> Option<bool> {
        self.is_honest_within(1)
    }

    /// As `is_honest`, where it may be so many steps greener than the record.
    #[must_use]
    pub fn is_honest_within(&self, steps: i8) -> Option<bool> {
        let computed = self.computed?.overall?;
        Some(self.confidence.gap(computed) <= steps && !self.challenges.iter().any(AnsweredChallenge::is_unanswered))
    }
}

impl<'a> Seen<'a> {
    /// Of the updates for days from the first to the last, both counted.
    #[must_use]
    pub fn honesty(self, innovation: &Innovation, first: NaiveDate, last: NaiveDate) -> Honesty {
        let all = self.computed_updates(innovation, first, last).into_iter().filter_map(|one| one.is_honest());
        all.fold(Honesty::default(), |sum, honest| sum.and(Honesty { honest: usize::from(honest), computed: 1 }))
    }

    /// Updates for days from the first to the last, the latest for each, that have something computed beside them.
    #[must_use]
    pub fn computed_updates(
        self,
        innovation: &Innovation,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Vec<&'a Arc<StatusUpdate>> {
        let mut of_day: BTreeMap<NaiveDate, &Arc<StatusUpdate>> = BTreeMap::new();
        let posted = self.updates(innovation.id).filter(|one| one.submitted_on <= last);
        for one in posted.filter(|one| first <= one.period_end && one.period_end <= last) {
            // A correction comes later and takes its day.
            of_day.insert(one.period_end, one);
        }
        of_day.into_values().filter(|one| one.is_honest().is_some()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ChallengeAnswer, ChallengeCode, Computed, Confidence, Decision, testing::*};
    use Confidence::{AtRisk, OffTrack, OnTrack};

    fn update(ordinal: u32, on: &str, said: Confidence, computed: Option<Confidence>) -> StatusUpdate {
        let computed = computed.map(|overall| Computed { overall: Some(overall), ..Computed::default() });
        StatusUpdate { confidence: said, computed, ..status_update(ordinal, on) }
    }

    fn challenged(answer: ChallengeAnswer) -> StatusUpdate {
        let challenge =
            AnsweredChallenge { code: ChallengeCode::Slipped, text: "Slipped.".into(), evidence: vec![], answer };
        StatusUpdate { challenges: vec![challenge], ..update(1, "2026-11-10", OnTrack, Some(OnTrack)) }
    }

    #[test]
    fn an_update_is_honest_within_one_step_and_with_every_challenge_answered() {
        for (said, computed, honest) in [
            (OnTrack, Some(OnTrack), Some(true)),
            (OnTrack, Some(AtRisk), Some(true)),
            (OnTrack, Some(OffTrack), Some(false)),
            (OffTrack, Some(OnTrack), Some(true)),
            (OnTrack, None, None),
        ] {
            assert_eq!(update(1, "2026-11-10", said, computed).is_honest(), honest, "{said:?} beside {computed:?}");
        }
        assert_eq!(challenged(ChallengeAnswer::Unanswered).is_honest(), Some(false));
        assert_eq!(challenged(ChallengeAnswer::Changed).is_honest(), Some(true));
        let reason = text("The new date is agreed with the board since Monday.");
        assert_eq!(challenged(ChallengeAnswer::Explained { reason }).is_honest(), Some(true));
    }

    #[test]
    fn the_latest_for_each_day_of_the_time_counts() {
        let updates = [
            update(1, "2026-05-01", OnTrack, Some(OffTrack)),
            update(2, "2026-06-01", OnTrack, Some(OffTrack)),
            update(3, "2026-06-01", AtRisk, Some(OffTrack)),
            update(4, "2026-07-01", OnTrack, None),
            update(5, "2026-08-01", OnTrack, Some(OffTrack)),
        ];
        let before = applied(&portfolio(), updates.into_iter().fold(Decision::default(), Decision::and_add));
        as_person(&before, LEAD, |seen| {
            let found = seen.honesty(&innovation(), day("2026-05-27"), today());
            assert_eq!(found, Honesty { honest: 1, computed: 2 });
            assert_eq!((found.share(), Honesty { honest: 3, computed: 6 }.share()), (None, Some(0.5)));
        });
    }
}
