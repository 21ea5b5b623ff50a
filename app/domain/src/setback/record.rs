//! Writing a blow down, answering it, and saying that it is over.
use super::{Setback, SetbackKind};
use crate::{
    Act, Decision, Entry, Impossible, InnovationId, Problem, Reason, Refusal, Rule, Seen, SetbackId, Version,
    seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct SetbackInput {
    pub kind: SetbackKind,
    /// Never in the future.
    pub on: NaiveDate,
    pub what: Reason,
}

impl<'a> Seen<'a> {
    pub fn add_setback(
        self,
        id: SetbackId,
        innovation: InnovationId,
        input: SetbackInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        Refusal::unless_sound(day_problems("on", input.on, None, today))?;
        let SetbackInput { kind, on, what } = input;
        let (response, responded_on, resolved_on) = (None, None, None);
        let entry = Entry::default();
        Ok(Decision::add(Setback { id, entry, innovation, kind, on, what, response, responded_on, resolved_on }))
    }

    /// What was done about it; again in other words as long as it is not over.
    pub fn answer_setback(
        self,
        innovation: InnovationId,
        id: SetbackId,
        response: Reason,
        responded_on: NaiveDate,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_setback(innovation, id, seen)?;
        Refusal::unless_sound(day_problems("responded_on", responded_on, Some(before.on), today))?;
        let after = Setback { response: Some(response), responded_on: Some(responded_on), ..(**before).clone() };
        Ok(Decision::change(before, after))
    }

    /// It is over, whether or not anything was done.
    pub fn resolve_setback(
        self,
        innovation: InnovationId,
        id: SetbackId,
        resolved_on: NaiveDate,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_setback(innovation, id, seen)?;
        let first = before.responded_on.unwrap_or(before.on);
        Refusal::unless_sound(day_problems("resolved_on", resolved_on, Some(first), today))?;
        Ok(Decision::change(before, Setback { resolved_on: Some(resolved_on), ..(**before).clone() }))
    }

    fn open_setback(self, innovation: InnovationId, id: SetbackId, seen: Version) -> Result<&'a Arc<Setback>, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let before = self.setbacks(innovation).find(|one| one.id == id).ok_or(Refusal::NotFound)?;
        Refusal::unless_seen(seen, before)?;
        if before.resolved_on.is_some() {
            return Err(Refusal::Impossible(Impossible::SetbackResolved));
        }
        Ok(before)
    }
}

fn day_problems(field: &'static str, day: NaiveDate, first: Option<NaiveDate>, today: NaiveDate) -> Vec<Problem> {
    let mut problems: Vec<_> = plausible(field, day).into_iter().collect();
    if day > today {
        problems.push(Problem::new(field, Rule::After(today)));
    }
    problems.extend(first.filter(|first| day < *first).map(|first| Problem::new(field, Rule::Before(first))));
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, testing::*};

    #[test]
    fn a_setback_is_answered_and_then_over() {
        let input =
            |on: &str| SetbackInput { kind: SetbackKind::Supplier, on: day(on), what: text("The maker closed") };
        let id = setback(1, "2026-10-01").id;
        let add = |on: &str| as_person(&portfolio(), LEAD, |seen| seen.add_setback(id, LAMPS, input(on), today()));
        assert_eq!(add("2026-11-25"), Err(Refusal::invalid("on", Rule::After(today()))));
        let before = applied(&portfolio(), add("2026-10-01").expect("allowed"));
        let answer = |portfolio: &Portfolio, on: &str, seen| {
            as_person(portfolio, LEAD, |who| {
                who.answer_setback(LAMPS, id, text("Another maker was found"), day(on), Version(seen), today())
            })
        };
        let early = Refusal::invalid("responded_on", Rule::Before(day("2026-10-01")));
        assert_eq!(answer(&before, "2026-09-30", 1), Err(early));
        let answered = applied(&before, answer(&before, "2026-10-20", 1).expect("allowed"));
        let resolve =
            |on: &str| as_person(&answered, LEAD, |seen| seen.resolve_setback(LAMPS, id, day(on), Version(2), today()));
        assert_eq!(resolve("2026-10-19"), Err(Refusal::invalid("resolved_on", Rule::Before(day("2026-10-20")))));
        let over = applied(&answered, resolve("2026-11-01").expect("allowed"));
        assert_eq!(answer(&over, "2026-11-02", 3), Err(Refusal::Impossible(Impossible::SetbackResolved)));
    }
}
