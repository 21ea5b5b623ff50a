//! What is to be done about a risk, by whom and by when.
use super::{Risk, RiskAction};
use crate::{
    Decision, Impossible, InnovationId, Line, MembershipId, Problem, Refusal, RiskId, Rule, Seen, Version,
    seen::plausible,
};
use chrono::NaiveDate;

#[derive(Clone, Debug)]
pub struct RiskActionInput {
    pub text: Line,
    pub owner: MembershipId,
    pub due_on: NaiveDate,
}

impl Seen<'_> {
    pub fn add_risk_action(
        self,
        about: impl Into<Option<InnovationId>>,
        id: RiskId,
        input: RiskActionInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_risk(about, id, seen)?;
        Refusal::unless_sound(self.action_problems(&input, None, today))?;
        let RiskActionInput { text, owner, due_on } = input;
        let number = before.actions.iter().map(|action| action.number).max().unwrap_or(0) + 1;
        let mut after = (**before).clone();
        after.actions.push(RiskAction { number, text, owner, due_on, done_on: None });
        Ok(Decision::change(before, after))
    }

    pub fn edit_risk_action(
        self,
        about: impl Into<Option<InnovationId>>,
        id: RiskId,
        number: u32,
        input: RiskActionInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_risk(about, id, seen)?;
        let mut after = (**before).clone();
        let action = open_action(&mut after, number)?;
        Refusal::unless_sound(self.action_problems(&input, Some(action), today))?;
        let RiskActionInput { text, owner, due_on } = input;
        *action = RiskAction { number, text, owner, due_on, done_on: None };
        Ok(Decision::change(before, after))
    }

    /// On the day it was really finished, which is not to come.
    pub fn finish_risk_action(
        self,
        about: impl Into<Option<InnovationId>>,
        id: RiskId,
        number: u32,
        done_on: NaiveDate,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_risk(about, id, seen)?;
        let mut after = (**before).clone();
        let action = open_action(&mut after, number)?;
        let mut problems: Vec<_> = plausible("done_on", done_on).into_iter().collect();
        if done_on > today {
            problems.push(Problem::new("done_on", Rule::After(today)));
        }
        Refusal::unless_sound(problems)?;
        action.done_on = Some(done_on);
        Ok(Decision::change(before, after))
    }

    /// A day that has passed is refused unless it was set before.
    fn action_problems(self, input: &RiskActionInput, before: Option<&RiskAction>, today: NaiveDate) -> Vec<Problem> {
        let mut problems = self.unknown_people([("owner", Some(input.owner))]);
        problems.extend(plausible("due_on", input.due_on));
        if input.due_on < today && before.is_none_or(|before| before.due_on != input.due_on) {
            problems.push(Problem::new("due_on", Rule::Before(today)));
        }
        problems
    }
}

fn open_action(risk: &mut Risk, number: u32) -> Result<&mut RiskAction, Refusal> {
    let action = risk.actions.iter_mut().find(|action| action.number == number).ok_or(Refusal::NotFound)?;
    if action.is_open() { Ok(action) } else { Err(Refusal::Impossible(Impossible::ActionDone)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, testing::*};

    fn input(due_on: &str) -> RiskActionInput {
        RiskActionInput { text: text("Find a second supplier"), owner: place(LEAD), due_on: day(due_on) }
    }

    fn with_action() -> Portfolio {
        after(&with_risk(3, 4), LEAD, |seen| {
            seen.add_risk_action(LAMPS, RISK, input("2026-12-10"), Version::FIRST, today())
        })
    }

    #[test]
    fn an_action_is_added_put_off_and_finished_once() {
        let added = with_action();
        let put_off =
            after(&added, LEAD, |seen| seen.edit_risk_action(LAMPS, RISK, 1, input("2027-01-15"), Version(2), today()));
        let finish = |portfolio: &Portfolio, version| {
            as_person(portfolio, LEAD, |seen| {
                seen.finish_risk_action(LAMPS, RISK, 1, today(), Version(version), today())
            })
        };
        let finished = applied(&put_off, finish(&put_off, 3).expect("allowed"));
        let found = as_person(&finished, LEAD, |seen| seen.risk(LAMPS, RISK).cloned()).expect("there");
        assert_eq!((found.actions[0].due_on, found.actions[0].done_on), (day("2027-01-15"), Some(today())));
        assert_eq!(finish(&finished, 4), Err(Refusal::Impossible(Impossible::ActionDone)));
    }

    #[test]
    fn a_new_action_is_not_due_in_the_past_and_is_not_finished_in_the_future() {
        let refused = as_person(&with_risk(3, 4), LEAD, |seen| {
            seen.add_risk_action(LAMPS, RISK, input("2026-11-23"), Version::FIRST, today())
        });
        assert_eq!(refused, Err(Refusal::invalid("due_on", Rule::Before(today()))));
        let early = as_person(&with_action(), LEAD, |seen| {
            seen.finish_risk_action(LAMPS, RISK, 1, day("2026-11-25"), Version(2), today())
        });
        assert_eq!(early, Err(Refusal::invalid("done_on", Rule::After(today()))));
    }

    #[test]
    fn an_action_that_is_not_there_is_not_found() {
        let refused = as_person(&with_action(), LEAD, |seen| {
            seen.finish_risk_action(LAMPS, RISK, 2, today(), Version(2), today())
        });
        assert_eq!(refused, Err(Refusal::NotFound));
    }

    #[test]
    fn an_action_is_in_date_on_its_last_day() {
        let added = with_action();
        let found = as_person(&added, LEAD, |seen| seen.risk(LAMPS, RISK).cloned()).expect("there");
        assert!(found.has_action_in_date(day("2026-12-10")));
        assert!(!found.has_action_in_date(day("2026-12-11")));
        assert!(found.actions[0].is_overdue(day("2026-12-11")));
    }
}
