use super::{
    above,
    fields::{input, questions},
};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::response::{IntoResponse, Response};
use domain::{Act, StakeholderId};

pub async fn show(now: Now) -> Result<Page, Failure> {
    page(&now, Sheet::blank())
}

pub async fn submit(now: Now, mut sheet: Sheet) -> Result<Response, Failure> {
    now.seen().must(Act::LogEngagement, None)?;
    if let Some(input) = input(&mut sheet) {
        let id = StakeholderId(sheet.submission().0);
        if now.decide(&mut sheet, None, |seen, _, _| seen.add_stakeholder(id, input)).await?.is_some() {
            return Ok(done(&super::address(&now, id), Note::StakeholderAdded));
        }
    }
    Ok(page(&now, sheet)?.into_response())
}

fn page(here: &Here, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::LogEngagement, None)?;
    let form = ShortForm {
        above: above(here),
        heading: "Add a stakeholder".into(),
        about: Some("How it stands towards an innovation is said there, once for each.".into()),
        button: "Add stakeholder",
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, questions))
}
