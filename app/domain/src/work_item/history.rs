//! What happened to a piece of work, as words that follow the name of who did it.
use super::{WaitReason, WorkItem, WorkState};
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&WorkItem>, after: &WorkItem, names: Seen) -> String {
    let title = format!("“{}”", after.title);
    let Some(before) = before else { return format!("put {title} on the board") };
    if after.moves.len() > before.moves.len() {
        return moved(before, after, &title);
    }
    if after.waits.len() > before.waits.len() {
        return format!("noted that {title} also waits{}", waited(after));
    }
    if after.waits != before.waits {
        return format!("noted that {title} no longer waits for one of its reasons");
    }
    let mut parts = vec![];
    if before.title != after.title {
        parts.push(format!("its title from “{}”", before.title));
    }
    if before.owner != after.owner {
        let name = after.owner.and_then(|owner| names.membership(owner)).map(|one| one.name.to_string());
        parts.push(format!("its owner to {}", name.unwrap_or_else(|| "nobody yet".into())));
    }
    if before.fixed_on != after.fixed_on {
        let day = after.fixed_on.map_or_else(|| "no fixed day".into(), |day| format!("a fixed day, {}", in_words(day)));
        parts.push(format!("it to {day}"));
    }
    if parts.is_empty() { format!("edited {title}") } else { format!("edited {title}: {}", parts.join(", ")) }
}

fn moved(before: &WorkItem, after: &WorkItem, title: &str) -> String {
    match (before.state(), after.state()) {
        (_, WorkState::Done) => format!("finished {title}"),
        (_, WorkState::Dropped) => format!("dropped {title}"),
        (WorkState::Done, to) => format!("opened {title} again: {}", to.label()),
        (from, WorkState::Waiting) => {
            format!("moved {title} from {} to {}{}", from.label(), WorkState::Waiting.label(), waited(after))
        }
        (from, to) => format!("moved {title} from {} to {}", from.label(), to.label()),
    }
}

/// ", for legal advice", and what the note says of something else.
fn waited(after: &WorkItem) -> String {
    let Some(wait) = after.waits.last() else { return String::new() };
    match (wait.reason, &wait.note) {
        (WaitReason::Other, Some(note)) => format!(", for something else: {note}"),
        (WaitReason::It, _) => ", for IT".into(),
        (reason, _) => format!(", for {}", reason.label().to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Wait, testing::*};

    #[test]
    fn each_step_of_a_piece_of_work_is_told() {
        let said = |before: Option<&WorkItem>, after: &WorkItem| {
            as_person(&portfolio(), LEAD, |seen| sentence(before, after, seen))
        };
        let added = work_item(1, "2026-11-02", &[]);
        assert_eq!(said(None, &added), "put “Piece of work 1” on the board");
        let doing = work_item(1, "2026-11-02", &[(WorkState::Doing, "2026-11-03")]);
        assert_eq!(said(Some(&added), &doing), "moved “Piece of work 1” from To do to Doing");
        let steps = [(WorkState::Doing, "2026-11-03"), (WorkState::Waiting, "2026-11-04")];
        let wait = Wait { reason: WaitReason::It, from_on: day("2026-11-04"), to_on: None, note: None };
        let waiting = WorkItem { waits: vec![wait], ..work_item(1, "2026-11-02", &steps) };
        assert_eq!(said(Some(&doing), &waiting), "moved “Piece of work 1” from Doing to Waiting, for IT");
        let done = work_item(1, "2026-11-02", &[steps[0], (WorkState::Done, "2026-11-09")]);
        assert_eq!(said(Some(&doing), &done), "finished “Piece of work 1”");
        let owned = WorkItem { owner: Some(place(EXECUTIVE)), ..doing.clone() };
        assert_eq!(said(Some(&doing), &owned), "edited “Piece of work 1”: its owner to Executive");
    }
}
