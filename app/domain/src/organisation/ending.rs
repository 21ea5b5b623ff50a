//! The end of a council: until when it exists, and who follows.
use super::{Council, Organisation};
use crate::{Act, CouncilId, Decision, Name, Problem, Refusal, Rule, Seen, Version, seen::plausible};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Set when a council is to be reorganised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// The last day of its legal existence.
    pub on: NaiveDate,
    /// One council may have several; none as long as it is not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub successors: Vec<Name>,
}

impl Seen<'_> {
    /// Of a member council, or of the organisation itself. None takes the end back.
    ///
    /// # Errors
    /// `Invalid` for a day before the council began, or that nobody plans for.
    pub fn settle_ending(
        self,
        council: Option<CouncilId>,
        ending: Option<Ending>,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        self.must(Act::ManagePeople, None)?;
        let mut problems: Vec<_> = ending.iter().filter_map(|one| plausible("ends_on", one.on)).collect();
        let Some(council) = council else {
            let before = self.organisation();
            Refusal::unless_seen(seen, before)?;
            Refusal::unless_sound(problems)?;
            return Ok(Decision::change(before, Organisation { ending, ..(**before).clone() }));
        };
        let before = self.council(council).ok_or(Refusal::NotFound)?;
        Refusal::unless_seen(seen, before)?;
        if ending.as_ref().is_some_and(|one| one.on < before.from_on) {
            problems.push(Problem::new("ends_on", Rule::Before(before.from_on)));
        }
        Refusal::unless_sound(problems)?;
        Ok(Decision::change(before, Council { ending, ..(**before).clone() }))
    }

    /// Whose end it is and when, of a member council or of the organisation itself.
    pub(crate) fn ending_of(self, council: Option<CouncilId>) -> Option<(Name, Ending)> {
        match council {
            Some(id) => self.council(id).and_then(|one| Some((one.name.clone(), one.ending.clone()?))),
            None => self.organisation().ending.clone().map(|ending| (self.organisation().name.clone(), ending)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn an_administrator_says_when_a_council_ends_and_who_follows() {
        let before = partnership();
        let ending = |on: &str| Some(Ending { on: day(on), successors: vec![text("Greater Northshire")] });
        let settle = |person, on: &str| {
            as_person(&before, person, |seen| seen.settle_ending(Some(COUNCIL), ending(on), Version::FIRST))
        };
        assert_eq!(settle(MANAGER, "2028-03-31"), Err(Refusal::NotAllowed(Act::ManagePeople)));
        let early = Refusal::invalid("ends_on", Rule::Before(day("2026-01-01")));
        assert_eq!(settle(ADMINISTRATOR, "2025-12-31"), Err(early));
        let ended = applied(&before, settle(ADMINISTRATOR, "2028-03-31").expect("allowed"));
        as_person(&ended, LEAD, |seen| {
            let found = seen.ending_of(Some(COUNCIL));
            assert_eq!(
                found.map(|(name, one)| (name.to_string(), one.on)),
                Some(("Northshire".into(), day("2028-03-31")))
            );
            assert_eq!(seen.ending_of(None), None);
        });
    }
}
