//! The page of scale-up of an innovation as a whole, and that of the organisation.
use chrono::TimeDelta;
use domain::{CommitmentKind, Decision, Place, SiteState, StageMove, StageMoveId, testing::*};
use store::Asked;
use tests::{Town, now};
use uuid::Uuid;

const TAB: &str = "innovations/1/scale-up";
const ALL: &str = "scale-up";

fn entered_on(ordinal: u32, from: Place, to: Place, on: &str) -> StageMove {
    StageMove {
        id: StageMoveId(Uuid::from_u128(66_000 + u128::from(ordinal))),
        ..entered(LAMPS, ordinal, from, to, day(on))
    }
}

async fn town_with(decision: Decision) -> Town {
    let town = Town::new().await;
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    town.store.decide(&reach, Asked::at(now() - TimeDelta::days(2)), |_, _| Ok(decision)).await.expect("kept");
    town
}

fn ward(decision: Decision, number: u32, steps: &[(SiteState, &str)]) -> Decision {
    site_moves(number, steps).into_iter().fold(decision.and_add(site(number)), Decision::and_add)
}

/// Scaling since February: one ward of four is live, one declined, and nothing has happened since.
fn come_to_a_halt() -> Decision {
    let decision = Decision::add(scale_plan())
        .and_add(entered_on(2, Place::Stage(0), Place::Stage(3), "2026-02-02"))
        .and_add(commitment(1, CommitmentKind::Funding, Some("2027-03-24")));
    let decision = ward(decision, 1, &[(SiteState::Live, "2026-03-02")]);
    let decision = ward(decision, 2, &[(SiteState::Declined, "2026-03-09")]);
    ward(ward(decision, 3, &[]), 4, &[(SiteState::Agreed, "2026-03-16")])
}

#[tokio::test]
async fn the_page_says_how_far_it_has_come_against_the_plan_and_what_stands_in_the_way() {
    let town = town_with(come_to_a_halt()).await;
    let page = town.executive().await.get(TAB).await.is(200);
    let vitals = page.texts(".stack > .vitals > div");
    assert_eq!(vitals[0], "Sites live 1 of 4 25.0% Plan was 4 by now");
    assert!(vitals[3].starts_with("Next site Ward 3 1 October 2026, 7 weeks late"), "{vitals:?}");
    assert_eq!(vitals[4], "What blocks A sponsor is not promised");
    page.says("3 sites of 4 that were to be live by now are not").says("Planned to be live by now, and not");
    assert_eq!(page.texts("svg.chart[role=img]").len(), 1);
    let boxes = page.texts(".site-map > div");
    assert!(boxes[0].starts_with("Aware 1") && boxes[1].starts_with("Trying 1") && boxes[2].starts_with("Using 1"));
    page.says("declined, 9 March 2026: As agreed with the ward.");
    page.says("Stalled")
        .says("No site has come further for 90 days")
        .says("The rest are not coming. Ask those who declined why.");
    page.says("Persistence").says("Promised for 0 months");
}

#[tokio::test]
async fn the_organisation_sees_first_what_does_not_move() {
    let town = town_with(come_to_a_halt()).await;
    let page = town.executive().await.get(ALL).await.is(200);
    page.says("1 innovation stalled, 1 spreading no further, 1 review overdue.");
    let headings = page.texts("main h2");
    assert!(headings[0].starts_with("Stalled") && headings[1].starts_with("Plateaus"), "{headings:?}");
    page.says("No pilot is past its time without a decision.");
    page.says("NC-1 Smart street lamps").says("1 of 4 eligible sites, 25.0%").says("Ward 2: As agreed with the ward");
    page.says("0 done of 1 due, 1 overdue").says("Nobody has promised a sponsor");
    town.administrator().await.get(ALL).await.is(200);
    town.viewer().await.get(ALL).await.is(200).keeps_silent("Smart street lamps");
}

#[tokio::test]
async fn a_pilot_past_its_time_stands_in_purgatory_with_its_sites() {
    let pilot = entered_on(2, Place::Stage(0), Place::Stage(2), "2026-02-02");
    let town = town_with(ward(Decision::add(pilot), 1, &[(SiteState::Live, "2026-03-02")])).await;
    town.wait(TimeDelta::days(400));
    let page = town.executive().await.get(ALL).await;
    assert!(page.texts("main h2")[0].starts_with("Pilot purgatory"), "the worst stands first");
    page.says("1 pilot past its time")
        .says("over the longest time for a pilot, with no decision, live at 1 of 1 sites");
}

#[tokio::test]
async fn where_nothing_has_begun_the_organisation_is_told_so() {
    let town = Town::new().await;
    let page = town.executive().await.get(ALL).await.is(200);
    page.says("No pilot is past its time without a decision.").says("Nothing that scales has come to a halt.");
    page.says("No innovation has a site yet");
    let menu = town.executive().await.get("board").await.is(200).texts(".mast-nav a");
    assert!(menu.contains(&"Scale-up".to_owned()), "{menu:?}");
}
