//! Writing an experiment down before it begins, and what may still change after.
use super::{Experiment, Threshold};
use crate::{
    Act, Better, Decision, Entry, ExperimentId, Impossible, InnovationId, Line, MeasureId, MeasureOf, Number, Pence,
    Problem, Prose, Reason, Refusal, Rule, Seen, Version, seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct ExperimentInput {
    pub hypothesis: Prose,
    pub measure: Line,
    pub unit: Option<Line>,
    pub measure_id: Option<MeasureId>,
    pub better: Better,
    pub threshold: Number,
    /// Why the threshold changed; required after the start.
    pub reason: Option<Reason>,
    pub sample_planned: Option<u32>,
    pub stop_rule: Prose,
    pub cost_cap: Option<Pence>,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
}

impl<'a> Seen<'a> {
    /// Before the day on which it begins: hypothesis, threshold and stop rule are agreed in advance.
    pub fn add_experiment(
        self,
        id: ExperimentId,
        innovation: InnovationId,
        input: ExperimentInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::EditInnovation, innovation)?.id;
        let mut problems = self.experiment_problems(innovation, &input);
        problems.extend(start_problem(input.starts_on, today));
        Refusal::unless_sound(problems)?;
        let ordinal = self.experiments(innovation).next_back().map_or(0, |last| last.ordinal) + 1;
        Ok(Decision::add(Experiment {
            id,
            entry: Entry::default(),
            innovation,
            ordinal,
            hypothesis: input.hypothesis,
            measure: input.measure,
            unit: input.unit,
            measure_id: input.measure_id,
            better: input.better,
            thresholds: vec![self.threshold(input.threshold, None, today)],
            sample_planned: input.sample_planned,
            stop_rule: input.stop_rule,
            cost_cap: input.cost_cap,
            starts_on: input.starts_on,
            ends_on: input.ends_on,
            result: None,
            sample_actual: None,
            unclear: None,
            learning: None,
            concluded_on: None,
        }))
    }

    /// Once it has begun, what it is to show and when it stops stay. The threshold may change with a reason, and both
    /// values are kept.
    pub fn edit_experiment(
        self,
        innovation: InnovationId,
        ordinal: u32,
        input: ExperimentInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let before = self.experiment(innovation, ordinal)?;
        Refusal::unless_seen(seen, before)?;
        let (begun, moves) = (before.has_begun(today), input.threshold != before.threshold());
        let mut problems = self.experiment_problems(innovation, &input);
        if begun {
            let kept = [
                ("hypothesis", input.hypothesis == before.hypothesis),
                ("better", input.better == before.better),
                ("stop_rule", input.stop_rule == before.stop_rule),
                ("starts_on", input.starts_on == before.starts_on),
            ];
            let changed = kept.into_iter().filter(|(_, kept)| !kept);
            problems.extend(changed.map(|(field, _)| Problem::new(field, Rule::Begun)));
            if moves && input.reason.is_none() {
                problems.push(Problem::new("reason", Rule::Missing));
            }
        } else {
            problems.extend(start_problem(input.starts_on, today));
        }
        Refusal::unless_sound(problems)?;
        let reason = input.reason.filter(|_| moves && begun);
        let mut thresholds = before.thresholds.clone();
        if moves {
            if !begun {
                thresholds.clear();
            }
            thresholds.push(self.threshold(input.threshold, reason.clone(), today));
        }
        let after = Experiment {
            hypothesis: input.hypothesis,
            measure: input.measure,
            unit: input.unit,
            measure_id: input.measure_id,
            better: input.better,
            thresholds,
            sample_planned: input.sample_planned,
            stop_rule: input.stop_rule,
            cost_cap: input.cost_cap,
            starts_on: input.starts_on,
            ends_on: input.ends_on,
            ..(**before).clone()
        };
        Ok(Decision::change(before, after).because(reason))
    }

    /// Only before it begins: after that every experiment is told to its end.
    pub fn remove_experiment(
        self,
        innovation: InnovationId,
        ordinal: u32,
        reason: Reason,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let before = self.experiment(innovation, ordinal)?;
        Refusal::unless_seen(seen, before)?;
        if before.has_begun(today) {
            return Err(Refusal::Impossible(Impossible::ExperimentBegun));
        }
        Ok(Decision::remove(before).because(Some(reason)))
    }

    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn experiment(self, innovation: InnovationId, ordinal: u32) -> Result<&'a Arc<Experiment>, Refusal> {
        self.innovation(innovation)?;
        self.portfolio.shelves.experiments.get(&(innovation, ordinal)).ok_or(Refusal::NotFound)
    }

    fn threshold(self, value: Number, reason: Option<Reason>, today: NaiveDate) -> Threshold {
        Threshold { on: today, value: value.0, by: self.actor.person, reason }
    }

    fn experiment_problems(self, innovation: InnovationId, input: &ExperimentInput) -> Vec<Problem> {
        let days = [("starts_on", input.starts_on), ("ends_on", input.ends_on)];
        let mut problems: Vec<_> = days.into_iter().filter_map(|(field, day)| plausible(field, day)).collect();
        if input.ends_on < input.starts_on {
            problems.push(Problem::new("ends_on", Rule::Before(input.starts_on)));
        }
        let ours = |id| self.measure(id).is_ok_and(|one| one.of == MeasureOf::Innovation(innovation));
        if input.measure_id.is_some_and(|id| !ours(id)) {
            problems.push(Problem::new("measure_id", Rule::Choose));
        }
        problems
    }
}

fn start_problem(starts_on: NaiveDate, today: NaiveDate) -> Option<Problem> {
    let tomorrow = today.succ_opt().unwrap_or(today);
    (starts_on < tomorrow).then_some(Problem::new("starts_on", Rule::Before(tomorrow)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, testing::*};
    use uuid::Uuid;

    fn input(starts_on: &str) -> ExperimentInput {
        ExperimentInput {
            hypothesis: text("A plainer letter is answered more often"),
            measure: text("Households that answer"),
            unit: Some(text("points")),
            measure_id: None,
            better: Better::Higher,
            threshold: Number(6.0),
            reason: None,
            sample_planned: Some(600),
            stop_rule: text("Stop if complaints double"),
            cost_cap: Some(Pence(120_000)),
            starts_on: day(starts_on),
            ends_on: day("2027-01-31"),
        }
    }

    fn added() -> Portfolio {
        let id = ExperimentId(Uuid::from_u128(6000));
        after(&portfolio(), LEAD, |seen| seen.add_experiment(id, LAMPS, input("2026-12-01"), today()))
    }

    fn edit(portfolio: &Portfolio, input: ExperimentInput, on: &str) -> Result<Decision, Refusal> {
        as_person(portfolio, LEAD, |seen| {
            let version = seen.experiment(LAMPS, 1)?.entry.version;
            seen.edit_experiment(LAMPS, 1, input, version, day(on))
        })
    }

    #[test]
    fn it_is_written_down_before_the_day_it_begins() {
        let id = ExperimentId(Uuid::from_u128(6000));
        let late = as_person(&portfolio(), LEAD, |seen| seen.add_experiment(id, LAMPS, input("2026-11-24"), today()));
        assert_eq!(late, Err(Refusal::invalid("starts_on", Rule::Before(day("2026-11-25")))));
        as_person(&added(), LEAD, |seen| assert!(seen.experiment(LAMPS, 1).is_ok()));
    }

    #[test]
    fn before_the_start_all_may_change_and_leaves_no_trail() {
        let changed = ExperimentInput { threshold: Number(8.0), hypothesis: text("Another"), ..input("2026-12-05") };
        let after = applied(&added(), edit(&added(), changed, "2026-11-30").expect("allowed"));
        let one = as_person(&after, LEAD, |seen| seen.experiment(LAMPS, 1).cloned()).expect("there");
        assert_eq!((one.threshold(), one.late_thresholds().count()), (Number(8.0), 0));
    }

    #[test]
    fn after_the_start_only_the_threshold_moves_with_a_reason_and_is_shown() {
        let changed = ExperimentInput { hypothesis: text("Another"), ..input("2026-12-01") };
        assert_eq!(edit(&added(), changed, "2026-12-01"), Err(Refusal::invalid("hypothesis", Rule::Begun)));
        let lower = ExperimentInput { threshold: Number(4.0), ..input("2026-12-01") };
        let silent = edit(&added(), lower.clone(), "2026-12-10");
        assert_eq!(silent, Err(Refusal::invalid("reason", Rule::Missing)));
        let told = ExperimentInput { reason: Some(text("Six was a guess")), ..lower };
        let after = applied(&added(), edit(&added(), told, "2026-12-10").expect("allowed"));
        let one = as_person(&after, LEAD, |seen| seen.experiment(LAMPS, 1).cloned()).expect("there");
        let late: Vec<_> = one.late_thresholds().map(|(was, is)| (was, is.value, is.on)).collect();
        assert_eq!(late, [(Number(6.0), 4.0, day("2026-12-10"))]);
    }

    #[test]
    fn it_is_removed_only_before_it_begins() {
        let remove = |on: &str| {
            as_person(&added(), LEAD, |seen| seen.remove_experiment(LAMPS, 1, text("Twice"), Version::FIRST, day(on)))
        };
        assert!(remove("2026-11-30").is_ok());
        assert_eq!(remove("2026-12-01"), Err(Refusal::Impossible(Impossible::ExperimentBegun)));
    }

    #[test]
    fn only_a_measure_of_the_innovation_can_be_named() {
        let id = ExperimentId(Uuid::from_u128(6000));
        let foreign = ExperimentInput { measure_id: Some(MeasureId(Uuid::from_u128(1))), ..input("2026-12-01") };
        let refused = as_person(&portfolio(), LEAD, |seen| seen.add_experiment(id, LAMPS, foreign, today()));
        assert_eq!(refused, Err(Refusal::invalid("measure_id", Rule::Choose)));
    }
}
