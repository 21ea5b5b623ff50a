//! "Still true": the last words again, for today.
use crate::{
    failure::Failure,
    form::Sheet,
    here::Now,
    visit::{Note, done},
};
use axum::{extract::Path, response::Response};
use domain::{Act, Slug, StatusUpdateId};

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.clone();
    now.seen().must(Act::PostUpdate, Some(&innovation))?;
    let decided = now.decide(&mut sheet, None, |seen, today, submission| {
        seen.still_true(StatusUpdateId(submission.0), innovation.id, today)
    });
    match decided.await? {
        Some(_) => Ok(done(&now.link(&format!("innovations/{number}/updates")), Note::UpdateStillTrue)),
        // There is no form to mend: it is a button.
        None => Err(sheet.impossible().map_or(Failure::NotFound, Failure::Impossible)),
    }
}
