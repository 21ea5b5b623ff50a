use super::fields::{BETTER, input, questions};
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
use domain::{Act, Better, ExperimentId, Slug};

pub async fn show(now: Now, Path((_, number)): Path<(Slug, u32)>) -> Result<Page, Failure> {
    page(&now, number, Sheet::blank().with(BETTER, Better::Higher.key()))
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = input(&mut sheet) {
        let decided = now.decide(&mut sheet, None, |seen, today, id| {
            seen.add_experiment(ExperimentId(id.0), innovation, input, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/experiments")), Note::ExperimentAdded));
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let id = innovation.id;
    let form = InnovationForm::new("Plan an experiment", &innovation.title, "Plan experiment")
        .lead("Written down before it begins, so that the result cannot choose its own threshold.");
    Ok(form.page(here, &innovation, sheet, move |here, sheet| questions(here, id, sheet)))
}
