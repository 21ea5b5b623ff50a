use super::{
    OfCommitment,
    fields::{filled, input, questions, theirs},
    found, standing,
};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::CommitmentId;

pub async fn show(now: Now, Path((_, number, id)): OfCommitment) -> Result<Page, Failure> {
    let commitment = standing(&now, number, id)?;
    page(&now, number, id, filled(&commitment).about(commitment.entry.version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfCommitment, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    found(&now, number, id)?;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.edit_commitment(innovation, id, input, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/scale-up")), Note::CommitmentSaved));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: CommitmentId, sheet: Sheet) -> Result<Page, Failure> {
    let by = found(here, number, id)?.by.to_string();
    let innovation = here.seen().numbered(number)?.clone();
    let form = InnovationForm::new("Change a commitment", by, "Save commitment");
    let about = innovation.clone();
    Ok(form.page(here, &innovation, sheet, move |here, sheet| questions(here, &about, sheet)))
}
