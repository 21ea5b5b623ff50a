//! Of several things that work waits for, one has come.
use super::words::reason;
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

const ON: Field = Field::new("on", "Came on");

type Address = Path<(Slug, u32, u32, usize)>;

pub async fn show(now: Now, Path((_, number, ordinal, index)): Address) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let version = now.seen().work_item(innovation, ordinal)?.entry.version;
    page(&now, number, ordinal, index, Sheet::default().with(ON, now.today).about(version))
}

pub async fn submit(
    now: Now,
    Path((_, number, ordinal, index)): Address,
    mut sheet: Sheet,
) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(on) = sheet.read_day(ON) {
        let version = sheet.seen();
        let decided = now
            .decide(&mut sheet, None, |seen, today, _| seen.end_wait(innovation, ordinal, index, on, version, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/work/{ordinal}")), Note::WorkSaved));
        }
    }
    Ok(page(&now, number, ordinal, index, sheet)?.into_response())
}

fn page(here: &Here, number: u32, ordinal: u32, index: usize, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let item = here.seen().work_item(innovation.id, ordinal)?;
    let wait = item.waits.get(index).ok_or(Failure::NotFound)?;
    let lead = format!("It waited for {}. It goes on waiting for the rest.", reason(wait));
    let form = InnovationForm::new("One wait is over", &item.title, "Save").lead(lead);
    Ok(form.page(here, &innovation, sheet, |_, sheet| sheet.date(ON)))
}
