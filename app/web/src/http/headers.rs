//! What browsers are told to refuse, to keep and to forget.
use super::caller;
use crate::App;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

/// Marks a page with parts that move in the browser: it may run what the islands are compiled to.
#[derive(Clone, Copy)]
pub(crate) struct Moves;

macro_rules! content {
    ($more:literal) => {
        concat!(
            "default-src 'none'; script-src 'self'",
            $more,
            "; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
             worker-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
        )
    };
}
const STILL: &str = content!("");
const MOVING: &str = content!(" 'wasm-unsafe-eval'");

const ALWAYS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

/// Two years, as the lists that browsers carry ask for.
const ONLY_ENCRYPTED: &str = "max-age=63072000";
const SPECULATION: &str = "\"/assets/speculation.json\"";

pub async fn protect(State(app): State<App>, request: Request, next: Next) -> Response {
    let peer = caller::peer(request.extensions().get());
    if app.site.is_secure && caller::came_in_the_clear(peer, request.headers(), &app.site.trusted_proxies) {
        let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
        return Redirect::permanent(&format!("{}{path}", app.site.public_url)).into_response();
    }
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let mut response = next.run(request).await;
    let (moves, status) = (response.extensions().get::<Moves>().is_some(), response.status());
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // A page that the browser holds keeps the policy it came with: another one here would take its place.
    if status != axum::http::StatusCode::NOT_MODIFIED {
        let content = HeaderValue::from_static(if moves { MOVING } else { STILL });
        headers.insert(header::CONTENT_SECURITY_POLICY, content);
    }
    if holds_secret(&path) {
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    }
    if app.site.is_secure {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(ONLY_ENCRYPTED));
    }
    if is_page(headers) {
        headers.insert("speculation-rules", HeaderValue::from_static(SPECULATION));
    }
    keep(headers, &path);
    if method == Method::POST && path == "/sign-out" && (status.is_success() || status.is_redirection()) {
        headers.insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    }
    response
}

/// What says nothing about itself is not kept anywhere, and nothing about people is, whatever it says.
fn keep(headers: &mut HeaderMap, path: &str) {
    if is_about_people(path) {
        headers.remove(header::ETAG);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    } else {
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    }
}

/// Addresses that let in whoever knows them.
fn holds_secret(path: &str) -> bool {
    path.starts_with("/link/") || path == "/setup"
}

fn is_about_people(path: &str) -> bool {
    let mut parts = path.split('/').skip(1);
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    matches!(first, "account" | "sign-in" | "sign-out" | "setup" | "link") || matches!(second, "people" | "log")
}

fn is_page(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_about_people_are_never_kept() {
        for path in ["/account", "/account/sessions", "/sign-in", "/setup", "/northshire/people", "/x/people/7/edit"] {
            assert!(is_about_people(path), "{path}");
        }
        for path in ["/", "/northshire", "/northshire/innovations/people", "/accounts", "/peoples/board"] {
            assert!(!is_about_people(path), "{path}");
        }
    }

    #[test]
    fn only_moving_pages_may_run_compiled_parts() {
        assert!(!STILL.contains("wasm") && MOVING.contains("script-src 'self' 'wasm-unsafe-eval';"));
        assert!(!STILL.contains("unsafe-inline") && !MOVING.contains("unsafe-inline"));
    }
}
