//! What was done to an update, after the name of who did it.
use super::StatusUpdate;
use crate::Seen;

/// "posted an update for 24 November 2026: At risk".
pub(crate) fn sentence(before: Option<&StatusUpdate>, after: &StatusUpdate, _names: Seen) -> String {
    let (day, confidence) = (after.period_end.format("%-d\u{a0}%B %Y"), after.confidence.label());
    if after.entry.removed {
        return format!("removed the update for {day}");
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
