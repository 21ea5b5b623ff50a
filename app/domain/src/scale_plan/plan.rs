//! Writing down how it is to spread, and changing it.
use super::{CoreComponent, ScaleApproach, ScalePlan, VerticalTarget};
use crate::{
    Act, Decision, Entry, InnovationId, Line, Problem, Reason, Refusal, Rule, ScalePlanId, Seen, Version,
    seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// What somebody says of the plan, new or changed.
#[derive(Clone, Debug)]
pub struct ScalePlanInput {
    pub goal: Reason,
    pub approach: ScaleApproach,
    pub core_components: Vec<CoreComponent>,
    pub vertical_targets: Vec<VerticalTarget>,
    pub owner: Option<Line>,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub funding_to: Option<NaiveDate>,
}

impl CoreComponent {
    /// Fewest and most of a plan.
    pub const COUNT: (usize, usize) = (3, 8);
    pub const WEIGHT: (u8, u8) = (1, 3);
    /// Fields of the rows of a form, in which problems are told: name, why and weight.
    pub const FIELDS: [[&str; 3]; 8] = [
        ["component_1_name", "component_1_why", "component_1_weight"],
        ["component_2_name", "component_2_why", "component_2_weight"],
        ["component_3_name", "component_3_why", "component_3_weight"],
        ["component_4_name", "component_4_why", "component_4_weight"],
        ["component_5_name", "component_5_why", "component_5_weight"],
        ["component_6_name", "component_6_why", "component_6_weight"],
        ["component_7_name", "component_7_why", "component_7_weight"],
        ["component_8_name", "component_8_why", "component_8_weight"],
    ];
}

impl<'a> Seen<'a> {
    /// The present plan to spread it.
    #[must_use]
    pub fn scale_plan(self, innovation: InnovationId) -> Option<&'a Arc<ScalePlan>> {
        self.innovation(innovation).ok()?;
        self.portfolio.shelves.scale_plans.get(&innovation)
    }

    /// The first plan, or the present one in other words: `seen` is then its version, before that `Version::NONE`.
    pub fn set_scale_plan(
        self,
        id: ScalePlanId,
        innovation: InnovationId,
        input: ScalePlanInput,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditInnovation, innovation)?;
        let before = self.scale_plan(innovation);
        if let Some(before) = before {
            Refusal::unless_seen(seen, before)?;
        }
        Refusal::unless_sound(problems(&input))?;
        let ScalePlanInput { goal, approach, core_components, vertical_targets, owner, starts_on, ends_on, funding_to } =
            input;
        let plan = ScalePlan {
            id: before.map_or(id, |before| before.id),
            entry: before.map_or(Entry::default(), |before| before.entry),
            innovation,
            goal,
            approach,
            core_components,
            vertical_targets,
            owner,
            starts_on,
            ends_on,
            funding_to,
        };
        Ok(before.map_or_else(|| Decision::add(plan.clone()), |before| Decision::change(before, plan.clone())))
    }
}

fn problems(input: &ScalePlanInput) -> Vec<Problem> {
    let days =
        [("starts_on", Some(input.starts_on)), ("ends_on", Some(input.ends_on)), ("funding_to", input.funding_to)];
    let mut problems: Vec<_> = days.into_iter().filter_map(|(field, day)| plausible(field, day?)).collect();
    if input.ends_on < input.starts_on {
        problems.push(Problem::new("ends_on", Rule::Before(input.starts_on)));
    }
    let (fewest, most) = CoreComponent::COUNT;
    if !(fewest..=most).contains(&input.core_components.len()) {
        let first_blank = CoreComponent::FIELDS[input.core_components.len().min(most - 1)][0];
        let rule = if input.core_components.len() < fewest { Rule::Missing } else { Rule::TooMany(most) };
        problems.push(Problem::new(first_blank, rule));
    }
    for (index, (one, [name, _, weight])) in input.core_components.iter().zip(CoreComponent::FIELDS).enumerate() {
        let same = |other: &CoreComponent| other.name.to_lowercase() == one.name.to_lowercase();
        if input.core_components[..index].iter().any(same) {
            problems.push(Problem::new(name, Rule::Taken));
        }
        let (least, most) = CoreComponent::WEIGHT;
        if !(least..=most).contains(&one.weight) {
            problems.push(Problem::new(weight, Rule::OutOfRange(least.into(), most.into())));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Portfolio, testing::*};

    fn input() -> ScalePlanInput {
        let ScalePlan {
            goal, approach, core_components, vertical_targets, owner, starts_on, ends_on, funding_to, ..
        } = scale_plan();
        ScalePlanInput { goal, approach, core_components, vertical_targets, owner, starts_on, ends_on, funding_to }
    }

    fn set(portfolio: &Portfolio, input: ScalePlanInput, seen: Version) -> Result<Decision, Refusal> {
        as_person(portfolio, LEAD, |who| who.set_scale_plan(scale_plan().id, LAMPS, input, seen))
    }

    #[test]
    fn a_plan_names_three_to_eight_components_each_once_with_a_weight_from_1_to_3() {
        let of = |count: usize| {
            let component = |number| CoreComponent {
                name: text(&format!("Part {number}")),
                ..scale_plan().core_components[0].clone()
            };
            ScalePlanInput { core_components: (0..count).map(component).collect(), ..input() }
        };
        let refused = |field, rule| Err(Refusal::invalid(field, rule));
        assert_eq!(set(&portfolio(), of(2), Version::NONE), refused("component_3_name", Rule::Missing));
        assert_eq!(set(&portfolio(), of(9), Version::NONE), refused("component_8_name", Rule::TooMany(8)));
        assert!(set(&portfolio(), of(3), Version::NONE).is_ok() && set(&portfolio(), of(8), Version::NONE).is_ok());
        let mut twice = of(3);
        twice.core_components[2].name = text("part 0");
        twice.core_components[1].weight = 4;
        let problems = vec![
            Problem::new("component_2_weight", Rule::OutOfRange(1, 3)),
            Problem::new("component_3_name", Rule::Taken),
        ];
        assert_eq!(set(&portfolio(), twice, Version::NONE), Err(Refusal::Invalid(problems)));
        let backwards = ScalePlanInput { ends_on: day("2025-12-31"), ..input() };
        assert_eq!(set(&portfolio(), backwards, Version::NONE), refused("ends_on", Rule::Before(day("2026-01-01"))));
    }

    #[test]
    fn there_is_one_plan_and_the_second_of_two_writers_is_told() {
        let planned = applied(&portfolio(), set(&portfolio(), input(), Version::NONE).expect("allowed"));
        let other = ScalePlanInput { goal: text("Half of the wards"), ..input() };
        assert!(matches!(set(&planned, other.clone(), Version::NONE), Err(Refusal::Outdated { .. })));
        let changed = applied(&planned, set(&planned, other, Version::FIRST).expect("allowed"));
        as_person(&changed, LEAD, |seen| {
            assert_eq!(&*seen.scale_plan(LAMPS).expect("there").goal, "Half of the wards");
        });
        as_person(&changed, VIEWER, |seen| assert_eq!(seen.scale_plan(LAMPS), None));
    }
}
