//! A meeting that was entered by mistake, or that was called off.
use super::OfMeeting;
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    ui::words::{count, date},
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, MeetingId, Refusal, Source};

const REASON: Field = Field::new("reason", "Why is it removed?");

pub async fn show(now: Now, Path((_, id)): OfMeeting) -> Result<Page, Failure> {
    let version = now.seen().meeting(id)?.entry.version;
    page(&now, id, Sheet::default().about(version))
}

pub async fn submit(now: Now, Path((_, id)): OfMeeting, mut sheet: Sheet) -> Result<Response, Failure> {
    if let Some(reason) = sheet.read(REASON) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, _, _| seen.remove_meeting(id, reason, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link("meetings"), Note::MeetingRemoved));
        }
    }
    Ok(page(&now, id, sheet)?.into_response())
}

fn page(here: &Here, id: MeetingId, sheet: Sheet) -> Result<Page, Failure> {
    let meeting = here.seen().meeting(id)?;
    if !here.seen().may_record_meeting(meeting) {
        return Err(Refusal::NotAllowed(Act::RecordMeeting).into());
    }
    let named = format!("{}, {}", meeting.body, date(meeting.held_on));
    let promised = here.seen().follow_ups_from(Source::Meeting(id)).len();
    let promised = (promised > 0)
        .then(|| format!("{} of it will be removed too.", count(promised.try_into().unwrap_or(0), "follow-up")));
    let form = ShortForm {
        above: vec![("Meetings".into(), here.link("meetings")), (named, here.link(&format!("meetings/{id}")))],
        heading: "Remove a meeting".into(),
        about: promised,
        button: "Remove meeting",
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, |sheet| sheet.area(REASON, 2)))
}
