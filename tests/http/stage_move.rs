use domain::testing::{EXECUTIVE, LEAD, place};
use tests::{Actor, Answer, Town};

const CHOOSE: &str = "innovations/1/move";
const DECISIONS: &str = "innovations/1/decisions";
const TO_TEST: &str = "innovations/1/move?to=stage-1";
const MUSTS: [&str; 4] = ["test_worth", "test_heard", "test_hypothesis", "test_screening"];
const LEARNED: &str = "Dimming saves little where the lamps are already LED.";

fn answers<'a>(answer: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    MUSTS.into_iter().map(|question| (question, answer)).chain(more.iter().copied()).collect()
}

async fn send(actor: &Actor, path: &str, answers: &[(&str, &str)]) -> Answer {
    let form = actor.get(path).await.is(200).form(answers);
    actor.post(path, &form).await
}

#[tokio::test]
async fn through_the_gate_with_every_must_answered_yes() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.get(TO_TEST).await.says("Is the problem worth solving, with a number?").says("You decide this as the lead");
    let moved = send(&lead, TO_TEST, &answers("yes", &[("test_worth_note", "412 calls")])).await.is(303);
    assert_eq!(moved.location(), "/northshire/innovations/1");
    lead.get(CHOOSE).await.says("It is now in Test").says("Go back to Explore").says("Move to Pilot");
}

#[tokio::test]
async fn a_must_question_answered_no_keeps_the_answers_and_asks_for_a_condition() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let no = answers("partly", &[("test_worth_note", "Only a guess")]);
    let refused = send(&lead, TO_TEST, &no).await.is(422);
    refused.says("Condition 1: answer yes, or add a condition with a date and an owner");
    assert!(refused.texts("title")[0].starts_with("Error: "));
    let owner = place(LEAD).to_string();
    // The second row: rows left blank above it do not matter.
    let condition =
        [("condition_2_text", "Hear the carers"), ("condition_2_owner", &owner), ("condition_2_due_on", "2026-11-01")];
    let form = refused.form(&condition);
    assert!(form.contains(&("test_worth".into(), "partly".into())));
    assert!(form.contains(&("test_worth_note".into(), "Only a guess".into())));
    let early = lead.post(TO_TEST, &form).await.is(422);
    assert_eq!(early.texts("#condition_1_due_on-problem").len(), 1);
    let form = early.form(&[("condition_1_due_on", "2027-01-31")]);
    lead.post(TO_TEST, &form).await.is(303);

    let met = "innovations/1/moves/2/conditions/0";
    lead.get(met).await.is(200).says("Hear the carers").says("Due on 31 January 2027");
    let late = send(&lead, met, &[("met_on", "2026-11-25")]).await.is(422);
    assert_eq!(late.texts("#met_on-problem").len(), 1);
    let form = lead.get(met).await.form(&[]);
    lead.post(met, &form).await.is(303);
    lead.post(met, &form).await.is(303);
    lead.get(met).await.is(409).says("met before");
    let decisions = lead.get(DECISIONS).await.is(200);
    decisions
        .says("Moved from Explore to Test, with conditions")
        .says("Hear the carers (Team member), met on 24 November");
    decisions.says("Is the problem worth solving, with a number? Partly : Only a guess");
    lead.get("innovations/1/moves/2/conditions/1").await.is(404);
}

#[tokio::test]
async fn an_unanswered_question_is_named_in_its_own_words() {
    let town = Town::new().await;
    let refused = send(&town.lead().await, TO_TEST, &[("test_worth", "yes")]).await.is(422);
    let said = "Have the residents or staff it affects been heard: fill this in";
    assert_eq!(refused.texts("a[href='#test_heard']"), [said]);
    assert_eq!(refused.texts("#test_heard-problem"), [format!("Error: {said}")]);
}

#[tokio::test]
async fn skipping_a_stage_and_going_back_say_why() {
    let town = Town::new().await;
    let executive = town.executive().await;
    let skip = "innovations/1/move?to=stage-2";
    executive.get(skip).await.says("skips Test").says("Why is a stage skipped?");
    let musts = ["pilot_threshold", "pilot_baseline", "pilot_threats", "pilot_why"].map(|question| (question, "yes"));
    let refused = send(&executive, skip, &musts).await.is(422);
    assert_eq!(refused.texts("#reason-problem").len(), 1);
    let form = refused.form(&[("reason", "The county tested it for us")]);
    executive.post(skip, &form).await.is(303);
    let back = "innovations/1/move?to=stage-0";
    send(&executive, back, &[]).await.is(422).says("Why does it go back");
    send(&executive, back, &[("reason", "The sensor was withdrawn")]).await.is(303);
    executive.get(CHOOSE).await.says("It is now in Explore");
}

#[tokio::test]
async fn a_gate_says_what_the_record_shows_and_keeps_why_it_was_passed_all_the_same() {
    let town = Town::new().await;
    let executive = town.executive().await;
    let scale = "innovations/1/move?to=stage-3";
    executive.get(scale).await.says("What the record shows").says("The core components are named: Not shown");
    let musts = ["data", "unit_cost", "without_founders", "sites", "core", "funded", "owner"];
    let musts = musts.map(|question| (format!("scale_{question}"), "yes"));
    let mut typed: Vec<_> = musts.iter().map(|(question, answer)| (question.as_str(), *answer)).collect();
    typed.push(("reason", "The county tested it for us"));
    let refused = send(&executive, scale, &typed).await.is(422);
    assert_eq!(refused.texts("#override_reason-problem").len(), 1);
    let form = refused.form(&[("override_reason", "The sites are listed in the county’s plan")]);
    executive.post(scale, &form).await.is(303);
    let decisions = executive.get(DECISIONS).await.is(200);
    decisions.says("The sites are listed in the county’s plan").says("The core components are named");
}

#[tokio::test]
async fn a_manager_names_who_decided() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let refused = send(&manager, TO_TEST, &answers("yes", &[])).await.is(422);
    assert_eq!(refused.texts("#decided_by-problem"), ["Error: Who decided: fill this in"]);
    let executive = place(EXECUTIVE).to_string();
    manager.post(TO_TEST, &refused.form(&[("decided_by", &executive)])).await.is(303);
}

#[tokio::test]
async fn the_same_move_sent_twice_counts_once() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let form = lead.get(TO_TEST).await.form(&answers("yes", &[]));
    let (one, two) = tokio::join!(lead.post(TO_TEST, &form), lead.post(TO_TEST, &form));
    assert_eq!(one.is(303).location(), two.is(303).location());
    lead.get(CHOOSE).await.says("It is now in Test");
}

#[tokio::test]
async fn whoever_moves_second_is_told_loses_nothing_and_can_send_it_again() {
    let town = Town::new().await;
    let (lead, executive) = (town.lead().await, town.executive().await);
    let mine =
        lead.get("innovations/1/pause").await.form(&[("reason", "Waiting for the vote"), ("review_on", "2027-01-31")]);
    send(&executive, TO_TEST, &answers("yes", &[])).await.is(303);
    let met = lead.post("innovations/1/pause", &mine).await.is(409);
    met.says("Someone else changed this while you were writing").says("Executive");
    let again = met.form(&[]);
    assert!(again.contains(&("reason".into(), "Waiting for the vote".into())));
    lead.post("innovations/1/pause", &again).await.is(303);
    lead.get(CHOOSE).await.says("It is now paused");
}

#[tokio::test]
async fn a_pause_has_a_day_to_look_again_and_goes_on_where_it_began() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let pause = "innovations/1/pause";
    let far = send(&lead, pause, &[("reason", "The vote"), ("review_on", "2027-05-24")]).await.is(422);
    assert_eq!(far.texts("#review_on-problem"), ["Error: Day to look again: must be 23 May 2027 or earlier"]);
    lead.post(pause, &far.form(&[("review_on", "2027-05-23")])).await.is(303);
    lead.get(TO_TEST).await.is(409).says("Resume or stop it first");
    lead.get(pause).await.is(409);
    lead.get("innovations/1/resume").await.says("It goes on in Explore");
    send(&lead, "innovations/1/resume", &[]).await.is(303);
    lead.get("innovations/1/resume").await.is(409).says("not paused");
    lead.get(CHOOSE).await.says("It is now in Explore");
}

#[tokio::test]
async fn a_stage_is_repeated_with_a_reason() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.get("innovations/1/repeat").await.says("It has taken 323 days of 91");
    send(&lead, "innovations/1/repeat", &[]).await.is(422);
    send(&lead, "innovations/1/repeat", &[("reason", "One more winter")]).await.is(303);
}

#[tokio::test]
async fn stopping_keeps_what_was_learned_and_is_final() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let stop = "innovations/1/stop";
    let short = [("reason", "handed-over"), ("lesson", "It did not work."), ("told", "Lighting")];
    let refused = send(&lead, stop, &short).await.is(422);
    assert_eq!(refused.texts("#lesson-problem").len(), 1);
    assert_eq!(refused.texts("#handed_to-problem").len(), 1);
    let form = refused.form(&[("lesson", LEARNED), ("reason", "did-not-work")]);
    lead.post(stop, &form).await.is(303);
    lead.get(stop).await.is(409).says("has been stopped");
    let manager = town.manager().await;
    manager.get("innovations/1").await.says("Start again");
    let again = manager.get("innovations/new?restarts=1").await.is(200).form(&[("title", "Street lamps, once more")]);
    manager.post("innovations/new", &again).await.is(303);
    manager.get("innovations/1").await.says("Taken up again as NC-2 Street lamps, once more");
    manager.get("innovations/2").await.says("Takes up again NC-1 Smart street lamps");
    for form in ["edit", "move", "pause", "repeat"] {
        lead.get(&format!("innovations/1/{form}")).await.is(409).says("has been stopped");
    }
    lead.get(DECISIONS).await.says("It did not work").says(LEARNED).says("Told Lighting");
    let past = lead.get(&format!("{DECISIONS}?as-at=2026-11-23")).await.is(200);
    past.says("1 move so far").says("Started in Explore");
}

#[tokio::test]
async fn each_way_has_its_own_form_and_nothing_leads_nowhere() {
    let town = Town::new().await;
    let lead = town.lead().await;
    for (to, form) in [("paused", "pause"), ("stopped", "stop"), ("stage-0", "repeat")] {
        let sent = lead.get(&format!("{CHOOSE}?to={to}")).await.is(303);
        assert_eq!(sent.location(), format!("/northshire/innovations/1/{form}"));
    }
    lead.get("innovations/1/move?to=nowhere").await.is(404);
    lead.get("innovations/9/move").await.is(404);
}

#[tokio::test]
async fn whoever_may_not_move_it_is_told_who_may() {
    let town = Town::new().await;
    let administrator = town.administrator().await;
    for form in ["move", "move?to=stage-1", "pause", "resume", "repeat", "stop"] {
        let refused = administrator.get(&format!("innovations/1/{form}")).await.is(403);
        refused.says("can move an innovation to another stage");
    }
    administrator.post_body(CHOOSE, "to=stage-1&on=2026-11-24&moves_seen=1").await.is(403);
    town.viewer().await.get(CHOOSE).await.is(404);
    town.stranger().get(CHOOSE).await.is(303);
}
