use chrono::TimeDelta;
use tests::{Actor, Town};

const NEW: &str = "innovations/1/updates/new";
const ALL: &str = "innovations/1/updates";
const VIEW: &str = "innovations/1/updates/1/sponsor";
const GREEN: [(&str, &str); 4] = [
    ("confidence", "on-track"),
    ("confidence_pct", "85"),
    ("done", "Twelve lamps fitted."),
    ("next", "The lead counts complaints by Friday."),
];
const DOUBT: [(&str, &str); 3] =
    [("sponsor_confidence", "at-risk"), ("sponsor_pct", "40"), ("sponsor_note", "The supplier is late again.")];

/// A town with an update, and its sponsor.
async fn posted() -> (Town, Actor) {
    let town = Town::new().await;
    town.lead().await.fill(NEW, &GREEN).await.is(303);
    let sponsor = town.executive().await;
    (town, sponsor)
}

#[tokio::test]
async fn the_sponsors_view_stands_beside_the_teams_word() {
    let (town, sponsor) = posted().await;
    sponsor.get(ALL).await.says("Give your view as sponsor");
    sponsor.get(VIEW).await.is(200).says("The team says for 24 November 2026: on track, 85%.");
    let given = sponsor.fill(VIEW, &DOUBT).await.is(303);
    assert_eq!(given.location(), "/northshire/innovations/1/updates");
    let lead = town.lead().await;
    for page in [ALL, "innovations/1"] {
        lead.get(page)
            .await
            .says("On track")
            .says("The sponsor’s view: At risk 40% Executive, 24 November 2026")
            .says("The supplier is late again.")
            .keeps_silent("view as sponsor");
    }
    lead.get("innovations/1/history").await.says("gave the sponsor’s view on the update for 24 November 2026");
    lead.get(NEW).await.says("The team says 85%, the sponsor says 40%. Worth a talk.");
}

#[tokio::test]
async fn a_view_may_be_changed_and_whoever_read_the_older_one_is_told() {
    let (_town, sponsor) = posted().await;
    let form = sponsor.get(VIEW).await.form(&DOUBT);
    let (one, two) = tokio::join!(sponsor.post(VIEW, &form), sponsor.post(VIEW, &form));
    assert_eq!((one.status.as_u16(), two.status.as_u16()), (303, 303), "sent twice it counts once");
    let mut late = form.clone();
    for (name, value) in &mut late {
        if name == "sponsor_pct" {
            *value = "70".into();
        }
    }
    let met = sponsor.post(VIEW, &late).await.is(409);
    assert!(met.form(&[]).contains(&("sponsor_pct".into(), "70".into())), "what was typed is kept");
    sponsor.fill(VIEW, &[("sponsor_pct", "70")]).await.is(303);
    sponsor.get(ALL).await.says("At risk 70%");
}

#[tokio::test]
async fn a_view_without_anything_is_none_and_a_chance_is_of_a_hundred() {
    let (_town, sponsor) = posted().await;
    sponsor
        .fill(VIEW, &[("sponsor_pct", "")])
        .await
        .is(422)
        .says("How confident are you that this will deliver: fill this in");
    let typed = [("sponsor_pct", "140"), ("sponsor_note", "Kept")];
    let wrong = sponsor.fill(VIEW, &typed).await.is(422);
    wrong.says("enter a whole number from 0 to 100");
    for (name, value) in typed {
        assert!(wrong.form(&[]).contains(&(name.into(), value.into())), "{name}");
    }
}

#[tokio::test]
async fn only_the_sponsor_gives_it_and_only_on_the_update_that_counts() {
    let (town, sponsor) = posted().await;
    for actor in [town.lead().await, town.manager().await, town.administrator().await] {
        actor.get(VIEW).await.is(403).says("can give the sponsor’s view on an update");
        actor.post_body(VIEW, "sponsor_pct=40").await.is(403);
    }
    town.viewer().await.get(VIEW).await.is(404);
    sponsor.get("innovations/1/updates/9/sponsor").await.is(404);
    let form = sponsor.get(VIEW).await.form(&DOUBT);
    town.wait(TimeDelta::days(8));
    town.lead().await.fill(NEW, &GREEN).await.is(303);
    let sponsor = town.executive().await;
    sponsor.post(VIEW, &form).await.is(409).says("Somebody has posted a newer update since.");
}
