//! Six signs that an innovation does not move, each with the day of the last event that would have cleared it.
use super::Flag;
use crate::{Innovation, MeasureOf, Quiet, Seen, StageKind, StageTime, TrackingMethod, open_days};
use chrono::{Days, NaiveDate};

/// Open days without anything finished, without an advance of a site, without a decision.
const FINISHED: i64 = 60;
const ADVANCE: i64 = 90;
const DECISION: i64 = 90;
/// Days over which use must rise, unless it has come so far.
const RISE: u64 = 91;
const POINTS: f64 = 2.0;
const ENOUGH: f64 = 0.80;

/// A sign that is there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Raised {
    pub flag: Flag,
    /// The last event of the kind, or the day it came into this stage; none where the sign is not one of time.
    pub since: Option<NaiveDate>,
}

/// What each sign is worked out from.
struct Look<'a> {
    seen: Seen<'a>,
    innovation: &'a Innovation,
    time: &'a StageTime,
    quiet: Vec<Quiet>,
    day: NaiveDate,
}

impl<'a> Seen<'a> {
    pub(super) fn raised(self, innovation: &'a Innovation, time: &'a StageTime, day: NaiveDate) -> Vec<Raised> {
        let look = Look { seen: self, innovation, time, quiet: self.quiet(), day };
        [
            look.over_max(),
            look.nothing_finished(),
            look.no_site_advance(),
            look.flat_use(),
            look.no_decision(),
            look.old_numbers(),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl Look<'_> {
    fn over_max(&self) -> Option<Raised> {
        self.time.is_over_max().then_some(Raised { flag: Flag::OverMax, since: None })
    }

    fn nothing_finished(&self) -> Option<Raised> {
        let (seen, id) = (self.seen, self.innovation.id);
        let milestones = seen.milestones(id).filter_map(|one| one.done_on);
        let complete = seen.experiments(id).filter(|one| one.is_complete());
        let experiments = complete.filter_map(|one| one.concluded_on);
        let agile = self.innovation.tracking != TrackingMethod::Plan;
        let work = seen.work_items(id).filter(|_| agile).filter_map(|one| one.done_on());
        self.silent(Flag::NothingFinished, FINISHED, milestones.chain(experiments).chain(work))
    }

    fn no_site_advance(&self) -> Option<Raised> {
        let moves = self.seen.site_moves_of(self.innovation.id).filter(|one| one.from.advances_to(one.to));
        let scales = self.time.kind == StageKind::Scale;
        self.silent(Flag::NoSiteAdvance, ADVANCE, moves.map(|one| one.on)).filter(|_| scales)
    }

    fn no_decision(&self) -> Option<Raised> {
        let id = self.innovation.id;
        let decided = self.seen.decisions_about(id).filter_map(|one| one.decided_on);
        self.silent(Flag::NoDecision, DECISION, decided.chain(self.seen.stage_moves(id).map(|one| one.on)))
    }

    /// Longer than so many open days since the last event in this stage, or since it came into it.
    fn silent(&self, flag: Flag, most: i64, events: impl Iterator<Item = NaiveDate>) -> Option<Raised> {
        let last = events.filter(|on| *on <= self.day).max();
        let since = last.map_or(self.time.entered_on, |last| last.max(self.time.entered_on));
        (open_days(since, self.day, &self.quiet) >= most).then_some(Raised { flag, since: Some(since) })
    }

    fn flat_use(&self) -> Option<Raised> {
        let (seen, id) = (self.seen, self.innovation.id);
        if !matches!(self.time.kind, StageKind::Scale | StageKind::Embed) {
            return None;
        }
        let before = self.day.checked_sub_days(Days::new(RISE))?;
        let adoption = (seen.adoption(id, self.day).share(), seen.adoption(id, before).share());
        let reach = (seen.reach(id, self.day).rolled_up(), seen.reach(id, before).rolled_up());
        (is_flat(adoption) || is_flat(reach)).then_some(Raised { flag: Flag::FlatUse, since: None })
    }

    fn old_numbers(&self) -> Option<Raised> {
        let (seen, of) = (self.seen, MeasureOf::Innovation(self.innovation.id));
        if !self.time.kind.is_later() {
            return None;
        }
        let mut measures = seen.portfolio.shelves.measures.values().filter(|one| one.of == of);
        let fresh = measures.any(|one| !one.figures(seen.readings(one.id), self.day).is_stale);
        (!fresh).then_some(Raised { flag: Flag::OldNumbers, since: None })
    }
}

/// Now, and three months before; what was not known then cannot be flat.
fn is_flat((now, before): (Option<f64>, Option<f64>)) -> bool {
    let (Some(now), Some(before)) = (now, before) else { return false };
    now < ENOUGH - 1e-12 && 100.0 * (now - before) < POINTS - 1e-9
}
