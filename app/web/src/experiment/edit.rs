use super::fields::{filled, input, questions, questions_begun, theirs};
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
use domain::{Act, Slug};
use leptos::prelude::*;

type Address = Path<(Slug, u32, u32)>;

pub async fn show(now: Now, Path((_, number, ordinal)): Address) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let one = now.seen().experiment(innovation, ordinal)?;
    page(&now, number, ordinal, filled(one).about(one.entry.version))
}

pub async fn submit(now: Now, Path((_, number, ordinal)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, today, _| {
            seen.edit_experiment(innovation, ordinal, input, version, today)
        });
        if decided.await?.is_some() {
            let back = format!("innovations/{number}/experiments/{ordinal}");
            return Ok(done(&now.link(&back), Note::ExperimentSaved));
        }
    }
    Ok(page(&now, number, ordinal, sheet)?.into_response())
}

fn page(here: &Here, number: u32, ordinal: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let one = here.seen().experiment(innovation.id, ordinal)?;
    let (id, begun) = (innovation.id, one.has_begun(here.today));
    let form = InnovationForm::new("Edit an experiment", &innovation.title, "Save experiment");
    let lead =
        format!("It has begun, so what it is to show stays: {} Stop early if: {}", one.hypothesis, one.stop_rule);
    let form = if begun { form.lead(lead) } else { form };
    Ok(form.page(here, &innovation, sheet, move |here, sheet| {
        if begun { questions_begun(here, id, sheet).into_any() } else { questions(here, id, sheet).into_any() }
    }))
}
