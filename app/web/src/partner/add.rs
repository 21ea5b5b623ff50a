use super::{
    OfInnovation,
    fields::{FROM, input, questions},
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

pub async fn show(now: Now, Path((_, number)): OfInnovation) -> Result<Page, Failure> {
    page(&now, number, Sheet::blank().with(FROM, now.today))
}

pub async fn submit(now: Now, Path((_, number)): OfInnovation, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = input(&mut sheet) {
        let decided =
            now.decide(&mut sheet, None, |seen, today, id| seen.add_partner(PartnerId(id.0), innovation, input, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/partners")), Note::PartnerAdded));
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditPartners, Some(&innovation))?;
    let form = InnovationForm::new("Name a partner", &innovation.title, "Add partner");
    let about = innovation.clone();
    Ok(form.page(here, &innovation, sheet, move |here, sheet| questions(here, &about, sheet)))
}
