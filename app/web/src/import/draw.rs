//! Parts that several pages of an import share.
use crate::{here::Here, short_form};
use leptos::prelude::*;

/// "Import from a spreadsheet", as the page above.
pub fn crumbs(here: &Here) -> impl IntoView + use<> {
    short_form::crumbs(vec![
        ("Board".into(), here.link("board")),
        ("Import from a spreadsheet".into(), here.link("import")),
    ])
}

/// Where the steps stand: the present one is named.
pub fn steps(present: usize) -> impl IntoView {
    const STEPS: [&str; 3] = ["File", "Columns", "Check and import"];
    view! { <p class="kicker">{format!("Step {present} of {}: {}", STEPS.len(), STEPS[present - 1])}</p> }
}
