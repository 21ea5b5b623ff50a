//! The demonstration as it stands on Tuesday 24 November 2026, on both engines.
mod engine;
mod spread;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::Escalation::{Board, Corporate, Finance};
use domain::{
    Action, AnsweredChallenge, BudgetLineId, ChallengeCode, Confidence, Crossing, DependencyState, ExperimentOutcome,
    Fair, InnovationId, Leadership, MatterState, Milestone, MilestoneId, OrganisationId, PathStep, PersonId, Portfolio,
    RiskId, RiskKind, RiskStanding, Scope, Seen, Sequence, Shown, SignalName, Slug, Staffed, Verdict, WaitReason,
    WhyGap,
};
use engine::Engine;
use scene::{Error, Guest, build, id};
use std::sync::Arc;
use store::{Reach, Store};

const PASSWORD: &str = "turnip lorry penguin";
const SLUGS: [&str; 2] = ["aldermere", "thornbeck-saltmarsh"];

fn now() -> DateTime<Utc> {
    "2026-11-24T10:00:00Z".parse().expect("an instant")
}

fn today() -> NaiveDate {
    domain::london_day(now())
}

fn innovation(code: &str) -> InnovationId {
    InnovationId(id(&format!("innovation {code}")))
}

fn milestone(code: &str, title: &str) -> MilestoneId {
    MilestoneId(id(&format!("milestone {code} {title}")))
}

fn organisation(slug: &str) -> OrganisationId {
    OrganisationId(id(&format!("organisation {slug}")))
}

async fn built() -> (Engine, Store, Vec<Guest>) {
    let engine = Engine::sqlite();
    let store = engine.open().await;
    let guests = build(&store, now(), PASSWORD).await.expect("built");
    (engine, store, guests)
}

/// An executive's view of an organisation.
async fn chief(store: &Store, slug: &str) -> Reach {
    let person = PersonId(id(&format!("person chief.executive@{slug}.example.org")));
    let slug: Slug = slug.parse().expect("a slug");
    store.reach(&slug, person, now()).await.expect("reached")
}

fn code(seen: Seen<'_>, number: u32) -> String {
    format!("{}-{number}", seen.organisation().short_code)
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_planted_can_be_seen() {
    let (engine, store, guests) = built().await;
    let aldermere = chief(&store, SLUGS[0]).await;
    let partnership = chief(&store, SLUGS[1]).await;
    stages_and_confidences_are_those_of_the_reference(&[&aldermere, &partnership]);
    the_pilot_of_warm_streets_is_in_purgatory(aldermere.seen());
    the_pause_of_local_pound_is_overdue(aldermere.seen());
    the_robot_slips_while_all_is_said_to_be_well(aldermere.seen());
    things_wait_for_each_other_as_planted(aldermere.seen(), partnership.seen());
    the_robot_is_green_outside_and_red_within(aldermere.seen());
    the_gate_into_the_mainstream_is_open_and_two_leads_changed(aldermere.seen(), partnership.seen());
    agile_teams_stand_as_planted(partnership.seen());
    risks_stand_as_planted(aldermere.seen(), partnership.seen());
    all_but_one_priority_area_of_aldermere_are_well_defined(aldermere.seen(), partnership.seen());
    somebody_is_waited_for(&aldermere, &partnership);
    updates_are_as_fresh_as_planted(aldermere.seen(), partnership.seen());
    updates_are_as_honest_as_planted(aldermere.seen(), partnership.seen());
    development_is_tracked_as_the_reference_says(aldermere.seen(), partnership.seen());
    innovations_persist_as_the_reference_says(aldermere.seen(), partnership.seen());
    money_and_time_are_given_as_planted(aldermere.seen(), partnership.seen());
    decisions_and_promises_are_those_of_the_reference(aldermere.seen(), partnership.seen());
    partners_take_part_as_planted(aldermere.seen(), partnership.seen());
    audiences_have_heard_why_as_planted(aldermere.seen(), partnership.seen());
    people_were_heard_as_planted(aldermere.seen(), partnership.seen());
    spread::all_is_planted(aldermere.seen(), partnership.seen());
    guests_can_sign_in(&store, &guests).await;
    the_past_is_there(&store, &aldermere).await;
    let again = build(&store, now(), PASSWORD).await;
    assert!(matches!(again, Err(Error::NotEmpty)));
    engine.remove().await;
}

fn stages_and_confidences_are_those_of_the_reference(reaches: &[&Reach]) {
    let mut found = Vec::new();
    for reach in reaches {
        let seen = reach.seen();
        let mut all: Vec<_> = seen.innovations().collect();
        all.sort_by_key(|one| one.number);
        for one in all {
            let stage = seen.stage_model_of(one).name(seen.place_of(one)).to_owned();
            found.push((code(seen, one.number), one.title.to_string(), stage, seen.shown(one, today()).shown));
        }
    }
    let expected = [
        ("AC-1", "Library of Things", "Mainstreamed", Shown::Mainstreamed),
        ("AC-2", "Warm Streets", "Pilot", Shown::AtRisk),
        ("AC-3", "One Report It", "Embed", Shown::OnTrack),
        ("AC-4", "Front Door Plus", "Scale", Shown::OnTrack),
        ("AC-5", "Home First Repairs Robot", "Pilot", Shown::OnTrack),
        ("AC-6", "Local Pound Procurement", "Paused", Shown::Paused),
        ("TS-1", "Street to Lease", "Scale", Shown::AtRisk),
        ("TS-2", "Care Tech Lending", "Stopped", Shown::Stopped),
        ("TS-3", "Damp Sensors", "Pilot", Shown::OnTrack),
        ("TS-4", "Pay by Plan", "Test", Shown::OnTrack),
        ("TS-5", "Planning Pre-check", "Explore", Shown::OnTrack),
        ("TS-6", "Repair Cafe Corners", "Explore", Shown::OnTrack),
    ];
    let expected =
        expected.map(|(code, title, stage, shown)| (code.to_owned(), title.to_owned(), stage.to_owned(), shown));
    assert_eq!(found, expected);
}

fn the_pilot_of_warm_streets_is_in_purgatory(seen: Seen<'_>) {
    let streets = seen.innovation(innovation("AC-2")).expect("there");
    let time = seen.stage_time(streets, today());
    assert_eq!((time.in_purgatory, time.over_days), (true, 246));
    let robot = seen.innovation(innovation("AC-5")).expect("there");
    assert_eq!(seen.stage_time(robot, today()).over_days, 0);
}

fn money_and_time_are_given_as_planted(aldermere: Seen<'_>, partnership: Seen<'_>) {
    let robot = aldermere.spending(innovation("AC-5"), today());
    let rounded = |share: Option<f64>| share.map(|share| (share * 1000.0).round() / 1000.0);
    assert_eq!((rounded(robot.spent_share), rounded(robot.planned_share)), (Some(0.38), Some(0.7)));
    for (seen, all) in [(aldermere, ["AC-1", "AC-2", "AC-3", "AC-4"]), (partnership, ["TS-1", "TS-3", "TS-4", "TS-5"])]
    {
        for code in all {
            let gap = seen.spending(innovation(code), today()).gap().expect("recorded");
            assert!((0.0..20.0).contains(&gap), "{code} is healthy: {gap}");
        }
    }
    let staffed = |seen: Seen<'_>, code| {
        let found = seen.innovation(innovation(code)).expect("there");
        seen.time_figures(found, today()).staffed == Staffed::Staffed
    };
    for (code, expected) in [("AC-2", false), ("AC-3", true), ("AC-4", true), ("AC-5", false)] {
        assert_eq!(staffed(aldermere, code), expected, "{code}");
    }
    for (code, expected) in [("TS-1", false), ("TS-3", true), ("TS-4", false), ("TS-5", false)] {
        assert_eq!(staffed(partnership, code), expected, "{code}");
    }
    assert!(aldermere.overpromised(today()).is_empty() && aldermere.load(today()).iter().all(|one| !one.is_over));
}

fn decisions_and_promises_are_those_of_the_reference(aldermere: Seen<'_>, partnership: Seen<'_>) {
    let (ours, theirs) = (aldermere.delegated_share(today()), partnership.delegated_share(today()));
    assert_eq!((ours.delegated, ours.decisions), (5, 10));
    assert_eq!((theirs.delegated, theirs.decisions), (4, 12));
    assert_eq!(aldermere.board_turnaround(today()), Some(28.0));
    assert_eq!(partnership.board_turnaround(today()), Some(19.0));
    let last = |seen: Seen<'_>, code| {
        let days: Vec<_> = seen.decisions_about(innovation(code)).filter_map(|one| one.decided_on).collect();
        days.into_iter().max().map(|day| domain::days(day, today()))
    };
    assert!(last(aldermere, "AC-5").is_some_and(|ago| ago >= 90));
    assert_eq!((last(aldermere, "AC-2"), last(partnership, "TS-1")), (None, Some(14)));
    let on_45 = partnership.decisions_about(innovation("TS-1")).filter_map(|one| one.decided_on);
    assert!(on_45.map(|day| domain::days(day, today())).any(|ago| ago == 45));
    // What teams hold for themselves stands apart.
    let bodies = |seen: Seen<'_>| seen.meetings().iter().filter(|one| one.innovation.is_none()).count();
    let meetings = bodies(aldermere) + bodies(partnership);
    let overdue = |seen: Seen<'_>| seen.follow_ups().iter().filter(|one| one.is_overdue(today())).count();
    assert_eq!((meetings, overdue(aldermere) + overdue(partnership)), (10, 9));
    let part = partnership.matters(Some(innovation("TS-1"))).into_iter().find(|one| !one.is_settled());
    assert_eq!(part.expect("one waits for Saltmarsh").state(), MatterState::Part);
}

fn the_pause_of_local_pound_is_overdue(seen: Seen<'_>) {
    let pound = seen.innovation(innovation("AC-6")).expect("there");
    let pause = seen.stage_time(pound, today()).pause.expect("paused");
    assert_eq!(pause.overdue_days, 12);
}

fn the_robot_slips_while_all_is_said_to_be_well(seen: Seen<'_>) {
    let robot = innovation("AC-5");
    let gate = seen.milestone(robot, milestone("AC-5", "Decide on Scale")).expect("there");
    assert_eq!(gate.slip_first(), Some(75));
    let open = |one: &&Arc<Milestone>| one.done_on.is_none();
    let mut slips: Vec<_> = seen.milestones(robot).filter(open).filter_map(|one| one.slip_first()).collect();
    slips.sort_unstable();
    assert_eq!(slips, [30, 45, 60, 75]);
    let since = today() - TimeDelta::days(28);
    let mut steps: Vec<_> = seen.milestones(robot).filter(open).filter_map(|one| one.step_slip(since)).collect();
    steps.sort_unstable();
    assert_eq!(steps, [0, 0, 14, 14]);
    let done = |one: &Arc<Milestone>| one.done_on.is_some_and(|on| domain::days(on, today()) <= 60);
    assert!(!seen.milestones(robot).any(done));
    let updates: Vec<_> = seen.updates(robot).rev().take(12).collect();
    assert!(updates.iter().all(|one| one.confidence == Confidence::OnTrack && one.done == updates[0].done));
    let line = BudgetLineId(id("budget line AC-5 1"));
    let line = seen.budget_line(robot, line).expect("there");
    let gone = |day| domain::days(line.from_on, day);
    assert_eq!((gone(today()), gone(line.to_on)), (210, 300));
    assert!(seen.money(robot).funding.is_funded());
}

fn things_wait_for_each_other_as_planted(aldermere: Seen<'_>, partnership: Seen<'_>) {
    let waits = |seen: Seen<'_>, code: &str, title: &str| -> Vec<_> {
        let all = seen.waits_of(innovation(code), today()).into_iter();
        all.filter(|one| &*one.waits.title == title).map(|one| (one.crosses, one.state)).collect()
    };
    let wave = waits(aldermere, "AC-4", "Wave 2: four localities");
    let expected =
        [(Crossing::Innovations, Some(DependencyState::Conflict)), (Crossing::Outside, Some(DependencyState::Fine))];
    assert_eq!(wave, expected);
    let wave = aldermere.milestone(innovation("AC-4"), milestone("AC-4", "Wave 2: four localities")).expect("there");
    let implied = aldermere.schedule().implied(wave.key()).expect("linked");
    assert_eq!(domain::days(today(), implied.on), 56);
    let unpromised = waits(aldermere, "AC-2", "Decide on a rollout or an end");
    assert_eq!(unpromised, [(Crossing::Outside, Some(DependencyState::Unpromised))]);
    let sensors = partnership.waits_of(innovation("TS-3"), today()).into_iter();
    let late = sensors.filter(|one| one.state == Some(DependencyState::Late));
    let late: Vec<_> = late.filter_map(|one| one.promise).map(|promise| domain::days(promise, today())).collect();
    assert_eq!(late, [90]);
    let clusters = waits(partnership, "TS-1", "Seven clusters live");
    assert_eq!(clusters, [(Crossing::Councils, Some(DependencyState::Fine))]);
    let path = aldermere.critical_path(innovation("AC-5")).expect("there are links");
    let float: Vec<_> = path.steps.iter().map(PathStep::float).collect();
    assert_eq!(float, [28, 0, 6, 0]);
}

/// Declared on track every week, with everything against it on record.
fn the_robot_is_green_outside_and_red_within(seen: Seen<'_>) {
    use ChallengeCode::{GateLate, NoNumbers, OverTolerance, SameWords, Slipped, SpendBehind};
    let robot = seen.innovation(innovation("AC-5")).expect("there");
    let last = seen.latest_update(robot, today()).expect("posted");
    let computed = seen.computed_confidence(robot, today()).overall;
    assert_eq!((last.confidence, last.computed.and_then(|one| one.overall)), (Confidence::OnTrack, computed));
    assert_eq!(computed, Some(Confidence::OffTrack));
    let told: Vec<_> = last.challenges.iter().map(|one| (one.code, one.text.replace('\u{a0}', " "))).collect();
    let is_spent = seen.spends(robot.id).next().is_some();
    let expected = [
        (Slipped, "On track, but 2 milestones have slipped up to 14 days since 23 October 2026.", true),
        (GateLate, "On track, but the next gate is forecast 75 days after first planned.", true),
        (
            OverTolerance,
            "On track, but ‘tenants with low digital access giving up on the line’ (16) is above tolerance with no action \
             due this month.",
            true,
        ),
        (SameWords, "Same words as on 23 October 2026.", true),
        (NoNumbers, "On track for 16 months, yet no outcome figure has been recorded.", true),
        (SpendBehind, "38% of the money is spent with 69% of the time gone.", is_spent),
    ];
    let expected: Vec<_> =
        expected.into_iter().filter(|(.., is)| *is).map(|(code, text, _)| (code, text.to_owned())).collect();
    assert_eq!(told, expected);
    assert!(last.challenges.iter().all(AnsweredChallenge::is_unanswered));
    // Explained in the first eight weeks of the last 182 days, and left without an answer after.
    let window = seen.updates(robot.id).filter(|one| domain::days(one.period_end, today()) < 182);
    let figures = window.filter_map(|one| {
        let challenge = one.challenges.iter().find(|challenge| challenge.code == NoNumbers)?;
        Some((domain::days(one.period_end, today()), challenge.explanation().is_some()))
    });
    let figures: Vec<_> = figures.collect();
    assert!(figures.len() > 20 && figures.iter().all(|(ago, explained)| *explained == (*ago >= 126)), "{figures:?}");
}

fn the_gate_into_the_mainstream_is_open_and_two_leads_changed(aldermere: Seen<'_>, partnership: Seen<'_>) {
    let conditions = aldermere.open_conditions(innovation("AC-3"), today());
    assert_eq!(conditions.len(), 1);
    let handed_over = |seen: Seen<'_>, code: &str| -> Vec<bool> {
        let one = seen.innovation(innovation(code)).expect("there");
        let left = one.posts.iter().filter(|post| post.to_on.is_some());
        left.map(|post| post.handover_note.is_some()).collect()
    };
    assert_eq!(handed_over(aldermere, "AC-4"), [true]);
    assert_eq!(handed_over(partnership, "TS-1"), [false]);
    assert_eq!(partnership.healthy_stops(today()), 1);
    let complete = |seen: Seen<'_>, code: &str| seen.innovation(innovation(code)).expect("there").why.gaps(today());
    for (seen, code) in [(aldermere, "AC-4"), (partnership, "TS-1"), (partnership, "TS-3")] {
        assert_eq!(complete(seen, code), [], "{code}");
    }
    assert_eq!(complete(aldermere, "AC-2"), [WhyGap::Old]);
}

fn people_were_heard_as_planted(aldermere: Seen<'_>, partnership: Seen<'_>) {
    let both = [aldermere, partnership];
    let found = both.map(|seen| seen.engagement_figures(today()));
    let share = |top: usize, bottom: usize| (top, bottom);
    let coverage = found.each_ref().map(|one| share(one.coverage.credited.len(), one.coverage.bottom()));
    assert_eq!(coverage, [(7, 12), (10, 14)]);
    let closed = found.each_ref().map(|one| share(one.closed_loop.credited.len(), one.closed_loop.bottom()));
    assert_eq!(closed, [(20, 30), (21, 27)]);
    let equality = found.each_ref().map(|one| share(one.equality.credited.len(), one.equality.bottom()));
    assert_eq!(equality, [(6, 8), (5, 9)]);
    let refusals = found.each_ref().map(|one| one.refusals.credited.len());
    assert_eq!(refusals[0] + refusals[1], 7);
    let influence = found.each_ref().map(|one| {
        let mut all: Vec<_> = one.influence.iter().map(|one| (one.innovation.number, one.influence.value())).collect();
        all.sort_by_key(|(number, _)| *number);
        all
    });
    assert_eq!(influence[0], [(2, 0.5), (3, 1.0), (4, 1.0), (5, 0.0)]);
    assert_eq!(influence[1], [(1, 1.0), (3, 0.5), (4, 0.0), (5, 1.0)]);
    let engagements: usize = both.iter().map(|seen| seen.all_engagements().len()).sum();
    let feedback: usize = both.iter().map(|seen| seen.all_feedback().count()).sum();
    assert_eq!((engagements, feedback), (46, 63));
    let letters = partnership.innovation(innovation("TS-4")).expect("there");
    let gap = partnership.engagement_figures_of(letters, today()).equality;
    assert_eq!((gap.credited.len(), gap.bottom()), (1, 3));
    let checks: Vec<_> =
        aldermere.all_engagements().into_iter().filter_map(|one| aldermere.fair_check(one, today())).collect();
    let answers: Vec<_> = checks.iter().map(|one| (one.in_time, one.has_a_no())).collect();
    assert_eq!(answers, [(Fair::Yes, false), (Fair::No, true)]);
    assert!(!aldermere.unheard(today()).groups.is_empty());
    assert!(partnership.unheard(today()).groups.iter().all(|one| one.innovation.number == 4));
}

fn agile_teams_stand_as_planted(seen: Seen<'_>) {
    the_letters_are_forecast(seen, today());
    let letters = seen.work_board(innovation("TS-4"), 14, today());
    assert_eq!(letters.over.len(), 1, "one person does too much at once");
    let damp = seen.flow(innovation("TS-3"), today());
    assert_eq!(damp.waits.first().map(|(reason, _)| *reason), Some(WaitReason::DataSharing));
    let outcomes = |code: &str| -> Vec<_> {
        let all = seen.experiments(innovation(code)).filter(|one| one.is_complete());
        all.map(|one| (one.threshold().0, one.result, one.outcome())).collect()
    };
    let (met, not_met) = (Some(ExperimentOutcome::Met), Some(ExperimentOutcome::NotMet));
    assert_eq!(outcomes("TS-2"), [(50.0, Some(28.0), not_met)]);
    assert_eq!(outcomes("TS-4"), [(6.0, Some(4.0), not_met), (6.0, Some(11.0), met)]);
}

fn the_letters_are_forecast(seen: Seen<'_>, today: NaiveDate) {
    let weeks: Vec<_> = seen.weekly_throughput(innovation("TS-4"), today).into_iter().map(|(_, done)| done).collect();
    assert_eq!(weeks, [2, 0, 3, 4, 1, 3, 2, 5, 3, 2], "{today}");
    let forecast = seen.flow_forecast(innovation("TS-4"), today);
    let finish = forecast.finish().expect("a forecast");
    let weeks = [finish.p50, finish.p85, finish.p95].map(|by| by.weeks);
    assert_eq!((finish.left, weeks, finish.pace_changed), (21, [9, 10, 12], false), "{today}");
}

fn risks_stand_as_planted(aldermere: Seen<'_>, partnership: Seen<'_>) {
    let standing = |seen: Seen<'_>, code: &str, number: u8| {
        let risk = RiskId(id(&format!("risk {code} {number}")));
        let risk = seen.risk(innovation(code), risk).expect("there");
        let standing = risk.standing(seen.appetite_of(risk.category), today());
        (risk.score().likelihood, risk.score().impact, standing, risk.has_action_in_date(today()))
    };
    let over = Some(RiskStanding::OverTolerance);
    assert_eq!(standing(aldermere, "AC-4", 1), (4, 4, over, true));
    assert_eq!(standing(aldermere, "AC-5", 1), (4, 4, over, false));
    assert_eq!(standing(partnership, "TS-1", 1), (4, 5, over, false));
    assert_eq!(standing(partnership, "TS-3", 2), (2, 4, Some(RiskStanding::Accepted), false));
    let all = [aldermere, partnership].map(|seen| {
        let risks: Vec<_> = seen.innovations().flat_map(|one| seen.risks(one.id)).collect();
        let threats = risks.iter().filter(|one| one.kind == RiskKind::Threat).count();
        (threats, risks.len() - threats)
    });
    assert_eq!((all[0].0 + all[1].0, all[0].1 + all[1].1), (38, 4));
    let told = |seen: Seen<'_>, code: &str, number: u8| {
        let risk = RiskId(id(&format!("risk {code} {number}")));
        let risk = seen.risk(innovation(code), risk).expect("there");
        seen.escalation_of(risk, today()).into_iter().map(|step| step.what).collect::<Vec<_>>()
    };
    assert_eq!(told(aldermere, "AC-5", 1), [domain::Escalation::Action, Board, Corporate]);
    assert_eq!(told(aldermere, "AC-4", 1), [domain::Escalation::Action, Board, Corporate]);
    assert_eq!(told(partnership, "TS-1", 1), [domain::Escalation::Action, Board, Finance, Corporate]);
    assert_eq!(told(partnership, "TS-3", 2), []);
    let listed = |seen: Seen<'_>| seen.risk_figures(today()).undecided.len();
    assert!(listed(aldermere) >= 1 && listed(partnership) >= 1);
    let issues =
        |seen: Seen<'_>| seen.innovations().flat_map(|one| seen.issues(one.id)).filter(|one| one.is_open()).count();
    assert_eq!((issues(aldermere), issues(partnership)), (3, 1));
}

fn all_but_one_priority_area_of_aldermere_are_well_defined(aldermere: Seen<'_>, partnership: Seen<'_>) {
    let defined = |seen: Seen<'_>| {
        let areas = seen.priority_areas();
        areas.filter(|area| seen.area_sight(area, today()).well_defined.is_met()).count()
    };
    assert_eq!((defined(aldermere), defined(partnership)), (4, 5));
}

fn somebody_is_waited_for(aldermere: &Reach, partnership: &Reach) {
    let leader = PersonId(id("person leader@aldermere.example.org"));
    assert_eq!(aldermere.seen().asks_waiting_for(leader, today()).len(), 1);
    for reach in [aldermere, partnership] {
        assert_eq!(reach.seen().asks_waiting_for(reach.actor().person, today()).len(), 1);
    }
}

fn updates_are_as_honest_as_planted(aldermere: Seen<'_>, partnership: Seen<'_>) {
    let first = today() - TimeDelta::days(181);
    let found = |seen: Seen<'_>, codes: &[&'static str]| -> Vec<_> {
        let of = |code: &&'static str| {
            let one = seen.innovation(innovation(code)).expect("there");
            let found = seen.honesty(one, first, today());
            (*code, found.honest, found.computed)
        };
        codes.iter().map(of).collect()
    };
    let ours = found(aldermere, &["AC-2", "AC-3", "AC-4", "AC-5"]);
    assert_eq!(ours, [("AC-2", 13, 15), ("AC-3", 6, 6), ("AC-4", 11, 12), ("AC-5", 8, 25)]);
    let theirs = found(partnership, &["TS-1", "TS-3", "TS-4", "TS-5", "TS-6"]);
    assert_eq!(theirs, [("TS-1", 9, 12), ("TS-3", 22, 25), ("TS-4", 20, 25), ("TS-5", 3, 5), ("TS-6", 2, 3)]);
}

fn updates_are_as_fresh_as_planted(aldermere: Seen<'_>, partnership: Seen<'_>) {
    let expected = [
        (aldermere, "AC-2", 0.60),
        (aldermere, "AC-3", 0.90),
        (aldermere, "AC-4", 0.95),
        (aldermere, "AC-5", 0.95),
        (partnership, "TS-1", 0.80),
        (partnership, "TS-3", 0.85),
        (partnership, "TS-4", 0.90),
        (partnership, "TS-5", 0.60),
        (partnership, "TS-6", 0.65),
    ];
    let first = today() - TimeDelta::days(181);
    let wrong: Vec<_> = expected
        .into_iter()
        .map(|(seen, code, planted)| {
            let one = seen.innovation(innovation(code)).expect("there");
            (code, planted, seen.freshness(one, first, today()).expect("active").share())
        })
        .filter(|(_, planted, share)| (planted - share).abs() > 0.016)
        .collect();
    assert_eq!(wrong, []);
}

/// What one action of the ten comes to.
#[derive(Debug, PartialEq)]
struct Expected {
    values: [Option<f64>; 4],
    score: f64,
    gates: &'static [bool],
    verdict: Verdict,
    advice: SignalName,
}

impl Expected {
    /// As far as the record differs: values by half a hundredth, the score by a tenth.
    fn wrong(&self, found: &Leadership, action: Action) -> Option<String> {
        let told = found.action(action)?;
        let near = |one: Option<f64>, other: Option<f64>, by: f64| match (one, other) {
            (Some(one), Some(other)) => (one - other).abs() <= by,
            (one, other) => one == other,
        };
        let values: Vec<_> = told.signals.iter().map(|one| one.value).collect();
        let gates: Vec<_> = told.gates.iter().map(|one| one.is_met == Some(true)).collect();
        let advice = found.advice_for(action).map(|one| one.signal);
        let is_right = values.iter().zip(self.values).all(|(found, planted)| near(*found, planted, 0.005))
            && near(told.score, Some(self.score), 0.1)
            && (&*gates, told.verdict, advice) == (self.gates, self.verdict, Some(self.advice));
        (!is_right).then(|| format!("{values:?} {:?} {gates:?} {:?} {advice:?}", told.score, told.verdict))
    }
}

fn development_is_tracked_as_the_reference_says(aldermere: Seen<'_>, partnership: Seen<'_>) {
    let found = [aldermere, partnership].map(|seen| seen.leadership(Scope::Organisation, today()));
    let ours = Expected {
        values: [Some(0.875), Some(0.75), Some(0.655), Some(0.75)],
        score: 75.9,
        gates: &[true, false],
        verdict: Verdict::Some,
        advice: SignalName::Honest,
    };
    let theirs = Expected {
        values: [Some(0.65), Some(0.75), Some(0.8), None],
        score: 73.2,
        gates: &[false, true],
        verdict: Verdict::Some,
        advice: SignalName::Fresh,
    };
    assert_eq!(ours.wrong(&found[0], Action::Track), None);
    assert_eq!(theirs.wrong(&found[1], Action::Track), None);
    let (yes, no) = (true, false);
    let live = |index: usize, seen| credited(seen, &found[index], SignalName::LivePlan);
    assert_eq!(live(0, aldermere), [(2, yes), (3, yes), (4, yes), (5, no)]);
    assert_eq!(live(1, partnership), [(1, yes), (3, yes), (4, yes), (5, no)]);
    let measured = |index: usize, seen| credited(seen, &found[index], SignalName::Measured);
    assert_eq!(measured(0, aldermere), [(2, yes), (3, yes), (4, yes), (5, no)]);
    assert_eq!(measured(1, partnership), [(1, yes), (3, yes)]);
}

fn innovations_persist_as_the_reference_says(aldermere: Seen<'_>, partnership: Seen<'_>) {
    let found = [aldermere, partnership].map(|seen| seen.leadership(Scope::Organisation, today()));
    let ours = Expected {
        values: [Some(0.5), Some(1.0), Some(0.54), Some(0.5)],
        score: 65.3,
        gates: &[true, true, true],
        verdict: Verdict::Some,
        advice: SignalName::Moving,
    };
    let theirs = Expected {
        values: [Some(1.0), Some(0.829), Some(0.333), None],
        score: 76.0,
        gates: &[true, false, true],
        verdict: Verdict::Some,
        advice: SignalName::Lasting,
    };
    assert_eq!(ours.wrong(&found[0], Action::Persist), None);
    assert_eq!(theirs.wrong(&found[1], Action::Persist), None);
    let (yes, no) = (true, false);
    let moving = credited(aldermere, &found[0], SignalName::Moving);
    assert_eq!(moving, [(2, no), (3, yes), (4, yes), (5, no)]);
    let committed = credited(aldermere, &found[0], SignalName::Committed);
    assert_eq!(committed, [(2, no), (3, yes), (4, yes), (5, no)]);
    let moving = credited(partnership, &found[1], SignalName::Moving);
    assert_eq!(moving, [(1, yes), (3, yes), (4, yes), (5, yes)]);
    let committed = credited(partnership, &found[1], SignalName::Committed);
    assert_eq!(committed, [(1, no), (3, yes)]);
}

/// The innovations that a signal counts, by number.
fn credited(seen: Seen<'_>, found: &Leadership, name: SignalName) -> Vec<(u32, bool)> {
    let signal = found.action(name.action()).and_then(|one| one.signal(name)).expect("computed");
    let all = signal.innovations.iter();
    let mut all: Vec<_> = all.map(|(id, credited)| (seen.innovation(*id).expect("there").number, *credited)).collect();
    all.sort_unstable();
    all
}

/// Named, evolving, open, for each priority innovation.
fn partners_take_part_as_planted(aldermere: Seen<'_>, partnership: Seen<'_>) {
    let of = |seen: Seen<'_>| -> Vec<_> {
        let all = seen.partnering(today()).innovations;
        let found = all.into_iter().map(|(one, partners)| {
            let (mut evolving, mut open) = (false, false);
            for one in &partners {
                evolving |= one.is_evolving();
                open |= one.open.is_open();
            }
            (one.number, !partners.is_empty(), evolving, open)
        });
        found.collect()
    };
    let (yes, no) = (true, false);
    assert_eq!(of(aldermere), [(2, yes, no, yes), (3, yes, no, no), (4, yes, yes, yes), (5, no, no, no)]);
    assert_eq!(of(partnership), [(1, yes, yes, yes), (3, yes, no, yes), (4, yes, yes, no), (5, yes, yes, yes)]);
    let talking = |seen: Seen<'_>| {
        let share = seen.partnering(today()).talking();
        (share.credited, share.counted)
    };
    assert_eq!((talking(aldermere), talking(partnership)), ((3, 5), (7, 8)), "close partners who were talked with");
    let grant = partnership.innovation(innovation("TS-1")).expect("there");
    let sights = partnership.partner_sights(grant, today());
    let views: Vec<_> = sights.iter().filter_map(|one| one.partner.view(today())).map(|one| one.confidence).collect();
    assert_eq!(views, [Confidence::AtRisk, Confidence::AtRisk, Confidence::OffTrack], "they do not agree");
}

/// Audiences reached of those that are relevant, and whether a leader has spoken.
fn audiences_have_heard_why_as_planted(aldermere: Seen<'_>, partnership: Seen<'_>) {
    let of = |seen: Seen<'_>| -> Vec<_> {
        let mut all = seen.priority_innovations(today());
        all.sort_by_key(|one| one.number);
        let found = all.into_iter().map(|one| {
            let reached = seen.audiences_reached(one, today());
            let voice = !seen.leader_voice(one.id, today()).is_empty();
            (one.number, reached.reached(), reached.relevant(), one.why.is_complete(today()), voice)
        });
        found.collect()
    };
    let (yes, no) = (true, false);
    let expected = [(2, 0, 4, no, no), (3, 2, 4, no, no), (4, 3, 4, yes, yes), (5, 0, 3, no, no)];
    assert_eq!(of(aldermere), expected);
    let expected = [(1, 3, 4, yes, yes), (3, 3, 4, yes, yes), (4, 1, 4, no, no), (5, 2, 4, no, no)];
    assert_eq!(of(partnership), expected);
    for seen in [aldermere, partnership] {
        let pulse = seen.pulse(today());
        assert_eq!((pulse.asked, pulse.landed()), (0, None), "nobody was ever asked");
    }
}

async fn guests_can_sign_in(store: &Store, guests: &[Guest]) {
    assert_eq!(guests.len(), 20);
    let client = store::Client { address: [192, 0, 2, 1].into(), agent: "tests" };
    let guest = guests.iter().find(|one| one.email == "crew@thornbeck.example.org").expect("a guest");
    let email = guest.email.parse().expect("an address");
    assert!(store.sign_in(&email, PASSWORD, &client, now()).await.is_ok());
}

async fn the_past_is_there(store: &Store, reach: &Reach) {
    let then = store.reach_at(reach, today() - TimeDelta::days(500)).await.expect("reached");
    let seen = then.seen();
    let door = seen.innovation(innovation("AC-4")).expect("there");
    assert_eq!(seen.stage_model_of(door).name(seen.place_of(door)), "Test");
    assert!(seen.innovation(innovation("AC-6")).is_err());
}

#[tokio::test]
async fn a_password_that_nobody_may_set_is_refused_before_anything_is_written() {
    let engine = Engine::sqlite();
    let store = engine.open().await;
    let refused = build(&store, now(), "short").await;
    assert!(matches!(refused, Err(Error::Password(domain::PasswordProblem::TooShort))));
    assert!(build(&store, now(), PASSWORD).await.is_ok());
    engine.remove().await;
}

#[tokio::test]
async fn it_can_be_built_on_any_day() {
    for day in ["2027-01-01T00:30:00Z", "2028-02-29T23:30:00Z", "2027-07-15T23:30:00Z"] {
        let engine = Engine::sqlite();
        let store = engine.open().await;
        let now = day.parse().expect("an instant");
        build(&store, now, PASSWORD).await.unwrap_or_else(|error| panic!("{day}: {error}"));
        for slug in SLUGS {
            let newest = store.portfolio(organisation(slug)).await.expect("kept");
            assert!(newest.changed_at <= now, "{day}");
        }
        let person = PersonId(id("person chief.executive@thornbeck-saltmarsh.example.org"));
        let reach = store.reach(&SLUGS[1].parse().expect("a slug"), person, now).await.expect("reached");
        the_letters_are_forecast(reach.seen(), domain::london_day(now));
        engine.remove().await;
    }
}

async fn history_and_tables_tell_the_same(engine: Engine) {
    let store = engine.open().await;
    let began = std::time::Instant::now();
    build(&store, now(), PASSWORD).await.expect("built");
    let took = began.elapsed();
    let other = engine.open().await;
    for slug in SLUGS {
        let tables = other.portfolio(organisation(slug)).await.expect("read");
        let changes = other.changes(organisation(slug), Sequence::NONE).await.expect("read");
        let mut folded = Portfolio::blank(organisation(slug));
        for change in &changes {
            folded.apply(change);
        }
        assert_eq!(folded, *tables, "{slug}");
        assert!(changes.is_sorted_by_key(|change| change.at), "{slug}");
        println!("{slug}: {} records, {} changes", tables.records(), changes.len());
    }
    println!("built in {took:?}");
    engine.remove().await;
}

#[tokio::test]
async fn history_and_tables_tell_the_same_on_sqlite() {
    history_and_tables_tell_the_same(Engine::sqlite()).await;
}

#[tokio::test]
async fn history_and_tables_tell_the_same_on_postgres() {
    history_and_tables_tell_the_same(Engine::postgres().await).await;
}
