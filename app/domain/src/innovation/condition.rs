//! What was promised when an innovation was let on with conditions.
use super::{Condition, StageMove};
use crate::{Act, Decision, Impossible, InnovationId, Problem, Refusal, Rule, Seen, Version, days};
use chrono::NaiveDate;

/// A condition still to be met, and the move that made it.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenCondition {
    pub ordinal: u32,
    /// Its place among the conditions of the move, from 0.
    pub index: usize,
    /// Of the move, sent back with the form.
    pub version: Version,
    pub condition: Condition,
    /// Days since it was due; 0 until then.
    pub overdue_days: i64,
}

impl Seen<'_> {
    /// Earliest due first.
    #[must_use]
    pub fn open_conditions(self, innovation: InnovationId, today: NaiveDate) -> Vec<OpenCondition> {
        let of_move = |one: &StageMove| {
            let (ordinal, version) = (one.ordinal, one.entry.version);
            let conditions = one.conditions.clone().into_iter().enumerate();
            conditions.filter(|(_, one)| one.met_on.is_none()).map(move |(index, condition)| {
                let overdue_days = days(condition.due_on, today).max(0);
                OpenCondition { ordinal, index, version, condition, overdue_days }
            })
        };
        let mut open: Vec<_> = self.stage_moves(innovation).flat_map(|one| of_move(one)).collect();
        open.sort_by_key(|one| one.condition.due_on);
        open
    }

    /// The day a condition of a move was met is written down once.
    pub fn meet_condition(
        self,
        innovation: InnovationId,
        ordinal: u32,
        index: usize,
        met_on: NaiveDate,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let before = self.stage_moves(innovation).find(|one| one.ordinal == ordinal).ok_or(Refusal::NotFound)?;
        Refusal::unless_seen(seen, before)?;
        let mut after = (**before).clone();
        let condition = after.conditions.get_mut(index).ok_or(Refusal::NotFound)?;
        if condition.met_on.is_some() {
            return Err(Refusal::Impossible(Impossible::ConditionMet));
        }
        let mut problems = Vec::new();
        if met_on > today {
            problems.push(Problem::new("met_on", Rule::After(today)));
        }
        if met_on < before.on {
            problems.push(Problem::new("met_on", Rule::Before(before.on)));
        }
        Refusal::unless_sound(problems)?;
        condition.met_on = Some(met_on);
        Ok(Decision::change(before, after))
    }
}
