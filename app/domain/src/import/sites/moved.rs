//! The steps that a row tells of a site: each is one that the form would take.
use super::{
    super::{ImportField, ImportRow, ImportSaid, SiteRow, plan::derived},
    Draft, Planner,
};
use crate::{InnovationId, SiteId, SiteMoveId, SiteMoveInput, SiteSight, SiteState};
use chrono::NaiveDate;

/// A step, and the columns that said where to and when.
struct Step {
    to: SiteState,
    on: NaiveDate,
    told_by: ImportField,
    dated_by: ImportField,
}

impl<'a> Planner<'a> {
    /// First that it went live, then where it is by now.
    pub(super) fn moved(
        &self,
        row: &mut ImportRow,
        told: &SiteRow,
        innovation: InnovationId,
        site: SiteId,
        draft: &mut Draft<'a>,
    ) {
        let label = |one: SiteState| one.label().to_owned();
        let (all, key) = (SiteState::ALL, SiteState::key);
        let state = self.named.choice(row, ImportField::State, told.state.as_ref(), all, key, label);
        if !row.problems.is_empty() {
            return;
        }
        let step = went_live(told, state, sight(draft, innovation, site).as_ref());
        if let Some(step) = step {
            self.step(row, told, &step, innovation, site, draft);
        }
        if let Some(state) = state.filter(|_| row.problems.is_empty()) {
            let step = sight(draft, innovation, site).and_then(|sight| self.got_to(row, told, state, &sight));
            if let Some(step) = step {
                self.step(row, told, &step, innovation, site, draft);
            }
        }
        if let (Some(said), Some(live_on)) = (told.live_on, first_live(draft, innovation, site))
            && said != live_on
            && row.problems.is_empty()
            && !has_step_on(draft, innovation, site, said)
        {
            self.named.note(row, ImportField::LiveOn, ImportSaid::SinceStays(live_on));
        }
    }

    /// The step to where it is said to be, unless it is or has been there.
    fn got_to(&self, row: &mut ImportRow, told: &SiteRow, state: SiteState, sight: &SiteSight) -> Option<Step> {
        if state == sight.state {
            return None;
        }
        let is_live = state == SiteState::Live;
        let (day, dated_by) = match (told.state_on, told.live_on) {
            (None, Some(live_on)) if is_live => (Some(live_on), ImportField::LiveOn),
            (day, _) => (day, ImportField::StateOn),
        };
        let told_by = ImportField::State;
        let was_there = |day: NaiveDate| {
            let last = sight.moves.iter().rev().find(|one| one.on <= day);
            last.map_or(SiteState::Identified, |last| last.to) == state
        };
        // A file that was written before the last steps here tells nothing new.
        let is_old = |day: NaiveDate| sight.since.is_some_and(|since| day < since) && was_there(day);
        let known = |day: NaiveDate| is_old(day) || sight.moves.iter().any(|one| one.to == state && one.on == day);
        if let Some(on) = day {
            return (!known(on)).then_some(Step { to: state, on, told_by, dated_by });
        }
        let has_been = state == SiteState::Identified || sight.moves.iter().any(|one| one.to == state);
        if has_been {
            self.named.note(row, told_by, ImportSaid::StateStays(sight.state));
            return None;
        }
        if is_live {
            // Reviews count from it, so it is never guessed.
            self.named.missing(row, ImportField::LiveOn);
            return None;
        }
        self.named.note(row, told_by, ImportSaid::FromToday);
        Some(Step { to: state, on: self.named.today, told_by, dated_by: told_by })
    }

    fn step(
        &self,
        row: &mut ImportRow,
        told: &SiteRow,
        step: &Step,
        innovation: InnovationId,
        site: SiteId,
        draft: &mut Draft<'a>,
    ) {
        let Some(moves) = sight(draft, innovation, site).map(|sight| sight.moves.last().map_or(0, |last| last.ordinal))
        else {
            return;
        };
        let not_meant = told.eligible_reason.as_ref().filter(|_| step.to == SiteState::NotEligible);
        let reason = told.state_reason.as_ref().filter(|_| step.told_by == ImportField::State).or(not_meant).cloned();
        let input = SiteMoveInput { to: step.to, on: step.on, reason, review_on: told.review_on, moves_seen: moves };
        let id = SiteMoveId(derived(self.id, "site move", &format!("{site}\n{}", moves + 1)));
        let decided = draft.seen().move_site(id, innovation, site, input, self.named.today);
        match decided {
            Ok(decision) => draft.take(decision),
            Err(refusal) => {
                let column_of = |field: &str| match field {
                    "on" => step.dated_by,
                    "reason" => ImportField::StateReason,
                    "review_on" => ImportField::ReviewOn,
                    "to" => step.told_by,
                    _ => ImportField::Innovation,
                };
                self.named.refuse_all(row, refusal, column_of);
            }
        }
    }
}

/// The first time; where it has been live before, that day stays.
fn went_live(told: &SiteRow, state: Option<SiteState>, sight: Option<&SiteSight>) -> Option<Step> {
    let on = told.live_on?;
    let told_by = if state == Some(SiteState::Live) { ImportField::State } else { ImportField::LiveOn };
    let is_first = sight.is_some_and(|sight| sight.live_on.is_none());
    is_first.then_some(Step { to: SiteState::Live, on, told_by, dated_by: ImportField::LiveOn })
}

fn sight<'b>(draft: &'b Draft, innovation: InnovationId, site: SiteId) -> Option<SiteSight<'b>> {
    let seen = draft.seen();
    seen.site(innovation, site).ok().map(|site| seen.site_sight(site, NaiveDate::MAX))
}

fn first_live(draft: &Draft, innovation: InnovationId, site: SiteId) -> Option<NaiveDate> {
    sight(draft, innovation, site)?.live_on
}

/// Whether it went live on that day, for the first time or again.
fn has_step_on(draft: &Draft, innovation: InnovationId, site: SiteId, day: NaiveDate) -> bool {
    let moves = sight(draft, innovation, site).map(|sight| sight.moves).unwrap_or_default();
    moves.iter().any(|one| one.to == SiteState::Live && one.on == day)
}
