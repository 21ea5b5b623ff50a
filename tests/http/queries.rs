//! A page costs the same few statements whatever it shows. Each is asked twice, because the first who asks may find
//! that the portfolio is not in memory.
use crate::matrix::is_of_organisation;
use axum::http::Method;
use chrono::TimeDelta;
use domain::{OrganisationId, PersonId, Slug, testing::*};
use std::collections::BTreeSet;
use store::Asked;
use tests::{Actor, Crowd, Heard, Town, address, furnished, now};
use uuid::Uuid;

const SMALL: OrganisationId = OrganisationId(Uuid::from_u128(1 << 80));
const LARGE: OrganisationId = OrganisationId(Uuid::from_u128(2 << 80));
/// Session, standing, and one for what is not in the portfolio: history, people's own, or what came before. Whoever has
/// half-written forms costs one more, and so does whoever looks in from a member council, for where they belong.
const MOST: usize = 3;

const MAIN: [&str; 15] = [
    "",
    "/board",
    "/priorities",
    "/risks",
    "/appetite",
    "/people",
    "/settings",
    "/updates/new",
    "/innovations/{number}",
    "/innovations/{number}/updates",
    "/innovations/{number}/updates/new",
    "/innovations/{number}/milestones",
    "/innovations/{number}/risks",
    "/innovations/{number}/money",
    "/innovations/{number}/history",
];

async fn town() -> Town {
    let town = Town::new().await;
    for (id, slug, innovations) in [(SMALL, "small", 5), (LARGE, "large", 500)] {
        let crowd = Crowd { organisation: id, today: today() };
        let decision = furnished(id, slug, "FULL").and(crowd.begin(2..=innovations));
        let updates = (2..=innovations).map(|number| crowd.update(number, 1, day("2026-11-10")));
        let decision = updates.fold(decision, |all, update| all.and_add(update));
        let slug: Slug = slug.parse().expect("a slug");
        let asked = Asked::at(now() - TimeDelta::days(2));
        town.store.found(id, &slug, MANAGER, asked, decision).await.expect("founded");
    }
    town
}

/// What the second request for a page costs, and its status.
async fn cost(actor: &Actor, address: &str) -> (u16, Vec<String>) {
    actor.get(address).await;
    let answer = actor.get(address).await;
    (answer.status.as_u16(), answer.statements())
}

/// Asks every page of both organisations; gives back those that nobody was shown.
async fn ask_all(query: &str, people: &[PersonId]) -> BTreeSet<&'static str> {
    let town = town().await;
    let pages = || town.routes.iter().filter(|route| route.method == Method::GET && is_of_organisation(route));
    let mut unseen: BTreeSet<_> = pages().map(|route| route.path).collect();
    for person in people {
        let actor = town.signed_in(*person).await;
        for route in pages() {
            let few = cost(&actor, &format!("{}{query}", address(route, "small", SMALL))).await;
            let many = cost(&actor, &format!("{}{query}", address(route, "large", LARGE))).await;
            assert_eq!(few, many, "{} costs the same for 5 and for 500 innovations", route.path);
            assert!((1..=MOST).contains(&few.1.len()), "{}: {:?}", route.path, few.1);
            if few.0 == 200 {
                unseen.remove(route.path);
            }
        }
    }
    unseen
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_costs_the_same_few_statements_for_5_and_for_500_innovations() {
    let unseen = ask_all("", &[MANAGER, LEAD, ADMINISTRATOR, EXECUTIVE]).await;
    for path in MAIN {
        assert!(!unseen.contains(format!("/{{organisation}}{path}").as_str()), "{path} is shown to somebody");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_largest_plan_register_report_and_board_of_work_cost_no_more_statements() {
    let town = Town::new().await;
    let id = OrganisationId(Uuid::from_u128(3 << 80));
    let crowd = Crowd { organisation: id, today: today() };
    let slug: Slug = "plenty".parse().expect("a slug");
    let at = now() - TimeDelta::days(14);
    let decision = furnished(id, "plenty", "FULL").and(crowd.plenty());
    let decision = decision.and_add(crowd.update(Crowd::CHANGED, 1, day("2026-11-10")));
    town.store.found(id, &slug, MANAGER, Asked::at(at), decision).await.expect("founded");
    let reach = town.store.reach(&slug, MANAGER, now()).await.expect("there");
    town.store.decide(&reach, Asked::at(now()), |seen, _| Ok(crowd.change_much(seen))).await.expect("decided");
    let manager = town.manager().await;
    for (page, says) in [
        ("/plenty/roadmap", "Warm homes advice 198"),
        ("/plenty/risks", "3002 open threats"),
        ("/plenty/innovations/3/updates/new", "Group 4 has begun"),
        ("/plenty/innovations/2/flow", "Piece of work"),
    ] {
        manager.get(page).await.is(200).says(says);
        let began = std::time::Instant::now();
        let answer = manager.get(page).await;
        let statements = answer.statements();
        println!("{page}: {} statements, {} bytes, {:?}", statements.len(), answer.body.len(), began.elapsed());
        assert!((1..=MOST).contains(&statements.len()), "{page}: {statements:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_been_heard_in_5000_engagements_costs_no_more_statements() {
    let town = Town::new().await;
    let (slug, heard) = (town.slug.parse().expect("a slug"), Heard { today: today() });
    heard.add_areas(&town.store, &slug, now()).await.expect("kept");
    heard.bring(&town.store, &slug, now()).await.expect("brought");
    let manager = town.manager().await;
    for (page, says) in [
        ("coverage", "priority groups"),
        ("feedback", "things that people said"),
        ("stakeholders", "400 stakeholders in the register"),
        ("innovations/3/engagement", "engagements logged"),
    ] {
        manager.get(page).await.is(200).says(says);
        let began = std::time::Instant::now();
        let answer = manager.get(page).await;
        let statements = answer.statements();
        println!("{page}: {} statements, {} bytes, {:?}", statements.len(), answer.body.len(), began.elapsed());
        assert!((1..=MOST).contains(&statements.len()), "{page}: {statements:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_past_day_costs_no_more_than_today() {
    let unseen = ask_all("?as-at=2026-11-23", &[MANAGER]).await;
    assert!(!unseen.contains("/{organisation}/board"), "{unseen:?}");
}
