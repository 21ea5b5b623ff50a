//! How it is gathered: innovation by innovation.
use super::{Due, DueReading, MyWork, PromiseDue, UpdateDue};
use crate::{Innovation, Measure, MeasureOf, Place, PostKind, Seen, WorkItem, WorkState, days, london_day};
use chrono::{Days, NaiveDate};
use std::sync::Arc;

/// Days ahead for which something is shown before it falls due.
const AHEAD: i64 = 28;
/// The same for updates, which come round too often to be shown so early.
const UPDATE_AHEAD: i64 = 2;

impl<'a> Seen<'a> {
    /// What waits for the actor: overdue, or due within 28 days. Nothing is wanted of a stopped innovation, and of a
    /// paused one only that its pause is looked at.
    #[must_use]
    pub fn my_work(self, today: NaiveDate) -> MyWork<'a> {
        let mut work = MyWork { follow_ups: self.my_promises(today), ..MyWork::default() };
        for innovation in self.innovations() {
            match self.place_of(innovation) {
                Place::Stopped => self.my_answers(innovation, today, &mut work),
                Place::Paused => self.my_pause(innovation, today, &mut work),
                _ => self.my_duties(innovation, today, &mut work),
            }
        }
        work.readings = self.my_readings(today);
        let asks = self.asks_waiting_for(self.actor.person, today);
        work.asks.extend(asks.into_iter().map(|one| due(one.innovation, one.by, today, one)));
        sort(&mut work.updates);
        sort(&mut work.milestones);
        sort(&mut work.actions);
        sort(&mut work.risk_reviews);
        sort(&mut work.issues);
        sort(&mut work.pauses);
        sort(&mut work.conditions);
        sort(&mut work.work_items);
        sort(&mut work.feedback);
        sort(&mut work.groups);
        sort(&mut work.reviews);
        sort(&mut work.endings);
        sort(&mut work.setbacks);
        work
    }

    /// Innovations on which the actor is named today, by number.
    #[must_use]
    pub fn my_innovations(self, today: NaiveDate) -> Vec<&'a Arc<Innovation>> {
        let mut mine: Vec<_> = self.innovations().filter(|one| self.is_mine(one, today)).collect();
        mine.sort_by_key(|one| one.number);
        mine
    }

    /// Whether the actor is named on an innovation: lead, sponsor or team.
    #[must_use]
    pub fn is_mine(self, innovation: &Innovation, today: NaiveDate) -> bool {
        self.actor.memberships().any(|held| innovation.names(held.id, today))
    }

    fn my_promises(self, today: NaiveDate) -> Vec<PromiseDue<'a>> {
        let mut mine = self.follow_ups();
        mine.retain(|one| one.is_open() && self.is_me(one.owner));
        let due = mine.into_iter().map(|one| PromiseDue { follow_up: one, late: days(one.due_on, today) });
        due.filter(|one| one.late >= -AHEAD).collect()
    }

    /// Overdue readings of active areas and of innovations under way, what was due first at the head.
    fn my_readings(self, today: NaiveDate) -> Vec<DueReading<'a>> {
        let mut due: Vec<_> = self.measures().filter_map(|one| self.my_reading(one, today)).collect();
        due.sort_by_key(|one| (one.due_on, one.measure.id));
        due
    }

    fn my_reading(self, measure: &'a Arc<Measure>, today: NaiveDate) -> Option<DueReading<'a>> {
        let (who, innovation) = match measure.of {
            MeasureOf::Innovation(id) => {
                let innovation = self.innovation(id).ok().filter(|one| self.kind_of(one).is_active())?;
                (innovation.holder(PostKind::Lead, today)?, Some(innovation))
            }
            MeasureOf::Outcome(id) => {
                let area = self.priority_area(self.outcome_by_id(id).ok()?.priority_area)?;
                (area.officer_sponsor.filter(|_| area.is_active(today))?, None)
            }
        };
        let figures = measure.figures(self.readings(measure.id), today);
        if !self.is_me(who) || !figures.is_stale {
            return None;
        }
        let last = figures.latest.map_or_else(|| london_day(measure.entry.at), |latest| latest.on);
        let due_on = last.checked_add_days(Days::new(u64::from(measure.interval_days)))?;
        Some(DueReading { measure, innovation, due_on, late: days(due_on, today) })
    }

    fn my_pause(self, innovation: &'a Arc<Innovation>, today: NaiveDate, work: &mut MyWork<'a>) {
        let Some(pause) = self.stage_moves(innovation.id).next_back() else { return };
        let Some(review_on) = pause.review_on.filter(|_| self.is_mine(innovation, today)) else { return };
        work.pauses.extend(soon(due(innovation, review_on, today, pause)));
    }

    /// People who said something are owed an answer, also once it is over.
    fn my_answers(self, innovation: &'a Arc<Innovation>, today: NaiveDate, work: &mut MyWork<'a>) {
        let open = self.feedback_about(innovation.id).filter(|one| !one.is_answered());
        let open = open.map(|one| self.waiting(innovation, one, today));
        let mine = open.filter(|one| one.owner.is_some_and(|owner| self.is_me(owner)));
        work.feedback.extend(mine.filter_map(|one| soon(due(innovation, one.due_on, today, one.feedback))));
    }

    fn my_duties(self, innovation: &'a Arc<Innovation>, today: NaiveDate, work: &mut MyWork<'a>) {
        if let Some(owed) = self.owed_update(innovation, today).filter(|owed| owed.by.is_some_and(|by| self.is_me(by)))
        {
            let last = self.latest_update(innovation, today);
            let reminder = self.waiting_reminder(innovation, today).filter(|one| self.is_me(one.of));
            let due = due(innovation, owed.due_on, today, UpdateDue { last, reminder });
            let late = if due.late > 0 { owed.late } else { due.late };
            work.updates.extend((due.late >= -UPDATE_AHEAD).then_some(Due { late, ..due }));
        }
        let open = self.milestones(innovation.id).filter(|one| one.done_on.is_none());
        let mine = open.filter(|one| one.owner.is_some_and(|owner| self.is_me(owner)));
        work.milestones.extend(mine.filter_map(|one| soon(due(innovation, one.forecast_on(), today, one))));
        for risk in self.risks(innovation.id).filter(|one| one.is_open()) {
            let open = risk.actions.iter().filter(|one| one.done_on.is_none() && self.is_me(one.owner));
            work.actions.extend(open.filter_map(|one| soon(due(innovation, one.due_on, today, (risk, one)))));
            if self.is_me(risk.owner) {
                work.risk_reviews.extend(soon(due(innovation, risk.review_due_on, today, risk)));
            }
        }
        let open = self.issues(innovation.id).filter(|one| one.is_open() && self.is_me(one.owner));
        work.issues.extend(open.filter_map(|one| soon(due(innovation, one.due_on, today, one))));
        let open = self.open_conditions(innovation.id, today).into_iter();
        let mine = open.filter(|one| self.is_me(one.condition.owner));
        work.conditions.extend(mine.filter_map(|one| soon(due(innovation, one.condition.due_on, today, one))));
        let mine = self.work_items(innovation.id).filter(|one| one.owner.is_some_and(|owner| self.is_me(owner)));
        work.work_items.extend(mine.filter_map(|one| wanted(innovation, one, today)));
        self.my_answers(innovation, today, work);
        self.my_lasting(innovation, today, work);
        let groups = self.stake_sights(innovation, today).into_iter().filter(|one| one.stake.is_priority());
        let mine = groups.filter(|one| one.stake.owner.is_some_and(|owner| self.is_me(owner)));
        let active = self.kind_of(innovation).is_active();
        work.groups.extend(mine.filter_map(|one| soon(due(innovation, one.due_on, today, one))).filter(|_| active));
    }

    /// Whether a place is, or was, one of the actor's: a duty stays when somebody changes their place.
    pub(crate) fn is_me(self, place: crate::MembershipId) -> bool {
        self.membership(place).is_some_and(|place| place.person == self.actor.person)
    }
}

pub(super) fn due<T>(innovation: &Arc<Innovation>, due_on: NaiveDate, today: NaiveDate, what: T) -> Due<'_, T> {
    Due { innovation, due_on, late: days(due_on, today), what }
}

/// Open work with a fixed day that is near, or that waits.
fn wanted<'a>(
    innovation: &'a Arc<Innovation>,
    item: &'a Arc<WorkItem>,
    today: NaiveDate,
) -> Option<Due<'a, &'a Arc<WorkItem>>> {
    let fixed = item.fixed_on.filter(|_| item.is_open()).and_then(|day| soon(due(innovation, day, today, item)));
    let waits = item.state() == WorkState::Waiting;
    fixed.or_else(|| waits.then(|| Due { innovation, due_on: item.since(), late: 0, what: item }))
}

pub(super) fn soon<T>(due: Due<T>) -> Option<Due<T>> {
    (due.late >= -AHEAD).then_some(due)
}

fn sort<T>(list: &mut [Due<T>]) {
    list.sort_by_key(|one| (one.due_on, one.innovation.number));
}
