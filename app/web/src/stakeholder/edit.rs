use super::{
    Of, above,
    fields::{filled, input, questions, theirs},
};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, Stakeholder, StakeholderId};
use std::sync::Arc;

pub async fn show(now: Now, Path((_, id)): Of) -> Result<Page, Failure> {
    let one = found(&now, id)?;
    page(&now, id, filled(&one).about(one.entry.version))
}

pub async fn submit(now: Now, Path((_, id)): Of, mut sheet: Sheet) -> Result<Response, Failure> {
    found(&now, id)?;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.edit_stakeholder(id, input, version));
        if decided.await?.is_some() {
            return Ok(done(&super::address(&now, id), Note::StakeholderSaved));
        }
    }
    Ok(page(&now, id, sheet)?.into_response())
}

fn found(here: &Here, id: StakeholderId) -> Result<Arc<Stakeholder>, Failure> {
    let one = here.seen().stakeholder(id)?.clone();
    here.seen().must(Act::LogEngagement, None)?;
    Ok(one)
}

fn page(here: &Here, id: StakeholderId, sheet: Sheet) -> Result<Page, Failure> {
    let one = found(here, id)?;
    let form = ShortForm {
        above: above(here),
        kicker: Some(one.name.to_string()),
        heading: "Edit a stakeholder".into(),
        button: "Save stakeholder",
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, questions))
}
