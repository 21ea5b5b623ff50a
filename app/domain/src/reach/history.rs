//! What happened to a count, as words that follow the name of who did it.
use super::ReachCount;
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&ReachCount>, after: &ReachCount, names: Seen) -> String {
    let site = names.site(after.innovation, after.site).map_or_else(|_| "a site".into(), |site| site.name.to_string());
    let to = in_words(after.to_on);
    if after.entry.removed {
        return format!("removed the count of {} at {site} to {to}", after.unit);
    }
    // Without the number: a small one would tell of single people.
    let verb = if before.is_some() { "corrected the count of" } else { "counted the" };
    format!("{verb} {} reached at {site} to {to}", after.unit)
}
