use super::{OfMessage, words::channel};
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    ui::words::date,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, MessageId};

const REASON: Field = Field::new("reason", "Why is it removed?").hint("Such as: recorded twice");

pub async fn show(now: Now, Path((_, number, id)): OfMessage) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let version = now.seen().message(innovation, id)?.entry.version;
    page(&now, number, id, Sheet::default().about(version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfMessage, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(reason) = sheet.read(REASON) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, _, _| seen.remove_message(innovation, id, reason, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/why")), Note::MessageRemoved));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: MessageId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditMessages, Some(&innovation))?;
    let message = here.seen().message(innovation.id, id)?;
    let kicker = format!("{}, {}, {}", message.audience.label(), channel(message), date(message.on));
    let form = InnovationForm::new("Remove a message", kicker, "Remove message").stop();
    Ok(form.page(here, &innovation, sheet, |_, sheet| sheet.area(REASON, 2)))
}
