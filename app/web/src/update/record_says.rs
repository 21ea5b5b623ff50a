//! Beside the choice of a colour: what the record alone says, and what each colour would have to answer.
use super::{challenges, computed, confidence_state, explain, fields};
use crate::{form::Sheet, here::Here};
use domain::{Challenge, Confidence, Innovation, Saying, StatusUpdate};
use leptos::prelude::*;

pub fn panel(
    here: &Here,
    innovation: &Innovation,
    sheet: &Sheet,
    last: Option<&StatusUpdate>,
) -> impl IntoView + use<> {
    let found = here.seen().computed_confidence(innovation, here.today);
    view! {
        <section class="panel" aria-labelledby="record-says">
            <div class="row spread">
                <h2 id="record-says">"What the record alone says"</h2>
                {computed::computed_state(found.overall)}
            </div>
            <details class="details s">
                <summary>"Six parts, with reasons"</summary>
                <div>{computed::parts(here, innovation, &found)}</div>
            </details>
            {by_colour(here, innovation, sheet, last)}
        </section>
    }
}

/// The notes of each colour; once one is chosen the style sheet leaves only those of that colour.
fn by_colour(
    here: &Here,
    innovation: &Innovation,
    sheet: &Sheet,
    last: Option<&StatusUpdate>,
) -> Option<impl IntoView + use<>> {
    // Those of the colour that was challenged stand with their questions already.
    let asked = explain::asks(sheet).then(|| fields::colour(sheet)).flatten();
    let fired = |confidence: &Confidence| {
        if asked == Some(*confidence) {
            return None;
        }
        let fired = fields::saying(here, sheet, last, |saying| {
            here.seen().challenges(innovation, Saying { confidence: *confidence, ..saying }, here.today)
        });
        (!fired.is_empty()).then(|| part(here, innovation, *confidence, &fired))
    };
    let parts: Vec<_> = Confidence::ALL.iter().filter_map(fired).collect();
    (!parts.is_empty()).then(|| {
        view! {
            <div class="stack mt">
                {parts}
                <p class="hint">"These notes do not stop you. Choose another colour, or say why it is right."</p>
            </div>
        }
    })
}

fn part(here: &Here, innovation: &Innovation, confidence: Confidence, fired: &[Challenge]) -> impl IntoView + use<> {
    view! {
        <div class=format!("stack stack-s if-{}", confidence.key())>
            <h3 class="s row">"If you say " {confidence_state(confidence)}</h3>
            {challenges::notes(here, innovation, fired)}
        </div>
    }
}
