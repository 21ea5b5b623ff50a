//! What happened to a group and to how it stands, as words that follow the name of who did it.
use super::{Stake, Stakeholder};
use crate::Seen;

pub(crate) fn sentence(before: Option<&Stakeholder>, after: &Stakeholder, names: Seen) -> String {
    let name = format!("“{}”", after.name);
    let Some(before) = before else { return format!("added {name} to the stakeholders") };
    if after.entry.removed {
        return format!("removed {name} from the stakeholders");
    }
    if let Some(into) = after.merged_into.filter(|_| before.merged_into.is_none()) {
        let into = names.group(into).map_or_else(String::new, |one| format!(" is the same as “{}”", one.name));
        return format!("noted that {name}{into}");
    }
    if before.name != after.name {
        return format!("renamed the stakeholder “{}” to {name}", before.name);
    }
    format!("edited the stakeholder {name}")
}

pub(crate) fn stake_sentence(before: Option<&Stake>, after: &Stake, names: Seen) -> String {
    let name = names.group(after.stakeholder).map_or_else(|| "a stakeholder".into(), |one| format!("“{}”", one.name));
    let Some(before) = before else { return format!("named {name} as a stakeholder") };
    if after.entry.removed || before.removed_on.is_none() && after.removed_on.is_some() {
        return format!("took {name} off the stakeholders");
    }
    match (before.is_priority(), after.is_priority()) {
        (false, true) => format!("made {name} a priority stakeholder"),
        (true, false) => format!("edited how {name} stands: no longer a priority"),
        _ => format!("edited how {name} stands"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, testing::*};

    #[test]
    fn each_step_of_a_group_is_told() {
        let other = Stakeholder {
            id: crate::StakeholderId(uuid::Uuid::from_u128(7777)),
            name: text("Neighbours"),
            ..stakeholder()
        };
        let portfolio = applied(&portfolio(), Decision::add(stakeholder()).and_add(other.clone()));
        as_person(&portfolio, LEAD, |seen| {
            let said = |before: Option<&Stakeholder>, after: &Stakeholder| sentence(before, after, seen);
            assert_eq!(said(None, &stakeholder()), "added “People of Mill Lane” to the stakeholders");
            let merged = Stakeholder { merged_into: Some(other.id), ..stakeholder() };
            assert_eq!(
                said(Some(&stakeholder()), &merged),
                "noted that “People of Mill Lane” is the same as “Neighbours”"
            );
            let named = Stakeholder { name: text("Mill Lane"), ..stakeholder() };
            assert_eq!(
                said(Some(&stakeholder()), &named),
                "renamed the stakeholder “People of Mill Lane” to “Mill Lane”"
            );
            let told = |before: Option<&Stake>, after: &Stake| stake_sentence(before, after, seen);
            assert_eq!(told(None, &stake()), "named “People of Mill Lane” as a stakeholder");
            let weak = Stake { power: 1, impact: 1, ..stake() };
            assert_eq!(told(Some(&weak), &stake()), "made “People of Mill Lane” a priority stakeholder");
            let off = Stake { removed_on: Some(today()), ..stake() };
            assert_eq!(told(Some(&stake()), &off), "took “People of Mill Lane” off the stakeholders");
        });
    }
}
