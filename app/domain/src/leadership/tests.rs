use super::testing::*;
use super::verdict::verdict;
use super::*;
use crate::testing::*;
use crate::{Confidence, Decision, Portfolio, TrackingMethod, WorkState};
use Confidence::{OffTrack, OnTrack};
use std::collections::BTreeMap;

fn valued(name: SignalName, value: Option<f64>) -> Signal {
    Signal { name, value, top: 0.0, bottom: 3, least: 3, counted: vec![], innovations: BTreeMap::new() }
}

/// Of the four signals of action 9, with two authors.
fn tracked(values: [Option<f64>; 4], thresholds: &Settled) -> LeadershipAction {
    let mut signals: Vec<_> =
        Action::Track.signals().iter().zip(values).map(|(name, value)| valued(*name, value)).collect();
    signals[0].counted = vec![Counted {
        innovation: LAMPS,
        what: None,
        credit: 1.0,
        is_credited: true,
        says: String::new(),
        records: vec![],
        authors: [LEAD, MANAGER].into(),
    }];
    LeadershipAction::from_signals(Action::Track, signals, None, None, thresholds)
}

fn seen<T>(portfolio: &Portfolio, look: impl FnOnce(Leadership) -> T) -> T {
    as_person(portfolio, EXECUTIVE, |seen| look(seen.leadership(Scope::Organisation, today())))
}

fn value(portfolio: &Portfolio, name: SignalName) -> Option<f64> {
    seen(portfolio, |found| found.action(name.action()).and_then(|one| one.signal(name)?.value))
}

fn preset<T>(look: impl FnOnce(&Settled) -> T) -> T {
    as_person(&portfolio(), LEAD, |seen| look(seen.thresholds()))
}

#[test]
fn la_3_with_fewer_than_60_points_known_no_score_is_told() {
    preset(|thresholds| {
        let few = tracked([Some(1.0), Some(1.0), None, None], thresholds);
        let missing = Some(Missing::Points { have: 54, least: 60 });
        assert_eq!((few.score, few.verdict, few.missing), (None, Verdict::NotEnoughYet, missing));
        let enough = tracked([None, Some(1.0), Some(1.0), Some(1.0)], thresholds);
        assert_eq!((enough.available, enough.score), (73, Some(100.0)));
    });
}

#[test]
fn la_4_a_gate_that_is_not_true_or_not_known_keeps_it_from_strong() {
    preset(|thresholds| {
        let shut = tracked([Some(0.7), Some(1.0), Some(0.8), Some(0.8)], thresholds);
        assert_eq!((shut.gates[0].is_met, shut.verdict), (Some(false), Verdict::Some));
        let unknown = tracked([None, Some(1.0), Some(0.8), Some(0.8)], thresholds);
        assert_eq!((unknown.gates[0].is_met, unknown.verdict), (None, Verdict::Some));
        assert!(shut.score.is_some_and(|score| score > 82.0) && unknown.score.is_some_and(|score| score > 82.0));
        let open = tracked([Some(0.75), Some(1.0), Some(0.8), Some(0.8)], thresholds);
        assert_eq!(open.verdict, Verdict::Strong);
    });
}

#[test]
fn la_5_verdicts_begin_at_70_and_35() {
    preset(|thresholds| {
        for (score, expected) in
            [(70.0, Verdict::Strong), (69.9, Verdict::Some), (35.0, Verdict::Some), (34.9, Verdict::None)]
        {
            assert_eq!(verdict(Some(score), true, thresholds), expected, "{score}");
        }
        assert_eq!(verdict(Some(82.0), false, thresholds), Verdict::Some);
    });
}

#[test]
fn la_6_with_nothing_recorded_nothing_is_judged() {
    seen(&portfolio(), |found| {
        assert!(!found.actions.is_empty());
        assert!(found.actions.iter().all(|one| one.verdict == Verdict::NotEnoughYet && one.score.is_none()));
        assert!(found.advice.is_empty() && found.to_do.is_empty());
    });
}

#[test]
fn la_11_advice_comes_from_what_costs_most_and_of_equals_from_the_earlier() {
    preset(|thresholds| {
        let costliest = |values| {
            let found = tracked(values, thresholds);
            found.costliest(thresholds).map(|(signal, loss)| (signal.name, (loss * 100.0).round() / 100.0))
        };
        let aldermere = [Some(0.875), Some(0.75), Some(0.655), Some(0.75)];
        assert_eq!(costliest(aldermere), Some((SignalName::Honest, 8.97)));
        assert_eq!(costliest([Some(0.5), Some(0.5), Some(1.0), Some(1.0)]), Some((SignalName::Fresh, 13.5)));
        assert_eq!(costliest([Some(1.0), Some(1.0), Some(0.95), Some(0.95)]), None, "less than two points");
        let found = tracked(aldermere, thresholds);
        assert!(found.score.is_some_and(|score| (score - 75.905).abs() < 1e-9));
    });
}

#[test]
fn la_12_the_weights_of_each_action_come_to_a_hundred() {
    for action in Action::ALL.iter().filter(|one| one.is_collected()) {
        let sum: u32 = action.signals().iter().map(|one| one.preset_weight()).sum();
        assert_eq!(sum, Settled::POINTS, "{action:?}");
    }
    assert_eq!((Action::Clear.number(), Action::Persist.number()), (1, 10));
    for signal in SignalName::ALL {
        assert!(signal.action().signals().contains(signal));
    }
}

#[test]
fn strong_needs_two_people_who_entered_what_is_credited() {
    let all = (1..=3).flat_map(|of| {
        (0..26).map(move |week| update(of, week + 1, 181 - i64::from(week) * 7, OnTrack, Some(OnTrack)))
    });
    let updates = all.fold(Decision::default(), Decision::and_add);
    let by_lead = (1..=3).fold(updates, |all, of| {
        let mut plan = planned(of, 30);
        plan.entry.by = LEAD;
        all.and_add(plan)
    });
    let alone = applied_as_entered(&with_priorities(3), by_lead.clone());
    let verdict = |portfolio: &Portfolio| {
        seen(portfolio, |found| found.action(Action::Track).map(|one| (one.verdict, one.authors)))
    };
    assert_eq!(verdict(&alone), Some((Verdict::Some, 1)));
    let both = applied_as_entered(&alone, Decision::add(planned(1, 40)).and_add(measure(1)).and_add(reading(1, 5)));
    assert_eq!(verdict(&both), Some((Verdict::Strong, 2)));
}

#[test]
fn a_plan_is_live_while_something_is_ahead_and_owned_and_nothing_long_overdue() {
    let live = |milestones: Vec<crate::Milestone>| {
        let all = milestones.into_iter().fold(Decision::default(), Decision::and_add);
        seen(&applied(&with_priorities(3), all), |found| {
            found
                .action(Action::Track)
                .and_then(|one| one.signal(SignalName::LivePlan)?.innovations.get(&number(1)).copied())
        })
    };
    assert_eq!(live(vec![]), Some(false));
    assert_eq!(live(vec![planned(1, 91)]), Some(true));
    assert_eq!(live(vec![planned(1, 92)]), Some(false));
    assert_eq!(live(vec![planned(1, 30), planned(1, -14)]), Some(true));
    assert_eq!(live(vec![planned(1, 30), planned(1, -15)]), Some(false));
    assert_eq!(live(vec![planned(1, 30), crate::Milestone { owner: None, ..planned(1, 60) }]), Some(false));
}

#[test]
fn a_team_steers_by_work_that_moves_and_by_looking_back() {
    let live = |moved: i64, looked_back: i64| {
        let start = with_priorities(3);
        let change = as_person(&start, LEAD, |seen| {
            let before = seen.innovation(number(1)).expect("there");
            Decision::change(before, crate::Innovation { tracking: TrackingMethod::Agile, ..(**before).clone() })
        });
        let moves = [(WorkState::Doing, ago(moved).to_string())];
        let moves: Vec<_> = moves.iter().map(|(state, on)| (*state, &**on)).collect();
        let item = crate::WorkItem { innovation: number(1), ..work_item(1, "2026-01-10", &moves) };
        let held = crate::Meeting {
            kind: crate::MeetingKind::Retrospective,
            innovation: Some(number(1)),
            held_on: ago(looked_back),
            ..meeting()
        };
        seen(&applied(&start, change.and_add(item).and_add(held)), |found| {
            found
                .action(Action::Track)
                .and_then(|one| one.signal(SignalName::LivePlan)?.innovations.get(&number(1)).copied())
        })
    };
    assert_eq!(live(14, 45), Some(true));
    assert_eq!(live(15, 45), Some(false));
    assert_eq!(live(14, 46), Some(false));
}

#[test]
fn the_same_words_posted_for_many_days_at_once_count_once() {
    let posted = |minutes: [i64; 6]| {
        let all = minutes.into_iter().zip(1..).map(|(minutes, ordinal)| {
            let entry = entered_by(LEAD, today(), minutes);
            crate::StatusUpdate { entry, ..update(1, ordinal, i64::from(ordinal) * 10, OnTrack, Some(OnTrack)) }
        });
        let decision = all.fold(Decision::default(), Decision::and_add);
        let portfolio = applied_as_entered(&with_priorities(3), decision);
        seen(&portfolio, |found| {
            found.action(Action::Track).and_then(|one| Some(one.signal(SignalName::Honest)?.bottom))
        })
    };
    assert_eq!(posted([0, 1, 2, 3, 4, 5]), Some(1));
    assert_eq!(posted([0, 20, 40, 60, 80, 100]), Some(6));
}

#[test]
fn fewer_than_three_innovations_or_five_updates_tell_nothing() {
    let updates = |count: u32| (1..=count).map(|n| update(1, n, i64::from(n) * 10, OnTrack, Some(OffTrack)));
    let with = |of, count| {
        applied_as_entered(&with_priorities(of), updates(count).fold(Decision::default(), Decision::and_add))
    };
    assert_eq!(value(&with(3, 4), SignalName::Honest), None);
    assert_eq!(value(&with(3, 5), SignalName::Honest), Some(0.0));
    assert_eq!(value(&with(2, 5), SignalName::Fresh), None);
    assert_eq!(value(&with(2, 5), SignalName::LivePlan), None);
    assert_eq!(value(&with(2, 5), SignalName::Measured), None);
    let missing = seen(&with(2, 5), |found| found.action(Action::Track).and_then(|one| one.missing));
    assert_eq!(missing, Some(Missing::Innovations { have: 2, least: 3 }));
}

/// One council with three innovations of which two are measured, another with four of which none is.
#[test]
fn pooled_records_tell_another_value_than_the_mean_of_the_councils() {
    let measured = |all: std::ops::RangeInclusive<u32>, fresh: u32| {
        let start = all.clone().fold(with_priorities(0), |portfolio, of| applied(&portfolio, priority(of, 2)));
        let decision = all
            .filter(|of| *of <= fresh)
            .fold(Decision::default(), |all, of| all.and_add(measure(of)).and_add(reading(of, 5)));
        value(&applied_as_entered(&start, decision), SignalName::Measured).expect("three or more")
    };
    let (one, other, pooled) = (measured(1..=3, 2), measured(4..=7, 0), measured(1..=7, 2));
    assert!((pooled - 2.0 / 7.0).abs() < 1e-12);
    assert!((pooled - f64::midpoint(one, other)).abs() > 0.04);
}

#[test]
fn a_priority_area_is_told_on_its_own_innovations() {
    let portfolio = with_priorities(3);
    let elsewhere = crate::PriorityAreaId(uuid::Uuid::from_u128(901));
    let missing = |scope| {
        as_person(&portfolio, EXECUTIVE, |seen| {
            seen.leadership(scope, today()).action(Action::Track).and_then(|one| one.missing)
        })
    };
    assert_eq!(missing(Scope::PriorityArea(LIT)), None);
    assert_eq!(missing(Scope::PriorityArea(elsewhere)), Some(Missing::Innovations { have: 0, least: 3 }));
}

#[test]
fn a_guest_is_told_of_what_they_may_see() {
    let portfolio = with_priorities(3);
    as_person(&portfolio, VIEWER, |seen| {
        let found = seen.leadership(Scope::Organisation, today());
        assert!(!found.is_everything);
        assert_eq!(found.map, []);
    });
    seen(&portfolio, |found| assert!(found.is_everything && found.map.len() == 3));
}
