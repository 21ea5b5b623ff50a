use super::{
    OfInnovation,
    fields::{ON, input, questions, wordings},
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

pub async fn show(now: Now, Path((_, number)): OfInnovation) -> Result<Page, Failure> {
    let wordings = wordings(&now, now.seen().numbered(number)?.id).await?;
    page(&now, number, wordings, Sheet::blank().with(ON, now.today))
}

pub async fn submit(now: Now, Path((_, number)): OfInnovation, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let wordings = wordings(&now, innovation).await?;
    if let Some(input) = input(&mut sheet, &wordings) {
        let decided =
            now.decide(&mut sheet, None, |seen, today, id| seen.add_message(MessageId(id.0), innovation, input, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/why")), Note::MessageAdded));
        }
    }
    Ok(page(&now, number, wordings, sheet)?.into_response())
}

fn page(here: &Here, number: u32, wordings: Vec<WhyRevision>, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditMessages, Some(&innovation))?;
    let form = InnovationForm::new("Record a message", &innovation.title, "Record message")
        .lead("One audience that was told why this is done. It takes a minute.");
    Ok(form.page(here, &innovation, sheet, move |here, sheet| questions(here, sheet, &wordings)))
}
