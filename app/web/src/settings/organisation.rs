use crate::{
    failure::Failure,
    form::{Field, Sheet, read},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::response::{IntoResponse, Response};
use domain::{Act, Organisation, OrganisationInput, Record};
use leptos::prelude::*;

const NAME: Field = Field::new("name", "Name").hint("As people know it, such as Northshire Council");
const SHORT_CODE: Field =
    Field::new("short_code", "Short code").hint("Heads the numbers of innovations. Up to 6 letters and digits");

pub async fn show(now: Now) -> Result<Page, Failure> {
    let organisation = now.seen().organisation();
    page(&now, filled(organisation).about(organisation.entry.version))
}

pub async fn submit(now: Now, mut sheet: Sheet) -> Result<Response, Failure> {
    if let Some(input) = read!(sheet, OrganisationInput { name: NAME, short_code: SHORT_CODE }) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.edit_organisation(input, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link("settings"), Note::OrganisationSaved));
        }
    }
    Ok(page(&now, sheet)?.into_response())
}

fn filled(organisation: &Organisation) -> Sheet {
    Sheet::default().with(NAME, &organisation.name).with(SHORT_CODE, &organisation.short_code)
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Organisation(organisation) => filled(organisation),
        _ => Sheet::default(),
    }
}

fn page(here: &Here, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::ManagePeople, None)?;
    let form = ShortForm {
        above: vec![("Settings".into(), here.link("settings"))],
        heading: "Edit the organisation".into(),
        about: Some("Its address stays as it is, so that links in meeting papers go on working.".into()),
        button: "Save organisation",
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, |sheet| view! { {sheet.text(NAME)} {sheet.short(SHORT_CODE)} }))
}
