use super::{
    OfFollowUp,
    fields::{filled, input, questions, theirs},
    panel::source,
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
use domain::{Act, FollowUpId, Refusal};

pub async fn show(now: Now, Path((_, id)): OfFollowUp) -> Result<Page, Failure> {
    let one = now.seen().follow_up(id)?;
    page(&now, id, filled(one).about(one.entry.version))
}

pub async fn submit(now: Now, Path((_, id)): OfFollowUp, mut sheet: Sheet) -> Result<Response, Failure> {
    let from = now.seen().follow_up(id)?.from;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.edit_follow_up(id, input, version));
        if decided.await?.is_some() {
            return Ok(done(&source(&now, from).1, Note::FollowUpSaved));
        }
    }
    Ok(page(&now, id, sheet)?.into_response())
}

fn page(here: &Here, id: FollowUpId, sheet: Sheet) -> Result<Page, Failure> {
    let one = here.seen().follow_up(id)?;
    let from = one.from;
    if !here.seen().may_keep_follow_ups(from, one.innovation) {
        return Err(Refusal::NotAllowed(Act::EditFollowUps).into());
    }
    let (title, address) = source(here, from);
    let form = ShortForm {
        above: vec![(title, address)],
        heading: "Edit a follow-up".into(),
        button: "Save follow-up",
        ..ShortForm::default()
    };
    let inside = here.clone();
    Ok(form.page(here, sheet, move |sheet| questions(&inside, sheet, from)))
}
