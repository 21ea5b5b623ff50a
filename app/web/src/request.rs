//! The id by which a request is found in the logs, and its line there.
use crate::App;
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method},
    middleware::Next,
    response::Response,
};
use domain::PersonId;
use std::{cell::Cell, time::Instant};
use tracing::Instrument;
use uuid::{NoContext, Timestamp, Uuid};

/// What is known of the request being answered.
struct Asked {
    id: String,
    person: Cell<Option<PersonId>>,
}

tokio::task_local! {
    static ASKED: Asked;
}

/// Of the request being answered.
#[must_use]
pub fn request_id() -> String {
    ASKED.try_with(|asked| asked.id.clone()).unwrap_or_default()
}

/// Names who asks in the line of the log.
pub(crate) fn asked_by(person: PersonId) {
    // Outside of a request there is no line.
    let _ = ASKED.try_with(|asked| asked.person.set(Some(person)));
}

/// Gives each request an id, in its log lines and in the header `x-request-id`, and one line when it is answered.
pub async fn identify(State(app): State<App>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = id_at(&app);
    let span = tracing::info_span!("request", id = %id);
    let (method, path) = (request.method().clone(), shortened(request.uri().path()));
    let header = HeaderValue::from_str(&id);
    let asked = Asked { id, person: Cell::new(None) };
    let answer = async move {
        let is_health = path == "/health";
        let is_bare = method == Method::HEAD;
        let response = next.run(request).await;
        let person = ASKED.with(|asked| asked.person.get()).map(|person| person.to_string());
        let ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        let status = response.status().as_u16();
        if is_health {
            tracing::debug!(%method, path, status, ms, "answered");
        } else {
            tracing::info!(%method, path, status, ms, person, "answered");
        }
        if is_bare { response.map(|_| Body::empty()) } else { response }
    };
    let mut response = ASKED.scope(asked, answer.instrument(span)).await;
    if let Ok(header) = header {
        response.headers_mut().insert("x-request-id", header);
    }
    response
}

fn id_at(app: &App) -> String {
    let now = app.now();
    let seconds = u64::try_from(now.timestamp()).unwrap_or(0);
    let time = Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos());
    Uuid::new_v7(time).simple().to_string()
}

/// Without the query: it may hold what somebody typed, or a link's secret.
fn shortened(path: &str) -> String {
    // The rest of such an address is the secret itself.
    if path.starts_with("/link/") {
        return "/link/…".into();
    }
    path.chars().take(200).collect()
}
