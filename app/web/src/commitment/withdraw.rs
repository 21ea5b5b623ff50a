use super::{OfCommitment, found, standing};
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
use domain::{CommitmentId, Reason};
use leptos::prelude::*;

const ON: Field = Field::new("withdrawn_on", "From which day does it no longer count?");
const REASON: Field = Field::new("reason", "Why was it withdrawn?").hint("Assume this could be disclosed");

pub async fn show(now: Now, Path((_, number, id)): OfCommitment) -> Result<Page, Failure> {
    let version = standing(&now, number, id)?.entry.version;
    page(&now, number, id, Sheet::default().with(ON, now.today).about(version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfCommitment, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    found(&now, number, id)?;
    let (on, reason) = (sheet.read_day(ON), sheet.read::<Reason>(REASON));
    if let (Some(on), Some(reason)) = (on, reason) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, today, _| {
            seen.withdraw_commitment(innovation, id, on, reason, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/scale-up")), Note::CommitmentWithdrawn));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: CommitmentId, sheet: Sheet) -> Result<Page, Failure> {
    let by = found(here, number, id)?.by.to_string();
    let innovation = here.seen().numbered(number)?.clone();
    let form = InnovationForm::new("Withdraw a commitment", by, "Withdraw")
        .lead("It no longer counts from that day on. That it was promised stays on record.")
        .stop();
    Ok(form.page(here, &innovation, sheet, |_, sheet| view! { {sheet.date(ON)} {sheet.area(REASON, 2)} }))
}
