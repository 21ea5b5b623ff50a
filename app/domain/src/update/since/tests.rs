use super::*;
use crate::testing::*;
use crate::{
    BudgetKind, BudgetLineId, Decision, Entry, Forecast, MilestoneId, Place, Proximity, RiskCategory, RiskId, RiskKind,
    RiskResponse, RiskReview, Score,
};
use crate::{BudgetLine, Milestone, Pence, Risk, RiskState};
use uuid::Uuid;

fn planned(id: u128, title: &str) -> Milestone {
    Milestone { id: MilestoneId(Uuid::from_u128(id)), title: text(title), ..milestone() }
}

#[test]
fn a_milestone_that_moved_was_done_added_or_removed_is_told_and_one_that_stayed_is_not() {
    let names = ["Contract", "Order", "Trial", "Survey"];
    let before = (300..).zip(names).map(|(id, name)| planned(id, name));
    let then = before.fold(portfolio(), |portfolio, one| applied(&portfolio, Decision::add(one)));
    let held = |id: u128| {
        as_person(&then, MANAGER, |seen| {
            seen.milestone(LAMPS, MilestoneId(Uuid::from_u128(id))).cloned().expect("there")
        })
    };
    let mut moved = (*held(300)).clone();
    moved.forecasts.push(Forecast {
        recorded_on: today(),
        forecast_on: day("2027-03-01"),
        reason: Some(text("Lamps came late")),
        by: LEAD,
    });
    let done = Milestone { done_on: Some(day("2026-11-20")), ..(*held(301)).clone() };
    let decision = Decision::change(&held(300), moved)
        .and_change(&held(301), done)
        .and(Decision::remove(&held(302)))
        .and_add(planned(304, "Report"))
        .and_add(entered(LAMPS, 2, Place::Stage(0), Place::Stage(1), day("2026-11-23")));
    let now = applied(&then, decision);
    let facts = as_person(&then, MANAGER, |then| as_person(&now, MANAGER, |now| facts_since(then, now, LAMPS)));
    let told: Vec<_> = facts.iter().map(|fact| fact.to_string().replace('\u{a0}', " ")).collect();
    let expected = [
        "Moved to Test on 23 November 2026",
        "Contract: 28 days later, now 1 March 2027",
        "Order: done on 20 November 2026",
        "New milestone, Report, expected on 1 February 2027",
        "Milestone removed: Trial",
    ];
    assert_eq!(told, expected);
    assert!(facts[1].is_later());
    let nothing = as_person(&now, MANAGER, |seen| facts_since(seen, seen, LAMPS));
    assert_eq!(nothing, []);
}

fn risk(id: u128, event: &str, impact: u8) -> Risk {
    let score = Score { likelihood: 3, impact };
    Risk {
        id: RiskId(Uuid::from_u128(id)),
        entry: Entry::default(),
        innovation: Some(LAMPS),
        kind: RiskKind::Threat,
        cause: text("prices rise"),
        event: text(event),
        effect: text("cost more"),
        category: RiskCategory::Finance,
        owner: place(LEAD),
        inherent: score,
        reviews: vec![RiskReview { on: day("2026-11-01"), score, note: None, by: LEAD }],
        target: None,
        target_on: None,
        proximity: Proximity::Now,
        response: RiskResponse::Treat,
        controls: vec![],
        considered: crate::Considered::default(),
        actions: vec![],
        review_due_on: day("2026-12-01"),
        state: RiskState::Open,
    }
}

#[test]
fn risks_that_rose_or_were_closed_and_money_that_changed_are_told() {
    let line = BudgetLine {
        id: BudgetLineId(Uuid::from_u128(500)),
        entry: Entry::default(),
        innovation: LAMPS,
        council: None,
        kind: BudgetKind::Grant,
        source: Some(text("Green fund")),
        nil_reason: None,
        approved: Pence(1_000_000),
        forecast: None,
        from_on: day("2026-04-01"),
        to_on: day("2027-03-31"),
    };
    let (rising, closing) = (risk(400, "Lamps cost more", 3), risk(401, "Nobody fits them", 2));
    let start = Decision::add(rising.clone()).and_add(closing.clone()).and_add(line.clone());
    let then = applied(&portfolio(), start);
    let held = |id: u128| {
        as_person(&then, MANAGER, |seen| seen.risk(LAMPS, RiskId(Uuid::from_u128(id))).cloned().expect("there"))
    };
    let mut rose = (*held(400)).clone();
    rose.reviews.push(RiskReview { on: today(), score: Score { likelihood: 3, impact: 4 }, note: None, by: LEAD });
    let closed = Risk { state: RiskState::Closed { on: today(), reason: text("Fitted") }, ..(*held(401)).clone() };
    let money = as_person(&then, MANAGER, |seen| seen.budget_line(LAMPS, line.id).cloned().expect("there"));
    let dearer = BudgetLine { forecast: Some(Pence(1_200_000)), ..(*money).clone() };
    let decision = Decision::change(&held(400), rose)
        .and_change(&held(401), closed)
        .and_add(risk(402, "A strike", 1))
        .and_change(&money, dearer);
    let now = applied(&then, decision);
    let facts = as_person(&then, MANAGER, |then| as_person(&now, MANAGER, |now| facts_since(then, now, LAMPS)));
    let told: Vec<_> = facts.iter().map(ToString::to_string).collect();
    let expected = [
        "Risk went up from 9 to 12: Lamps cost more",
        "Risk closed: Nobody fits them",
        "New risk, score 3: A strike",
        "Green fund: forecast changed from none to £12,000",
    ];
    assert_eq!(told, expected);
}
