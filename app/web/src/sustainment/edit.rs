use super::fields::{ACTION, DONE, HELD, IN_USE, found};
use crate::{
    failure::Failure,
    form::{Sheet, read},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, InnovationId, Record, Refusal, Slug, SustainmentInput, SustainmentReview, SustainmentReviewId};
use std::sync::Arc;

type OfReview = Path<(Slug, u32, SustainmentReviewId)>;

pub async fn show(now: Now, Path((_, number, id)): OfReview) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let review = review(&now, innovation, id)?;
    page(&now, number, &review, filled(&review).about(review.entry.version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfReview, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let review = review(&now, innovation, id)?;
    let input = read!(sheet, SustainmentInput {
        sites: given Some(review.sites.clone()),
        kind: given Some(review.kind),
        done_on: day DONE,
        still_in_use: IN_USE,
        outcome_held: HELD,
        action: any ACTION,
    });
    if let Some(input) = input {
        let version = sheet.seen();
        let decided = now
            .decide(&mut sheet, Some(theirs), |seen, today, _| seen.edit_review(innovation, id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/scale-up")), Note::ReviewSaved));
        }
    }
    Ok(page(&now, number, &review, sheet)?.into_response())
}

fn review(here: &Here, innovation: InnovationId, id: SustainmentReviewId) -> Result<Arc<SustainmentReview>, Refusal> {
    here.seen().sustainment_reviews(innovation).find(|one| one.id == id).cloned().ok_or(Refusal::NotFound)
}

fn filled(review: &SustainmentReview) -> Sheet {
    Sheet::default()
        .with(DONE, review.done_on)
        .with(IN_USE, review.still_in_use.key())
        .with(HELD, review.outcome_held.key())
        .with_any(ACTION, review.action.as_ref())
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::SustainmentReview(review) => filled(review),
        _ => Sheet::default(),
    }
}

fn page(here: &Here, number: u32, review: &SustainmentReview, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let form = InnovationForm::new("Correct a review", format!("After {}", review.kind.label()), "Save review");
    Ok(form.page(here, &innovation, sheet, |_, sheet| found(sheet)))
}
