//! The filter as the address has it: what cannot be understood is left out.
use crate::here::Here;
use domain::{Stakeholder, StakeholderKind};
use leptos::prelude::*;
use serde::Deserialize;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    words: String,
    kind: String,
    speaks_for: String,
}

impl Asked {
    pub fn fits(&self, one: &Stakeholder) -> bool {
        let words = self.words.trim().to_lowercase();
        let area = one.area.as_ref().map(|area| area.to_lowercase()).unwrap_or_default();
        let named = words.is_empty() || one.name.to_lowercase().contains(&words) || area.contains(&words);
        let kind = self.kind.parse::<StakeholderKind>().ok();
        let speaks = self.speaks_for.trim().is_empty() || one.speaks_for(&self.speaks_for);
        named && kind.is_none_or(|kind| one.kind == kind) && speaks
    }

    pub fn is_blank(&self) -> bool {
        [&self.words, &self.kind, &self.speaks_for].iter().all(|text| text.trim().is_empty())
    }

    /// A form whose address can be shared.
    pub fn form(&self, here: &Here) -> impl IntoView + use<> {
        let kinds = StakeholderKind::ALL.iter().map(|one| (one.key().to_owned(), one.label().to_owned())).collect();
        let all = here.seen().stakeholders();
        let mut named: Vec<_> = all.iter().flat_map(|one| &one.characteristics).map(ToString::to_string).collect();
        named.sort_by_key(|one| one.to_lowercase());
        named.dedup_by_key(|one| one.to_lowercase());
        let named = named.into_iter().map(|one| (one.clone(), one)).collect();
        view! {
            <form class="filters no-print" method="get" role="search" aria-label="Filter the stakeholders">
                <label>"Search "<input class="in" type="search" name="words" value=self.words.clone()/></label>
                <label>"Kind "{select("kind", kinds, &self.kind)}</label>
                <label>"Speaks for "{select("speaks_for", named, &self.speaks_for)}</label>
                <button class="btn">"Apply"</button>
            </form>
        }
    }
}

fn select(name: &'static str, choices: Vec<(String, String)>, chosen: &str) -> impl IntoView + use<> {
    let chosen = chosen.to_owned();
    let options = choices.into_iter().map(move |(key, label)| {
        let selected = key == chosen;
        view! { <option value=key selected=selected>{label}</option> }
    });
    view! { <select class="in" name=name><option value="">"All"</option>{options.collect_view()}</select> }
}
