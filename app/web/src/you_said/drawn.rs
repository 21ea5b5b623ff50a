//! What everyone may read, drawn from that alone: the same inside and outside.
use crate::{
    feedback::words::{heads, people},
    ui::words::date,
};
use domain::{FeedbackResponse, PublicFeedback, PublicInnovation};
use leptos::prelude::*;

/// Below a heading of the innovation, grouped by what was done.
pub fn drawn(innovation: &PublicInnovation) -> impl IntoView + use<> {
    let groups = FeedbackResponse::ALL.iter().filter_map(|response| {
        let heard: Vec<_> = innovation.answered(*response).collect();
        let count = heard.len();
        let items = heard.into_iter().map(item).collect_view();
        (count > 0).then(|| {
            view! {
                <section class="stack">
                    <h3>{format!("{} ({count})", heading(*response))}</h3>
                    <ul class="stack">{items}</ul>
                </section>
            }
        })
    });
    let groups: Vec<_> = groups.collect();
    let empty = groups.is_empty().then(|| {
        view! { <p class="empty">"Nothing stands here yet. What people said comes here once they were told what came of it."</p> }
    });
    view! { <div class="stack stack-l">{empty}{groups}</div> }
}

const fn heading(response: FeedbackResponse) -> &'static str {
    match response {
        FeedbackResponse::WeDid => "What we did",
        FeedbackResponse::WeWill => "What we will do",
        FeedbackResponse::WeCannot => "What we cannot do, and why",
        FeedbackResponse::PassedOn => "What we passed on",
    }
}

fn item(one: &PublicFeedback) -> impl IntoView + use<> {
    let count = one.count.map(|band| people(band.label()));
    let who = match (one.who, count) {
        (Some(who), Some(count)) => Some(format!("{}, {count}", who.label())),
        (Some(who), None) => Some(who.label().to_owned()),
        (None, count) => count,
    };
    let changed = one.changed.as_ref().map(|text| {
        view! { <div><dt>"What is different"</dt><dd class="lines">{text.to_string()}</dd></div> }
    });
    view! {
        <li class="panel stack stack-s">
            {who.map(|who| view! { <p class="s quiet">{who}</p> })}
            <dl class="said-done">
                <div><dt>"You said"</dt><dd class="lines">{one.said.to_string()}</dd></div>
                <div><dt>{heads(one.response)}</dt><dd class="lines">{one.answer.to_string()}</dd></div>
                {changed}
            </dl>
            <p class="xs quiet">{format!("People were told on {}", date(one.told_back_on))}</p>
        </li>
    }
}
