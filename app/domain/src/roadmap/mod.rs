//! The portfolio along time: what is due, what is late, and what waits for what.
mod stretch;
mod window;

pub use stretch::{Stretch, StretchKind};
pub use window::{RoadmapSpan, RoadmapWindow};

use crate::{BoardFilter, Card, DependencySight, Innovation, Milestone, Place, PriorityArea, Seen, WaitsFor, days};
use chrono::NaiveDate;
use std::{collections::BTreeSet, sync::Arc};

/// Days ahead that count as next.
const NEXT: i64 = 14;

/// Which innovations are shown, and over which days.
#[derive(Clone, Debug, PartialEq)]
pub struct RoadmapFilter {
    pub board: BoardFilter,
    pub window: RoadmapWindow,
    /// Also those that have been stopped or have become the way things are done.
    pub ended: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Roadmap<'a> {
    /// In the order of their names; what has no priority area comes last.
    pub areas: Vec<RoadmapArea<'a>>,
    /// Open milestones whose forecast has passed, the longest first; whatever the window.
    pub overdue: Vec<RoadmapPoint<'a>>,
    /// Due within 14 days, the earliest first; whatever the window.
    pub next: Vec<RoadmapPoint<'a>>,
    /// What waits and is not met, of innovations that are shown: the furthest apart first.
    pub waits: Vec<DependencySight<'a>>,
    /// How many innovations are left out only because they have ended.
    pub ended: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct RoadmapArea<'a> {
    pub area: Option<&'a Arc<PriorityArea>>,
    /// By number.
    pub rows: Vec<RoadmapRow<'a>>,
}

/// One innovation.
#[derive(Clone, Debug, PartialEq)]
pub struct RoadmapRow<'a> {
    pub innovation: &'a Arc<Innovation>,
    /// What people call the place where it is.
    pub stage: String,
    /// Oldest first.
    pub stretches: Vec<Stretch>,
    /// Within the window, in the order of the days.
    pub milestones: Vec<&'a Arc<Milestone>>,
}

/// A milestone to come, with its innovation; days below zero are late.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoadmapPoint<'a> {
    pub innovation: &'a Arc<Innovation>,
    pub milestone: &'a Arc<Milestone>,
    pub days: i64,
}

impl Roadmap<'_> {
    #[must_use]
    pub fn innovations(&self) -> usize {
        self.areas.iter().map(|area| area.rows.len()).sum()
    }
}

impl<'a> Seen<'a> {
    #[must_use]
    pub fn roadmap(self, filter: &RoadmapFilter, today: NaiveDate) -> Roadmap<'a> {
        let cards = self.innovations().map(|one| Card::of(self, one, today));
        let passing = cards.filter(|card| filter.board.passes(self, card, today));
        let (mut shown, ended): (Vec<_>, Vec<_>) = passing.partition(|card| filter.ended || !has_ended(card));
        shown.sort_by_key(|card| {
            let area = card.area.map(|area| (area.title.to_lowercase(), area.id));
            (area.is_none(), area, card.innovation.number)
        });
        let mut areas: Vec<RoadmapArea<'a>> = vec![];
        for card in &shown {
            let row = self.roadmap_row(card, filter.window, today);
            match areas.last_mut().filter(|last| last.area.map(|area| area.id) == card.area.map(|area| area.id)) {
                Some(last) => last.rows.push(row),
                None => areas.push(RoadmapArea { area: card.area, rows: vec![row] }),
            }
        }
        let mut points: Vec<_> = shown.iter().flat_map(|card| self.points(card, today)).collect();
        points.sort_by_key(|one| (one.days, one.innovation.number));
        let (overdue, to_come): (Vec<_>, Vec<_>) = points.into_iter().partition(|one| one.days < 0);
        let next = to_come.into_iter().filter(|one| one.days <= NEXT).collect();
        Roadmap { areas, overdue, next, waits: self.roadmap_waits(&shown, today), ended: ended.len() }
    }

    fn roadmap_row(self, card: &Card<'a>, window: RoadmapWindow, today: NaiveDate) -> RoadmapRow<'a> {
        let innovation = card.innovation;
        let all = self.milestones(innovation.id);
        let mut milestones: Vec<_> = all.filter(|one| window.contains(one.outturn())).collect();
        milestones.sort_by_key(|one| (one.outturn(), one.id));
        RoadmapRow {
            innovation,
            stage: card.stage.stage.clone(),
            stretches: self.stretches(innovation, today),
            milestones,
        }
    }

    /// Of what is under way: of the rest nothing is wanted now.
    fn points(self, card: &Card<'a>, today: NaiveDate) -> Vec<RoadmapPoint<'a>> {
        if matches!(card.stage.place, Place::Paused | Place::Stopped) {
            return vec![];
        }
        let innovation = card.innovation;
        let open = self.open_milestones(innovation.id).into_iter();
        open.map(|milestone| RoadmapPoint { innovation, milestone, days: days(today, milestone.forecast_on()) })
            .collect()
    }

    fn roadmap_waits(self, shown: &[Card<'a>], today: NaiveDate) -> Vec<DependencySight<'a>> {
        let known: BTreeSet<_> = shown.iter().map(|card| card.innovation.id).collect();
        let is_shown = |one: &DependencySight| match one.on {
            WaitsFor::Milestone(other, _) | WaitsFor::Innovation(other) => known.contains(&other.id),
            _ => false,
        };
        let of_shown = |one: &DependencySight| known.contains(&one.innovation.id) || is_shown(one);
        let all = self.all_dependencies().filter_map(|one| self.sight_of(one, today));
        let mut waits: Vec<_> = all.filter(|one| one.is_open() && of_shown(one)).collect();
        waits.sort_by_key(|one| (one.crosses, one.need_by, one.dependency.id));
        waits
    }
}

fn has_ended(card: &Card) -> bool {
    matches!(card.stage.place, Place::Stopped | Place::Mainstreamed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, MilestoneId, MilestoneKind, StageKind, testing::*};
    use uuid::Uuid;

    fn filter() -> RoadmapFilter {
        let window = RoadmapWindow::around(RoadmapSpan::Year, today());
        RoadmapFilter { board: BoardFilter::default(), window, ended: false }
    }

    fn planned(number: u128, forecast_on: &str, kind: MilestoneKind) -> Milestone {
        let mut one = Milestone { id: MilestoneId(Uuid::from_u128(number)), kind, ..milestone() };
        one.forecasts[0].forecast_on = day(forecast_on);
        one
    }

    #[test]
    fn what_is_overdue_and_what_is_next_is_told_whatever_the_window() {
        let points = Decision::add(planned(301, "2026-11-20", MilestoneKind::Delivery))
            .and_add(planned(302, "2026-12-08", MilestoneKind::Delivery))
            .and_add(planned(303, "2026-12-09", MilestoneKind::Delivery))
            .and_add(planned(304, "2031-01-01", MilestoneKind::Benefit));
        let portfolio = applied(&portfolio(), points);
        as_person(&portfolio, LEAD, |seen| {
            let map = seen.roadmap(&filter(), today());
            assert_eq!((map.innovations(), map.ended), (1, 0));
            let found = |list: &[RoadmapPoint]| list.iter().map(|one| one.days).collect::<Vec<_>>();
            assert_eq!((found(&map.overdue), found(&map.next)), (vec![-4], vec![14]));
            assert_eq!(map.areas[0].rows[0].milestones.len(), 3, "the last lies outside the window");
        });
    }

    #[test]
    fn the_present_stage_is_planned_to_last_until_the_next_gate_and_the_next_one_until_the_gate_after() {
        let gates = Decision::add(planned(301, "2027-02-01", MilestoneKind::Gate)).and_add(planned(
            302,
            "2027-08-01",
            MilestoneKind::Gate,
        ));
        let portfolio = applied(&portfolio(), gates);
        as_person(&portfolio, LEAD, |seen| {
            let stretches = seen.roadmap(&filter(), today()).areas[0].rows[0].stretches.clone();
            let told: Vec<_> =
                stretches.iter().map(|one| (one.name.as_str(), one.kind, one.from_on, one.to_on)).collect();
            let expected = [
                ("Explore", StretchKind::Been, day("2026-01-05"), today()),
                ("Explore", StretchKind::Planned, today(), day("2027-02-01")),
                ("Test", StretchKind::Planned, day("2027-02-01"), day("2027-08-01")),
            ];
            assert_eq!(told, expected);
        });
    }

    #[test]
    fn what_has_been_stopped_is_shown_only_when_asked_for() {
        let stopped = entered(LAMPS, 2, Place::Stage(0), Place::Stopped, day("2026-06-01"));
        let portfolio = applied(&portfolio(), Decision::add(stopped));
        as_person(&portfolio, LEAD, |seen| {
            let map = seen.roadmap(&filter(), today());
            assert_eq!((map.innovations(), map.ended), (0, 1));
            let map = seen.roadmap(&RoadmapFilter { ended: true, ..filter() }, today());
            assert_eq!(map.areas[0].rows[0].stage, StageKind::Stopped.label());
            assert_eq!(map.areas[0].rows[0].stretches.len(), 1, "it ends where it was stopped");
        });
    }
}
