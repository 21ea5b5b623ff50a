use super::{
    OfSite,
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
use domain::{Act, SiteId};

pub async fn show(now: Now, Path((_, number, id)): OfSite) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let site = now.seen().site(innovation, id)?;
    page(&now, number, id, filled(site).about(site.entry.version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfSite, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    now.seen().site(innovation, id)?;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.edit_site(innovation, id, input, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/sites/{id}")), Note::SiteSaved));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: SiteId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let name = here.seen().site(innovation.id, id)?.name.to_string();
    let form = InnovationForm::new("Edit a site", name, "Save site");
    Ok(form.page(here, &innovation, sheet, questions))
}
