//! What holds a risk in check: adding it, judging it, taking it away.
use super::watched::{At, Watched};
use crate::{
    failure::Failure,
    form::{Choice, Field, Sheet, read},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Control, ControlInput, YesNo};
use leptos::prelude::*;

const TEXT: Field = Field::new("text", "What holds it in check").hint("Assume this could be disclosed");
const EFFECTIVE: Field = Field::new("effective", "Does it work?").hint("May be left out until somebody has looked");
const TESTED: Field = Field::new("last_tested_on", "Last tested on").hint("May be left out");

pub async fn show_new(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    let version = Watched::changed(&now, at)?.version();
    new_page(&now, at, Sheet::default().about(version))
}

pub async fn submit_new(now: Now, Path(at): Path<At>, mut sheet: Sheet) -> Result<Response, Failure> {
    let watched = Watched::changed(&now, at)?;
    if let Some(input) = input(&mut sheet) {
        let (version, (about, id)) = (sheet.seen(), watched.key());
        let decided = now.decide(&mut sheet, None, |seen, today, _| seen.add_control(about, id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&watched.address(&now), Note::ControlAdded));
        }
    }
    Ok(new_page(&now, at, sheet)?.into_response())
}

pub async fn show(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    let (watched, found) = found(&now, at)?;
    let sheet = Sheet::default()
        .with(TEXT, &found.text)
        .with_any(EFFECTIVE, found.effective.map(YesNo::key))
        .with_any(TESTED, found.last_tested_on);
    page(&now, at, sheet.about(watched.version()))
}

pub async fn submit(now: Now, Path(at): Path<At>, mut sheet: Sheet) -> Result<Response, Failure> {
    let (watched, control) = found(&now, at)?;
    if let Some(input) = input(&mut sheet) {
        let (version, (about, id)) = (sheet.seen(), watched.key());
        let decided = now.decide(&mut sheet, None, |seen, today, _| {
            seen.edit_control(about, id, control.number, input, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&watched.address(&now), Note::ControlSaved));
        }
    }
    Ok(page(&now, at, sheet)?.into_response())
}

pub async fn show_remove(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    let version = found(&now, at)?.0.version();
    remove_page(&now, at, Sheet::default().about(version))
}

pub async fn submit_remove(now: Now, Path(at): Path<At>, mut sheet: Sheet) -> Result<Response, Failure> {
    let (watched, control) = found(&now, at)?;
    let (version, (about, id)) = (sheet.seen(), watched.key());
    let decided = now.decide(&mut sheet, None, |seen, _, _| seen.remove_control(about, id, control.number, version));
    if decided.await?.is_some() {
        return Ok(done(&watched.address(&now), Note::ControlRemoved));
    }
    Ok(remove_page(&now, at, sheet)?.into_response())
}

fn input(sheet: &mut Sheet) -> Option<ControlInput> {
    read!(sheet, ControlInput { text: TEXT, effective: any EFFECTIVE, last_tested_on: any day TESTED })
}

fn new_page(here: &Here, at: At, sheet: Sheet) -> Result<Page, Failure> {
    let form = ShortForm { heading: "Add a control".into(), button: "Add control", ..ShortForm::default() };
    Ok(framed(here, &Watched::changed(here, at)?, form, sheet))
}

fn page(here: &Here, at: At, sheet: Sheet) -> Result<Page, Failure> {
    let form = ShortForm { heading: "Edit a control".into(), button: "Save control", ..ShortForm::default() };
    Ok(framed(here, &found(here, at)?.0, form, sheet))
}

fn framed(here: &Here, watched: &Watched, form: ShortForm, sheet: Sheet) -> Page {
    watched.form(here, form, sheet, |_, sheet| {
        let answers = YesNo::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
        view! { {sheet.area(TEXT, 3)} {sheet.select(EFFECTIVE, answers)} {sheet.date(TESTED)} }
    })
}

fn remove_page(here: &Here, at: At, sheet: Sheet) -> Result<Page, Failure> {
    let (watched, control) = found(here, at)?;
    let form = ShortForm {
        kicker: Some(control.text.to_string()),
        heading: "Take a control away".into(),
        about: Some("It does not hold the risk in check any more. The score stays until the next review.".into()),
        button: "Take control away",
        stops: true,
        ..ShortForm::default()
    };
    Ok(watched.form(here, form, sheet, |_, _| ()))
}

fn found(here: &Here, at: At) -> Result<(Watched, Control), Failure> {
    let watched = Watched::changed(here, at)?;
    let control = watched.risk.controls.iter().find(|one| Some(one.number) == at.control).cloned();
    Ok((watched, control.ok_or(Failure::NotFound)?))
}
