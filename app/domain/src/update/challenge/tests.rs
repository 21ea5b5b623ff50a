mod posting;

use super::*;
use crate::testing::*;
use crate::{
    Baseline, Decision, Entry, Forecast, Milestone, MilestoneId, MilestoneKind, Place, Portfolio, Refusal, RiskAction,
    Rule, Score, SponsorView, StatusUpdateId,
    update::post::tests::{input, posted},
};
use Confidence::{AtRisk, OffTrack, OnTrack};
use chrono::Days;
use uuid::Uuid;

fn back(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

fn saying(confidence: Confidence) -> Saying<'static> {
    let (done, next) = ("Eleven lamps were fitted on Mill Lane.", "Measure the light with the residents.");
    Saying { confidence, confidence_pct: None, period_end: today(), done, next, asks: false, path_by: None }
}

/// The texts of the challenges that fire, with a space instead of every no-break space.
fn texts(portfolio: &Portfolio, saying: Saying<'_>) -> Vec<String> {
    as_person(portfolio, LEAD, |seen| {
        let fired = seen.challenges(&innovation(), saying, today());
        assert!(fired.is_sorted_by_key(|one| one.code));
        assert!(fired.iter().all(|one| !one.evidence.is_empty()), "{fired:?}");
        fired.into_iter().map(|one| one.text.replace('\u{a0}', " ")).collect()
    })
}

fn codes(portfolio: &Portfolio, saying: Saying<'_>) -> Vec<ChallengeCode> {
    as_person(portfolio, LEAD, |seen| {
        seen.challenges(&innovation(), saying, today()).into_iter().map(|one| one.code).collect()
    })
}

/// Updates so many days ago, each with a chance in per cent.
fn said(portfolio: &Portfolio, updates: &[(u64, Confidence, Option<u8>)]) -> Portfolio {
    updates.iter().fold(portfolio.clone(), |portfolio, (ago, confidence, chance)| {
        let posted = posted(&portfolio, &back(*ago).to_string(), *confidence);
        let last = as_person(&posted, LEAD, |seen| seen.updates(LAMPS).next_back().cloned()).expect("there");
        applied(&posted, Decision::change(&last, StatusUpdate { confidence_pct: *chance, ..(*last).clone() }))
    })
}

fn plainly(portfolio: &Portfolio, updates: &[(u64, Confidence)]) -> Portfolio {
    let updates: Vec<_> = updates.iter().map(|(ago, confidence)| (*ago, *confidence, None)).collect();
    said(portfolio, &updates)
}

/// A milestone with the days on which its forecast was recorded, and for when: days ago, negative to come.
fn planned(id: u128, kind: MilestoneKind, baselines: &[(i64, i64)], trail: &[(i64, i64)]) -> Milestone {
    let on = |ago: i64| today() - chrono::Duration::days(ago);
    let baseline =
        |(agreed, day): &(i64, i64)| Baseline { on: on(*agreed), baseline_on: on(*day), reason: None, approver: None };
    let forecast = |(recorded, day): &(i64, i64)| Forecast {
        recorded_on: on(*recorded),
        forecast_on: on(*day),
        reason: None,
        by: LEAD,
    };
    Milestone {
        id: MilestoneId(Uuid::from_u128(id)),
        kind,
        baselines: baselines.iter().map(baseline).collect(),
        forecasts: trail.iter().map(forecast).collect(),
        ..milestone()
    }
}

fn with(portfolio: &Portfolio, milestones: Vec<Milestone>) -> Portfolio {
    milestones.into_iter().fold(portfolio.clone(), |portfolio, one| applied(&portfolio, Decision::add(one)))
}

const DELIVERY: MilestoneKind = MilestoneKind::Delivery;

#[test]
fn the_reference_is_28_days_older_or_else_the_earliest() {
    let among = |ages: &[u64], expected: Option<i64>| {
        let updates: Vec<_> = ages.iter().map(|ago| (*ago, OnTrack)).collect();
        as_person(&plainly(&portfolio(), &updates), LEAD, |seen| {
            let before = seen.said_before(&innovation(), today(), today());
            assert_eq!(Reference::among(&before, today()).map(|one| one.age), expected, "{ages:?}");
        });
    };
    among(&[], None);
    among(&[7], Some(7));
    among(&[27, 20, 7], Some(27));
    among(&[56, 29, 28, 27, 7], Some(28));
    among(&[60, 27], Some(60));
    let twice = plainly(&portfolio(), &[(30, OnTrack), (30, AtRisk)]);
    as_person(&twice, LEAD, |seen| {
        let before = seen.said_before(&innovation(), today(), today());
        let reference = Reference::among(&before, today()).expect("there").update;
        assert_eq!(reference.confidence, AtRisk, "a correction counts instead of what it corrects");
    });
    as_person(&plainly(&portfolio(), &[(0, OnTrack)]), LEAD, |seen| {
        assert_eq!(seen.said_before(&innovation(), today(), today()).len(), 0, "not the one it corrects");
    });
}

#[test]
fn c1_one_long_slip_or_two_short_ones_since_the_reference() {
    let slipping = |days: &[i64]| {
        let said = plainly(&portfolio(), &[(35, OnTrack)]);
        let point = |(id, days): (u128, &i64)| planned(id, DELIVERY, &[], &[(60, -40), (10, -40 - days)]);
        with(&said, (300..).zip(days).map(point).collect())
    };
    let fires = |days: &[i64], colour| codes(&slipping(days), saying(colour)).contains(&ChallengeCode::Slipped);
    for (days, expected) in
        [(&[30][..], false), (&[31], true), (&[8, 7], false), (&[8, 8], true), (&[7, 31], true), (&[-40, -40], false)]
    {
        assert_eq!(fires(days, OnTrack), expected, "{days:?}");
        assert!(!fires(days, AtRisk), "only what is said to be on track");
    }
    assert_eq!(
        texts(&slipping(&[14, 20]), saying(OnTrack)),
        ["On track, but 2 milestones have slipped up to 20 days since 20 October 2026."]
    );
    assert_eq!(
        texts(&slipping(&[45]), saying(OnTrack)),
        ["On track, but 1 milestone has slipped up to 45 days since 20 October 2026."]
    );
    let alone = with(&portfolio(), vec![planned(300, DELIVERY, &[], &[(60, -40), (10, -90)])]);
    assert_eq!(texts(&alone, saying(OnTrack)), [""; 0], "without a reference there is no since");
}

#[test]
fn c2_the_next_gate_against_the_first_date() {
    let gate =
        |late: i64| planned(300, MilestoneKind::Gate, &[(200, -10), (50, -10 - late)], &[(200, -10), (50, -10 - late)]);
    let fires = |late| codes(&with(&portfolio(), vec![gate(late)]), saying(OnTrack));
    assert_eq!((fires(30), fires(31)), (vec![], vec![ChallengeCode::GateLate]));
    let texts = texts(&with(&portfolio(), vec![gate(75)]), saying(OnTrack));
    assert_eq!(texts, ["On track, but the next gate is forecast 75 days after first planned."]);
    let later = planned(301, MilestoneKind::Gate, &[(200, -100)], &[(200, -300)]);
    assert_eq!(codes(&with(&portfolio(), vec![gate(0), later]), saying(OnTrack)), [], "only the next");
    assert_eq!(codes(&with(&portfolio(), vec![gate(75)]), saying(OffTrack)), []);
}

#[test]
fn c3_a_threat_above_tolerance_with_nothing_due_within_30_days() {
    let threat = |due: Option<i64>| {
        let action = |days: i64| RiskAction {
            number: 1,
            text: text("Order a second one"),
            owner: place(LEAD),
            due_on: today() + chrono::Duration::days(days),
            done_on: None,
        };
        let risk = risk_scored(Score { likelihood: 4, impact: 5 });
        let actions = due.map(action).into_iter().collect();
        applied(&portfolio(), Decision::add(crate::Risk { actions, ..risk }))
    };
    for (due, fires) in [(None, true), (Some(-1), true), (Some(0), false), (Some(30), false), (Some(31), true)] {
        let found = codes(&threat(due), saying(OnTrack)) == [ChallengeCode::OverTolerance];
        assert_eq!(found, fires, "{due:?}");
    }
    assert_eq!(
        texts(&threat(None), saying(OnTrack)),
        ["On track, but ‘a late delivery’ (20) is above tolerance with no action due this month."]
    );
    assert_eq!(codes(&threat(None), saying(AtRisk)), []);
}

#[test]
fn c4_the_chance_fell_by_20_and_the_colour_stayed() {
    let before = said(&portfolio(), &[(35, OnTrack, Some(80)), (7, OnTrack, Some(60))]);
    let now = |confidence, chance| Saying { confidence_pct: chance, ..saying(confidence) };
    assert_eq!(
        texts(&before, now(OnTrack, Some(60))),
        ["Confidence fell from 80% to 60% but the colour did not change."]
    );
    for quiet in [now(OnTrack, Some(61)), now(OffTrack, Some(20)), now(OnTrack, None), now(OnTrack, Some(95))] {
        assert!(!codes(&before, quiet).contains(&ChallengeCode::ConfidenceFell), "{quiet:?}");
    }
}

#[test]
fn c5_the_same_words_as_four_weeks_ago() {
    // "Twelve lamps fitted." and "Count the complaints."
    let before = plainly(&portfolio(), &[(28, OnTrack), (7, OnTrack)]);
    let again = |done| Saying { done, next: "Count the complaints.", ..saying(AtRisk) };
    assert_eq!(texts(&before, again("twelve lamps – fitted")), ["Same words as on 27 October 2026."]);
    assert_eq!(codes(&before, again("Thirty more lamps were fitted on two streets.")), []);
    let young = plainly(&portfolio(), &[(27, OnTrack)]);
    assert_eq!(codes(&young, again("Twelve lamps fitted.")), [], "the reference is too young");
    let short = as_person(&before, LEAD, |seen| seen.latest_update(&innovation(), back(28)).cloned()).expect("there");
    let terse = StatusUpdate { done: Some(text("Fitted")), next: Some(text("More")), ..(*short).clone() };
    let terse = applied(&before, Decision::change(&short, terse));
    assert_eq!(codes(&terse, Saying { done: "Fitted", next: "More", ..saying(OnTrack) }), [], "too short to tell");
}

#[test]
fn c6_at_risk_for_four_weeks_with_no_day_by_which_it_is_mended() {
    let run = plainly(&portfolio(), &[(42, OnTrack), (28, AtRisk), (14, AtRisk)]);
    assert_eq!(texts(&run, saying(AtRisk)), ["At risk since 27 October 2026 with no dated path to green."]);
    let by = |by: NaiveDate| Saying { path_by: Some(by), ..saying(AtRisk) };
    assert_eq!((codes(&run, by(today())), codes(&run, by(back(1)))), (vec![], vec![ChallengeCode::NoPath]));
    let young = plainly(&portfolio(), &[(27, AtRisk), (14, AtRisk)]);
    let two = plainly(&portfolio(), &[(40, AtRisk)]);
    let broken = plainly(&portfolio(), &[(42, AtRisk), (28, OnTrack), (14, AtRisk)]);
    for quiet in [young, two, broken] {
        assert_eq!(codes(&quiet, saying(AtRisk)), []);
    }
}

#[test]
fn c7_off_track_twice_and_nobody_is_asked() {
    let once = plainly(&portfolio(), &[(7, OffTrack)]);
    assert_eq!(texts(&once, saying(OffTrack)), ["Off track twice running and nobody is asked for a decision."]);
    assert_eq!(codes(&once, Saying { asks: true, ..saying(OffTrack) }), []);
    assert_eq!(codes(&once, saying(AtRisk)), []);
    assert_eq!(codes(&plainly(&portfolio(), &[(14, OffTrack), (7, AtRisk)]), saying(OffTrack)), []);
    let last = as_person(&once, LEAD, |seen| seen.updates(LAMPS).next().cloned()).expect("there");
    let ask = crate::Ask { what: text("Decide"), of_whom: place(EXECUTIVE), by: today() };
    let asked = applied(&once, Decision::change(&last, StatusUpdate { ask: Some(ask), ..(*last).clone() }));
    assert_eq!(codes(&asked, saying(OffTrack)), []);
}

/// In Pilot since June, with a measure that was read on these days.
fn measured(stage: u8, readings: &[u64]) -> Portfolio {
    let mut decision = Decision::add(entered(LAMPS, 2, Place::Stage(0), Place::Stage(stage), day("2026-03-01")));
    let measure = crate::MeasureId(Uuid::from_u128(700));
    decision = decision.and_add(crate::Measure {
        id: measure,
        entry: Entry::default(),
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
    });
    for (id, ago) in (800..).zip(readings) {
        decision = decision.and_add(crate::Reading {
            id: crate::ReadingId(Uuid::from_u128(id)),
            entry: Entry::default(),
            measure,
            innovation: Some(LAMPS),
            on: back(*ago),
            value: 5.0,
            note: None,
        });
    }
    applied(&portfolio(), decision)
}

#[test]
fn c8_on_track_for_a_quarter_and_no_figure_read_for_half_a_year() {
    let weeks = |portfolio: &Portfolio| plainly(portfolio, &[(98, OnTrack), (60, OnTrack), (30, OnTrack)]);
    assert_eq!(
        texts(&weeks(&measured(2, &[])), saying(OnTrack)),
        ["On track for 3 months, yet no outcome figure has been recorded."]
    );
    let fires = |portfolio: &Portfolio| codes(portfolio, saying(OnTrack)).contains(&ChallengeCode::NoNumbers);
    assert!(fires(&weeks(&measured(2, &[182]))));
    assert!(!fires(&weeks(&measured(2, &[181]))));
    assert!(!fires(&weeks(&measured(1, &[]))), "not before the pilot");
    let pilot = applied(&portfolio(), Decision::add(entered(LAMPS, 2, Place::Stage(0), Place::Stage(2), back(200))));
    assert!(!fires(&weeks(&pilot)), "without a measure there is nothing to read");
    assert!(!fires(&plainly(&measured(2, &[]), &[(91, OnTrack), (30, OnTrack)])), "two in 91 days");
    assert!(fires(&plainly(&measured(2, &[]), &[(91, AtRisk), (90, OnTrack), (30, OnTrack)])), "91 days are over");
    assert!(!fires(&plainly(&measured(2, &[]), &[(90, AtRisk), (60, OnTrack), (30, OnTrack)])));
    assert!(!codes(&weeks(&measured(2, &[])), saying(AtRisk)).contains(&ChallengeCode::NoNumbers));
}

#[test]
fn c9_dates_that_are_pushed_as_they_fall_due() {
    let trail = [(200, 100), (103, 60), (57, 20), (23, -10)];
    let pushed = with(&portfolio(), vec![planned(300, DELIVERY, &[], &trail)]);
    assert_eq!(texts(&pushed, saying(AtRisk)), ["3 dates were moved on or about the day they fell due."]);
    for (name, trail) in [
        ("moved four days before", [(200, 100), (104, 60), (57, 20), (23, -10)]),
        ("moved four days after", [(200, 100), (96, 60), (57, 20), (23, -10)]),
        ("moved earlier", [(200, 100), (103, 60), (57, 20), (23, 22)]),
        ("moved too long ago", [(300, 182), (182, 60), (57, 20), (23, -10)]),
    ] {
        let quiet = with(&portfolio(), vec![planned(300, DELIVERY, &[], &trail)]);
        assert_eq!(codes(&quiet, saying(AtRisk)), [], "{name}");
    }
    let recent = [(300, 181), (181, 60), (57, 20), (23, -10)];
    assert_eq!(
        codes(&with(&portfolio(), vec![planned(300, DELIVERY, &[], &recent)]), saying(AtRisk)),
        [ChallengeCode::DatePushing]
    );
}

#[test]
fn c10_money_and_time_are_20_points_apart() {
    // A hundred pounds over a hundred days, half of which have gone.
    let line = crate::BudgetLine { from_on: back(50), to_on: today() + Days::new(50), ..budget_line() };
    let spent = |pounds: i64| {
        let spend = crate::Spend {
            budget_line: line.id,
            month: day("2026-11-01"),
            pence: crate::Pence(pounds * 100),
            ..spend()
        };
        applied(&portfolio(), Decision::add(line.clone()).and_add(spend))
    };
    assert_eq!(texts(&spent(30), saying(AtRisk)), ["30% of the money is spent with 50% of the time gone."]);
    assert_eq!(codes(&spent(70), saying(OffTrack)), [ChallengeCode::SpendBehind], "either way round");
    for pounds in [31, 69] {
        assert_eq!(codes(&spent(pounds), saying(OnTrack)), [], "{pounds}");
    }
    assert_eq!(codes(&applied(&portfolio(), Decision::add(line.clone())), saying(OnTrack)), [], "nothing was recorded");
}

#[test]
fn c11_the_sponsor_sees_it_otherwise() {
    let viewed = |ago, chance| {
        let said = plainly(&portfolio(), &[(ago, AtRisk)]);
        let last = as_person(&said, LEAD, |seen| seen.updates(LAMPS).next().cloned()).expect("there");
        let view = SponsorView {
            by: place(EXECUTIVE),
            on: back(ago),
            confidence: None,
            confidence_pct: Some(chance),
            note: None,
        };
        applied(&said, Decision::change(&last, StatusUpdate { sponsor_view: Some(view), ..(*last).clone() }))
    };
    let now = |chance| Saying { confidence_pct: chance, ..saying(AtRisk) };
    assert_eq!(texts(&viewed(60, 40), now(Some(65))), ["The team says 65%, the sponsor says 40%. Worth a talk."]);
    assert_eq!(codes(&viewed(60, 40), now(Some(15))), [ChallengeCode::SponsorDiffers], "either way round");
    assert_eq!(codes(&viewed(60, 40), now(Some(64))), []);
    assert_eq!(codes(&viewed(61, 40), now(Some(90))), []);
    assert_eq!(codes(&viewed(10, 40), now(None)), []);
}

#[test]
fn c12_baselines_agreed_anew_on_two_days_of_the_year() {
    let moved = |days: &[(i64, i64)]| {
        let first = [(400, -10)];
        let baselines: Vec<_> = first.iter().chain(days).copied().collect();
        with(&portfolio(), vec![planned(300, DELIVERY, &baselines, &[(400, -10), (5, -70)])])
    };
    assert_eq!(
        texts(&moved(&[(200, -40), (20, -70)]), saying(AtRisk)),
        ["Baselines changed 2 times this year; against the first the slip is 60 days."]
    );
    assert_eq!(codes(&moved(&[(20, -40), (20, -70)]), saying(AtRisk)), [], "one day");
    assert_eq!(codes(&moved(&[(365, -40), (20, -70)]), saying(AtRisk)), [], "a year ago");
    assert_eq!(codes(&moved(&[(364, -40), (20, -70)]), saying(AtRisk)), [ChallengeCode::Rebaselined]);
}
