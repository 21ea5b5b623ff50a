//! Keeping what is typed, by the button or by the page itself every few seconds.
use super::address::is_address;
use crate::{
    failure::Failure,
    form::Sheet,
    here::Now,
    ui::words::clock,
    visit::{Note, done, wants_words},
};
use axum::{
    extract::Query,
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use store::DraftKey;

#[derive(Deserialize)]
pub struct Form {
    /// Its address below the organisation.
    of: String,
    /// Its name, for the list of drafts.
    #[serde(rename = "as", default)]
    name: String,
}

/// Longer names are cut.
const LONGEST: usize = 120;

pub async fn submit(now: Now, Query(form): Query<Form>, headers: HeaderMap, sheet: Sheet) -> Result<Response, Failure> {
    if !is_address(&form.of) {
        return Err(Failure::NotFound);
    }
    if !sheet.says_anything() {
        return Ok(Redirect::to(&now.link(&form.of)).into_response());
    }
    let name: String = form.name.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    let key = DraftKey { organisation: now.reach().portfolio().id, person: now.session.person, address: &form.of };
    now.store().save_draft(key, &name, &sheet.kept(), now.now).await?;
    if wants_words(&headers) {
        return Ok(format!("Draft kept {}", clock(now.now)).into_response());
    }
    Ok(done(&now.link(""), Note::DraftKept))
}
