use super::Card;
use crate::{Innovation, Seen, Shown};
use chrono::NaiveDate;
use std::sync::Arc;

/// What stands above the columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    pub on_track: usize,
    pub at_risk: usize,
    pub off_track: usize,
    /// Never counted as on track.
    pub no_update: usize,
    /// Pilots over their time on which nobody has decided, and by how many days.
    pub purgatory: Vec<(Arc<Innovation>, i64)>,
    /// Paused past the day of their review, and by how many days.
    pub pauses_overdue: Vec<(Arc<Innovation>, i64)>,
    /// Stopped with learning in the last twelve months.
    pub healthy_stops: usize,
}

impl Counts {
    pub(super) fn of(seen: Seen, cards: &[Card], today: NaiveDate) -> Self {
        let mut counts = Self { healthy_stops: seen.healthy_stops(today), ..Self::default() };
        for card in cards {
            match card.shown.shown {
                Shown::OnTrack => counts.on_track += 1,
                Shown::AtRisk => counts.at_risk += 1,
                Shown::OffTrack => counts.off_track += 1,
                Shown::NoUpdate => counts.no_update += 1,
                _ => {}
            }
            if card.stage.in_purgatory {
                counts.purgatory.push((card.innovation.clone(), card.stage.over_days));
            }
            if let Some(pause) = card.stage.pause.filter(|pause| pause.overdue_days > 0) {
                counts.pauses_overdue.push((card.innovation.clone(), pause.overdue_days));
            }
        }
        counts
    }

    /// The active set.
    #[must_use]
    pub fn active(&self) -> usize {
        self.on_track + self.at_risk + self.off_track + self.no_update
    }
}
