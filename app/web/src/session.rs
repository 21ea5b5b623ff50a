//! Who is signed in, by the cookie that only this server reads.
use crate::{App, failure::Failure, request::asked_by};
use axum::{
    extract::{FromRequestParts, Request},
    http::{HeaderMap, HeaderValue, header, request::Parts},
    middleware::Next,
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};
use std::sync::{Arc, Mutex};
use store::{Session, Token};

/// Somebody who is signed in, and the token they came with.
pub struct SignedIn {
    pub session: Session,
    pub token: Token,
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let next = parts.uri.path_and_query().map(|one| one.as_str().to_owned()).unwrap_or_default();
        let Some(token) = presented(app, &parts.headers) else {
            return Err(Failure::SignedOut { next });
        };
        let Some(session) = app.store.session(&token, app.now()).await? else {
            return Err(Failure::SignedOut { next });
        };
        asked_by(session.person);
        let here = Self { session, token };
        if here.session.rights_changed { here.renewed(parts, app).await } else { Ok(here) }
    }
}

impl SignedIn {
    /// Takes a new token, for the answer to carry. Of several requests at once only one does.
    async fn renewed(self, parts: &Parts, app: &App) -> Result<Self, Failure> {
        let Some(carrier) = parts.extensions.get::<Renewal>() else { return Ok(self) };
        let Some(token) = app.store.rotate(&self.token, app.now()).await? else { return Ok(self) };
        let Some(session) = app.store.session(&token, app.now()).await? else { return Ok(self) };
        if let Ok(mut cookie) = carrier.0.lock() {
            *cookie = HeaderValue::try_from(session_cookie(app, &token).to_string()).ok();
        }
        Ok(Self { session, token })
    }
}

/// The cookie of a new token, on its way from the extractor to the answer.
#[derive(Clone, Default)]
struct Renewal(Arc<Mutex<Option<HeaderValue>>>);

/// Gives the browser a new token where the rights of its person changed.
pub(crate) async fn renew(mut request: Request, next: Next) -> Response {
    let renewal = Renewal::default();
    request.extensions_mut().insert(renewal.clone());
    let mut response = next.run(request).await;
    let cookie = renewal.0.lock().ok().and_then(|mut cookie| cookie.take());
    // An answer that signs in or out says itself what becomes of the session.
    let settled = response.headers().get_all(header::SET_COOKIE).iter().any(|set| {
        let set = set.as_bytes();
        set.starts_with(b"session=") || set.starts_with(b"__Host-session=")
    });
    if let Some(cookie) = cookie.filter(|_| !settled) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// The token that came with a request, whether or not it still counts.
#[must_use]
pub fn presented(app: &App, headers: &HeaderMap) -> Option<Token> {
    CookieJar::from_headers(headers).get(cookie_name(app))?.value().parse().ok()
}

/// Signed in from now on, and on to a page.
#[must_use]
pub fn let_in(app: &App, token: &Token, to: &str) -> Response {
    let cookie = session_cookie(app, token).to_string();
    (AppendHeaders([(header::SET_COOKIE, cookie)]), Redirect::to(to)).into_response()
}

fn cookie_name(app: &App) -> &'static str {
    if app.site.is_secure { "__Host-session" } else { "session" }
}

/// The cookie that carries a token for as long as a session may last.
#[must_use]
pub fn session_cookie(app: &App, token: &Token) -> Cookie<'static> {
    Cookie::build((cookie_name(app), token.expose().to_owned()))
        .path("/")
        .secure(app.site.is_secure)
        .http_only(true)
        .same_site(SameSite::Lax)
        .build()
}

/// Takes the cookie back.
#[must_use]
pub fn no_session_cookie(app: &App) -> Cookie<'static> {
    let mut cookie = Cookie::build((cookie_name(app), "")).path("/").secure(app.site.is_secure).http_only(true).build();
    cookie.make_removal();
    cookie
}
