//! What every answer carries, and what is refused before a page is asked.
use axum::{
    Router,
    body::Body,
    http::{Method, StatusCode, header},
    routing::{get, post},
};
use std::sync::Arc;
use tests::{Actor, Answer, Town};
use web::{App, Site};

const FORM: &str = "application/x-www-form-urlencoded";

async fn sent(actor: &Actor, method: &str, path: &str, headers: &[(&str, &str)], body: Body) -> Answer {
    let request =
        headers.iter().fold(actor.request(method, path), |request, (name, value)| request.header(*name, *value));
    actor.send(request.body(body).unwrap()).await
}

/// The same town behind another address, or with more routes.
async fn changed(town: &mut Town, site: Site, more: Router<App>) -> Actor {
    let app = App { site: Arc::new(site), ..town.app.clone() };
    town.router = web::service_with(app, more).0;
    town.stranger()
}

#[tokio::test]
async fn every_answer_says_what_browsers_must_refuse() {
    let town = Town::new().await;
    let (manager, stranger) = (town.manager().await, town.stranger());
    let answers = [
        manager.get("board").await.is(200),
        stranger.get("board").await.is(303),
        stranger.get("/nowhere/at/all").await.is(404),
        stranger.get("/health").await.is(200),
        sent(&stranger, "POST", "board", &[("sec-fetch-site", "cross-site")], Body::empty()).await.is(403),
    ];
    for answer in answers {
        let policy = answer.header("content-security-policy").unwrap();
        for part in [
            "default-src 'none'",
            "script-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "worker-src 'self'",
            "form-action 'self'",
        ] {
            assert!(policy.contains(part), "{part} in {policy}");
        }
        assert!(!policy.contains("unsafe-inline"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("referrer-policy"), Some("same-origin"));
        assert_eq!(answer.header("strict-transport-security"), None, "not over http");
        assert_eq!(answer.header("x-request-id").map(str::len), Some(32));
        assert!(answer.header("cache-control").is_some());
    }
}

#[tokio::test]
async fn compiled_parts_may_run_only_on_a_page_that_has_them() {
    let town = Town::new().await;
    let manager = town.manager().await;
    for path in ["board", "innovations/1/milestones"] {
        let page = manager.get(path).await.is(200);
        let allowed = page.header("content-security-policy").unwrap().contains("wasm-unsafe-eval");
        assert_eq!(allowed, page.body.contains("<leptos-island"), "{path}");
    }
}

#[tokio::test]
async fn over_https_browsers_are_told_to_stay_there() {
    let mut town = Town::new().await;
    let site =
        Site { public_url: "https://town.test".into(), is_secure: true, trusted_proxies: vec![[127, 0, 0, 1].into()] };
    let stranger = changed(&mut town, site, Router::new()).await;
    let answer = stranger.get("/nowhere/at/all").await.is(404);
    assert_eq!(answer.header("strict-transport-security"), Some("max-age=63072000"));
    let plain = sent(&stranger, "GET", "/sign-in?next=x", &[("x-forwarded-proto", "http")], Body::empty()).await;
    assert_eq!(plain.is(308).location(), "https://town.test/sign-in?next=x");
}

#[tokio::test]
async fn a_form_of_another_site_is_refused_before_anything_is_done() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let path = "innovations/1/milestones/new";
    let form = lead.get(path).await.form(&[("title", "Trial"), ("kind", "gate"), ("forecast_on", "2027-02-01")]);
    let body: String = form.iter().map(|(name, value)| format!("{name}={value}&")).collect();
    for headers in [("sec-fetch-site", "cross-site"), ("origin", "https://elsewhere.test")] {
        let answer = sent(&lead, "POST", path, &[("content-type", FORM), headers], Body::from(body.clone())).await;
        answer.is(403).says("This was sent from another site");
    }
    assert!(lead.get("innovations/1/milestones").await.texts("tbody tr").is_empty());
    let own = [("content-type", FORM), ("origin", "http://town.test")];
    sent(&lead, "POST", path, &own, Body::from(body)).await.is(303);
}

#[tokio::test]
async fn what_is_too_large_is_refused_in_plain_words() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let path = "innovations/1/milestones/new";
    let said = [("content-type", FORM), ("content-length", "1048577")];
    let answer = sent(&lead, "POST", path, &said, Body::empty()).await.is(413);
    answer.says("This is too large").says("Nothing was saved");
    let chunks = unsaid_length(1025, 1024);
    let unsaid = sent(&lead, "POST", path, &[("content-type", FORM)], chunks).await.is(413);
    unsaid.says("This is too large");
}

/// A body that does not say how long it is.
fn unsaid_length(chunks: usize, bytes: usize) -> Body {
    let chunks = std::iter::repeat_with(move || Ok::<_, std::io::Error>(vec![b'x'; bytes])).take(chunks);
    Body::from_stream(tokio_stream::iter(chunks))
}

#[tokio::test]
async fn addresses_and_methods_that_are_not_there_are_told_apart() {
    let town = Town::new().await;
    let manager = town.manager().await;
    manager.get("board/").await.is(404).says("Page not found");
    manager.get("/nowhere/at/all").await.is(404).says("Page not found");
    let wrong = manager.post_body("board", "").await.is(405);
    wrong.says("This address does not work that way");
    assert!(wrong.header("allow").unwrap().contains("GET"));
    let bare = sent(&manager, "HEAD", "board", &[], Body::empty()).await.is(200);
    assert!(bare.body.is_empty());
    assert_eq!(bare.header("content-type"), Some("text/html; charset=utf-8"));
    let absent = sent(&manager, "HEAD", "/nowhere/at/all", &[], Body::empty()).await.is(404);
    assert!(absent.body.is_empty());
}

#[tokio::test]
async fn a_fault_in_one_page_is_told_with_the_number_it_has_in_the_log() {
    let mut town = Town::new().await;
    async fn fault() -> StatusCode {
        panic!("secret")
    }
    let site = (*town.app.site).clone();
    let stranger = changed(&mut town, site, Router::new().route("/fault", get(fault))).await;
    let answer = stranger.get("/fault").await.is(500);
    let id = answer.header("x-request-id").unwrap();
    answer.says("Something went wrong").says(id).keeps_silent("secret");
    assert!(answer.header("content-security-policy").is_some());
    stranger.get("/health").await.is(200);
}

#[tokio::test]
async fn a_page_that_takes_too_long_says_so_and_whose_doing_it_is() {
    let mut town = Town::new().await;
    let more = Router::new()
        .route("/slow", get(std::future::pending::<StatusCode>))
        .route("/read", post(async |body: String| body));
    let site = (*town.app.site).clone();
    let stranger = changed(&mut town, site, more).await;
    tokio::time::pause();
    stranger.get("/slow").await.is(503).says("Try again in a minute");
    let never = Body::from_stream(tokio_stream::pending::<Result<Vec<u8>, std::io::Error>>());
    let late = sent(&stranger, "POST", "/read", &[], never).await.is(408);
    late.says("This took too long to arrive");
    assert_eq!(late.header(header::CONNECTION.as_str()), Some("close"));
}

#[tokio::test]
async fn without_its_database_it_says_so_and_is_not_healthy() {
    let town = Town::new().await;
    let manager = town.manager().await;
    assert_eq!(town.stranger().get("/health").await.is(200).body, "{\"status\":\"ok\"}");
    town.store.close().await;
    town.stranger().get("/health").await.is(503);
    manager.get("board").await.is(503).says("Foothold cannot reach its database");
}

#[tokio::test]
async fn nothing_is_kept_unless_a_page_says_how() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let page = manager.get("board").await.is(200);
    assert_eq!(page.header("cache-control"), Some("private, no-cache"));
    let tag = page.header("etag").unwrap().to_owned();
    let again = sent(&manager, "GET", "board", &[("if-none-match", &tag)], Body::empty()).await.is(304);
    assert!(again.body.is_empty());
    for (method, path) in [(Method::GET, "/nowhere/at/all"), (Method::GET, "/account"), (Method::GET, "people")] {
        let answer = sent(&manager, method.as_str(), path, &[], Body::empty()).await;
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        assert_eq!(answer.header("etag"), None, "{path}");
    }
}
