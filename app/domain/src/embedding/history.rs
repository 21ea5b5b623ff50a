//! What happened to a check, as words that follow the name of who did it.
use super::EmbeddingCheck;
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&EmbeddingCheck>, after: &EmbeddingCheck, names: Seen) -> String {
    let site = after.site.and_then(|site| names.site(after.innovation, site).ok());
    let at = site.map(|site| format!(" at {}", site.name)).unwrap_or_default();
    let on = in_words(after.on);
    match before {
        _ if after.entry.removed => format!("removed a check of whether it will last{at}, of {on}"),
        Some(_) => format!("corrected a check of whether it will last{at}, of {on}"),
        None => {
            let by = names.membership(after.rater).filter(|one| one.person != after.entry.by);
            let by = by.map(|one| format!(" by {}", one.name)).unwrap_or_default();
            let score = after.score().map(|score| format!(": {score:.1} of 100")).unwrap_or_default();
            format!("recorded a check{by} of whether it will last{at}, of {on}{score}")
        }
    }
}
