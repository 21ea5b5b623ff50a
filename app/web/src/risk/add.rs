use super::{
    fields::{IMPACT, LIKELIHOOD, REVIEW_DUE, description, input, score, scores, treatment},
    watched::{At, address},
};
use crate::{
    about::About,
    failure::Failure,
    form::{Choice, Field, Sheet},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
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
const CONTROL: Field =
    Field::new("control", "What already holds it in check").hint("May be left out. More can be added");
const NOTE: Field =
    Field::new("note", "Why is the score now above the one before controls?").hint("Leave blank if it is not");

/// A first look again after four weeks, unless somebody says otherwise.
const FIRST_REVIEW_DAYS: u64 = 28;

pub async fn show(now: Now, Path(at): Path<At>) -> Result<Page, Failure> {
    let due_on = now.today.checked_add_days(Days::new(FIRST_REVIEW_DAYS));
    page(&now, at, Sheet::blank().with(KIND, RiskKind::Threat.key()).with_any(REVIEW_DUE, due_on))
}

pub async fn submit(now: Now, Path(at): Path<At>, mut sheet: Sheet) -> Result<Response, Failure> {
    let about = About::changed(&now, at.number, Act::EditInnovation)?;
    let (kind, input, scoring) = (sheet.read(KIND), input(&mut sheet), scoring(&mut sheet));
    if let (Some(kind), Some(input), Some(scoring)) = (kind, input, scoring) {
        let id = RiskId(sheet.submission().0);
        let of = about.id();
        let decided = now.decide(&mut sheet, None, |seen, today, _| seen.add_risk(id, of, kind, input, scoring, today));
        if decided.await?.is_some() {
            return Ok(done(&address(&now, &about, id), Note::RiskAdded));
        }
    }
    Ok(page(&now, at, sheet)?.into_response())
}

fn scoring(sheet: &mut Sheet) -> Option<ScoringInput> {
    let inherent = score(sheet, INHERENT_LIKELIHOOD, INHERENT_IMPACT);
    let now = score(sheet, LIKELIHOOD, IMPACT);
    let (control, note, review_due_on) = (sheet.read_any(CONTROL), sheet.read_any(NOTE), sheet.read_day(REVIEW_DUE));
    Some(ScoringInput {
        inherent: inherent?,
        score: now?,
        note: note?,
        review_due_on: review_due_on?,
        control: control?,
    })
}

fn page(here: &Here, at: At, sheet: Sheet) -> Result<Page, Failure> {
    let about = About::changed(here, at.number, Act::EditInnovation)?;
    let form = ShortForm {
        kicker: Some(about.title(here)),
        heading: "Add a risk".into(),
        button: "Add risk",
        ..ShortForm::default()
    };
    Ok(about.form(here, form, sheet, |here, sheet| {
        let mut kinds = [RiskKind::Threat, RiskKind::Opportunity].map(|kind| Choice::new(kind.key(), kind.label()));
        kinds[0].about = "It would do harm";
        kinds[1].about = "It would do good";
        view! {
            {sheet.radios(KIND, kinds.into())}
            {description(here, sheet)}
            {scores(sheet, INHERENT_LIKELIHOOD, INHERENT_IMPACT)}
            {sheet.area(CONTROL, 2)}
            {scores(sheet, LIKELIHOOD, IMPACT)}
            {sheet.area(NOTE, 2)}
            {treatment(sheet, None)}
            {sheet.date(REVIEW_DUE)}
        }
    }))
}
