//! What goes wrong outside the pages is told as a page too.
use crate::{failure::notice, request::request_id};
use axum::{
    body::Body,
    extract::Request,
    http::{StatusCode, header},
    middleware::Next,
    response::Response,
};
use futures::FutureExt;
use std::{any::Any, panic::AssertUnwindSafe};

/// A fault in one page ends that page, not the server.
pub async fn survive(request: Request, next: Next) -> Response {
    match AssertUnwindSafe(next.run(request)).catch_unwind().await {
        Ok(response) => response,
        Err(panic) => {
            tracing::error!(panic = message(&*panic), "a page failed");
            page(StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

/// Answers that the library wrote for programs become pages for people; their headers stay.
pub async fn explain(request: Request, next: Next) -> Response {
    let is_call = request.uri().path().starts_with("/api/");
    let response = next.run(request).await;
    let status = response.status();
    if is_call || !(status.is_client_error() || status.is_server_error()) || has_own_words(&response) {
        return response;
    }
    let (mut head, _) = response.into_parts();
    let (page, body) = page(status).into_parts();
    head.headers.remove(header::CONTENT_LENGTH);
    head.headers.extend(page.headers);
    Response::from_parts(head, body)
}

/// The page for a status that no page answered.
pub fn page(status: StatusCode) -> Response {
    let (title, text) = match status {
        StatusCode::PAYLOAD_TOO_LARGE => (
            "This is too large",
            "A form may hold 1 MB and a file 20 MB. Nothing was saved. Shorten the text, or leave out what the file \
             need not hold, and send it again."
                .into(),
        ),
        StatusCode::REQUEST_TIMEOUT => (
            "This took too long to arrive",
            "The connection was too slow, so nothing was saved. Go back and send it again.".into(),
        ),
        StatusCode::SERVICE_UNAVAILABLE => (
            "Try again in a minute",
            "Foothold has more to do just now than it can. Go back and send it again: it will not be done twice."
                .into(),
        ),
        StatusCode::METHOD_NOT_ALLOWED => (
            "This address does not work that way",
            "It can be opened or sent to, but not both. Go back and use the button or link on the page.".into(),
        ),
        StatusCode::NOT_FOUND => return crate::not_found(),
        status if status.is_client_error() => (
            "This could not be read",
            "What was sent is not complete. Go back, load the page again and send it again.".into(),
        ),
        _ => (
            "Something went wrong",
            format!("It has been written down as {}. Tell whoever runs this service.", request_id()),
        ),
    };
    notice(status, title, text)
}

fn has_own_words(response: &Response<Body>) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| !kind.as_bytes().starts_with(b"text/plain"))
}

fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("without words")
}
