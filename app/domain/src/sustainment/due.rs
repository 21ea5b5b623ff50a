//! Which reviews fall due, and what became of each.
use super::{OutcomeHeld, ReviewKind, SustainmentReview};
use crate::{Innovation, InnovationId, Place, Seen, Site, SiteId, StageKind, YesNo, days};
use chrono::{Months, NaiveDate};
use std::{collections::BTreeMap, sync::Arc};

/// Days either side of the day it is due in which a review is on time, and after which it is overdue.
const ON_TIME: i64 = 45;

/// One review that is done, due or to come. Sites that went live on one day are reviewed together.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewSight<'a> {
    pub kind: ReviewKind,
    /// None for an innovation without sites.
    pub sites: Vec<SiteId>,
    /// The day from which it is counted.
    pub live_on: NaiveDate,
    pub due_on: NaiveDate,
    pub review: Option<&'a Arc<SustainmentReview>>,
    /// Days since it was due, where it is not done; 0 until then.
    pub late_days: i64,
}

/// What all reviews of an innovation, or of several, come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReviewCounts {
    /// Due by now, or done before that.
    pub due: usize,
    pub done: usize,
    /// Done, or overdue: the only ones that count.
    pub closed: usize,
    pub on_time: usize,
    /// Not done, and more than 45 days past.
    pub overdue: usize,
    /// Done and found still in use: yes, partly, no.
    pub in_use: [usize; 3],
}

impl SustainmentReview {
    /// Within 45 days of the day it was due.
    #[must_use]
    pub fn is_on_time(&self) -> bool {
        days(self.due_on, self.done_on).abs() <= ON_TIME
    }

    /// Still in use, and the outcome was not lost.
    #[must_use]
    pub fn is_passed(&self) -> bool {
        self.still_in_use == YesNo::Yes && self.outcome_held != OutcomeHeld::No
    }
}

impl ReviewSight<'_> {
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.review.is_some()
    }

    #[must_use]
    pub fn is_overdue(&self) -> bool {
        self.late_days > ON_TIME
    }

    /// Done, or overdue.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.is_done() || self.is_overdue()
    }
}

impl ReviewCounts {
    pub fn of<'a>(sights: impl IntoIterator<Item = &'a ReviewSight<'a>>, today: NaiveDate) -> Self {
        let mut counts = Self::default();
        for one in sights {
            counts.due += usize::from(one.is_done() || one.due_on <= today);
            counts.closed += usize::from(one.is_closed());
            counts.overdue += usize::from(one.is_overdue());
            let Some(review) = one.review else { continue };
            counts.done += 1;
            counts.on_time += usize::from(review.is_on_time());
            counts.in_use[review.still_in_use as usize] += 1;
        }
        counts
    }

    /// Reviews done that found it in use, over reviews done; none where none was done.
    #[must_use]
    pub fn sustained(&self) -> Option<f64> {
        (self.done > 0).then(|| self.in_use[0] as f64 / self.done as f64)
    }
}

impl std::fmt::Display for ReviewCounts {
    /// "2 done of 3 due".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} done of {} due", self.done, self.due)
    }
}

impl<'a> Seen<'a> {
    /// All that fall due and all that were done by a day, by the day they are due. What was stopped is not reviewed.
    #[must_use]
    pub fn reviews(self, innovation: &Innovation, today: NaiveDate) -> Vec<ReviewSight<'a>> {
        if self.stage_time(innovation, today).place == Place::Stopped {
            return vec![];
        }
        let done: Vec<_> = self.sustainment_reviews(innovation.id).filter(|one| one.done_on <= today).collect();
        let mut all = Vec::new();
        for (live_on, sites) in self.reviewed_together(innovation, today) {
            for kind in ReviewKind::ALL.iter().copied() {
                all.extend(sights(kind, live_on, &sites, &done, today));
            }
        }
        all.sort_by_key(|one| (one.due_on, one.kind));
        all
    }

    /// Sites by the day they went live; without sites the day it first came to be embedded.
    fn reviewed_together(self, innovation: &Innovation, today: NaiveDate) -> Vec<(NaiveDate, Vec<SiteId>)> {
        let sites = self.site_sights(innovation.id, today);
        if sites.is_empty() {
            return self.embedded_on(innovation, today).map(|on| (on, vec![])).into_iter().collect();
        }
        let mut by_day: BTreeMap<NaiveDate, Vec<SiteId>> = BTreeMap::new();
        for one in sites {
            if let Some(live_on) = one.live_on {
                by_day.entry(live_on).or_default().push(one.site.id);
            }
        }
        by_day.into_iter().collect()
    }

    pub(super) fn embedded_on(self, innovation: &Innovation, today: NaiveDate) -> Option<NaiveDate> {
        let model = self.stage_model_of(innovation);
        let lasts = |place| matches!(model.kind(place), StageKind::Embed | StageKind::Mainstreamed);
        self.stage_moves(innovation.id).find(|one| one.on <= today && lasts(one.to)).map(|one| one.on)
    }

    /// The latest review of a kind that covers a site, done by a day.
    #[must_use]
    pub fn review_of_site(self, site: &Site, kind: ReviewKind, day: NaiveDate) -> Option<&'a Arc<SustainmentReview>> {
        let covers =
            |one: &&Arc<SustainmentReview>| one.kind == kind && one.done_on <= day && one.sites.contains(&site.id);
        self.sustainment_reviews(site.innovation).filter(covers).max_by_key(|one| (one.done_on, one.id))
    }

    /// What was recorded of an innovation up to a day.
    #[must_use]
    pub fn review_counts(self, innovation: InnovationId, today: NaiveDate) -> ReviewCounts {
        self.innovation(innovation)
            .map_or_else(|_| ReviewCounts::default(), |one| ReviewCounts::of(&self.reviews(one, today), today))
    }
}

/// When a review of sites that went live on a day is due.
#[must_use]
pub fn review_due_on(live_on: NaiveDate, kind: ReviewKind) -> NaiveDate {
    live_on.checked_add_months(Months::new(kind.months())).unwrap_or(NaiveDate::MAX)
}

/// One for each record, and one for the sites that no record covers.
fn sights<'a>(
    kind: ReviewKind,
    live_on: NaiveDate,
    sites: &[SiteId],
    done: &[&'a Arc<SustainmentReview>],
    today: NaiveDate,
) -> Vec<ReviewSight<'a>> {
    let due_on = review_due_on(live_on, kind);
    let about = |one: &SustainmentReview| {
        one.kind == kind && (sites.is_empty() && one.sites.is_empty() || one.sites.iter().any(|id| sites.contains(id)))
    };
    let records: Vec<_> = done.iter().copied().filter(|one| about(one)).collect();
    let is_covered = |id: &SiteId| records.iter().any(|one| one.sites.contains(id));
    let left: Vec<_> = sites.iter().copied().filter(|id| !is_covered(id)).collect();
    let open = if sites.is_empty() { records.is_empty() } else { !left.is_empty() };
    let covered = |one: &'a Arc<SustainmentReview>| {
        let sites = one.sites.clone();
        ReviewSight { kind, sites, live_on, due_on, review: Some(one), late_days: 0 }
    };
    let late_days = days(due_on, today).max(0);
    let open = open.then_some(ReviewSight { kind, sites: left, live_on, due_on, review: None, late_days });
    records.into_iter().map(covered).chain(open).collect()
}
