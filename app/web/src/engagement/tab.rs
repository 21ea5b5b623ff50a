//! The groups of an innovation, how it stands with them, and every engagement.
use super::words::{feedback, list};
use crate::{
    coverage,
    failure::Failure,
    here::Here,
    innovation_frame::{Tab, frame},
    stake,
    ui::words::count,
};
use axum::{extract::Path, response::Response};
use domain::{Act, Engagement, Feedback, Innovation, Slug};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(here: Here, Path((_, number)): Path<(Slug, u32)>) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let here = here.clone();
        Ok(here.clone().page(format!("Engagement of {}", innovation.title), move || {
            let content = view! {
                <div class="stack stack-l">
                    {coverage::of_innovation(&here, &innovation)}
                    {stake::panel::panel(&here, &innovation)}
                    {engagements(&here, &innovation)}
                    {waiting(&here, &innovation)}
                </div>
            };
            frame(&here, &innovation, Tab::Engagement, content)
        }))
    })
}

fn engagements(here: &Here, innovation: &Arc<Innovation>) -> AnyView {
    let all: Vec<_> = here.seen().engagements(innovation.id).into_iter().cloned().collect();
    let may = !here.looks_back() && here.seen().may(Act::LogEngagement, Some(innovation));
    let address = here.link(&format!("engagement/new?innovation={}", innovation.number));
    let add = may.then(|| view! { <a class="btn btn-go no-print" href=address>"Log engagement"</a> });
    view! {
        <section class="panel" aria-labelledby="engagements">
            <div class="row spread mb"><h2 id="engagements">{heading(&all)}</h2>{add}</div>
            {list(here, &all, Some(innovation.id))}
        </section>
    }
    .into_any()
}

fn heading(all: &[Arc<Engagement>]) -> String {
    match all.len() {
        0 => "No engagement is logged".into(),
        all => format!("{} logged", count(i64::try_from(all).unwrap_or(0), "engagement")),
    }
}

/// What people said that has no answer yet, the oldest first.
fn waiting(here: &Here, innovation: &Innovation) -> Option<AnyView> {
    let mut open: Vec<Arc<Feedback>> =
        here.seen().feedback_about(innovation.id).filter(|one| !one.is_answered()).cloned().collect();
    open.sort_by_key(|one| (one.raised_on, one.id));
    (!open.is_empty()).then(|| {
        let heading = match open.len() {
            1 => "1 thing that people said has no answer yet".to_owned(),
            many => format!("{many} things that people said have no answer yet"),
        };
        view! {
            <section class="panel" aria-labelledby="unanswered">
                <h2 id="unanswered" class="mb">{heading}</h2>
                {feedback(here, &open)}
            </section>
        }
        .into_any()
    })
}
