use super::{
    decided::{self, met, ready},
    frame::{Words, page},
};
use crate::{
    failure::Failure,
    form::{Field, Sheet, read},
    here::{Here, Now},
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{PauseInput, Place, Slug, StageMoveId};
use leptos::prelude::*;

const REASON: Field = Field::new("reason", "Why is it paused?").hint("Assume this could be disclosed");
const REVIEW: Field = Field::new("review_on", "Day to look again").hint("At most 180 days after the pause begins");

pub async fn show(now: Now, Path((_, number)): Path<(Slug, u32)>) -> Result<Page, Failure> {
    let sheet = ready(&now, now.seen().numbered(number)?, Place::Paused)?;
    form(&now, number, sheet)
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let input = read!(sheet, PauseInput { reason: REASON, review_on: day REVIEW, decided: by decided::read });
    if let Some(input) = input {
        let decided = now.decide(&mut sheet, None, |seen, today, id| {
            seen.pause_innovation(StageMoveId(id.0), innovation, input, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}")), Note::InnovationPaused));
        }
    }
    let sheet = met(&now, innovation, sheet).await?;
    Ok(form(&now, number, sheet)?.into_response())
}

fn form(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let words = Words {
        title: "Pause".into(),
        lead: "The clock of its stage stops. On the day to look again it is resumed, stopped, or said to be late."
            .into(),
        button: "Pause",
        weight: "btn-go",
    };
    page(here, number, sheet, words, |_, _, sheet| view! { {sheet.area(REASON, 3)} {sheet.date(REVIEW)} })
}
