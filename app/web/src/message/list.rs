//! The messages of one innovation, newest first.
use super::words::{channel, fronted_and_recorded, pulse_of, wording};
use crate::{
    here::Here,
    ui::words::{count, date},
};
use domain::{Act, Innovation, Message, Place, WhyRevision};
use leptos::prelude::*;

pub fn panel(here: &Here, innovation: &Innovation, wordings: &[WhyRevision]) -> impl IntoView + use<> {
    let all = here.seen().messages_of(innovation.id, here.today);
    let stopped = here.seen().place_of(innovation) == Place::Stopped;
    let may = !stopped && !here.looks_back() && here.seen().may(Act::EditMessages, Some(innovation));
    let heading = match all.len() {
        0 => "No message yet".to_owned(),
        all => count(all.try_into().unwrap_or(i64::MAX), "message"),
    };
    let rows = all.iter().map(|one| row(here, innovation, one, wordings, may)).collect_view();
    let content = if all.is_empty() {
        view! { <p class="empty">"Who was told why, when and by whom: a briefing, a letter, a visit. Those who have heard nothing stand out above."</p> }.into_any()
    } else {
        view! { <ol class="rows">{rows}</ol> }.into_any()
    };
    view! {
        <section class="panel" aria-labelledby="messages">
            <div class="row spread mb">
                <h2 id="messages">{heading}</h2>
                <a class="s" href=here.link("messages")>"Messages of all innovations"</a>
            </div>
            {content}
        </section>
    }
}

fn row(
    here: &Here,
    innovation: &Innovation,
    one: &Message,
    wordings: &[WhyRevision],
    may: bool,
) -> impl IntoView + use<> {
    let base = format!("innovations/{}/messages/{}", innovation.number, one.id);
    let changes = may.then(|| {
        let links = [("edit", "Edit"), ("remove", "Remove")].map(|(path, word)| {
            let label = format!("{word}: {}, {}", one.audience.label(), date(one.on));
            view! { <a href=here.link(&format!("{base}/{path}")) aria-label=label>{word}</a>" " }
        });
        view! { <span class="s no-print">{links.collect_view()}</span> }
    });
    let text = one.text.as_ref().map(|text| view! { <p class="s prose lines">{text.to_string()}</p> });
    let link = one.link.as_ref().map(|link| {
        view! { <p class="s"><a href=link.to_string() rel="noreferrer">{link.to_string()}</a></p> }
    });
    let fronted = fronted_and_recorded(here, one).map(|who| format!("Fronted by {who}. ")).unwrap_or_default();
    let asked = one.asked_count.map(|_| format!(" {} understand why.", pulse_of(one))).unwrap_or_default();
    view! {
        <li class="stack stack-s">
            <div class="row spread">
                <span><b>{one.audience.label()}</b>{format!(", {}", channel(one))}</span>
                <span class="row s quiet">{date(one.on)} {changes}</span>
            </div>
            {text}
            {link}
            <p class="xs quiet">{format!("{fronted}{}.{asked}", wording(one, wordings))}</p>
        </li>
    }
}
