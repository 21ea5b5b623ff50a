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
use domain::{Act, Outcome, OutcomeId, OutcomeInput, PriorityAreaId, Record, Refusal, Slug};

const STATEMENT: Field = Field::new("statement", "What will be different, for whom, by when?")
    .hint("One sentence of 40 characters or more. Assume this could be disclosed");

pub async fn show_new(now: Now, Path((_, area)): Path<(Slug, PriorityAreaId)>) -> Result<Page, Failure> {
    page(&now, area, None, Sheet::blank())
}

pub async fn add(
    now: Now,
    Path((_, area)): Path<(Slug, PriorityAreaId)>,
    mut sheet: Sheet,
) -> Result<Response, Failure> {
    if let Some(input) = read!(sheet, OutcomeInput { statement: STATEMENT }) {
        let decided = now.decide(&mut sheet, None, |seen, _, id| seen.add_outcome(OutcomeId(id.0), area, input));
        if decided.await?.is_some() {
            return Ok(done(&now.link("priorities"), Note::OutcomeAdded));
        }
    }
    Ok(page(&now, area, None, sheet)?.into_response())
}

type Address = Path<(Slug, PriorityAreaId, OutcomeId)>;

pub async fn show(now: Now, Path((_, area, id)): Address) -> Result<Page, Failure> {
    let outcome = now.seen().outcome(area, id)?;
    page(&now, area, Some(id), filled(outcome).about(outcome.entry.version))
}

pub async fn edit(now: Now, Path((_, area, id)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    if let Some(input) = read!(sheet, OutcomeInput { statement: STATEMENT }) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.edit_outcome(area, id, input, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link("priorities"), Note::OutcomeSaved));
        }
    }
    Ok(page(&now, area, Some(id), sheet)?.into_response())
}

fn filled(outcome: &Outcome) -> Sheet {
    Sheet::default().with(STATEMENT, &outcome.statement)
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Outcome(outcome) => filled(outcome),
        _ => Sheet::default(),
    }
}

fn page(here: &Here, area: PriorityAreaId, id: Option<OutcomeId>, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::EditDirection, None)?;
    let title = here.seen().priority_area(area).ok_or(Refusal::NotFound)?.title.to_string();
    id.map(|id| here.seen().outcome(area, id)).transpose()?;
    let (heading, button) = match id {
        Some(_) => ("Edit an outcome", "Save outcome"),
        None => ("Add an outcome", "Add outcome"),
    };
    let form = ShortForm {
        above: vec![("Priorities".into(), here.link("priorities"))],
        kicker: Some(title),
        heading: heading.into(),
        button,
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, |sheet| sheet.area(STATEMENT, 3)))
}
