//! Stopping, which is final and healthy where something was learned.
use super::{Decided, MoveOutcome, StageMove, Stop, StopReason};
use crate::{Act, Decision, InnovationId, Line, Place, Problem, Prose, Refusal, Rule, Seen, StageMoveId, days};
use chrono::NaiveDate;

#[derive(Clone, Debug)]
pub struct StopInput {
    pub reason: StopReason,
    /// At least `StopInput::LESSON` characters.
    pub lesson: Prose,
    pub told: Line,
    /// Merged: the innovation that goes on.
    pub merged_into: Option<InnovationId>,
    /// Handed over: to whom.
    pub handed_to: Option<Line>,
    pub decided: Decided,
}

impl StopInput {
    /// Fewest characters of a lesson.
    pub const LESSON: usize = 40;
}

impl Seen<'_> {
    /// From anywhere, also from a pause. To start again, a new innovation names this one.
    pub fn stop_innovation(
        self,
        id: StageMoveId,
        innovation: InnovationId,
        input: StopInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::Move, innovation)?;
        self.unless_moved(innovation, input.decided.moves_seen)?;
        let mut problems = self.decided_problems(innovation, &input.decided, today);
        problems.extend(self.stop_problems(innovation.id, &input));
        Refusal::unless_sound(problems)?;
        let ending = Stop {
            reason: input.reason,
            lesson: input.lesson,
            told: input.told,
            merged_into: input.merged_into.filter(|_| input.reason == StopReason::Merged),
            handed_to: input.handed_to.filter(|_| input.reason == StopReason::HandedOver),
        };
        let step = self.step(id, innovation, Place::Stopped, MoveOutcome::Stop, input.decided, today);
        Ok(Decision::add(StageMove { stop: Some(ending), ..step }))
    }

    /// Stopped well in the year, over what may be read.
    #[must_use]
    pub fn healthy_stops(self, today: NaiveDate) -> usize {
        let last = |id| self.stage_moves(id).next_back();
        self.innovations().filter_map(|one| last(one.id)).filter(|last| last.is_healthy_stop(today)).count()
    }

    fn stop_problems(self, innovation: InnovationId, input: &StopInput) -> Vec<Problem> {
        let mut problems = Vec::new();
        if !is_lesson(&input.lesson) {
            problems.push(Problem::new("lesson", Rule::TooShort(StopInput::LESSON)));
        }
        if input.reason == StopReason::Merged {
            match input.merged_into {
                None => problems.push(Problem::new("merged_into", Rule::Missing)),
                Some(other) if other == innovation || self.innovation(other).is_err() => {
                    problems.push(Problem::new("merged_into", Rule::Choose));
                }
                Some(_) => {}
            }
        }
        if input.reason == StopReason::HandedOver && input.handed_to.is_none() {
            problems.push(Problem::new("handed_to", Rule::Missing));
        }
        problems
    }
}

impl StageMove {
    /// Stopped with a lesson, and somebody told of it, in the 365 days that end today.
    #[must_use]
    pub fn is_healthy_stop(&self, today: NaiveDate) -> bool {
        let taught = self.stop.as_ref().is_some_and(|stop| is_lesson(&stop.lesson));
        self.to == Place::Stopped && taught && (0..365).contains(&days(self.on, today))
    }
}

fn is_lesson(text: &str) -> bool {
    text.chars().count() >= StopInput::LESSON
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Impossible, testing::*};
    use uuid::Uuid;

    fn input(reason: StopReason, lesson: &str) -> StopInput {
        StopInput {
            reason,
            lesson: text(lesson),
            told: text("The street lighting team"),
            merged_into: None,
            handed_to: None,
            decided: Decided { on: today(), by: None, links: vec![], moves_seen: 1 },
        }
    }

    const LEARNED: &str = "Dimming saves little where the lamps are already LED.";

    fn stop(input: StopInput) -> Result<Decision, Refusal> {
        as_person(&portfolio(), LEAD, |seen| {
            seen.stop_innovation(StageMoveId(Uuid::from_u128(1002)), LAMPS, input, today())
        })
    }

    #[test]
    fn stopping_teaches_something_and_says_where_it_went() {
        let problem = |input| stop(input).expect_err("refused");
        let short = input(StopReason::NoNeed, "Nobody wanted it.");
        assert_eq!(problem(short), Refusal::invalid("lesson", Rule::TooShort(40)));
        let merged = |into| StopInput { merged_into: into, ..input(StopReason::Merged, LEARNED) };
        assert_eq!(problem(merged(None)), Refusal::invalid("merged_into", Rule::Missing));
        assert_eq!(problem(merged(Some(LAMPS))), Refusal::invalid("merged_into", Rule::Choose));
        let handed = input(StopReason::HandedOver, LEARNED);
        assert_eq!(problem(handed), Refusal::invalid("handed_to", Rule::Missing));
    }

    #[test]
    fn stopped_is_final_and_counts_as_a_healthy_stop_for_a_year() {
        let stopped = applied(&portfolio(), stop(input(StopReason::DidNotWork, LEARNED)).expect("allowed"));
        for (on, healthy) in [("2026-11-24", 1), ("2027-11-23", 1), ("2027-11-24", 0)] {
            assert_eq!(as_person(&stopped, LEAD, |seen| seen.healthy_stops(day(on))), healthy, "{on}");
        }
        let mut again = input(StopReason::DidNotWork, LEARNED);
        again.decided.moves_seen = 2;
        let refused = as_person(&stopped, LEAD, |seen| {
            seen.stop_innovation(StageMoveId(Uuid::from_u128(1003)), LAMPS, again, today())
        });
        assert_eq!(refused, Err(Refusal::Impossible(Impossible::Stopped)));
    }
}
