//! The statements as the product words them, and how plain text becomes a page.
use domain::Statement;
use leptos::prelude::*;

/// In place of the name, where nobody is asked about one organisation.
const ANY: &str = "your organisation";

/// In the product's own words. `organisation` is whose people use it, where that is known.
#[must_use]
pub fn own(statement: Statement, organisation: Option<&str>) -> String {
    let text = match statement {
        Statement::Accessibility => include_str!("accessibility.txt"),
        Statement::Privacy => include_str!("privacy.txt"),
    };
    text.replace("{organisation}", organisation.unwrap_or(ANY))
}

/// Paragraphs apart by a blank line; one that begins with "# " is a heading, lines that begin with "- " are a list.
pub fn drawn(text: &str) -> impl IntoView + use<> {
    let text = text.replace("\r\n", "\n");
    text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(part).collect_view()
}

fn part(part: &str) -> AnyView {
    if let Some(heading) = part.strip_prefix("# ") {
        let (heading, rest) = heading.split_once('\n').unwrap_or((heading, ""));
        let (heading, rest) = (heading.to_owned(), rest.to_owned());
        let rest = (!rest.is_empty()).then(|| view! { <p>{rest}</p> });
        return view! { <h2>{heading}</h2>{rest} }.into_any();
    }
    if part.lines().all(|line| line.starts_with("- ")) {
        let items = part.lines().map(|line| view! { <li>{line[2..].to_owned()}</li> });
        return view! { <ul class="bullets">{items.collect_view()}</ul> }.into_any();
    }
    let part = part.to_owned();
    view! { <p>{part}</p> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Prose;

    #[test]
    fn the_products_own_words_can_be_taken_over_and_changed() {
        for statement in Statement::ALL {
            let text = own(*statement, Some("Northshire Council"));
            assert!(text.parse::<Prose>().is_ok(), "{statement:?} has {} characters", text.chars().count());
            assert!(!text.contains('{'), "{statement:?}");
        }
    }

    #[test]
    fn what_an_administrator_writes_is_text_and_never_markup() {
        let html = drawn("# Who <b>we</b> are\n\n- one\n- <script>\n\nplain & simple").to_html();
        assert!(html.contains("<h2>Who &lt;b&gt;we") && html.contains("<li>&lt;script&gt;"), "{html}");
        assert!(!html.contains("<script>"), "{html}");
    }
}
