//! Every address, asked by everybody: who gets an answer, and that nobody learns of another organisation.
use axum::{
    body::Body,
    http::{Method, header},
};
use chrono::TimeDelta;
use domain::{Act, OrganisationId, PersonId, Role, Sequence, testing::*};
use store::Asked;
use tests::{Actor, Answer, Town, address, furnished, now};
use uuid::Uuid;
use web::{Route, Who};

pub const OURS: OrganisationId = OrganisationId(Uuid::from_u128(1 << 80));
const THEIRS: OrganisationId = OrganisationId(Uuid::from_u128(2 << 80));
/// Holds no place in ours.
const OUTSIDER: PersonId = PersonId(Uuid::from_u128(77));

async fn town() -> Town {
    let town = Town::new().await;
    for (id, slug, mark) in [(OURS, "ours", "PLAIN"), (THEIRS, "theirs", "CANARY")] {
        let asked = Asked::at(now() - TimeDelta::days(20));
        let slug: domain::Slug = slug.parse().expect("a slug");
        let decision = furnished(id, &slug.to_string(), mark);
        town.store.found(id, &slug, MANAGER, asked, decision).await.expect("founded");
    }
    town.add_person(OUTSIDER, "outsider").await;
    town
}

async fn ask(actor: &Actor, route: &Route, address: &str) -> Answer {
    if route.method == Method::GET { actor.get(address).await } else { actor.post_body(address, route.example).await }
}

pub(super) fn is_of_organisation(route: &Route) -> bool {
    route.path.starts_with("/{organisation}")
}

fn public(route: &Route) -> bool {
    route.who == Who::Anyone
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_not_signed_in_is_sent_to_sign_in_and_learns_nothing() {
    let town = town().await;
    let (stranger, late) = (town.stranger(), town.manager().await);
    town.wait(TimeDelta::days(8));
    for route in town.routes.iter().filter(|route| !public(route)) {
        for (actor, who) in [(&stranger, "a stranger"), (&late, "an expired session")] {
            let address = address(route, "ours", OURS);
            let answer = ask(actor, route, &address).await;
            // A page that is sent gets the sign-in in its place, with what was typed.
            let carried = answer.status == 401 && answer.body.contains("action=\"/sign-in?next=");
            let away = carried || answer.location().starts_with("/sign-in") && answer.status == 303;
            assert!(away, "{who} at {} {address}: {}", route.method, answer.status);
            answer.keeps_silent("PLAIN").keeps_silent("CANARY");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_organisation_is_as_absent_as_one_that_does_not_exist() {
    let town = town().await;
    let outsider = town.signed_in(OUTSIDER).await;
    for route in town.routes.iter().filter(|route| is_of_organisation(route) && !public(route)) {
        let foreign = ask(&outsider, route, &address(route, "ours", OURS)).await;
        let absent = ask(&outsider, route, &address(route, "nowhere", OURS)).await;
        let (method, path) = (&route.method, route.path);
        assert_eq!(foreign.status, 404, "{method} {path}");
        assert_eq!(foreign.body, absent.body, "{method} {path}: the same bytes");
        foreign.keeps_silent("PLAIN");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_role_gets_what_the_permission_table_says() {
    let people = [
        (ADMINISTRATOR, Role::Administrator),
        (MANAGER, Role::ProgrammeManager),
        (LEAD, Role::TeamMember),
        (EXECUTIVE, Role::Executive),
        (VIEWER, Role::Viewer),
    ];
    for (person, role) in people {
        let town = town().await;
        let actor = town.signed_in(person).await;
        let reach = town.store.reach(&"ours".parse().expect("a slug"), person, now()).await.expect("a member");
        let lamps = reach.seen().innovation(LAMPS).ok().cloned();
        for route in town.routes.iter().filter(|route| is_of_organisation(route) && !public(route)) {
            let answer = ask(&actor, route, &address(route, "ours", OURS)).await;
            let about = route.path.contains("{number}");
            let expected = match route.who {
                _ if about && lamps.is_none() => Expected::Absent,
                _ if is_inside(route) && !reach.seen().reads_inside() => Expected::Absent,
                Who::May(act) if !reach.seen().may(act, lamps.as_deref().filter(|_| about)) => Expected::Refused,
                _ => Expected::Answered,
            };
            let found = answer.status.as_u16();
            let fits = match expected {
                Expected::Absent => found == 404,
                // The first move has no condition that somebody could meet, a council has no member councils, and a
                // viewer for partners is told of no risk of the organisation.
                Expected::Refused => found == 403 || (found == 404 && has_no_such(route)),
                Expected::Answered => !matches!(found, 401 | 403 | 500..) && (found != 404 || changed_before(route)),
            };
            assert!(
                fits,
                "{role:?} at {} {}: {found}, expected {expected:?}: {}",
                route.method,
                route.path,
                answer.text()
            );
            answer.keeps_silent("CANARY");
            assert!(answer.headers.values().all(|value| !String::from_utf8_lossy(value.as_bytes()).contains("CANARY")));
        }
    }
}

/// Not for guests, who do not learn that it is there.
fn is_inside(route: &Route) -> bool {
    let records = ["/meetings/{id}", "/decisions/{id}", "/follow-ups/{id}", "/stakeholders/{id}"];
    route.who == Who::Inside || records.iter().any(|part| route.path.contains(part))
}

fn has_no_such(route: &Route) -> bool {
    ["/conditions/", "/councils/", "n}/risks/{id}", "n}/issues/{id}"].iter().any(|part| route.path.contains(part))
}

#[derive(Debug)]
enum Expected {
    Absent,
    Refused,
    Answered,
}

/// Earlier requests of the same round removed or ended what these are about, or the record never had such a part.
fn changed_before(route: &Route) -> bool {
    [
        "remove",
        "finish",
        "actions/{action}",
        "conditions",
        "councils",
        "still-true",
        "readings",
        "measures",
        "outcomes",
        "edit",
        "people",
        "{id}",
    ]
    .iter()
    .any(|part| route.path.contains(part))
}

#[tokio::test(flavor = "multi_thread")]
async fn ids_of_another_organisation_are_as_absent_as_ids_that_nothing_has() {
    let town = town().await;
    let manager = town.manager().await;
    let nobody = OrganisationId(Uuid::from_u128(9 << 80));
    let with_ids = |route: &&Route| {
        let own =
            ["{organisation}", "{number}", "{statement}", "{ordinal}", "{index}", "{action}", "{item}", "{experiment}"];
        is_of_organisation(route) && route.path.split('/').any(|part| part.starts_with('{') && !own.contains(&part))
    };
    for route in town.routes.iter().filter(with_ids) {
        if route.path.contains("/people/") {
            continue;
        }
        let foreign = ask(&manager, route, &address(route, "ours", THEIRS)).await;
        let absent = ask(&manager, route, &address(route, "ours", nobody)).await;
        let refused = matches!(foreign.status.as_u16(), 403 | 404 | 422);
        assert!(refused, "{} {}: {}", route.method, route.path, foreign.status);
        assert_eq!(foreign.status, absent.status, "{} {}", route.method, route.path);
        foreign.keeps_silent("CANARY");
    }
    let after = town.store.load(THEIRS).await.expect("loads");
    let began = furnished(THEIRS, "theirs", "CANARY").edits.len();
    assert_eq!(after.sequence, Sequence(began.try_into().expect("few")), "nothing of theirs has moved");
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_changes_nothing() {
    let town = town().await;
    let before = town.store.load(OURS).await.expect("loads").sequence;
    for person in [ADMINISTRATOR, MANAGER, LEAD, EXECUTIVE, VIEWER] {
        let actor = town.signed_in(person).await;
        for route in town.routes.iter().filter(|route| route.method == Method::GET && is_of_organisation(route)) {
            actor.get(&address(route, "ours", OURS)).await;
        }
    }
    assert_eq!(town.store.load(OURS).await.expect("loads").sequence, before);
}

/// A bare `>` inside a tag of `view!` ends the tag, and the rest of the comparison is shown to people.
#[tokio::test(flavor = "multi_thread")]
async fn no_page_shows_a_piece_of_its_markup() {
    let town = town().await;
    let manager = town.manager().await;
    for route in town.routes.iter().filter(|route| route.method == Method::GET) {
        let page = manager.get(&address(route, "ours", OURS)).await;
        let text = page.text();
        assert!(!text.contains("0 >") && !text.contains("0>"), "{}: {text}", route.path);
        let titles = page.texts("title");
        assert!(!titles.iter().any(|title| title.contains('<')), "{}: {titles:?}", route.path);
    }
}

/// They are open to everyone, and tell of nothing that is not published.
#[tokio::test(flavor = "multi_thread")]
async fn public_addresses_answer_everyone_alike_and_an_organisation_that_publishes_nothing_as_an_absent_one() {
    let town = town().await;
    let is_public = |route: &&Route| route.path.starts_with("/public/{organisation}/");
    let routes: Vec<_> = town.routes.iter().filter(is_public).collect();
    assert!(routes.len() >= 2 && routes.iter().all(|route| public(route) && route.method == Method::GET));
    let people = [town.stranger(), town.manager().await, town.signed_in(OUTSIDER).await];
    for route in routes {
        let mut answers = vec![];
        for actor in &people {
            for slug in ["ours", "theirs", "nowhere"] {
                let answer = ask(actor, route, &address(route, slug, OURS)).await.is(404);
                assert!(answer.header("set-cookie").is_none(), "{} at {}", slug, route.path);
                answers.push(answer.body);
            }
        }
        assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{}: the same bytes", route.path);
    }
}

/// A draft is opened by what answers its form, so this asks each of them to do nothing.
#[tokio::test(flavor = "multi_thread")]
async fn opening_a_draft_changes_nothing() {
    let town = town().await;
    let before = town.store.load(OURS).await.expect("loads").sequence;
    for person in [ADMINISTRATOR, MANAGER, LEAD, EXECUTIVE] {
        let actor = town.signed_in(person).await;
        for route in town.routes.iter().filter(|route| route.method == Method::POST && is_of_organisation(route)) {
            let address = address(route, "ours", OURS);
            let of = address.strip_prefix("/ours/").unwrap_or_default();
            actor.post_body(&format!("/ours/drafts?of={of}"), &format!("{}&more=x", route.example)).await.is(303);
            let answer = actor.get(&format!("{address}?draft=open")).await;
            let is_page = matches!(answer.status.as_u16(), 200 | 303 | 403 | 404 | 405 | 409 | 422);
            assert!(is_page && !answer.body.contains("/link/"), "{address}: {}", answer.text());
        }
    }
    assert_eq!(town.store.load(OURS).await.expect("loads").sequence, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_of_other_sites_are_refused_everywhere() {
    let town = town().await;
    let before = town.store.load(OURS).await.expect("loads").sequence;
    let manager = town.manager().await;
    for route in town.routes.iter().filter(|route| route.method == Method::POST) {
        let address = address(route, "ours", OURS);
        let request = manager
            .request("POST", &address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, "https://elsewhere.example")
            .header("sec-fetch-site", "cross-site")
            .body(Body::from(route.example))
            .expect("a request");
        let answer = manager.send(request).await;
        assert_eq!(answer.status, 403, "{address}");
    }
    assert_eq!(town.store.load(OURS).await.expect("loads").sequence, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_the_security_headers() {
    let town = town().await;
    let manager = town.manager().await;
    for route in &town.routes {
        let answer = ask(&manager, route, &address(route, "ours", OURS)).await;
        for name in ["content-security-policy", "x-content-type-options", "referrer-policy", "x-request-id"] {
            assert!(answer.header(name).is_some(), "{name} at {} {}", route.method, route.path);
        }
        let policy = answer.header("content-security-policy").unwrap_or_default();
        assert!(!policy.contains("unsafe-inline") && policy.contains("frame-ancestors 'none'"), "{policy}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_just_removed_gets_nothing_on_the_next_request() {
    let town = town().await;
    let (lead, administrator) = (town.lead().await, "administrator");
    lead.get("/ours/board").await.is(200);
    town.disable_person(LEAD).await;
    assert_eq!(lead.get("/ours/board").await.is(303).location(), "/sign-in?next=%2Fours%2Fboard", "{administrator}");
}

/// The example of every route is what its form would send: it is understood, whatever becomes of it.
#[tokio::test(flavor = "multi_thread")]
async fn every_form_says_what_it_needs() {
    let town = town().await;
    let reads = Act::ALL.iter().filter(|act| act.label().is_empty()).count();
    assert_eq!(reads, 0, "each act has words for a refusal");
    for route in town.routes.iter().filter(|route| route.method == Method::POST) {
        let forms = town.routes.iter().any(|other| other.method == Method::GET && other.path == route.path);
        let alone = ["/glance", "/drafts", "/sign-out", "/still-true", "/updates/ask", "/undo"]
            .iter()
            .any(|part| route.path.contains(part));
        assert!(forms || alone || route.path.starts_with("/account"), "{} has a page with its form", route.path);
    }
}
