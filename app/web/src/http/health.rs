//! Whether this instance can serve: for the balancer that chooses between instances.
use crate::App;
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use std::time::Duration;

/// A balancer asks often and waits little.
const PATIENCE: Duration = Duration::from_secs(2);

pub async fn answer(State(app): State<App>) -> Response {
    let (status, word) = match tokio::time::timeout(PATIENCE, app.store.ping()).await {
        Ok(Ok(())) => (StatusCode::OK, "ok"),
        Ok(Err(error)) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "database does not answer")
        }
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "database does not answer"),
    };
    (status, [(header::CONTENT_TYPE, "application/json")], format!("{{\"status\":\"{word}\"}}")).into_response()
}
