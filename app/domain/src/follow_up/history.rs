//! What happened to a follow-up, as words that follow the name of who did it.
use super::FollowUp;
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&FollowUp>, after: &FollowUp, names: Seen) -> String {
    let text = format!("“{}”", after.text);
    let Some(before) = before else {
        let owner = names.membership(after.owner).map_or_else(|| "somebody".into(), |one| one.name.to_string());
        return format!("noted that {owner} promised {text} by {}", in_words(after.due_on));
    };
    match (before.done_on, after.done_on) {
        _ if after.entry.removed => format!("removed the follow-up {text}"),
        (None, Some(done)) => format!("finished {text} on {}", in_words(done)),
        _ if before.due_on != after.due_on => {
            format!("moved {text} from {} to {}", in_words(before.due_on), in_words(after.due_on))
        }
        _ => format!("edited the follow-up {text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn each_step_of_a_follow_up_is_told() {
        let said = |before: Option<&FollowUp>, after: &FollowUp| {
            as_person(&portfolio(), LEAD, |seen| sentence(before, after, seen).replace('\u{a0}', " "))
        };
        let first = follow_up();
        assert_eq!(said(None, &first), "noted that Team member promised “Count the lamps” by 1 December 2026");
        let moved = FollowUp { due_on: day("2026-12-24"), ..follow_up() };
        assert_eq!(said(Some(&first), &moved), "moved “Count the lamps” from 1 December 2026 to 24 December 2026");
        let done = FollowUp { done_on: Some(today()), ..follow_up() };
        assert_eq!(said(Some(&first), &done), "finished “Count the lamps” on 24 November 2026");
    }
}
