//! Adding work, several pieces at once, and saying more of it.
use super::{WorkItem, WorkItemKind, WorkMove, WorkState};
use crate::{
    Act, Decision, Entry, Impossible, Innovation, InnovationId, MembershipId, Problem, Refusal, Rule, Seen, Title,
    TrackingMethod, Version, WorkItemId, seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;
use uuid::Uuid;

/// What somebody wants done: one title for each piece of work.
#[derive(Clone, Debug)]
pub struct AddWorkInput {
    pub titles: Vec<Title>,
    pub kind: WorkItemKind,
    pub owner: Option<MembershipId>,
}

/// What is said of a piece of work that is on the board.
#[derive(Clone, Debug)]
pub struct WorkItemInput {
    pub title: Title,
    pub kind: WorkItemKind,
    pub owner: Option<MembershipId>,
    pub fixed_on: Option<NaiveDate>,
}

impl AddWorkInput {
    /// Most pieces in one go.
    pub const MOST: usize = 50;
}

impl Innovation {
    /// Whether its work is tracked on a board.
    #[must_use]
    pub fn has_work_board(&self) -> bool {
        matches!(self.tracking, TrackingMethod::Agile | TrackingMethod::Both)
    }
}

impl<'a> Seen<'a> {
    /// To do, in the order of the titles. The ids are made of the one given.
    pub fn add_work(
        self,
        id: Uuid,
        innovation: InnovationId,
        input: AddWorkInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.board_of_work(innovation)?;
        let mut problems = self.unknown_people([("owner", input.owner)]);
        match input.titles.len() {
            0 => problems.push(Problem::new("titles", Rule::Missing)),
            many if many > AddWorkInput::MOST => {
                problems.push(Problem::new("titles", Rule::TooMany(AddWorkInput::MOST)));
            }
            _ => {}
        }
        Refusal::unless_sound(problems)?;
        let last = self.work_items(innovation.id).next_back().map_or(0, |last| last.ordinal);
        let added = WorkMove { state: WorkState::ToDo, on: today, by: self.actor.person };
        let items = (last + 1..).zip(input.titles).map(|(ordinal, title)| WorkItem {
            id: WorkItemId(Uuid::new_v5(&id, &(ordinal - last).to_be_bytes())),
            entry: Entry::default(),
            innovation: innovation.id,
            ordinal,
            title,
            owner: input.owner,
            kind: input.kind,
            moves: vec![added],
            fixed_on: None,
            waits: vec![],
        });
        Ok(items.fold(Decision::default(), Decision::and_add))
    }

    pub fn edit_work_item(
        self,
        innovation: InnovationId,
        ordinal: u32,
        input: WorkItemInput,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        self.board_of_work(innovation)?;
        let before = self.work_item(innovation, ordinal)?;
        Refusal::unless_seen(seen, before)?;
        let mut problems = self.unknown_people([("owner", input.owner)]);
        if input.owner.is_none() && needs_owner(before.state()) {
            problems.push(Problem::new("owner", Rule::Missing));
        }
        if input.fixed_on != before.fixed_on {
            problems.extend(input.fixed_on.and_then(|day| plausible("fixed_on", day)));
        }
        Refusal::unless_sound(problems)?;
        let WorkItemInput { title, kind, owner, fixed_on } = input;
        Ok(Decision::change(before, WorkItem { title, owner, kind, fixed_on, ..(**before).clone() }))
    }

    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn work_item(self, innovation: InnovationId, ordinal: u32) -> Result<&'a Arc<WorkItem>, Refusal> {
        self.innovation(innovation)?;
        self.portfolio.shelves.work_items.get(&(innovation, ordinal)).ok_or(Refusal::NotFound)
    }

    /// An innovation on whose board somebody may change something.
    pub(super) fn board_of_work(self, innovation: InnovationId) -> Result<&'a Arc<Innovation>, Refusal> {
        let innovation = self.open_innovation(Act::EditInnovation, innovation)?;
        if innovation.has_work_board() { Ok(innovation) } else { Err(Refusal::Impossible(Impossible::NotAgile)) }
    }
}

/// Nobody need have it until it is begun.
pub(super) fn needs_owner(state: WorkState) -> bool {
    !matches!(state, WorkState::ToDo | WorkState::Dropped)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    fn input(titles: &[&str]) -> AddWorkInput {
        AddWorkInput { titles: titles.iter().map(|one| text(one)).collect(), kind: WorkItemKind::Task, owner: None }
    }

    fn add(portfolio: &crate::Portfolio, id: u128, titles: &[&str]) -> Result<Decision, Refusal> {
        as_person(portfolio, LEAD, |seen| seen.add_work(Uuid::from_u128(id), LAMPS, input(titles), today()))
    }

    #[test]
    fn several_pieces_are_added_in_order_and_numbered_on() {
        let one = applied(&agile(), add(&agile(), 1, &["Draft the letter", "Ask ten tenants"]).expect("allowed"));
        let two = applied(&one, add(&one, 2, &["Print it"]).expect("allowed"));
        as_person(&two, LEAD, |seen| {
            let all: Vec<_> = seen.work_items(LAMPS).map(|one| (one.ordinal, one.title.to_string())).collect();
            let titles = ["Draft the letter", "Ask ten tenants", "Print it"].map(ToOwned::to_owned);
            assert_eq!(all, (1..).zip(titles).collect::<Vec<_>>());
            assert!(seen.work_items(LAMPS).all(|one| one.state() == WorkState::ToDo && one.added_on() == today()));
        });
    }

    #[test]
    fn nothing_too_much_and_a_plan_are_refused() {
        assert_eq!(add(&agile(), 1, &[]), Err(Refusal::invalid("titles", Rule::Missing)));
        assert_eq!(add(&agile(), 1, &["More"; 51]), Err(Refusal::invalid("titles", Rule::TooMany(50))));
        assert_eq!(add(&portfolio(), 1, &["Draft"]), Err(Refusal::Impossible(Impossible::NotAgile)));
    }

    #[test]
    fn what_is_begun_keeps_an_owner() {
        let begun = with_work([work_item(1, "2026-11-01", &[(WorkState::Doing, "2026-11-02")])]);
        let edit = |owner| {
            let input = WorkItemInput { title: text("Draft"), kind: WorkItemKind::Task, owner, fixed_on: None };
            as_person(&begun, LEAD, |seen| seen.edit_work_item(LAMPS, 1, input, Version::FIRST))
        };
        assert_eq!(edit(None), Err(Refusal::invalid("owner", Rule::Missing)));
        assert!(edit(Some(place(LEAD))).is_ok());
    }
}
