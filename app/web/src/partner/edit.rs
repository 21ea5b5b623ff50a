use super::{
    OfPartner,
    fields::{filled, input, questions, theirs},
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
use domain::{Act, PartnerId};

pub async fn show(now: Now, Path((_, number, id)): OfPartner) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let partner = now.seen().partner(innovation, id)?;
    page(&now, number, id, filled(partner).about(partner.entry.version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfPartner, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, today, _| {
            seen.edit_partner(innovation, id, input, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/partners")), Note::PartnerSaved));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: PartnerId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditPartners, Some(&innovation))?;
    let name = here.seen().partner(innovation.id, id)?.name.to_string();
    let form = InnovationForm::new("Edit a partner", name, "Save partner");
    let about = innovation.clone();
    Ok(form.page(here, &innovation, sheet, move |here, sheet| questions(here, &about, sheet)))
}
