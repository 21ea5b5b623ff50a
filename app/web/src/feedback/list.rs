//! Everything that people said of one innovation, what waits first.
use super::{
    OfInnovation,
    item::{item, may_add},
};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::{Tab, frame},
    listening,
};
use axum::{extract::Path, response::Response};
use domain::{Feedback, FeedbackState, Innovation};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(here: Here, Path((_, number)): OfInnovation) -> Result<Response, Failure> {
    here.answer(|here| {
        let innovation = here.seen().numbered(number)?.clone();
        let inside = here.clone();
        Ok(here.page(format!("Feedback: {}", innovation.title), move || {
            let content = content(&inside, &innovation);
            frame(&inside, &innovation, Tab::Feedback, content)
        }))
    })
}

fn content(here: &Here, innovation: &Arc<Innovation>) -> impl IntoView + use<> {
    let mut all: Vec<_> = here.seen().feedback_about(innovation.id).cloned().collect();
    all.sort_by_key(|one| (one.raised_on, one.id));
    let home = |path: &str| here.link(&format!("innovations/{}/{path}", innovation.number));
    let add = may_add(here, innovation)
        .then(|| view! { <a class="btn btn-go" href=home("feedback/new")>"Add what people said"</a> });
    let closed = all.iter().any(|one| one.is_closed());
    let said = closed.then(|| view! { <a class="btn" href=home(listening::YOU_SAID)>"You said, we did"</a> });
    let states = [FeedbackState::Unanswered, FeedbackState::Answered, FeedbackState::Closed];
    let panels = states.into_iter().map(|state| panel(here, innovation, state, &all)).collect_view();
    let empty = all.is_empty().then(|| {
        view! { <p class="empty">"Nothing is recorded yet of what people said. It is written down with an engagement."</p> }
    });
    view! {
        <div class="row spread mb no-print"><span></span><div class="row">{said}{add}</div></div>
        <div class="stack stack-l">{empty}{panels}</div>
    }
}

fn panel(here: &Here, innovation: &Innovation, state: FeedbackState, all: &[Arc<Feedback>]) -> Option<AnyView> {
    let mut of: Vec<_> = all.iter().filter(|one| one.state() == state).collect();
    if state == FeedbackState::Closed {
        of.sort_by_key(|one| std::cmp::Reverse(one.told_back_on));
    }
    let heading = match state {
        FeedbackState::Unanswered => "Waits for an answer",
        FeedbackState::Answered => "Answered, and people were not told yet",
        FeedbackState::Closed => "People were told",
    };
    let rows = of.iter().map(|one| item(here, innovation, one)).collect_view();
    (!of.is_empty()).then(|| {
        let (id, heading) = (state.key(), format!("{heading} ({})", of.len()));
        view! {
            <section class="panel" aria-labelledby=id>
                <h2 id=id>{heading}</h2>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any()
    })
}
