//! What happened to a risk, as words that follow the name of who did it.
use super::{Appetite, AppetiteBand, Risk, RiskState};
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&Risk>, after: &Risk, names: Seen) -> String {
    let risk = format!("the {} “{}”", after.kind.label().to_lowercase(), after.event);
    let Some(before) = before else {
        return format!("recorded {risk} with a score of {}", after.score().value());
    };
    if after.entry.removed {
        return format!("removed {risk}");
    }
    if after.reviews.len() > before.reviews.len() {
        return reviewed(before, after, &risk);
    }
    if before.state != after.state {
        return match &after.state {
            RiskState::Open if before.category != after.category => {
                format!("moved {risk} to {}, which ends its acceptance", after.category.label().to_lowercase())
            }
            RiskState::Open => format!("opened {risk} again"),
            RiskState::Closed { .. } => format!("closed {risk}"),
            RiskState::Happened { .. } => format!("recorded that {risk} happened"),
            RiskState::Accepted { until, .. } => format!("accepted {risk} until {}", in_words(*until)),
        };
    }
    if before.controls != after.controls {
        return held_in_check(before, after, &risk);
    }
    if before.considered != after.considered {
        return format!("said what is gained, what is the worst and when to stop of {risk}");
    }
    acted(before, after, &risk, names).unwrap_or_else(|| format!("edited {risk}"))
}

pub(crate) fn appetite_sentence(before: Option<&Appetite>, after: &Appetite, names: Seen) -> String {
    if let Some(council) = after.council {
        let name = names.council(council).map_or("a council".into(), |one| one.name.to_string());
        let (category, band) = (after.category.label().to_lowercase(), lower(after.band));
        if after.entry.removed {
            return format!("took back what {name} accepts for {category}");
        }
        return format!("set the appetite of {name} for {category} to {band}");
    }
    let (category, band) = (after.category.label().to_lowercase(), after.band);
    let was = before.map_or_else(|| AppetiteBand::preset(after.category), |one| one.band);
    if was == band {
        return format!("set the appetite for {category} to {}, as it was", lower(band));
    }
    format!("set the appetite for {category} from {} to {}", lower(was), lower(band))
}

fn lower(band: AppetiteBand) -> String {
    band.label().to_lowercase()
}

fn reviewed(before: &Risk, after: &Risk, risk: &str) -> String {
    let (was, is) = (before.score().value(), after.score().value());
    let ends = if before.state == after.state { "" } else { ", which ends its acceptance" };
    if was == is {
        return format!("reviewed {risk}: its score stays {is}");
    }
    format!("reviewed {risk}: its score goes from {was} to {is}{ends}")
}

/// What became of its controls.
fn held_in_check(before: &Risk, after: &Risk, risk: &str) -> String {
    match after.controls.len().cmp(&before.controls.len()) {
        std::cmp::Ordering::Greater => format!("added a control to {risk}"),
        std::cmp::Ordering::Less => format!("took a control away from {risk}"),
        std::cmp::Ordering::Equal => format!("changed a control of {risk}"),
    }
}

/// What became of its actions, if anything did.
fn acted(before: &Risk, after: &Risk, risk: &str, names: Seen) -> Option<String> {
    let changed = after.actions.iter().find(|action| !before.actions.contains(action))?;
    let was = before.actions.iter().find(|action| action.number == changed.number);
    let owner = names.membership(changed.owner).map(|one| format!(", {}", one.name)).unwrap_or_default();
    let (text, due_on) = (&changed.text, in_words(changed.due_on));
    Some(match (was, changed.done_on) {
        (None, _) => format!("added the action “{text}” to {risk}: by {due_on}{owner}"),
        (Some(_), Some(done)) => format!("finished the action “{text}” on {risk} on {}", in_words(done)),
        (Some(was), None) if was.due_on != changed.due_on => {
            format!("moved the action “{text}” on {risk} from {} to {due_on}", in_words(was.due_on))
        }
        (Some(_), None) => format!("edited the action “{text}” on {risk}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RiskAction, RiskReview, Score, testing::*};

    fn said(before: Option<&Risk>, after: &Risk) -> String {
        as_person(&portfolio(), LEAD, |seen| sentence(before, after, seen))
    }

    #[test]
    fn each_step_of_a_risk_is_told() {
        let before = risk_scored(Score { likelihood: 4, impact: 4 });
        assert_eq!(said(None, &before), "recorded the threat “a late delivery” with a score of 16");
        let mut reviewed = before.clone();
        let score = Score { likelihood: 3, impact: 4 };
        reviewed.reviews.push(RiskReview { on: today(), score, note: None, by: LEAD });
        let words = "reviewed the threat “a late delivery”: its score goes from 16 to 12";
        assert_eq!(said(Some(&before), &reviewed), words);
        let state = RiskState::Closed { on: today(), reason: text("Gone") };
        let closed = Risk { state, ..before.clone() };
        assert_eq!(said(Some(&before), &closed), "closed the threat “a late delivery”");
        assert_eq!(said(Some(&closed), &before), "opened the threat “a late delivery” again");
        let action =
            RiskAction { number: 1, text: text("Ask"), owner: place(LEAD), due_on: day("2026-12-10"), done_on: None };
        let acted = Risk { actions: vec![action], ..before.clone() };
        let words = "added the action “Ask” to the threat “a late delivery”: by 10\u{a0}December 2026, Team member";
        assert_eq!(said(Some(&before), &acted), words);
    }
}
