//! Agreeing a date: the first one, or another with a reason and the name of who approved it.
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
use domain::{Act, BaselineInput, MilestoneId, Record, Slug};
use leptos::prelude::*;

const DATE: Field = Field::new("baseline_on", "Agreed date");
const REASON: Field = Field::new("reason", "Why is another date agreed?");
const APPROVER: Field = Field::new("approver", "Who approved it?");

type Address = Path<(Slug, u32, MilestoneId)>;

pub async fn show(now: Now, Path((_, number, id)): Address) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let milestone = now.seen().milestone(innovation, id)?;
    let sheet = Sheet::default().with(DATE, milestone.forecast_on()).about(milestone.entry.version);
    page(&now, number, id, sheet)
}

pub async fn submit(now: Now, Path((_, number, id)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let input = read!(sheet, BaselineInput { baseline_on: day DATE, reason: any REASON, approver: any APPROVER });
    if let Some(input) = input {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, today, _| {
            seen.change_baseline(innovation, id, input, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/milestones")), Note::BaselineAgreed));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Milestone(milestone) => Sheet::default().with_any(DATE, milestone.baseline_on()),
        _ => Sheet::default(),
    }
}

fn page(here: &Here, number: u32, id: MilestoneId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::ChangeBaseline, Some(&innovation))?;
    let milestone = here.seen().milestone(innovation.id, id)?.clone();
    let first = milestone.first_baseline_on().map_or_else(
        || "No date has been agreed yet. The first one stays on record for good.".into(),
        |first| format!("First agreed for {}. That stays on record.", date(first)),
    );
    let again = !milestone.baselines.is_empty();
    let form = InnovationForm::new("Agree a date", &milestone.title, "Agree date").lead(first);
    Ok(form.page(here, &innovation, sheet, move |here, sheet| {
        view! {
            {sheet.date(DATE)}
            {again.then(|| view! { {sheet.area(REASON, 2)} {sheet.select(APPROVER, here.people())} })}
        }
    }))
}
