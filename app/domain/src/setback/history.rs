//! What happened to a setback, as words that follow the name of who did it.
use super::Setback;
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&Setback>, after: &Setback, _names: Seen) -> String {
    let what = &after.what;
    let Some(before) = before else {
        return format!("noted a setback on {} ({}): “{what}”", in_words(after.on), after.kind.label().to_lowercase());
    };
    if after.entry.removed {
        return format!("removed the setback “{what}”");
    }
    match (after.resolved_on, &after.response) {
        (Some(on), _) if before.resolved_on.is_none() => {
            format!("noted that the setback “{what}” was over on {}", in_words(on))
        }
        (_, Some(response)) if before.response.as_ref() != Some(response) => {
            format!("noted what was done about the setback “{what}”: “{response}”")
        }
        _ => format!("edited the setback “{what}”"),
    }
}
