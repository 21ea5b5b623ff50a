//! An issue is solved: when, and how.
use super::{At, Found, list};
use crate::{
    failure::Failure,
    form::{Field, Sheet, read},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::ResolutionInput;
use leptos::prelude::*;

const RESOLUTION: Field = Field::new("resolution", "How was it resolved?").hint("Assume this could be disclosed");
const RESOLVED: Field = Field::new("resolved_on", "Resolved on");

pub async fn show(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    let version = Found::changed(&now, at)?.issue.entry.version;
    page(&now, at, Sheet::default().with(RESOLVED, now.today).about(version))
}

pub async fn submit(now: Now, Path(at): Path<At>, mut sheet: Sheet) -> Result<Response, Failure> {
    let found = Found::changed(&now, at)?;
    if let Some(input) = read!(sheet, ResolutionInput { resolution: RESOLUTION, resolved_on: day RESOLVED }) {
        let (version, (about, id)) = (sheet.seen(), found.key());
        let decided =
            now.decide(&mut sheet, None, |seen, today, _| seen.resolve_issue(about, id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&list(&now, &found.about), Note::IssueResolved));
        }
    }
    Ok(page(&now, at, sheet)?.into_response())
}

fn page(here: &Here, at: At, sheet: Sheet) -> Result<Page, Failure> {
    let found = Found::changed(here, at)?;
    let form = ShortForm {
        kicker: Some(found.issue.title.to_string()),
        heading: "Resolve an issue".into(),
        button: "Resolve issue",
        ..ShortForm::default()
    };
    Ok(found.about.form(here, form, sheet, |_, sheet| view! { {sheet.area(RESOLUTION, 3)} {sheet.date(RESOLVED)} }))
}
