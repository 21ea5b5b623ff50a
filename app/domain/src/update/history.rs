//! What was done to an update, after the name of who did it.
use super::{Reminder, StatusUpdate};
use crate::Seen;

/// "posted an update for 24 November 2026: At risk".
pub(crate) fn sentence(before: Option<&StatusUpdate>, after: &StatusUpdate, _names: Seen) -> String {
    let (day, confidence) = (after.period_end.format("%-d\u{a0}%B %Y"), after.confidence.label());
    if after.entry.removed {
        return format!("removed the update for {day}");
    }
    if let Some(view) =
        after.sponsor_view.as_ref().filter(|_| before.is_some_and(|one| one.sponsor_view != after.sponsor_view))
    {
        let said = [
            view.confidence.map(|one| one.label().to_owned()),
            view.confidence_pct.map(|chance| format!("{chance}%")),
            view.note.as_ref().map(ToString::to_string),
        ];
        let said: Vec<_> = said.into_iter().flatten().collect();
        return format!("gave the sponsor’s view on the update for {day}: {}", said.join(", "));
    }
    if before.is_some() {
        return format!("handed on what the update for {day} asks or promises");
    }
    if after.still_true {
        return format!("said on {day} that the last update is still true: {confidence}");
    }
    if after.author.is_none() {
        return format!("brought in an update for {day}: {confidence}");
    }
    format!("posted an update for {day}: {confidence}")
}

/// "asked Team member for the update that is owed".
pub(crate) fn reminder_sentence(_before: Option<&Reminder>, after: &Reminder, names: Seen) -> String {
    let name = names.membership(after.of).map_or_else(|| "somebody".to_owned(), |one| one.name.to_string());
    format!("asked {name} for the update that is owed")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Confidence, testing::*, update::post::tests::posted};

    #[test]
    fn the_history_says_for_which_day_and_what_was_declared() {
        let portfolio = posted(&portfolio(), "2026-11-20", Confidence::AtRisk);
        as_person(&portfolio, LEAD, |seen| {
            let last = seen.latest_update(&innovation(), today()).expect("there");
            let told = sentence(None, last, seen).replace('\u{a0}', " ");
            assert_eq!(told, "posted an update for 20 November 2026: At risk");
        });
    }
}
