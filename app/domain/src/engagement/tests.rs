use super::*;
use crate::{
    Act, Decision, Feedback, FeedbackId, FeedbackPoint, PersonId, Place, Portfolio, Problem, Refusal, Rule,
    StakeholderKind, Version, Visibility, Voice, testing::*,
};
use uuid::Uuid;

fn with_group() -> Portfolio {
    applied(&portfolio(), Decision::add(stakeholder()))
}

fn input(on: &str) -> EngagementInput {
    EngagementInput::of(&Engagement { led_by: None, ..engagement(1, on) })
}

fn point(id: u128, said: &str) -> FeedbackPoint {
    FeedbackPoint {
        id: FeedbackId(Uuid::from_u128(id)),
        innovation: None,
        from: None,
        theme: None,
        said: text(said),
        count_band: None,
        sentiment: None,
    }
}

fn log(portfolio: &Portfolio, person: PersonId, input: EngagementInput) -> Result<Decision, Refusal> {
    let said = vec![point(1, "Too dark"), point(2, "Much better")];
    as_person(portfolio, person, |seen| seen.log_engagement(engagement(1, "2026-11-10").id, input, said, today()))
}

#[test]
fn an_engagement_and_what_was_said_are_one_decision() {
    let decision = log(&with_group(), LEAD, input("2026-11-10")).expect("allowed");
    assert_eq!(decision.edits.len(), 3);
    as_person(&applied(&with_group(), decision), LEAD, |seen| {
        let found = seen.engagements(LAMPS)[0];
        assert_eq!(found.stage_then[0].kind, StageKind::Explore);
        let said: Vec<&Feedback> = seen.feedback_of(found).into_iter().map(|one| &**one).collect();
        assert_eq!(said.len(), 2);
        assert_eq!(said[0].from, Some(Voice::Stakeholder(stakeholder().id)), "the only group there was");
        assert_eq!(said[0].raised_on, day("2026-11-10"));
    });
}

#[test]
fn the_stage_of_the_day_is_frozen() {
    let moved = entered(LAMPS, 2, Place::Stage(0), Place::Stage(1), day("2026-06-01"));
    let portfolio = applied(&with_group(), Decision::add(moved));
    for (on, kind, name) in [("2026-05-31", StageKind::Explore, "Explore"), ("2026-06-01", StageKind::Test, "Test")] {
        let decision = log(&portfolio, LEAD, input(on)).expect("allowed");
        as_person(&applied(&portfolio, decision), LEAD, |seen| {
            let then = &seen.engagements(LAMPS)[0].stage_then[0];
            assert_eq!((then.kind, &*then.stage), (kind, name), "{on}");
        });
    }
}

#[test]
fn whoever_writes_for_the_organisation_logs_and_guests_do_not() {
    let portfolio = with_group();
    assert!(log(&portfolio, MANAGER, input("2026-11-10")).is_ok());
    assert!(log(&portfolio, EXECUTIVE, input("2026-11-10")).is_ok());
    assert_eq!(log(&portfolio, ADMINISTRATOR, input("2026-11-10")), Err(Refusal::NotAllowed(Act::LogEngagement)));
    assert_eq!(log(&portfolio, VIEWER, input("2026-11-10")), Err(Refusal::NotFound));
}

#[test]
fn bad_answers_are_all_told_at_once() {
    let nobody = EngagementInput { groups: vec![], ..input("2026-11-25") };
    let problems = vec![Problem::new("on", Rule::After(today())), Problem::new("groups", Rule::Missing)];
    assert_eq!(log(&with_group(), LEAD, nobody), Err(Refusal::Invalid(problems)));
    let stranger = Group { stakeholder: StakeholderId(Uuid::nil()), people: None };
    let unknown = EngagementInput { groups: vec![stranger], ..input("2026-11-10") };
    assert_eq!(log(&with_group(), LEAD, unknown), Err(Refusal::invalid("groups", Rule::Choose)));
    let elsewhere = EngagementInput { partners: vec![partner().id], ..input("2026-11-10") };
    assert_eq!(log(&with_group(), LEAD, elsewhere), Err(Refusal::invalid("partners", Rule::Choose)));
    let nowhere = EngagementInput { innovations: vec![], ..input("2026-11-10") };
    assert_eq!(log(&with_group(), LEAD, nowhere), Err(Refusal::invalid("innovations", Rule::Missing)));
    let consultation = Consultation {
        opened_on: day("2026-10-01"),
        closed_on: day("2026-09-30"),
        decision_still_open: true,
        changes_service: false,
        decision: None,
    };
    let backwards = EngagementInput { consultation: Some(consultation), ..input("2026-10-01") };
    let refused = Refusal::invalid("closed_on", Rule::Before(day("2026-10-01")));
    assert_eq!(log(&with_group(), LEAD, backwards), Err(refused));
}

#[test]
fn a_group_that_is_new_comes_into_the_register_and_a_name_stands_there_once() {
    let id = StakeholderId(Uuid::from_u128(7001));
    let new = |name: &str| NewGroup { id, name: text(name), kind: StakeholderKind::Carers, people: Some(3) };
    let with = |name: &str| EngagementInput { groups: vec![], new_groups: vec![new(name)], ..input("2026-11-10") };
    let after = applied(&with_group(), log(&with_group(), LEAD, with("Carers of Mill Lane")).expect("allowed"));
    as_person(&after, LEAD, |seen| {
        let names: Vec<_> = seen.stakeholders().iter().map(|one| one.name.to_string()).collect();
        assert_eq!(names, ["Carers of Mill Lane", "People of Mill Lane"]);
        assert_eq!(seen.engagements(LAMPS)[0].groups, [Group { stakeholder: id, people: Some(3) }]);
    });
    let taken = log(&with_group(), LEAD, with("people of mill lane"));
    assert_eq!(taken, Err(Refusal::invalid("new_group", Rule::Taken)));
}

#[test]
fn who_logged_it_and_who_keeps_the_stakeholders_put_it_right() {
    let logged = Decision::add(engagement(1, "2026-11-10")).and_add(feedback(1, "2026-11-10"));
    let before = applied(&with_group(), logged.and_add(partner()));
    let edit = |person, version| {
        as_person(&before, person, |seen| {
            let input = EngagementInput { level: EngagementLevel::Shape, ..input("2026-11-10") };
            seen.edit_engagement(LAMPS, engagement(1, "2026-11-10").id, input, Version(version), today())
        })
    };
    assert!(edit(MANAGER, 1).is_ok() && edit(LEAD, 1).is_ok());
    assert_eq!(edit(ADMINISTRATOR, 1), Err(Refusal::NotAllowed(Act::EditStakeholders)));
    assert!(matches!(edit(LEAD, 2), Err(Refusal::Outdated { .. })));
    let mute = as_person(&before, LEAD, |seen| {
        let none = EngagementInput { groups: vec![], partners: vec![partner().id], ..input("2026-11-10") };
        seen.edit_engagement(LAMPS, engagement(1, "2026-11-10").id, none, Version(1), today())
    });
    assert_eq!(mute, Err(Refusal::invalid("groups", Rule::Choose)), "somebody of the group said something");
    let gone = after(&before, LEAD, |seen| {
        seen.remove_engagement(LAMPS, engagement(1, "2026-11-10").id, text("Logged twice"), Version(1))
    });
    as_person(&gone, LEAD, |seen| assert_eq!((seen.engagements(LAMPS).len(), seen.all_feedback().count()), (0, 0)));
}

#[test]
fn outside_the_team_few_people_are_told_as_few_and_no_sum_gives_them_away() {
    let few = Group { stakeholder: StakeholderId(Uuid::from_u128(7001)), people: Some(3) };
    let mut one = engagement(1, "2026-11-10");
    one.groups.push(few.clone());
    let lamps = as_person(&with_group(), LEAD, |seen| seen.innovation(LAMPS).cloned()).expect("there");
    let shown = crate::Innovation { visible_to: Visibility::Partners, ..(*lamps).clone() };
    let all = applied(&with_group(), Decision::change(&lamps, shown).and_add(one.clone()));
    as_person(&all, LEAD, |seen| {
        assert_eq!((seen.people_told(&one, &few), seen.people_in_all(&one)), (Ok(Some(3)), Ok(Some(15))));
    });
    as_person(&all, VIEWER, |seen| {
        assert_eq!(seen.engagements(LAMPS).len(), 1);
        assert_eq!((seen.people_told(&one, &few), seen.people_in_all(&one)), (Err(Few), Err(Few)));
        assert_eq!(seen.people_told(&one, &one.groups[0]), Ok(Some(12)));
        assert!(seen.stakeholders().is_empty() && seen.stakes(LAMPS).next().is_none());
    });
}

#[test]
fn the_words_of_the_levels_are_the_organisations_own_where_it_has_some() {
    let mut organisation = (*portfolio().organisation().expect("founded").clone()).clone();
    assert_eq!(organisation.level_label(EngagementLevel::HandOver), "Hand over");
    organisation.level_labels = ["Say", "Hear", "Draw", "Join", "Give"].map(text).to_vec();
    assert_eq!(organisation.level_label(EngagementLevel::HandOver), "Give");
    assert_eq!(EngagementLevel::ALL.iter().map(|one| one.number()).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
}
