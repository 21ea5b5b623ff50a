//! Forms of other sites are turned away, by the headers that browsers send and pages cannot forge.
use crate::{App, failure::notice};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};

pub async fn refuse(State(app): State<App>, request: Request, next: Next) -> Response {
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if changes && is_foreign(request.headers(), &app.site.public_url) {
        let text = "This came from a page of another site, so nothing was done. If you meant it, open Foothold, sign in \
            and do it there.";
        return notice(StatusCode::FORBIDDEN, "This was sent from another site", text.into());
    }
    next.run(request).await
}

/// `Sec-Fetch-Site` where the browser sends it, else `Origin` against the name that was asked for. A request with
/// neither is from no browser that would send our cookie along from elsewhere (it is `SameSite=Lax`).
fn is_foreign(headers: &HeaderMap, public_url: &str) -> bool {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return !matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(header::ORIGIN) else {
        return false;
    };
    let asked = text(header::HOST);
    let is_ours = origin == origin_of(public_url) || asked.is_some_and(|host| host_of(origin) == Some(host));
    !is_ours
}

/// Scheme, name and port of an address that may have a path.
fn origin_of(url: &str) -> &str {
    let start = url.find("://").map_or(0, |at| at + 3);
    url[start..].find('/').map_or(url, |end| &url[..start + end])
}

fn host_of(origin: &str) -> Option<&str> {
    origin.split_once("://").map(|(_, host)| host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(headers: &[(&'static str, &str)]) -> bool {
        let headers = headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        is_foreign(&headers, "https://foothold.example")
    }

    #[test]
    fn what_the_browser_says_about_the_site_counts() {
        assert!(foreign(&[("sec-fetch-site", "cross-site")]));
        assert!(foreign(&[("sec-fetch-site", "same-site")]));
        assert!(!foreign(&[("sec-fetch-site", "same-origin")]));
        assert!(!foreign(&[("sec-fetch-site", "none")]));
        assert!(foreign(&[("sec-fetch-site", "cross-site"), ("origin", "https://foothold.example")]));
    }

    #[test]
    fn an_older_browser_is_judged_by_the_origin() {
        assert!(foreign(&[("origin", "https://elsewhere.example"), ("host", "foothold.example")]));
        assert!(foreign(&[("origin", "null"), ("host", "foothold.example")]));
        assert!(!foreign(&[("origin", "https://foothold.example"), ("host", "10.0.0.7:8080")]));
        assert!(!foreign(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")]));
        assert!(!foreign(&[]));
    }
}
