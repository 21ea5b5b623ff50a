//! What a browser reads before it puts the log beside the other programs of a phone.
use super::LOG;
use crate::{assets, failure::Failure, here::Here};
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use domain::Act;
use serde_json::json;

pub async fn manifest(here: Here) -> Result<Response, Failure> {
    here.seen().must(Act::LogEngagement, None)?;
    let start = here.link(LOG);
    let icon = |name, purpose| json!({ "src": assets::path(name), "type": "image/svg+xml", "sizes": "any", "purpose": purpose });
    let manifest = json!({
        "id": start,
        "start_url": start,
        "scope": "/",
        "name": format!("Foothold, {}", here.seen().organisation().name),
        "short_name": "Foothold",
        "description": "Log who was heard, and what they said",
        "lang": "en-GB",
        "display": "standalone",
        "background_color": "#1b2a4a",
        "theme_color": "#1b2a4a",
        "icons": [icon("icon.svg", "any"), icon("icon-maskable.svg", "maskable")],
    });
    Ok(([(header::CONTENT_TYPE, "application/manifest+json")], manifest.to_string()).into_response())
}
