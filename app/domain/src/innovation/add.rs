//! Adding an innovation: the record itself and the move that takes it in.
use super::{Innovation, InnovationInput, MoveOutcome, PostKind, StageMove, Why};
use crate::{
    Act, Decision, Entry, InnovationId, Place, Portfolio, Problem, Refusal, Rule, Seen, StageMoveId, Visibility,
    seen::plausible,
};
use chrono::NaiveDate;

/// Where it starts, and since when: not every innovation is new on the day it is written down.
#[derive(Clone, Copy, Debug)]
pub struct StartInput {
    pub stage: Place,
    pub on: NaiveDate,
    /// The stopped innovation that it takes up again.
    pub restarts: Option<InnovationId>,
}

impl Portfolio {
    /// One more than any innovation ever had. An import keeps the last number it gave, also when it is undone.
    #[must_use]
    pub fn next_number(&self) -> u32 {
        let held = self.shelves.innovations.values().map(|one| one.number);
        let given = self.shelves.imports.values().map(|one| one.last_number);
        held.chain(given).max().unwrap_or(0) + 1
    }

    /// The number under which an innovation is found.
    #[must_use]
    pub fn number_of(&self, id: InnovationId) -> Option<u32> {
        self.shelves.innovations.get(&id).map(|one| one.number)
    }
}

impl Seen<'_> {
    /// No gate is asked: it is where it is. Whoever is named serves from the day it started.
    pub fn add_innovation(
        self,
        id: InnovationId,
        first_move: StageMoveId,
        input: InnovationInput,
        start: StartInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.must(Act::CreateInnovation, None)?;
        let model = self.organisation().stage_model();
        let blank = Innovation::blank(id, self.portfolio.next_number(), model.version, input.title.clone());
        let mut problems = self.innovation_problems(&blank, &input, today);
        if model.stage(start.stage).is_none() {
            problems.push(Problem::new("stage", Rule::Choose));
        }
        if start.restarts.is_some_and(|id| !self.innovation(id).is_ok_and(|one| self.place_of(one) == Place::Stopped)) {
            problems.push(Problem::new("restarts", Rule::Choose));
        }
        problems.extend(plausible("on", start.on));
        if start.on > today {
            problems.push(Problem::new("on", Rule::After(today)));
        }
        Refusal::unless_sound(problems)?;
        let entered = StageMove::bare(first_move, id, 1, Place::Idea, start.stage, start.on, MoveOutcome::Proceed);
        let innovation = Innovation { restarts: start.restarts, ..self.with_input(&blank, input, start.on, today) };
        Ok(Decision::add(innovation).and_add(entered))
    }
}

impl<'a> Seen<'a> {
    /// What took a stopped innovation up again, by number, as far as the actor may read it.
    #[must_use]
    pub fn restarted_as(self, innovation: InnovationId) -> Vec<&'a std::sync::Arc<Innovation>> {
        let mut again: Vec<_> = self.innovations().filter(|one| one.restarts == Some(innovation)).collect();
        again.sort_by_key(|one| one.number);
        again
    }
}

impl Innovation {
    /// With nothing said but its title: seen inside the organisation, tracked by a plan, nobody named.
    #[must_use]
    pub fn blank(id: InnovationId, number: u32, stage_model: u32, title: crate::Title) -> Self {
        Self {
            id,
            entry: Entry::default(),
            number,
            title,
            summary: None,
            why: Why::default(),
            priority_area: None,
            is_priority: false,
            tracking: super::TrackingMethod::Plan,
            posts: Vec::new(),
            councils: Vec::new(),
            service: None,
            characteristics: Vec::new(),
            equality_assessed_on: None,
            data_protection_assessed_on: None,
            internal_only: false,
            stage_model,
            visible_to: Visibility::Organisation,
            published_on: None,
            external_ref: None,
            links: Vec::new(),
            restarts: None,
            rights: super::DecisionRights::default(),
        }
    }

    /// Who holds the posts that one person holds at a time.
    #[must_use]
    pub fn leaders(&self, today: NaiveDate) -> [(PostKind, Option<crate::MembershipId>); 3] {
        [PostKind::Lead, PostKind::Sponsor, PostKind::PoliticalSponsor].map(|kind| (kind, self.holder(kind, today)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Import, ImportId, testing::*};
    use uuid::Uuid;

    fn id(number: u128) -> InnovationId {
        InnovationId(Uuid::from_u128(number))
    }

    fn add(portfolio: &Portfolio, person: crate::PersonId, start: StartInput) -> Result<Decision, Refusal> {
        let input = InnovationInput { lead: Some(place(LEAD)), ..InnovationInput::of(&innovation(), today()) };
        as_person(portfolio, person, |seen| {
            seen.add_innovation(id(101), StageMoveId(Uuid::from_u128(2001)), input, start, today())
        })
    }

    const NOW: fn() -> StartInput = || StartInput { stage: Place::Stage(0), on: today(), restarts: None };

    #[test]
    fn a_new_innovation_has_the_next_number_and_its_first_move() {
        let before = portfolio();
        let start = StartInput { stage: Place::Stage(1), on: day("2026-09-01"), restarts: None };
        let added = applied(&before, add(&before, MANAGER, start).expect("allowed"));
        let seen = as_person(&added, MANAGER, |seen| {
            let one = seen.numbered(2).expect("there").clone();
            (seen.place_of(&one), seen.stage_time(&one, today()).in_kind_days, one)
        });
        assert_eq!((seen.0, seen.1), (Place::Stage(1), 84));
        assert_eq!(seen.2.posts[0].from_on, day("2026-09-01"));
        for person in [ADMINISTRATOR, LEAD, VIEWER] {
            assert_eq!(add(&before, person, NOW()), Err(Refusal::NotAllowed(Act::CreateInnovation)));
        }
    }

    #[test]
    fn it_starts_in_a_stage_of_the_board_and_not_in_the_future() {
        let before = portfolio();
        let problem = |stage, on: &str| add(&before, MANAGER, StartInput { stage, on: day(on), restarts: None });
        assert_eq!(problem(Place::Paused, "2026-11-24"), Err(Refusal::invalid("stage", Rule::Choose)));
        assert_eq!(problem(Place::Stage(5), "2026-11-24"), Err(Refusal::invalid("stage", Rule::Choose)));
        assert_eq!(problem(Place::Stage(0), "2026-11-25"), Err(Refusal::invalid("on", Rule::After(today()))));
    }

    #[test]
    fn a_new_innovation_may_take_up_a_stopped_one_and_no_other() {
        let before = portfolio();
        let again = StartInput { restarts: Some(LAMPS), ..NOW() };
        assert_eq!(add(&before, MANAGER, again), Err(Refusal::invalid("restarts", Rule::Choose)), "it still goes on");
        let stop = entered(LAMPS, 2, Place::Stage(0), Place::Stopped, day("2026-11-20"));
        let stopped = applied(&before, Decision::add(stop));
        let restarted = applied(&stopped, add(&stopped, MANAGER, again).expect("allowed"));
        as_person(&restarted, MANAGER, |seen| {
            let numbers: Vec<_> = seen.restarted_as(LAMPS).into_iter().map(|one| one.number).collect();
            assert_eq!(numbers, [2]);
        });
        let unknown = StartInput { restarts: Some(id(999)), ..NOW() };
        assert_eq!(add(&stopped, MANAGER, unknown), Err(Refusal::invalid("restarts", Rule::Choose)));
    }

    #[test]
    fn the_number_of_an_innovation_that_an_import_gave_is_never_given_again() {
        let import = Import {
            id: ImportId(Uuid::from_u128(300)),
            kind: crate::ImportKind::Innovations,
            entry: Entry::default(),
            file: text("plan.xlsx"),
            report_on: today(),
            mapping: vec![],
            added: 1,
            updated: 0,
            refused: 0,
            undone_on: None,
            last_number: 7,
            unit: crate::AmountUnit::Pounds,
        };
        let before = applied(&portfolio(), Decision::add(import));
        let seventh = Innovation::blank(id(107), 7, 1, text("Imported"));
        let imported = applied(&before, Decision::add(seventh));
        let held = imported.shelves.innovations.get(&id(107)).expect("there").clone();
        let undone = applied(&imported, Decision::remove(&held));
        assert_eq!((imported.next_number(), undone.next_number()), (8, 8));
        assert_eq!(Portfolio::from_records(undone.id, undone.sequence, undone.changed_at, undone.all()), undone);
    }
}
