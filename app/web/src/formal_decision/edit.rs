//! An open question is put in other words, gets another meeting, or notice is published.
use super::{
    OfDecision,
    fields::{filled, input, questions, theirs},
    words,
};
use crate::{
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
use domain::{Act, FormalDecisionId, Refusal};

pub async fn show(now: Now, Path((_, id)): OfDecision) -> Result<Page, Failure> {
    let decision = now.seen().decision(id)?;
    page(&now, id, filled(decision).about(decision.entry.version))
}

pub async fn submit(now: Now, Path((_, id)): OfDecision, mut sheet: Sheet) -> Result<Response, Failure> {
    let about = now.seen().decision(id)?.clone();
    if let Some(mut input) = input(&now, &mut sheet, None) {
        input.innovation = about.innovation;
        input.priority_area = about.priority_area;
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, Some(theirs), |seen, today, _| seen.edit_decision(id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("decisions/{id}")), Note::DecisionSaved));
        }
    }
    Ok(page(&now, id, sheet)?.into_response())
}

fn page(here: &Here, id: FormalDecisionId, sheet: Sheet) -> Result<Page, Failure> {
    let decision = here.seen().decision(id)?.clone();
    if !here.seen().records_any_decision() {
        return Err(Refusal::NotAllowed(Act::RecordDecision).into());
    }
    let form = ShortForm {
        above: vec![
            ("Decisions".into(), here.link("decisions")),
            (decision.what.to_string(), here.link(&format!("decisions/{id}"))),
        ],
        kicker: words::about(here, &decision).map(|(named, _)| named),
        heading: "Edit an open decision".into(),
        button: "Save",
        ..ShortForm::default()
    };
    let (inside, asks) = (here.clone(), decision.ask.is_some());
    Ok(form.page(here, sheet, move |sheet| questions(&inside, sheet, None, asks)))
}
