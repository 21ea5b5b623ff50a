//! One site: added, edited, moved.
use chrono::TimeDelta;
use domain::{Decision, SiteMove, SiteState, testing::*};
use store::Asked;
use tests::{Actor, Town, now};

const TAB: &str = "innovations/1/scale-up";
const NEW: &str = "innovations/1/sites/new";

const MILL_LANE: [(&str, &str); 7] = [
    ("name", "Mill Lane"),
    ("kind", "ward"),
    ("eligible", "yes"),
    ("eligible_people", "1,200"),
    ("wave", "1"),
    ("planned_live_on", "2026-10-01"),
    ("forecast_live_on", "2027-01-15"),
];

async fn listed(town: &Town) -> (Actor, String) {
    let lead = town.lead().await;
    lead.fill(NEW, &MILL_LANE).await.is(303);
    let page = lead.get(TAB).await.is(200);
    let site = page.body.split("href=\"").find(|part| part.contains("/sites/") && part.contains("\">Mill Lane"));
    let base = site.expect("a link to the site").split('"').next().expect("an address").to_owned();
    (lead, base)
}

/// Wards of the domain's tests with what happened at them.
async fn town_with(wards: &[(u32, &[(SiteState, &str)])]) -> Town {
    let town = Town::new().await;
    let decision = wards.iter().fold(Decision::add(scale_plan()), |decision, (number, steps)| {
        let moves: Vec<SiteMove> = site_moves(*number, steps);
        moves.into_iter().fold(decision.and_add(site(*number)), Decision::and_add)
    });
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    town.store.decide(&reach, Asked::at(now() - TimeDelta::days(1)), |_, _| Ok(decision)).await.expect("kept");
    town
}

fn at(number: u32) -> String {
    format!("innovations/1/sites/{}", site(number).id)
}

#[tokio::test]
async fn a_site_is_listed_with_its_plan_and_what_is_now_expected() {
    let town = Town::new().await;
    let (lead, base) = listed(&town).await;
    let page = lead.get(TAB).await;
    page.says("1 site").says("Mill Lane").says("Ward, wave 1").says("Expected 15 January 2027, in 7 weeks");
    page.says("1 site of 1 that were to be live by now is not").says("0 of 1");
    let page = lead.get(&base).await.is(200);
    page.says("Identified").says("1 October 2026").says("Nothing has happened there yet");
    town.administrator().await.get(&base).await.is(200).keeps_silent("btn-go\">Move");
    town.viewer().await.get(&base).await.is(404);
}

#[tokio::test]
async fn a_mistake_keeps_everything_typed_and_says_what_to_do_beside_the_field() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let typed = [("name", "Half of <the> town"), ("kind", "ward"), ("eligible", "no"), ("eligible_people", "many")];
    let answer = lead.fill(NEW, &typed).await.is(422);
    assert_eq!(answer.texts("#eligible_people-problem").len(), 1);
    let again = answer.form(&[]);
    for (name, value) in typed {
        assert!(again.contains(&(name.into(), value.into())), "{name} is kept in {again:?}");
    }
    let silent = lead.fill(NEW, &[("name", "Docks"), ("kind", "depot"), ("eligible", "no")]).await.is(422);
    assert_eq!(silent.texts("#eligible_reason-problem"), ["Error: Why: fill this in"]);
    lead.fill(NEW, &MILL_LANE).await.is(303);
    let twice = lead.fill(NEW, &MILL_LANE).await.is(422);
    assert_eq!(twice.texts("#name-problem"), ["Error: What is the place called: this is already in use"]);
}

#[tokio::test]
async fn the_first_plan_stays_and_two_editors_lose_nothing() {
    let town = Town::new().await;
    let (lead, base) = listed(&town).await;
    let edit = format!("{base}/edit");
    let moved = lead.fill(&edit, &[("planned_live_on", "2027-02-01")]).await.is(422);
    let told = "Error: First planned to go live: this stays as it was first planned. Change the forecast instead";
    assert_eq!(moved.texts("#planned_live_on-problem"), [told]);
    let mine = lead.get(&edit).await.form(&[
        ("lead", "Ward officer"),
        ("adaptation_1_of", "peripheral"),
        ("adaptation_1_what", "Sensors on every second lamp"),
        ("adaptation_1_why", "The lane is short"),
    ]);
    town.manager().await.fill(&edit, &[("forecast_live_on", "2027-03-01")]).await.is(303);
    let conflict = lead.post(&edit, &mine).await.is(409);
    lead.post(&edit, &conflict.form(&[])).await.is(303);
    lead.get(&base).await.says("Ward officer").says("1 March 2027").says("Sensors on every second lamp");
    lead.get(TAB).await.says("1 site does some of it in another way").says("Nobody has agreed to it");
}

#[tokio::test]
async fn a_site_is_offered_only_the_steps_that_lead_on_from_where_it_is() {
    let town = Town::new().await;
    let (lead, base) = listed(&town).await;
    let step = format!("{base}/move");
    let page = lead.get(&step).await.is(200);
    page.says("It is identified").says("Engaged").says("Not eligible").keeps_silent("value=\"embedded\"");
    lead.fill(&step, &[("to", "live"), ("on", "2026-11-10")]).await.is(303);
    let page = lead.get(&base).await;
    page.says("Live since 10 November 2026").says("Not embedded yet: this is missing");
    page.says("Live from identified, 10 November 2026");
    lead.get(&step).await.keeps_silent("value=\"declined\"");
    let early = lead.fill(&step, &[("to", "reverted"), ("on", "2026-11-09"), ("reason", "Too bright")]).await.is(422);
    assert_eq!(early.texts("#on-problem"), ["Error: Since when: must be 10 November 2026 or later"]);
    let silent = lead.fill(&step, &[("to", "reverted")]).await.is(422);
    assert_eq!(silent.texts("#reason-problem"), ["Error: Why: fill this in"]);
    let pause = lead.fill(&step, &[("to", "paused")]).await.is(422);
    assert_eq!(pause.texts("#review_on-problem"), ["Error: If it pauses: look again on: fill this in"]);
    lead.fill(&step, &[("to", "reverted"), ("reason", "Too bright")]).await.is(303);
    lead.get(TAB)
        .await
        .says("1 slipped back")
        .says("reverted, 24 November 2026: Too bright.")
        .says("It used it before");
}

#[tokio::test]
async fn what_keeps_a_site_from_being_embedded_is_listed_and_the_form_is_kept() {
    let town = town_with(&[(1, &[(SiteState::Live, "2026-08-01")])]).await;
    let lead = town.lead().await;
    let refused = lead.fill(&format!("{}/move", at(1)), &[("to", "embedded"), ("reason", "It works")]).await.is(422);
    refused.says("It cannot be called embedded yet").says("It has been live for 3 months. Six are needed");
    refused
        .says("The review after 6 months is not done")
        .says("E9: “Is it in the base budget beyond this financial year?”");
    assert!(refused.texts("title")[0].starts_with("Error: "));
    assert!(refused.form(&[]).contains(&("reason".into(), "It works".into())));
    lead.get(TAB).await.says("None of 1 live site may be called embedded yet").says("It has been live for 3 months");
}

#[tokio::test]
async fn of_two_who_move_a_site_the_second_is_told_where_it_is_by_now() {
    let town = town_with(&[(1, &[])]).await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let step = format!("{}/move", at(1));
    let mine = lead.get(&step).await.form(&[("to", "engaged")]);
    manager.fill(&step, &[("to", "agreed")]).await.is(303);
    let conflict = lead.post(&step, &mine).await.is(409);
    conflict.says("Someone else changed this while you were writing").says("It is agreed");
    lead.post(&step, &conflict.form(&[("to", "preparing")])).await.is(303);
    lead.get(&at(1)).await.says("Preparing from agreed").says("Agreed from identified");
}

#[tokio::test]
async fn as_at_a_past_day_a_site_stands_where_it_stood() {
    let town = town_with(&[(1, &[(SiteState::Live, "2026-08-01")])]).await;
    let lead = town.lead().await;
    lead.get(&at(1)).await.is(200).says("Live since 1 August 2026");
    lead.get(&format!("{}?as-at=2026-11-23", at(1))).await.is(200).keeps_silent("btn-go\">Move");
    lead.get(&format!("{TAB}?as-at=2026-11-20")).await.is(200).says("No site yet").keeps_silent("Add a site");
}
