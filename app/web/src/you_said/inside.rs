//! For people inside: exactly what everyone reads of an innovation, and what was told back and stays inside.
use super::{drawn::drawn, public_address};
use crate::{
    feedback::words::{heads, voices},
    here::Here,
};
use domain::{Act, Innovation, Visibility};
use leptos::prelude::*;

/// Whether there is anything to show.
pub fn is_told(here: &Here, innovation: &Innovation) -> bool {
    innovation.is_published() || here.seen().feedback_about(innovation.id).any(|one| one.is_closed())
}

/// Who reads it, where, and the way to change that.
pub fn standing(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let slug = &here.seen().organisation().slug;
    let open = innovation.is_published().then(|| {
        let address = public_address(slug, Some(innovation.number));
        view! { <p class="s">"Everyone can read this at "<a href=address.clone()>{address.clone()}</a></p> }
    });
    let closed = (!innovation.is_published()).then(|| {
        let why = match innovation.visible_to {
            Visibility::Public => "Nobody outside reads this yet: it is not published.",
            _ => "Nobody outside reads this: the innovation is not for everyone to see.",
        };
        view! { <p class="s quiet">{why}</p> }
    });
    let may = !here.looks_back() && here.seen().may(Act::Publish, Some(innovation));
    let change = may.then(|| {
        let address = here.link(&format!("innovations/{}/you-said-we-did/publish", innovation.number));
        let word = if innovation.is_published() { "Change what is published" } else { "Publish" };
        let label = format!("{word}: {}", innovation.title);
        view! { <a class="btn no-print" href=address aria-label=label>{word}</a> }
    });
    view! { <div class="row spread">{open}{closed}{change}</div> }
}

/// What everyone reads, or would read if it were published as it stands.
pub fn preview(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    here.seen().public_view(innovation.id).as_ref().map(drawn)
}

/// Told back, and not on the public page.
pub fn stays_inside(here: &Here, innovation: &Innovation) -> Option<AnyView> {
    let all = here.seen().told_inside(innovation.id);
    let rows = all.iter().map(|one| {
        let answer = one.answer.as_ref().map(|answer| {
            view! { <p class="s lines"><b>{heads(answer.response)}": "</b>{answer.text.to_string()}</p> }
        });
        view! {
            <li class="stack stack-s">
                <p class="s lines"><b>"You said: "</b>{one.said.to_string()}</p>
                {answer}
                <p class="xs quiet">{voices(here, one)}</p>
            </li>
        }
    });
    let rows = rows.collect_view();
    (!all.is_empty()).then(|| {
        let heading = format!("Told back, and not on the public page ({})", all.len());
        view! { <section class="panel"><h3>{heading}</h3><ul class="rows">{rows}</ul></section> }.into_any()
    })
}
