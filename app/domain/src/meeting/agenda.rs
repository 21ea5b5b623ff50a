//! What the portfolio itself puts on the agenda of a meeting. Nothing of it is kept: it changes until the day.
use super::Meeting;
use crate::{FollowUp, Innovation, Milestone, MilestoneKind, Risk, RiskStanding, Seen, Source, WaitingAsk, days};
use chrono::NaiveDate;
use std::sync::Arc;

/// Days after a meeting for which a gate is spoken of there.
const GATE_AHEAD: i64 = 28;

/// One thing that calls for a meeting's attention, kind by kind in the order of the agenda.
#[derive(Clone, Debug, PartialEq)]
pub enum Calls<'a> {
    Ask(WaitingAsk<'a>),
    /// Forecast for the next 28 days after the meeting, or late.
    GateDue(&'a Arc<Innovation>, &'a Arc<Milestone>),
    RiskOverTolerance(&'a Arc<Innovation>, &'a Arc<Risk>),
    /// Days since the pause was to be looked at.
    PauseOverdue(&'a Arc<Innovation>, i64),
    /// Days over the longest time of a pilot.
    PilotOverMax(&'a Arc<Innovation>, i64),
    /// Promised at earlier meetings of the same body for this day or before.
    FollowUpDue(&'a Arc<FollowUp>),
}

impl<'a> Seen<'a> {
    /// Of the whole portfolio, or for the meeting of a team of its innovation alone.
    #[must_use]
    pub fn agenda(self, meeting: &Meeting, today: NaiveDate) -> Vec<Calls<'a>> {
        let mut about: Vec<_> = self.innovations().collect();
        about.retain(|one| meeting.innovation.is_none_or(|id| one.id == id));
        about.sort_by_key(|one| one.number);
        let mut asks: Vec<_> = about.iter().filter_map(|one| self.ask_of(one, today)).collect();
        asks.sort_by_key(|one| (one.by, one.innovation.number));
        let mut calls: Vec<_> = asks.into_iter().map(Calls::Ask).collect();
        calls.extend(about.iter().flat_map(|one| self.gates_due(one, meeting.held_on)));
        calls.extend(about.iter().flat_map(|one| self.risks_over(one, today)));
        let times: Vec<_> = about.iter().map(|one| (*one, self.stage_time(one, today))).collect();
        let overdue = |days: Option<i64>| days.filter(|days| *days > 0);
        calls.extend(times.iter().filter_map(|(one, time)| {
            overdue(time.pause.map(|pause| pause.overdue_days)).map(|days| Calls::PauseOverdue(one, days))
        }));
        calls.extend(
            times
                .iter()
                .filter(|(_, time)| time.kind == crate::StageKind::Pilot)
                .filter_map(|(one, time)| overdue(Some(time.over_days)).map(|days| Calls::PilotOverMax(one, days))),
        );
        calls.extend(self.promises_due(meeting).into_iter().map(Calls::FollowUpDue));
        calls
    }

    fn gates_due(self, innovation: &'a Arc<Innovation>, held_on: NaiveDate) -> impl Iterator<Item = Calls<'a>> {
        let active = self.kind_of(innovation).is_active();
        let open = self.milestones(innovation.id).filter(move |one| active && one.done_on.is_none());
        let gates = open.filter(|one| one.kind == MilestoneKind::Gate);
        let due = gates.filter(move |one| days(held_on, one.forecast_on()) <= GATE_AHEAD);
        due.map(move |one| Calls::GateDue(innovation, one))
    }

    fn risks_over(self, innovation: &'a Arc<Innovation>, today: NaiveDate) -> impl Iterator<Item = Calls<'a>> {
        let active = self.kind_of(innovation).is_active();
        let standing = move |risk: &Risk| risk.standing(self.appetite_of(risk.category), today);
        let over = self.risks(innovation.id).filter(move |one| standing(one) == Some(RiskStanding::OverTolerance));
        over.filter(move |_| active).map(move |one| Calls::RiskOverTolerance(innovation, one))
    }

    fn promises_due(self, meeting: &Meeting) -> Vec<&'a Arc<FollowUp>> {
        let same = |one: &Meeting| one.body == meeting.body && one.innovation == meeting.innovation;
        let of_body = |one: &FollowUp| match one.from {
            Source::Meeting(id) => self.meeting(id).is_ok_and(|other| same(other)),
            Source::Decision(_) => false,
        };
        let mut due = self.follow_ups();
        due.retain(|one| one.is_open() && one.due_on <= meeting.held_on && of_body(one));
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Ask, Decision, Entry, FollowUpId, Forecast, MeetingId, MilestoneId, Place, Score, StatusUpdate, testing::*,
    };
    use uuid::Uuid;

    fn gate(id: u128, on: &str) -> Milestone {
        let forecast = Forecast { recorded_on: today(), forecast_on: day(on), reason: None, by: LEAD };
        let id = MilestoneId(Uuid::from_u128(id));
        Milestone { id, kind: MilestoneKind::Gate, forecasts: vec![forecast], entry: Entry::default(), ..milestone() }
    }

    #[test]
    fn an_agenda_fills_itself_in_the_order_of_what_calls_most() {
        let ask = Some(Ask { what: text("More lamps"), of_whom: place(EXECUTIVE), by: day("2026-12-08") });
        let next = Meeting { id: MeetingId(Uuid::from_u128(431)), held_on: day("2026-12-08"), ..meeting() };
        let late = |id, due: &str| FollowUp { id: FollowUpId(Uuid::from_u128(id)), due_on: day(due), ..follow_up() };
        let pilot = entered(LAMPS, 2, Place::Stage(0), Place::Stage(2), day("2025-06-01"));
        let decision = Decision::add(StatusUpdate { ask, ..status_update(1, "2026-11-20") })
            .and_add(gate(1, "2027-01-05"))
            .and_add(gate(2, "2027-01-06"))
            .and_add(risk_scored(Score { likelihood: 5, impact: 5 }))
            .and_add(pilot)
            .and_add(meeting())
            .and_add(late(1, "2026-12-08"))
            .and_add(late(2, "2026-12-09"));
        as_person(&applied(&portfolio(), decision), MANAGER, |seen| {
            let calls: Vec<_> = seen
                .agenda(&next, today())
                .iter()
                .map(|one| match one {
                    Calls::Ask(_) => "ask",
                    Calls::GateDue(..) => "gate",
                    Calls::RiskOverTolerance(..) => "risk",
                    Calls::PauseOverdue(..) => "pause",
                    Calls::PilotOverMax(..) => "pilot",
                    Calls::FollowUpDue(_) => "promise",
                })
                .collect();
            assert_eq!(calls, ["ask", "gate", "risk", "pilot", "promise"]);
            let other = Meeting { body: text("Cabinet"), ..next };
            assert_eq!(seen.agenda(&other, today()).len(), 4, "what others promised is theirs");
        });
    }

    #[test]
    fn a_pause_stands_on_it_once_its_review_has_passed() {
        let mut pause = entered(LAMPS, 2, Place::Stage(0), Place::Paused, day("2026-10-01"));
        pause.review_on = Some(day("2026-11-12"));
        as_person(&applied(&portfolio(), Decision::add(pause)), MANAGER, |seen| {
            let calls = seen.agenda(&meeting(), today());
            assert!(matches!(calls[..], [Calls::PauseOverdue(_, 12)]), "{calls:?}");
        });
    }
}
