//! What came out, and what was learned.
use super::Experiment;
use crate::{Act, Decision, Impossible, InnovationId, Number, Problem, Prose, Reason, Refusal, Rule, Seen, Version};
use chrono::NaiveDate;

/// Either a number, or why there is none to judge by.
#[derive(Clone, Debug, PartialEq)]
pub enum Concluded {
    Result(Number),
    /// The number too, where there is one.
    Unclear(Reason, Option<Number>),
}

#[derive(Clone, Debug)]
pub struct ResultInput {
    pub concluded: Concluded,
    pub sample_actual: Option<u32>,
    /// May follow later; 40 characters complete the experiment.
    pub learning: Option<Prose>,
}

impl Seen<'_> {
    /// From the first day on; recorded again it is corrected, and the day stays that of the first record.
    pub fn record_result(
        self,
        innovation: InnovationId,
        ordinal: u32,
        input: ResultInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let before = self.experiment(innovation, ordinal)?;
        Refusal::unless_seen(seen, before)?;
        if !before.has_begun(today) {
            return Err(Refusal::Impossible(Impossible::ExperimentToCome));
        }
        let short = |text: &Prose| text.chars().count() < Experiment::LEARNING;
        if input.learning.as_ref().is_some_and(short) {
            let problem = Problem::new("learning", Rule::TooShort(Experiment::LEARNING));
            return Err(Refusal::Invalid(vec![problem]));
        }
        let (result, unclear) = match input.concluded {
            Concluded::Result(number) => (Some(number.0), None),
            Concluded::Unclear(reason, number) => (number.map(|number| number.0), Some(reason)),
        };
        let after = Experiment {
            result,
            unclear,
            sample_actual: input.sample_actual,
            learning: input.learning,
            concluded_on: before.concluded_on.or(Some(today)),
            ..(**before).clone()
        };
        Ok(Decision::change(before, after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ExperimentOutcome, testing::*};

    const LEARNED: &str = "People answer when the letter says first what they can do.";

    fn record(concluded: Concluded, learning: Option<&str>, starts_on: &str) -> Result<Decision, Refusal> {
        let before = applied(&portfolio(), Decision::add(experiment(1, starts_on)));
        let input = ResultInput { concluded, sample_actual: Some(590), learning: learning.map(text) };
        as_person(&before, LEAD, |seen| seen.record_result(LAMPS, 1, input, Version::FIRST, today()))
    }

    #[test]
    fn a_result_is_recorded_from_the_first_day_on() {
        let early = record(Concluded::Result(Number(11.0)), Some(LEARNED), "2026-11-25");
        assert_eq!(early, Err(Refusal::Impossible(Impossible::ExperimentToCome)));
        assert!(record(Concluded::Result(Number(11.0)), Some(LEARNED), "2026-11-24").is_ok());
    }

    #[test]
    fn learning_says_more_than_a_word_or_follows_later() {
        let short = record(Concluded::Result(Number(11.0)), Some("It works"), "2026-10-01");
        assert_eq!(short, Err(Refusal::invalid("learning", Rule::TooShort(40))));
        assert!(record(Concluded::Result(Number(11.0)), None, "2026-10-01").is_ok());
    }

    #[test]
    fn what_stays_unclear_is_said_with_a_reason() {
        let concluded = Concluded::Unclear(text("Half the letters were lost"), Some(Number(9.0)));
        let decision = record(concluded, Some(LEARNED), "2026-10-01").expect("allowed");
        let before = applied(&portfolio(), Decision::add(experiment(1, "2026-10-01")));
        let after = applied(&before, decision);
        let one = as_person(&after, LEAD, |seen| seen.experiment(LAMPS, 1).cloned()).expect("there");
        assert_eq!((one.outcome(), one.is_complete()), (Some(ExperimentOutcome::Unclear), true));
        assert_eq!(one.concluded_on, Some(today()));
    }
}
