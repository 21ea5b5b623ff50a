//! What happened to a decision, as words that follow the name of who did it.
use super::{DecisionOutcome, FormalDecision, TakenBy};
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&FormalDecision>, after: &FormalDecision, names: Seen) -> String {
    let what = format!("“{}”", after.what);
    let council = after.council.and_then(|id| names.council(id)).map(|one| format!(" for {}", one.name));
    let council = council.unwrap_or_default();
    let changed =
        before.is_none_or(|before| before.outcome != after.outcome || before.deferred_to != after.deferred_to);
    match after.outcome {
        _ if after.entry.removed => format!("removed the decision {what}"),
        Some(outcome) if changed => {
            let verb = match outcome {
                DecisionOutcome::Agreed => "agreed",
                DecisionOutcome::AgreedWithConditions => "agreed with conditions",
                DecisionOutcome::Refused => "refused",
                DecisionOutcome::Deferred => "deferred",
            };
            let on = after.decided_on.map(|on| format!(" on {}", in_words(on)));
            let until = after.deferred_to.map(|on| format!(" to {}", in_words(on)));
            let when = on.or(until).unwrap_or_default();
            let instead = if before.is_none() { instead(after, names) } else { String::new() };
            format!("recorded that {} {verb} {what}{council}{when}{instead}", taker(after, names))
        }
        _ if before.is_none() => format!("asked for a decision{council}: {what}{}", instead(after, names)),
        _ => format!("edited the open decision {what}{council}"),
    }
}

/// ", in place of “Buy twenty lamps”".
fn instead(decision: &FormalDecision, names: Seen) -> String {
    let earlier = decision.replaces.and_then(|id| names.decision(id).ok());
    earlier.map(|one| format!(", in place of “{}”", one.what)).unwrap_or_default()
}

fn taker(decision: &FormalDecision, names: Seen) -> String {
    let found = match decision.taken_by {
        Some(TakenBy::Person(id)) => names.membership(id).map(|one| one.name.to_string()),
        Some(TakenBy::Meeting(id)) => names.meeting(id).ok().map(|one| one.body.to_string()),
        None => None,
    };
    found.unwrap_or_else(|| "somebody".into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn each_step_of_a_decision_is_told() {
        let said = |before: Option<&FormalDecision>, after: &FormalDecision| {
            as_person(&portfolio(), LEAD, |seen| sentence(before, after, seen).replace('\u{a0}', " "))
        };
        assert_eq!(said(None, &asked()), "asked for a decision: “Buy forty more lamps”");
        let taken = decided("2026-11-20");
        let words = "recorded that Executive agreed “Buy forty more lamps” on 20 November 2026";
        assert_eq!(said(Some(&asked()), &taken), words);
        let until = Some(day("2027-01-20"));
        let outcome = Some(DecisionOutcome::Deferred);
        let deferred = FormalDecision { decided_on: None, outcome, deferred_to: until, ..decided("2026-11-20") };
        let words = "recorded that Executive deferred “Buy forty more lamps” to 20 January 2027";
        assert_eq!(said(Some(&asked()), &deferred), words);
        let published = FormalDecision { published_on: until, ..asked() };
        assert_eq!(said(Some(&asked()), &published), "edited the open decision “Buy forty more lamps”");
    }
}
