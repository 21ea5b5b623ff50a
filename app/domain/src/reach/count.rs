//! Writing down how many were reached, for one site or many at once.
use super::ReachCount;
use crate::{
    Act, Decision, Entry, InnovationId, Line, Problem, ReachCountId, Refusal, Rule, Seen, SiteId, Version,
    seen::plausible,
};
use chrono::NaiveDate;

#[derive(Clone, Debug)]
pub struct ReachInput {
    pub site: SiteId,
    pub from_on: NaiveDate,
    /// Never in the future.
    pub to_on: NaiveDate,
    pub eligible_people: Option<u32>,
    pub reached_people: Option<u32>,
    pub unit: Line,
    pub unique: bool,
}

impl Seen<'_> {
    /// One count for each row, or none at all.
    ///
    /// # Errors
    /// `Rows` with what is wrong in each row that cannot be kept.
    pub fn count_reach(
        self,
        innovation: InnovationId,
        rows: &[(ReachCountId, ReachInput)],
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let mut taken = Vec::new();
        Decision::of_rows(rows, |(id, input)| {
            let mut problems = self.reach_problems(innovation, None, input, today)?;
            if taken.contains(&(input.site, input.to_on)) {
                problems.push(Problem::new("to_on", Rule::Taken));
            }
            taken.push((input.site, input.to_on));
            Refusal::unless_sound(problems)?;
            Ok(Decision::add(counted(*id, Entry::default(), innovation, input)))
        })
    }

    /// A count put right; it stays with its site.
    pub fn edit_reach(
        self,
        innovation: InnovationId,
        id: ReachCountId,
        input: &ReachInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let found = self.reach_counts(innovation, input.site).find(|one| one.id == id);
        let before = found.ok_or(Refusal::NotFound)?;
        Refusal::unless_seen(seen, before)?;
        Refusal::unless_sound(self.reach_problems(innovation, Some(id), input, today)?)?;
        Ok(Decision::change(before, counted(id, before.entry, innovation, input)))
    }

    fn reach_problems(
        self,
        innovation: InnovationId,
        changed: Option<ReachCountId>,
        input: &ReachInput,
        today: NaiveDate,
    ) -> Result<Vec<Problem>, Refusal> {
        self.site(innovation, input.site)?;
        let days = [("from_on", input.from_on), ("to_on", input.to_on)];
        let mut problems: Vec<_> = days.into_iter().filter_map(|(field, day)| plausible(field, day)).collect();
        if input.to_on > today {
            problems.push(Problem::new("to_on", Rule::After(today)));
        }
        if input.to_on < input.from_on {
            problems.push(Problem::new("to_on", Rule::Before(input.from_on)));
        }
        let counts = self.reach_counts(innovation, input.site).filter(|one| Some(one.id) != changed);
        if counts.into_iter().any(|one| one.to_on == input.to_on) {
            problems.push(Problem::new("to_on", Rule::Taken));
        }
        if input.reached_people.is_none() && input.eligible_people.is_none() {
            problems.push(Problem::new("reached_people", Rule::Missing));
        }
        Ok(problems)
    }
}

fn counted(id: ReachCountId, entry: Entry, innovation: InnovationId, input: &ReachInput) -> ReachCount {
    let ReachInput { site, from_on, to_on, eligible_people, reached_people, unit, unique } = input.clone();
    ReachCount { id, entry, innovation, site, from_on, to_on, eligible_people, reached_people, unit, unique }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    fn input(number: u32, to_on: &str) -> (ReachCountId, ReachInput) {
        let one = reach_count(number, 130, 200);
        let ReachCount { id, site, from_on, eligible_people, reached_people, unit, unique, .. } = one;
        (id, ReachInput { site, from_on, to_on: day(to_on), eligible_people, reached_people, unit, unique })
    }

    #[test]
    fn a_site_has_one_count_for_a_period_and_none_of_days_to_come() {
        let before = with_sites(&[(site(1), vec![]), (site(2), vec![])]);
        let count = |rows: &[_]| as_person(&before, LEAD, |seen| seen.count_reach(LAMPS, rows, today()));
        let rows = [input(1, "2026-10-31"), input(1, "2026-10-31"), input(2, "2026-11-30"), input(2, "2026-09-30")];
        let invalid = |field, rule| Refusal::invalid(field, rule);
        let refused = vec![
            (1, invalid("to_on", Rule::Taken)),
            (2, invalid("to_on", Rule::After(today()))),
            (3, invalid("to_on", Rule::Before(day("2026-10-01")))),
        ];
        assert_eq!(count(&rows), Err(Refusal::Rows(refused)));
        let counted = applied(&before, count(&rows[..1]).expect("allowed"));
        let again = as_person(&counted, LEAD, |seen| seen.count_reach(LAMPS, &rows[..1], today()));
        assert_eq!(again, Err(Refusal::Rows(vec![(0, invalid("to_on", Rule::Taken))])));
        let (id, right) = input(1, "2026-10-31");
        let right = ReachInput { reached_people: Some(140), ..right };
        let edit = |seen| as_person(&counted, LEAD, |who| who.edit_reach(LAMPS, id, &right, seen, today()));
        assert!(matches!(edit(Version(7)), Err(Refusal::Outdated { .. })));
        assert_eq!(edit(Version::FIRST).map(|decision| decision.edits.len()), Ok(1));
        assert_eq!(count(&[input(9, "2026-10-31")]), Err(Refusal::NotFound));
    }
}
