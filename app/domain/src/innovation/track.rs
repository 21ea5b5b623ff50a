//! The way of an innovation through the stages of its model, for the strip at the top of its page.
use super::{Innovation, Visit, time::resumes_to};
use crate::{Place, Seen};
use chrono::NaiveDate;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Done,
    Current,
    Ahead,
    /// It went on without having been there.
    Skipped,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub name: String,
    pub state: StepState,
    /// The day of the first visit.
    pub from_on: Option<NaiveDate>,
    /// The day the last visit ended; none while it is there.
    pub to_on: Option<NaiveDate>,
    /// Where it is off the board meanwhile: paused or stopped, and since when.
    pub halted: Option<(Place, NaiveDate)>,
}

impl Seen<'_> {
    /// The stages in order, then the mainstream once it is there.
    #[must_use]
    pub fn stage_track(self, innovation: &Innovation, today: NaiveDate) -> Vec<Step> {
        let model = self.stage_model_of(innovation);
        let visits = self.visits(innovation, today);
        let last = self.stage_moves(innovation.id).rev().find(|one| one.on <= today);
        let halted = last.filter(|one| matches!(one.to, Place::Paused | Place::Stopped)).map(|one| (one.to, one.on));
        let stands = last.map_or(Place::Idea, |one| match (one.to, one.from) {
            (Place::Paused, _) => resumes_to(one),
            // It may have been stopped out of a pause.
            (Place::Stopped, _) => {
                visits.iter().rev().map(|one| one.place).find(|place| is_on_the_way(*place)).unwrap_or(one.from)
            }
            (place, _) => place,
        });
        let columns = model.columns().map(|(place, _)| place);
        let places = columns.chain((stands == Place::Mainstreamed).then_some(Place::Mainstreamed));
        places.map(|place| step(model.name(place), place, stands, &visits, halted)).collect()
    }
}

fn is_on_the_way(place: Place) -> bool {
    matches!(place, Place::Stage(_) | Place::Mainstreamed)
}

fn step(name: &str, place: Place, stands: Place, visits: &[Visit], halted: Option<(Place, NaiveDate)>) -> Step {
    let mut been = visits.iter().filter(|one| one.place == place);
    let first = been.next().copied();
    let last = been.next_back().copied().or(first);
    let state = match first {
        _ if place == stands => StepState::Current,
        None if place < stands => StepState::Skipped,
        // After going back, a stage that was left lies ahead again.
        _ if place > stands => StepState::Ahead,
        _ => StepState::Done,
    };
    let current = state == StepState::Current;
    Step {
        name: name.into(),
        state,
        from_on: first.map(|one| one.from_on),
        to_on: last.filter(|_| !current).map(|one| one.to_on),
        halted: halted.filter(|_| current),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, testing::*};
    use StepState::{Ahead, Current, Done, Skipped};

    #[test]
    fn the_way_shows_what_is_done_skipped_current_and_ahead() {
        let moves = [
            entered(LAMPS, 2, Place::Stage(0), Place::Stage(2), day("2026-03-01")),
            entered(LAMPS, 3, Place::Stage(2), Place::Paused, day("2026-10-01")),
            entered(LAMPS, 4, Place::Paused, Place::Stopped, day("2026-11-01")),
        ];
        let mut portfolio = portfolio();
        let states = |portfolio: &crate::Portfolio| {
            as_person(portfolio, LEAD, |seen| {
                let track = seen.stage_track(&innovation(), today());
                let halted = track.iter().find_map(|one| one.halted);
                (track.iter().map(|one| one.state).collect::<Vec<_>>(), halted)
            })
        };

        assert_eq!(states(&portfolio).0, [Current, Ahead, Ahead, Ahead, Ahead]);
        let halts = [None, Some((Place::Paused, day("2026-10-01"))), Some((Place::Stopped, day("2026-11-01")))];
        for (one, halt) in moves.into_iter().zip(halts) {
            portfolio = applied(&portfolio, Decision::add(one));
            assert_eq!(states(&portfolio), (vec![Done, Skipped, Current, Ahead, Ahead], halt));
        }
    }
}
