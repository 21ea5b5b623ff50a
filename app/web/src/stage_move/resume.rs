use super::{
    decided::{self, met, ready},
    frame::{Words, page},
};
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Impossible, Place, Prose, Refusal, Slug, StageMoveId};

const NOTE: Field = Field::new("note", "What has changed?").hint("Leave blank if there is nothing to say");

pub async fn show(now: Now, Path((_, number)): Path<(Slug, u32)>) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?;
    let to = now.seen().resumes_to(innovation).ok_or(Refusal::Impossible(Impossible::NotPaused));
    // Who may not move it is told so before being told where it is.
    now.seen().must(domain::Act::Move, Some(innovation))?;
    let sheet = ready(&now, innovation, to?)?;
    form(&now, number, sheet)
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let (note, decided) = (sheet.read_any::<Prose>(NOTE), decided::read(&mut sheet));
    if let (Some(note), Some(input)) = (note, decided) {
        let decided = now.decide(&mut sheet, None, |seen, today, id| {
            seen.resume_innovation(StageMoveId(id.0), innovation, note, input, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}")), Note::InnovationResumed));
        }
    }
    let sheet = met(&now, innovation, sheet).await?;
    Ok(form(&now, number, sheet)?.into_response())
}

fn form(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?;
    let place = here.seen().resumes_to(innovation).unwrap_or(Place::Stage(0));
    let lead = format!("It goes on in {}, where it was paused.", here.seen().stage_model_of(innovation).name(place));
    let words = Words { title: "Resume".into(), lead, button: "Resume", weight: "btn-go" };
    page(here, number, sheet, words, |_, _, sheet| sheet.area(NOTE, 3))
}
