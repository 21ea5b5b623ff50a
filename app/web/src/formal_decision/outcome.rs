//! An open question is decided, or put off.
use super::{
    OfDecision,
    fields::{DECIDED_ON, OUTCOME, TAKEN_AT, TAKEN_BY, outcome_questions, own_place, taken},
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
use domain::{Act, FormalDecisionId, Rule};

pub async fn show(now: Now, Path((_, id)): OfDecision) -> Result<Page, Failure> {
    let decision = now.seen().decision(id)?;
    let innovation = decision.innovation.and_then(|id| now.seen().innovation(id).ok());
    let own = own_place(&now, innovation.map(|one| &**one));
    let meeting = decision.planned_for.filter(|id| now.seen().meeting(*id).is_ok_and(|one| !one.is_planned(now.today)));
    let sheet = Sheet::default().with_any(TAKEN_AT, meeting).with_any(TAKEN_BY, own.filter(|_| meeting.is_none()));
    let sheet = sheet.with_any(DECIDED_ON, meeting.is_none().then_some(now.today));
    page(&now, id, sheet.about(decision.entry.version))
}

pub async fn submit(now: Now, Path((_, id)): OfDecision, mut sheet: Sheet) -> Result<Response, Failure> {
    if let Some(None) = sheet.read_any::<domain::DecisionOutcome>(OUTCOME) {
        sheet.wrong::<()>(OUTCOME, Rule::Missing);
    } else if let Some(Some(outcome)) = taken(&mut sheet) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, today, _| seen.record_outcome(id, &outcome, version, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("decisions/{id}")), Note::DecisionTaken));
        }
    }
    Ok(page(&now, id, sheet)?.into_response())
}

fn page(here: &Here, id: FormalDecisionId, sheet: Sheet) -> Result<Page, Failure> {
    let decision = here.seen().decision(id)?.clone();
    let innovation = decision.innovation.and_then(|id| here.seen().innovation(id).ok());
    here.seen().must(Act::RecordDecision, innovation.map(|one| &**one))?;
    let council = words::council(here, &decision).map(|name| format!(" for {name}")).unwrap_or_default();
    let form = ShortForm {
        above: vec![
            ("Decisions".into(), here.link("decisions")),
            (decision.what.to_string(), here.link(&format!("decisions/{id}"))),
        ],
        kicker: words::about(here, &decision).map(|(named, _)| named),
        heading: format!("Record the outcome{council}"),
        about: Some(decision.what.to_string()),
        button: "Record outcome",
        ..ShortForm::default()
    };
    let (inside, about) = (here.clone(), innovation.cloned());
    Ok(form.page(here, sheet, move |sheet| outcome_questions(&inside, sheet, about.as_deref(), false, false)))
}
