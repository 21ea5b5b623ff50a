//! Giving people a place, changing it, and the name they are known by.
use super::{Band, Membership, OrganisationKind, Role, Side};
use crate::{
    Act, CouncilId, Decision, Entry, Impossible, Line, MembershipId, Name, PersonId, Problem, Refusal, Rule, Seen,
    Version, seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// What an administrator says of somebody's place, new or changed.
#[derive(Clone, Debug)]
pub struct MembershipInput {
    pub role: Role,
    pub side: Side,
    pub band: Band,
    pub title: Option<Line>,
    pub service: Option<Line>,
    /// Partnership only.
    pub council: Option<CouncilId>,
    pub from_on: NaiveDate,
}

/// Somebody with the places they hold or held.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonHere {
    pub person: PersonId,
    pub name: Name,
    /// Places that count today or begin later, then those that have ended; each the earlier first.
    pub places: Vec<Arc<Membership>>,
    /// Whether any place counts today.
    pub is_current: bool,
}

impl Seen<'_> {
    /// Everyone, those who hold a place today first, each part by name.
    #[must_use]
    pub fn people(self, today: NaiveDate) -> Vec<PersonHere> {
        let mut people: Vec<PersonHere> = Vec::new();
        for one in self.memberships() {
            let is_current = one.is_current(today);
            match people.iter_mut().find(|known| known.person == one.person) {
                Some(known) => {
                    known.places.push(one.clone());
                    known.is_current |= is_current;
                }
                None => people.push(PersonHere {
                    person: one.person,
                    name: one.name.clone(),
                    places: vec![one.clone()],
                    is_current,
                }),
            }
        }
        for person in &mut people {
            person.places.sort_by_key(|one| (one.to_on.is_some_and(|last| last < today), one.from_on, one.id));
        }
        people.sort_by_key(|one| (!one.is_current, one.name.to_lowercase(), one.person));
        people
    }

    /// Gives a person a place; a person who needs two roles is given two places.
    ///
    /// The name is used for somebody new here: whoever holds or held a place keeps the name they are known by.
    pub fn invite(
        self,
        id: MembershipId,
        person: PersonId,
        name: Name,
        input: MembershipInput,
    ) -> Result<Decision, Refusal> {
        self.must(Act::ManagePeople, None)?;
        let held = || self.memberships().filter(|one| one.person == person);
        let mut problems = self.place_problems(&input);
        let same = |one: &Arc<Membership>| {
            let lasts = one.to_on.is_none_or(|last| input.from_on <= last);
            one.role == input.role && one.council == input.council && lasts
        };
        if held().any(same) {
            problems.push(Problem::new("role", Rule::Taken));
        }
        Refusal::unless_sound(problems)?;
        let name = held().next().map_or(name, |known| known.name.clone());
        Ok(Decision::add(Membership {
            id,
            entry: Entry::default(),
            person,
            name,
            role: input.role,
            side: input.side,
            band: input.band,
            title: input.title,
            service: input.service,
            council: input.council,
            from_on: input.from_on,
            to_on: None,
        }))
    }

    /// A mistake mended, or a new title or role from now on; what was true before stays in the history.
    pub fn change_membership(
        self,
        id: MembershipId,
        input: MembershipInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.membership(id).ok_or(Refusal::NotFound)?;
        self.must(Act::ManagePeople, None)?;
        Refusal::unless_seen(seen, before)?;
        let leaves = input.role != Role::Administrator || input.from_on > today;
        if leaves && before.is_current(today) && self.is_last_administrator(before, today) {
            return Err(Refusal::Impossible(Impossible::LastAdministrator));
        }
        let mut problems = self.place_problems(&input);
        if let Some(last) = before.to_on.filter(|last| *last < input.from_on) {
            problems.push(Problem::new("from_on", Rule::After(last)));
        }
        Refusal::unless_sound(problems)?;
        let after = Membership {
            role: input.role,
            side: input.side,
            band: input.band,
            title: input.title,
            service: input.service,
            council: input.council,
            from_on: input.from_on,
            ..(**before).clone()
        };
        Ok(Decision::change(before, after))
    }

    /// Changes the name on every place of a person: by an administrator, or by the person themselves.
    pub fn rename(self, person: PersonId, name: Name) -> Result<Decision, Refusal> {
        let mut held = self.memberships().filter(|one| one.person == person).peekable();
        held.peek().ok_or(Refusal::NotFound)?;
        if self.actor.person != person {
            self.must(Act::ManagePeople, None)?;
        }
        Ok(held.fold(Decision::default(), |all, one| {
            all.and_change(one, Membership { name: name.clone(), ..(**one).clone() })
        }))
    }

    /// Whether nobody else runs the system from a day on, with no end set.
    pub(super) fn is_last_administrator(self, one: &Membership, from: NaiveDate) -> bool {
        let runs = |other: &Arc<Membership>| {
            other.id != one.id && other.role == Role::Administrator && other.is_current(from) && other.to_on.is_none()
        };
        one.role == Role::Administrator && !self.memberships().any(runs)
    }

    fn place_problems(self, input: &MembershipInput) -> Vec<Problem> {
        let mut problems: Vec<_> = plausible("from_on", input.from_on).into_iter().collect();
        // Leader and cabinet are senior, other councillors in the middle.
        if input.side == Side::Political && input.band == Band::Frontline {
            problems.push(Problem::new("band", Rule::Choose));
        }
        let is_partnership = self.organisation().kind == OrganisationKind::Partnership;
        let fits = |id| is_partnership && self.council(id).is_some();
        if input.council.is_some_and(|id| !fits(id)) {
            problems.push(Problem::new("council", Rule::Choose));
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use uuid::Uuid;

    const NEWCOMER: PersonId = PersonId(Uuid::from_u128(7));

    fn input(role: Role) -> MembershipInput {
        MembershipInput {
            role,
            side: Side::Neither,
            band: Band::Frontline,
            title: None,
            service: None,
            council: None,
            from_on: day("2026-12-01"),
        }
    }

    #[test]
    fn a_person_who_needs_two_roles_is_given_two_places_under_one_name() {
        let id = |number| MembershipId(Uuid::from_u128(number));
        let both = after(&portfolio(), ADMINISTRATOR, |seen| {
            let team = seen.invite(id(1), NEWCOMER, text("Sam Field"), input(Role::TeamMember))?;
            Ok(team.and(seen.invite(id(2), NEWCOMER, text("Sam Field"), input(Role::Administrator))?))
        });
        let again = as_person(&both, ADMINISTRATOR, |seen| {
            seen.invite(id(3), NEWCOMER, text("Sam Field"), input(Role::TeamMember))
        });
        assert_eq!(again, Err(Refusal::invalid("role", Rule::Taken)));
        let third =
            after(&both, ADMINISTRATOR, |seen| seen.invite(id(3), NEWCOMER, text("Samuel"), input(Role::Viewer)));
        as_person(&third, ADMINISTRATOR, |seen| {
            let people = seen.people(today());
            let last = people.last().expect("somebody");
            assert_eq!((last.person, &*last.name, last.places.len()), (NEWCOMER, "Sam Field", 3));
            assert!(!last.is_current, "begins in December");
        });
    }

    #[test]
    fn a_place_is_given_by_an_administrator_alone_and_must_make_sense() {
        let id = MembershipId(Uuid::from_u128(1));
        for person in [MANAGER, LEAD, EXECUTIVE, VIEWER] {
            let refused =
                as_person(&portfolio(), person, |seen| seen.invite(id, NEWCOMER, text("Sam"), input(Role::Viewer)));
            assert_eq!(refused, Err(Refusal::NotAllowed(Act::ManagePeople)));
        }
        let wrong =
            MembershipInput { side: Side::Political, council: Some(CouncilId(Uuid::nil())), ..input(Role::Executive) };
        let refused =
            as_person(&portfolio(), ADMINISTRATOR, |seen| seen.invite(id, NEWCOMER, text("Sam"), wrong.clone()));
        let choose = ["band", "council"].map(|field| Problem::new(field, Rule::Choose));
        assert_eq!(refused, Err(Refusal::Invalid(choose.into())));
    }

    #[test]
    fn the_last_administrator_keeps_the_role() {
        let change = |portfolio: &crate::Portfolio| {
            as_person(portfolio, ADMINISTRATOR, |seen| {
                let input = MembershipInput { from_on: day("2026-01-01"), ..input(Role::Viewer) };
                seen.change_membership(place(ADMINISTRATOR), input, Version::FIRST, today())
            })
        };
        let alone = portfolio();
        assert_eq!(change(&alone), Err(Refusal::Impossible(Impossible::LastAdministrator)));
        let two = after(&alone, ADMINISTRATOR, |seen| {
            let input = MembershipInput { from_on: today(), ..input(Role::Administrator) };
            seen.invite(MembershipId(Uuid::from_u128(1)), NEWCOMER, text("Sam"), input)
        });
        assert!(change(&two).is_ok());
    }

    #[test]
    fn a_new_name_stands_on_every_place() {
        let renamed = after(&portfolio(), LEAD, |seen| seen.rename(LEAD, text("Robin Hale")));
        assert_eq!(renamed.name_of(LEAD), Some("Robin Hale"));
        let other = as_person(&renamed, LEAD, |seen| seen.rename(MANAGER, text("Nobody")));
        assert_eq!(other, Err(Refusal::NotAllowed(Act::ManagePeople)));
        assert!(as_person(&renamed, ADMINISTRATOR, |seen| seen.rename(LEAD, text("R. Hale"))).is_ok());
        assert_eq!(as_person(&renamed, LEAD, |seen| seen.rename(NEWCOMER, text("X"))), Err(Refusal::NotFound));
    }
}
