//! Where innovations have spread to and whether they last, as the reference plants it.
use super::{innovation, today};
use domain::{Flag, GateCondition, Horizon, Motion, Place, ReviewCounts, ReviewKind, Seen, StageKind, gate_questions};
use std::collections::BTreeMap;

pub fn all_is_planted(aldermere: Seen<'_>, partnership: Seen<'_>) {
    innovations_move_or_stand_still(aldermere, partnership);
    one_report_it_cannot_go_into_the_mainstream(aldermere);
    front_door_plus_spreads(aldermere);
    street_to_lease_ends_with_its_grant(partnership);
    the_library_of_things_stays_in_view(aldermere);
    sites_due_are_live_and_reviews_are_counted(aldermere, partnership);
    what_is_committed_for_a_year(aldermere, partnership);
}

fn innovations_move_or_stand_still(aldermere: Seen<'_>, partnership: Seen<'_>) {
    let stall = |seen: Seen<'_>, code: &str| {
        let found = seen.innovation(innovation(code)).expect("there");
        let stall = seen.stall(found, today());
        stall.map(|stall| (stall.motion, stall.flags.iter().map(|one| one.flag).collect::<Vec<_>>(), stall.is_long))
    };
    let streets = vec![Flag::OverMax, Flag::NothingFinished, Flag::NoDecision];
    assert_eq!(stall(aldermere, "AC-2"), Some((Motion::Stalled, streets, true)));
    let robot = vec![Flag::NothingFinished, Flag::NoDecision, Flag::OldNumbers];
    assert_eq!(stall(aldermere, "AC-5"), Some((Motion::Stalled, robot, false)));
    assert_eq!((stall(aldermere, "AC-1"), stall(aldermere, "AC-6"), stall(partnership, "TS-2")), (None, None, None));
    let moves = |seen, code| stall(seen, code).is_some_and(|(motion, ..)| motion != Motion::Stalled);
    for (code, expected) in [("AC-2", false), ("AC-3", true), ("AC-4", true), ("AC-5", false)] {
        assert_eq!(moves(aldermere, code), expected, "{code}");
    }
    for code in ["TS-1", "TS-3", "TS-4", "TS-5"] {
        assert!(moves(partnership, code), "{code}: {:?}", stall(partnership, code));
    }
}

fn one_report_it_cannot_go_into_the_mainstream(seen: Seen<'_>) {
    let report = seen.innovation(innovation("AC-3")).expect("there");
    let questions = gate_questions(seen.stage_model_of(report), seen.place_of(report), Place::Mainstreamed);
    let keys: Vec<_> = questions.iter().map(|one| one.key).collect();
    let found = seen.gate_findings(report, &keys, today());
    let missing: Vec<_> =
        found.iter().filter(|one| !one.holds).map(|one| (one.condition, one.found.replace('\u{a0}', " "))).collect();
    let expected = [
        (GateCondition::EmbeddingReady, "Embedding: 71.3"),
        (GateCondition::BaseFunded, "E9: 1 of 2"),
        (GateCondition::TwelveMonthReview, "12-month review: due 14 December 2026"),
    ];
    assert_eq!(missing, expected.map(|(condition, found)| (condition, found.to_owned())));
    let fidelity = seen.fidelity(report.id, today()).score.expect("checked");
    assert!((fidelity - 84.2).abs() < 0.05, "{fidelity}");
}

fn front_door_plus_spreads(seen: Seen<'_>) {
    let door = innovation("AC-4");
    assert_eq!(seen.adoption(door, today()).to_string(), "58.3%");
    assert_eq!(seen.reach(door, today()).to_string(), "37.3%");
    let found = seen.innovation(door).expect("there");
    assert!(!seen.is_on_plateau(found, today()));
    let declined: Vec<_> =
        seen.spread_map(door, today()).0.iter().filter_map(|one| one.reason).map(ToString::to_string).collect();
    assert_eq!(declined, ["staff turnover"]);
    let embedded = seen.site_sights(door, today()).into_iter().find(|one| one.state == domain::SiteState::Embedded);
    let embedded = embedded.expect("one is");
    let fidelity = seen.fidelity_of_site(embedded.site, today()).expect("checked");
    assert!((fidelity - 90.0).abs() < 0.05, "{fidelity}");
    assert!(seen.embed_gaps(embedded.site, today()).is_empty());
}

fn street_to_lease_ends_with_its_grant(seen: Seen<'_>) {
    let lease = seen.innovation(innovation("TS-1")).expect("there");
    let Horizon { months, .. } = seen.horizon(lease.id, today());
    assert_eq!(months, 4);
    let found = seen.persistence(lease, today()).expect("started");
    let share = found.continuity.share().expect("two years");
    assert!((share - 0.85).abs() < 1e-9, "{share}");
    assert_eq!((found.parts.reviews, found.parts.recovery), ((1, 3), (0, 0)));
    assert!(found.score.is_some_and(|score| (score - 43.2).abs() < 0.05), "{:?}", found.score);
    let adoption = seen.adoption(lease.id, today());
    assert_eq!((adoption.adopted.len(), adoption.eligible()), (5, 9));
}

/// Off the board: its reviews go on, one late and one in which it is partly in use.
fn the_library_of_things_stays_in_view(seen: Seen<'_>) {
    let library = seen.innovation(innovation("AC-1")).expect("there");
    assert_eq!(seen.kind_of(library), StageKind::Mainstreamed);
    let reviews: BTreeMap<_, _> = seen
        .reviews(library, today())
        .into_iter()
        .filter_map(|one| Some((one.kind, (one.sites.len(), one.review?))))
        .map(|(kind, (sites, review))| (kind, (sites, review.is_on_time(), review.is_passed())))
        .collect();
    let expected = [
        (ReviewKind::SixMonths, (7, false, true)),
        (ReviewKind::TwelveMonths, (7, true, true)),
        (ReviewKind::TwentyFourMonths, (7, true, false)),
    ];
    assert_eq!(reviews, BTreeMap::from(expected));
    let against: Vec<_> = seen.stage_moves(library.id).filter_map(|one| one.overrides.as_ref()).collect();
    assert_eq!(against.iter().map(|one| one.conditions.clone()).collect::<Vec<_>>(), [[GateCondition::PilotMeasured]]);
}

fn sites_due_are_live_and_reviews_are_counted(aldermere: Seen<'_>, partnership: Seen<'_>) {
    let spreading = |seen: Seen<'_>| {
        let kinds = [StageKind::Scale, StageKind::Embed, StageKind::Mainstreamed];
        let spreading = seen.innovations().filter(move |one| kinds.contains(&seen.kind_of(one)));
        let rollouts: Vec<_> = spreading.map(|one| seen.rollout(one.id, today())).collect();
        (
            rollouts.iter().map(|one| one.adopted.len()).sum::<usize>(),
            rollouts.iter().map(domain::Rollout::due).sum::<usize>(),
        )
    };
    assert_eq!((spreading(aldermere), spreading(partnership)), ((32, 33), (5, 7)));
    let reviews = |seen: Seen<'_>| {
        let all: Vec<_> = seen.innovations().flat_map(|one| seen.reviews(one, today())).collect();
        let counts = ReviewCounts::of(&all, today());
        (counts.on_time, counts.closed, counts.in_use)
    };
    assert_eq!((reviews(aldermere), reviews(partnership)), ((3, 5, [4, 1, 0]), (1, 3, [1, 0, 0])));
}

fn what_is_committed_for_a_year(aldermere: Seen<'_>, partnership: Seen<'_>) {
    let committed = |seen: Seen<'_>, code: &str| {
        let found = seen.innovation(innovation(code)).expect("there");
        let kept = seen.continuity(found, today()).and_then(|one| one.share()).is_some_and(|share| share >= 0.8);
        kept && seen.horizon(found.id, today()).months >= 12
    };
    for (code, expected) in [("AC-2", false), ("AC-3", true), ("AC-4", true), ("AC-5", false)] {
        assert_eq!(committed(aldermere, code), expected, "{code}");
    }
    assert_eq!((committed(partnership, "TS-1"), committed(partnership, "TS-3")), (false, true));
    let ends = seen_ends(partnership);
    assert!(ends.iter().all(|on| domain::days(today(), *on) == 490) && ends.len() == 2, "{ends:?}");
}

fn seen_ends(seen: Seen<'_>) -> Vec<chrono::NaiveDate> {
    seen.councils().filter_map(|one| one.ending.as_ref()).map(|one| one.on).collect()
}
