//! What one person has to do, gathered from every innovation they may see.
use crate::{
    Feedback, FollowUp, Innovation, Issue, Measure, MeasureOf, Milestone, OpenCondition, Place, PostKind, Reminder,
    Risk, RiskAction, Seen, StageMove, StakeSight, StatusUpdate, WaitingAsk, WorkItem, WorkState, days, london_day,
};
use chrono::{Days, NaiveDate};
use std::sync::Arc;

/// Days ahead for which something is shown before it falls due.
const AHEAD: i64 = 28;
/// The same for updates, which come round too often to be shown so early.
const UPDATE_AHEAD: i64 = 2;

/// One thing to do, with the day it is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Due<'a, T> {
    pub innovation: &'a Arc<Innovation>,
    pub due_on: NaiveDate,
    /// Days since it was due; negative while it is still to come. Open days for updates, calendar days otherwise.
    pub late: i64,
    pub what: T,
}

/// An update that is owed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UpdateDue<'a> {
    pub last: Option<&'a Arc<StatusUpdate>>,
    /// Somebody has asked for it since.
    pub reminder: Option<&'a Arc<Reminder>>,
}

/// What somebody promised, at a meeting or with a decision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PromiseDue<'a> {
    pub follow_up: &'a Arc<FollowUp>,
    /// Days since it was due; negative while it is still to come.
    pub late: i64,
}

/// A measure without a reading in date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DueReading<'a> {
    pub measure: &'a Arc<Measure>,
    /// Of a measure of an innovation.
    pub innovation: Option<&'a Arc<Innovation>>,
    /// An interval after the last reading, or after the measure was agreed.
    pub due_on: NaiveDate,
    /// Calendar days since then.
    pub late: i64,
}

/// What waits for whoever looks. Every list begins with what was due first.
#[derive(Clone, Debug, PartialEq)]
pub struct MyWork<'a> {
    /// Owed now or within two days, each with the last one.
    pub updates: Vec<Due<'a, UpdateDue<'a>>>,
    pub asks: Vec<Due<'a, WaitingAsk<'a>>>,
    pub milestones: Vec<Due<'a, &'a Arc<Milestone>>>,
    pub actions: Vec<Due<'a, (&'a Arc<Risk>, &'a RiskAction)>>,
    pub risk_reviews: Vec<Due<'a, &'a Arc<Risk>>>,
    pub issues: Vec<Due<'a, &'a Arc<Issue>>>,
    /// Overdue: of an innovation's measure its lead's, of an outcome's that of the officer sponsor of its area.
    pub readings: Vec<DueReading<'a>>,
    /// Paused innovations to look at again.
    pub pauses: Vec<Due<'a, &'a Arc<StageMove>>>,
    /// Promised when an innovation moved.
    pub conditions: Vec<Due<'a, OpenCondition>>,
    /// Pieces of work that wait, or that have a fixed day: due on that day, otherwise since they wait and never late.
    pub work_items: Vec<Due<'a, &'a Arc<WorkItem>>>,
    /// Promised at meetings and with decisions.
    pub follow_ups: Vec<PromiseDue<'a>>,
    /// What people said that waits for an answer: due 30 days after it was said.
    pub feedback: Vec<Due<'a, &'a Arc<Feedback>>>,
    /// Priority groups to be met, by who owns that.
    pub groups: Vec<Due<'a, StakeSight<'a>>>,
}

impl MyWork<'_> {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    #[must_use]
    pub fn count(&self) -> usize {
        let Self {
            updates,
            asks,
            milestones,
            actions,
            risk_reviews,
            issues,
            pauses,
            conditions,
            readings,
            work_items,
            follow_ups,
            feedback,
            groups,
        } = self;
        updates.len()
            + asks.len()
            + milestones.len()
            + actions.len()
            + risk_reviews.len()
            + issues.len()
            + readings.len()
            + pauses.len()
            + conditions.len()
            + work_items.len()
            + follow_ups.len()
            + feedback.len()
            + groups.len()
    }
}

impl<'a> Seen<'a> {
    /// What waits for the actor: overdue, or due within 28 days. Nothing is wanted of a stopped innovation, and of a
    /// paused one only that its pause is looked at.
    #[must_use]
    pub fn my_work(self, today: NaiveDate) -> MyWork<'a> {
        let mut work = MyWork {
            updates: vec![],
            asks: vec![],
            milestones: vec![],
            actions: vec![],
            risk_reviews: vec![],
            issues: vec![],
            readings: vec![],
            pauses: vec![],
            conditions: vec![],
            work_items: vec![],
            follow_ups: self.my_promises(today),
            feedback: vec![],
            groups: vec![],
        };
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

fn due<T>(innovation: &Arc<Innovation>, due_on: NaiveDate, today: NaiveDate, what: T) -> Due<'_, T> {
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

fn soon<T>(due: Due<T>) -> Option<Due<T>> {
    (due.late >= -AHEAD).then_some(due)
}

fn sort<T>(list: &mut [Due<T>]) {
    list.sort_by_key(|one| (one.due_on, one.innovation.number));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use crate::{Decision, Entry, MilestoneId, Number, Portfolio, ReadingId, ReadingInput};
    use uuid::Uuid;

    fn planned(id: u128, forecast_on: &str) -> Milestone {
        let mut one = Milestone { id: MilestoneId(Uuid::from_u128(id)), entry: Entry::default(), ..milestone() };
        one.forecasts[0].forecast_on = day(forecast_on);
        one
    }

    fn with(portfolio: &Portfolio, milestones: &[(u128, &str)]) -> Portfolio {
        let add = |portfolio, (id, on): &(u128, &str)| applied(&portfolio, Decision::add(planned(*id, on)));
        milestones.iter().fold(portfolio.clone(), add)
    }

    #[test]
    fn i_see_what_is_mine_and_due_and_nobody_elses() {
        let portfolio = with(&portfolio(), &[(300, "2026-12-22"), (301, "2026-11-20"), (302, "2026-12-23")]);
        as_person(&portfolio, LEAD, |seen| {
            let work = seen.my_work(today());
            let milestones: Vec<_> = work.milestones.iter().map(|one| one.late).collect();
            assert_eq!(milestones, [4, -28]);
            let updates: Vec<_> = work.updates.iter().map(|one| (one.due_on, one.late, one.what.last)).collect();
            assert_eq!(updates, [(day("2026-01-19"), 309, None)]);
        });
        as_person(&portfolio, EXECUTIVE, |seen| {
            assert!(seen.my_work(today()).is_empty());
            assert_eq!(seen.my_innovations(today()).len(), 1);
        });
    }

    #[test]
    fn an_answer_is_wanted_of_the_lead_and_a_meeting_of_who_owns_the_group() {
        let said = Decision::add(stakeholder()).and_add(engagement(1, "2026-09-24"));
        let owed = applied(
            &portfolio(),
            said.and_add(feedback(1, "2026-10-20")).and_add(feedback(2, "2026-11-24")).and_add(stake()),
        );
        as_person(&owed, LEAD, |seen| {
            let work = seen.my_work(today());
            assert_eq!(work.feedback.iter().map(|one| one.late).collect::<Vec<_>>(), [5]);
            assert!(work.groups.is_empty(), "due on 24 December, in 30 days");
            assert_eq!(seen.my_work(day("2026-12-25")).groups[0].late, 1);
        });
        as_person(&owed, EXECUTIVE, |seen| assert!(seen.my_work(day("2026-12-25")).groups.is_empty()));
    }

    #[test]
    fn my_work_on_a_board_is_told_when_it_waits_or_has_a_fixed_day() {
        let fixed = |ordinal, moves: &[(WorkState, &str)], day: &str| WorkItem {
            fixed_on: Some(crate::testing::day(day)),
            ..work_item(ordinal, "2026-11-01", moves)
        };
        let waits = [(WorkState::Waiting, "2026-11-10")];
        let all = [
            work_item(1, "2026-11-01", &[(WorkState::Doing, "2026-11-10")]),
            work_item(2, "2026-11-01", &waits),
            fixed(3, &[], "2026-12-01"),
            fixed(4, &[], "2027-03-01"),
            fixed(5, &[(WorkState::Done, "2026-11-10")], "2026-12-01"),
            WorkItem { owner: Some(place(EXECUTIVE)), ..work_item(6, "2026-11-01", &waits) },
        ];
        as_person(&with_work(all), LEAD, |seen| {
            let work = seen.my_work(today());
            let told: Vec<_> = work.work_items.iter().map(|one| (one.what.ordinal, one.late)).collect();
            assert_eq!(told, [(2, 0), (3, -7)]);
        });
    }

    #[test]
    fn a_reading_is_wanted_of_the_lead_or_of_the_officer_sponsor_once_it_is_overdue() {
        use crate::direction::testing::{CALLS, LAMP_HOURS, measure, with_measure};
        let read = |portfolio: &Portfolio, id, measure| {
            let input = ReadingInput { on: day("2026-07-11"), value: Number(33.0), note: None };
            after(portfolio, MANAGER, |seen| seen.add_reading(ReadingId(Uuid::from_u128(id)), measure, input, today()))
        };
        let both = after(&with_measure(), LEAD, |seen| {
            seen.add_measure(LAMP_HOURS, MeasureOf::Innovation(LAMPS), measure(), today())
        });
        let both = read(&read(&both, 901, CALLS), 902, LAMP_HOURS);
        let wanted = |person, day| {
            as_person(&both, person, |seen| {
                seen.my_work(day).readings.iter().map(|one| (one.measure.id, one.late)).collect::<Vec<_>>()
            })
        };
        let tomorrow = day("2026-11-25");
        assert_eq!(wanted(EXECUTIVE, today()), [], "136 days, an interval and a half");
        assert_eq!(wanted(EXECUTIVE, tomorrow), [(CALLS, 46)]);
        assert_eq!(wanted(LEAD, tomorrow), [(LAMP_HOURS, 46)]);
        assert_eq!(wanted(MANAGER, tomorrow), []);
    }

    #[test]
    fn of_a_paused_innovation_only_its_review_is_wanted_and_of_a_stopped_one_nothing() {
        let portfolio = with(&portfolio(), &[(300, "2026-11-20")]);
        let mut paused = entered(LAMPS, 2, Place::Stage(0), Place::Paused, day("2026-09-01"));
        paused.review_on = Some(day("2026-11-12"));
        let paused = applied(&portfolio, Decision::add(paused));
        as_person(&paused, LEAD, |seen| {
            let work = seen.my_work(today());
            assert_eq!((work.count(), work.pauses[0].late), (1, 12));
        });
        let stopped = entered(LAMPS, 3, Place::Paused, Place::Stopped, day("2026-11-20"));
        as_person(&applied(&paused, Decision::add(stopped)), LEAD, |seen| assert!(seen.my_work(today()).is_empty()));
    }

    #[test]
    fn what_i_promised_waits_from_28_days_ahead_until_it_is_done() {
        let promised = |due_on: &str, done_on: Option<&str>| {
            let one = FollowUp { due_on: day(due_on), done_on: done_on.map(day), ..crate::testing::follow_up() };
            let before = applied(&portfolio(), Decision::add(meeting()).and_add(one));
            [LEAD, EXECUTIVE].map(|person| {
                as_person(&before, person, |seen| {
                    seen.my_work(today()).follow_ups.iter().map(|one| one.late).collect::<Vec<_>>()
                })
            })
        };
        assert_eq!(promised("2026-11-20", None), [vec![4], vec![]]);
        assert_eq!(promised("2026-12-22", None), [vec![-28], vec![]]);
        assert_eq!(promised("2026-12-23", None), [[0_i64; 0]; 2].map(Vec::from));
        assert_eq!(promised("2026-11-20", Some("2026-11-23")), [[0_i64; 0]; 2].map(Vec::from));
    }
}
