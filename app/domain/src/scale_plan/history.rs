//! What happened to the plan to spread it, as words that follow the name of who did it.
use super::ScalePlan;
use crate::Seen;

pub(crate) fn sentence(before: Option<&ScalePlan>, after: &ScalePlan, _names: Seen) -> String {
    let Some(before) = before else {
        let count = after.core_components.len();
        return format!("planned how it spreads (“{}”), with {count} core components", after.goal);
    };
    if after.entry.removed {
        return "removed the plan to spread it".into();
    }
    if before.core_components != after.core_components {
        return "changed the core components of the plan to spread it".into();
    }
    let reached = |plan: &ScalePlan| plan.vertical_targets.iter().filter(|one| one.reached_on.is_some()).count();
    if reached(after) > reached(before) {
        let is_new = |one: &&super::VerticalTarget| one.reached_on.is_some() && !before.vertical_targets.contains(one);
        let what = after.vertical_targets.iter().find(is_new).map(|one| one.what.to_string()).unwrap_or_default();
        return format!("noted that it is now written into the council’s ways: “{what}”");
    }
    "changed the plan to spread it".into()
}
