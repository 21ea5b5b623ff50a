//! Setting an organisation up: the only decision that nobody is asked for permission to take.
use super::{Council, Organisation, OrganisationKind, Preset, Role, short_code};
use crate::{
    Band, CouncilId, Decision, Entry, EscalationContacts, Line, Membership, MembershipId, Name, OrganisationId,
    PersonId, Problem, Refusal, Rule, Side, Slug,
};
use chrono::NaiveDate;

/// What the first person says at set-up. All ids are new.
#[derive(Clone, Debug)]
pub struct FoundInput {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: Name,
    pub slug: Slug,
    pub short_code: Name,
    pub preset: Preset,
    /// Partnership only: at least two.
    pub councils: Vec<FoundCouncil>,
    /// Of the first person.
    pub person_name: Name,
    pub title: Option<Line>,
    pub side: Side,
    pub band: Band,
    pub administrator: MembershipId,
    /// None: the first person only runs the system.
    pub programme_manager: Option<MembershipId>,
}

#[derive(Clone, Debug)]
pub struct FoundCouncil {
    pub id: CouncilId,
    pub name: Name,
}

/// The organisation, its councils, and the places of whoever sets it up. Without appetite: the presets count.
///
/// # Errors
/// `Invalid` with the answers to mend. That the slug is free is seen by whoever keeps all organisations.
pub fn found_organisation(input: FoundInput, person: PersonId, today: NaiveDate) -> Result<Decision, Refusal> {
    let mut problems = council_problems(&input);
    let code = short_code(&input.short_code);
    problems.extend(code.as_ref().err().copied());
    if input.side == Side::Political && input.band == Band::Frontline {
        problems.push(Problem::new("band", Rule::Choose));
    }
    Refusal::unless_sound(problems)?;
    let organisation = Organisation {
        id: input.id,
        entry: Entry::default(),
        kind: input.kind,
        name: input.name,
        slug: input.slug,
        short_code: code.unwrap_or(input.short_code),
        stage_models: vec![input.preset.model()],
        escalation: EscalationContacts::default(),
        accessibility: None,
        privacy: None,
        key_decision: None,
        call_in_days: None,
        lead_limit: None,
        capacity_days: None,
        level_labels: vec![],
        ending: None,
    };
    let place = |id, role| Membership {
        id,
        entry: Entry::default(),
        person,
        name: input.person_name.clone(),
        role,
        side: input.side,
        band: input.band,
        title: input.title.clone(),
        service: None,
        council: None,
        from_on: today,
        to_on: None,
    };
    let mut decision = Decision::add(organisation);
    for FoundCouncil { id, name } in input.councils {
        let entry = Entry::default();
        decision = decision.and_add(Council {
            id,
            entry,
            name,
            organisation: None,
            from_on: today,
            to_on: None,
            ending: None,
        });
    }
    decision = decision.and_add(place(input.administrator, Role::Administrator));
    Ok(match input.programme_manager {
        Some(id) => decision.and_add(place(id, Role::ProgrammeManager)),
        None => decision,
    })
}

fn council_problems(input: &FoundInput) -> Vec<Problem> {
    let enough = match input.kind {
        OrganisationKind::Partnership => input.councils.len() >= Council::FEWEST,
        OrganisationKind::Council => true,
    };
    let stray = input.kind == OrganisationKind::Council && !input.councils.is_empty();
    let twice = input.councils.iter().enumerate().any(|(index, one)| {
        let earlier = &input.councils[..index];
        earlier.iter().any(|other| other.name.to_lowercase() == one.name.to_lowercase())
    });
    let rules = [(!enough, Rule::Missing), (stray, Rule::Choose), (twice, Rule::Taken)];
    rules.into_iter().filter(|(broken, _)| *broken).map(|(_, rule)| Problem::new("councils", rule)).collect()
}

#[cfg(test)]
pub(crate) mod testing {
    use super::*;
    use crate::Portfolio;
    use crate::testing::*;
    use uuid::Uuid;

    pub const COUNCILS: [CouncilId; 2] = [CouncilId(Uuid::from_u128(901)), CouncilId(Uuid::from_u128(902))];

    pub fn input(kind: OrganisationKind, councils: &[&str]) -> FoundInput {
        FoundInput {
            id: OrganisationId(Uuid::from_u128(60)),
            kind,
            name: text("Two Rivers"),
            slug: text("two-rivers"),
            short_code: text("tr"),
            preset: Preset::Gds,
            councils: COUNCILS
                .iter()
                .zip(councils)
                .map(|(id, name)| FoundCouncil { id: *id, name: text(name) })
                .collect(),
            person_name: text("Ada Wells"),
            title: Some(text("Head of change")),
            side: Side::Managerial,
            band: Band::MiddleManager,
            administrator: MembershipId(Uuid::from_u128(911)),
            programme_manager: Some(MembershipId(Uuid::from_u128(912))),
        }
    }

    /// Set up by the programme manager, who is also its administrator.
    pub fn founded_partnership() -> Portfolio {
        let input = input(OrganisationKind::Partnership, &["Aldermere Council", "Brackenford Council"]);
        let blank = Portfolio::blank(input.id);
        applied(&blank, found_organisation(input, MANAGER, day("2026-01-01")).expect("sound"))
    }
}

#[cfg(test)]
mod tests {
    use super::{testing::*, *};
    use crate::testing::*;

    #[test]
    fn the_first_person_runs_the_system_and_the_programme() {
        let founded = founded_partnership();
        as_person(&founded, MANAGER, |seen| {
            let roles: Vec<_> = seen.memberships().map(|one| one.role).collect();
            assert_eq!(roles, [Role::Administrator, Role::ProgrammeManager]);
            assert_eq!(seen.councils().count(), 2);
            assert_eq!(&*seen.organisation().short_code, "TR");
            assert_eq!(&*seen.organisation().stage_model().stages[0].name, "Discovery");
        });
        let alone = FoundInput { programme_manager: None, ..input(OrganisationKind::Council, &[]) };
        let decision = found_organisation(alone, MANAGER, today()).expect("sound");
        assert_eq!(decision.edits.len(), 2, "the organisation and one place; no appetite");
    }

    #[test]
    fn a_partnership_begins_with_two_different_councils() {
        for (kind, councils, rule) in [
            (OrganisationKind::Partnership, vec!["Aldermere Council"], Rule::Missing),
            (OrganisationKind::Partnership, vec!["Aldermere", "aldermere"], Rule::Taken),
            (OrganisationKind::Council, vec!["Aldermere"], Rule::Choose),
        ] {
            let refused = found_organisation(input(kind, &councils), MANAGER, today());
            assert_eq!(refused, Err(Refusal::invalid("councils", rule)));
        }
    }
}
