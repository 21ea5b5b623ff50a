use super::{
    fields::{description, filled, input, theirs, treatment},
    watched::{At, Watched},
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
use leptos::prelude::*;

pub async fn show(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    let watched = Watched::changed(&now, at)?;
    page(&now, at, filled(&watched.risk).about(watched.version()))
}

pub async fn submit(now: Now, Path(at): Path<At>, mut sheet: Sheet) -> Result<Response, Failure> {
    let watched = Watched::changed(&now, at)?;
    if let Some(input) = input(&mut sheet) {
        let (version, (about, id)) = (sheet.seen(), watched.key());
        let decided =
            now.decide(&mut sheet, Some(theirs), |seen, today, _| seen.edit_risk(about, id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&watched.address(&now), Note::RiskSaved));
        }
    }
    Ok(page(&now, at, sheet)?.into_response())
}

fn page(here: &Here, at: At, sheet: Sheet) -> Result<Page, Failure> {
    let watched = Watched::changed(here, at)?;
    let kind = watched.risk.kind;
    let form = ShortForm {
        heading: "Edit a risk".into(),
        about: Some("The scores are changed by reviewing the risk, so that the trail stays whole.".into()),
        button: "Save risk",
        ..ShortForm::default()
    };
    Ok(watched.form(here, form, sheet, move |here, sheet| {
        view! { {description(here, sheet)} {treatment(sheet, Some(kind))} }
    }))
}
