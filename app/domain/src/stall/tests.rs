use super::*;
use crate::{Confidence, Decision, MeasureId, Place, Portfolio, ReachCount, Reading, ReadingId, SiteState, testing::*};
use Flag::{FlatUse, NoDecision, NoSiteAdvance, NothingFinished, OldNumbers, OverMax};
use uuid::Uuid;

fn stall(portfolio: &Portfolio, on: &str) -> Stall {
    as_person(portfolio, LEAD, |seen| seen.stall(&innovation(), day(on))).expect("active")
}

fn flags(portfolio: &Portfolio, on: &str) -> Vec<Flag> {
    stall(portfolio, on).flags.iter().map(|one| one.flag).collect()
}

/// "Smart street lamps" in a stage since a day.
fn since(stage: u8, on: &str) -> Portfolio {
    applied(&portfolio(), Decision::add(entered(LAMPS, 2, Place::Stage(0), Place::Stage(stage), day(on))))
}

fn with(portfolio: &Portfolio, decision: Decision) -> Portfolio {
    applied(portfolio, decision)
}

fn done(on: &str) -> crate::Milestone {
    crate::Milestone { done_on: Some(day(on)), ..milestone() }
}

#[test]
fn sc_40_to_sc_43_the_signs_add_up_to_a_word() {
    for (raised, motion) in [
        (&[][..], Motion::Moving),
        (&[OverMax], Motion::Moving),
        (&[OverMax, NoDecision], Motion::Stalled),
        (&[NothingFinished, NoDecision], Motion::Watch),
        (&[NothingFinished, NoDecision, OldNumbers], Motion::Stalled),
    ] {
        assert_eq!(Motion::of(raised), motion, "{raised:?}");
    }
}

#[test]
fn sc_44_nothing_is_said_before_thirty_open_days_in_the_stage() {
    // Paused in between, so that the visit is young and nothing happened in it.
    let portfolio = since(2, "2026-10-25");
    let early = stall(&portfolio, "2026-11-23");
    assert_eq!((early.motion, early.is_too_soon), (Motion::Moving, true));
    assert!(!stall(&portfolio, "2026-11-24").is_too_soon);
}

#[test]
fn a_sign_of_time_counts_from_the_last_event_or_from_the_stage() {
    let portfolio = since(1, "2026-01-10");
    assert_eq!(flags(&portfolio, "2026-03-10"), []);
    assert_eq!(flags(&portfolio, "2026-03-11"), [NothingFinished]);
    assert_eq!(flags(&portfolio, "2026-04-10"), [NothingFinished, NoDecision]);
    assert_eq!(stall(&portfolio, "2026-04-10").motion, Motion::Watch);
    let finished = with(&portfolio, Decision::add(done("2026-04-01")));
    assert_eq!(flags(&finished, "2026-04-10"), [NoDecision]);
    let settled = with(&finished, Decision::add(decided("2026-04-02")));
    assert_eq!(flags(&settled, "2026-04-10"), []);
    assert_eq!(flags(&settled, "2026-03-31"), [NothingFinished], "what comes later does not count yet");
}

#[test]
fn quiet_days_do_not_count_towards_silence() {
    let quiet = crate::QuietPeriod {
        id: crate::QuietPeriodId(Uuid::from_u128(1)),
        entry: crate::Entry::default(),
        from_on: day("2026-02-01"),
        to_on: day("2026-02-10"),
        label: text("Election"),
        closed: true,
    };
    let portfolio = with(&since(1, "2026-01-10"), Decision::add(quiet));
    assert_eq!((flags(&portfolio, "2026-03-20"), flags(&portfolio, "2026-03-21")), (vec![], vec![NothingFinished]));
}

#[test]
fn from_the_pilot_on_old_figures_are_a_sign_and_a_fresh_one_clears_it() {
    assert_eq!(flags(&since(2, "2026-10-01"), "2026-11-20"), [OldNumbers]);
    let measure = crate::Measure {
        id: MeasureId(Uuid::from_u128(700)),
        entry: crate::Entry::default(),
        of: crate::MeasureOf::Innovation(LAMPS),
        title: text("Complaints"),
        unit: text("people"),
        better: crate::Better::Lower,
        baseline: None,
        baseline_on: None,
        target: None,
        target_on: None,
        floor: None,
        interval_days: 91,
        source: text("Contact centre"),
    };
    let reading = Reading {
        id: ReadingId(Uuid::from_u128(701)),
        entry: crate::Entry::default(),
        measure: measure.id,
        innovation: Some(LAMPS),
        on: day("2026-10-10"),
        value: 3.0,
        note: None,
    };
    let measured = with(&since(2, "2026-10-01"), Decision::add(measure).and_add(reading));
    assert_eq!(flags(&measured, "2026-11-20"), []);
}

#[test]
fn in_scale_sites_must_advance_and_use_must_rise() {
    let sites = |last: &str| {
        let places = [
            (site(1), site_moves(1, &[(SiteState::Live, "2026-02-01")])),
            (site(2), site_moves(2, &[(SiteState::Preparing, last)])),
        ];
        let moved = entered(LAMPS, 2, Place::Stage(0), Place::Stage(3), day("2026-01-10"));
        with(&with_sites(&places), Decision::add(moved))
    };
    let of_use = |portfolio: &Portfolio| {
        let mut found = flags(portfolio, "2026-11-24");
        found.retain(|flag| matches!(flag, NoSiteAdvance | FlatUse));
        found
    };
    assert_eq!(of_use(&sites("2026-03-01")), [NoSiteAdvance, FlatUse]);
    assert_eq!(of_use(&sites("2026-10-01")), [FlatUse], "preparing is an advance, and nobody uses it more");
    let live = site_moves(2, &[(SiteState::Preparing, "2026-10-01"), (SiteState::Live, "2026-11-01")]).remove(1);
    assert_eq!(of_use(&with(&sites("2026-10-01"), Decision::add(live.clone()))), []);
    let before = with(&sites("2026-10-01"), Decision::add(live));
    let count = |number: u128, to_on: &str, reached| ReachCount {
        id: crate::ReachCountId(Uuid::from_u128(number)),
        from_on: day("2026-05-01"),
        to_on: day(to_on),
        ..reach_count(1, reached, 1_000)
    };
    let counts = Decision::add(count(1, "2026-06-30", 400)).and_add(count(2, "2026-10-31", 410));
    assert_eq!(of_use(&with(&before, counts)), [FlatUse], "reach stood still");
}

#[test]
fn a_long_stall_is_one_of_half_a_year_that_is_still_shown_as_well() {
    let portfolio = since(2, "2025-06-01");
    let fresh = |confidence| {
        let update = crate::StatusUpdate { confidence, ..status_update(1, "2026-11-20") };
        with(&portfolio, Decision::add(update))
    };
    let of = |portfolio: &Portfolio| {
        let found = stall(portfolio, "2026-11-24");
        (found.motion, found.is_long)
    };
    assert_eq!(of(&fresh(Confidence::OnTrack)), (Motion::Stalled, true));
    assert_eq!(of(&fresh(Confidence::OffTrack)), (Motion::Stalled, false));
    assert_eq!(of(&portfolio), (Motion::Stalled, false), "nothing is shown");
    let young = with(&since(2, "2026-03-01"), Decision::add(status_update(1, "2026-11-20")));
    assert_eq!(of(&young), (Motion::Stalled, false), "half a year ago it still moved");
}

#[test]
fn what_is_paused_or_stopped_neither_moves_nor_stands_still() {
    let paused =
        applied(&portfolio(), Decision::add(entered(LAMPS, 2, Place::Stage(0), Place::Paused, day("2026-02-01"))));
    assert_eq!(as_person(&paused, LEAD, |seen| seen.stall(&innovation(), today())), None);
}
