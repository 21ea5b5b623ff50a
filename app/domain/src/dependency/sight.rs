//! Dependencies as somebody may see them. What they may not see is told as such, and nothing of it leaks.
use super::{Dependency, DependencyState, DependsOn};
use crate::{DependencyId, Innovation, InnovationId, Line, Milestone, MilestoneId, Refusal, Seen};
use chrono::{Days, NaiveDate};
use std::{collections::BTreeSet, sync::Arc};

/// What is waited for, as far as it may be seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WaitsFor<'a> {
    Milestone(&'a Arc<Innovation>, &'a Arc<Milestone>),
    Innovation(&'a Arc<Innovation>),
    Partner(&'a Line),
    Other(&'a Line),
    /// Something of an innovation that the actor may not see.
    Hidden,
    /// It is no longer in the plan.
    Gone,
}

/// What lies between the two, the furthest first: these matter more than those within one plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Crossing {
    Councils,
    Innovations,
    /// To somebody or something outside.
    Outside,
    Within,
}

#[derive(Clone, Debug, PartialEq)]
pub struct DependencySight<'a> {
    pub dependency: &'a Arc<Dependency>,
    pub innovation: &'a Arc<Innovation>,
    pub waits: &'a Arc<Milestone>,
    pub on: WaitsFor<'a>,
    pub crosses: Crossing,
    /// None where what is waited for may not be seen or is gone, unless it was said to be met.
    pub state: Option<DependencyState>,
    /// The day promised, or the forecast or last day of the milestone that is waited for.
    pub promise: Option<NaiveDate>,
    pub need_by: NaiveDate,
}

impl DependencySight<'_> {
    /// Neither met, nor of a milestone that is done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state != Some(DependencyState::Met) && self.waits.done_on.is_none()
    }
}

impl<'a> Seen<'a> {
    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn dependency(self, innovation: InnovationId, id: DependencyId) -> Result<&'a Arc<Dependency>, Refusal> {
        self.innovation(innovation)?;
        self.portfolio.shelves.dependencies.get(&(innovation, id)).ok_or(Refusal::NotFound)
    }

    /// Of the milestones of an innovation; those that cross councils or innovations first, then by the day of need.
    #[must_use]
    pub fn waits_of(self, innovation: InnovationId, today: NaiveDate) -> Vec<DependencySight<'a>> {
        let mut all: Vec<_> = self.dependencies(innovation).filter_map(|one| self.sight_of(one, today)).collect();
        all.sort_by_key(|one| (one.crosses, one.need_by, one.dependency.id));
        all
    }

    /// What waits on an innovation or on a milestone of it, in other innovations that may be seen.
    #[must_use]
    pub fn waiting_on(self, innovation: InnovationId, today: NaiveDate) -> Vec<DependencySight<'a>> {
        let on_it = |one: &&Arc<Dependency>| match one.on {
            DependsOn::Milestone { innovation: other, .. } | DependsOn::Innovation(other) => other == innovation,
            DependsOn::Partner(_) | DependsOn::Other(_) => false,
        };
        let others = self.all_dependencies().filter(|one| one.innovation != innovation);
        let mut all: Vec<_> = others.filter(on_it).filter_map(|one| self.sight_of(one, today)).collect();
        all.sort_by_key(|one| (one.crosses, one.need_by, one.dependency.id));
        all
    }

    /// Of every innovation that may be seen.
    pub fn all_dependencies(self) -> impl Iterator<Item = &'a Arc<Dependency>> {
        self.innovations().flat_map(move |one| self.dependencies(one.id))
    }

    /// None where the waiting milestone is no longer in the plan.
    #[must_use]
    pub fn sight_of(self, dependency: &'a Arc<Dependency>, today: NaiveDate) -> Option<DependencySight<'a>> {
        let innovation = self.innovation(dependency.innovation).ok()?;
        let waits = self.milestone(innovation.id, dependency.waits).ok()?;
        let on = self.waits_for(&dependency.on);
        let need_by = dependency.need_by.unwrap_or_else(|| before(waits.forecast_on(), dependency.lag_days));
        let promise = match on {
            WaitsFor::Milestone(_, other) => Some(other.outturn()),
            WaitsFor::Hidden | WaitsFor::Gone => None,
            _ => dependency.promised_on,
        };
        let other_done = matches!(on, WaitsFor::Milestone(_, other) if other.done_on.is_some());
        let is_met = dependency.met_on.is_some() || other_done;
        let known = is_met || !matches!(on, WaitsFor::Hidden | WaitsFor::Gone);
        let state = known.then(|| DependencyState::of(is_met, promise, need_by, today));
        let crosses = crossing(innovation, &on);
        Some(DependencySight { dependency, innovation, waits, on, crosses, state, promise, need_by })
    }

    fn waits_for(self, on: &'a DependsOn) -> WaitsFor<'a> {
        match on {
            DependsOn::Milestone { innovation, milestone } => self.milestone_waited_for(*innovation, *milestone),
            DependsOn::Innovation(id) => match self.innovation(*id) {
                Ok(other) => WaitsFor::Innovation(other),
                Err(_) => self.out_of_sight(*id),
            },
            DependsOn::Partner(words) => WaitsFor::Partner(words),
            DependsOn::Other(words) => WaitsFor::Other(words),
        }
    }

    fn milestone_waited_for(self, innovation: InnovationId, id: MilestoneId) -> WaitsFor<'a> {
        match (self.innovation(innovation), self.milestone(innovation, id)) {
            (Ok(other), Ok(milestone)) => WaitsFor::Milestone(other, milestone),
            (Ok(_), Err(_)) => WaitsFor::Gone,
            (Err(_), _) => self.out_of_sight(innovation),
        }
    }

    fn out_of_sight(self, innovation: InnovationId) -> WaitsFor<'a> {
        let is_there = self.portfolio.shelves.innovations.contains_key(&innovation);
        if is_there { WaitsFor::Hidden } else { WaitsFor::Gone }
    }
}

fn crossing(innovation: &Innovation, on: &WaitsFor) -> Crossing {
    let other = match on {
        WaitsFor::Milestone(other, _) | WaitsFor::Innovation(other) => other,
        WaitsFor::Hidden => return Crossing::Innovations,
        WaitsFor::Partner(_) | WaitsFor::Other(_) | WaitsFor::Gone => return Crossing::Outside,
    };
    let councils = |one: &Innovation| one.councils.iter().copied().collect::<BTreeSet<_>>();
    match () {
        () if other.id == innovation.id => Crossing::Within,
        () if councils(other) != councils(innovation) => Crossing::Councils,
        () => Crossing::Innovations,
    }
}

/// So many days earlier.
fn before(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(days.into())).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, MilestoneId, Visibility, dependency::keep::tests::*, testing::*};

    #[test]
    fn what_may_not_be_seen_is_told_as_such_and_nothing_of_it_leaks() {
        let portfolio = two_innovations();
        let waiting = after(&portfolio, MANAGER, |seen| {
            seen.add_dependency(FIRST_LINK, LAMPS, milestone().id, on_gate(), today())
        });
        as_person(&waiting, MANAGER, |seen| {
            let found = &seen.waits_of(LAMPS, today())[0];
            assert_eq!(found.crosses, Crossing::Innovations);
            assert_eq!(found.state, Some(DependencyState::Conflict));
            assert_eq!(seen.waiting_on(BENCHES, today()).len(), 1);
        });
        let lamps = |seen: Seen| seen.innovation(LAMPS).expect("there").clone();
        let public = as_person(&waiting, MANAGER, |seen| {
            let before = lamps(seen);
            let open = crate::Innovation { visible_to: Visibility::Public, ..(*before).clone() };
            Decision::change(&before, open)
        });
        let public = applied(&waiting, public);
        as_person(&public, VIEWER, |seen| {
            let found = &seen.waits_of(LAMPS, today())[0];
            assert_eq!((found.on, found.state, found.promise), (WaitsFor::Hidden, None, None));
        });
    }

    #[test]
    fn a_milestone_that_left_the_plan_takes_along_what_it_waited_for_and_is_missed_by_what_waits_on_it() {
        let portfolio = two_innovations();
        let waiting = after(&portfolio, MANAGER, |seen| {
            seen.add_dependency(FIRST_LINK, LAMPS, milestone().id, on_gate(), today())
        });
        let remove = |innovation, id: MilestoneId| {
            after(&waiting, MANAGER, |seen| {
                seen.remove_milestone(innovation, id, text("Not needed"), crate::Version::FIRST)
            })
        };
        as_person(&remove(BENCHES, GATE), MANAGER, |seen| {
            let found = &seen.waits_of(LAMPS, today())[0];
            assert_eq!((found.on, found.state), (WaitsFor::Gone, None));
        });
        as_person(&remove(LAMPS, milestone().id), MANAGER, |seen| {
            assert_eq!((seen.waits_of(LAMPS, today()).len(), seen.dependencies(LAMPS).count()), (0, 0));
        });
    }
}
