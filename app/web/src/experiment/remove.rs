//! Only before it begins.
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, Slug};

const REASON: Field = Field::new("reason", "Why is it not to be done?");

type Address = Path<(Slug, u32, u32)>;

pub async fn show(now: Now, Path((_, number, ordinal)): Address) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let version = now.seen().experiment(innovation, ordinal)?.entry.version;
    page(&now, number, ordinal, Sheet::default().about(version))
}

pub async fn submit(now: Now, Path((_, number, ordinal)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(reason) = sheet.read(REASON) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, today, _| {
            seen.remove_experiment(innovation, ordinal, reason, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/experiments")), Note::ExperimentRemoved));
        }
    }
    Ok(page(&now, number, ordinal, sheet)?.into_response())
}

fn page(here: &Here, number: u32, ordinal: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let kicker = here.seen().experiment(innovation.id, ordinal)?.hypothesis.to_string();
    let form = InnovationForm::new("Remove an experiment", kicker, "Remove experiment").stop();
    Ok(form.page(here, &innovation, sheet, |_, sheet| sheet.area(REASON, 2)))
}
