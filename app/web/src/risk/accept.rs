//! Taking a threat over appetite on purpose, for a time.
use super::{OfRisk, address, words::capital};
use crate::{
    failure::Failure,
    form::{Field, Sheet, read},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    ui::words::date,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{AcceptanceInput, Act, Impossible, RiskId};
use leptos::prelude::*;

const REASON: Field = Field::new("reason", "Why is it worth taking?").hint("Assume this could be disclosed");
const UNTIL: Field = Field::new("until", "Accepted until").hint("After this day it counts as over appetite again");

pub async fn show(now: Now, Path((_, number, id)): OfRisk) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let version = now.seen().risk(innovation, id)?.entry.version;
    page(&now, number, id, Sheet::default().about(version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfRisk, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let input = read!(sheet, AcceptanceInput { reason: REASON, until: day UNTIL });
    if let Some(input) = input {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, None, |seen, today, _| seen.accept_risk(innovation, id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&address(&now, number, id), Note::RiskAccepted));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: RiskId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    let risk = here.seen().risk(innovation.id, id)?;
    let wanted = here.seen().acceptance_of(risk);
    here.seen().must(wanted.unwrap_or(Act::AcceptRisk), Some(&innovation))?;
    if wanted.is_none() {
        return Err(Failure::Impossible(Impossible::NothingToAccept));
    }
    let band = here.seen().appetite_of(risk.category);
    let lead = format!(
        "Score {}; the appetite for {} is {}, the tolerance {}. An acceptance carries your name and ends by {} at the latest.",
        risk.score().value(),
        risk.category.label().to_lowercase(),
        band.appetite(),
        band.tolerance(),
        date(AcceptanceInput::last_day(here.today)),
    );
    let form = InnovationForm::new("Accept a risk", capital(&risk.event), "Accept risk").lead(lead);
    Ok(form.page(here, &innovation, sheet, |_, sheet| view! { {sheet.area(REASON, 3)} {sheet.date(UNTIL)} }))
}
