//! What changed from site to site.
use crate::{
    here::Here,
    site::{adaptation, site_link},
};
use domain::{Innovation, SiteSight};
use leptos::prelude::*;

/// None where every site does the same.
pub fn panel(here: &Here, innovation: &Innovation, sights: &[SiteSight]) -> Option<impl IntoView + use<>> {
    let changed: Vec<_> = sights.iter().filter(|one| !one.site.adaptations.is_empty()).collect();
    if changed.is_empty() {
        return None;
    }
    let rows: Vec<_> = changed
        .iter()
        .map(|sight| {
            let rows = sight.site.adaptations.iter().map(|one| adaptation(here, one)).collect_view();
            view! { <li><h3 class="s">{site_link(here, innovation.number, sight.site)}</h3><ul>{rows}</ul></li> }
                .into_any()
        })
        .collect();
    let heading = match changed.len() {
        1 => "1 site does some of it in another way".to_owned(),
        sites => format!("{sites} sites do some of it in another way"),
    };
    Some(view! {
        <section class="panel" aria-labelledby="changed"><h2 id="changed">{heading}</h2><ul class="rows s">{rows}</ul></section>
    })
}
