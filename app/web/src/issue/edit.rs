use super::{
    At, Found,
    fields::{filled, input, questions, theirs},
    list,
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

pub async fn show(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    let found = Found::changed(&now, at)?;
    page(&now, at, filled(&found.issue).about(found.issue.entry.version))
}

pub async fn submit(now: Now, Path(at): Path<At>, mut sheet: Sheet) -> Result<Response, Failure> {
    let found = Found::changed(&now, at)?;
    if let Some(input) = input(&mut sheet) {
        let (version, (about, id)) = (sheet.seen(), found.key());
        let decided =
            now.decide(&mut sheet, Some(theirs), |seen, today, _| seen.edit_issue(about, id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&list(&now, &found.about), Note::IssueSaved));
        }
    }
    Ok(page(&now, at, sheet)?.into_response())
}

fn page(here: &Here, at: At, sheet: Sheet) -> Result<Page, Failure> {
    let found = Found::changed(here, at)?;
    let form = ShortForm {
        kicker: Some(found.issue.title.to_string()),
        heading: "Edit an issue".into(),
        button: "Save issue",
        ..ShortForm::default()
    };
    let of = found.about.id();
    Ok(found.about.form(here, form, sheet, move |here, sheet| questions(here, sheet, of)))
}
