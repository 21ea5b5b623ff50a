use super::{
    OfMeeting,
    fields::{filled, input, questions, theirs},
};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    ui::words::date,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, MeetingId, Refusal};

pub async fn show(now: Now, Path((_, id)): OfMeeting) -> Result<Page, Failure> {
    let meeting = now.seen().meeting(id)?;
    page(&now, id, filled(meeting).about(meeting.entry.version))
}

pub async fn submit(now: Now, Path((_, id)): OfMeeting, mut sheet: Sheet) -> Result<Response, Failure> {
    let before = now.seen().meeting(id)?.clone();
    if let Some(input) = input(&mut sheet, before.innovation, &before.agenda) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.edit_meeting(id, input, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("meetings/{id}")), Note::MeetingSaved));
        }
    }
    Ok(page(&now, id, sheet)?.into_response())
}

fn page(here: &Here, id: MeetingId, sheet: Sheet) -> Result<Page, Failure> {
    let meeting = here.seen().meeting(id)?.clone();
    if !here.seen().may_record_meeting(&meeting) {
        return Err(Refusal::NotAllowed(Act::RecordMeeting).into());
    }
    let named = format!("{}, {}", meeting.body, date(meeting.held_on));
    let form = ShortForm {
        above: vec![("Meetings".into(), here.link("meetings")), (named, here.link(&format!("meetings/{id}")))],
        heading: "Edit a meeting".into(),
        button: "Save meeting",
        ..ShortForm::default()
    };
    let inside = here.clone();
    Ok(form.page(here, sheet, move |sheet| questions(&inside, sheet)))
}
