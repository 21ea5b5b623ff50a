//! Ending somebody's place, and who takes over what they answered for.
use super::Membership;
use crate::{Act, Decision, Impossible, MembershipId, Problem, Prose, Refusal, Rule, Seen, Version, seen::plausible};
use chrono::NaiveDate;
use std::sync::Arc;

/// When somebody leaves, and who follows.
#[derive(Clone, Debug)]
pub struct EndInput {
    /// The last day.
    pub to_on: NaiveDate,
    /// Takes over everything; without one the posts are vacant and the rest stays in the old name.
    pub successor: Option<MembershipId>,
    /// What the successor should know of each innovation; kept with the posts that end.
    pub handover_note: Option<Prose>,
}

impl Seen<'_> {
    /// Posts change hands the day after the last one; milestones, dependencies, risks, actions, conditions, asks, paths
    /// to green, open questions, promises, issues and sponsorships at once.
    ///
    /// A sponsorship of the political side goes only to somebody of that side, likewise of the managerial side.
    pub fn end_membership(
        self,
        id: MembershipId,
        input: EndInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.membership(id).ok_or(Refusal::NotFound)?;
        self.must(Act::ManagePeople, None)?;
        Refusal::unless_seen(seen, before)?;
        if before.to_on.is_some_and(|last| last < today) {
            return Err(Refusal::Impossible(Impossible::MembershipEnded));
        }
        let day_after = input.to_on.succ_opt().unwrap_or(input.to_on);
        if self.is_last_administrator(before, day_after) {
            return Err(Refusal::Impossible(Impossible::LastAdministrator));
        }
        let successor = input.successor.and_then(|id| self.membership(id));
        Refusal::unless_sound(leaving_problems(before, &input, successor, day_after))?;
        let ended = Membership { to_on: Some(input.to_on), ..(**before).clone() };
        Ok(Decision::change(before, ended).and(self.handed_over(id, &input, successor, day_after)))
    }
}

fn leaving_problems(
    before: &Membership,
    input: &EndInput,
    successor: Option<&Arc<Membership>>,
    day_after: NaiveDate,
) -> Vec<Problem> {
    let mut problems: Vec<_> = plausible("to_on", input.to_on).into_iter().collect();
    if input.to_on < before.from_on {
        problems.push(Problem::new("to_on", Rule::Before(before.from_on)));
    }
    let serves = |one: &Arc<Membership>| one.id != before.id && one.is_current(day_after);
    if input.successor.is_some() && !successor.is_some_and(serves) {
        problems.push(Problem::new("successor", Rule::Choose));
    }
    problems
}

#[cfg(test)]
mod tests;
