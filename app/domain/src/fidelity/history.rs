//! What happened to a check, as words that follow the name of who did it.
use super::FidelityCheck;
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&FidelityCheck>, after: &FidelityCheck, names: Seen) -> String {
    let site = names.site(after.innovation, after.site).map_or_else(|_| "a site".into(), |site| site.name.to_string());
    let on = in_words(after.on);
    match before {
        _ if after.entry.removed => format!("removed the check of the core at {site} on {on}"),
        Some(_) => format!("corrected the check of the core at {site} on {on}"),
        None => {
            let score = after.score().map(|score| format!(": {score:.1} of 100")).unwrap_or_default();
            format!("checked at {site} on {on} whether the core is done{score}")
        }
    }
}
