use crate::{
    budget::pounds,
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
const KEY_DECISION: Field = Field::new("key_decision", "A decision is key from this amount, in pounds")
    .hint("As your constitution says. Leave blank if no amount makes one key");
const CALL_IN: Field =
    Field::new("call_in_days", "Days in which a key decision may be called in").hint("Leave blank for 5");
const LEAD_LIMIT: Field =
    Field::new("lead_limit", "Most innovations that one person should lead").hint("Leave blank for 2");

pub async fn show(now: Now) -> Result<Page, Failure> {
    let organisation = now.seen().organisation();
    page(&now, filled(organisation).about(organisation.entry.version))
}

pub async fn submit(now: Now, mut sheet: Sheet) -> Result<Response, Failure> {
    if let Some(input) = read!(sheet, OrganisationInput {
        name: NAME,
        short_code: SHORT_CODE,
        key_decision: any KEY_DECISION,
        call_in_days: any whole(0..=60) CALL_IN,
        lead_limit: any whole(1..=50) LEAD_LIMIT,
    }) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.edit_organisation(input, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link("settings"), Note::OrganisationSaved));
        }
    }
    Ok(page(&now, sheet)?.into_response())
}

fn filled(organisation: &Organisation) -> Sheet {
    Sheet::default()
        .with(NAME, &organisation.name)
        .with(SHORT_CODE, &organisation.short_code)
        .with_any(KEY_DECISION, organisation.key_decision.map(pounds))
        .with_any(CALL_IN, organisation.call_in_days)
        .with_any(LEAD_LIMIT, organisation.lead_limit)
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
    Ok(form.page(here, sheet, |sheet| {
        view! {
            {sheet.text(NAME)}
            {sheet.short(SHORT_CODE)}
            {sheet.short(KEY_DECISION)}
            {sheet.short(CALL_IN)}
            {sheet.short(LEAD_LIMIT)}
        }
    }))
}
