use chrono::TimeDelta;
use domain::{
    OrganisationId, Record,
    testing::{EXECUTIVE, MANAGER, founding, place},
};
use store::Asked;
use tests::{Town, now};
use uuid::Uuid;

const HOME: &str = "/northshire";
const NEW: &str = "innovations/1/updates/new";

#[tokio::test]
async fn the_home_page_says_what_i_owe_until_i_have_done_it() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let home = lead.get(HOME).await.is(200);
    assert_eq!(home.texts("h1"), ["My work"]);
    home.says("One update is late.").says("Updates you owe (1)").says("Nothing said yet").says("19 January 2026");
    let words = [("confidence", "on-track"), ("done", "Twelve lamps fitted"), ("next", "Count complaints")];
    lead.fill(NEW, &words).await.is(303);
    lead.get(HOME).await.says("Nothing is waiting for you.").keeps_silent("Updates you owe (");
    town.wait(TimeDelta::days(13));
    let lead = town.lead().await;
    lead.get(HOME).await.says("Last said On track for 24 November 2026").says("tomorrow, 8 December 2026");
}

#[tokio::test]
async fn what_is_asked_of_me_comes_first() {
    let town = Town::new().await;
    town.executive().await.get(HOME).await.is(200).says("Nothing is waiting for you.");
    let executive = place(EXECUTIVE).to_string();
    let ask = [
        ("confidence", "off-track"),
        ("done", "Waited"),
        ("next", "Wait"),
        ("ask_what", "Agree the second street"),
        ("ask_of_whom", &*executive),
        ("ask_by", "2026-12-01"),
    ];
    town.lead().await.fill(NEW, &ask).await.is(303);
    let home = town.executive().await.get(HOME).await.is(200);
    assert_eq!(home.texts("main h2")[0], "Asked of you (1)");
    home.says("Somebody is waiting for your decision or help.").says("Agree the second street").says("in 7 days");
}

#[tokio::test]
async fn what_others_changed_is_told_until_i_have_seen_it() {
    let town = Town::new().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let milestone =
        [("title", "Trial on Mill Lane"), ("kind", "delivery"), ("forecast_on", "2027-02-01"), ("baselined", "")];
    manager.fill("innovations/1/milestones/new", &milestone).await.is(303);
    let told = "Programme manager planned “Trial on Mill Lane”";
    manager.get(HOME).await.is(200).keeps_silent(told);
    town.wait(TimeDelta::hours(1));
    let home = lead.get(HOME).await.is(200);
    home.says(told).says("1 hour ago").says("Since 17 November 2026");
    town.wait(TimeDelta::hours(1));
    manager
        .fill(
            "innovations/1/milestones/new",
            &[("title", "Report"), ("kind", "gate"), ("forecast_on", "2027-03-01"), ("baselined", "")],
        )
        .await
        .is(303);
    let seen = lead.post("glance", &home.form(&[])).await.is(303);
    assert_eq!(seen.location(), HOME);
    let home = lead.get(HOME).await.is(200);
    home.keeps_silent(told).says("planned “Report”").says("Since you pressed “Seen it” on 24 November 2026");
    lead.post_body("glance", "until=nonsense").await.is(303);
    lead.get(HOME).await.says("Nobody else has changed anything").keeps_silent("Seen it</button>");
}

#[tokio::test]
async fn the_home_page_looks_back_without_offering_anything() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let words = [("confidence", "on-track"), ("done", "Twelve lamps fitted"), ("next", "Count complaints")];
    lead.fill(NEW, &words).await.is(303);
    let then = lead.get("/northshire?as-at=2026-11-20").await.is(200);
    then.says("One update is late.").keeps_silent("Post update").keeps_silent("Seen it");
    town.stranger().get(HOME).await.is(303);
    town.viewer().await.get(HOME).await.is(200).says("There is no innovation here that you can see yet.");
}

#[tokio::test]
async fn before_there_is_anything_the_steps_lead_whoever_may_take_them() {
    let town = Town::new().await;
    let id = OrganisationId(Uuid::from_u128(77));
    let mut decision = founding(id, "southshire");
    decision.edits.retain(|edit| !matches!(edit.after, Record::Innovation(_) | Record::StageMove(_)));
    let slug = "southshire".parse().expect("a slug");
    town.store.found(id, &slug, MANAGER, Asked::at(now()), decision).await.expect("founded");
    let manager = town.manager().await.get("/southshire").await.is(200);
    manager.says("Start your innovation portfolio").says("Add an innovation").says("Import from a spreadsheet");
    manager.says("Administrators can manage people").says("Your board will appear here");
    let administrator = town.administrator().await.get("/southshire").await.is(200);
    administrator.says("Invite people").keeps_silent("Import from a spreadsheet");
    town.executive().await.get("/southshire").await.is(200).says("Add an innovation");
    town.viewer().await.get("/southshire").await.is(200).says("There is no innovation here that you can see yet.");
}
