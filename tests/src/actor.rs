use crate::Answer;
use axum::{
    Router,
    body::Body,
    http::{Request, header},
};
use http_body_util::BodyExt;
use tower::ServiceExt;

/// Somebody with a browser.
#[derive(Clone)]
pub struct Actor {
    router: Router,
    slug: String,
    token: Option<String>,
}

impl Actor {
    pub(crate) fn new(router: Router, slug: String, token: Option<String>) -> Self {
        Self { router, slug, token }
    }

    /// The address below the organisation: "board" asks for "/northshire/board". One that begins with a slash is whole.
    fn address(&self, path: &str) -> String {
        if path.starts_with('/') { path.into() } else { format!("/{}/{path}", self.slug) }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request("GET", path).body(Body::empty()).expect("a request")).await
    }

    /// Sends a body as it is.
    pub async fn post_body(&self, path: &str, body: &str) -> Answer {
        let request = self
            .request("POST", path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body.to_owned()))
            .expect("a request");
        self.send(request).await
    }

    pub async fn post(&self, path: &str, fields: &[(String, String)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.post_body(path, &body).await
    }

    /// Opens the page, changes these answers of its form, and sends it.
    pub async fn fill(&self, path: &str, answers: &[(&str, &str)]) -> Answer {
        let form = self.get(path).await.form(answers);
        self.post(path, &form).await
    }

    pub fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(self.address(path)).header(header::HOST, "town.test");
        match &self.token {
            Some(token) => request.header(header::COOKIE, format!("session={token}")),
            None => request,
        }
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.expect("never fails");
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("a body").to_bytes();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }
}
