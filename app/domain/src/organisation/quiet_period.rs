use crate::{
    Act, Decision, Entry, Impossible, Line, Problem, QuietPeriodId, Refusal, Rule, Seen, Version, record::noun,
    seen::plausible,
};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A stretch in which silence is normal: an election, August, Christmas. Both ends are in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuietPeriod {
    pub id: QuietPeriodId,
    pub entry: Entry,
    pub from_on: NaiveDate,
    pub to_on: NaiveDate,
    pub label: Line,
    /// No work is done at all, as in a Christmas closure.
    pub closed: bool,
}

impl QuietPeriod {
    /// Most days: a longer one would be a way to hide.
    pub const MOST_DAYS: i64 = 60;
}

noun!(QuietPeriod, "quiet_period", QuietPeriodId = |one| one.id);

/// What an administrator says of a quiet period, new or changed.
#[derive(Clone, Debug)]
pub struct QuietPeriodInput {
    pub from_on: NaiveDate,
    pub to_on: NaiveDate,
    pub label: Line,
    pub closed: bool,
}

impl QuietPeriodInput {
    fn problems(&self, today: NaiveDate) -> Vec<Problem> {
        let mut problems: Vec<_> = plausible("from_on", self.from_on).into_iter().collect();
        let tomorrow = today.succ_opt().unwrap_or(today);
        if self.from_on < tomorrow {
            problems.push(Problem::new("from_on", Rule::Before(tomorrow)));
        }
        let last = self
            .from_on
            .checked_add_days(Days::new(QuietPeriod::MOST_DAYS.unsigned_abs() - 1))
            .unwrap_or(NaiveDate::MAX);
        if self.to_on < self.from_on {
            problems.push(Problem::new("to_on", Rule::Before(self.from_on)));
        } else if self.to_on > last {
            problems.push(Problem::new("to_on", Rule::After(last)));
        }
        problems
    }
}

impl<'a> Seen<'a> {
    /// At most 60 days, and set before it begins: otherwise it is a way to hide.
    pub fn add_quiet_period(
        self,
        id: QuietPeriodId,
        input: QuietPeriodInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.must(Act::EditQuietPeriods, None)?;
        Refusal::unless_sound(input.problems(today))?;
        let QuietPeriodInput { from_on, to_on, label, closed } = input;
        Ok(Decision::add(QuietPeriod { id, entry: Entry::default(), from_on, to_on, label, closed }))
    }

    pub fn edit_quiet_period(
        self,
        id: QuietPeriodId,
        input: QuietPeriodInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.coming_quiet_period(id, seen, today)?;
        Refusal::unless_sound(input.problems(today))?;
        let QuietPeriodInput { from_on, to_on, label, closed } = input;
        Ok(Decision::change(before, QuietPeriod { from_on, to_on, label, closed, ..(**before).clone() }))
    }

    pub fn remove_quiet_period(self, id: QuietPeriodId, seen: Version, today: NaiveDate) -> Result<Decision, Refusal> {
        self.coming_quiet_period(id, seen, today).map(Decision::remove)
    }

    /// # Errors
    /// `NotFound` when it is not there.
    pub fn quiet_period(self, id: QuietPeriodId) -> Result<&'a Arc<QuietPeriod>, Refusal> {
        self.portfolio.shelves.quiet_periods.get(&id).ok_or(Refusal::NotFound)
    }

    fn coming_quiet_period(
        self,
        id: QuietPeriodId,
        seen: Version,
        today: NaiveDate,
    ) -> Result<&'a Arc<QuietPeriod>, Refusal> {
        let before = self.quiet_period(id)?;
        self.must(Act::EditQuietPeriods, None)?;
        Refusal::unless_seen(seen, before)?;
        if before.from_on <= today {
            return Err(Refusal::Impossible(Impossible::QuietPeriodBegun));
        }
        Ok(before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use uuid::Uuid;

    const CHRISTMAS: QuietPeriodId = QuietPeriodId(Uuid::from_u128(800));

    fn input(from_on: &str, to_on: &str) -> QuietPeriodInput {
        QuietPeriodInput { from_on: day(from_on), to_on: day(to_on), label: text("Christmas"), closed: true }
    }

    #[test]
    fn a_quiet_period_is_set_before_it_begins_and_lasts_at_most_60_days() {
        let tomorrow = Rule::Before(day("2026-11-25"));
        for (from_on, to_on, problem) in [
            ("2026-12-21", "2027-01-03", None),
            ("2026-11-25", "2027-01-23", None),
            ("2026-11-25", "2027-01-24", Some(("to_on", Rule::After(day("2027-01-23"))))),
            ("2026-11-24", "2026-11-30", Some(("from_on", tomorrow))),
            ("2026-12-21", "2026-12-20", Some(("to_on", Rule::Before(day("2026-12-21"))))),
        ] {
            let decided = as_person(&portfolio(), ADMINISTRATOR, |seen| {
                seen.add_quiet_period(CHRISTMAS, input(from_on, to_on), today())
            });
            let wanted = problem.map(|(field, rule)| Refusal::invalid(field, rule));
            assert_eq!(decided.err(), wanted, "{from_on} to {to_on}");
        }
    }

    #[test]
    fn once_begun_it_stays_as_it_is() {
        let set = after(&portfolio(), ADMINISTRATOR, |seen| {
            seen.add_quiet_period(CHRISTMAS, input("2026-12-21", "2027-01-03"), today())
        });
        let begun = day("2026-12-21");
        as_person(&set, ADMINISTRATOR, |seen| {
            let earlier = seen.edit_quiet_period(CHRISTMAS, input("2026-12-20", "2027-01-03"), Version::FIRST, today());
            assert!(earlier.is_ok());
            assert!(seen.remove_quiet_period(CHRISTMAS, Version::FIRST, today()).is_ok());
            let late = Err(Refusal::Impossible(Impossible::QuietPeriodBegun));
            let edit = seen.edit_quiet_period(CHRISTMAS, input("2026-12-22", "2027-01-03"), Version::FIRST, begun);
            assert_eq!(edit, late);
            assert_eq!(seen.remove_quiet_period(CHRISTMAS, Version::FIRST, begun), late);
        });
        let refused = as_person(&set, MANAGER, |seen| seen.remove_quiet_period(CHRISTMAS, Version::FIRST, today()));
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::EditQuietPeriods)));
    }
}
