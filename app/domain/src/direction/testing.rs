//! A priority area with an outcome and a measure, for the tests beside the code.
use super::{Better, MeasureInput, MeasureOf, Number, OutcomeInput, PriorityAreaInput};
use crate::testing::*;
use crate::{Decision, Entry, MeasureId, Membership, OutcomeId, Portfolio, PriorityAreaId, Role, Side};
use uuid::Uuid;

pub const CARE: PriorityAreaId = PriorityAreaId(Uuid::from_u128(700));
pub const HOME: OutcomeId = OutcomeId(Uuid::from_u128(710));
pub const CALLS: MeasureId = MeasureId(Uuid::from_u128(720));
pub const LAMP_HOURS: MeasureId = MeasureId(Uuid::from_u128(721));
pub const LEADER: crate::PersonId = crate::PersonId(Uuid::from_u128(6));

/// The small organisation with a political leader, and an executive of the managerial side.
pub fn led() -> Portfolio {
    let before = portfolio();
    let decision = as_person(&before, MANAGER, |seen| {
        let executive = seen.membership(place(EXECUTIVE)).expect("there");
        let officer = Membership { side: Side::Managerial, ..(**executive).clone() };
        let leader = Membership {
            id: place(LEADER),
            entry: Entry::default(),
            person: LEADER,
            name: text("Leader"),
            role: Role::Executive,
            side: Side::Political,
            ..(**executive).clone()
        };
        Decision::change(executive, officer).and_add(leader)
    });
    applied(&before, decision)
}

pub fn area(title: &str) -> PriorityAreaInput {
    PriorityAreaInput {
        title: text(title),
        active_from: day("2026-04-01"),
        political_sponsor: Some(place(LEADER)),
        officer_sponsor: Some(place(EXECUTIVE)),
        review_on: None,
    }
}

pub fn outcome(statement: &str) -> OutcomeInput {
    OutcomeInput { statement: text(statement) }
}

pub fn measure() -> MeasureInput {
    MeasureInput {
        title: text("Calls ending in an assessment that leads to nothing"),
        unit: text("%"),
        better: Better::Lower,
        baseline: Some(Number(41.0)),
        baseline_on: Some(day("2026-01-01")),
        target: Some(Number(25.0)),
        target_on: Some(day("2027-12-31")),
        floor: None,
        interval_days: 91,
        source: text("Contact centre"),
    }
}

pub fn with_outcome() -> Portfolio {
    let agreed = after(&led(), MANAGER, |seen| seen.add_priority_area(CARE, area("Care at home"), today()));
    after(&agreed, MANAGER, |seen| {
        seen.add_outcome(HOME, CARE, outcome("Older people are helped at the first call by the end of 2027"))
    })
}

pub fn with_measure() -> Portfolio {
    after(&with_outcome(), MANAGER, |seen| seen.add_measure(CALLS, MeasureOf::Outcome(HOME), measure(), today()))
}
