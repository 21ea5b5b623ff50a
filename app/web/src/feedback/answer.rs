//! Answering one thing that people said, and saying what it changed.
use super::{
    OfFeedback,
    fields::{CHANGED, TEXT, answer_filled, answer_input, answer_more, answer_questions, their_answer},
    words,
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
    page(&now, number, id, answer_filled(one, now.today).about(one.entry.version), None)
}

pub async fn submit(now: Now, Path((_, number, id)): OfFeedback, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let mut asked = None;
    if let Some(input) = answer_input(&mut sheet) {
        asked = question(&sheet, [TEXT, CHANGED]);
        if asked.is_none() {
            let (version, told) = (sheet.seen(), input.told_back_on.is_some());
            let decided = now.decide(&mut sheet, Some(their_answer), |seen, today, _| {
                seen.answer_feedback(innovation, id, input, version, today)
            });
            if decided.await?.is_some() {
                let note = if told { Note::FeedbackToldBack } else { Note::FeedbackAnswered };
                return Ok(done(&now.link(&format!("innovations/{number}/feedback")), note));
            }
        }
    }
    Ok(page(&now, number, id, sheet, asked)?.into_response())
}

fn page(here: &Here, number: u32, id: FeedbackId, sheet: Sheet, asked: Option<Question>) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    let one = here.seen().feedback(innovation.id, id)?;
    if !here.seen().may_answer(one) {
        return Err(Refusal::NotAllowed(Act::AnswerFeedback).into());
    }
    let title = if one.is_answered() { "Edit the answer" } else { "Answer" };
    let lead = format!("{} said, {}: “{}”", words::voices(here, one), words::since(here, one), one.said);
    let form = InnovationForm::new(title, &innovation.title, "Save answer").lead(lead);
    let (about, is_asked) = (innovation.clone(), asked.is_some());
    let page = form.page(here, &innovation, sheet, move |here, sheet| {
        view! {
            {asked.as_ref().map(|one| one.panel(None))}
            {answer_questions(sheet)}
            {answer_more(here, &about, sheet)}
        }
    });
    Ok(if is_asked { page.with_status(StatusCode::UNPROCESSABLE_ENTITY) } else { page })
}
