use super::fields::{filled, input, questions, theirs};
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
use domain::{Act, ScalePlanId, Slug};

pub async fn show(now: Now, Path((_, number)): Path<(Slug, u32)>) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let sheet = match now.seen().scale_plan(innovation) {
        Some(plan) => filled(plan).about(plan.entry.version),
        None => Sheet::blank(),
    };
    page(&now, number, sheet)
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, _, id| {
            seen.set_scale_plan(ScalePlanId(id.0), innovation, input, version)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/scale-up")), Note::ScalePlanSaved));
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let form = InnovationForm::new("How it is to spread", &innovation.title, "Save plan")
        .lead("One plan counts at a time. Earlier ones stay in the history.");
    Ok(form.page(here, &innovation, sheet, |_, sheet| questions(sheet)))
}
