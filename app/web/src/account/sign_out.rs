use crate::{
    App,
    failure::Failure,
    page::Page,
    session::{no_session_cookie, presented},
    visit::{Note, Visit, done},
};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use leptos::prelude::*;

/// Of each page on which somebody can sign out: what waits on the device is sent or deleted first, as they say.
pub const LEAVING: &[&str] = &["outbox.js", "sign-out.js"];

/// For whoever comes by the address: a page that changes nothing.
pub async fn show(visit: Visit) -> Page {
    Page::new(visit, "Sign out", || {
        view! {
            <div class="ph"><h1>"Sign out"</h1></div>
            {button()}
        }
    })
    .narrow()
    .running(LEAVING)
}

/// Signing out twice does no harm.
pub async fn submit(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    if let Some(token) = presented(&app, &headers) {
        app.store.sign_out(&token, app.now()).await?;
    }
    Ok(let_out(&app))
}

/// Takes the cookie back, and has the browser forget the pages it kept.
pub fn let_out(app: &App) -> Response {
    let mut response = done("/sign-in", Note::SignedOut);
    let headers = response.headers_mut();
    if let Ok(cookie) = HeaderValue::try_from(no_session_cookie(app).to_string()) {
        headers.append(header::SET_COOKIE, cookie);
    }
    headers.insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    response
}

pub fn button() -> impl IntoView {
    view! {
        <form method="post" action="/sign-out" data-leaves><button class="btn">"Sign out"</button></form>
    }
}
