//! Every message, with the pulse in total and the audiences that wait.
use super::{
    silence,
    words::{fronted_and_recorded, pulse_everywhere, pulse_of},
};
use crate::{
    failure::Failure,
    here::Here,
    innovation_frame::named,
    listening::{MESSAGES, sections},
    ui::words::{count, date},
};
use axum::response::Response;
use domain::Message;
use leptos::prelude::*;

/// Messages that are listed; older ones stand with their innovation.
const LISTED: usize = 100;

pub async fn show(here: Here) -> Result<Response, Failure> {
    here.answer(|here| {
        let here = here.clone();
        Ok(here.clone().page("Messages", move || {
            let silent = here.seen().silent_audiences(here.today);
            view! {
                <div class="ph">
                    <div class="ph-top">
                        <div><h1>"Messages"</h1><p class="lead">{silence::finding(&silent)}</p></div>
                    </div>
                </div>
                {sections(&here, MESSAGES)}
                <div class="stack stack-l">
                    <section class="panel" aria-labelledby="pulse">
                        <h2 id="pulse">"“I understand why we are doing this.”"</h2>
                        <p class="s">{pulse_everywhere(&here)}</p>
                        <p class="xs quiet mt">"Asked by show of hands when people are told. Nobody is named."</p>
                    </section>
                    {silence::panel(&here).into_any()}
                    {log(&here).into_any()}
                </div>
            }
        }))
    })
}

fn log(here: &Here) -> impl IntoView + use<> {
    let all = here.seen().all_messages(here.today);
    let heading = match all.len() {
        0 => "No message yet".to_owned(),
        all if all > LISTED => format!("The last {LISTED} messages"),
        all => count(all.try_into().unwrap_or(i64::MAX), "message"),
    };
    let rows = all.iter().take(LISTED).map(|one| row(here, one)).collect_view();
    let content = if all.is_empty() {
        view! { <p class="empty">"A message is recorded on the page “Why and messages” of its innovation."</p> }
            .into_any()
    } else {
        view! {
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"On"</th><th scope="col">"Innovation"</th><th scope="col">"Audience"</th>
                        <th scope="col">"How"</th><th scope="col">"Fronted by"</th>
                        <th scope="col" class="num">"Understand why"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! { <section class="panel" aria-labelledby="log"><h2 id="log" class="mb">{heading}</h2>{content}</section> }
}

fn row(here: &Here, one: &Message) -> Option<impl IntoView + use<>> {
    let innovation = here.seen().innovation(one.innovation).ok()?;
    let address = here.link(&format!("innovations/{}/why", innovation.number));
    let text = one.text.as_ref().map(|text| view! { <br/><span class="quiet xs">{text.to_string()}</span> });
    Some(view! {
        <tr>
            <td data-l="On">{date(one.on)}</td>
            <th scope="row"><a href=address>{named(here, innovation)}</a>{text}</th>
            <td data-l="Audience">{one.audience.label()}</td>
            <td data-l="How">{one.channel.label()}</td>
            <td data-l="Fronted by">{fronted_and_recorded(here, one).unwrap_or_else(|| "–".into())}</td>
            <td class="num" data-l="Understand why">{pulse_of(one)}</td>
        </tr>
    })
}
