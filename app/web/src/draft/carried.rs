//! A form that is sent after the session has ended: what was typed goes through the sign-in and waits behind it.
use super::{
    address::{below_organisation, is_address, opening},
    desk::Asked,
};
use crate::{App, account, failure::notice, form::Sheet, http};
use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Request},
    handler::Handler,
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse, Response},
    routing::MethodRouter,
};
use domain::{PersonId, Refusal, Slug};
use store::DraftKey;

/// Marks an answer that sends somebody to sign in.
#[derive(Clone, Copy)]
pub struct Outside;

/// Before the name of each field while it is carried.
const MARK: &str = "carried-";
/// What the sign-in form adds to what it carries is less.
const ROOM: usize = 128 << 10;

/// Answers a form; when nobody is signed in, with a sign-in that carries what was sent.
pub async fn send(form: MethodRouter<App>, app: App, mut request: Request) -> Response {
    request.extensions_mut().insert(Asked::Sent);
    if !is_from_a_page(request.headers()) {
        return Handler::call(form, request, app).await;
    }
    let uri = request.uri().clone();
    let (head, body) = request.into_parts();
    let body = match Bytes::from_request(Request::from_parts(head.clone(), body), &app).await {
        Ok(body) => body,
        Err(refused) => return refused.into_response(),
    };
    let response = Handler::call(form, Request::from_parts(head, Body::from(body.clone())), app).await;
    if response.extensions().get::<Outside>().is_none() {
        return response;
    }
    let sheet = Sheet::from_written(&body);
    if !sheet.says_anything() {
        return response;
    }
    if body.len() + ROOM > http::FORM {
        return too_long();
    }
    account::sign_in_again(&uri, sheet.renamed(|name| Some(format!("{MARK}{name}"))))
}

/// A program that asks in the background, such as the board, is told by a redirect as ever.
fn is_from_a_page(headers: &HeaderMap) -> bool {
    let is = |name: header::HeaderName, wanted: &str| {
        headers.get(name).is_some_and(|value| value.as_bytes().starts_with(wanted.as_bytes()))
    };
    let mode = header::HeaderName::from_static("sec-fetch-mode");
    let navigates = !headers.contains_key(&mode) || is(mode, "navigate");
    navigates && is(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
}

fn too_long() -> Response {
    let text = "You are signed out, and what you typed is too long to be carried through the sign-in. Go back: it stands \
                there still. Copy it, then sign in.";
    notice(StatusCode::UNAUTHORIZED, "Nothing was saved", text.into())
}

/// What a sign-in form carries along, as its hidden fields.
pub fn carried(sheet: &Sheet) -> Vec<(String, String)> {
    let carried = sheet.pairs().filter(|(name, _)| name.starts_with(MARK));
    carried.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

pub fn is_carried(sheet: &Sheet) -> bool {
    sheet.pairs().any(|(name, _)| name.starts_with(MARK))
}

/// After the sign-in: what was carried is a draft of the form it was typed into. Says where to go on.
pub async fn arrive(app: &App, person: PersonId, next: String, sheet: &Sheet) -> Result<String, store::Error> {
    let typed = sheet.renamed(|name| name.strip_prefix(MARK).map(ToOwned::to_owned));
    let Ok(uri) = next.parse::<Uri>() else { return Ok(next) };
    let address = below_organisation(&uri);
    let slug = uri.path().split('/').nth(1).and_then(|slug| slug.parse::<Slug>().ok());
    let Some(slug) = slug.filter(|_| typed.says_anything() && is_address(&address)) else { return Ok(next) };
    let reach = match app.store.reach(&slug, person, app.now()).await {
        Ok(reach) => reach,
        Err(store::Error::Refused(Refusal::NotFound)) => return Ok(next),
        Err(error) => return Err(error),
    };
    let key = DraftKey { organisation: reach.portfolio().id, person, address: &address };
    app.store.save_draft(key, "", &typed.kept(), app.now()).await?;
    Ok(format!("/{slug}/{}", opening(&address)))
}
