use super::{
    LOG,
    fields::{INNOVATIONS, input, only_mine, worded},
    page::{AGAIN, BY, Shown, page},
    when,
};
use crate::{
    failure::{Failure, notice},
    form::{Sheet, question},
    here::Now,
    page::Page,
    visit::{Note, done, done_in_words, wants_words},
};
use axum::{
    extract::Query,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use domain::{Act, EngagementId};
use serde::Deserialize;

/// What the address knows: the number of the innovation.
#[derive(Deserialize)]
pub struct Asked {
    innovation: Option<String>,
}

pub async fn show(now: Now, Query(asked): Query<Asked>) -> Result<Page, Failure> {
    now.seen().must(Act::LogEngagement, None)?;
    let asked = asked.innovation.and_then(|number| number.parse().ok());
    let chosen = asked.filter(|number| now.seen().numbered(*number).is_ok()).or_else(|| only_mine(&now));
    let sheet = when::filled(Sheet::blank()).with_any(INNOVATIONS, chosen);
    Ok(page(&now, sheet, None, Shown::Now))
}

pub async fn submit(now: Now, headers: HeaderMap, mut sheet: Sheet) -> Result<Response, Failure> {
    now.seen().must(Act::LogEngagement, None)?;
    let by = sheet.typed(BY);
    if !by.is_empty() && by != now.session.person.to_string() {
        return Ok(by_another());
    }
    if let Some((input, said)) = input(&now, &mut sheet) {
        let question = question(&sheet, worded());
        if question.is_some() {
            let page = page(&now, sheet, question, Shown::Now).with_status(StatusCode::UNPROCESSABLE_ENTITY);
            return Ok(page.into_response());
        }
        let decided =
            now.decide(&mut sheet, None, |seen, today, id| seen.log_engagement(EngagementId(id.0), input, said, today));
        if decided.await?.is_some() {
            let number = sheet.typed(INNOVATIONS);
            let again = !sheet.typed(AGAIN).is_empty();
            let path =
                if again { format!("{LOG}?innovation={number}") } else { format!("innovations/{number}/engagement") };
            let done = if wants_words(&headers) { done_in_words } else { done };
            return Ok(done(&now.link(&path), Note::EngagementLogged));
        }
    }
    Ok(page(&now, sheet, None, Shown::Now).into_response())
}

fn by_another() -> Response {
    let text = "It waited on this device, and somebody else is signed in by now. Nothing was saved. Whoever wrote it can \
                sign in to send it.";
    notice(StatusCode::FORBIDDEN, "Somebody else wrote this", text.into())
}
