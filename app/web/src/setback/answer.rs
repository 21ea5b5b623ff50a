use super::{OfSetback, found, open};
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Reason, Record, Setback, SetbackId};
use leptos::prelude::*;

const RESPONSE: Field = Field::new("response", "What was done about it?").hint("Assume this could be disclosed");
const ON: Field = Field::new("responded_on", "When?");

pub async fn show(now: Now, Path((_, number, id)): OfSetback) -> Result<Page, Failure> {
    let setback = open(&now, number, id)?;
    let sheet = filled(&setback);
    let sheet = if setback.responded_on.is_none() { sheet.with(ON, now.today) } else { sheet };
    page(&now, number, id, sheet.about(setback.entry.version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfSetback, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let (response, on) = (sheet.read::<Reason>(RESPONSE), sheet.read_day(ON));
    if let (Some(response), Some(on)) = (response, on) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, today, _| {
            seen.answer_setback(innovation, id, response, on, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/scale-up")), Note::SetbackAnswered));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn filled(setback: &Setback) -> Sheet {
    Sheet::default().with_any(RESPONSE, setback.response.as_ref()).with_any(ON, setback.responded_on)
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Setback(setback) => filled(setback),
        _ => Sheet::default(),
    }
}

fn page(here: &Here, number: u32, id: SetbackId, sheet: Sheet) -> Result<Page, Failure> {
    let setback = found(here, number, id)?;
    let innovation = here.seen().numbered(number)?.clone();
    let form = InnovationForm::new("Answer a setback", &setback.what, "Save answer");
    Ok(form.page(here, &innovation, sheet, |_, sheet| view! { {sheet.area(RESPONSE, 3)} {sheet.date(ON)} }))
}
