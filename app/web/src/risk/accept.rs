//! Taking a threat over appetite on purpose, for a time.
use super::watched::{At, Watched};
use crate::{
    failure::Failure,
    form::{Field, Sheet, read},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    ui::words::date,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{AcceptanceInput, Act, Impossible};
use leptos::prelude::*;

const REASON: Field = Field::new("reason", "Why is it worth taking?").hint("Assume this could be disclosed");
const BODY: Field =
    Field::new("body", "Body that was asked").hint("Such as the programme board. May be left out: your name stands");
const UNTIL: Field = Field::new("until", "Accepted until").hint("After this day it counts as over appetite again");

pub async fn show(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    let version = Watched::read(&now, at)?.version();
    page(&now, at, Sheet::default().about(version))
}

pub async fn submit(now: Now, Path(at): Path<At>, mut sheet: Sheet) -> Result<Response, Failure> {
    let watched = Watched::read(&now, at)?;
    let input = read!(sheet, AcceptanceInput { reason: REASON, body: any BODY, until: day UNTIL });
    if let Some(input) = input {
        let (version, (about, id)) = (sheet.seen(), watched.key());
        let decided = now.decide(&mut sheet, None, |seen, today, _| seen.accept_risk(about, id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&watched.address(&now), Note::RiskAccepted));
        }
    }
    Ok(page(&now, at, sheet)?.into_response())
}

fn page(here: &Here, at: At, sheet: Sheet) -> Result<Page, Failure> {
    let watched = Watched::read(here, at)?;
    let risk = &watched.risk;
    let wanted = here.seen().acceptance_of(risk);
    here.seen().must(wanted.unwrap_or(Act::AcceptRisk), watched.about.innovation.as_deref())?;
    if wanted.is_none() {
        return Err(Failure::Impossible(Impossible::NothingToAccept));
    }
    let band = here.seen().appetite_of(risk.category);
    let about = format!(
        "Score {}; the appetite for {} is {}, the tolerance {}. An acceptance carries your name and ends by {} at the latest.",
        risk.score().value(),
        risk.category.label().to_lowercase(),
        band.appetite(),
        band.tolerance(),
        date(AcceptanceInput::last_day(here.today)),
    );
    let form = ShortForm {
        heading: "Accept a risk".into(),
        about: Some(about),
        button: "Accept risk",
        ..ShortForm::default()
    };
    Ok(watched.form(
        here,
        form,
        sheet,
        |_, sheet| view! { {sheet.area(REASON, 3)} {sheet.text(BODY)} {sheet.date(UNTIL)} },
    ))
}
