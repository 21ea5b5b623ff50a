//! What is to be done about a risk: adding, changing and finishing it.
use super::{OfAction, OfRisk, address, words::capital};
use crate::{
    failure::Failure,
    form::{Field, Sheet, read},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, Risk, RiskAction, RiskActionInput, RiskId, Version};
use leptos::prelude::*;
use std::sync::Arc;

const TEXT: Field = Field::new("text", "What is to be done");
const OWNER: Field = Field::new("owner", "Who does it");
const DUE: Field = Field::new("due_on", "By");
const DONE: Field = Field::new("done_on", "Done on");

pub async fn show_new(now: Now, Path((_, number, id)): OfRisk) -> Result<Page, Failure> {
    let sheet = Sheet::default().about(version(&now, number, id)?);
    new_page(&now, number, id, sheet)
}

pub async fn submit_new(now: Now, Path((_, number, id)): OfRisk, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, None, |seen, today, _| seen.add_risk_action(innovation, id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&address(&now, number, id), Note::ActionAdded));
        }
    }
    Ok(new_page(&now, number, id, sheet)?.into_response())
}

pub async fn show(now: Now, Path((_, number, id, action)): OfAction) -> Result<Page, Failure> {
    let found = found(&now, number, id, action)?;
    let sheet = Sheet::default().with(TEXT, &found.text).with(OWNER, found.owner).with(DUE, found.due_on);
    let sheet = sheet.about(version(&now, number, id)?);
    page(&now, number, id, action, sheet)
}

pub async fn submit(now: Now, Path((_, number, id, action)): OfAction, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, today, _| {
            seen.edit_risk_action(innovation, id, action, input, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&address(&now, number, id), Note::ActionSaved));
        }
    }
    Ok(page(&now, number, id, action, sheet)?.into_response())
}

pub async fn show_finish(now: Now, Path((_, number, id, action)): OfAction) -> Result<Page, Failure> {
    let sheet = Sheet::default().with(DONE, now.today).about(version(&now, number, id)?);
    finish_page(&now, number, id, action, sheet)
}

pub async fn submit_finish(
    now: Now,
    Path((_, number, id, action)): OfAction,
    mut sheet: Sheet,
) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(done_on) = sheet.read_day(DONE) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, today, _| {
            seen.finish_risk_action(innovation, id, action, done_on, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&address(&now, number, id), Note::ActionFinished));
        }
    }
    Ok(finish_page(&now, number, id, action, sheet)?.into_response())
}

fn input(sheet: &mut Sheet) -> Option<RiskActionInput> {
    read!(sheet, RiskActionInput { text: TEXT, owner: OWNER, due_on: day DUE })
}

fn new_page(here: &Here, number: u32, id: RiskId, sheet: Sheet) -> Result<Page, Failure> {
    let form = InnovationForm::new("Add an action", capital(&risk(here, number, id)?.event), "Add action");
    framed(here, number, form, sheet)
}

fn page(here: &Here, number: u32, id: RiskId, action: u32, sheet: Sheet) -> Result<Page, Failure> {
    found(here, number, id, action)?;
    let form = InnovationForm::new("Edit an action", capital(&risk(here, number, id)?.event), "Save action");
    framed(here, number, form, sheet)
}

fn framed(here: &Here, number: u32, form: InnovationForm, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    Ok(form.page(here, &innovation, sheet, |here, sheet| {
        view! { {sheet.text(TEXT)} {sheet.select(OWNER, here.people())} {sheet.date(DUE)} }
    }))
}

fn finish_page(here: &Here, number: u32, id: RiskId, action: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let text = found(here, number, id, action)?.text.to_string();
    let form = InnovationForm::new("Finish an action", text, "Finish action");
    Ok(form.page(here, &innovation, sheet, |_, sheet| sheet.date(DONE)))
}

fn risk(here: &Here, number: u32, id: RiskId) -> Result<Arc<Risk>, Failure> {
    let innovation = here.seen().numbered(number)?.id;
    Ok(here.seen().risk(innovation, id)?.clone())
}

fn version(here: &Here, number: u32, id: RiskId) -> Result<Version, Failure> {
    Ok(risk(here, number, id)?.entry.version)
}

fn found(here: &Here, number: u32, id: RiskId, action: u32) -> Result<RiskAction, Failure> {
    let risk = risk(here, number, id)?;
    risk.actions.iter().find(|one| one.number == action).cloned().ok_or(Failure::NotFound)
}
