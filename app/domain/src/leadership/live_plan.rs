//! Whether an innovation has something live to steer by: a plan, a team's board, or both.
use super::{Behind, Counted, Limit, Signal, SignalName, scope::Field};
use crate::{Evidence, Innovation, PersonId, TrackingMethod, days};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Which priority innovations have something live to steer by.
pub(super) fn live_plan(of: &Field) -> Signal {
    let counted = of.priority.iter().map(|one| Steering::of(of, one).counted(one));
    Signal::share(SignalName::LivePlan, counted.collect(), of.least(), |share| share)
}

/// What an innovation is steered by, and what is missing.
#[derive(Default)]
struct Steering {
    missing: Vec<String>,
    missing_records: Vec<Behind>,
    live: Vec<String>,
    live_records: Vec<Behind>,
    authors: BTreeSet<PersonId>,
}

impl Steering {
    fn of(of: &Field, innovation: &Innovation) -> Self {
        let mut found = Self::default();
        if innovation.tracking != TrackingMethod::Agile {
            found.plan(of, innovation);
        }
        if innovation.tracking != TrackingMethod::Plan {
            found.team(of, innovation);
        }
        found
    }

    /// A milestone ahead, every open one owned, none overdue for long.
    fn plan(&mut self, of: &Field, innovation: &Innovation) {
        let ahead = of.thresholds.days(Limit::PlanAhead);
        let overdue = of.thresholds.days(Limit::PlanOverdue);
        let open: Vec<_> =
            of.seen.milestones(innovation.id).filter(|one| one.done_on.is_none_or(|on| on > of.today)).collect();
        let next = open
            .iter()
            .filter(|one| (0..=ahead).contains(&days(of.today, one.forecast_on())))
            .min_by_key(|one| (one.forecast_on(), one.id));
        match next {
            Some(next) => {
                self.live.push(format!("“{}” is {}", next.title, due(days(of.today, next.forecast_on()))));
                self.live_records.push(Evidence::Milestone(next.id).into());
                self.authors.insert(next.entry.by);
            }
            None => self.missing.push(format!("No milestone is expected within {ahead} days")),
        }
        for one in open {
            let late = days(one.forecast_on(), of.today);
            if one.owner.is_none() {
                self.missing.push(format!("“{}” has no owner", one.title));
            } else if late > overdue {
                self.missing.push(format!("“{}” is {late} days overdue", one.title));
            } else {
                continue;
            }
            self.missing_records.push(Evidence::Milestone(one.id).into());
        }
    }

    /// Work that moves, and a team that looked back or moved on.
    fn team(&mut self, of: &Field, innovation: &Innovation) {
        let within = |on: NaiveDate, limit| (0..=of.thresholds.days(limit)).contains(&days(on, of.today));
        let items = of.seen.work_items(innovation.id);
        // The first move is the day on which a piece of work was added.
        let moves = items.flat_map(|one| one.moves.iter().skip(1));
        let moves: Vec<_> = moves.filter(|one| within(one.on, Limit::WorkMoved)).collect();
        if moves.is_empty() {
            self.missing.push(format!("No work has moved in {} days", of.thresholds.days(Limit::WorkMoved)));
        } else {
            self.live.push("Work moves on the board".into());
            self.authors.extend(moves.iter().map(|one| one.by));
        }
        self.live_records.push(Evidence::Work.into());
        let held = of.seen.retrospectives(innovation.id).into_iter();
        let held = held.filter(|one| within(one.held_on, Limit::LookedBack)).map(|one| one.entry.by);
        let moved = of.seen.stage_moves(innovation.id);
        let moved = moved.filter(|one| within(one.on, Limit::LookedBack)).map(|one| one.entry.by);
        let looked: Vec<_> = held.chain(moved).collect();
        if looked.is_empty() {
            let limit = of.thresholds.days(Limit::LookedBack);
            self.missing.push(format!("No look back at how the team works, and no move of stage, in {limit} days"));
        } else {
            self.live.push("the team looked back or moved on".into());
            self.authors.extend(looked);
        }
    }

    fn counted(self, innovation: &Innovation) -> Counted {
        let is_credited = self.missing.is_empty();
        let (says, records) = if is_credited {
            (self.live.join("; "), self.live_records)
        } else {
            (self.missing.join(". "), self.missing_records)
        };
        let credit = if is_credited { 1.0 } else { 0.0 };
        Counted { innovation: innovation.id, what: None, credit, is_credited, says, records, authors: self.authors }
    }
}

fn due(days: i64) -> String {
    match days {
        0 => "expected today".into(),
        1 => "expected tomorrow".into(),
        days => format!("expected in {days} days"),
    }
}
