use super::{
    At,
    fields::{RAISED, input, questions},
    list,
};
use crate::{
    about::About,
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
use domain::{Act, IssueId};

pub async fn show(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    page(&now, at, Sheet::blank().with(RAISED, now.today))
}

pub async fn submit(now: Now, Path(at): Path<At>, mut sheet: Sheet) -> Result<Response, Failure> {
    let about = About::changed(&now, at.number, Act::EditInnovation)?;
    if let Some(input) = input(&mut sheet) {
        let (id, of) = (IssueId(sheet.submission().0), about.id());
        let decided = now.decide(&mut sheet, None, |seen, today, _| seen.raise_issue(id, of, input, today));
        if decided.await?.is_some() {
            return Ok(done(&list(&now, &about), Note::IssueRaised));
        }
    }
    Ok(page(&now, at, sheet)?.into_response())
}

fn page(here: &Here, at: At, sheet: Sheet) -> Result<Page, Failure> {
    let about = About::changed(here, at.number, Act::EditInnovation)?;
    let form = ShortForm {
        kicker: Some(about.title(here)),
        heading: "Raise an issue".into(),
        about: Some("A problem that is there now. What only may happen is a risk.".into()),
        button: "Raise issue",
        ..ShortForm::default()
    };
    let of = about.id();
    Ok(about.form(here, form, sheet, move |here, sheet| questions(here, sheet, of)))
}
