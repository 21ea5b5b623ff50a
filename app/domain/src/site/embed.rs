//! What must be shown before a place counts as embedded.
use super::Site;
use crate::{EmbeddingItem, ReviewKind, Seen, months};
use chrono::NaiveDate;
use std::sync::Arc;

/// One thing that is missing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EmbedGap {
    /// Nobody has checked it in half a year.
    NotChecked,
    /// Fewer than two raters, none from outside the team, or too few answers.
    Indicative,
    /// Under 75.
    Embedding(f64),
    /// Nobody has checked in half a year whether the core is done.
    FidelityNotChecked,
    /// Under 80.
    Fidelity(f64),
    /// Whole months since it went live, fewer than six.
    MonthsLive(u32),
    /// E8 or E9 is not answered yes: the lower median of the raters.
    Item(EmbeddingItem, Option<u8>),
    ReviewNotDone,
    ReviewNotPassed,
}

/// What embedding must be.
pub(crate) const EMBEDDING: f64 = 75.0;
/// What fidelity must be.
pub(crate) const FIDELITY: f64 = 80.0;
const MONTHS: u32 = 6;

impl Seen<'_> {
    /// All that is missing on a day; nothing where it may be called embedded.
    #[must_use]
    pub fn embed_gaps(self, site: &Arc<Site>, day: NaiveDate) -> Vec<EmbedGap> {
        let embedding = self.embedding(site.innovation, Some(site.id), day);
        let mut gaps = Vec::new();
        match embedding.score {
            None => gaps.push(EmbedGap::NotChecked),
            Some(_) if !embedding.is_valid => gaps.push(EmbedGap::Indicative),
            Some(score) if score < EMBEDDING - 1e-9 => gaps.push(EmbedGap::Embedding(score)),
            Some(_) => {}
        }
        match self.fidelity_of_site(site, day) {
            None => gaps.push(EmbedGap::FidelityNotChecked),
            Some(score) if score < FIDELITY - 1e-9 => gaps.push(EmbedGap::Fidelity(score)),
            Some(_) => {}
        }
        let live_on = self.site_sight(site, day).live_on;
        let live = live_on.map_or(0, |live_on| months(live_on, day));
        if live < MONTHS {
            gaps.push(EmbedGap::MonthsLive(live));
        }
        for item in [EmbeddingItem::ServiceOwner, EmbeddingItem::BaseBudget] {
            let answer = embedding.item(item);
            if answer != Some(2) {
                gaps.push(EmbedGap::Item(item, answer));
            }
        }
        let review = self.review_of_site(site, ReviewKind::SixMonths, day);
        match review.map(|review| review.is_passed()) {
            None => gaps.push(EmbedGap::ReviewNotDone),
            Some(false) => gaps.push(EmbedGap::ReviewNotPassed),
            Some(true) => {}
        }
        gaps
    }
}
