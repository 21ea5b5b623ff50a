//! Signing in with an e-mail address and a password. Nothing tells whether an account exists.
use super::fields::read_email;
use crate::{
    App, draft,
    failure::Failure,
    form::{Field, Sheet},
    http::Caller,
    page::Page,
    session::{SignedIn, let_in, presented},
    ui::words::count,
    visit::Visit,
};
use axum::{
    extract::{RawQuery, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header, uri::PathAndQuery},
    response::{IntoResponse, Redirect, Response},
};
use domain::Rule;
use leptos::prelude::*;
use std::time::Duration;
use store::SignInRefusal;

const EMAIL: Field = Field::new("email", "Work e-mail address").hint("For example, name@aldermere.gov.uk");
const PASSWORD: Field = Field::new("password", "Password");

pub async fn show(RawQuery(query): RawQuery, visit: Visit, known: Result<SignedIn, Failure>) -> Response {
    match known {
        Ok(_) => Redirect::to(&next(query.as_deref())).into_response(),
        Err(_) => page(visit, Sheet::blank(), None, None),
    }
}

/// Somebody's session ended before they sent a form: this page carries what they typed.
pub fn sign_in_again(form: &Uri, carried: Sheet) -> Response {
    let next = form.path_and_query().map(PathAndQuery::as_str).unwrap_or_default();
    let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
    let mut response = page(Visit::default(), carried, None, Some(format!("/sign-in?next={next}")));
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    // The name under which forms with a cookie are known; browsers show the page and ask nothing of their own.
    response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Cookie realm=\"Foothold\""));
    response
}

pub async fn submit(
    State(app): State<App>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    caller: Caller,
    visit: Visit,
    mut sheet: Sheet,
) -> Result<Response, Failure> {
    let email = read_email(&mut sheet, EMAIL);
    let password = sheet.typed(PASSWORD).to_owned();
    if password.is_empty() {
        sheet.wrong::<()>(PASSWORD, Rule::Missing);
    }
    let Some(email) = email.filter(|_| !password.is_empty()) else {
        return Ok(page(visit, sheet, None, None));
    };
    match app.store.sign_in(&email, &password, &caller.client(), app.now()).await {
        Ok((token, person)) => {
            if let Some(old) = presented(&app, &headers) {
                app.store.sign_out(&old, app.now()).await?;
            }
            let to = draft::arrive(&app, person, next(query.as_deref()), &sheet).await?;
            Ok(let_in(&app, &token, &to))
        }
        Err(SignInRefusal::Wrong) => {
            sheet.wrong::<()>(PASSWORD, Rule::NotAPair);
            Ok(page(visit, sheet, None, None))
        }
        Err(SignInRefusal::TooMany { retry_after }) => Ok(page(visit, sheet, Some(retry_after), None)),
        Err(SignInRefusal::Failed(error)) => Err(error.into()),
    }
}

/// Where to go after: an address of this server, else the start.
fn next(query: Option<&str>) -> String {
    let asked = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let asked = asked.into_owned().find(|(name, _)| name == "next").map(|(_, path)| path);
    asked.filter(|path| is_local(path)).unwrap_or_else(|| "/".into())
}

/// Browsers read a backslash as a slash, and leave out line breaks and tabs: "/\evil.example" is another server.
fn is_local(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && path.chars().all(|c| c.is_ascii_graphic() && c != '\\')
}

/// A wait is told to people and, in seconds, to machines. `action` is where the form is sent when not to this page.
fn page(visit: Visit, sheet: Sheet, wait: Option<Duration>, action: Option<String>) -> Response {
    let status = if wait.is_some() { StatusCode::TOO_MANY_REQUESTS } else { sheet.status() };
    let hidden =
        draft::carried(&sheet).into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    let hidden: Vec<_> = hidden.collect();
    let page = Page::new(visit, "Sign in", move || {
        view! {
            {sheet.summary()}
            {wait.map(too_many)}
            <div class="ph">
                <h1>"Sign in"</h1>
                {draft::is_carried(&sheet).then(carries)}
            </div>
            <form method="post" class="stack" action=action novalidate>
                {hidden}
                {sheet.filled_in(EMAIL, "email", "username")}
                {sheet.filled_in(PASSWORD, "password", "current-password")}
                <div class="row"><button class="btn btn-go btn-big btn-wide">"Sign in"</button></div>
            </form>
            <details class="details mt">
                <summary>"I have forgotten my password"</summary>
                <div class="s">
                    <p>"Ask an administrator of your organisation for a link. It works once, and for one hour."</p>
                </div>
            </details>
            <p class="s quiet mt">
                "You need an invitation from your council to sign in. Ask your programme manager."
            </p>
        }
    });
    later(page.narrow().with_status(status), wait)
}

fn carries() -> impl IntoView {
    view! {
        <p class="lead prose">
            "You are signed out, so nothing was saved yet. What you typed is kept: sign in, and the form opens again with all of it."
        </p>
    }
}

fn later(page: Page, wait: Option<Duration>) -> Response {
    let mut response = page.into_response();
    if let Some(wait) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds(wait)));
    }
    response
}

/// For another form that asks for a password: nothing was done.
pub fn turned_away(visit: Visit, wait: Duration) -> Response {
    let page = Page::new(visit, "Too many tries", move || {
        view! {
            {too_many(wait)}
            <div class="ph"><h1>"Try again later"</h1></div>
            <p class="prose">"Nothing was changed."</p>
        }
    });
    later(page.narrow().with_status(StatusCode::TOO_MANY_REQUESTS), Some(wait))
}

fn too_many(wait: Duration) -> impl IntoView {
    let seconds = i64::try_from(seconds(wait)).unwrap_or(i64::MAX);
    let words = if seconds < 60 { count(seconds, "second") } else { count((seconds + 59) / 60, "minute") };
    view! {
        <div class="errors" role="alert" aria-labelledby="problem" tabindex="-1" autofocus>
            <h2 id="problem">"Too many tries"</h2>
            <p>{format!("Wait, then try again in {words}. This protects people from having their passwords guessed.")}</p>
        </div>
    }
}

/// Rounded up, so that whoever waits so long is not turned away again.
fn seconds(wait: Duration) -> u64 {
    wait.as_millis().div_ceil(1000).max(1).try_into().unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_after_signing_in_stays_on_this_server() {
        for (query, path) in [
            (None, "/"),
            (Some("next=%2Fnorthshire%2Fboard%3Fas-at%3D2026-01-01"), "/northshire/board?as-at=2026-01-01"),
            (Some("next=https%3A%2F%2Fevil.example"), "/"),
            (Some("next=%2F%2Fevil.example"), "/"),
            (Some("next=%2F%5Cevil.example"), "/"),
            (Some("next=%2F%09%2Fevil.example"), "/"),
            (Some("next=javascript%3Aalert(1)"), "/"),
            (Some("next="), "/"),
        ] {
            assert_eq!(next(query), path, "{query:?}");
        }
    }
}
