use super::{
    OfMessage,
    fields::{filled, input, questions, theirs, wordings},
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
use domain::{Act, MessageId, WhyRevision};

pub async fn show(now: Now, Path((_, number, id)): OfMessage) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let message = now.seen().message(innovation, id)?;
    let wordings = wordings(&now, innovation).await?;
    page(&now, number, id, wordings, filled(message).about(message.entry.version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfMessage, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let wordings = wordings(&now, innovation).await?;
    if let Some(input) = input(&mut sheet, &wordings) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, today, _| {
            seen.edit_message(innovation, id, input, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/why")), Note::MessageSaved));
        }
    }
    Ok(page(&now, number, id, wordings, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: MessageId, wordings: Vec<WhyRevision>, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditMessages, Some(&innovation))?;
    here.seen().message(innovation.id, id)?;
    let form = InnovationForm::new("Edit a message", &innovation.title, "Save message");
    Ok(form.page(here, &innovation, sheet, move |here, sheet| questions(here, sheet, &wordings)))
}
