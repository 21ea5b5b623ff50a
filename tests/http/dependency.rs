use domain::{Decision, Innovation, InnovationId, MilestoneId, testing::*};
use store::Asked;
use tests::{Town, now};
use uuid::Uuid;

const BENCHES: InnovationId = InnovationId(Uuid::from_u128(101));
const GATE: MilestoneId = MilestoneId(Uuid::from_u128(210));

/// "Smart street lamps" with "Trial on Mill Lane" on 1 February 2027, and "Warm benches" with a gate on the 20th.
async fn town() -> Town {
    let town = Town::new().await;
    let benches = Innovation { id: BENCHES, number: 2, title: text("Warm benches"), ..innovation() };
    let mut gate = domain::Milestone { id: GATE, innovation: BENCHES, title: text("Decide on a pilot"), ..milestone() };
    gate.forecasts[0].forecast_on = day("2027-02-20");
    let decision = Decision::add(milestone()).and_add(benches).and_add(gate);
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    town.store.decide(&reach, Asked::at(now()), |_, _| Ok(decision)).await.expect("kept");
    town
}

fn trial() -> String {
    format!("innovations/1/milestones/{}", milestone().id)
}

fn on_gate() -> String {
    format!("{BENCHES}.{GATE}")
}

#[tokio::test]
async fn a_milestone_says_what_it_waits_on_and_the_other_says_what_waits_for_it() {
    let town = town().await;
    let lead = town.lead().await;
    let (on, new) = (on_gate(), format!("{}/dependencies/new", trial()));
    let saved = lead.fill(&new, &[("on", &on), ("lag_days", "10")]).await.is(303);
    assert_eq!(saved.location(), format!("/northshire/{}", trial()));
    let page = lead.get(&trial()).await.is(200);
    page.says("It waits on one thing that needs somebody’s attention")
        .says("NC-2 Warm benches: Decide on a pilot")
        .says("Another innovation, 10 days of work after it")
        .says("Promised 4 weeks too late")
        .says("It cannot be before 2 March 2027, because of Decide on a pilot");
    let other = lead.get(&format!("innovations/2/milestones/{GATE}")).await.is(200);
    other.says("One thing waits for this").says("NC-1 Smart street lamps: Trial on Mill Lane");
    lead.get("innovations/2/milestones").await.says("One thing waits for this");
    let list = lead.get("innovations/1/milestones").await.is(200);
    list.says("One milestone has no day to spare on the way to the next gate").says("No day: critical");
}

#[tokio::test]
async fn a_mistake_keeps_everything_typed_and_one_of_three_answers_is_enough() {
    let town = town().await;
    let lead = town.lead().await;
    let new = format!("{}/dependencies/new", trial());
    let none = lead.fill(&new, &[("lag_days", "soon"), ("other", " ")]).await.is(422);
    assert_eq!(none.texts("#on-problem"), ["Error: A milestone, or another innovation: fill this in"]);
    assert_eq!(
        none.texts("#lag_days-problem"),
        ["Error: Days of work after that: enter a whole number from 0 to 1000"]
    );
    assert!(none.form(&[]).contains(&("lag_days".into(), "soon".into())));
    let on = on_gate();
    let both = lead.fill(&new, &[("on", &on), ("partner", "The grid: a connection")]).await.is(422);
    assert_eq!(both.texts("#on-problem"), ["Error: A milestone, or another innovation: answer only one of the three"]);
    let again = both.form(&[]);
    assert!(again.contains(&("on".into(), on)) && again.contains(&("partner".into(), "The grid: a connection".into())));
}

#[tokio::test]
async fn a_loop_is_refused_and_named() {
    let town = town().await;
    let lead = town.lead().await;
    let on = on_gate();
    lead.fill(&format!("{}/dependencies/new", trial()), &[("on", &on)]).await.is(303);
    let back = format!("{LAMPS}.{}", milestone().id);
    let new = format!("innovations/2/milestones/{GATE}/dependencies/new");
    let refused = lead.fill(&new, &[("on", &back)]).await.is(422);
    refused.says("This would close a loop: Decide on a pilot > Trial on Mill Lane > Decide on a pilot.");
    assert!(refused.form(&[]).contains(&("on".into(), back)));
}

#[tokio::test]
async fn the_same_form_sent_twice_counts_once() {
    let town = town().await;
    let lead = town.lead().await;
    let new = format!("{}/dependencies/new", trial());
    let form = lead.get(&new).await.form(&[("partner", "The grid: a connection")]);
    let (one, two) = tokio::join!(lead.post(&new, &form), lead.post(&new, &form));
    assert_eq!(one.is(303).location(), two.is(303).location());
    let page = lead.get(&trial()).await;
    assert_eq!(page.texts("section[aria-labelledby=waits] tbody tr").len(), 1);
    page.says("No promise yet");
}

#[tokio::test]
async fn a_dependency_is_edited_met_and_removed_and_the_history_tells_it() {
    let town = town().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    lead.fill(&format!("{}/dependencies/new", trial()), &[("partner", "The grid: a connection")]).await.is(303);
    let page = lead.get(&trial()).await;
    let edit = page.body.split("href=\"").find(|part| part.contains("/edit\"") && part.contains("dependencies"));
    let edit = edit.and_then(|part| part.split('"').next()).expect("a link to edit").to_owned();
    let base = edit.trim_end_matches("/edit").to_owned();
    let mine = lead.get(&edit).await.form(&[("promised_on", "2026-11-01")]);
    manager.fill(&edit, &[("lag_days", "5")]).await.is(303);
    let conflict = lead.post(&edit, &mine).await.is(409);
    conflict.says("Someone else changed this while you were writing");
    let again = conflict.form(&[]);
    assert!(again.contains(&("lag_days".into(), "5".into())), "what only they changed is taken over");
    lead.post(&edit, &again).await.is(303);
    lead.get(&trial()).await.says("3 weeks late");
    let early = lead.fill(&format!("{base}/meet"), &[("met_on", "2026-11-25")]).await.is(422);
    assert_eq!(early.texts("#met_on-problem"), ["Error: Met on: must be 24 November 2026 or earlier"]);
    lead.fill(&format!("{base}/meet"), &[]).await.is(303);
    lead.get(&trial()).await.says("It no longer waits on anything").says("Met on 24 November 2026");
    lead.fill(&format!("{base}/remove"), &[]).await.is(422);
    lead.fill(&format!("{base}/remove"), &[("reason", "Another way was found")]).await.is(303);
    lead.get(&trial()).await.says("It waits on nothing");
    let history = manager.get("innovations/1/history").await.is(200);
    history.says("noted that “Trial on Mill Lane” waits on The grid: a connection").says("Another way was found");
}

#[tokio::test]
async fn whoever_may_not_edit_the_innovation_is_told_who_may() {
    let town = town().await;
    let new = format!("{}/dependencies/new", trial());
    town.administrator().await.get(&new).await.is(403);
    town.viewer().await.get(&new).await.is(404);
    assert_eq!(town.stranger().get(&new).await.status, 303);
    town.administrator().await.get(&trial()).await.is(200).keeps_silent("dependencies/new");
}
