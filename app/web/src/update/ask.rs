//! Asking for updates that are owed: one, or all that are late.
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    visit::{Note, done},
};
use axum::{extract::Path, response::Response};
use domain::{Act, Innovation, ReminderId, Slug};
use leptos::prelude::*;
use uuid::Uuid;

pub async fn one(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.clone();
    now.seen().must(Act::AskForUpdate, Some(&innovation))?;
    let decided = now.decide(&mut sheet, None, |seen, today, submission| {
        seen.ask_for_update(ReminderId(submission.0), innovation.id, today)
    });
    let asked = decided.await?.is_some();
    after(&now, &sheet, asked, Note::UpdateAskedFor)
}

pub async fn all(now: Now, mut sheet: Sheet) -> Result<Response, Failure> {
    now.seen().must(Act::AskForUpdate, None)?;
    let decided =
        now.decide(&mut sheet, None, |seen, today, _| seen.ask_for_all_updates(|| ReminderId(Uuid::now_v7()), today));
    let asked = decided.await?.is_some();
    after(&now, &sheet, asked, Note::UpdatesAskedFor)
}

/// There is no form to mend: it is a button.
fn after(now: &Now, sheet: &Sheet, asked: bool, note: Note) -> Result<Response, Failure> {
    if asked {
        return Ok(done(&now.link("updates"), note));
    }
    Err(sheet.impossible().map_or(Failure::NotFound, Failure::Impossible))
}

pub fn button(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let action = here.link(&format!("innovations/{}/updates/ask", innovation.number));
    let label = format!("Ask for the update of {}", innovation.title);
    let sheet = Sheet::blank();
    view! { <form method="post" action=action>{sheet.hidden()}<button class="btn" aria-label=label>"Ask"</button></form> }
}

pub fn all_button(here: &Here) -> impl IntoView + use<> {
    let action = here.link("updates/ask");
    let sheet = Sheet::blank();
    view! { <form method="post" action=action>{sheet.hidden()}<button class="btn btn-go">"Ask for all late updates"</button></form> }
}
