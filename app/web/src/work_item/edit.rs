use super::fields::{FIXED, KIND, OWNER, TITLE, filled, input, kinds, theirs};
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
    let item = now.seen().work_item(innovation, ordinal)?;
    page(&now, number, ordinal, filled(item).about(item.entry.version))
}

pub async fn submit(now: Now, Path((_, number, ordinal)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.edit_work_item(innovation, ordinal, input, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/work")), Note::WorkSaved));
        }
    }
    Ok(page(&now, number, ordinal, sheet)?.into_response())
}

fn page(here: &Here, number: u32, ordinal: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let title = here.seen().work_item(innovation.id, ordinal)?.title.to_string();
    let form = InnovationForm::new("Edit work", title, "Save");
    Ok(form.page(here, &innovation, sheet, |here, sheet| {
        view! {
            {sheet.text(TITLE)}
            {sheet.radios(KIND, kinds())}
            {sheet.select(OWNER, here.people())}
            {sheet.date(FIXED)}
        }
    }))
}
