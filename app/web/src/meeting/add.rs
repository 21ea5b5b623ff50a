use super::fields::{ATTENDEES, BODY, CHAIR, HELD_ON, KIND, OTHERS, input, questions};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    innovation_frame::named,
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::{Act, Innovation, MeetingId, MeetingKind, Refusal};
use serde::Deserialize;
use std::sync::Arc;

/// What the address knows: the number of the innovation whose team meets, the kind, and a meeting like which it is.
#[derive(Clone, Deserialize)]
pub struct Asked {
    innovation: Option<u32>,
    kind: Option<String>,
    like: Option<MeetingId>,
}

impl Asked {
    fn team(&self, here: &Here) -> Result<Option<Arc<Innovation>>, Refusal> {
        self.innovation.map(|number| here.seen().numbered(number).cloned()).transpose()
    }
}

pub async fn show(now: Now, Query(asked): Query<Asked>) -> Result<Page, Failure> {
    let mut sheet = Sheet::blank().with(HELD_ON, now.today);
    if let Some(kind) = asked.kind.as_ref().and_then(|kind| kind.parse::<MeetingKind>().ok()) {
        sheet = sheet.with(KIND, kind.key());
    }
    if let Some(before) = asked.like.and_then(|id| now.seen().meeting(id).ok()) {
        sheet = sheet.with(BODY, &before.body).with(KIND, before.kind.key()).with_any(CHAIR, before.chair);
        sheet = sheet.with_any(OTHERS, before.others.as_ref());
        sheet = before.attendees.iter().fold(sheet, |sheet, one| sheet.and(ATTENDEES, one));
    }
    page(&now, &asked, sheet)
}

pub async fn submit(now: Now, Query(asked): Query<Asked>, mut sheet: Sheet) -> Result<Response, Failure> {
    let team = asked.team(&now)?.map(|one| one.id);
    if let Some(input) = input(&mut sheet, team, &[]) {
        let mut id = None;
        let decided = now.decide(&mut sheet, None, |seen, _, new| {
            id = Some(new.0);
            seen.add_meeting(MeetingId(new.0), input)
        });
        if decided.await?.is_some() {
            let path = id.map_or_else(|| "meetings".into(), |id| format!("meetings/{id}"));
            return Ok(done(&now.link(&path), Note::MeetingSaved));
        }
    }
    Ok(page(&now, &asked, sheet)?.into_response())
}

fn page(here: &Here, asked: &Asked, sheet: Sheet) -> Result<Page, Failure> {
    let team = asked.team(here)?;
    here.seen().must(Act::RecordMeeting, team.as_deref())?;
    let form = ShortForm {
        above: vec![("Meetings".into(), here.link("meetings"))],
        kicker: team.as_ref().map(|one| named(here, one)),
        heading: "Add a meeting".into(),
        about: Some("Plan one to come, or record one that was held.".into()),
        button: "Save meeting",
        ..ShortForm::default()
    };
    let inside = here.clone();
    Ok(form.page(here, sheet, move |sheet| questions(&inside, sheet)))
}
