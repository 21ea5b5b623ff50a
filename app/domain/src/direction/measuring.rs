//! Agreeing what is measured, and reading it.
use super::{Better, Measure, MeasureOf, Number, Outcome, Reading};
use crate::{
    Act, Decision, Entry, InnovationId, Line, MeasureId, Noun, OutcomeId, PriorityAreaId, Problem, ReadingId, Reason,
    Refusal, Rule, Seen, Title, Version, seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// What somebody says of a measure, new or changed.
#[derive(Clone, Debug)]
pub struct MeasureInput {
    pub title: Title,
    pub unit: Line,
    pub better: Better,
    pub baseline: Option<Number>,
    pub baseline_on: Option<NaiveDate>,
    pub target: Option<Number>,
    pub target_on: Option<NaiveDate>,
    pub floor: Option<Number>,
    pub interval_days: u32,
    pub source: Line,
}

/// One value, read on a day. A second reading of that day corrects the first and says why.
#[derive(Clone, Debug)]
pub struct ReadingInput {
    pub on: NaiveDate,
    pub value: Number,
    pub note: Option<Reason>,
}

impl MeasureInput {
    /// Longest interval: three years.
    pub const MOST_DAYS: u32 = 1096;

    fn problems(&self, today: NaiveDate) -> Vec<Problem> {
        let dates = [("baseline_on", self.baseline_on), ("target_on", self.target_on)];
        let mut problems: Vec<_> =
            dates.into_iter().filter_map(|(field, day)| day.and_then(|day| plausible(field, day))).collect();
        let pairs = [
            ("baseline", self.baseline.is_some(), "baseline_on", self.baseline_on.is_some()),
            ("target", self.target.is_some(), "target_on", self.target_on.is_some()),
        ];
        for (value, has_value, on, has_day) in pairs {
            if has_value != has_day {
                problems.push(Problem::new(if has_value { on } else { value }, Rule::Missing));
            }
        }
        if self.baseline_on.is_some_and(|day| day > today) {
            problems.push(Problem::new("baseline_on", Rule::After(today)));
        }
        if let (Some(from), Some(to)) = (self.baseline_on, self.target_on)
            && to <= from
        {
            problems.push(Problem::new("target_on", Rule::Before(from.succ_opt().unwrap_or(from))));
        }
        if !(1..=Self::MOST_DAYS).contains(&self.interval_days) {
            problems.push(Problem::new("interval_days", Rule::OutOfRange(1, i64::from(Self::MOST_DAYS))));
        }
        problems
    }

    fn about(self, id: MeasureId, entry: Entry, of: MeasureOf) -> Measure {
        Measure {
            id,
            entry,
            of,
            title: self.title,
            unit: self.unit,
            better: self.better,
            baseline: self.baseline.map(|number| number.0),
            baseline_on: self.baseline_on,
            target: self.target.map(|number| number.0),
            target_on: self.target_on,
            floor: self.floor.map(|number| number.0),
            interval_days: self.interval_days,
            source: self.source,
        }
    }
}

impl<'a> Seen<'a> {
    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn outcome(self, area: PriorityAreaId, id: OutcomeId) -> Result<&'a Arc<Outcome>, Refusal> {
        self.portfolio.shelves.outcomes.get(&(area, id)).ok_or(Refusal::NotFound)
    }

    /// By its id alone.
    ///
    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn outcome_by_id(self, id: OutcomeId) -> Result<&'a Arc<Outcome>, Refusal> {
        self.portfolio.shelves.outcomes.values().find(|one| one.id == id).ok_or(Refusal::NotFound)
    }

    /// Those of one outcome or innovation that may be read, by id.
    pub fn measures_of(self, of: MeasureOf) -> impl Iterator<Item = &'a Arc<Measure>> {
        self.measures().filter(move |one| one.of == of)
    }

    pub fn add_measure(
        self,
        id: MeasureId,
        of: MeasureOf,
        input: MeasureInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.may_measure(of)?;
        Refusal::unless_sound(input.problems(today))?;
        Ok(Decision::add(input.about(id, Entry::default(), of)))
    }

    pub fn edit_measure(
        self,
        id: MeasureId,
        input: MeasureInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.measure(id)?;
        self.may_measure(before.of)?;
        Refusal::unless_seen(seen, before)?;
        Refusal::unless_sound(input.problems(today))?;
        Ok(Decision::change(before, input.about(id, before.entry, before.of)))
    }

    /// Hidden with its readings.
    pub fn remove_measure(self, id: MeasureId, reason: Reason, seen: Version) -> Result<Decision, Refusal> {
        let before = self.measure(id)?;
        self.may_measure(before.of)?;
        Refusal::unless_seen(seen, before)?;
        let readings = self.readings(id).fold(Decision::default(), |all, one| all.and(Decision::remove(one)));
        Ok(readings.and(Decision::remove(before)).because(Some(reason)))
    }

    /// The older reading of a day stays, so that the correction can be seen.
    pub fn add_reading(
        self,
        id: ReadingId,
        measure: MeasureId,
        input: ReadingInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let measure = self.measure(measure)?;
        self.may_measure(measure.of)?;
        let mut problems: Vec<_> = plausible("on", input.on).into_iter().collect();
        if input.on > today {
            problems.push(Problem::new("on", Rule::After(today)));
        }
        if input.note.is_none() && self.readings(measure.id).any(|one| one.on == input.on) {
            problems.push(Problem::new("note", Rule::Missing));
        }
        Refusal::unless_sound(problems)?;
        Ok(Decision::add(Reading {
            id,
            entry: Entry::default(),
            measure: measure.id,
            innovation: measure.innovation(),
            on: input.on,
            value: input.value.0,
            note: input.note,
        }))
    }

    /// Whether measures of it may be agreed and read by this person: for a page that offers the forms.
    #[must_use]
    pub fn is_measured_by_me(self, of: MeasureOf) -> bool {
        self.may_measure(of).is_ok()
    }

    /// Measures of an outcome belong to the direction; those of an innovation also to whoever may edit it.
    fn may_measure(self, of: MeasureOf) -> Result<(), Refusal> {
        match of {
            MeasureOf::Outcome(id) => self.open_area(self.outcome_by_id(id)?.priority_area).map(drop),
            MeasureOf::Innovation(id) => self.open_innovation(self.measuring_act(id), id).map(drop),
        }
    }

    fn measuring_act(self, id: InnovationId) -> Act {
        let may_edit = self.innovation(id).is_ok_and(|one| self.may(Act::EditInnovation, Some(one)));
        if self.may(Act::EditDirection, None) && !may_edit { Act::EditDirection } else { Act::EditInnovation }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::direction::testing::*;
    use crate::testing::*;
    use uuid::Uuid;

    fn reading(on: &str, value: f64, note: Option<&str>) -> ReadingInput {
        ReadingInput { on: day(on), value: Number(value), note: note.map(text) }
    }

    #[test]
    fn the_dates_of_a_measure_go_with_its_values() {
        let wrong = MeasureInput { baseline_on: None, target: None, interval_days: 0, ..measure() };
        let refused = as_person(&with_outcome(), MANAGER, |seen| {
            seen.add_measure(CALLS, MeasureOf::Outcome(HOME), wrong, today())
        });
        let problems =
            [("baseline_on", Rule::Missing), ("target", Rule::Missing), ("interval_days", Rule::OutOfRange(1, 1096))];
        assert_eq!(refused, Err(Refusal::Invalid(problems.map(|(field, rule)| Problem::new(field, rule)).into())));
        let backwards = MeasureInput { target_on: Some(day("2026-01-01")), ..measure() };
        let refused = as_person(&with_outcome(), MANAGER, |seen| {
            seen.add_measure(CALLS, MeasureOf::Outcome(HOME), backwards, today())
        });
        assert_eq!(refused, Err(Refusal::invalid("target_on", Rule::Before(day("2026-01-02")))));
    }

    #[test]
    fn a_correction_is_a_second_reading_of_the_day_with_a_note() {
        let ids = [1, 2].map(|id| ReadingId(Uuid::from_u128(id)));
        let read = after(&with_measure(), MANAGER, |seen| {
            seen.add_reading(ids[0], CALLS, reading("2026-11-01", 33.0, None), today())
        });
        let correct = |note| {
            as_person(&read, MANAGER, |seen| {
                seen.add_reading(ids[1], CALLS, reading("2026-11-01", 34.0, note), today())
            })
        };
        assert_eq!(correct(None), Err(Refusal::invalid("note", Rule::Missing)));
        let corrected = applied(&read, correct(Some("Two sites were missing")).expect("may"));
        as_person(&corrected, MANAGER, |seen| {
            let measure = seen.measure(CALLS).expect("there");
            let figures = measure.figures(seen.readings(CALLS), today());
            assert_eq!(figures.latest.map(|one| one.value), Some(34.0));
            assert_eq!(seen.readings(CALLS).count(), 2);
        });
        let ahead = as_person(&read, MANAGER, |seen| {
            seen.add_reading(ids[1], CALLS, reading("2026-11-25", 34.0, None), today())
        });
        assert_eq!(ahead, Err(Refusal::invalid("on", Rule::After(today()))));
    }

    #[test]
    fn the_team_of_an_innovation_measures_it_but_not_the_direction() {
        let of = MeasureOf::Innovation(LAMPS);
        let measured = after(&with_measure(), LEAD, |seen| seen.add_measure(LAMP_HOURS, of, measure(), today()));
        for (person, allowed) in [(LEAD, true), (MANAGER, true), (EXECUTIVE, true), (ADMINISTRATOR, false)] {
            let read = as_person(&measured, person, |seen| {
                seen.add_reading(ReadingId(Uuid::from_u128(9)), LAMP_HOURS, reading("2026-11-01", 1.0, None), today())
            });
            assert_eq!(read.is_ok(), allowed, "{person}");
        }
        let refused = as_person(&measured, LEAD, |seen| seen.remove_measure(CALLS, text("No"), Version::FIRST));
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::EditDirection)));
        let edited = after(&measured, LEAD, |seen| {
            seen.edit_measure(
                LAMP_HOURS,
                MeasureInput { title: text("Hours lit"), ..measure() },
                Version::FIRST,
                today(),
            )
        });
        as_person(&edited, LEAD, |seen| {
            assert_eq!(seen.measures_of(of).map(|one| one.title.to_string()).collect::<Vec<_>>(), ["Hours lit"]);
        });
    }
}
