//! A promise that was written down by mistake, or that nobody needs any longer.
use super::{OfFollowUp, panel::source};
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, FollowUpId, Refusal};

const REASON: Field = Field::new("reason", "Why is it removed?");

pub async fn show(now: Now, Path((_, id)): OfFollowUp) -> Result<Page, Failure> {
    let version = now.seen().follow_up(id)?.entry.version;
    page(&now, id, Sheet::default().about(version))
}

pub async fn submit(now: Now, Path((_, id)): OfFollowUp, mut sheet: Sheet) -> Result<Response, Failure> {
    // Sent twice it is gone already.
    let back = now.seen().follow_up(id).map_or_else(|_| now.link(""), |one| source(&now, one.from).1);
    if let Some(reason) = sheet.read(REASON) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, _, _| seen.remove_follow_up(id, reason, version));
        if decided.await?.is_some() {
            return Ok(done(&back, Note::FollowUpRemoved));
        }
    }
    Ok(page(&now, id, sheet)?.into_response())
}

fn page(here: &Here, id: FollowUpId, sheet: Sheet) -> Result<Page, Failure> {
    let one = here.seen().follow_up(id)?;
    if !here.seen().may_keep_follow_ups(one.from, one.innovation) {
        return Err(Refusal::NotAllowed(Act::EditFollowUps).into());
    }
    let form = ShortForm {
        above: vec![source(here, one.from)],
        heading: "Remove a follow-up".into(),
        about: Some(one.text.to_string()),
        button: "Remove follow-up",
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, |sheet| sheet.area(REASON, 2)))
}
