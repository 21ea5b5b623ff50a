use super::*;
use crate::{Decision, FeedbackResponse, FormalDecisionId, MessageId, PartnerId, PartnerRole, Portfolio, testing::*};
use uuid::Uuid;

/// The lamps with their partner, shown to partners.
fn lamps(change: impl FnOnce(Partner) -> Partner) -> Portfolio {
    let before = applied(&portfolio(), Decision::add(change(partner())));
    let held = as_person(&before, MANAGER, |seen| seen.innovation(LAMPS).cloned()).expect("there");
    applied(&before, Decision::change(&held, Innovation { visible_to: Visibility::Partners, ..(*held).clone() }))
}

fn look<T>(portfolio: &Portfolio, look: impl FnOnce(&PartnerSight) -> T) -> T {
    as_person(portfolio, LEAD, |seen| {
        let innovation = seen.innovation(LAMPS).expect("there");
        look(&seen.partner_sights(innovation, today())[0])
    })
}

#[test]
fn the_work_is_open_to_a_partner_on_the_board_or_that_reads_here_or_that_was_told_lately() {
    let told = |on: &str| {
        let message = Message { audience: Audience::Partners, on: day(on), ..message() };
        let before = applied(&lamps(|one| one), Decision::add(message));
        look(&before, |sight| sight.open.is_open())
    };
    assert!(!look(&lamps(|one| one), |sight| sight.open.is_open()));
    assert!(look(&lamps(|one| Partner { on_board: true, ..one }), |sight| sight.open.is_open()));
    assert_eq!(["2026-09-26", "2026-09-25"].map(told), [true, false], "59 and 60 days ago");
    let staff = applied(&lamps(|one| one), Decision::add(Message { id: MessageId(Uuid::nil()), ..message() }));
    assert!(!look(&staff, |sight| sight.open.is_open()), "staff are no partners");
}

#[test]
fn who_reads_for_a_partner_reads_only_what_is_shown_to_partners() {
    let reads = |one| Partner { can_read: Some(place(VIEWER)), ..one };
    let shown = lamps(reads);
    assert!(look(&shown, |sight| sight.open.can_read));
    let held = as_person(&shown, MANAGER, |seen| seen.innovation(LAMPS).cloned()).expect("there");
    let inside = Innovation { visible_to: Visibility::Organisation, ..(*held).clone() };
    let hidden = applied(&shown, Decision::change(&held, inside));
    assert!(!look(&hidden, |sight| sight.open.can_read));
}

#[test]
fn a_partner_is_talked_with_when_it_helped_to_shape_it_within_91_days() {
    let talking = |on: &str, level| {
        let one = Engagement { level, partners: vec![partner().id], ..engagement(1, on) };
        look(&applied(&lamps(|one| one), Decision::add(one)), |sight| sight.is_talking)
    };
    assert!(talking("2026-08-26", EngagementLevel::Shape), "90 days ago");
    assert!(!talking("2026-08-25", EngagementLevel::Shape), "91 days ago");
    assert!(!talking("2026-11-20", EngagementLevel::Ask), "only asked");
    assert!(talking("2026-11-20", EngagementLevel::HandOver));
    let other = Engagement { level: EngagementLevel::Share, ..engagement(1, "2026-11-20") };
    assert!(!look(&applied(&lamps(|one| one), Decision::add(other)), |sight| sight.is_talking));
}

fn evolves(sight: &PartnerSight) -> bool {
    sight.is_evolving()
}

#[test]
fn something_evolves_by_what_a_partner_said_or_by_a_decision_taken_with_it() {
    let changed = "The crews now mend four lamps on one trip instead of one at a time.";
    let said = |from: PartnerId, raised_on: &str, changed: Option<&str>| {
        let one = answered(feedback(1, raised_on), FeedbackResponse::WeDid, "2026-11-20");
        let one = Feedback { from: Some(Voice::Partner(from)), changed: changed.map(text), ..one };
        look(&applied(&lamps(|one| one), Decision::add(one)), evolves)
    };
    let ours = partner().id;
    assert!(said(ours, "2025-11-25", Some(changed)), "364 days ago");
    assert!(!said(ours, "2025-11-24", Some(changed)), "a year ago");
    assert!(!said(ours, "2026-11-01", Some("Trips")) && !said(ours, "2026-11-01", None));
    assert!(!said(PartnerId(Uuid::from_u128(9)), "2026-11-01", Some(changed)), "somebody else said it");
    let decided_on = |on: &str, partners: Vec<PartnerId>| {
        let one = FormalDecision { partners, ..decided(on) };
        look(&applied(&lamps(|one| one), Decision::add(one)), evolves)
    };
    assert!(decided_on("2026-11-20", vec![ours]) && !decided_on("2026-11-20", vec![]));
    assert!(!decided_on("2025-11-24", vec![ours]));
}

#[test]
fn shares_are_told_over_priority_innovations_from_three_on() {
    let share = |credited, counted| PartnerShare { credited, counted }.share();
    assert_eq!([share(2, 2), share(3, 3), share(0, 0)], [None, Some(1.0), None]);
    let area = crate::PriorityAreaId(Uuid::from_u128(5));
    let before = lamps(|one| Partner { role: PartnerRole::Adviser, on_board: true, ..one });
    let held = as_person(&before, MANAGER, |seen| seen.innovation(LAMPS).cloned()).expect("there");
    let linked = Innovation { priority_area: Some(area), ..(*held).clone() };
    let decision = Decision::change(&held, linked).and_add(priority_area(area));
    let taken = FormalDecision { id: FormalDecisionId(Uuid::from_u128(7)), ..decided("2026-11-20") };
    let before = applied(&before, decision.and_add(FormalDecision { partners: vec![partner().id], ..taken }));
    as_person(&before, LEAD, |seen| {
        let all = seen.partnering(today());
        let of = |credited, counted| PartnerShare { credited, counted };
        assert_eq!((all.named(), all.talking()), (of(1, 1), of(0, 0)), "an adviser is no close partner");
        assert_eq!((all.evolving(), all.open()), (of(1, 1), of(1, 1)));
    });
}
