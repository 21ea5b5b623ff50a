//! The filter as the address has it: what cannot be understood is left out.
use crate::{form::Choice, here::Here};
use domain::{BoardFilter, BoardSort, ConfidenceFilter, Innovation, PostKind, london_day};
use leptos::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    area: String,
    confidence: String,
    lead: String,
    words: String,
    sort: String,
}

impl Asked {
    pub fn filter(&self) -> BoardFilter {
        BoardFilter {
            area: self.area.parse().ok(),
            confidence: self.confidence.parse().ok(),
            lead: self.lead.parse().ok(),
            words: self.words.chars().take(100).collect(),
            sort: self.sort.parse().unwrap_or(BoardSort::Attention),
        }
    }

    /// The same filter in the address of another page, after the path.
    pub fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let fields = [
            ("area", &self.area),
            ("confidence", &self.confidence),
            ("lead", &self.lead),
            ("words", &self.words),
            ("sort", &self.sort),
        ];
        query.extend_pairs(fields.into_iter().filter(|(_, value)| !value.is_empty()));
        let query = query.finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }
}

/// A form whose address can be shared.
pub fn form(here: &Here, asked: &Asked) -> impl IntoView + use<> {
    let sorts = BoardSort::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    view! {
        <form class="filters no-print" method="get" role="search" aria-label="Filter the board">
            {fields(here, asked)}
            <label>"Sort by "{select("sort", "", sorts, &asked.sort)}</label>
            <button class="btn">"Apply"</button>
        </form>
    }
}

/// The questions that say which innovations are shown, and as at which day.
pub fn fields(here: &Here, asked: &Asked) -> impl IntoView + use<> {
    let mut areas: Vec<_> = here.seen().priority_areas().filter(|one| one.is_active(here.today)).collect();
    areas.sort_by(|one, other| one.title.cmp(&other.title));
    let areas = areas.into_iter().map(|one| Choice::new(one.id, &one.title)).collect();
    let confidences = ConfidenceFilter::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    let (past, today) = (here.visit.as_at.map(|day| day.to_string()), london_day(here.now).to_string());
    view! {
            <label>"Search "<input class="in" type="search" name="words" value=asked.words.clone()/></label>
            <label>"Priority area "{select("area", "All areas", areas, &asked.area)}</label>
            <label>"Delivery confidence "{select("confidence", "Any", confidences, &asked.confidence)}</label>
            <label>"Lead "{select("lead", "Anyone", leads(here), &asked.lead)}</label>
            <label>"As at the end of "<input class="in" type="date" name="as-at" max=today value=past/></label>
    }
}

/// Everyone who leads something now, by name.
fn leads(here: &Here) -> Vec<Choice> {
    let lead = |one: &Innovation| one.holder(PostKind::Lead, here.today);
    let found = here.seen().innovations().filter_map(|one| here.seen().membership(lead(one)?));
    let by_name: BTreeMap<_, _> = found.map(|one| ((one.name.to_string(), one.id), one)).collect();
    by_name.into_values().map(|one| Choice::new(one.id, &one.name)).collect()
}

fn select(name: &'static str, any: &'static str, choices: Vec<Choice>, chosen: &str) -> impl IntoView + use<> {
    let chosen = chosen.to_owned();
    let options = choices.into_iter().map(move |choice| {
        let selected = choice.key == chosen;
        view! { <option value=choice.key selected=selected>{choice.label}</option> }
    });
    let any = (!any.is_empty()).then(|| view! { <option value="">{any}</option> });
    view! { <select class="in" name=name>{any} {options.collect_view()}</select> }
}
