use chrono::TimeDelta;
use tests::{Actor, Town};

const ALL: &str = "innovations/1/experiments";
const NEW: &str = "innovations/1/experiments/new";
const ONE: &str = "innovations/1/experiments/1";
const LEARNED: &str = "People answer when the letter says first what they can do.";

const PLAN: [(&str, &str); 9] = [
    ("hypothesis", "A plainer letter is answered more often"),
    ("measure", "Households that answer"),
    ("unit", "points"),
    ("threshold", "6"),
    ("sample_planned", "600"),
    ("stop_rule", "Complaints double"),
    ("cost_cap", "1,200"),
    ("starts_on", "2026-12-01"),
    ("ends_on", "2027-01-31"),
];

async fn planned(town: &Town) -> Actor {
    let lead = town.lead().await;
    lead.fill(NEW, &PLAN).await.is(303);
    lead
}

/// On the second day of the experiment.
async fn begun(town: &Town) -> Actor {
    planned(town).await;
    town.wait(TimeDelta::days(8));
    town.lead().await
}

#[tokio::test]
async fn an_experiment_is_planned_before_it_begins() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.get(ALL).await.is(200).says("No experiment yet");
    let mut late = PLAN;
    late[7] = ("starts_on", "2026-11-24");
    let answer = lead.fill(NEW, &late).await.is(422);
    assert_eq!(answer.texts("#starts_on-problem"), ["Error: First day: must be 25 November 2026 or later"]);
    assert!(answer.form(&[]).contains(&("stop_rule".into(), "Complaints double".into())), "what was typed is kept");
    planned(&town).await;
    lead.get(ALL).await.says("Begins 1 December 2026").says("a threshold of 6 points or more");
    let page = lead.get(ONE).await.is(200);
    page.says("Agreed on 24 November 2026, before the start").says("£1,200").says("Complaints double");
    town.viewer().await.get(ONE).await.is(404);
    town.administrator().await.get(NEW).await.is(403).says("can edit an innovation");
    town.administrator().await.get(ONE).await.is(200).keeps_silent("Edit the plan");
}

#[tokio::test]
async fn the_same_plan_sent_twice_is_one_experiment() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let form = lead.get(NEW).await.form(&PLAN);
    let (one, two) = tokio::join!(lead.post(NEW, &form), lead.post(NEW, &form));
    assert_eq!(one.is(303).location(), two.is(303).location());
    assert_eq!(lead.get(ALL).await.texts(".panel .rows > li").len(), 1);
}

#[tokio::test]
async fn a_threshold_changed_after_the_start_is_shown_beside_the_result() {
    let town = Town::new().await;
    let lead = begun(&town).await;
    let edit = format!("{ONE}/edit");
    lead.get(&edit).await.says("It has begun, so what it is to show stays");
    let silent = lead.fill(&edit, &[("threshold", "4")]).await.is(422);
    assert_eq!(silent.texts("#reason-problem"), ["Error: Why does the threshold change: fill this in"]);
    let other = lead.fill(&edit, &[("hypothesis", "Something else")]).await.is(422);
    other.says("it has begun, so this stays as it was agreed before");
    lead.fill(&edit, &[("threshold", "4"), ("reason", "Six was a guess")]).await.is(303);
    lead.fill(&format!("{ONE}/result"), &[("result", "5"), ("learning", LEARNED)]).await.is(303);
    let page = lead.get(ONE).await;
    assert_eq!(page.texts("#outcome"), ["Threshold met"]);
    page.says("after the start, on 2 December 2026, from 6 points to 4 points by Team member: Six was a guess");
    page.says("5 points against a threshold of 4 points or more");
}

#[tokio::test]
async fn a_negative_result_is_complete_with_what_was_learned() {
    let town = Town::new().await;
    let lead = planned(&town).await;
    let result = format!("{ONE}/result");
    let early = lead.fill(&result, &[("result", "11")]).await.is(409);
    early.says("The experiment has not begun");
    town.wait(TimeDelta::days(8));
    let lead = town.lead().await;
    let nothing = lead.fill(&result, &[]).await.is(422);
    assert_eq!(nothing.texts("#result-problem"), ["Error: Result: fill this in"]);
    let short = lead.fill(&result, &[("result", "2"), ("learning", "No")]).await.is(422);
    assert_eq!(short.texts("#learning-problem"), ["Error: What did we learn: say it in 40 characters or more"]);
    lead.fill(&result, &[("result", "2"), ("sample_actual", "590")]).await.is(303);
    lead.get(ONE).await.says("Threshold not met").says("Not complete: what was learned is still to be said");
    lead.fill(&result, &[("learning", LEARNED)]).await.is(303);
    lead.get(ONE).await.says("2 points against").says("590 of 600 planned took part").keeps_silent("Not complete");
    lead.get(ALL).await.says("One experiment, complete").says(LEARNED);
}

#[tokio::test]
async fn what_stays_unclear_is_said_with_a_reason() {
    let town = Town::new().await;
    let lead = begun(&town).await;
    let answers = [("unclear", "Half of the letters were lost"), ("sample_actual", "200"), ("learning", LEARNED)];
    lead.fill(&format!("{ONE}/result"), &answers).await.is(303);
    let page = lead.get(ONE).await;
    assert_eq!(page.texts("#outcome"), ["Unclear"]);
    page.says("Nothing can be concluded: Half of the letters were lost").says("fewer than half: treat with care");
}

#[tokio::test]
async fn two_people_who_record_a_result_get_both_versions() {
    let town = Town::new().await;
    let lead = begun(&town).await;
    let result = format!("{ONE}/result");
    let mine = lead.get(&result).await.form(&[("result", "11"), ("learning", LEARNED)]);
    town.manager().await.fill(&result, &[("result", "10")]).await.is(303);
    let conflict = lead.post(&result, &mine).await.is(409);
    conflict.says("Someone else changed this while you were writing");
    lead.post(&result, &conflict.form(&[])).await.is(303);
    lead.get(ONE).await.says("11 points against");
}

#[tokio::test]
async fn only_what_has_not_begun_is_removed() {
    let town = Town::new().await;
    let lead = planned(&town).await;
    let remove = format!("{ONE}/remove");
    lead.fill(&remove, &[]).await.is(422);
    lead.fill(&remove, &[("reason", "Written twice")]).await.is(303);
    lead.get(ONE).await.is(404);
    let lead = begun(&town).await;
    lead.get(ONE).await.keeps_silent("/remove");
    lead.fill(&remove, &[("reason", "It went badly")]).await.is(409).says("The experiment has begun, so it stays");
}
