//! The last six colours in a row, oldest first.
use super::shown_shape;
use crate::{here::Here, ui::words::date};
use domain::Innovation;
use leptos::prelude::*;

const SIX: usize = 6;

/// Nothing before the first update.
pub fn strip(here: &Here, innovation: &Innovation) -> Option<impl IntoView + use<>> {
    let said = here.seen().recent_confidences(innovation, here.today, SIX);
    let marks: Vec<_> = said
        .into_iter()
        .map(|(day, confidence)| {
            let shape = shown_shape(confidence.into());
            let words = format!("{}, {}", confidence.label(), date(day));
            let hint = words.clone();
            view! {
                <li title=hint>
                    <svg class=format!("shape {shape}") aria-hidden="true" viewBox="0 0 16 16"><use href=format!("#i-{shape}")></use></svg>
                    <span class="vh">{words}</span>
                </li>
            }
        })
        .collect();
    (!marks.is_empty()).then(|| view! { <ol class="strip" aria-label="The last updates, oldest first">{marks}</ol> })
}

/// On a card: the colours alone, told as one picture. Nothing where the card's own colour would stand there alone.
pub fn small_strip(here: &Here, innovation: &Innovation) -> Option<impl IntoView + use<>> {
    let said = here.seen().recent_confidences(innovation, here.today, SIX);
    let words: Vec<_> = said.iter().map(|(_, confidence)| confidence.label()).collect();
    let label = format!("The last updates, oldest first: {}", words.join(", "));
    // One drawing for all: a board has thousands of marks.
    let marks = said.iter().enumerate().map(|(place, (_, confidence))| {
        let shape = shown_shape((*confidence).into());
        view! { <use class=shape href=format!("#i-{shape}") x=place * 18 width="16"></use> }
    });
    let viewed = format!("0 0 {} 16", said.len() * 18);
    (said.len() > 1).then(|| {
        view! { <svg class="strip shape" role="img" aria-label=label viewBox=viewed>{marks.collect_view()}</svg> }
    })
}
