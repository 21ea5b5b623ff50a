use super::{
    OfEngagement, address,
    fields::{WORDED, filled, input, questions, theirs},
    over,
};
use crate::{
    failure::Failure,
    form::{Question, Sheet, question},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    ui::words::date,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{Act, Engagement, EngagementId, Innovation, Refusal};
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(now: Now, Path((_, number, id)): OfEngagement) -> Result<Page, Failure> {
    let (_, one) = found(&now, number, id)?;
    page(&now, number, id, filled(&one).about(one.entry.version), None)
}

pub async fn submit(now: Now, Path((_, number, id)): OfEngagement, mut sheet: Sheet) -> Result<Response, Failure> {
    let (innovation, one) = found(&now, number, id)?;
    let mut asked = None;
    if let Some(input) = input(&mut sheet, &one) {
        asked = question(&sheet, WORDED);
        if asked.is_none() {
            let version = sheet.seen();
            let decided = now.decide(&mut sheet, Some(theirs), |seen, today, _| {
                seen.edit_engagement(innovation.id, id, input, version, today)
            });
            if decided.await?.is_some() {
                return Ok(done(&address(&now, &one).unwrap_or_default(), Note::EngagementSaved));
            }
        }
    }
    Ok(page(&now, number, id, sheet, asked)?.into_response())
}

/// Whoever logged it and whoever keeps the stakeholders put it right.
pub fn found(here: &Here, number: u32, id: EngagementId) -> Result<(Arc<Innovation>, Arc<Engagement>), Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::LogEngagement, Some(&innovation))?;
    let one = here.seen().engagement(innovation.id, id)?.clone();
    if here.seen().may_edit_engagement(&one) {
        Ok((innovation, one))
    } else {
        Err(Refusal::NotAllowed(Act::EditStakeholders).into())
    }
}

fn page(here: &Here, number: u32, id: EngagementId, sheet: Sheet, asked: Option<Question>) -> Result<Page, Failure> {
    let (innovation, one) = found(here, number, id)?;
    let is_asked = asked.is_some();
    let form = ShortForm {
        above: over(here, &innovation),
        kicker: Some(format!("Engagement on {}", date(one.on))),
        heading: "Edit an engagement".into(),
        button: "Save engagement",
        ..ShortForm::default()
    };
    let inside = here.clone();
    let page = form.long_page(here, sheet, move |sheet| {
        view! { {asked.as_ref().map(|one| one.panel(None))} {questions(&inside, sheet, &one)} }
    });
    Ok(if is_asked { page.with_status(StatusCode::UNPROCESSABLE_ENTITY) } else { page })
}
