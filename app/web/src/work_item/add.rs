//! Several pieces of work at once: one line for each.
use super::fields::{KIND, OWNER, kinds};
use crate::{
    failure::Failure,
    form::{Field, Sheet, read},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, AddWorkInput, Slug, Title, WorkItemKind};
use leptos::prelude::*;

const TITLES: Field = Field::new("titles", "What is to be done").hint("One line for each piece of work, up to 50");

pub async fn show(now: Now, Path((_, number)): Path<(Slug, u32)>) -> Result<Page, Failure> {
    page(&now, number, Sheet::blank().with(KIND, WorkItemKind::Task.key()))
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let input = read!(sheet, AddWorkInput { titles: by titles, kind: KIND, owner: any OWNER });
    if let Some(input) = input {
        let decided = now.decide(&mut sheet, None, |seen, today, id| seen.add_work(id.0, innovation, input, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/work")), Note::WorkAdded));
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

/// Blank lines say nothing.
fn titles(sheet: &mut Sheet) -> Option<Vec<Title>> {
    sheet.ask(TITLES);
    let lines = sheet.typed(TITLES).lines().filter(|line| !line.trim().is_empty());
    match lines.map(str::parse).collect() {
        Ok(titles) => Some(titles),
        Err(rule) => sheet.wrong(TITLES, rule),
    }
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let form = InnovationForm::new("Add work", &innovation.title, "Add to the board");
    Ok(form.page(here, &innovation, sheet, |here, sheet| {
        view! { {sheet.area(TITLES, 6)} {sheet.radios(KIND, kinds())} {sheet.select(OWNER, here.people())} }
    }))
}
