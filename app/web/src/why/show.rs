use super::{OfInnovation, reached, revisions};
use crate::{
    failure::Failure,
    here::Here,
    innovation::{gap_said, why_parts},
    innovation_frame::{Tab, frame},
    message,
    ui::words::{count, date},
};
use axum::{extract::Path, response::Response};
use domain::{Act, Innovation, Place, Why};
use leptos::prelude::*;

pub async fn show(here: Here, Path((_, number)): OfInnovation) -> Result<Response, Failure> {
    let innovation = here.seen().numbered(number)?.id;
    let wordings = here.store().why_revisions(here.reach(), innovation).await?;
    here.answer(move |here| {
        let innovation = here.seen().numbered(number)?.clone();
        let here = here.clone();
        Ok(here.clone().page(format!("Why and messages of {}", innovation.title), move || {
            let content = view! {
                <div class="split">
                    <div class="stack stack-l">
                        {reached::panel(&here, &innovation).into_any()}
                        {message::panel(&here, &innovation, &wordings).into_any()}
                    </div>
                    <aside class="stack" aria-label="Why">
                        {why_panel(&here, &innovation).into_any()}
                        {revisions::panel(&here, &innovation, &wordings).into_any()}
                    </aside>
                </div>
            };
            frame(&here, &innovation, Tab::Why, content)
        }))
    })
}

/// The four parts as they are now, with what is missing.
fn why_panel(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let why = &innovation.why;
    let gaps = why.gaps(here.today);
    let stopped = here.seen().place_of(innovation) == Place::Stopped;
    let may = !stopped && !here.looks_back() && here.seen().may(Act::EditInnovation, Some(innovation));
    let address = here.link(&format!("innovations/{}/why/edit", innovation.number));
    let edit = may.then(|| view! { <a class="btn no-print" href=address>"Edit the why"</a> });
    let parts = match why_parts(why) {
        None => view! { <p class="empty">"Four plain answers: the problem with a fact, what happens if nothing is done, what will be different, and what is asked of people."</p> }.into_any(),
        Some(parts) => parts.into_any(),
    };
    let missing = (why.words() > 0 && !gaps.is_empty()).then(|| {
        let missing = gaps.iter().map(|gap| view! { <li>{gap_said(*gap)}</li> }).collect_view();
        view! { <ul class="note mb">{missing}</ul> }
    });
    view! {
        <section class="panel" aria-labelledby="why">
            <div class="row spread mb"><h2 id="why">{heading(why, gaps.len())}</h2>{edit}</div>
            {missing}
            {parts}
            {(why.words() > 0).then(|| view! { <p class="xs quiet">{about(why)}</p> })}
        </section>
    }
}

/// The finding, not the topic.
fn heading(why: &Why, gaps: usize) -> String {
    match (why.words(), gaps) {
        (0, _) => "Nobody has written down why".into(),
        (_, 0) => "The why is complete".into(),
        (_, gaps) => format!("The why is not complete: {}", count(gaps.try_into().unwrap_or(i64::MAX), "gap")),
    }
}

/// "62 words, revised on 4 March 2026", and a hint where the sentences are long.
fn about(why: &Why) -> String {
    let revised = why.revised_on.map(|on| format!(", revised on {}", date(on))).unwrap_or_default();
    let long = why.has_long_sentences().then(|| {
        format!(
            ". A hint: its sentences have more than {} words on average; shorter ones are easier to follow.",
            Why::LONG_SENTENCE
        )
    });
    format!("{}{revised}{}", count(why.words().try_into().unwrap_or(i64::MAX), "word"), long.unwrap_or_default())
}
