//! Which audiences have heard why in half a year, from whom, and whether it landed.
use crate::{
    here::Here,
    message::{channel, fronted_by, pulse_here},
    ui::{icon::state, words::date},
};
use domain::{Act, Audience, AudienceReach, Innovation, Place};
use leptos::prelude::*;

pub fn panel(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let reached = here.seen().audiences_reached(innovation, here.today);
    let heading = format!("{} of {} audiences heard why in half a year", reached.reached(), reached.relevant());
    let stopped = here.seen().place_of(innovation) == Place::Stopped;
    let may = !stopped && !here.looks_back() && here.seen().may(Act::EditMessages, Some(innovation));
    let new = here.link(&format!("innovations/{}/messages/new", innovation.number));
    let add = may.then(|| view! { <a class="btn btn-go no-print" href=new>"Record a message"</a> });
    let rows = reached.0.iter().map(|one| row(here, one)).collect_view();
    view! {
        <section class="panel" aria-labelledby="reached">
            <div class="row spread mb"><h2 id="reached">{heading}</h2>{add}</div>
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Audience"</th><th scope="col">"In half a year"</th>
                        <th scope="col">"Last told"</th><th scope="col">"Fronted by"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <dl class="dl mt">
                <dt>"Leaders"</dt><dd>{voice(here, innovation)}</dd>
                <dt>"Do people understand why?"</dt><dd>{pulse_here(here, innovation)}</dd>
            </dl>
        </section>
    }
}

fn row(here: &Here, one: &AudienceReach) -> impl IntoView + use<> {
    let told = match (one.is_relevant, one.messages.is_empty()) {
        (false, _) => view! { <span class="quiet">{not_relevant(one.audience)}</span> }.into_any(),
        (true, true) => state("none", "Nothing").into_any(),
        (true, false) => state("on", "Told").into_any(),
    };
    let last = one.last.map_or_else(|| "Never".to_owned(), |last| format!("{}, {}", date(last.on), channel(last)));
    let fronted = one.messages.iter().find_map(|message| fronted_by(here, message));
    view! {
        <tr>
            <th scope="row">{one.audience.label()}</th>
            <td data-l="In half a year">{told}</td>
            <td data-l="Last told">{last}</td>
            <td data-l="Fronted by">{fronted.unwrap_or_else(|| "–".into())}</td>
        </tr>
    }
}

const fn not_relevant(audience: Audience) -> &'static str {
    match audience {
        Audience::Residents => "Not needed: only staff are affected",
        Audience::Partners => "Not needed: it has no partner",
        Audience::AffectedStaff | Audience::Councillors => "Not needed",
    }
}

/// "Leader spoke for it on 4 November 2026", or that nobody did.
fn voice(here: &Here, innovation: &Innovation) -> String {
    let spoken = here.seen().leader_voice(innovation.id, here.today);
    match spoken.first() {
        None => "No leader has spoken for it in half a year".into(),
        Some(last) => {
            let who = fronted_by(here, last).unwrap_or_else(|| "A leader".into());
            let times = if spoken.len() > 1 { format!(", the last of {} times", spoken.len()) } else { String::new() };
            format!("{who} spoke for it on {}{times}", date(last.on))
        }
    }
}
