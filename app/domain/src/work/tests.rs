//! Through the eyes of each.
use crate::testing::*;
use crate::{
    CommitmentKind, Decision, Entry, FollowUp, MeasureOf, Milestone, MilestoneId, Number, Place, Portfolio, ReadingId,
    ReadingInput, Setback, SiteState, WorkItem, WorkState,
};
use uuid::Uuid;

fn planned(id: u128, forecast_on: &str) -> Milestone {
    let mut one = Milestone { id: MilestoneId(Uuid::from_u128(id)), entry: Entry::default(), ..milestone() };
    one.forecasts[0].forecast_on = day(forecast_on);
    one
}

fn with(portfolio: &Portfolio, milestones: &[(u128, &str)]) -> Portfolio {
    let add = |portfolio, (id, on): &(u128, &str)| applied(&portfolio, Decision::add(planned(*id, on)));
    milestones.iter().fold(portfolio.clone(), add)
}

#[test]
fn i_see_what_is_mine_and_due_and_nobody_elses() {
    let portfolio = with(&portfolio(), &[(300, "2026-12-22"), (301, "2026-11-20"), (302, "2026-12-23")]);
    as_person(&portfolio, LEAD, |seen| {
        let work = seen.my_work(today());
        let milestones: Vec<_> = work.milestones.iter().map(|one| one.late).collect();
        assert_eq!(milestones, [4, -28]);
        let updates: Vec<_> = work.updates.iter().map(|one| (one.due_on, one.late, one.what.last)).collect();
        assert_eq!(updates, [(day("2026-01-19"), 309, None)]);
    });
    as_person(&portfolio, EXECUTIVE, |seen| {
        assert!(seen.my_work(today()).is_empty());
        assert_eq!(seen.my_innovations(today()).len(), 1);
    });
}

#[test]
fn an_answer_is_wanted_of_the_lead_and_a_meeting_of_who_owns_the_group() {
    let said = Decision::add(stakeholder()).and_add(engagement(1, "2026-09-24"));
    let owed = applied(
        &portfolio(),
        said.and_add(feedback(1, "2026-10-20")).and_add(feedback(2, "2026-11-24")).and_add(stake()),
    );
    as_person(&owed, LEAD, |seen| {
        let work = seen.my_work(today());
        assert_eq!(work.feedback.iter().map(|one| one.late).collect::<Vec<_>>(), [5]);
        assert!(work.groups.is_empty(), "due on 24 December, in 30 days");
        assert_eq!(seen.my_work(day("2026-12-25")).groups[0].late, 1);
    });
    as_person(&owed, EXECUTIVE, |seen| assert!(seen.my_work(day("2026-12-25")).groups.is_empty()));
}

#[test]
fn my_work_on_a_board_is_told_when_it_waits_or_has_a_fixed_day() {
    let fixed = |ordinal, moves: &[(WorkState, &str)], day: &str| WorkItem {
        fixed_on: Some(crate::testing::day(day)),
        ..work_item(ordinal, "2026-11-01", moves)
    };
    let waits = [(WorkState::Waiting, "2026-11-10")];
    let all = [
        work_item(1, "2026-11-01", &[(WorkState::Doing, "2026-11-10")]),
        work_item(2, "2026-11-01", &waits),
        fixed(3, &[], "2026-12-01"),
        fixed(4, &[], "2027-03-01"),
        fixed(5, &[(WorkState::Done, "2026-11-10")], "2026-12-01"),
        WorkItem { owner: Some(place(EXECUTIVE)), ..work_item(6, "2026-11-01", &waits) },
    ];
    as_person(&with_work(all), LEAD, |seen| {
        let work = seen.my_work(today());
        let told: Vec<_> = work.work_items.iter().map(|one| (one.what.ordinal, one.late)).collect();
        assert_eq!(told, [(2, 0), (3, -7)]);
    });
}

#[test]
fn a_reading_is_wanted_of_the_lead_or_of_the_officer_sponsor_once_it_is_overdue() {
    use crate::direction::testing::{CALLS, LAMP_HOURS, measure, with_measure};
    let read = |portfolio: &Portfolio, id, measure| {
        let input = ReadingInput { on: day("2026-07-11"), value: Number(33.0), note: None };
        after(portfolio, MANAGER, |seen| seen.add_reading(ReadingId(Uuid::from_u128(id)), measure, input, today()))
    };
    let both = after(&with_measure(), LEAD, |seen| {
        seen.add_measure(LAMP_HOURS, MeasureOf::Innovation(LAMPS), measure(), today())
    });
    let both = read(&read(&both, 901, CALLS), 902, LAMP_HOURS);
    let wanted = |person, day| {
        as_person(&both, person, |seen| {
            seen.my_work(day).readings.iter().map(|one| (one.measure.id, one.late)).collect::<Vec<_>>()
        })
    };
    let tomorrow = day("2026-11-25");
    assert_eq!(wanted(EXECUTIVE, today()), [], "136 days, an interval and a half");
    assert_eq!(wanted(EXECUTIVE, tomorrow), [(CALLS, 46)]);
    assert_eq!(wanted(LEAD, tomorrow), [(LAMP_HOURS, 46)]);
    assert_eq!(wanted(MANAGER, tomorrow), []);
}

#[test]
fn of_a_paused_innovation_only_its_review_is_wanted_and_of_a_stopped_one_nothing() {
    let portfolio = with(&portfolio(), &[(300, "2026-11-20")]);
    let mut paused = entered(LAMPS, 2, Place::Stage(0), Place::Paused, day("2026-09-01"));
    paused.review_on = Some(day("2026-11-12"));
    let paused = applied(&portfolio, Decision::add(paused));
    as_person(&paused, LEAD, |seen| {
        let work = seen.my_work(today());
        assert_eq!((work.count(), work.pauses[0].late), (1, 12));
    });
    let stopped = entered(LAMPS, 3, Place::Paused, Place::Stopped, day("2026-11-20"));
    as_person(&applied(&paused, Decision::add(stopped)), LEAD, |seen| assert!(seen.my_work(today()).is_empty()));
}

#[test]
fn what_i_promised_waits_from_28_days_ahead_until_it_is_done() {
    let promised = |due_on: &str, done_on: Option<&str>| {
        let one = FollowUp { due_on: day(due_on), done_on: done_on.map(day), ..crate::testing::follow_up() };
        let before = applied(&portfolio(), Decision::add(meeting()).and_add(one));
        [LEAD, EXECUTIVE].map(|person| {
            as_person(&before, person, |seen| {
                seen.my_work(today()).follow_ups.iter().map(|one| one.late).collect::<Vec<_>>()
            })
        })
    };
    assert_eq!(promised("2026-11-20", None), [vec![4], vec![]]);
    assert_eq!(promised("2026-12-22", None), [vec![-28], vec![]]);
    assert_eq!(promised("2026-12-23", None), [[0_i64; 0]; 2].map(Vec::from));
    assert_eq!(promised("2026-11-20", Some("2026-11-23")), [[0_i64; 0]; 2].map(Vec::from));
}

#[test]
fn the_lead_is_told_what_falls_due_so_that_it_lasts() {
    use CommitmentKind::{Funding, Sponsorship};
    let live = site_moves(1, &[(SiteState::Live, "2026-05-20")]);
    let answered =
        Setback { responded_on: Some(day("2026-09-10")), response: Some(text("Hired")), ..setback(2, "2026-09-01") };
    let given = Decision::add(site(1))
        .and_add(commitment(1, Funding, Some("2027-03-24")))
        .and_add(commitment(2, Funding, Some("2027-05-24")))
        .and_add(commitment(3, Sponsorship, Some("2027-05-26")))
        .and_add(setback(1, "2026-07-01"))
        .and_add(answered);
    let kept = applied(&portfolio(), live.into_iter().fold(given, Decision::and_add));
    as_person(&kept, LEAD, |seen| {
        let work = seen.my_work(today());
        let late = |days: Vec<i64>, expected: &[i64]| assert_eq!(days, expected);
        late(work.reviews.iter().map(|one| one.late).collect(), &[4]);
        late(work.endings.iter().map(|one| one.late).collect(), &[-181]);
        late(work.setbacks.iter().map(|one| one.late).collect(), &[26]);
    });
    as_person(&kept, MANAGER, |seen| assert!(seen.my_work(today()).reviews.is_empty(), "it is the lead's"));
}
