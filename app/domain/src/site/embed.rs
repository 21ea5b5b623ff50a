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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Decision, EmbeddingCheck, EmbeddingCheckId, PersonId, Portfolio, SiteMoveInput, SiteState, SustainmentReview,
        YesNo, testing::*,
    };

    /// A ward live for six months to the day, with all that is asked for.
    fn ready(answers: [u8; 12]) -> Decision {
        let by = |person: PersonId| {
            let check = embedding_check(person, &answers.map(Some));
            EmbeddingCheck {
                id: EmbeddingCheckId(uuid::Uuid::from_u128(person.0.as_u128())),
                site: Some(site(1).id),
                ..check
            }
        };
        let passed = review(ReviewKind::SixMonths, "2026-11-24", "2026-11-20");
        Decision::add(by(LEAD))
            .and_add(by(MANAGER))
            .and_add(fidelity_check(1, &[(3, YesNo::Yes)]))
            .and_add(SustainmentReview { sites: vec![site(1).id], ..passed })
    }

    fn gaps(decision: Decision, live_on: &str) -> Vec<EmbedGap> {
        let before = applied(&with_sites(&[(site(1), site_moves(1, &[(SiteState::Live, live_on)]))]), decision);
        as_person(&before, LEAD, |seen| seen.embed_gaps(seen.site(LAMPS, site(1).id).expect("there"), today()))
    }

    #[test]
    fn a_ward_with_all_that_is_asked_for_is_embedded() {
        let live = [(site(1), site_moves(1, &[(SiteState::Live, "2026-05-24")]))];
        let before: Portfolio = applied(&with_sites(&live), ready([2; 12]));
        let input =
            SiteMoveInput { to: SiteState::Embedded, on: today(), reason: None, review_on: None, moves_seen: 1 };
        let id = crate::SiteMoveId(uuid::Uuid::from_u128(1));
        let embedded = after(&before, LEAD, |seen| seen.move_site(id, LAMPS, site(1).id, input, today()));
        let state = as_person(&embedded, LEAD, |seen| seen.site_sights(LAMPS, today())[0].state);
        assert_eq!(state, SiteState::Embedded);
    }

    #[test]
    fn everything_that_is_missing_is_told() {
        assert_eq!(gaps(ready([2; 12]), "2026-05-25"), [EmbedGap::MonthsLive(5)]);
        let mut answers = [2; 12];
        (answers[8], answers[5], answers[10]) = (1, 0, 0);
        (answers[2], answers[3]) = (0, 0);
        let found = gaps(ready(answers), "2026-05-24");
        assert!(
            matches!(found[..], [EmbedGap::Embedding(_), EmbedGap::Item(EmbeddingItem::BaseBudget, Some(1))]),
            "{found:?}"
        );
        let nothing = gaps(Decision::default(), "2026-05-24");
        let expected = [
            EmbedGap::NotChecked,
            EmbedGap::FidelityNotChecked,
            EmbedGap::Item(EmbeddingItem::ServiceOwner, None),
            EmbedGap::Item(EmbeddingItem::BaseBudget, None),
            EmbedGap::ReviewNotDone,
        ];
        assert_eq!(nothing, expected);
        let failed = SustainmentReview {
            sites: vec![site(1).id],
            still_in_use: YesNo::No,
            ..review(ReviewKind::SixMonths, "2026-11-24", "2026-11-20")
        };
        assert!(gaps(Decision::add(failed), "2026-05-24").contains(&EmbedGap::ReviewNotPassed));
    }
}
