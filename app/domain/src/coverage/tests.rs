use super::*;
use crate::{
    AnswerInput, Consultation, Decision, Engagement, EngagementId, EngagementLevel, Feedback, FeedbackId,
    FeedbackResponse, FormalDecision, Group, Innovation, InnovationId, Portfolio, Sentiment, Stake, StakeId,
    Stakeholder, StakeholderId, StakeholderKind, Version, testing::*,
};
use chrono::Days;
use uuid::Uuid;

fn ago(days: u64) -> chrono::NaiveDate {
    today() - Days::new(days)
}

/// The nth group, met at "Ask" so many days ago where it was met at all, agreed to be met every so many days.
fn group(number: u128, last: Option<u64>, cadence_days: u32) -> Decision {
    let id = StakeholderId(Uuid::from_u128(8000 + number));
    let name = text(&format!("Group {number}"));
    let decision = Decision::add(Stakeholder { id, name, ..stakeholder() });
    let stake = Stake { id: StakeId(Uuid::from_u128(8100 + number)), stakeholder: id, cadence_days, ..stake() };
    let met = last.map(|last| Engagement {
        id: EngagementId(Uuid::from_u128(8200 + number)),
        on: ago(last),
        groups: vec![Group { stakeholder: id, people: None }],
        ..engagement(1, "2026-11-01")
    });
    met.into_iter().fold(decision.and_add(stake), Decision::and_add)
}

fn with(decisions: impl IntoIterator<Item = Decision>) -> Portfolio {
    applied(&portfolio(), decisions.into_iter().fold(Decision::default(), Decision::and))
}

fn figures<T>(portfolio: &Portfolio, read: impl Fn(EngagementFigures) -> T) -> T {
    as_person(portfolio, LEAD, |seen| read(seen.engagement_figures(today())))
}

#[test]
fn en_5_debt_adds_up_how_many_cadences_priority_groups_are_late() {
    let late = with([group(1, Some(151), 91), group(2, Some(75), 30)]);
    let debt = figures(&late, |found| found.debt());
    assert!((debt - (60.0 / 91.0 + 45.0 / 30.0)).abs() < 1e-9, "{debt}");
    assert!((debt - 2.159).abs() < 0.001);
    assert_eq!(figures(&with([group(1, Some(91), 91)]), |found| found.debt().to_string()), "0");
}

#[test]
fn en_10_and_15_coverage_is_the_share_of_priority_groups_not_overdue() {
    let groups = (1..=14).map(|number| group(number, Some(if number <= 10 { 91 } else { 92 }), 91));
    figures(&with(groups), |found| {
        assert_eq!((found.coverage.credited.len(), found.coverage.bottom()), (10, 14));
        assert!(found.coverage.value().is_some_and(|value| (value - 0.714).abs() < 0.001));
        assert_eq!(found.coverage.percent(), Some(71));
    });
    assert_eq!(figures(&portfolio(), |found| found.coverage.value()), None);
}

#[test]
fn a_group_is_met_at_the_level_agreed_or_above_and_otherwise_waits_since_it_was_named() {
    let told = Engagement { level: EngagementLevel::Tell, ..engagement(1, "2026-11-01") };
    let named = Decision::add(stakeholder()).and_add(Stake { added_on: ago(100), ..stake() });
    as_person(&with([named.clone().and_add(told)]), LEAD, |seen| {
        let found = seen.innovation(LAMPS).map(|one| seen.stake_sights(one, today())).expect("there");
        assert_eq!((found[0].last.is_some(), found[0].latest.is_some(), found[0].late_by), (false, true, 9));
    });
    let shaped = Engagement { level: EngagementLevel::Shape, ..engagement(1, "2026-11-01") };
    as_person(&with([named.and_add(shaped)]), LEAD, |seen| {
        let found = seen.innovation(LAMPS).map(|one| seen.stake_sights(one, today())).expect("there");
        assert_eq!((found[0].since, found[0].due_on, found[0].late_by), (day("2026-11-01"), day("2027-01-31"), 0));
    });
}

fn said(number: u128, raised: u64) -> Feedback {
    Feedback { id: FeedbackId(Uuid::from_u128(8300 + number)), raised_on: ago(raised), ..feedback(1, "2026-11-01") }
}

fn told(number: u128, raised: u64, back: u64) -> Feedback {
    let answered = answered(said(number, raised), FeedbackResponse::WeDid, &ago(back).to_string());
    Feedback { told_back_on: Some(ago(back)), ..answered }
}

fn of(feedback: impl IntoIterator<Item = Feedback>) -> Portfolio {
    with([Decision::add(stakeholder()), feedback.into_iter().fold(Decision::default(), Decision::and_add)])
}

#[test]
fn en_11_and_16_the_loop_counts_what_was_said_more_than_30_days_ago() {
    let all = (0..21).map(|number| told(number, 60, 40)).chain((21..27).map(|number| said(number, 31)));
    figures(&of(all.chain([said(90, 30), told(91, 20, 10), said(92, 365)])), |found| {
        assert_eq!((found.closed_loop.credited.len(), found.closed_loop.bottom()), (21, 27));
        assert!(found.closed_loop.value().is_some_and(|value| (value - 0.7778).abs() < 0.0001));
    });
    assert_eq!(figures(&of([said(1, 30)]), |found| found.closed_loop.value()), None);
}

#[test]
fn en_12_days_to_tell_back_are_the_median() {
    let all = [(1, 5), (2, 12), (3, 20), (4, 34)].map(|(number, days)| told(number, 100, 100 - days));
    assert_eq!(figures(&of(all), |found| found.days_to_tell_back()), Some(16.0));
    assert_eq!(figures(&of([said(1, 40)]), |found| found.days_to_tell_back()), None);
}

#[test]
fn en_13_influence_is_one_half_or_nothing_for_each_innovation() {
    let id = |number: u128| InnovationId(Uuid::from_u128(900 + number));
    let changed = |number| Feedback { changed: Some(text(&"x".repeat(40))), ..told(number, 60, 40) };
    let refused = answered(said(4, 60), FeedbackResponse::WeCannot, "2026-10-20");
    let all = [(0, Some(changed(1))), (1, Some(changed(2))), (2, Some(said(3, 60))), (3, Some(refused))];
    let mut values = vec![];
    for (number, one) in all {
        let innovation =
            Innovation { id: id(number), number: 10 + u32::try_from(number).expect("small"), ..innovation() };
        let about = one.map(|one| Feedback { innovation: id(number), ..one });
        let portfolio = with([
            Decision::add(stakeholder()).and_add(innovation),
            about.into_iter().fold(Decision::default(), Decision::and_add),
        ]);
        let value = as_person(&portfolio, LEAD, |seen| {
            seen.innovation(id(number)).map(|one| seen.influence_on(one, today()).influence).expect("there")
        });
        values.push(value);
    }
    assert_eq!(values, [Influence::Changed, Influence::Changed, Influence::Nothing, Influence::Refused]);
    let mean = values.iter().map(|one| one.value()).sum::<f64>() / 4.0;
    assert!((mean - 0.625).abs() < f64::EPSILON);
}

#[test]
fn en_14_the_groups_named_in_the_assessment_are_asked_or_they_are_not() {
    let named = |names: &[&str], assessed| {
        let before = with([Decision::add(stakeholder()), Decision::add(engagement(1, "2026-11-01"))]);
        let lamps = as_person(&before, LEAD, |seen| seen.innovation(LAMPS).cloned()).expect("there");
        let characteristics = names.iter().map(|name| text(name)).collect();
        let changed = Innovation { characteristics, equality_assessed_on: assessed, ..(*lamps).clone() };
        applied(&before, Decision::change(&lamps, changed))
    };
    as_person(&named(&["Disability", "age", "Race"], Some(ago(300))), LEAD, |seen| {
        let found = seen.innovation(LAMPS).map(|one| seen.engagement_figures_of(one, today())).expect("there").equality;
        assert_eq!((found.credited.len(), found.bottom()), (1, 3));
        assert!(found.value().is_some_and(|value| (value - 0.3333).abs() < 0.0001));
    });
    let bottom = |portfolio: &Portfolio| {
        as_person(portfolio, LEAD, |seen| {
            seen.innovation(LAMPS).map(|one| seen.named_characteristics(one, today()).len()).expect("there")
        })
    };
    assert_eq!(bottom(&named(&[], Some(ago(300)))), 0, "assessed, and nobody in particular is affected");
    assert_eq!(bottom(&named(&[], None)), 0, "not assessed, and only an idea being explored");
    let pilot = entered(LAMPS, 2, crate::Place::Stage(0), crate::Place::Stage(2), day("2026-06-01"));
    assert_eq!(bottom(&applied(&named(&[], None), Decision::add(pilot))), 1, "not assessed, and in use");
}

#[test]
fn depth_is_told_of_three_engagements_and_more() {
    let met = |number: u32, level, on: u64| Engagement { level, on: ago(on), ..engagement(number, "2026-11-01") };
    let all = [
        met(1, EngagementLevel::Ask, 10),
        met(2, EngagementLevel::Shape, 20),
        met(3, EngagementLevel::HandOver, 181),
        met(4, EngagementLevel::Shape, 182),
    ];
    let logged = |count: usize| {
        let met = all.iter().take(count).cloned().fold(Decision::default(), Decision::and_add);
        with([Decision::add(stakeholder()), met])
    };
    assert_eq!(figures(&logged(2), |found| found.depth.value()), None);
    assert_eq!(figures(&logged(4), |found| found.depth.percent()), Some(67));
    let business = Stakeholder { kind: StakeholderKind::Business, ..stakeholder() };
    let met = all.iter().cloned().fold(Decision::default(), Decision::and_add);
    assert_eq!(figures(&with([Decision::add(business), met]), |found| found.depth.bottom()), 0);
}

#[test]
fn refusals_with_a_reason_are_counted_among_answers_and_nearly_all_praise_is_noticed() {
    let refused = answered(said(1, 60), FeedbackResponse::WeCannot, "2026-10-20");
    figures(&of([refused, told(2, 60, 40), said(3, 60)]), |found| {
        assert_eq!((found.refusals.credited.len(), found.refusals.bottom()), (1, 2));
    });
    let glad = |count: u128, worried: u128| {
        let one = |number| {
            let sentiment = if number < worried { Sentiment::Worried } else { Sentiment::Supportive };
            Feedback { sentiment: Some(sentiment), ..said(number, 10) }
        };
        figures(&of((0..count).map(one)), |found| found.praise.is_all_praise())
    };
    assert_eq!([glad(15, 0), glad(14, 0), glad(20, 2), glad(21, 2)], [true, false, false, true]);
}

#[test]
fn groups_late_by_a_whole_cadence_and_gates_nobody_was_asked_about_are_unheard() {
    let gate = crate::Milestone {
        kind: crate::MilestoneKind::Gate,
        forecasts: vec![crate::Forecast {
            recorded_on: ago(90),
            forecast_on: today() + Days::new(28),
            reason: None,
            by: MANAGER,
        }],
        ..milestone()
    };
    let unheard = |portfolio: &Portfolio| {
        as_person(portfolio, LEAD, |seen| {
            let found = seen.unheard(today());
            let names: Vec<_> = found.groups.iter().map(|one| one.stakeholder.name.to_string()).collect();
            (names, found.gates.len())
        })
    };
    let heard =
        with([group(1, Some(182), 91), group(2, Some(183), 91), group(3, Some(70), 30), Decision::add(gate.clone())]);
    assert_eq!(unheard(&heard), (vec!["Group 3".to_owned(), "Group 2".to_owned()], 0));
    assert_eq!(unheard(&with([group(1, None, 730), Decision::add(gate)])), (vec![], 1));
}

/// A consultation of so many days that closed before today.
fn consultation(days: u64, closed: u64) -> Engagement {
    let consultation = Consultation {
        opened_on: ago(closed + days),
        closed_on: ago(closed),
        decision_still_open: true,
        changes_service: false,
        decision: Some(decided("2026-11-20").id),
    };
    Engagement {
        consultation: Some(consultation),
        information_link: Some(text("https://example.org/lamps")),
        ..engagement(1, "2026-10-01")
    }
}

fn answers(engagement: Engagement, decision: FormalDecision, cites: bool) -> [Fair; 4] {
    let cited = Feedback { decision: cites.then_some(decision.id), ..feedback(1, "2026-10-05") };
    let said = Decision::add(stakeholder()).and_add(engagement.clone()).and_add(cited).and_add(decision);
    as_person(&with([said]), LEAD, |seen| seen.fair_check(&engagement, today()).expect("a consultation").answers())
}

#[test]
fn a_consultation_is_asked_in_time_with_enough_said_and_days_and_its_answers_are_weighed() {
    use Fair::{No, TooEarly, Yes};
    assert_eq!(answers(consultation(28, 10), decided("2026-11-20"), true), [Yes; 4]);
    assert_eq!(
        answers(consultation(27, 10), decided("2026-11-13"), true),
        [No, Yes, No, No],
        "decided before it closed"
    );
    assert_eq!(answers(consultation(28, 10), decided("2026-11-20"), false), [Yes, Yes, Yes, No]);
    assert_eq!(answers(consultation(28, 0), decided("2026-11-24"), true), [Yes, Yes, Yes, TooEarly]);
    let mut service = consultation(41, 10);
    service.information_link = None;
    service.consultation.iter_mut().for_each(|one| {
        one.changes_service = true;
        one.decision_still_open = false;
    });
    assert_eq!(answers(service, decided("2026-11-20"), true), [No, No, No, Yes]);
    let plain = as_person(&portfolio(), LEAD, |seen| seen.fair_check(&engagement(1, "2026-10-01"), today()).is_none());
    assert!(plain);
}

#[test]
fn what_waits_for_an_answer_is_told_oldest_first_with_who_sees_to_it() {
    let mine = Feedback { owner: Some(place(MANAGER)), ..said(2, 40) };
    let before = of([said(1, 31), mine, told(3, 60, 40)]);
    as_person(&before, LEAD, |seen| {
        let waiting = seen.unanswered_feedback(today());
        let found: Vec<_> = waiting.iter().map(|one| (one.days, one.owner, one.is_late())).collect();
        assert_eq!(found, [(40, Some(place(MANAGER)), true), (31, Some(place(LEAD)), true)]);
        assert!(seen.untold_feedback(today()).is_empty());
    });
    let input = AnswerInput { told_back_on: None, ..AnswerInput::of(&told(3, 60, 40)).expect("answered") };
    let answered = after(&before, LEAD, |seen| {
        seen.answer_feedback(LAMPS, said(1, 31).id, AnswerInput { responded_on: today(), ..input }, Version(1), today())
    });
    as_person(&answered, LEAD, |seen| {
        assert_eq!((seen.unanswered_feedback(today()).len(), seen.untold_feedback(today()).len()), (1, 1));
    });
}

proptest::proptest! {
    #[test]
    fn meeting_a_group_never_lowers_coverage_and_every_share_lies_between_nought_and_one(
        lasts in proptest::collection::vec(proptest::option::of(0u64..400), 1..8),
        // Before a group is named nobody owes it a meeting.
        met in 0u64..300,
    ) {
        let groups = (1u128..).zip(&lasts).map(|(number, last)| group(number, *last, 91));
        let before = with(groups);
        let again = Engagement {
            id: EngagementId(Uuid::from_u128(9999)),
            on: ago(met),
            groups: vec![Group { stakeholder: StakeholderId(Uuid::from_u128(8001)), people: None }],
            ..engagement(1, "2026-11-01")
        };
        let after = applied(&before, Decision::add(again));
        let value = |portfolio: &Portfolio| figures(portfolio, |found| (found.coverage.value().unwrap_or(-1.0), found.debt()));
        let ((was, owed), (is, owes)) = (value(&before), value(&after));
        proptest::prop_assert!((0.0..=1.0).contains(&was) && is >= was && owes <= owed + 1e-9);
    }
}
