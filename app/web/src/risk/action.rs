//! What is to be done about a risk: adding, changing and finishing it.
use super::watched::{At, Watched};
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
use domain::{RiskAction, RiskActionInput};
use leptos::prelude::*;

const TEXT: Field = Field::new("text", "What is to be done");
const OWNER: Field = Field::new("owner", "Who does it");
const DUE: Field = Field::new("due_on", "By");
const DONE: Field = Field::new("done_on", "Done on");

pub async fn show_new(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    let version = Watched::changed(&now, at)?.version();
    new_page(&now, at, Sheet::default().about(version))
}

pub async fn submit_new(now: Now, Path(at): Path<At>, mut sheet: Sheet) -> Result<Response, Failure> {
    let watched = Watched::changed(&now, at)?;
    if let Some(input) = input(&mut sheet) {
        let (version, (about, id)) = (sheet.seen(), watched.key());
        let decided =
            now.decide(&mut sheet, None, |seen, today, _| seen.add_risk_action(about, id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&watched.address(&now), Note::ActionAdded));
        }
    }
    Ok(new_page(&now, at, sheet)?.into_response())
}

pub async fn show(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    let (watched, found) = found(&now, at)?;
    let sheet = Sheet::default().with(TEXT, &found.text).with(OWNER, found.owner).with(DUE, found.due_on);
    page(&now, at, sheet.about(watched.version()))
}

pub async fn submit(now: Now, Path(at): Path<At>, mut sheet: Sheet) -> Result<Response, Failure> {
    let (watched, action) = found(&now, at)?;
    if let Some(input) = input(&mut sheet) {
        let (version, (about, id)) = (sheet.seen(), watched.key());
        let decided = now.decide(&mut sheet, None, |seen, today, _| {
            seen.edit_risk_action(about, id, action.number, input, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&watched.address(&now), Note::ActionSaved));
        }
    }
    Ok(page(&now, at, sheet)?.into_response())
}

pub async fn show_finish(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    let version = found(&now, at)?.0.version();
    finish_page(&now, at, Sheet::default().with(DONE, now.today).about(version))
}

pub async fn submit_finish(now: Now, Path(at): Path<At>, mut sheet: Sheet) -> Result<Response, Failure> {
    let (watched, action) = found(&now, at)?;
    if let Some(done_on) = sheet.read_day(DONE) {
        let (version, (about, id)) = (sheet.seen(), watched.key());
        let decided = now.decide(&mut sheet, None, |seen, today, _| {
            seen.finish_risk_action(about, id, action.number, done_on, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&watched.address(&now), Note::ActionFinished));
        }
    }
    Ok(finish_page(&now, at, sheet)?.into_response())
}

fn input(sheet: &mut Sheet) -> Option<RiskActionInput> {
    read!(sheet, RiskActionInput { text: TEXT, owner: OWNER, due_on: day DUE })
}

fn new_page(here: &Here, at: At, sheet: Sheet) -> Result<Page, Failure> {
    let form = ShortForm { heading: "Add an action".into(), button: "Add action", ..ShortForm::default() };
    Ok(framed(here, &Watched::changed(here, at)?, form, sheet))
}

fn page(here: &Here, at: At, sheet: Sheet) -> Result<Page, Failure> {
    let form = ShortForm { heading: "Edit an action".into(), button: "Save action", ..ShortForm::default() };
    Ok(framed(here, &found(here, at)?.0, form, sheet))
}

fn framed(here: &Here, watched: &Watched, form: ShortForm, sheet: Sheet) -> Page {
    watched.form(here, form, sheet, |here, sheet| {
        view! { {sheet.text(TEXT)} {sheet.select(OWNER, here.people())} {sheet.date(DUE)} }
    })
}

fn finish_page(here: &Here, at: At, sheet: Sheet) -> Result<Page, Failure> {
    let (watched, action) = found(here, at)?;
    let form = ShortForm {
        kicker: Some(action.text.to_string()),
        heading: "Finish an action".into(),
        button: "Finish action",
        ..ShortForm::default()
    };
    Ok(watched.form(here, form, sheet, |_, sheet| sheet.date(DONE)))
}

fn found(here: &Here, at: At) -> Result<(Watched, RiskAction), Failure> {
    let watched = Watched::changed(here, at)?;
    let action = watched.risk.actions.iter().find(|one| Some(one.number) == at.action).cloned();
    Ok((watched, action.ok_or(Failure::NotFound)?))
}
