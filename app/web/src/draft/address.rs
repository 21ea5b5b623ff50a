//! The address of a form below its organisation: the name by which a draft of it is found again.
use axum::http::Uri;

/// Asks a form's address for the draft of it.
const OPEN: &str = "draft=open";
/// No form has a longer one.
const LONGEST: usize = 300;

/// "innovations/5/updates/new" of "/aldermere/innovations/5/updates/new?draft=open".
pub fn below_organisation(uri: &Uri) -> String {
    let path = uri.path().trim_start_matches('/').split_once('/').map_or("", |(_, rest)| rest);
    let query: Vec<_> = uri.query().unwrap_or_default().split('&').filter(|part| is_of_form(part)).collect();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

/// What the address says beside whether a draft is to be opened and on which day the page is true.
fn is_of_form(part: &str) -> bool {
    !part.is_empty() && part != OPEN && !part.starts_with("as-at=")
}

pub fn opens_draft(uri: &Uri) -> bool {
    uri.query().unwrap_or_default().split('&').any(|part| part == OPEN)
}

/// The same address, asking for the draft.
pub fn opening(address: &str) -> String {
    let join = if address.contains('?') { '&' } else { '?' };
    format!("{address}{join}{OPEN}")
}

/// Whether a page of ours can have such an address: nothing else is kept or led to.
pub fn is_address(text: &str) -> bool {
    let starts = text.starts_with(|c: char| c.is_ascii_alphanumeric());
    starts && text.len() <= LONGEST && text.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '\\' | '#' | '"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_form_has_the_same_address_with_or_without_its_draft() {
        for (uri, address) in [
            ("/north/innovations/5/updates/new", "innovations/5/updates/new"),
            ("/north/innovations/5/updates/new?draft=open", "innovations/5/updates/new"),
            ("/north/innovations/5/move?to=stage-2&draft=open&as-at=", "innovations/5/move?to=stage-2"),
            ("/north", ""),
        ] {
            assert_eq!(below_organisation(&uri.parse().unwrap()), address, "{uri}");
        }
        assert_eq!(opening("innovations/5/move?to=stage-2"), "innovations/5/move?to=stage-2&draft=open");
        assert!(opens_draft(&"/north/x?draft=open".parse().unwrap()) && !opens_draft(&"/north/x".parse().unwrap()));
    }

    #[test]
    fn only_addresses_of_this_server_are_kept() {
        assert!(is_address("innovations/5/move?to=stage-2"));
        for wrong in ["", "/evil.example", "\\evil", "a b", "a\nb", "a#b", &"a".repeat(301)] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }
}
