//! Closing a priority area, and taking it up again.
use crate::{
    failure::Failure,
    form::{Choice, Field, Sheet, read},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, ClosePriorityAreaInput, ClosedReason, PriorityArea, PriorityAreaId, Reason, Refusal, Slug};
use leptos::prelude::*;
use std::sync::Arc;

const LAST: Field = Field::new("active_to", "Last day").hint("It is active until the end of this day");
const WHY: Field = Field::new("closed_reason", "Reason for closing");
const NOTE: Field = Field::new("reason", "In a sentence").hint("May be left blank. Assume this could be disclosed");
const AGAIN: Field = Field::new("reason", "Why is it taken up again?").hint("Assume this could be disclosed");

type Address = Path<(Slug, PriorityAreaId)>;

pub async fn show(now: Now, Path((_, id)): Address) -> Result<Page, Failure> {
    let version = area(&now, id)?.entry.version;
    page(&now, id, Sheet::default().with(LAST, now.today).about(version))
}

pub async fn submit(now: Now, Path((_, id)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    let input = read!(sheet, ClosePriorityAreaInput {
        active_to: day LAST,
        closed_reason: WHY,
        reason: any NOTE,
    });
    if let Some(input) = input {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, _, _| seen.close_priority_area(id, input, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link("priorities"), Note::PriorityAreaClosed));
        }
    }
    Ok(page(&now, id, sheet)?.into_response())
}

pub async fn show_reopen(now: Now, Path((_, id)): Address) -> Result<Page, Failure> {
    let version = area(&now, id)?.entry.version;
    reopen_page(&now, id, Sheet::default().about(version))
}

pub async fn reopen(now: Now, Path((_, id)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    if let Some(reason) = sheet.read::<Reason>(AGAIN) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, _, _| seen.reopen_priority_area(id, reason, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link("priorities"), Note::PriorityAreaReopened));
        }
    }
    Ok(reopen_page(&now, id, sheet)?.into_response())
}

fn area(here: &Here, id: PriorityAreaId) -> Result<Arc<PriorityArea>, Failure> {
    here.seen().must(Act::EditDirection, None)?;
    Ok(here.seen().priority_area(id).cloned().ok_or(Refusal::NotFound)?)
}

fn page(here: &Here, id: PriorityAreaId, sheet: Sheet) -> Result<Page, Failure> {
    let area = area(here, id)?;
    let form = ShortForm {
        above: vec![("Priorities".into(), here.link("priorities"))],
        kicker: Some(area.title.to_string()),
        heading: "Close a priority area".into(),
        about: Some(
            "Its innovations go on, and are listed as serving no active priority area until they are given another."
                .into(),
        ),
        button: "Close priority area",
        stops: true,
    };
    let reasons = ClosedReason::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    Ok(form.page(here, sheet, move |sheet| {
        view! { {sheet.radios(WHY, reasons)} {sheet.date(LAST)} {sheet.area(NOTE, 2)} }
    }))
}

fn reopen_page(here: &Here, id: PriorityAreaId, sheet: Sheet) -> Result<Page, Failure> {
    let area = area(here, id)?;
    let form = ShortForm {
        above: vec![("Priorities".into(), here.link("priorities"))],
        kicker: Some(area.title.to_string()),
        heading: "Take a priority area up again".into(),
        button: "Take up again",
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, |sheet| sheet.area(AGAIN, 2)))
}
