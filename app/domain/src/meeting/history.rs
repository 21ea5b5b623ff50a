//! What happened to a meeting, as words that follow the name of who did it.
use super::Meeting;
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&Meeting>, after: &Meeting, _names: Seen) -> String {
    let (body, on) = (&after.body, in_words(after.held_on));
    match before {
        _ if after.entry.removed => format!("removed the meeting of {body} on {on}"),
        None => format!("recorded the meeting of {body} on {on}"),
        Some(before) if before.held_on != after.held_on => {
            format!("moved the meeting of {body} from {} to {on}", in_words(before.held_on))
        }
        Some(before) if before.notes != after.notes => format!("wrote the notes of the meeting of {body} on {on}"),
        Some(_) => format!("edited the meeting of {body} on {on}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn each_step_of_a_meeting_is_told() {
        let said = |before: Option<&Meeting>, after: &Meeting| {
            as_person(&portfolio(), LEAD, |seen| sentence(before, after, seen).replace('\u{a0}', " "))
        };
        let first = meeting();
        assert_eq!(said(None, &first), "recorded the meeting of Transformation Board on 10 November 2026");
        let moved = Meeting { held_on: day("2026-12-08"), ..meeting() };
        let words = "moved the meeting of Transformation Board from 10 November 2026 to 8 December 2026";
        assert_eq!(said(Some(&first), &moved), words);
        let noted = Meeting { notes: Some(text("All agreed.")), ..meeting() };
        assert_eq!(
            said(Some(&first), &noted),
            "wrote the notes of the meeting of Transformation Board on 10 November 2026"
        );
    }
}
