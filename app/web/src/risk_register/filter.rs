//! The filter as the address has it: what cannot be understood is left out.
use crate::{form::Choice, here::Here};
use domain::{Level, Risk, RiskAbout, RiskCategory, RiskFilter, Score, StandingFilter, london_day};
use leptos::prelude::*;
use serde::Deserialize;
use std::{collections::BTreeMap, sync::Arc};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    words: String,
    category: String,
    level: String,
    standing: String,
    owner: String,
    about: String,
    likelihood: String,
    impact: String,
}

impl Asked {
    pub fn filter(&self) -> RiskFilter {
        RiskFilter {
            category: self.category.parse().ok(),
            level: self.level.parse().ok(),
            owner: self.owner.parse().ok(),
            about: self.about.parse().ok(),
            standing: self.standing.parse().ok(),
            likelihood: one_to_five(&self.likelihood),
            impact: one_to_five(&self.impact),
            words: self.words.chars().take(100).collect(),
        }
    }

    /// As another square would be asked for; None: all squares.
    pub fn on_square(&self, square: Option<Score>) -> Self {
        let typed = |value: fn(Score) -> u8| square.map(|score| value(score).to_string()).unwrap_or_default();
        Self { likelihood: typed(|one| one.likelihood), impact: typed(|one| one.impact), ..self.clone() }
    }

    /// Only those that stand so.
    pub fn standing(standing: StandingFilter) -> Self {
        Self { standing: standing.key().into(), ..Self::default() }
    }

    /// The address of a page with this filter, after the organisation.
    pub fn address(&self, path: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let fields = [
            ("words", &self.words),
            ("category", &self.category),
            ("level", &self.level),
            ("standing", &self.standing),
            ("owner", &self.owner),
            ("about", &self.about),
            ("likelihood", &self.likelihood),
            ("impact", &self.impact),
        ];
        query.extend_pairs(fields.into_iter().filter(|(_, value)| !value.is_empty()));
        let query = query.finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}

fn one_to_five(typed: &str) -> Option<u8> {
    typed.parse().ok().filter(|value| (1..=5).contains(value))
}

/// A form whose address can be shared.
pub fn form(here: &Here, asked: &Asked) -> impl IntoView + use<> {
    let open: Vec<_> = here.seen().all_risks().filter(|one| one.is_open()).collect();
    let categories = RiskCategory::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    let levels = Level::ALL.iter().rev().map(|one| Choice::new(one.key(), one.label())).collect();
    let standings = StandingFilter::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    let (past, today) = (here.visit.as_at.map(|day| day.to_string()), london_day(here.now).to_string());
    view! {
        <form class="filters no-print" method="get" role="search" aria-label="Filter the risks">
            <label>"Search "<input class="in" type="search" name="words" value=asked.words.clone()/></label>
            <label>"Category "{select("category", "All", categories, &asked.category)}</label>
            <label>"Level "{select("level", "All", levels, &asked.level)}</label>
            <label>"Standing "{select("standing", "All", standings, &asked.standing)}</label>
            <label>"Owner "{select("owner", "Anyone", owners(here, &open), &asked.owner)}</label>
            <label>"About "{select("about", "Everything", abouts(here, &open), &asked.about)}</label>
            <label>"Likelihood "{select("likelihood", "Any", scale(Score::LIKELIHOODS), &asked.likelihood)}</label>
            <label>"Impact "{select("impact", "Any", scale(Score::IMPACTS), &asked.impact)}</label>
            <label>"As at the end of "<input class="in" type="date" name="as-at" max=today value=past/></label>
            <button class="btn">"Apply"</button>
        </form>
    }
}

fn scale(words: [&'static str; 5]) -> Vec<Choice> {
    (1..).zip(words).map(|(value, word)| Choice::new(value, format!("{value} {word}"))).collect()
}

/// Everyone who owns an open risk, by name.
fn owners(here: &Here, open: &[&Arc<Risk>]) -> Vec<Choice> {
    let owners = open.iter().filter_map(|one| here.seen().membership(one.owner));
    let by_name: BTreeMap<_, _> = owners.map(|one| ((one.name.to_string(), one.id), one)).collect();
    by_name.into_values().map(|one| Choice::new(one.id, &one.name)).collect()
}

/// Every innovation that has an open risk, by number, and the organisation.
fn abouts(here: &Here, open: &[&Arc<Risk>]) -> Vec<Choice> {
    let innovations = open.iter().filter_map(|one| here.seen().innovation(one.innovation?).ok());
    let by_number: BTreeMap<_, _> = innovations.map(|one| (one.number, one)).collect();
    let whole = Choice::new(RiskAbout::ALL, "The organisation as a whole");
    let named = by_number.into_values().map(|one| Choice::new(one.number, &one.title));
    std::iter::once(whole).chain(named).collect()
}

fn select(name: &'static str, any: &'static str, choices: Vec<Choice>, chosen: &str) -> impl IntoView + use<> {
    let chosen = chosen.to_owned();
    let options = choices.into_iter().map(move |choice| {
        let selected = choice.key == chosen;
        view! { <option value=choice.key selected=selected>{choice.label}</option> }
    });
    view! { <select class="in" name=name><option value="">{any}</option>{options.collect_view()}</select> }
}
