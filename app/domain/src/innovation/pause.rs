//! Pausing, going on after a pause, and deciding that a stage goes on.
use super::{Decided, MoveOutcome, StageMove, needs::direction, time::resumes_to};
use crate::{Act, Decision, Impossible, InnovationId, Place, Problem, Prose, Refusal, Rule, Seen, StageMoveId};
use chrono::{Days, NaiveDate};

#[derive(Clone, Debug)]
pub struct PauseInput {
    pub reason: Prose,
    /// At most `PauseInput::MOST_DAYS` after the pause begins.
    pub review_on: NaiveDate,
    pub decided: Decided,
}

impl PauseInput {
    pub const MOST_DAYS: u64 = 180;
}

impl Seen<'_> {
    /// The clock stops until the day of the review.
    pub fn pause_innovation(
        self,
        id: StageMoveId,
        innovation: InnovationId,
        input: PauseInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::Move, innovation)?;
        self.unless_moved(innovation, input.decided.moves_seen)?;
        let before = self.stage_moves(innovation.id).next_back().map(|one| &**one);
        direction(self.stage_model_of(innovation), before, Place::Paused)?;
        let mut problems = self.decided_problems(innovation, &input.decided, today);
        problems.extend(review_problem(&input));
        Refusal::unless_sound(problems)?;
        let step = self.step(id, innovation, Place::Paused, MoveOutcome::Pause, input.decided, today);
        Ok(Decision::add(StageMove { note: Some(input.reason), review_on: Some(input.review_on), ..step }))
    }

    /// Only to where it was paused.
    pub fn resume_innovation(
        self,
        id: StageMoveId,
        innovation: InnovationId,
        note: Option<Prose>,
        decided: Decided,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::Move, innovation)?;
        self.unless_moved(innovation, decided.moves_seen)?;
        let pause = self.stage_moves(innovation.id).next_back().filter(|last| last.to == Place::Paused);
        let pause = pause.ok_or(Refusal::Impossible(Impossible::NotPaused))?;
        Refusal::unless_sound(self.decided_problems(innovation, &decided, today))?;
        let to = resumes_to(pause);
        let step = self.step(id, innovation, to, MoveOutcome::Resume, decided, today);
        Ok(Decision::add(StageMove { note, ..step }))
    }

    /// A decision that the stage goes on; a new visit begins.
    pub fn repeat_stage(
        self,
        id: StageMoveId,
        innovation: InnovationId,
        reason: Prose,
        decided: Decided,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::Move, innovation)?;
        self.unless_moved(innovation, decided.moves_seen)?;
        let place = self.place_of(innovation);
        match place {
            Place::Stage(_) => {}
            Place::Paused => return Err(Refusal::Impossible(Impossible::Paused)),
            _ => return Err(Refusal::Impossible(Impossible::NotInStage)),
        }
        Refusal::unless_sound(self.decided_problems(innovation, &decided, today))?;
        let step = self.step(id, innovation, place, MoveOutcome::Repeat, decided, today);
        Ok(Decision::add(StageMove { note: Some(reason), ..step }))
    }
}

fn review_problem(input: &PauseInput) -> Option<Problem> {
    let on = input.decided.on;
    let latest = on.checked_add_days(Days::new(PauseInput::MOST_DAYS))?;
    let earliest = on.succ_opt()?;
    if input.review_on > latest {
        return Some(Problem::new("review_on", Rule::After(latest)));
    }
    (input.review_on < earliest).then_some(Problem::new("review_on", Rule::Before(earliest)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{MoveInput, Portfolio, testing::*};
    use uuid::Uuid;

    fn id(ordinal: u32) -> StageMoveId {
        StageMoveId(Uuid::from_u128(1000 + u128::from(ordinal)))
    }

    fn decided(moves_seen: u32) -> Decided {
        Decided { on: today(), by: None, links: vec![], moves_seen }
    }

    fn last(portfolio: &Portfolio) -> StageMove {
        as_person(portfolio, MANAGER, |seen| (**seen.stage_moves(LAMPS).next_back().expect("moved")).clone())
    }

    fn paused() -> Portfolio {
        let input =
            PauseInput { reason: text("Waiting for the election"), review_on: day("2027-02-01"), decided: decided(1) };
        after(&portfolio(), LEAD, |seen| seen.pause_innovation(id(2), LAMPS, input, today()))
    }

    #[test]
    fn st_7_a_pause_is_looked_at_again_within_180_days() {
        let before = portfolio();
        let pause = |days: u64| {
            let review_on = today() + Days::new(days);
            let input = PauseInput { reason: text("Waiting for the election"), review_on, decided: decided(1) };
            as_person(&before, LEAD, |seen| seen.pause_innovation(id(2), LAMPS, input, today()))
        };
        assert_eq!(pause(181), Err(Refusal::invalid("review_on", Rule::After(day("2027-05-23")))));
        assert_eq!(pause(0), Err(Refusal::invalid("review_on", Rule::Before(day("2026-11-25")))));
        assert!(pause(180).is_ok());
    }

    #[test]
    fn a_paused_innovation_goes_on_only_where_it_was_paused() {
        let paused = paused();
        let input = MoveInput {
            to: Place::Stage(1),
            answers: vec![],
            conditions: vec![],
            reason: None,
            override_reason: None,
            decided: decided(2),
        };
        let refused = as_person(&paused, LEAD, |seen| seen.move_innovation(id(3), LAMPS, input, today()));
        assert_eq!(refused, Err(Refusal::Impossible(Impossible::Paused)));
        let resumed = after(&paused, LEAD, |seen| seen.resume_innovation(id(3), LAMPS, None, decided(2), today()));
        assert_eq!((last(&resumed).to, last(&resumed).outcome), (Place::Stage(0), MoveOutcome::Resume));
        let again = as_person(&resumed, LEAD, |seen| seen.resume_innovation(id(4), LAMPS, None, decided(3), today()));
        assert_eq!(again, Err(Refusal::Impossible(Impossible::NotPaused)));
    }

    #[test]
    fn whoever_read_an_older_page_is_shown_the_newer_move() {
        let refused = as_person(&paused(), LEAD, |seen| {
            seen.repeat_stage(id(3), LAMPS, text("It needs another winter"), decided(1), today())
        });
        assert!(matches!(refused, Err(Refusal::Outdated { .. })));
    }

    #[test]
    fn a_repeated_stage_starts_a_new_visit_in_the_same_place() {
        let repeated = after(&portfolio(), LEAD, |seen| {
            seen.repeat_stage(id(2), LAMPS, text("It needs another winter"), decided(1), today())
        });
        let visits = as_person(&repeated, LEAD, |seen| {
            let lamps = seen.innovation(LAMPS).expect("there");
            seen.visits(lamps, today())
        });
        assert_eq!(
            visits.iter().map(|one| (one.place, one.is_repeat)).collect::<Vec<_>>(),
            [(Place::Stage(0), false), (Place::Stage(0), true)]
        );
    }
}
