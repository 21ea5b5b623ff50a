//! Saying what a milestone waits on, that it is met, or that it no longer matters.
use super::{Dependency, DependsOn};
use crate::{
    Act, Decision, DependencyId, Entry, InnovationId, MembershipId, MilestoneId, Problem, Reason, Refusal, Rule, Seen,
    Version, seen::plausible,
};
use chrono::NaiveDate;

/// What somebody says of a dependency, new or changed.
#[derive(Clone, Debug)]
pub struct DependencyInput {
    pub on: DependsOn,
    pub lag_days: u32,
    pub need_by: Option<NaiveDate>,
    pub promised_on: Option<NaiveDate>,
    pub met_on: Option<NaiveDate>,
    pub owner: MembershipId,
}

impl Seen<'_> {
    /// # Errors
    /// `Loop` where the milestone would come to wait on itself.
    pub fn add_dependency(
        self,
        id: DependencyId,
        innovation: InnovationId,
        waits: MilestoneId,
        input: DependencyInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        self.milestone(innovation, waits)?;
        self.sound((innovation, waits), None, &input, today)?;
        Ok(Decision::add(Dependency {
            id,
            entry: Entry::default(),
            innovation,
            waits,
            on: input.on,
            lag_days: input.lag_days,
            need_by: input.need_by,
            promised_on: input.promised_on,
            met_on: input.met_on,
            owner: input.owner,
        }))
    }

    /// # Errors
    /// `Loop` where the milestone would come to wait on itself.
    pub fn edit_dependency(
        self,
        innovation: InnovationId,
        id: DependencyId,
        input: DependencyInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let before = self.dependency(innovation, id)?;
        Refusal::unless_seen(seen, before)?;
        self.sound((innovation, before.waits), Some(before), &input, today)?;
        let after = Dependency {
            on: input.on,
            lag_days: input.lag_days,
            need_by: input.need_by,
            promised_on: input.promised_on,
            met_on: input.met_on,
            owner: input.owner,
            ..(**before).clone()
        };
        Ok(Decision::change(before, after))
    }

    /// On the day it really was.
    pub fn meet_dependency(
        self,
        innovation: InnovationId,
        id: DependencyId,
        met_on: NaiveDate,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let before = self.dependency(innovation, id)?;
        Refusal::unless_seen(seen, before)?;
        Refusal::unless_sound(met_problems(Some(met_on), today))?;
        Ok(Decision::change(before, Dependency { met_on: Some(met_on), ..(**before).clone() }))
    }

    /// Hidden with a reason; the history keeps it.
    pub fn remove_dependency(
        self,
        innovation: InnovationId,
        id: DependencyId,
        reason: Reason,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let before = self.dependency(innovation, id)?;
        Refusal::unless_seen(seen, before)?;
        Ok(Decision::remove(before).because(Some(reason)))
    }

    fn sound(
        self,
        (innovation, waits): (InnovationId, MilestoneId),
        before: Option<&Dependency>,
        input: &DependencyInput,
        today: NaiveDate,
    ) -> Result<(), Refusal> {
        let mut problems = self.unknown_people([("owner", Some(input.owner))]);
        // What may have left the plan meanwhile stays as it was said.
        if before.is_none_or(|before| before.on != input.on) {
            problems.extend(self.on_problem(innovation, &input.on));
        }
        let same = |one: &Dependency| one.waits == waits && one.on == input.on && before.is_none_or(|b| b.id != one.id);
        if self.dependencies(innovation).any(|one| same(one)) {
            problems.push(Problem::new("on", Rule::Taken));
        }
        if input.promised_on.is_some() && matches!(input.on, DependsOn::Milestone { .. }) {
            problems.push(Problem::new("promised_on", Rule::MilestonePromises));
        }
        problems.extend(input.need_by.and_then(|day| plausible("need_by", day)));
        problems.extend(input.promised_on.and_then(|day| plausible("promised_on", day)));
        problems.extend(met_problems(input.met_on, today));
        Refusal::unless_sound(problems)?;
        let closed = match input.on {
            DependsOn::Milestone { innovation: other, milestone } => {
                self.loop_closed_by((innovation, waits), (other, milestone))
            }
            _ => None,
        };
        closed.map_or(Ok(()), |names| Err(Refusal::Loop(names)))
    }

    fn on_problem(self, innovation: InnovationId, on: &DependsOn) -> Option<Problem> {
        let is_there = match on {
            DependsOn::Milestone { innovation, milestone } => self.milestone(*innovation, *milestone).is_ok(),
            DependsOn::Innovation(other) => *other != innovation && self.innovation(*other).is_ok(),
            DependsOn::Partner(_) | DependsOn::Other(_) => true,
        };
        (!is_there).then_some(Problem::new("on", Rule::Choose))
    }
}

fn met_problems(met_on: Option<NaiveDate>, today: NaiveDate) -> Vec<Problem> {
    let mut problems: Vec<_> = met_on.and_then(|day| plausible("met_on", day)).into_iter().collect();
    if met_on.is_some_and(|met| met > today) {
        problems.push(Problem::new("met_on", Rule::After(today)));
    }
    problems
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{DependencyState, Innovation, Milestone, MilestoneKind, Portfolio, testing::*};
    use uuid::Uuid;

    pub(crate) const BENCHES: InnovationId = InnovationId(Uuid::from_u128(101));
    pub(crate) const GATE: MilestoneId = MilestoneId(Uuid::from_u128(210));
    pub(crate) const FIRST_LINK: DependencyId = DependencyId(Uuid::from_u128(500));

    /// "Smart street lamps" with one milestone on 1 February 2027, and "Warm benches" with a gate on the 20th.
    pub(crate) fn two_innovations() -> Portfolio {
        let benches = Innovation { id: BENCHES, number: 2, title: text("Warm benches"), ..innovation() };
        let mut gate = Milestone {
            id: GATE,
            innovation: BENCHES,
            title: text("Decide on a pilot"),
            kind: MilestoneKind::Gate,
            ..milestone()
        };
        gate.forecasts[0].forecast_on = day("2027-02-20");
        applied(&portfolio(), Decision::add(milestone()).and_add(benches).and_add(gate))
    }

    pub(crate) fn on_gate() -> DependencyInput {
        DependencyInput {
            on: DependsOn::Milestone { innovation: BENCHES, milestone: GATE },
            lag_days: 10,
            need_by: None,
            promised_on: None,
            met_on: None,
            owner: place(LEAD),
        }
    }

    fn add(portfolio: &Portfolio, input: DependencyInput) -> Result<Decision, Refusal> {
        as_person(portfolio, LEAD, |seen| seen.add_dependency(FIRST_LINK, LAMPS, milestone().id, input, today()))
    }

    #[test]
    fn a_dependency_is_said_met_and_taken_back() {
        let portfolio = two_innovations();
        let partner = DependencyInput { on: DependsOn::Partner(text("The grid: a connection")), ..on_gate() };
        let waiting = applied(&portfolio, add(&portfolio, partner).expect("allowed"));
        let state = |portfolio: &Portfolio| {
            as_person(portfolio, LEAD, |seen| seen.waits_of(LAMPS, today())[0].state.expect("known"))
        };
        assert_eq!(state(&waiting), DependencyState::Unpromised);
        let meet = |on: &str| {
            as_person(&waiting, LEAD, |seen| seen.meet_dependency(LAMPS, FIRST_LINK, day(on), Version::FIRST, today()))
        };
        assert_eq!(meet("2026-11-25"), Err(Refusal::invalid("met_on", Rule::After(today()))));
        let met = applied(&waiting, meet("2026-11-20").expect("allowed"));
        assert_eq!(state(&met), DependencyState::Met);
        let removed =
            after(&met, LEAD, |seen| seen.remove_dependency(LAMPS, FIRST_LINK, text("Not needed"), Version(2)));
        assert_eq!(as_person(&removed, LEAD, |seen| seen.waits_of(LAMPS, today()).len()), 0);
    }

    #[test]
    fn what_is_waited_for_must_be_there_once_and_a_milestone_promises_its_own_forecast() {
        let portfolio = two_innovations();
        let with = |change: fn(&mut DependencyInput)| {
            let mut input = on_gate();
            change(&mut input);
            add(&portfolio, input)
        };
        let nowhere = with(|input| input.on = DependsOn::Innovation(InnovationId(Uuid::nil())));
        assert_eq!(nowhere, Err(Refusal::invalid("on", Rule::Choose)));
        assert_eq!(with(|input| input.on = DependsOn::Innovation(LAMPS)), Err(Refusal::invalid("on", Rule::Choose)));
        let promised = with(|input| input.promised_on = Some(day("2027-01-01")));
        assert_eq!(promised, Err(Refusal::invalid("promised_on", Rule::MilestonePromises)));
        let waiting = applied(&portfolio, add(&portfolio, on_gate()).expect("allowed"));
        let again = as_person(&waiting, LEAD, |seen| {
            seen.add_dependency(DependencyId(Uuid::from_u128(501)), LAMPS, milestone().id, on_gate(), today())
        });
        assert_eq!(again, Err(Refusal::invalid("on", Rule::Taken)));
    }

    #[test]
    fn a_milestone_never_waits_on_itself() {
        let portfolio = two_innovations();
        let on = DependsOn::Milestone { innovation: LAMPS, milestone: milestone().id };
        let names = vec!["Trial on Mill Lane".to_owned(), "Trial on Mill Lane".to_owned()];
        assert_eq!(add(&portfolio, DependencyInput { on, ..on_gate() }), Err(Refusal::Loop(names)));
    }

    #[test]
    fn whoever_may_not_edit_the_innovation_says_nothing_of_what_it_waits_on() {
        let portfolio = two_innovations();
        let refused = as_person(&portfolio, ADMINISTRATOR, |seen| {
            seen.add_dependency(FIRST_LINK, LAMPS, milestone().id, on_gate(), today())
        });
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::EditInnovation)));
        let hidden = as_person(&portfolio, VIEWER, |seen| {
            seen.add_dependency(FIRST_LINK, LAMPS, milestone().id, on_gate(), today())
        });
        assert_eq!(hidden, Err(Refusal::NotFound));
    }
}
