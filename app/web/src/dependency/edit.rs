use super::{
    Found, OfDependency,
    fields::{filled, input, met, questions, theirs},
    found, home,
};
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
use domain::Act;
use leptos::prelude::*;

pub async fn show(now: Now, Path((_, number, milestone, id)): OfDependency) -> Result<Page, Failure> {
    let found = found(&now, number, milestone, id)?;
    let sheet = filled(&found.dependency).about(found.dependency.entry.version);
    page(&now, found, sheet)
}

pub async fn submit(
    now: Now,
    Path((_, number, milestone, id)): OfDependency,
    mut sheet: Sheet,
) -> Result<Response, Failure> {
    let found = found(&now, number, milestone, id)?;
    let innovation = found.innovation.id;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, today, _| {
            seen.edit_dependency(innovation, id, input, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&home(&now, number, milestone), Note::DependencySaved));
        }
    }
    Ok(page(&now, found, sheet)?.into_response())
}

fn page(here: &Here, found: Found, sheet: Sheet) -> Result<Page, Failure> {
    let Found { innovation, milestone, .. } = found;
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let form = InnovationForm::new("Edit what it waits on", &milestone.title, "Save dependency");
    Ok(form.page(here, &innovation, sheet, move |here, sheet| {
        view! { {questions(here, &milestone, sheet)} {met(sheet)} }
    }))
}
