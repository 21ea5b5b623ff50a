use super::*;
use crate::{Decision, Impossible, Place, Portfolio, Refusal, Rule, SiteState, Version, testing::*};

fn live(wards: &[(u32, &str)]) -> Portfolio {
    let place = |(number, on): &(u32, &str)| (site(*number), site_moves(*number, &[(SiteState::Live, *on)]));
    with_sites(&wards.iter().map(place).collect::<Vec<_>>())
}

fn found(wards: &[u32], kind: ReviewKind, done_on: &str) -> SustainmentInput {
    SustainmentInput {
        sites: wards.iter().map(|number| site(*number).id).collect(),
        kind,
        done_on: day(done_on),
        still_in_use: YesNo::Yes,
        outcome_held: OutcomeHeld::Unknown,
        action: None,
    }
}

fn record(portfolio: &Portfolio, input: SustainmentInput, number: u128) -> Result<Decision, Refusal> {
    let id = SustainmentReviewId(uuid::Uuid::from_u128(number));
    as_person(portfolio, LEAD, |seen| seen.record_review(id, LAMPS, input, today()))
}

fn counts(portfolio: &Portfolio, on: &str) -> ReviewCounts {
    as_person(portfolio, LEAD, |seen| seen.review_counts(LAMPS, day(on)))
}

#[test]
fn sc_20_reviews_are_due_6_12_and_24_months_after_a_place_went_live() {
    as_person(&live(&[(1, "2026-08-31")]), LEAD, |seen| {
        let due: Vec<_> = seen.reviews(&innovation(), today()).iter().map(|one| one.due_on.to_string()).collect();
        assert_eq!(due, ["2027-02-28", "2027-08-31", "2028-08-31"]);
    });
}

#[test]
fn places_of_one_day_are_reviewed_together_and_count_once() {
    let before = live(&[(1, "2026-01-10"), (2, "2026-01-10"), (3, "2026-02-10")]);
    let due = as_person(&before, LEAD, |seen| seen.reviews(&innovation(), today()).len());
    assert_eq!(due, 6, "three for each day");
    let apart = record(&before, found(&[1, 3], ReviewKind::SixMonths, "2026-07-15"), 1);
    assert_eq!(apart, Err(Refusal::invalid("sites", Rule::OneLiveDay)));
    let together =
        applied(&before, record(&before, found(&[1, 2], ReviewKind::SixMonths, "2026-07-15"), 1).expect("allowed"));
    let told = counts(&together, "2026-11-24");
    assert_eq!((told.done, told.due, told.closed, told.on_time, told.overdue), (1, 2, 2, 1, 1));
    assert_eq!(told.to_string(), "1 done of 2 due");
    let again = record(&together, found(&[2], ReviewKind::SixMonths, "2026-07-16"), 2);
    assert_eq!(again, Err(Refusal::invalid("kind", Rule::Taken)));
}

#[test]
fn a_review_of_some_of_the_places_leaves_one_for_the_others() {
    let before = live(&[(1, "2026-01-10"), (2, "2026-01-10")]);
    let one = applied(&before, record(&before, found(&[1], ReviewKind::SixMonths, "2026-07-15"), 1).expect("allowed"));
    let told = counts(&one, "2026-08-01");
    assert_eq!((told.done, told.due, told.closed), (1, 2, 1), "the other is due and not overdue");
}

#[test]
fn on_time_is_within_45_days_either_side_and_overdue_is_more() {
    let before = live(&[(1, "2026-01-10")]);
    for (done_on, on_time) in [("2026-05-26", true), ("2026-05-25", false), ("2026-08-24", true), ("2026-08-25", false)]
    {
        let decision = record(&before, found(&[1], ReviewKind::SixMonths, done_on), 1).expect("allowed");
        assert_eq!(counts(&applied(&before, decision), "2026-11-24").on_time, usize::from(on_time), "{done_on}");
    }
    for (on, overdue) in [("2026-07-09", 0), ("2026-08-24", 0), ("2026-08-25", 1)] {
        assert_eq!(counts(&before, on).overdue, overdue, "{on}");
        assert_eq!(counts(&before, on).sustained(), None, "what is due and not done is never sustained");
    }
}

#[test]
fn a_review_is_passed_where_it_is_in_use_and_the_outcome_is_not_lost() {
    for (still_in_use, outcome_held, passed) in [
        (YesNo::Yes, OutcomeHeld::Yes, true),
        (YesNo::Yes, OutcomeHeld::Unknown, true),
        (YesNo::Yes, OutcomeHeld::No, false),
        (YesNo::Partly, OutcomeHeld::Yes, false),
    ] {
        let one = SustainmentReview {
            still_in_use,
            outcome_held,
            ..review(ReviewKind::SixMonths, "2026-07-10", "2026-07-10")
        };
        assert_eq!(one.is_passed(), passed, "{still_in_use:?} {outcome_held:?}");
    }
}

#[test]
fn without_sites_reviews_count_from_the_day_it_came_to_be_embedded_and_a_stopped_one_has_none() {
    let embed =
        applied(&portfolio(), Decision::add(entered(LAMPS, 2, Place::Stage(0), Place::Stage(4), day("2026-02-01"))));
    let due = |portfolio: &Portfolio| {
        as_person(portfolio, LEAD, |seen| seen.reviews(&innovation(), today()).first().map(|one| one.due_on))
    };
    assert_eq!((due(&portfolio()), due(&embed)), (None, Some(day("2026-08-01"))));
    let stopped = applied(&embed, Decision::add(entered(LAMPS, 3, Place::Stage(4), Place::Stopped, day("2026-11-01"))));
    assert_eq!(due(&stopped), None);
    let never = record(&portfolio(), found(&[], ReviewKind::SixMonths, "2026-07-15"), 1);
    assert_eq!(never, Err(Refusal::Impossible(Impossible::NeverLive)));
}

#[test]
fn a_review_lies_between_the_first_day_and_today_and_can_be_put_right() {
    let before = live(&[(1, "2026-01-10")]);
    for (done_on, rule) in [("2026-01-09", Rule::Before(day("2026-01-10"))), ("2026-11-25", Rule::After(today()))] {
        let refused = record(&before, found(&[1], ReviewKind::SixMonths, done_on), 1);
        assert_eq!(refused, Err(Refusal::invalid("done_on", rule)));
    }
    assert_eq!(
        record(&before, found(&[], ReviewKind::SixMonths, "2026-07-10"), 1),
        Err(Refusal::invalid("sites", Rule::Missing))
    );
    let done = applied(&before, record(&before, found(&[1], ReviewKind::SixMonths, "2026-07-10"), 1).expect("allowed"));
    let partly = SustainmentInput { still_in_use: YesNo::Partly, ..found(&[1], ReviewKind::SixMonths, "2026-07-11") };
    let id = SustainmentReviewId(uuid::Uuid::from_u128(1));
    let right = after(&done, LEAD, |seen| seen.edit_review(LAMPS, id, partly, Version::FIRST, today()));
    assert_eq!(counts(&right, "2026-11-24").in_use, [0, 1, 0]);
}
