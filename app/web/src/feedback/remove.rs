use super::OfFeedback;
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, FeedbackId, Refusal};

const REASON: Field = Field::new("reason", "Why is it removed?");

pub async fn show(now: Now, Path((_, number, id)): OfFeedback) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let version = now.seen().feedback(innovation, id)?.entry.version;
    page(&now, number, id, Sheet::default().about(version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfFeedback, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(reason) = sheet.read(REASON) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, _, _| seen.remove_feedback(innovation, id, reason, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/feedback")), Note::FeedbackRemoved));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: FeedbackId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    let one = here.seen().feedback(innovation.id, id)?;
    if !here.seen().may_edit_feedback(one) {
        return Err(Refusal::NotAllowed(Act::AnswerFeedback).into());
    }
    let form = InnovationForm::new("Remove what people said", &innovation.title, "Remove it").stop();
    let form =
        form.lead(format!("“{}”. It is taken out of every list, page and figure. Its history is kept.", one.said));
    Ok(form.page(here, &innovation, sheet, |_, sheet| sheet.area(REASON, 2)))
}
