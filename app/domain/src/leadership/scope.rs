//! Of what the ten actions are told: everything that may be seen, or one priority area of it.
use super::{Limit, Settled};
use crate::{Innovation, InnovationId, PriorityAreaId, Seen, StageKind, days};
use chrono::{Days, NaiveDate};
use std::sync::Arc;

/// A partnership is told on its pooled records, never as a mean of its councils.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everything that the viewer may see.
    #[default]
    Organisation,
    PriorityArea(PriorityAreaId),
}

/// Days of the window W, the day itself counted.
pub(super) const WINDOW: u64 = 182;

/// What is counted on a day: the innovations in scope, in the order of their ids.
pub(super) struct Field<'a, 't> {
    pub seen: Seen<'a>,
    pub thresholds: &'t Settled,
    pub today: NaiveDate,
    /// Whatever stage they are in.
    pub all: Vec<&'a Arc<Innovation>>,
    /// Under way: Explore to Embed.
    pub active: Vec<&'a Arc<Innovation>>,
    /// Of those, the priority ones; where none is flagged, all that serve an active priority area.
    pub priority: Vec<&'a Arc<Innovation>>,
    /// Of those under way, the ones in Pilot or later.
    pub later: Vec<&'a Arc<Innovation>>,
}

impl<'a, 't> Field<'a, 't> {
    pub fn new(seen: Seen<'a>, thresholds: &'t Settled, scope: Scope, today: NaiveDate) -> Self {
        let is_in = |one: &&'a Arc<Innovation>| match scope {
            Scope::Organisation => true,
            Scope::PriorityArea(area) => one.priority_area == Some(area),
        };
        let kind = |one: &Innovation| seen.kind_on(one, today);
        let all: Vec<_> = seen.innovations().filter(is_in).collect();
        let active: Vec<_> = all.iter().copied().filter(|one| kind(one).is_some_and(StageKind::is_active)).collect();
        let linked: Vec<_> = active.iter().copied().filter(|one| seen.serves_active_area(one, today)).collect();
        let flagged: Vec<_> = linked.iter().copied().filter(|one| one.is_priority).collect();
        let priority = if flagged.is_empty() { linked } else { flagged };
        let later = active.iter().copied().filter(|one| kind(one).is_some_and(StageKind::is_later)).collect();
        Self { seen, thresholds, today, all, active, priority, later }
    }

    /// The first day of the window W.
    pub fn since(&self) -> NaiveDate {
        self.today.checked_sub_days(Days::new(WINDOW - 1)).unwrap_or(self.today)
    }

    /// Days since the first move in scope; none before it.
    pub fn age_days(&self) -> Option<i64> {
        let first = self.all.iter().filter_map(|one| self.seen.started_on(one.id)).min()?;
        (first <= self.today).then(|| days(first, self.today))
    }

    pub fn least(&self) -> usize {
        self.thresholds.count(Limit::Least)
    }
}

impl Seen<'_> {
    /// Whether every innovation of the organisation may be seen: figures are labelled where not.
    #[must_use]
    pub fn sees_every_innovation(self) -> bool {
        self.innovations().count() == self.portfolio.shelves.innovations.len()
    }

    /// Who sees the same innovations sees the same figures: for whoever keeps them.
    #[must_use]
    pub fn visible_innovations(self) -> Vec<InnovationId> {
        self.innovations().map(|one| one.id).collect()
    }
}
