//! Checking at a place whether the core is being done.
use super::{ComponentScore, FidelityCheck};
use crate::{
    Act, Decision, Entry, FidelityCheckId, Impossible, InnovationId, MembershipId, Problem, Reason, Refusal, Rule,
    ScalePlan, Seen, SiteId, YesNo, seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct FidelityInput {
    pub site: SiteId,
    /// Never in the future.
    pub on: NaiveDate,
    /// None: whoever records it.
    pub rater: Option<MembershipId>,
    /// In the order of the core components of the plan; every one is scored.
    pub scores: Vec<Option<YesNo>>,
    pub note: Option<Reason>,
}

impl FidelityInput {
    /// Fields of the rows of a form, in which problems are told.
    pub const FIELDS: [&'static str; 8] = [
        "component_1",
        "component_2",
        "component_3",
        "component_4",
        "component_5",
        "component_6",
        "component_7",
        "component_8",
    ];
}

impl Seen<'_> {
    pub fn check_fidelity(
        self,
        id: FidelityCheckId,
        innovation: InnovationId,
        input: FidelityInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.check_fidelity_of_many(innovation, &[(id, input)], today).map_err(|refusal| match refusal {
            Refusal::Rows(mut rows) if rows.len() == 1 => rows.remove(0).1,
            other => other,
        })
    }

    /// All of them, or none.
    ///
    /// # Errors
    /// `NoScalePlan` where there are no core components yet; `Rows` with what is wrong in each row.
    pub fn check_fidelity_of_many(
        self,
        innovation: InnovationId,
        rows: &[(FidelityCheckId, FidelityInput)],
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let plan = self.scale_plan(innovation).ok_or(Refusal::Impossible(Impossible::NoScalePlan))?;
        Decision::of_rows(rows, |(id, input)| self.fidelity_checked(*id, plan, input, today))
    }

    fn fidelity_checked(
        self,
        id: FidelityCheckId,
        plan: &Arc<ScalePlan>,
        input: &FidelityInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        self.site(plan.innovation, input.site)?;
        let mut problems: Vec<_> = plausible("on", input.on).into_iter().collect();
        if input.on > today {
            problems.push(Problem::new("on", Rule::After(today)));
        }
        let rater = self.rater(input.rater);
        problems.extend(rater.err());
        let mut scores = Vec::new();
        for (index, component) in plan.core_components.iter().enumerate() {
            match input.scores.get(index).copied().flatten() {
                Some(done) => {
                    scores.push(ComponentScore { component: component.name.clone(), weight: component.weight, done });
                }
                None => problems.push(Problem::new(FidelityInput::FIELDS[index.min(7)], Rule::Missing)),
            }
        }
        Refusal::unless_sound(problems)?;
        let rater = rater.map_err(|problem| Refusal::Invalid(vec![problem]))?;
        let FidelityInput { site, on, note, .. } = input.clone();
        let innovation = plan.innovation;
        Ok(Decision::add(FidelityCheck { id, entry: Entry::default(), innovation, site, on, rater, scores, note }))
    }

    /// Whoever is named, or a place of who records it.
    pub(crate) fn rater(self, named: Option<MembershipId>) -> Result<MembershipId, Problem> {
        match named {
            Some(named) => self.membership(named).map(|one| one.id).ok_or(Problem::new("rater", Rule::Choose)),
            None => self.actor.memberships().next().map(|one| one.id).ok_or(Problem::new("rater", Rule::Missing)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    fn input(scores: Vec<Option<YesNo>>) -> FidelityInput {
        FidelityInput { site: site(1).id, on: day("2026-11-01"), rater: None, scores, note: None }
    }

    #[test]
    fn every_core_component_of_the_plan_is_scored() {
        let before = with_sites(&[(site(1), vec![])]);
        let id = fidelity_check(1, &[]).id;
        let check = |input| as_person(&before, LEAD, |seen| seen.check_fidelity(id, LAMPS, input, today()));
        let two = vec![Some(YesNo::Yes), None, Some(YesNo::No)];
        assert_eq!(check(input(two)), Err(Refusal::invalid("component_2", Rule::Missing)));
        let tomorrow = FidelityInput { on: day("2026-11-25"), ..input(vec![Some(YesNo::Yes); 3]) };
        assert_eq!(check(tomorrow), Err(Refusal::invalid("on", Rule::After(today()))));
        let checked = applied(&before, check(input(vec![Some(YesNo::Yes); 3])).expect("allowed"));
        as_person(&checked, LEAD, |seen| {
            let found = seen.fidelity_checks(LAMPS, site(1).id).next().expect("there");
            let weights: Vec<_> = found.scores.iter().map(|one| one.weight).collect();
            assert_eq!((found.rater, weights), (place(LEAD), vec![3, 2, 1]));
        });
        let unplanned = as_person(&portfolio(), LEAD, |seen| seen.check_fidelity(id, LAMPS, input(vec![]), today()));
        assert_eq!(unplanned, Err(Refusal::Impossible(Impossible::NoScalePlan)));
    }
}
