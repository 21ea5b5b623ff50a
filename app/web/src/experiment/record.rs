//! What came out, and what was learned.
use super::words::threshold;
use crate::{
    failure::Failure,
    form::{Field, Sheet, read},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, Concluded, Experiment, Number, Record, ResultInput, Rule, Slug};
use leptos::prelude::*;

const RESULT: Field = Field::new("result", "Result").hint("A number in the unit of the threshold");
const SAMPLE: Field = Field::new("sample_actual", "How many took part");
const UNCLEAR: Field = Field::new("unclear", "Why can nothing be concluded?")
    .hint("Only where the test broke, or fewer than half of those planned took part. Otherwise leave blank");
const LEARNING: Field = Field::new("learning", "What did we learn?").hint(
    "40 characters or more, for the next team that tries this. A negative result is as complete as a positive one",
);

type Address = Path<(Slug, u32, u32)>;

pub async fn show(now: Now, Path((_, number, ordinal)): Address) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let one = now.seen().experiment(innovation, ordinal)?;
    page(&now, number, ordinal, filled(one).about(one.entry.version))
}

pub async fn submit(now: Now, Path((_, number, ordinal)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let input = read!(sheet, ResultInput {
        concluded: by concluded,
        sample_actual: any whole(0..=10_000_000) SAMPLE,
        learning: any LEARNING,
    });
    if let Some(input) = input {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, today, _| {
            seen.record_result(innovation, ordinal, input, version, today)
        });
        if decided.await?.is_some() {
            let back = format!("innovations/{number}/experiments/{ordinal}");
            return Ok(done(&now.link(&back), Note::ResultRecorded));
        }
    }
    Ok(page(&now, number, ordinal, sheet)?.into_response())
}

/// A number, or the reason why it says nothing.
fn concluded(sheet: &mut Sheet) -> Option<Concluded> {
    let (result, unclear) = (sheet.read_any::<Number>(RESULT)?, sheet.read_any(UNCLEAR)?);
    match (result, unclear) {
        (result, Some(reason)) => Some(Concluded::Unclear(reason, result)),
        (Some(number), None) => Some(Concluded::Result(number)),
        (None, None) => sheet.wrong(RESULT, Rule::Missing),
    }
}

fn filled(one: &Experiment) -> Sheet {
    Sheet::default()
        .with_any(RESULT, one.result.map(Number))
        .with_any(SAMPLE, one.sample_actual)
        .with_any(UNCLEAR, one.unclear.as_ref())
        .with_any(LEARNING, one.learning.as_ref())
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Experiment(one) => filled(one),
        _ => Sheet::default(),
    }
}

fn page(here: &Here, number: u32, ordinal: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let one = here.seen().experiment(innovation.id, ordinal)?;
    let lead = format!("{}, with {}.", one.measure, threshold(one));
    let form = InnovationForm::new("Record the result", &innovation.title, "Save result").lead(lead);
    Ok(form.page(here, &innovation, sheet, |_, sheet| {
        view! { {sheet.short(RESULT)} {sheet.short(SAMPLE)} {sheet.area(LEARNING, 4)} {sheet.area(UNCLEAR, 2)} }
    }))
}
