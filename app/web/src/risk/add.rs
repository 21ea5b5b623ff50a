use super::{
    OfInnovation, address,
    fields::{IMPACT, LIKELIHOOD, REVIEW_DUE, description, input, score, scores, treatment},
};
use crate::{
    failure::Failure,
    form::{Choice, Field, Sheet},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use chrono::Days;
use domain::{Act, RiskId, RiskKind, ScoringInput};
use leptos::prelude::*;

const KIND: Field = Field::new("kind", "Kind");
const INHERENT_LIKELIHOOD: Field = Field::new("inherent_likelihood", "Likelihood before anything holds it in check");
const INHERENT_IMPACT: Field = Field::new("inherent_impact", "Impact before anything holds it in check");
const NOTE: Field =
    Field::new("note", "Why is the score now above the one before controls?").hint("Leave blank if it is not");

/// A first look again after four weeks, unless somebody says otherwise.
const FIRST_REVIEW_DAYS: u64 = 28;

pub async fn show(now: Now, Path((_, number)): OfInnovation) -> Result<Page, Failure> {
    let due_on = now.today.checked_add_days(Days::new(FIRST_REVIEW_DAYS));
    page(&now, number, Sheet::blank().with(KIND, RiskKind::Threat.key()).with_any(REVIEW_DUE, due_on))
}

pub async fn submit(now: Now, Path((_, number)): OfInnovation, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let (kind, input, scoring) = (sheet.read(KIND), input(&mut sheet), scoring(&mut sheet));
    if let (Some(kind), Some(input), Some(scoring)) = (kind, input, scoring) {
        let id = RiskId(sheet.submission().0);
        let decided =
            now.decide(&mut sheet, None, |seen, today, _| seen.add_risk(id, innovation, kind, input, scoring, today));
        if decided.await?.is_some() {
            return Ok(done(&address(&now, number, id), Note::RiskAdded));
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

fn scoring(sheet: &mut Sheet) -> Option<ScoringInput> {
    let inherent = score(sheet, INHERENT_LIKELIHOOD, INHERENT_IMPACT);
    let now = score(sheet, LIKELIHOOD, IMPACT);
    let (note, review_due_on) = (sheet.read_any(NOTE), sheet.read_day(REVIEW_DUE));
    Some(ScoringInput { inherent: inherent?, score: now?, note: note?, review_due_on: review_due_on? })
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let form = InnovationForm::new("Add a risk", &innovation.title, "Add risk");
    Ok(form.page(here, &innovation, sheet, |here, sheet| {
        let mut kinds = [RiskKind::Threat, RiskKind::Opportunity].map(|kind| Choice::new(kind.key(), kind.label()));
        kinds[0].about = "It would do harm";
        kinds[1].about = "It would do good";
        view! {
            {sheet.radios(KIND, kinds.into())}
            {description(here, sheet)}
            {scores(sheet, INHERENT_LIKELIHOOD, INHERENT_IMPACT)}
            {scores(sheet, LIKELIHOOD, IMPACT)}
            {sheet.area(NOTE, 2)}
            {treatment(sheet, None)}
            {sheet.date(REVIEW_DUE)}
        }
    }))
}
