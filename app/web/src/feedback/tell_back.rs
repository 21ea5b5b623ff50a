//! Recording that people were told what came of what they said.
use super::{OfFeedback, fields::TOLD, words};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, FeedbackId, Record, Refusal};

pub async fn show(now: Now, Path((_, number, id)): OfFeedback) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let one = now.seen().feedback(innovation, id)?;
    page(&now, number, id, Sheet::default().with(TOLD, now.today).about(one.entry.version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfFeedback, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(on) = sheet.read_day(TOLD) {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, Some(theirs), |seen, today, _| seen.tell_back(innovation, id, on, version, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/feedback")), Note::FeedbackToldBack));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Feedback(one) => Sheet::default().with_any(TOLD, one.told_back_on),
        _ => Sheet::default(),
    }
}

fn page(here: &Here, number: u32, id: FeedbackId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    let one = here.seen().feedback(innovation.id, id)?;
    if !here.seen().may_answer(one) {
        return Err(Refusal::NotAllowed(Act::AnswerFeedback).into());
    }
    let answer = one.answer.as_ref().map(|answer| format!(" {}: {}", words::heads(answer.response), answer.text));
    let lead = format!("{} said: “{}”.{}", words::voices(here, one), one.said, answer.unwrap_or_default());
    let form = InnovationForm::new("People were told", &innovation.title, "Save").lead(lead);
    Ok(form.page(here, &innovation, sheet, |_, sheet| sheet.date(TOLD)))
}
