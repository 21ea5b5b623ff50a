//! How many days a month there are for all innovations together.
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    together::RESOURCES,
    visit::{Note, done},
};
use axum::response::{IntoResponse, Response};
use domain::{Act, Organisation, Record};

const CAPACITY: Field = Field::new("capacity_days", "Days a month for all innovations together")
    .hint("Leave blank where nobody knows; then nothing is said about it");
const MOST: i64 = 100_000;

pub async fn show(now: Now) -> Result<Page, Failure> {
    let organisation = now.seen().organisation();
    page(&now, filled(organisation).about(organisation.entry.version))
}

pub async fn submit(now: Now, mut sheet: Sheet) -> Result<Response, Failure> {
    now.seen().must(Act::ManagePeople, None)?;
    if let Some(days) = sheet.read_any_whole::<u32>(CAPACITY, 1..=MOST) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.settle_capacity(days, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link(RESOURCES), Note::CapacitySaved));
        }
    }
    Ok(page(&now, sheet)?.into_response())
}

fn filled(organisation: &Organisation) -> Sheet {
    Sheet::default().with_any(CAPACITY, organisation.capacity_days)
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Organisation(organisation) => filled(organisation),
        _ => Sheet::default(),
    }
}

fn page(here: &Here, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::ManagePeople, None)?;
    let form = ShortForm {
        above: vec![("Money and time".into(), here.link(RESOURCES))],
        heading: "How much time is there?".into(),
        about: Some("More promised than a tenth above it is said on the page of money and time.".into()),
        button: "Save",
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, |sheet| sheet.short(CAPACITY)))
}
