//! Milestones that wait on each other, and the earliest day of each that this implies.
use super::{Milestone, MilestoneKey};
use crate::{DependsOn, Seen};
use chrono::{Days, NaiveDate};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// From what is waited for to what waits, finish to finish.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Link {
    pub other: MilestoneKey,
    pub lag: u64,
    /// Said to be met: it no longer depends on when the other is done.
    pub met_on: Option<NaiveDate>,
}

/// All milestones between which there are links that the actor may see.
#[derive(Clone, Debug)]
pub struct Schedule<'a> {
    pub(super) milestones: BTreeMap<MilestoneKey, &'a Arc<Milestone>>,
    /// What each waits on.
    pub(super) waits: BTreeMap<MilestoneKey, Vec<Link>>,
    /// What waits on each.
    pub(super) awaited: BTreeMap<MilestoneKey, Vec<Link>>,
    /// Every milestone after all that it waits on.
    pub(super) order: Vec<MilestoneKey>,
    pub(super) implied: BTreeMap<MilestoneKey, Implied>,
}

/// The day on which a milestone can be done at the earliest, as all forecasts stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Implied {
    pub on: NaiveDate,
    /// What keeps it from being done on its own forecast.
    pub because: Option<MilestoneKey>,
}

impl<'a> Seen<'a> {
    #[must_use]
    pub fn schedule(self) -> Schedule<'a> {
        self.schedule_with(&BTreeMap::new())
    }

    /// As it would be with these forecasts in the place of those that stand.
    pub(super) fn schedule_with(self, forecasts: &BTreeMap<MilestoneKey, NaiveDate>) -> Schedule<'a> {
        let (mut milestones, mut waits, mut awaited) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for one in self.all_dependencies() {
            let DependsOn::Milestone { innovation, milestone } = one.on else { continue };
            let (later, earlier) = ((one.innovation, one.waits), (innovation, milestone));
            let (Ok(waiting), Ok(other)) = (self.milestone(later.0, later.1), self.milestone(earlier.0, earlier.1))
            else {
                continue;
            };
            milestones.insert(later, waiting);
            milestones.insert(earlier, other);
            let link = |other| Link { other, lag: one.lag_days.into(), met_on: one.met_on };
            waits.entry(later).or_insert_with(Vec::new).push(link(earlier));
            awaited.entry(earlier).or_insert_with(Vec::new).push(link(later));
        }
        let order = ordered(&milestones, &waits, &awaited);
        let mut schedule = Schedule { milestones, waits, awaited, order, implied: BTreeMap::new() };
        schedule.imply(forecasts);
        schedule
    }
}

impl Schedule<'_> {
    /// None for a milestone between which and others there is no link.
    #[must_use]
    pub fn implied(&self, key: MilestoneKey) -> Option<Implied> {
        self.implied.get(&key).copied()
    }

    /// Its own forecast where nothing holds it back.
    #[must_use]
    pub fn is_conflict(&self, milestone: &Milestone) -> bool {
        milestone.is_open() && self.implied(milestone.key()).is_some_and(|one| one.on > milestone.forecast_on())
    }

    fn imply(&mut self, forecasts: &BTreeMap<MilestoneKey, NaiveDate>) {
        for key in &self.order {
            let milestone = self.milestones[key];
            let own = forecasts.get(key).copied().unwrap_or_else(|| milestone.forecast_on());
            let mut found = Implied { on: milestone.done_on.unwrap_or(own), because: None };
            let links = self.waits.get(key).into_iter().flatten().filter(|_| milestone.is_open());
            for link in links {
                let other = link.met_on.or_else(|| Some(self.implied.get(&link.other)?.on));
                let earliest = other.and_then(|on| on.checked_add_days(Days::new(link.lag)));
                if let Some(on) = earliest.filter(|on| *on > found.on) {
                    found = Implied { on, because: Some(link.other) };
                }
            }
            self.implied.insert(*key, found);
        }
    }
}

/// What stands in a loop, which no save allows, comes last and is implied by its own forecast.
fn ordered(
    milestones: &BTreeMap<MilestoneKey, &Arc<Milestone>>,
    waits: &BTreeMap<MilestoneKey, Vec<Link>>,
    awaited: &BTreeMap<MilestoneKey, Vec<Link>>,
) -> Vec<MilestoneKey> {
    let mut left: BTreeMap<_, _> = milestones.keys().map(|key| (*key, waits.get(key).map_or(0, Vec::len))).collect();
    let mut ready: Vec<_> = left.iter().filter(|(_, count)| **count == 0).map(|(key, _)| *key).collect();
    let mut order = Vec::with_capacity(milestones.len());
    while let Some(key) = ready.pop() {
        order.push(key);
        for link in awaited.get(&key).into_iter().flatten() {
            if let Some(count) = left.get_mut(&link.other) {
                *count -= 1;
                if *count == 0 {
                    ready.push(link.other);
                }
            }
        }
    }
    let known: BTreeSet<_> = order.iter().copied().collect();
    order.extend(milestones.keys().filter(|key| !known.contains(*key)));
    order
}

#[cfg(test)]
pub(super) mod tests {
    use crate::{
        Decision, Dependency, DependencyId, DependencyInput, DependsOn, Entry, Forecast, Milestone, MilestoneId,
        MilestoneKind, Portfolio, Refusal, testing::*,
    };
    use uuid::Uuid;

    pub(in crate::milestone) fn id(letter: char) -> MilestoneId {
        MilestoneId(Uuid::from_u128(u128::from(u32::from(letter))))
    }

    fn planned(letter: char, forecast_on: &str, kind: MilestoneKind) -> Milestone {
        let forecast =
            Forecast { recorded_on: day("2026-01-01"), forecast_on: day(forecast_on), reason: None, by: MANAGER };
        Milestone { id: id(letter), title: text(&letter.to_string()), kind, forecasts: vec![forecast], ..milestone() }
    }

    fn waits(number: u128, waits: char, on: char, lag_days: u32) -> Dependency {
        Dependency {
            id: DependencyId(Uuid::from_u128(number)),
            entry: Entry::default(),
            innovation: LAMPS,
            waits: id(waits),
            on: DependsOn::Milestone { innovation: LAMPS, milestone: id(on) },
            lag_days,
            need_by: None,
            promised_on: None,
            met_on: None,
            owner: place(LEAD),
        }
    }

    /// MI-30: four milestones, of which D is the gate.
    pub(in crate::milestone) fn mi_30() -> Portfolio {
        let milestones = Decision::add(planned('A', "2026-03-02", MilestoneKind::Delivery))
            .and_add(planned('B', "2026-04-01", MilestoneKind::Delivery))
            .and_add(planned('C', "2026-04-10", MilestoneKind::Delivery))
            .and_add(planned('D', "2026-05-01", MilestoneKind::Gate));
        let links = milestones
            .and_add(waits(1, 'B', 'A', 20))
            .and_add(waits(2, 'C', 'A', 45))
            .and_add(waits(3, 'D', 'B', 30))
            .and_add(waits(4, 'D', 'C', 21));
        applied(&portfolio(), links)
    }

    #[test]
    fn mi_30_what_waits_is_done_no_earlier_than_what_it_waits_on_allows() {
        as_person(&mi_30(), LEAD, |seen| {
            let schedule = seen.schedule();
            let expected = [
                ('A', "2026-03-02", None, false),
                ('B', "2026-04-01", None, false),
                ('C', "2026-04-16", Some('A'), true),
                ('D', "2026-05-07", Some('C'), true),
            ];
            for (letter, on, because, conflict) in expected {
                let found = schedule.implied((LAMPS, id(letter))).expect("linked");
                assert_eq!(found.on, day(on), "{letter}");
                assert_eq!(found.because, because.map(|other| (LAMPS, id(other))), "{letter}");
                let milestone = seen.milestone(LAMPS, id(letter)).expect("there");
                assert_eq!(schedule.is_conflict(milestone), conflict, "{letter}");
            }
        });
    }

    #[test]
    fn mi_31_a_loop_is_refused_and_named() {
        let input = DependencyInput {
            on: DependsOn::Milestone { innovation: LAMPS, milestone: id('D') },
            lag_days: 0,
            need_by: None,
            promised_on: None,
            met_on: None,
            owner: place(LEAD),
        };
        let refused = as_person(&mi_30(), LEAD, |seen| {
            seen.add_dependency(DependencyId(Uuid::from_u128(5)), LAMPS, id('A'), input, day("2026-03-01"))
        });
        assert_eq!(refused, Err(Refusal::Loop(["A", "B", "D", "A"].map(String::from).to_vec())));
    }

    #[test]
    fn what_is_met_or_done_holds_nothing_back_any_longer() {
        let met = as_person(&mi_30(), LEAD, |seen| {
            seen.meet_dependency(
                LAMPS,
                DependencyId(Uuid::from_u128(2)),
                day("2026-02-01"),
                crate::Version::FIRST,
                today(),
            )
            .expect("allowed")
        });
        as_person(&applied(&mi_30(), met), LEAD, |seen| {
            let found = seen.schedule().implied((LAMPS, id('C'))).expect("linked");
            assert_eq!((found.on, found.because), (day("2026-04-10"), None));
        });
    }
}
