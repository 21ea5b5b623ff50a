//! How much a page makes a browser load, as it is sent with brotli: the page and every file that it names.
//! Needs the browser half: `cargo xtask site --release`.
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use chrono::TimeDelta;
use domain::{Decision, Stake, StakeId, Stakeholder, StakeholderId, testing::*};
use http_body_util::BodyExt;
use store::Asked;
use tests::{Actor, Crowd, Town, now};
use tower::ServiceExt;
use uuid::Uuid;

const ISLANDS: [&str; 2] = ["islands.", ".wasm"];
/// The page, its style and its script, without the islands.
const MOST: usize = 40 * 1024;
/// What a page without islands may load as script.
const MOST_SCRIPT: usize = 2 * 1024;

async fn sent(town: &Town, request: Request<Body>) -> usize {
    let response = town.router.clone().oneshot(request).await.expect("never fails");
    assert_eq!(response.status(), StatusCode::OK, "is the browser half built? `cargo xtask site --release`");
    assert_eq!(response.headers().get(header::CONTENT_ENCODING).map(|it| it.as_bytes()), Some(&b"br"[..]));
    response.into_body().collect().await.expect("a body").to_bytes().len()
}

fn packed(actor: &Actor, path: &str) -> Request<Body> {
    actor.request("GET", path).header(header::ACCEPT_ENCODING, "br").body(Body::empty()).expect("a request")
}

/// The files that a page loads.
async fn files(actor: &Actor, path: &str) -> Vec<String> {
    let page = actor.get(path).await.is(200);
    let named = page.body.split(['"', ' ', '>']).filter(|part| part.starts_with("/assets/"));
    named.map(ToOwned::to_owned).collect()
}

/// The log of engagement, whatever it loads.
const MOST_OF_LOG: usize = 60 * 1024;

async fn with_24_cards() -> Town {
    let town = Town::new().await;
    let crowd = Crowd { organisation: NORTHSHIRE, today: today() };
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    let decision = (2..=24).fold(crowd.begin(2..=24), |all, number| all.and_add(crowd.update(number, 1, today())));
    town.store.decide(&reach, Asked::at(now() - TimeDelta::days(1)), |_, _| Ok(decision)).await.expect("decided");
    town
}

#[tokio::test(flavor = "multi_thread")]
async fn a_board_of_24_cards_loads_at_most_40_kilobytes_besides_the_islands() {
    let town = with_24_cards().await;
    let manager = town.manager().await;
    assert_eq!(manager.get("board").await.texts(".lane-cards > li").len(), 24);
    let mut bytes = sent(&town, packed(&manager, "board")).await;
    let files = files(&manager, "board").await;
    assert!(files.iter().any(|file| file.contains("islands.")), "a manager’s board has an island: {files:?}");
    for file in files.iter().filter(|file| !ISLANDS.iter().any(|part| file.contains(part))) {
        bytes += sent(&town, packed(&manager, file)).await;
    }
    println!("a board of 24 cards loads {bytes} of {MOST} bytes");
    assert!(bytes <= MOST, "{bytes} bytes");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_without_islands_loads_no_compiled_part_and_hardly_any_script() {
    let town = with_24_cards().await;
    let (manager, viewer) = (town.manager().await, town.viewer().await);
    let still =
        [(&viewer, "board"), (&manager, "innovations/1"), (&manager, "innovations/1/updates/new"), (&manager, "")];
    for (actor, path) in still {
        let path = if path.is_empty() { "/northshire" } else { path };
        let files = files(actor, path).await;
        let mut script = 0;
        for file in files.iter().filter(|file| file.ends_with(".js")) {
            script += actor.get(file).await.is(200).body.len();
        }
        assert!(!files.is_empty() && script <= MOST_SCRIPT, "{path}: {script} bytes of script");
        assert!(!files.iter().any(|file| ISLANDS.iter().any(|part| file.contains(part))), "{path}: {files:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_of_engagement_loads_at_most_60_kilobytes_with_24_innovations_and_400_groups() {
    let town = with_24_cards().await;
    let groups = (0..400).fold(Decision::default(), |all, number| {
        let (id, name) = (StakeholderId(Uuid::from_u128(90_000 + number)), format!("Street group {number}"));
        let stake = Stake { id: StakeId(id.0), stakeholder: id, ..stake() };
        all.and_add(Stakeholder { id, name: text(&name), ..stakeholder() }).and_add(stake)
    });
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    town.store.decide(&reach, Asked::at(now() - TimeDelta::days(1)), |_, _| Ok(groups)).await.expect("decided");
    let manager = town.manager().await;
    for page in ["engagement/new?innovation=1", "engagement/offline"] {
        let mut bytes = sent(&town, packed(&manager, page)).await;
        for file in files(&manager, page).await {
            bytes += sent(&town, packed(&manager, &file)).await;
        }
        println!("{page} with 400 groups loads {bytes} of {MOST_OF_LOG} bytes");
        assert!(bytes <= MOST_OF_LOG, "{page}: {bytes} bytes");
    }
}
