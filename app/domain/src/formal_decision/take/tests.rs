use super::*;
use crate::organisation::testing::{COUNCILS, founded_partnership};
use crate::{Ask, MatterState, PersonId, Portfolio, StatusUpdate, testing::*};

fn input() -> DecisionInput {
    DecisionInput {
        innovation: Some(LAMPS),
        risk: None,
        priority_area: None,
        ask: None,
        what: text("Buy forty more lamps"),
        kind: FormalDecisionKind::Funding,
        asked_on: Some(day("2026-10-20")),
        councils: vec![],
        effect: None,
        key_decision: false,
        published_on: None,
        planned_for: None,
        replaces: None,
    }
}

fn by(person: PersonId) -> TakenInput {
    TakenInput {
        council: None,
        outcome: DecisionOutcome::Agreed,
        taken_by: Some(place(person)),
        taken_at: None,
        decided_on: Some(day("2026-11-20")),
        deferred_to: None,
        reason: Some(text("The trial on Mill Lane paid for itself within a year.")),
        partners: vec![],
        jointly_with: None,
    }
}

fn add(person: PersonId, input: DecisionInput, outcome: Option<TakenInput>) -> Result<Decision, Refusal> {
    as_person(&portfolio(), person, |seen| seen.add_decision(asked().id, input, outcome, today()))
}

fn only(portfolio: &Portfolio) -> FormalDecision {
    as_person(portfolio, MANAGER, |seen| (**seen.decisions().next().expect("there")).clone())
}

#[test]
fn a_lead_records_their_own_decisions_and_nobody_elses() {
    assert!(add(LEAD, input(), Some(by(LEAD))).is_ok());
    assert_eq!(add(LEAD, input(), Some(by(EXECUTIVE))), Err(Refusal::invalid("taken_by", Rule::Choose)));
    assert_eq!(add(LEAD, input(), None), Err(Refusal::invalid("outcome", Rule::Missing)));
    assert!(add(MANAGER, input(), Some(by(EXECUTIVE))).is_ok() && add(MANAGER, input(), None).is_ok());
    assert_eq!(add(ADMINISTRATOR, input(), None), Err(Refusal::NotAllowed(Act::RecordDecision)));
    assert_eq!(add(VIEWER, input(), None), Err(Refusal::NotFound));
}

#[test]
fn a_decision_is_about_something_and_says_who_when_and_why() {
    let nothing = DecisionInput { innovation: None, ..input() };
    assert_eq!(add(MANAGER, nothing, None), Err(Refusal::invalid("innovation", Rule::Missing)));
    let silent = TakenInput { taken_by: None, decided_on: None, reason: None, ..by(LEAD) };
    let missing = |field| Problem::new(field, Rule::Missing);
    let problems = vec![missing("taken_by"), missing("decided_on"), missing("reason")];
    assert_eq!(add(MANAGER, input(), Some(silent)), Err(Refusal::Invalid(problems)));
    for (on, rule) in [("2026-11-25", Rule::After(today())), ("2026-10-19", Rule::Before(day("2026-10-20")))] {
        let outcome = TakenInput { decided_on: Some(day(on)), ..by(LEAD) };
        assert_eq!(add(MANAGER, input(), Some(outcome)), Err(Refusal::invalid("decided_on", rule)));
    }
}

#[test]
fn a_decision_is_taken_jointly_with_partners_of_its_innovation_and_no_others() {
    let before = applied(&portfolio(), Decision::add(partner()));
    let taken = |portfolio: &Portfolio| {
        let outcome = TakenInput { partners: vec![partner().id], ..by(LEAD) };
        as_person(portfolio, LEAD, |seen| seen.add_decision(asked().id, input(), Some(outcome), today()))
    };
    assert_eq!(taken(&portfolio()), Err(Refusal::invalid("partners", Rule::Choose)));
    assert_eq!(only(&applied(&before, taken(&before).expect("allowed"))).partners, [partner().id]);
}

#[test]
fn a_body_decides_on_the_day_it_meets() {
    let board = applied(&portfolio(), Decision::add(meeting()));
    let outcome = TakenInput { taken_by: None, taken_at: Some(meeting().id), decided_on: None, ..by(LEAD) };
    let taken = after(&board, MANAGER, |seen| seen.add_decision(asked().id, input(), Some(outcome), today()));
    let found = only(&taken);
    assert_eq!(found.taken_by, Some(TakenBy::Meeting(meeting().id)));
    assert_eq!((found.decided_on, found.turnaround()), (Some(day("2026-11-10")), Some(21)));
}

#[test]
fn what_is_decided_stays_and_what_is_deferred_stays_open() {
    let open = after(&portfolio(), MANAGER, |seen| seen.add_decision(asked().id, input(), None, today()));
    let record = |portfolio: &Portfolio, outcome: TakenInput, version| {
        as_person(portfolio, MANAGER, |seen| seen.record_outcome(asked().id, &outcome, Version(version), today()))
    };
    let defer = TakenInput { outcome: DecisionOutcome::Deferred, ..by(EXECUTIVE) };
    let missing = record(&open, defer.clone(), 1);
    assert_eq!(missing, Err(Refusal::invalid("deferred_to", Rule::Missing)));
    let defer = TakenInput { deferred_to: Some(day("2027-01-20")), ..defer };
    let deferred = applied(&open, record(&open, defer, 1).expect("allowed"));
    let found = only(&deferred);
    assert_eq!((found.is_open(), found.waiting(today())), (true, Some(35)));
    assert!(matches!(record(&deferred, by(EXECUTIVE), 1), Err(Refusal::Outdated { .. })));
    let taken = applied(&deferred, record(&deferred, by(EXECUTIVE), 2).expect("allowed"));
    assert_eq!((only(&taken).is_open(), only(&taken).deferred_to), (false, None));
    assert_eq!(record(&taken, by(EXECUTIVE), 3), Err(Refusal::Impossible(Impossible::DecisionTaken)));
}

#[test]
fn an_open_question_is_edited_and_a_decision_is_not() {
    let open = after(&portfolio(), MANAGER, |seen| seen.add_decision(asked().id, input(), None, today()));
    let edit = |portfolio: &Portfolio, version| {
        let input = DecisionInput { published_on: Some(day("2026-11-24")), ..input() };
        as_person(portfolio, MANAGER, |seen| seen.edit_decision(asked().id, input, Version(version), today()))
    };
    let edited = applied(&open, edit(&open, 1).expect("allowed"));
    assert_eq!(only(&edited).published_on, Some(today()));
    let taken = after(&edited, MANAGER, |seen| seen.record_outcome(asked().id, &by(EXECUTIVE), Version(2), today()));
    assert_eq!(edit(&taken, 3), Err(Refusal::Impossible(Impossible::DecisionTaken)));
}

#[test]
fn an_ask_gives_its_first_day_and_is_taken_up_once() {
    let ask = Some(Ask { what: text("Buy forty more lamps"), of_whom: place(EXECUTIVE), by: day("2026-12-08") });
    let [first, again] = [(1, "2026-10-27"), (2, "2026-11-10")]
        .map(|(ordinal, on)| StatusUpdate { ask: ask.clone(), ..status_update(ordinal, on) });
    let ask = Some(again.id);
    let before = applied(&portfolio(), Decision::add(first).and_add(again));
    let input = DecisionInput { ask, asked_on: None, ..input() };
    let add = |portfolio: &Portfolio| {
        as_person(portfolio, EXECUTIVE, |seen| {
            seen.add_decision(asked().id, input.clone(), Some(by(EXECUTIVE)), today())
        })
    };
    let taken = applied(&before, add(&before).expect("allowed"));
    assert_eq!(only(&taken).asked_on, Some(day("2026-10-27")));
    assert_eq!(add(&taken), Err(Refusal::Impossible(Impossible::AskTakenUp)));
}

#[test]
fn in_a_partnership_each_council_has_its_part() {
    let before = founded_partnership();
    let area = crate::PriorityAreaId(Uuid::from_u128(5));
    let before = applied(&before, Decision::add(priority_area(area)));
    let manager = crate::MembershipId(Uuid::from_u128(912));
    let input = DecisionInput { innovation: None, priority_area: Some(area), ..input() };
    let outcome = |council| TakenInput { council, taken_by: Some(manager), ..by(MANAGER) };
    let add = |councils: &[CouncilId], outcome| {
        let input = DecisionInput { councils: councils.to_vec(), ..input.clone() };
        as_person(&before, MANAGER, |seen| seen.add_decision(asked().id, input, outcome, today()))
    };
    assert_eq!(add(&[], None), Err(Refusal::invalid("councils", Rule::Missing)));
    assert_eq!(add(&COUNCILS, Some(outcome(None))), Err(Refusal::invalid("council", Rule::Missing)));
    let part = applied(&before, add(&COUNCILS, Some(outcome(Some(COUNCILS[1])))).expect("allowed"));
    let second = as_person(&part, MANAGER, |seen| {
        let matters = seen.matters(None);
        assert_eq!((matters.len(), matters[0].state()), (1, MatterState::Part));
        assert_eq!(matters[0].parts.iter().map(|one| one.is_open()).collect::<Vec<_>>(), [true, false]);
        matters[0].parts[0].id
    });
    let both = after(&part, MANAGER, |seen| seen.record_outcome(second, &outcome(None), Version::FIRST, today()));
    as_person(&both, MANAGER, |seen| {
        let matter = &seen.matters(None)[0];
        assert_eq!((matter.state(), matter.is_settled()), (MatterState::Agreed, true));
    });
    let council = as_person(&portfolio(), MANAGER, |seen| {
        let input = DecisionInput { councils: COUNCILS.to_vec(), ..self::input() };
        seen.add_decision(asked().id, input, None, today())
    });
    assert_eq!(council, Err(Refusal::invalid("councils", Rule::Choose)));
}
