use super::{
    OfFeedback,
    fields::{FROM, SAID, THEME, filled, input, questions, theirs, voices},
};
use crate::{
    failure::Failure,
    form::{Question, Sheet, question},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{Act, FeedbackId, Refusal};
use leptos::prelude::*;

pub async fn show(now: Now, Path((_, number, id)): OfFeedback) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let one = now.seen().feedback(innovation, id)?;
    page(&now, number, id, filled(one).about(one.entry.version), None)
}

pub async fn submit(now: Now, Path((_, number, id)): OfFeedback, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let mut asked = None;
    if let Some(input) = input(&mut sheet) {
        asked = question(&sheet, [SAID, THEME]);
        if asked.is_none() {
            let version = sheet.seen();
            let decided = now.decide(&mut sheet, Some(theirs), |seen, today, _| {
                seen.edit_feedback(innovation, id, input, version, today)
            });
            if decided.await?.is_some() {
                return Ok(done(&now.link(&format!("innovations/{number}/feedback")), Note::FeedbackSaved));
            }
        }
    }
    Ok(page(&now, number, id, sheet, asked)?.into_response())
}

fn page(here: &Here, number: u32, id: FeedbackId, sheet: Sheet, asked: Option<Question>) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    let one = here.seen().feedback(innovation.id, id)?;
    if !here.seen().may_edit_feedback(one) {
        return Err(Refusal::NotAllowed(Act::AnswerFeedback).into());
    }
    let form = InnovationForm::new("Edit what people said", &innovation.title, "Save");
    let public = "It stands on the public page. Other words come off it until somebody who may publish says so.";
    let form = if one.public { form.lead(public) } else { form };
    let (about, engagement, is_asked) = (innovation.clone(), one.engagement, asked.is_some());
    let page = form.page(here, &innovation, sheet, move |here, sheet| {
        let engagement = here.seen().engagement(about.id, engagement).ok();
        let voices = engagement.map(|one| voices(here, one, &about)).unwrap_or_default();
        let remove = here.link(&format!("innovations/{}/feedback/{id}/remove", about.number));
        view! {
            {asked.as_ref().map(|one| one.panel(None))}
            {sheet.area(SAID, 3)}
            {sheet.select(FROM, voices)}
            {questions(here, sheet)}
            <p class="s"><a href=remove>"Remove it"</a></p>
        }
    });
    Ok(if is_asked { page.with_status(StatusCode::UNPROCESSABLE_ENTITY) } else { page })
}
