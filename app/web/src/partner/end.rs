use super::OfPartner;
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
use domain::{Act, EndPartnerInput, Impossible, PartnerId};
use leptos::prelude::*;

const TO: Field = Field::new("to_on", "Last day as a partner");
const REASON: Field = Field::new("reason", "Why does it end?").hint("Assume this could be disclosed");

pub async fn show(now: Now, Path((_, number, id)): OfPartner) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?;
    now.seen().must(Act::EditPartners, Some(innovation))?;
    let partner = now.seen().partner(innovation.id, id)?;
    if partner.to_on.is_some() {
        return Err(Failure::Impossible(Impossible::PartnerEnded));
    }
    page(&now, number, id, Sheet::default().with(TO, now.today).about(partner.entry.version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfPartner, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = read!(sheet, EndPartnerInput { to_on: day TO, reason: REASON }) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, _, _| seen.end_partner(innovation, id, input, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/partners")), Note::PartnerEnded));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: PartnerId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditPartners, Some(&innovation))?;
    let name = here.seen().partner(innovation.id, id)?.name.to_string();
    let form = InnovationForm::new("End a partnership", name, "Set the last day")
        .lead("What it did and said stays on record.")
        .stop();
    Ok(form.page(here, &innovation, sheet, |_, sheet| view! { {sheet.date(TO)} {sheet.area(REASON, 2)} }))
}
