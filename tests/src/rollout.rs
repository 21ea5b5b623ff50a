//! What spreads: innovations with twenty places each and five years of counts.
use crate::Crowd;
use chrono::{Days, Months, NaiveDate};
use domain::{testing::*, *};
use std::ops::RangeInclusive;

impl Crowd {
    /// 250 innovations.
    pub const SPREADING: RangeInclusive<u32> = 2..=251;
    pub const PLACES: u32 = 20;
    /// Quarters of five years.
    const QUARTERS: u32 = 20;

    /// Places, their steps and counts, checks, reviews, backing and a setback of one of them.
    #[must_use]
    pub fn spread(self, number: u32) -> Decision {
        let id = self.innovation(number);
        let plan = ScalePlan { id: ScalePlanId(self.id(number, 60_000)), innovation: id, ..scale_plan() };
        let setback = Setback { id: SetbackId(self.id(number, 60_001)), innovation: id, ..setback(1, "2026-01-15") };
        let backing = (0..3).zip(CommitmentKind::NEEDED).map(|(n, kind)| Commitment {
            id: CommitmentId(self.id(number, 60_010 + n)),
            innovation: id,
            to_on: Some(self.today + Days::new(120 * u64::from(number % 7))),
            ..commitment(1, kind, None)
        });
        let all = Decision::add(plan).and_add(setback);
        let all = backing.fold(all, Decision::and_add);
        (0..Self::PLACES).fold(all, |all, n| self.place_with_all(all, number, n))
    }

    fn place_with_all(self, all: Decision, number: u32, n: u32) -> Decision {
        use SiteState::{Agreed, Embedded, Engaged, Identified, Live, Preparing};
        let first = 61_000 + u128::from(n) * 100;
        let (innovation, begun) = (self.innovation(number), self.ago(1_826));
        let place = Site {
            id: SiteId(self.id(number, first)),
            innovation,
            planned_live_on: Some(begun + Days::new(u64::from(60 * n))),
            ..site(n)
        };
        let key = place.id;
        // Some are begun, most are live, and one in twenty is normal practice.
        let steps: &[SiteState] = match n {
            0 => &[Engaged, Agreed, Preparing, Live, Embedded],
            1..=13 => &[Engaged, Agreed, Preparing, Live],
            14..=17 => &[Engaged, Agreed],
            _ => &[],
        };
        let mut from = Identified;
        let moves = (1..).zip(steps).map(|(ordinal, to)| SiteMove {
            id: SiteMoveId(self.id(number, first + u128::from(ordinal))),
            entry: Entry::default(),
            innovation,
            site: key,
            ordinal,
            from: std::mem::replace(&mut from, *to),
            to: *to,
            on: begun + Days::new(u64::from(60 * n + 20 * ordinal)),
            reason: None,
            review_on: None,
            by: LEAD,
        });
        let counts = (0..if n <= 13 { Self::QUARTERS } else { 0 }).map(|quarter| {
            let from_on = month(self.today) - Months::new(3 * (Self::QUARTERS - quarter));
            ReachCount {
                id: ReachCountId(self.id(number, first + 20 + u128::from(quarter))),
                innovation,
                site: key,
                from_on,
                to_on: from_on + Months::new(3) - Days::new(1),
                ..reach_count(1, 40 + 3 * quarter, 400)
            }
        });
        let checks = [LEAD, EXECUTIVE].into_iter().zip(50..).filter(|_| n < 5).map(|(rater, at)| EmbeddingCheck {
            id: EmbeddingCheckId(self.id(number, first + at)),
            innovation,
            site: Some(key),
            on: self.ago(30),
            ..embedding_check(rater, &[Some(2); 12])
        });
        let fidelity = FidelityCheck {
            id: FidelityCheckId(self.id(number, first + 60)),
            innovation,
            site: key,
            on: self.ago(40),
            ..fidelity_check(1, &[(3, YesNo::Yes), (2, YesNo::Partly), (1, YesNo::Yes)])
        };
        let live_on = begun + Days::new(u64::from(60 * n + 80));
        let review = SustainmentReview {
            id: SustainmentReviewId(self.id(number, first + 61)),
            innovation,
            sites: vec![key],
            due_on: review_due_on(live_on, ReviewKind::SixMonths),
            done_on: review_due_on(live_on, ReviewKind::SixMonths),
            ..review(ReviewKind::SixMonths, "2026-01-01", "2026-01-01")
        };
        let all = moves.fold(all.and_add(place), Decision::and_add);
        let all = checks.fold(counts.fold(all, Decision::and_add), Decision::and_add);
        if n <= 13 && review.done_on <= self.today { all.and_add(fidelity).and_add(review) } else { all }
    }
}

fn month(day: NaiveDate) -> NaiveDate {
    chrono::Datelike::with_day(&day, 1).unwrap_or(day)
}
