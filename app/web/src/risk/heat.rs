//! Threats on five by five squares: for three or more, since one or two are read faster in the list.
use super::{address, words::capital};
use crate::{about::About, here::Here};
use domain::{Level, Risk, Score};
use leptos::prelude::*;
use std::sync::Arc;

/// None for one or two.
pub fn map(here: &Here, about: &About, threats: &[Arc<Risk>]) -> Option<AnyView> {
    (threats.len() >= 3).then(|| {
        let rows = (1..=5).rev().map(|likelihood| row(here, about, threats, likelihood));
        let rows = rows.collect_view();
        let impacts = impact_heads();
        let keyed = threats.iter().enumerate().map(|(index, risk)| {
            let link = address(here, about, risk.id);
            view! {
                <li class="keyed">
                    <span class="heat-key">{letter(index)}</span>
                    <span><a href=link>{capital(&risk.event)}</a>{format!(", score {}", risk.score().value())}</span>
                </li>
            }
        });
        view! {
            <section class="panel" aria-labelledby="heat">
                <h2 id="heat" class="mb">{heading(threats)}</h2>
                <div class="row">
                    <table class="heat">
                        <caption class="vh">"Threats by likelihood and impact. Each cell shows its score."</caption>
                        <thead><tr><td></td>{impacts}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                    <ol class="rows s">{keyed.collect_view()}</ol>
                </div>
            </section>
        }
        .into_any()
    })
}

/// The heads of the columns; the longest word may break where there is no room for it.
pub fn impact_heads() -> impl IntoView + use<> {
    let words = Score::IMPACTS.map(|word| word.replace("Insignificant", "Insig\u{ad}nificant"));
    words.map(|word| view! { <th scope="col">{word}</th> }).collect_view()
}

/// The finding, not the topic.
fn heading(threats: &[Arc<Risk>]) -> String {
    let worst = threats.iter().filter(|risk| risk.score().level() >= Level::High).count();
    match worst {
        0 => format!("None of {} threats is high", threats.len()),
        1 => format!("1 of {} threats is high or very high", threats.len()),
        worst => format!("{worst} of {} threats are high or very high", threats.len()),
    }
}

fn row(here: &Here, about: &About, threats: &[Arc<Risk>], likelihood: u8) -> impl IntoView + use<> {
    let cells = (1..=5).map(|impact| {
        let score = Score { likelihood, impact };
        let here_now = threats.iter().enumerate().filter(|(_, risk)| risk.score() == score);
        let keys = here_now.map(|(index, risk)| {
            let label = format!("{}: {}", letter(index), capital(&risk.event));
            view! { <a class="heat-key" href=address(here, about, risk.id) aria-label=label>{letter(index)}</a> }
        });
        view! { <td class=class(score.level())><small>{score.value()}</small>{keys.collect_view()}</td> }
    });
    let word = Score::LIKELIHOODS[usize::from(likelihood) - 1];
    view! { <tr><th scope="row">{word}</th>{cells.collect_view()}</tr> }
}

pub const fn class(level: Level) -> &'static str {
    match level {
        Level::Low => "h1",
        Level::Medium => "h2",
        Level::High => "h3",
        Level::VeryHigh => "h4",
    }
}

/// A to Z, then numbers.
fn letter(index: usize) -> String {
    match u8::try_from(index) {
        Ok(index @ 0..=25) => char::from(b'A' + index).to_string(),
        _ => (index + 1).to_string(),
    }
}
