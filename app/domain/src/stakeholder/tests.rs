use super::*;
use crate::{
    Act, Decision, Engagement, EngagementLevel, Innovation, InnovationId, PersonId, Portfolio, Problem, Refusal, Rule,
    StakeId, Version, testing::*,
};
use uuid::Uuid;

const BINS: InnovationId = InnovationId(Uuid::from_u128(101));

fn other() -> Stakeholder {
    let characteristics = vec![text("Disability"), text(" age ")];
    Stakeholder { id: StakeholderId(Uuid::from_u128(7001)), name: text("Neighbours"), characteristics, ..stakeholder() }
}

fn with_two() -> Portfolio {
    let bins = Innovation { id: BINS, number: 2, posts: vec![], ..innovation() };
    let groups = Decision::add(stakeholder()).and_add(other());
    applied(&portfolio(), groups.and_add(bins).and_add(stake()))
}

fn add(person: PersonId, innovation: InnovationId, input: StakeInput) -> Result<Decision, Refusal> {
    let id = StakeId(Uuid::from_u128(7101));
    as_person(&with_two(), person, |seen| seen.add_stake(id, innovation, input, today()))
}

fn stands(stakeholder: &Stakeholder) -> StakeInput {
    StakeInput { stakeholder: stakeholder.id, cadence_days: None, ..StakeInput::of(&stake()) }
}

#[test]
fn how_a_group_stands_is_said_once_for_each_innovation_and_a_quarter_is_usual() {
    let taken = Refusal::invalid("stakeholder", Rule::Taken);
    assert_eq!(add(LEAD, LAMPS, stands(&stakeholder())), Err(taken));
    let added = applied(&with_two(), add(LEAD, LAMPS, stands(&other())).expect("may"));
    as_person(&added, LEAD, |seen| {
        let last = seen.stakes(LAMPS).next_back().expect("there");
        assert_eq!((last.cadence_days, last.added_on), (91, today()));
    });
    let wrong = StakeInput { power: 6, interest: 0, cadence_days: Some(0), ..stands(&other()) };
    let problems = vec![
        Problem::new("power", Rule::OutOfRange(1, 5)),
        Problem::new("interest", Rule::OutOfRange(1, 5)),
        Problem::new("cadence_days", Rule::OutOfRange(1, 730)),
    ];
    assert_eq!(add(LEAD, LAMPS, wrong), Err(Refusal::Invalid(problems)));
}

#[test]
fn a_lead_keeps_the_stakeholders_of_their_own_innovation() {
    assert!(add(MANAGER, BINS, stands(&other())).is_ok());
    assert_eq!(add(LEAD, BINS, stands(&other())), Err(Refusal::NotAllowed(Act::EditStakeholders)));
    assert_eq!(add(VIEWER, LAMPS, stands(&other())), Err(Refusal::NotFound));
    let may = |person| {
        as_person(&with_two(), person, |seen| {
            let input = StakeholderInput {
                name: text("Shops"),
                kind: StakeholderKind::Business,
                area: None,
                characteristics: vec![],
            };
            let added = seen.add_stakeholder(StakeholderId(Uuid::from_u128(9)), input).is_ok();
            (added, seen.merge_stakeholder(stakeholder().id, other().id, Version(1)).is_ok())
        })
    };
    let found = [LEAD, MANAGER, EXECUTIVE, ADMINISTRATOR, VIEWER].map(may);
    assert_eq!(found, [(true, false), (true, true), (true, false), (false, false), (false, false)]);
}

#[test]
fn a_group_taken_off_no_longer_counts_and_may_be_named_again() {
    let off = after(&with_two(), LEAD, |seen| seen.remove_stake(LAMPS, stake().id, Version(1), today()));
    as_person(&off, LEAD, |seen| {
        assert_eq!((seen.stakes(LAMPS).count(), seen.all_stakes(LAMPS).count()), (0, 1));
        let again = seen.add_stake(StakeId(Uuid::from_u128(7101)), LAMPS, stands(&stakeholder()), today());
        assert!(again.is_ok());
        assert_eq!(seen.remove_stake(LAMPS, stake().id, Version(2), today()), Err(Refusal::NotFound));
    });
}

#[test]
fn groups_of_another_innovation_are_copied_without_their_owners() {
    let ids = [StakeId(Uuid::from_u128(7200))];
    let copied = after(&with_two(), MANAGER, |seen| seen.copy_stakes(BINS, LAMPS, &ids, today()));
    as_person(&copied, MANAGER, |seen| {
        let found = seen.stakes(BINS).next().expect("copied");
        assert_eq!((found.stakeholder, found.impact, found.owner), (stakeholder().id, 5, None));
        assert_eq!(seen.copy_stakes(BINS, LAMPS, &ids, today()), Err(Refusal::invalid("from", Rule::Choose)));
        assert_eq!(seen.stakes_in(stakeholder().id).len(), 2);
    });
}

#[test]
fn two_that_are_one_are_told_under_one_name() {
    let doubled = applied(
        &with_two(),
        Decision::add(Stake { stakeholder: other().id, id: StakeId(Uuid::from_u128(9)), ..stake() }),
    );
    let heard = applied(
        &doubled,
        Decision::add(Engagement { groups: engagement(1, "2026-11-01").groups, ..engagement(1, "2026-11-01") }),
    );
    let merge = |from: &Stakeholder, into: &Stakeholder| {
        let (from, into) = (from.id, into.id);
        as_person(&heard, MANAGER, |seen| seen.merge_stakeholder(from, into, Version(1)))
    };
    assert_eq!(merge(&other(), &other()), Err(Refusal::invalid("into", Rule::Choose)));
    let merged = applied(&heard, merge(&stakeholder(), &other()).expect("may"));
    as_person(&merged, LEAD, |seen| {
        assert_eq!(seen.stakeholders().len(), 1);
        assert_eq!(seen.group(stakeholder().id).map(|one| one.name.to_string()), Some("Neighbours".into()));
        assert_eq!(seen.stakeholders()[0].characteristics.len(), 2, "it spoke for age already");
        assert_eq!(seen.stakes(LAMPS).count(), 1, "one of the two counts");
        assert_eq!(seen.stakeholder(stakeholder().id).err(), Some(Refusal::NotFound));
    });
}

#[test]
fn a_target_is_one_of_five_levels() {
    assert!(EngagementLevel::Tell < EngagementLevel::HandOver);
    assert_eq!(Stance::ALL.iter().map(|one| one.value()).collect::<Vec<_>>(), [-2, -1, 0, 1, 2]);
}
