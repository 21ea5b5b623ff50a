//! Done: by one button in one's own work, or on another day with what came of it.
use super::{OfFollowUp, fields::NOTE, panel::source};
use crate::{
    failure::Failure,
    form::{Field, SEEN, SUBMISSION, Sheet},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, FollowUp, FollowUpId, Refusal};
use leptos::prelude::*;

const DONE_ON: Field = Field::new("done_on", "When was it done?");
/// Sent by the button, which leads back to one's work.
const FROM_WORK: Field = Field::hidden("from_work");

pub async fn show(now: Now, Path((_, id)): OfFollowUp) -> Result<Page, Failure> {
    let version = now.seen().follow_up(id)?.entry.version;
    page(&now, id, Sheet::default().with(DONE_ON, now.today).about(version))
}

pub async fn submit(now: Now, Path((_, id)): OfFollowUp, mut sheet: Sheet) -> Result<Response, Failure> {
    let from = now.seen().follow_up(id)?.from;
    let (done_on, note) = (sheet.read_day(DONE_ON), sheet.read_any(NOTE));
    if let (Some(done_on), Some(note)) = (done_on, note) {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, None, |seen, today, _| seen.finish_follow_up(id, done_on, note, version, today));
        if decided.await?.is_some() {
            let back = if sheet.typed(FROM_WORK).is_empty() { source(&now, from).1 } else { now.link("") };
            return Ok(done(&back, Note::FollowUpDone));
        }
    }
    Ok(page(&now, id, sheet)?.into_response())
}

/// Done today, at once.
pub fn done_button(here: &Here, one: &FollowUp) -> impl IntoView + use<> {
    let action = here.link(&format!("follow-ups/{}/finish", one.id));
    let (version, submission) = (one.entry.version.to_string(), Sheet::blank().typed(SUBMISSION).to_owned());
    let label = format!("Done: {}", one.text);
    view! {
        <form method="post" action=action>
            <input r#type="hidden" name=SEEN.name value=version/>
            <input r#type="hidden" name=SUBMISSION.name value=submission/>
            <input r#type="hidden" name=DONE_ON.name value=here.today.to_string()/>
            <input r#type="hidden" name=FROM_WORK.name value="yes"/>
            <button class="btn" aria-label=label>"Done"</button>
        </form>
    }
}

fn page(here: &Here, id: FollowUpId, sheet: Sheet) -> Result<Page, Failure> {
    let one = here.seen().follow_up(id)?;
    if !here.seen().may_finish(one) {
        return Err(Refusal::NotAllowed(Act::EditFollowUps).into());
    }
    let (title, address) = source(here, one.from);
    let form = ShortForm {
        above: vec![(title, address)],
        heading: "A follow-up is done".into(),
        about: Some(one.text.to_string()),
        button: "Done",
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, |sheet| view! { {sheet.date(DONE_ON)} {sheet.area(NOTE, 3)} }))
}
