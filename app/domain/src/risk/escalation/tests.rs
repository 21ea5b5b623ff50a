use super::*;
use crate::{RiskAction, RiskReview, RiskState, Score, testing::*};

fn circumstances(band: AppetiteBand) -> Circumstances {
    Circumstances {
        band,
        boards: BoardDays::default(),
        key_decision: None,
        approved: None,
        sponsor: Some(place(EXECUTIVE)),
        portfolio_holder: None,
        contacts: EscalationContacts::default(),
    }
}

fn scored(likelihood: u8, impact: u8, on: &str) -> Risk {
    let mut risk = risk_scored(Score { likelihood, impact });
    risk.reviews[0].on = day(on);
    risk
}

fn of(category: RiskCategory) -> (Risk, Circumstances) {
    let risk = Risk { category, ..scored(4, 5, "2026-11-20") };
    (risk, circumstances(AppetiteBand::preset(category)))
}

fn told(risk: &Risk, on: &Circumstances) -> Vec<(Escalation, NaiveDate, bool)> {
    risk.escalation(on, today()).into_iter().map(|step| (step.what, step.by, step.is_met)).collect()
}

#[test]
fn within_appetite_nothing_must_happen_and_an_opportunity_never_escalates() {
    let on = circumstances(AppetiteBand::Open);
    assert_eq!(told(&scored(3, 4, "2026-11-20"), &on), []);
    let opportunity = Risk { kind: crate::RiskKind::Opportunity, ..scored(5, 5, "2026-11-20") };
    assert_eq!(told(&opportunity, &on), []);
    let closed = Risk { state: RiskState::Closed { on: today(), reason: text("Gone") }, ..scored(5, 5, "2026-11-20") };
    assert_eq!(told(&closed, &on), []);
}

#[test]
fn over_appetite_the_sponsor_is_told_and_an_action_within_30_days_is_asked_for() {
    let on = circumstances(AppetiteBand::Open);
    let mut risk = scored(3, 5, "2026-11-20");
    let asked = |is_met| vec![(Escalation::Action, day("2026-12-20"), is_met)];
    assert_eq!(told(&risk, &on), asked(false));
    assert_eq!(risk.escalation(&on, today())[0].holder, Some(place(EXECUTIVE)));
    let due = |due_on| RiskAction { number: 1, text: text("Ask"), owner: place(LEAD), due_on, done_on: None };
    for (due_on, is_met) in [("2026-12-24", true), ("2026-12-25", false), ("2026-11-23", false)] {
        risk.actions = vec![due(day(due_on))];
        assert_eq!(told(&risk, &on), asked(is_met), "{due_on}");
    }
}

#[test]
fn over_tolerance_or_very_high_it_goes_to_the_next_board_in_14_days_at_most() {
    let board = |risk: &Risk, on: &Circumstances| {
        told(risk, on).into_iter().find(|one| one.0 == Escalation::Board).map(|one| one.1)
    };
    let open = circumstances(AppetiteBand::Open);
    assert_eq!(board(&scored(3, 5, "2026-11-20"), &open), None, "15 is over appetite only");
    assert_eq!(board(&scored(4, 4, "2026-11-20"), &open), Some(day("2026-12-04")), "16 is very high");
    let eager = circumstances(AppetiteBand::Eager);
    assert_eq!(told(&scored(4, 4, "2026-11-20"), &eager), [(Escalation::Board, day("2026-12-04"), false)]);
    let planned = |next| Circumstances { boards: BoardDays { held: vec![], next: Some(day(next)) }, ..open.clone() };
    let sooner = planned("2026-11-26");
    assert_eq!(board(&scored(4, 5, "2026-11-20"), &sooner), Some(day("2026-11-26")));
    assert_eq!(board(&scored(4, 5, "2026-11-20"), &planned("2026-12-20")), Some(day("2026-12-04")));
    let held = |held| Circumstances { boards: BoardDays { held: vec![day(held)], next: None }, ..open.clone() };
    for (held_on, is_met) in [("2026-11-19", false), ("2026-11-20", true)] {
        let steps = told(&scored(4, 5, "2026-11-20"), &held(held_on));
        assert_eq!(steps[1], (Escalation::Board, day("2026-12-04"), is_met), "{held_on}");
    }
}

#[test]
fn the_finance_lead_is_named_when_the_effect_may_be_above_the_key_decision_level() {
    let (risk, on) = of(RiskCategory::Finance);
    let named = |level: Option<i64>, approved: Option<i64>| {
        let on = Circumstances { key_decision: level.map(Pence), approved: approved.map(Pence), ..on.clone() };
        told(&risk, &on).iter().any(|one| one.0 == Escalation::Finance)
    };
    assert_eq!(risk.could_cost(Pence(10_000)), Pence(10_000), "impact 5 may cost all of it");
    assert!(named(Some(9_999), Some(10_000)));
    assert!(!named(Some(10_000), Some(10_000)));
    assert!(named(None, Some(10_000)), "no level set: nobody can say that it is below");
    assert!(named(Some(10_000), None), "no budget: nobody can say that it is below");
}

#[test]
fn legal_and_data_protection_name_their_officers() {
    for (category, wanted) in [
        (RiskCategory::Legal, Some(Office::MonitoringOfficer)),
        (RiskCategory::DataProtection, Some(Office::DataProtectionOfficer)),
        (RiskCategory::Safeguarding, None),
    ] {
        let (risk, on) = of(category);
        let offices = [Office::MonitoringOfficer, Office::DataProtectionOfficer];
        let steps = risk.escalation(&on, today());
        assert_eq!(steps.iter().map(|step| step.office).find(|one| offices.contains(one)), wanted, "{category:?}");
    }
}

#[test]
fn over_tolerance_at_two_boards_running_it_is_a_candidate_for_the_corporate_register() {
    let corporate = |boards: &[&str]| {
        let held = boards.iter().map(|one| day(one)).collect();
        let on = Circumstances { boards: BoardDays { held, next: None }, ..circumstances(AppetiteBand::Open) };
        let mut risk = scored(4, 4, "2026-08-01");
        risk.reviews.push(RiskReview {
            on: day("2026-10-01"),
            score: Score { likelihood: 4, impact: 5 },
            note: None,
            by: LEAD,
        });
        told(&risk, &on).into_iter().find(|one| one.0 == Escalation::Corporate).map(|one| one.1)
    };
    assert_eq!(corporate(&["2026-09-08", "2026-10-13"]), None, "within tolerance at the first");
    assert_eq!(corporate(&["2026-10-13", "2026-11-10"]), Some(day("2026-11-10")));
    assert_eq!(corporate(&["2026-10-13", "2026-11-10", "2026-12-08"]), Some(day("2026-11-10")), "not yet held");
    assert_eq!(corporate(&["2026-11-10"]), None, "one board is not two");
    assert_eq!(corporate(&[]), None, "of two reviews only the last was over tolerance");
}

#[test]
fn an_acceptance_stops_it_until_the_day_after_its_last() {
    let on = circumstances(AppetiteBand::Open);
    let until = |until: &str| Risk {
        state: RiskState::Accepted {
            by: place(EXECUTIVE),
            body: None,
            reason: text("Worth it"),
            on: day("2026-06-01"),
            until: day(until),
        },
        ..scored(4, 5, "2026-05-01")
    };
    assert_eq!(told(&until("2026-11-24"), &on), []);
    assert_eq!(told(&until("2026-11-20"), &on)[0], (Escalation::Action, day("2026-12-21"), false));
}
