use crate::{
    Act, CouncilId, Decision, Entry, Impossible, Name, OrganisationId, OrganisationKind, Problem, Refusal, Rule, Seen,
    Version, record::noun, seen::plausible,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A member council of a partnership, as the partnership records it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Council {
    pub id: CouncilId,
    pub entry: Entry,
    pub name: Name,
    /// The council's own organisation here, if it has one: its people may read the innovations that list it.
    pub organisation: Option<OrganisationId>,
    pub from_on: NaiveDate,
    pub to_on: Option<NaiveDate>,
    /// Set when it is to be reorganised; being a member and being there at all are two things.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<super::Ending>,
}

noun!(Council, "council", CouncilId = |one| one.id);

impl Council {
    /// Fewest member councils of a partnership.
    pub const FEWEST: usize = 2;

    #[must_use]
    pub fn is_member(&self, today: NaiveDate) -> bool {
        self.from_on <= today && self.to_on.is_none_or(|last| today <= last)
    }
}

/// What an administrator says of a member council, new or changed.
#[derive(Clone, Debug)]
pub struct CouncilInput {
    pub name: Name,
    pub organisation: Option<OrganisationId>,
    pub from_on: NaiveDate,
}

impl Seen<'_> {
    pub fn add_council(self, id: CouncilId, input: CouncilInput) -> Result<Decision, Refusal> {
        self.must_settle_councils()?;
        Refusal::unless_sound(self.council_problems(id, &input))?;
        let CouncilInput { name, organisation, from_on } = input;
        Ok(Decision::add(Council {
            id,
            entry: Entry::default(),
            name,
            organisation,
            from_on,
            to_on: None,
            ending: None,
        }))
    }

    pub fn edit_council(self, id: CouncilId, input: CouncilInput, seen: Version) -> Result<Decision, Refusal> {
        let before = self.council(id).ok_or(Refusal::NotFound)?;
        self.must_settle_councils()?;
        Refusal::unless_seen(seen, before)?;
        let mut problems = self.council_problems(id, &input);
        if let Some(last) = before.to_on.filter(|last| *last < input.from_on) {
            problems.push(Problem::new("from_on", Rule::After(last)));
        }
        Refusal::unless_sound(problems)?;
        let CouncilInput { name, organisation, from_on } = input;
        Ok(Decision::change(before, Council { name, organisation, from_on, ..(**before).clone() }))
    }

    /// The day given is its last as a member; two must stay. A council that has ended may be given another last day.
    pub fn end_council(self, id: CouncilId, to_on: NaiveDate, seen: Version) -> Result<Decision, Refusal> {
        let before = self.council(id).ok_or(Refusal::NotFound)?;
        self.must_settle_councils()?;
        Refusal::unless_seen(seen, before)?;
        let day_after = to_on.succ_opt().unwrap_or(to_on);
        let stay = |one: &&Arc<Council>| one.id != id && one.is_member(day_after) && one.to_on.is_none();
        if self.councils().filter(stay).count() < Council::FEWEST {
            return Err(Refusal::Impossible(Impossible::TwoCouncils));
        }
        let mut problems: Vec<_> = plausible("to_on", to_on).into_iter().collect();
        if to_on < before.from_on {
            problems.push(Problem::new("to_on", Rule::Before(before.from_on)));
        }
        Refusal::unless_sound(problems)?;
        Ok(Decision::change(before, Council { to_on: Some(to_on), ..(**before).clone() }))
    }

    fn must_settle_councils(self) -> Result<(), Refusal> {
        self.must(Act::ManagePeople, None)?;
        match self.organisation().kind {
            OrganisationKind::Partnership => Ok(()),
            OrganisationKind::Council => Err(Refusal::Impossible(Impossible::NotAPartnership)),
        }
    }

    fn council_problems(self, id: CouncilId, input: &CouncilInput) -> Vec<Problem> {
        let mut problems: Vec<_> = plausible("from_on", input.from_on).into_iter().collect();
        if self.councils().any(|one| one.id != id && one.to_on.is_none() && one.name == input.name) {
            problems.push(Problem::new("name", Rule::Taken));
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::found::testing::{COUNCILS, founded_partnership};
    use crate::testing::*;
    use uuid::Uuid;

    const THIRD: CouncilId = CouncilId(Uuid::from_u128(903));

    fn input(name: &str) -> CouncilInput {
        CouncilInput { name: text(name), organisation: None, from_on: day("2026-12-01") }
    }

    #[test]
    fn a_partnership_keeps_two_councils_on_any_day() {
        let two = founded_partnership();
        let end = |portfolio: &crate::Portfolio, to_on| {
            as_person(portfolio, MANAGER, |seen| seen.end_council(COUNCILS[0], day(to_on), Version::FIRST))
        };
        assert_eq!(end(&two, "2026-12-31"), Err(Refusal::Impossible(Impossible::TwoCouncils)));
        let three = after(&two, MANAGER, |seen| seen.add_council(THIRD, input("Eastvale Council")));
        assert_eq!(end(&three, "2026-11-29"), Err(Refusal::Impossible(Impossible::TwoCouncils)), "not yet a member");
        let ended = applied(&three, end(&three, "2026-12-31").expect("two stay"));
        as_person(&ended, MANAGER, |seen| {
            let council = seen.council(COUNCILS[0]).expect("stays in the list");
            assert!(council.is_member(day("2026-12-31")) && !council.is_member(day("2027-01-01")));
        });
    }

    #[test]
    fn a_name_is_used_once_and_a_council_has_no_councils() {
        let two = founded_partnership();
        let again = as_person(&two, MANAGER, |seen| seen.add_council(THIRD, input("Aldermere Council")));
        assert_eq!(again, Err(Refusal::invalid("name", Rule::Taken)));
        let alone = as_person(&portfolio(), ADMINISTRATOR, |seen| seen.add_council(THIRD, input("Eastvale")));
        assert_eq!(alone, Err(Refusal::Impossible(Impossible::NotAPartnership)));
        let refused = as_person(&portfolio(), MANAGER, |seen| seen.add_council(THIRD, input("Eastvale")));
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::ManagePeople)));
        let renamed =
            after(&two, MANAGER, |seen| seen.edit_council(COUNCILS[1], input("Brackenford Borough"), Version::FIRST));
        as_person(&renamed, MANAGER, |seen| {
            assert_eq!(seen.council(COUNCILS[1]).map(|one| one.name.to_string()), Some("Brackenford Borough".into()));
        });
    }
}
