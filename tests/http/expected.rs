use chrono::TimeDelta;
use tests::Town;

const PAGE: &str = "updates";
const NEW: &str = "innovations/1/updates/new";
const ASK: &str = "innovations/1/updates/ask";
const WORDS: [(&str, &str); 3] =
    [("confidence", "at-risk"), ("done", "Twelve lamps fitted."), ("next", "The lead counts complaints by Friday.")];

#[tokio::test]
async fn the_page_tells_who_owes_an_update_how_late_and_what_was_said_last() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let page = manager.get(PAGE).await.is(200);
    page.says("1 update is late, of 1 innovation.").says("NC-1 Smart street lamps Team member").says("Nothing yet");
    town.lead().await.fill(NEW, &WORDS).await.is(303);
    let page = manager.get(PAGE).await;
    page.says("Every update is in date, of 1 innovation.").says("In date (1)").says("At risk for 24 November 2026");
    assert_eq!(page.texts(".strip li"), ["At risk, 24 November 2026"]);
    page.keeps_silent("Ask for all late updates");
    town.viewer().await.get(PAGE).await.is(200).keeps_silent("Smart street lamps");
    manager.get("updates?as-at=2026-11-20").await.is(200).says("1 update is late").keeps_silent("Ask for all");
}

#[tokio::test]
async fn a_reminder_stands_in_my_work_of_the_one_who_owes_until_it_is_posted() {
    let town = Town::new().await;
    let (manager, lead) = (town.manager().await, town.lead().await);
    let form = manager.get(PAGE).await.form(&[]);
    for _ in 0..2 {
        manager.post("updates/ask", &form).await.is(303);
    }
    manager
        .get(PAGE)
        .await
        .says("Asked on 24 November 2026 by Programme manager")
        .keeps_silent("Ask for all late updates");
    let work = lead.get("/northshire").await;
    work.says("You were asked on 24 November 2026 by Programme manager to post it.");
    assert_eq!(work.text().matches("You were asked").count(), 1);
    town.executive().await.get("/northshire").await.keeps_silent("You were asked");
    manager.post_body(ASK, "submission=7").await.is(409).says("Somebody has asked for this update today.");
    lead.get("innovations/1/history").await.says("asked Team member for the update that is owed");
    lead.fill(NEW, &WORDS).await.is(303);
    lead.get("/northshire").await.keeps_silent("You were asked");
    manager.post_body(ASK, "submission=8").await.is(409).says("No update is owed there just now.");
}

#[tokio::test]
async fn one_is_asked_for_again_on_another_day() {
    let town = Town::new().await;
    let executive = town.executive().await;
    executive.post_body(ASK, "submission=1").await.is(303);
    town.wait(TimeDelta::days(1));
    let executive = town.executive().await;
    executive.post_body(ASK, "submission=2").await.is(303);
    executive.get(PAGE).await.says("Asked on 25 November 2026 by Executive");
}

#[tokio::test]
async fn whoever_may_not_ask_is_told_who_may() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.get(PAGE).await.is(200).keeps_silent("Ask for all late updates");
    for address in [ASK, "updates/ask"] {
        lead.post_body(address, "submission=1")
            .await
            .is(403)
            .says("Programme managers and executives can ask for an update");
    }
    town.viewer().await.post_body(ASK, "submission=1").await.is(404);
    town.stranger().post_body(ASK, "submission=1").await.is(303);
}
