//! What happened to an issue, as words that follow the name of who did it.
use super::Issue;
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&Issue>, after: &Issue, names: Seen) -> String {
    let issue = format!("the issue “{}”", after.title);
    let Some(before) = before else {
        let from = if after.from_risk.is_some() { ", a threat that came true" } else { "" };
        return format!("raised {issue}{from}: due by {}", in_words(after.due_on));
    };
    if after.entry.removed {
        return format!("removed {issue}");
    }
    let owner = names.membership(after.owner).map_or("somebody else".into(), |one| one.name.to_string());
    match (before.resolved_on, after.resolved_on) {
        (None, Some(on)) => format!("resolved {issue} on {}", in_words(on)),
        _ if before.due_on != after.due_on => {
            format!("moved {issue} from {} to {}", in_words(before.due_on), in_words(after.due_on))
        }
        _ if before.owner != after.owner => format!("gave {issue} to {owner}"),
        _ if before.severity != after.severity => {
            format!("changed the severity of {issue} from {} to {}", before.severity.key(), after.severity.key())
        }
        _ => format!("edited {issue}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Severity;
    use crate::issue::testing::*;
    use crate::testing::*;

    #[test]
    fn each_step_of_an_issue_is_told() {
        let raised =
            after(&portfolio(), LEAD, |seen| seen.raise_issue(ISSUE, LAMPS, issue_input("2026-12-10"), today()));
        let before = as_person(&raised, LEAD, |seen| (**seen.issue(LAMPS, ISSUE).expect("there")).clone());
        let said =
            |before: Option<&Issue>, after: &Issue| as_person(&portfolio(), LEAD, |seen| sentence(before, after, seen));
        let words = "raised the issue “The lamps have not come”: due by 10\u{a0}December 2026";
        assert_eq!(said(None, &before), words);
        for (after, words) in [
            (
                Issue { due_on: day("2027-01-10"), ..before.clone() },
                "moved the issue “The lamps have not come” from 10\u{a0}December 2026 to 10\u{a0}January 2027",
            ),
            (
                Issue { owner: place(MANAGER), ..before.clone() },
                "gave the issue “The lamps have not come” to Programme manager",
            ),
            (
                Issue { severity: Severity::One, ..before.clone() },
                "changed the severity of the issue “The lamps have not come” from 2 to 1",
            ),
            (
                Issue { resolved_on: Some(today()), ..before.clone() },
                "resolved the issue “The lamps have not come” on 24\u{a0}November 2026",
            ),
        ] {
            assert_eq!(said(Some(&before), &after), words);
        }
    }
}
