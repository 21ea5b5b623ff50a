//! Where a place had got to by the end of a day.
use super::{Eligible, Site, SiteMove, SiteState};
use crate::{InnovationId, Refusal, Seen, SiteId};
use chrono::NaiveDate;
use std::sync::Arc;

/// One place on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteSight<'a> {
    pub site: &'a Arc<Site>,
    pub state: SiteState,
    /// The day it got there; none where it has not moved.
    pub since: Option<NaiveDate>,
    /// The first day it was live; survives a revert.
    pub live_on: Option<NaiveDate>,
    /// Up to the day, in order.
    pub moves: Vec<&'a Arc<SiteMove>>,
}

impl<'a> SiteSight<'a> {
    fn of(site: &'a Arc<Site>, moves: Vec<&'a Arc<SiteMove>>) -> Self {
        let last = moves.last();
        let live = moves.iter().find(|one| one.to == SiteState::Live);
        Self {
            site,
            state: last.map_or(SiteState::Identified, |last| last.to),
            since: last.map(|last| last.on),
            live_on: live.map(|one| one.on),
            moves,
        }
    }

    /// Declined, paused and reverted places stay in: only what was never meant leaves.
    #[must_use]
    pub fn is_eligible(&self) -> bool {
        self.site.eligible == Eligible::Yes && self.state != SiteState::NotEligible
    }

    /// An eligible place that uses it.
    #[must_use]
    pub fn is_adopted(&self) -> bool {
        self.is_eligible() && self.state.is_adopted()
    }

    /// The day on which it is to go live, by its forecast or else by its first plan; none where it uses it already, is
    /// paused, or has left.
    #[must_use]
    pub fn expected_on(&self) -> Option<NaiveDate> {
        let is_ahead = self.is_eligible() && self.state < SiteState::Live;
        self.site.forecast_live_on.or(self.site.planned_live_on).filter(|_| is_ahead)
    }

    /// Where it may go from here.
    #[must_use]
    pub fn may_move_to(&self) -> Vec<SiteState> {
        let paused_in = self.moves.last().map(|last| last.from);
        self.state.may_move_to(paused_in, self.live_on.is_some())
    }

    /// It went backwards: it left the use of it, or is no longer embedded.
    #[must_use]
    pub fn slipped_on(&self) -> Option<NaiveDate> {
        let slips = |one: &SiteMove| one.from.is_adopted() && one.to < one.from || one.to == SiteState::Reverted;
        self.moves.iter().rev().find(|one| slips(one)).map(|one| one.on)
    }
}

impl<'a> Seen<'a> {
    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn site(self, innovation: InnovationId, id: SiteId) -> Result<&'a Arc<Site>, Refusal> {
        self.innovation(innovation)?;
        self.portfolio.shelves.sites.get(&(innovation, id)).ok_or(Refusal::NotFound)
    }

    #[must_use]
    pub fn site_sight(self, site: &'a Arc<Site>, day: NaiveDate) -> SiteSight<'a> {
        SiteSight::of(site, self.site_moves(site.innovation, site.id).filter(|one| one.on <= day).collect())
    }

    /// Every place of an innovation on a day, by wave and name; those without a wave last.
    #[must_use]
    pub fn site_sights(self, innovation: InnovationId, day: NaiveDate) -> Vec<SiteSight<'a>> {
        let mut all: Vec<_> = self.sites(innovation).map(|site| self.site_sight(site, day)).collect();
        all.sort_by_cached_key(|one| (one.site.wave.unwrap_or(u8::MAX), one.site.name.clone(), one.site.id));
        all
    }
}
