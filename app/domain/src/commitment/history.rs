//! What happened to a commitment, as words that follow the name of who did it.
use super::Commitment;
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&Commitment>, after: &Commitment, _names: Seen) -> String {
    let what = format!("the backing by {} ({})", after.by, after.kind.label().to_lowercase());
    let until =
        |one: &Commitment| one.to_on.map_or("without an end".into(), |last| format!("until {}", in_words(last)));
    let Some(before) = before else { return format!("noted {what}, {}", until(after)) };
    if after.entry.removed {
        return format!("removed {what}");
    }
    match after.withdrawn_on {
        Some(on) if before.withdrawn_on.is_none() => format!("noted that {what} was withdrawn on {}", in_words(on)),
        _ if before.to_on != after.to_on => format!("changed {what} from {} to {}", until(before), until(after)),
        _ => format!("edited {what}"),
    }
}
