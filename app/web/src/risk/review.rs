//! Looking at a risk again.
use super::{
    fields::{IMPACT, LIKELIHOOD, REVIEW_DUE, score, scores},
    watched::{At, Watched},
};
use crate::{
    failure::Failure,
    form::{Field, Sheet},
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
use chrono::Days;
use domain::{Record, ReviewInput, Risk};
use leptos::prelude::*;

const NOTE: Field = Field::new("note", "What has changed?").hint("Needed when the score comes down");

pub async fn show(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    let risk = Watched::changed(&now, at)?.risk;
    let sheet = filled(&risk).about(risk.entry.version);
    // As long again as it was given last time.
    let given = risk.reviewed_on().map_or(0, |on| domain::days(on, risk.review_due_on)).max(1);
    let due_on = now.today.checked_add_days(Days::new(given.unsigned_abs()));
    page(&now, at, sheet.with_any(REVIEW_DUE, due_on))
}

pub async fn submit(now: Now, Path(at): Path<At>, mut sheet: Sheet) -> Result<Response, Failure> {
    let watched = Watched::changed(&now, at)?;
    if let Some(input) = input(&mut sheet) {
        let (version, (about, id)) = (sheet.seen(), watched.key());
        let decided =
            now.decide(&mut sheet, Some(theirs), |seen, today, _| seen.review_risk(about, id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&watched.address(&now), Note::RiskReviewed));
        }
    }
    Ok(page(&now, at, sheet)?.into_response())
}

fn filled(risk: &Risk) -> Sheet {
    let score = risk.score();
    Sheet::default().with(LIKELIHOOD, score.likelihood).with(IMPACT, score.impact)
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Risk(risk) => filled(risk),
        _ => Sheet::default(),
    }
}

fn input(sheet: &mut Sheet) -> Option<ReviewInput> {
    let score = score(sheet, LIKELIHOOD, IMPACT);
    let (note, review_due_on) = (sheet.read_any(NOTE), sheet.read_day(REVIEW_DUE));
    Some(ReviewInput { score: score?, note: note?, review_due_on: review_due_on? })
}

fn page(here: &Here, at: At, sheet: Sheet) -> Result<Page, Failure> {
    let watched = Watched::changed(here, at)?;
    let risk = &watched.risk;
    let last = risk.reviewed_on().map_or_else(String::new, |on| format!(", on {}", date(on)));
    let lead = format!(
        "Score {} at the last look{last}. Before controls it was {}.",
        risk.score().value(),
        risk.inherent.value()
    );
    let form =
        ShortForm { heading: "Review a risk".into(), about: Some(lead), button: "Review risk", ..ShortForm::default() };
    Ok(watched.form(here, form, sheet, |_, sheet| {
        view! { {scores(sheet, LIKELIHOOD, IMPACT)} {sheet.area(NOTE, 3)} {sheet.date(REVIEW_DUE)} }
    }))
}
