//! How fast decisions are taken, and by whom.
use super::{FormalDecisionKind, Matter};
use crate::{FormalDecision, Seen, days, middle::median};
use chrono::NaiveDate;

/// Days of the window in which decisions count.
const WINDOW: i64 = 182;
/// Fewest decisions of which a share can be told.
const FEWEST: usize = 8;
/// Days in which an ask wants an answer.
const ANSWER: i64 = 35;

/// Of the decisions about innovations in the window, gates left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DelegatedShare {
    pub decisions: usize,
    /// Taken by the lead or the sponsor of the innovation.
    pub delegated: usize,
}

impl DelegatedShare {
    /// None of fewer than eight.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.decisions >= FEWEST).then(|| self.delegated as f64 / self.decisions as f64)
    }
}

/// Of the asks in the window that are older than 35 days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsksAnswered {
    pub asks: usize,
    /// Decided within 35 days of being asked.
    pub in_time: usize,
}

impl AsksAnswered {
    /// None where there were none.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.asks > 0).then(|| self.in_time as f64 / self.asks as f64)
    }
}

impl<'a> Seen<'a> {
    /// A question that several councils decide counts once, on the day of the last of them; it is delegated only if
    /// every part was. What gives no reason of 40 characters does not count.
    #[must_use]
    pub fn delegated_share(self, today: NaiveDate) -> DelegatedShare {
        let counts = |matter: &Matter| {
            let first = matter.first();
            first.innovation.is_some() && first.kind != FormalDecisionKind::Gate && is_reasoned(matter)
        };
        let matters: Vec<_> = self.matters_decided(today).into_iter().filter(counts).collect();
        let delegated = matters.iter().filter(|matter| self.is_delegated(matter)).count();
        DelegatedShare { decisions: matters.len(), delegated }
    }

    /// Median days from asking to deciding of what bodies decided in the window; none where they decided nothing.
    #[must_use]
    pub fn board_turnaround(self, today: NaiveDate) -> Option<f64> {
        let by_bodies = self.matters_decided(today).into_iter().filter(Matter::is_by_a_body);
        median(by_bodies.filter_map(|matter| matter.turnaround()).map(|days| days as f64))
    }

    #[must_use]
    pub fn asks_answered(self, today: NaiveDate) -> AsksAnswered {
        let asks: Vec<_> = self.innovations().flat_map(|one| self.asks_made(one, today)).collect();
        let old = |asked| days(asked, today) > ANSWER && days(asked, today) < WINDOW;
        let asks: Vec<_> = asks.into_iter().filter(|one| old(one.asked_on)).collect();
        let in_time = asks.iter().filter(|one| {
            let decided = one.matter.as_ref().and_then(Matter::decided_on);
            decided.is_some_and(|decided| decided <= today && days(one.asked_on, decided) <= ANSWER)
        });
        AsksAnswered { in_time: in_time.count(), asks: asks.len() }
    }

    /// Questions of which the last part was decided in the window.
    fn matters_decided(self, today: NaiveDate) -> Vec<Matter<'a>> {
        let in_window = |on| (0..WINDOW).contains(&days(on, today));
        self.matters(None).into_iter().filter(|one| one.decided_on().is_some_and(in_window)).collect()
    }
}

fn is_reasoned(matter: &Matter) -> bool {
    matter.parts.iter().all(|part| FormalDecision::is_reasoned(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Ask, CouncilId, Decision, FormalDecisionId, Portfolio, StatusUpdate, TakenBy, testing::*};
    use uuid::Uuid;

    fn id(number: u128) -> FormalDecisionId {
        FormalDecisionId(Uuid::from_u128(number))
    }

    /// Decided on a day, by a person or by the board.
    fn taken(number: u128, on: &str, by: Option<crate::PersonId>) -> FormalDecision {
        let by = by.map_or(TakenBy::Meeting(meeting().id), |person| TakenBy::Person(place(person)));
        FormalDecision { id: id(number), matter: id(number), taken_by: Some(by), ..decided(on) }
    }

    fn with(decisions: Vec<FormalDecision>) -> Portfolio {
        applied(&portfolio(), decisions.into_iter().fold(Decision::add(meeting()), Decision::and_add))
    }

    fn many(count: u128, delegated: u128) -> Vec<FormalDecision> {
        let taker = |number| if number % 2 == 0 { LEAD } else { EXECUTIVE };
        (1..=count).map(|one| taken(one, "2026-11-02", (one <= delegated).then(|| taker(one)))).collect()
    }

    fn share(decisions: Vec<FormalDecision>) -> DelegatedShare {
        as_person(&with(decisions), LEAD, |seen| seen.delegated_share(today()))
    }

    #[test]
    fn me_1_and_me_2_half_of_ten_is_delegated_and_of_seven_nothing_is_said() {
        assert_eq!(share(many(10, 5)).share(), Some(0.50));
        assert_eq!(share(many(7, 5)).share(), None);
    }

    #[test]
    fn gates_what_is_old_or_gives_no_reason_and_who_holds_no_post_do_not_count() {
        let mut decisions = many(10, 5);
        decisions[0].kind = FormalDecisionKind::Gate;
        decisions[1].decided_on = Some(day("2026-05-26"));
        decisions[2].reason = Some(text("Yes."));
        decisions[3].taken_by = Some(TakenBy::Person(place(MANAGER)));
        assert_eq!(share(decisions), DelegatedShare { decisions: 7, delegated: 1 });
        let mut edge = many(1, 1);
        edge[0].decided_on = Some(day("2026-05-27"));
        assert_eq!(share(edge).decisions, 1, "181 days ago");
    }

    #[test]
    fn what_two_councils_decide_counts_once_and_is_delegated_if_both_parts_are() {
        let part = |number, by| {
            let council = Some(CouncilId(Uuid::from_u128(number)));
            FormalDecision { matter: id(1), council, ..taken(number, "2026-11-02", by) }
        };
        let both = vec![part(1, Some(LEAD)), part(2, Some(EXECUTIVE))];
        assert_eq!(share(both), DelegatedShare { decisions: 1, delegated: 1 });
        let one = vec![part(1, Some(LEAD)), part(2, None)];
        assert_eq!(share(one), DelegatedShare { decisions: 1, delegated: 0 });
        let open = FormalDecision { decided_on: None, outcome: None, taken_by: None, ..part(2, None) };
        assert_eq!(share(vec![part(1, Some(LEAD)), open]).decisions, 0, "not before both have decided");
    }

    #[test]
    fn me_3_and_me_4_turnaround_is_the_days_from_asking_and_the_board_has_a_median() {
        let after =
            |number, asked: &str| FormalDecision { asked_on: Some(day(asked)), ..taken(number, "2026-11-24", None) };
        assert_eq!(after(1, "2026-10-20").turnaround(), Some(35));
        let board = [after(1, "2026-11-17"), after(2, "2026-11-03"), after(3, "2026-10-27"), after(4, "2026-10-20")];
        let found = as_person(&with(board.to_vec()), LEAD, |seen| seen.board_turnaround(today()));
        assert_eq!(found, Some(24.5));
        assert_eq!(as_person(&with(many(3, 3)), LEAD, |seen| seen.board_turnaround(today())), None, "no board");
        let never_asked = vec![FormalDecision { asked_on: None, ..taken(1, "2026-11-24", None) }];
        assert_eq!(as_person(&with(never_asked), LEAD, |seen| seen.board_turnaround(today())), None);
    }

    #[test]
    fn an_ask_is_answered_by_a_decision_within_35_days() {
        let asks = |asked: &str, decided_on: Option<&str>| {
            let ask = Some(Ask { what: text("More lamps"), of_whom: place(EXECUTIVE), by: today() });
            let update = StatusUpdate { ask, ..status_update(1, asked) };
            let answer = decided_on.map(|on| FormalDecision { ask: Some(update.id), ..decided(on) });
            let decision = answer.into_iter().fold(Decision::add(update), Decision::and_add);
            let found = as_person(&applied(&portfolio(), decision), LEAD, |seen| seen.asks_answered(today()));
            (found.asks, found.in_time)
        };
        assert_eq!(asks("2026-10-19", Some("2026-11-23")), (1, 1), "35 days");
        assert_eq!(asks("2026-10-19", Some("2026-11-24")), (1, 0));
        assert_eq!(asks("2026-10-19", None), (1, 0));
        assert_eq!(asks("2026-10-20", None), (0, 0), "not yet older than 35 days");
        assert_eq!(asks("2026-05-26", None), (0, 0), "out of the window");
    }

    #[test]
    fn an_open_decision_waits_from_the_day_it_was_asked() {
        assert_eq!((asked().waiting(today()), asked().turnaround()), (Some(35), None));
        assert_eq!(decided("2026-11-02").waiting(today()), None);
    }
}
