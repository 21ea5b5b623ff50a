use super::{
    OfRisk, address,
    fields::{description, filled, input, theirs, treatment},
    words::capital,
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
use domain::{Act, RiskId};
use leptos::prelude::*;

pub async fn show(now: Now, Path((_, number, id)): OfRisk) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let risk = now.seen().risk(innovation, id)?;
    page(&now, number, id, filled(risk).about(risk.entry.version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfRisk, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided = now
            .decide(&mut sheet, Some(theirs), |seen, today, _| seen.edit_risk(innovation, id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&address(&now, number, id), Note::RiskSaved));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: RiskId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let risk = here.seen().risk(innovation.id, id)?;
    let kind = risk.kind;
    let form = InnovationForm::new("Edit a risk", capital(&risk.event), "Save risk")
        .lead("The scores are changed by reviewing the risk, so that the trail stays whole.");
    Ok(form.page(here, &innovation, sheet, move |here, sheet| {
        view! { {description(here, sheet)} {treatment(sheet, Some(kind))} }
    }))
}
