use super::*;
use crate::direction::testing::{CARE, LEADER, with_measure};
use crate::testing::*;
use crate::{
    Ask, Condition, DecisionOutcome, FollowUp, FormalDecision, FormalDecisionId, Innovation, MilestoneId, OwnedAs,
    PathToGreen, Portfolio, PostKind, Risk, RiskAction, RiskCategory, RiskId, RiskKind, RiskReview, RiskState, Score,
    StageMove, StatusUpdate, TakenBy,
};
use uuid::Uuid;

const TRIAL: MilestoneId = MilestoneId(Uuid::from_u128(200));
const FOG: RiskId = RiskId(Uuid::from_u128(300));

fn risk() -> Risk {
    let score = Score { likelihood: 2, impact: 3 };
    let review = RiskReview { on: day("2026-11-01"), score, note: None, by: LEAD };
    let action = |number, done_on| RiskAction {
        number,
        text: text("Ask the maker"),
        owner: place(LEAD),
        due_on: day("2026-12-01"),
        done_on,
    };
    Risk {
        id: FOG,
        entry: crate::Entry::default(),
        innovation: Some(LAMPS),
        kind: RiskKind::Threat,
        cause: text("fog"),
        event: text("lamps that stay dark"),
        effect: text("worry people"),
        category: RiskCategory::Technology,
        owner: place(LEAD),
        inherent: score,
        reviews: vec![review],
        target: None,
        target_on: None,
        proximity: crate::Proximity::Now,
        response: crate::RiskResponse::Treat,
        controls: vec![],
        considered: crate::Considered::default(),
        actions: vec![action(1, Some(day("2026-11-02"))), action(2, None)],
        review_due_on: day("2026-12-01"),
        state: RiskState::Open,
    }
}

/// The lead leads, owns a milestone, a risk and one open action of it.
fn busy() -> Portfolio {
    applied(&with_measure(), Decision::add(milestone()).and_add(risk()))
}

fn ends(to_on: &str, successor: Option<MembershipId>) -> EndInput {
    EndInput { to_on: day(to_on), successor, handover_note: Some(text("Read the file on Mill Lane first.")) }
}

#[test]
fn what_somebody_answers_for_is_listed() {
    let owned = |person| {
        as_person(&busy(), ADMINISTRATOR, |seen| {
            seen.owned_by(place(person), today()).into_iter().map(|one| one.owned_as).collect::<Vec<_>>()
        })
    };
    assert_eq!(owned(LEAD), [OwnedAs::Lead, OwnedAs::Milestone, OwnedAs::Risk, OwnedAs::RiskAction]);
    assert_eq!(owned(EXECUTIVE), [OwnedAs::Sponsor, OwnedAs::AreaOfficerSponsor]);
    assert_eq!(owned(LEADER), [OwnedAs::AreaPoliticalSponsor]);
    assert_eq!(owned(VIEWER), []);
}

#[test]
fn a_successor_takes_over_everything_in_one_decision() {
    let left = after(&busy(), ADMINISTRATOR, |seen| {
        seen.end_membership(place(LEAD), ends("2026-12-31", Some(place(MANAGER))), Version::FIRST, today())
    });
    as_person(&left, ADMINISTRATOR, |seen| {
        assert!(seen.owned_by(place(LEAD), day("2027-01-01")).is_empty());
        let lamps = seen.innovation(LAMPS).expect("there");
        assert_eq!(lamps.holder(PostKind::Lead, day("2026-12-31")), Some(place(LEAD)));
        assert_eq!(lamps.holder(PostKind::Lead, day("2027-01-01")), Some(place(MANAGER)));
        let noted = lamps.posts.iter().find(|post| post.membership == place(LEAD)).expect("kept");
        assert!(noted.handover_note.is_some());
        assert_eq!(seen.milestone(LAMPS, TRIAL).expect("there").owner, Some(place(MANAGER)));
        let risk = seen.risk(LAMPS, FOG).expect("there");
        assert_eq!(risk.owner, place(MANAGER));
        let owners: Vec<_> = risk.actions.iter().map(|one| one.owner).collect();
        assert_eq!(owners, [place(LEAD), place(MANAGER)], "what is done stays in the name of who did it");
    });
}

#[test]
fn without_a_successor_the_post_is_vacant_and_the_rest_waits() {
    let left = after(&busy(), ADMINISTRATOR, |seen| {
        seen.end_membership(place(LEAD), ends("2026-11-24", None), Version::FIRST, today())
    });
    as_person(&left, ADMINISTRATOR, |seen| {
        let lamps = seen.innovation(LAMPS).expect("there");
        assert_eq!(lamps.holder(PostKind::Lead, day("2026-11-25")), None);
        let waits: Vec<_> = seen.owned_by(place(LEAD), day("2026-11-25")).into_iter().map(|one| one.owned_as).collect();
        assert_eq!(waits, [OwnedAs::Milestone, OwnedAs::Risk, OwnedAs::RiskAction]);
    });
}

#[test]
fn a_sponsorship_stays_on_its_side() {
    let end = |successor| {
        after(&busy(), ADMINISTRATOR, |seen| {
            seen.end_membership(place(LEADER), ends("2026-11-24", Some(successor)), Version::FIRST, today())
        })
    };
    as_person(&end(place(EXECUTIVE)), MANAGER, |seen| {
        let area = seen.priority_area(CARE).expect("there");
        assert_eq!(area.political_sponsor, Some(place(LEADER)), "shown as no longer in post");
    });
}

#[test]
fn the_last_administrator_stays_and_a_successor_serves() {
    as_person(&busy(), ADMINISTRATOR, |seen| {
        let end = |id, input| seen.end_membership(id, input, Version::FIRST, today());
        let alone = end(place(ADMINISTRATOR), ends("2026-12-31", None));
        assert_eq!(alone, Err(Refusal::Impossible(Impossible::LastAdministrator)));
        let itself = end(place(LEAD), ends("2026-12-31", Some(place(LEAD))));
        assert_eq!(itself, Err(Refusal::invalid("successor", Rule::Choose)));
        let early = end(place(LEAD), ends("2025-12-31", None));
        assert_eq!(early, Err(Refusal::invalid("to_on", Rule::Before(day("2026-01-01")))));
    });
    as_person(&busy(), MANAGER, |seen| {
        let refused = seen.end_membership(place(LEAD), ends("2026-12-31", None), Version::FIRST, today());
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::ManagePeople)));
    });
}

#[test]
fn a_team_of_several_keeps_the_others() {
    let before = busy();
    let decision = as_person(&before, MANAGER, |seen| {
        let lamps = seen.innovation(LAMPS).expect("there");
        let posts = lamps.with_holders(PostKind::Team, &[place(LEAD), place(VIEWER)], day("2026-11-01"));
        Decision::change(lamps, Innovation { posts, ..(**lamps).clone() })
    });
    let left = after(&applied(&before, decision), ADMINISTRATOR, |seen| {
        seen.end_membership(place(LEAD), ends("2026-11-30", Some(place(MANAGER))), Version::FIRST, today())
    });
    as_person(&left, MANAGER, |seen| {
        let lamps = seen.innovation(LAMPS).expect("there");
        let team: Vec<_> = lamps.holders(PostKind::Team, day("2026-12-01")).collect();
        assert_eq!(team, [place(VIEWER), place(MANAGER)]);
    });
}

/// A condition of the first move, and two updates that ask the lead and promise by the lead.
fn promised() -> Portfolio {
    let before = busy();
    let condition = |met_on| Condition { text: text("Lamps dim by ten"), owner: place(LEAD), due_on: today(), met_on };
    let moved = as_person(&before, MANAGER, |seen| {
        let first = seen.stage_moves(LAMPS).next().expect("the first move");
        let conditions = vec![condition(Some(today())), condition(None)];
        Decision::change(first, StageMove { conditions, ..(**first).clone() })
    });
    let said = |ordinal, on| StatusUpdate {
        ask: Some(Ask { what: text("More lamps"), of_whom: place(LEAD), by: day("2026-12-08") }),
        path_to_green: Some(PathToGreen { action: text("Order again"), owner: place(LEAD), by: day("2026-12-08") }),
        ..status_update(ordinal, on)
    };
    let updates = Decision::add(said(1, "2026-11-13")).and_add(said(2, "2026-11-20"));
    applied(&applied(&before, moved), updates)
}

#[test]
fn conditions_asks_and_paths_to_green_go_to_the_successor() {
    let before = promised();
    let owned = as_person(&before, ADMINISTRATOR, |seen| seen.owned_by(place(LEAD), today()));
    let owned: Vec<_> = owned.into_iter().map(|one| one.owned_as).collect();
    assert!(owned.ends_with(&[OwnedAs::Condition, OwnedAs::Ask, OwnedAs::PathToGreen]), "{owned:?}");
    let left = after(&before, ADMINISTRATOR, |seen| {
        seen.end_membership(place(LEAD), ends("2026-11-24", Some(place(MANAGER))), Version::FIRST, today())
    });
    as_person(&left, ADMINISTRATOR, |seen| {
        assert!(seen.owned_by(place(LEAD), day("2026-11-25")).is_empty());
        let first = seen.stage_moves(LAMPS).next().expect("there");
        let owners: Vec<_> = first.conditions.iter().map(|one| one.owner).collect();
        assert_eq!(owners, [place(LEAD), place(MANAGER)], "what is met stays in the name of who met it");
        let asks = seen.asks_waiting_for(MANAGER, today());
        assert_eq!(asks.len(), 1);
        assert_eq!(asks[0].asked_on, day("2026-11-13"), "it is still the ask of the first day");
        let paths: Vec<_> = seen.updates(LAMPS).map(|one| one.path_to_green.as_ref().map(|one| one.owner)).collect();
        assert_eq!(paths, [Some(place(LEAD)), Some(place(MANAGER))], "only the latest counts");
    });
}

#[test]
fn promises_and_open_questions_go_to_the_successor() {
    let ask = Some(Ask { what: text("More lamps"), of_whom: place(LEAD), by: day("2026-12-08") });
    let said = StatusUpdate { ask, ..status_update(1, "2026-11-10") };
    let taken_up = FormalDecision { ask: Some(said.id), ..asked() };
    let put_off = FormalDecision {
        id: FormalDecisionId(Uuid::from_u128(9_001)),
        matter: FormalDecisionId(Uuid::from_u128(9_001)),
        outcome: Some(DecisionOutcome::Deferred),
        taken_by: Some(TakenBy::Person(place(LEAD))),
        deferred_to: Some(day("2027-01-20")),
        ..asked()
    };
    let promise = FollowUp { owner: place(LEAD), done_on: None, ..follow_up() };
    let records = Decision::add(said).and_add(status_update(2, "2026-11-20")).and_add(meeting());
    let before = applied(&busy(), records.and_add(taken_up).and_add(put_off).and_add(promise));
    let owned = as_person(&before, ADMINISTRATOR, |seen| seen.owned_by(place(LEAD), today()));
    let owned: Vec<_> = owned.into_iter().map(|one| one.owned_as).collect();
    assert!(owned.ends_with(&[OwnedAs::Decision, OwnedAs::Decision, OwnedAs::FollowUp]), "{owned:?}");
    let left = after(&before, ADMINISTRATOR, |seen| {
        seen.end_membership(place(LEAD), ends("2026-11-24", Some(place(MANAGER))), Version::FIRST, today())
    });
    as_person(&left, ADMINISTRATOR, |seen| {
        assert!(seen.owned_by(place(LEAD), day("2026-11-25")).is_empty());
        let next = seen.owned_by(place(MANAGER), day("2026-11-25"));
        assert_eq!(next.iter().filter(|one| one.owned_as == OwnedAs::Decision).count(), 2);
        assert_eq!(next.iter().filter(|one| one.owned_as == OwnedAs::FollowUp).count(), 1);
    });
}
