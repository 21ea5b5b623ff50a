use super::{
    decided::{self, met, ready},
    frame::{Words, page},
};
use crate::{
    failure::Failure,
    form::{Choice, Field, Sheet, read},
    here::{Here, Now},
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Innovation, Place, Slug, StageMoveId, StopInput, StopReason};
use leptos::prelude::*;

const REASON: Field = Field::new("reason", "Why does it stop?");
const LESSON: Field =
    Field::new("lesson", "What was learned?").hint("In 40 characters or more: what should the next team know?");
const TOLD: Field = Field::new("told", "Who was told?").hint("A team, service, council or body, not a person’s name");
const MERGED_INTO: Field = Field::new("merged_into", "If it merged: which innovation goes on?");
const HANDED_TO: Field = Field::new("handed_to", "If it was handed over: to whom?");

pub async fn show(now: Now, Path((_, number)): Path<(Slug, u32)>) -> Result<Page, Failure> {
    let sheet = ready(&now, now.seen().numbered(number)?, Place::Stopped)?;
    form(&now, number, sheet)
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let input = read!(sheet, StopInput {
        reason: REASON,
        lesson: LESSON,
        told: TOLD,
        merged_into: any MERGED_INTO,
        handed_to: any HANDED_TO,
        decided: by decided::read,
    });
    if let Some(input) = input {
        let decided = now.decide(&mut sheet, None, |seen, today, id| {
            seen.stop_innovation(StageMoveId(id.0), innovation, input, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}")), Note::InnovationStopped));
        }
    }
    let sheet = met(&now, innovation, sheet).await?;
    Ok(form(&now, number, sheet)?.into_response())
}

fn form(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let words = Words {
        title: "Stop".into(),
        lead: "Stopping is a result: it stays in view with what was learned. It is final; to start again, add a new \
               innovation that names this one."
            .into(),
        button: "Stop with learning",
        weight: "btn-stop",
    };
    page(here, number, sheet, words, |here, innovation, sheet| {
        let reasons = StopReason::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
        view! {
            {sheet.select(REASON, reasons)}
            {sheet.area(LESSON, 4)}
            {sheet.text(TOLD)}
            {sheet.select(MERGED_INTO, others(here, innovation))}
            {sheet.text(HANDED_TO)}
        }
    })
}

/// Other innovations that may be read, by number.
fn others(here: &Here, innovation: &Innovation) -> Vec<Choice> {
    let code = here.seen().organisation().short_code.clone();
    let mut others: Vec<_> = here.seen().innovations().filter(|one| one.id != innovation.id).collect();
    others.sort_by_key(|one| one.number);
    others.into_iter().map(|one| Choice::new(one.id, format!("{code}-{} {}", one.number, one.title))).collect()
}
