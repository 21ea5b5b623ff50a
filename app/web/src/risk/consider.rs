//! The considered-risk card: what is gained, what is the worst, when to stop.
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
use domain::{Considered, Record};
use leptos::prelude::*;

const UPSIDE: Field = Field::new("upside", "What do we gain?").hint("Assume this could be disclosed");
const WORST: Field = Field::new("worst_case", "What is the worst that could happen?");
const STOP: Field = Field::new("stop_at", "At which point do we stop?").hint("Something that can be seen or counted");

pub async fn show(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    let watched = Watched::changed(&now, at)?;
    page(&now, at, filled(&watched.risk.considered).about(watched.version()))
}

pub async fn submit(now: Now, Path(at): Path<At>, mut sheet: Sheet) -> Result<Response, Failure> {
    let watched = Watched::changed(&now, at)?;
    if let Some(card) = read!(sheet, Considered { upside: any UPSIDE, worst_case: any WORST, stop_at: any STOP }) {
        let (version, (about, id)) = (sheet.seen(), watched.key());
        let decided = now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.consider_risk(about, id, card, version));
        if decided.await?.is_some() {
            return Ok(done(&watched.address(&now), Note::RiskConsidered));
        }
    }
    Ok(page(&now, at, sheet)?.into_response())
}

fn filled(card: &Considered) -> Sheet {
    Sheet::default()
        .with_any(UPSIDE, card.upside.as_ref())
        .with_any(WORST, card.worst_case.as_ref())
        .with_any(STOP, card.stop_at.as_ref())
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Risk(risk) => filled(&risk.considered),
        _ => Sheet::default(),
    }
}

fn page(here: &Here, at: At, sheet: Sheet) -> Result<Page, Failure> {
    let form = ShortForm {
        heading: "Consider a risk".into(),
        about: Some("A bold step is a good one when these three are said beforehand. Each may be left out.".into()),
        button: "Save card",
        ..ShortForm::default()
    };
    let watched = Watched::changed(here, at)?;
    Ok(watched.form(here, form, sheet, |_, sheet| {
        view! { {sheet.area(UPSIDE, 3)} {sheet.area(WORST, 3)} {sheet.area(STOP, 3)} }
    }))
}
