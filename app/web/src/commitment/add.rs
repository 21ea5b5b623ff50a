use super::fields::{FROM, input, questions};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    innovation_form::InnovationForm,
    leadership::evidence_for,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, CommitmentId, SignalName, Slug};
use leptos::prelude::*;

pub async fn show(now: Now, Path((_, number)): Path<(Slug, u32)>) -> Result<Page, Failure> {
    page(&now, number, Sheet::blank().with(FROM, now.today))
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = input(&mut sheet) {
        let decided =
            now.decide(&mut sheet, None, |seen, _, id| seen.add_commitment(CommitmentId(id.0), innovation, input));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/scale-up")), Note::CommitmentAdded));
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let form = InnovationForm::new("Who backs it?", &innovation.title, "Add commitment")
        .lead("Only what was really promised, by a body or a post that can keep it.");
    let about = innovation.clone();
    Ok(form.page(here, &innovation, sheet, move |here, sheet| {
        view! { {questions(here, &about, sheet)} {evidence_for(here, about.id, &[SignalName::Committed])} }
    }))
}
