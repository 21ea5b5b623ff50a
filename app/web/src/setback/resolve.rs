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
use domain::SetbackId;

const ON: Field = Field::new("resolved_on", "Since when is it over?");

pub async fn show(now: Now, Path((_, number, id)): OfSetback) -> Result<Page, Failure> {
    let version = open(&now, number, id)?.entry.version;
    page(&now, number, id, Sheet::default().with(ON, now.today).about(version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfSetback, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(on) = sheet.read_day(ON) {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, None, |seen, today, _| seen.resolve_setback(innovation, id, on, version, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/scale-up")), Note::SetbackResolved));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: SetbackId, sheet: Sheet) -> Result<Page, Failure> {
    let setback = found(here, number, id)?;
    let innovation = here.seen().numbered(number)?.clone();
    let lead = match setback.response {
        Some(_) => "It is over, and its answer stays as it is.",
        None => "Nothing is on record that was done about it. If something was, record the answer first.",
    };
    let form = InnovationForm::new("The setback is over", &setback.what, "Save").lead(lead);
    Ok(form.page(here, &innovation, sheet, |_, sheet| sheet.date(ON)))
}
