//! What happened to a review, as words that follow the name of who did it.
use super::SustainmentReview;
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&SustainmentReview>, after: &SustainmentReview, names: Seen) -> String {
    let kind = after.kind.label();
    let of = match &after.sites[..] {
        [] => String::new(),
        [one] => names.site(after.innovation, *one).map(|site| format!(" of {}", site.name)).unwrap_or_default(),
        many => format!(" of {} sites", many.len()),
    };
    let (on, found) = (in_words(after.done_on), after.still_in_use.label().to_lowercase());
    match before {
        _ if after.entry.removed => format!("removed the review{of} after {kind}"),
        Some(_) => format!("corrected the review{of} after {kind}: still in use: {found}"),
        None => format!("recorded the review{of} after {kind}, done on {on}: still in use: {found}"),
    }
}
