//! Looking at a risk again.
use super::{
    OfRisk, address,
    fields::{IMPACT, LIKELIHOOD, REVIEW_DUE, score, scores},
    words::capital,
};
use crate::{
    failure::Failure,
    form::{Field, Sheet},
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
use chrono::Days;
use domain::{Act, Record, ReviewInput, Risk, RiskId};
use leptos::prelude::*;

const NOTE: Field = Field::new("note", "What has changed?").hint("Needed when the score comes down");

pub async fn show(now: Now, Path((_, number, id)): OfRisk) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let risk = now.seen().risk(innovation, id)?;
    let sheet = filled(risk).about(risk.entry.version);
    // As long again as it was given last time.
    let given = risk.reviewed_on().map_or(0, |on| domain::days(on, risk.review_due_on)).max(1);
    let due_on = now.today.checked_add_days(Days::new(given.unsigned_abs()));
    page(&now, number, id, sheet.with_any(REVIEW_DUE, due_on))
}

pub async fn submit(now: Now, Path((_, number, id)): OfRisk, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided = now
            .decide(&mut sheet, Some(theirs), |seen, today, _| seen.review_risk(innovation, id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&address(&now, number, id), Note::RiskReviewed));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
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

fn page(here: &Here, number: u32, id: RiskId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let risk = here.seen().risk(innovation.id, id)?;
    let last = risk.reviewed_on().map_or_else(String::new, |on| format!(", on {}", date(on)));
    let lead = format!(
        "Score {} at the last look{last}. Before controls it was {}.",
        risk.score().value(),
        risk.inherent.value()
    );
    let form = InnovationForm::new("Review a risk", capital(&risk.event), "Review risk").lead(lead);
    Ok(form.page(here, &innovation, sheet, |_, sheet| {
        view! { {scores(sheet, LIKELIHOOD, IMPACT)} {sheet.area(NOTE, 3)} {sheet.date(REVIEW_DUE)} }
    }))
}
