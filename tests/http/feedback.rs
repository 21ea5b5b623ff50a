//! What people said: answering one or many, telling them, adding, editing and removing.
use domain::{Decision, Feedback, FeedbackId, testing::*};
use store::Asked;
use tests::{Actor, Town, now};

/// Three things said on three days: by the bridge, and of the cost.
async fn town() -> Town {
    let town = Town::new().await;
    let said = |number, on, words: &str| Feedback { said: text(words), ..feedback(number, on) };
    let decision = Decision::add(stakeholder())
        .and_add(engagement(1, "2026-10-01"))
        .and_add(said(1, "2026-10-01", "It is too dark by the bridge"))
        .and_add(said(2, "2026-11-10", "The lamps hum at night"))
        .and_add(said(3, "2026-11-20", "Can the school path have lamps too?"));
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    town.store.decide(&reach, Asked::at(now()), |_, _| Ok(decision)).await.expect("kept");
    town
}

fn id(number: u32) -> FeedbackId {
    feedback(number, "2026-10-01").id
}

fn of(number: u32, step: &str) -> String {
    format!("innovations/1/feedback/{}/{step}", id(number))
}

fn row(number: u32) -> String {
    format!("{LAMPS}.{}", id(number))
}

const LONG: &str = "The bridge is listed, and the county may not fix lamps to it without leave.";
const DID: [(&str, &str); 3] = [("response", "we-did"), ("text", "A lamp was added"), ("responded_on", "2026-11-24")];

async fn answered(actor: &Actor, number: u32) {
    actor.fill(&of(number, "answer"), &DID).await.is(303);
}

#[tokio::test]
async fn the_oldest_unanswered_stands_first_with_how_long_it_waits() {
    let town = town().await;
    let page = town.lead().await.get("feedback").await.is(200);
    page.says(
        "3 things that people said wait for an answer, the oldest for 54 days. One has waited more than 30 days.",
    )
    .says("Waits for an answer (3)")
    .says("It is too dark by the bridge People of Mill Lane")
    .says("54 days ago 1 October 2026")
    .says("Nobody was told back in the last year.");
    assert_eq!(page.texts("tbody tr").len(), 3);
    assert!(page.texts("tbody th")[0].starts_with("It is too dark"));
    let filtered = town.lead().await.get("feedback?state=closed&innovation=1").await.is(200);
    filtered.says("People were told (0)");
    town.lead().await.get("feedback?state=nonsense&innovation=nonsense").await.is(200).says("Waits for an answer (3)");
    town.viewer().await.get("feedback").await.is(200).says("Everything that people said has an answer.");
}

#[tokio::test]
async fn an_answer_is_saved_then_told_back_and_the_days_are_counted() {
    let town = town().await;
    let lead = town.lead().await;
    answered(&lead, 1).await;
    lead.get("innovations/1/feedback")
        .await
        .says("Answered, and people were not told yet (1)")
        .says("A lamp was added");
    lead.get("feedback?state=answered").await.says("Answered on 24 November 2026, not told back");
    lead.fill(&of(1, "tell-back"), &[("told_back_on", "2026-11-24")]).await.is(303);
    lead.get("innovations/1/feedback").await.says("People were told (1)").says("People were told on 24 November 2026");
    let list = lead.get("feedback").await;
    list.says("People hear back after 54 days in the middle.").says("Show the 1 item told back in the year");
}

#[tokio::test]
async fn a_refusal_without_a_reason_keeps_everything_and_says_what_to_do() {
    let town = town().await;
    let lead = town.lead().await;
    let typed = [
        ("response", "we-cannot"),
        ("text", "No money"),
        ("responded_on", "2026-09-30"),
        ("changed", "Little"),
        ("told_back_on", "2026-12-01"),
    ];
    let wrong = lead.fill(&of(1, "answer"), &typed).await.is(422);
    wrong
        .says("In words that you would say to them: say it in 40 characters or more")
        .says("What is different because of it: say it in 40 characters or more")
        .says("Answered on: must be 1 October 2026 or later")
        .says("People were told on: must be 24 November 2026 or earlier");
    let again = wrong.form(&[]);
    assert!(typed.iter().all(|(name, value)| again.contains(&((*name).into(), (*value).into()))), "{again:?}");
    lead.fill(&of(1, "answer"), &[("response", ""), ("text", "")]).await.is(422).says("fill this in");
    lead.fill(&of(1, "answer"), &[("response", "we-cannot"), ("text", LONG)]).await.is(303);
}

#[tokio::test]
async fn the_same_answer_sent_twice_counts_once_and_the_second_of_two_gets_both() {
    let town = town().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let form = lead.get(&of(1, "answer")).await.form(&DID);
    let mine = manager.get(&of(1, "answer")).await.form(&[("response", "we-will"), ("text", "In spring")]);
    let answer = of(1, "answer");
    let (one, two) = tokio::join!(lead.post(&answer, &form), lead.post(&answer, &form));
    assert_eq!(one.is(303).location(), two.is(303).location());
    let conflict = manager.post(&of(1, "answer"), &mine).await.is(409);
    conflict.says("Someone else changed this while you were writing").says("A lamp was added");
    let again = conflict.form(&[]);
    assert!(again.contains(&("text".into(), "In spring".into())));
    manager.post(&of(1, "answer"), &again).await.is(303);
    lead.get("innovations/1/feedback").await.says("In spring");
}

#[tokio::test]
async fn text_that_names_a_resident_is_questioned_once() {
    let town = town().await;
    let lead = town.lead().await;
    let named = [("response", "we-did"), ("text", "Mrs Bloggs on 01632 960001 was rung")];
    let asked = lead.fill(&of(1, "answer"), &named).await.is(422);
    asked.says("Nothing is saved yet: does this name a resident?").says("01632 960001 looks like a telephone number");
    let mark = asked.body.split("name=\"named\" value=\"").nth(1).and_then(|part| part.split('"').next());
    lead.post(&of(1, "answer"), &asked.form(&[("named", mark.expect("a button"))])).await.is(303);
}

#[tokio::test]
async fn many_get_one_answer_or_none_and_a_row_that_somebody_changed_is_marked() {
    let town = town().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let page = lead.get("feedback/answer").await.is(200);
    assert_eq!(page.texts("tbody tr").len(), 3);
    let nothing = lead.fill("feedback/answer", &DID).await.is(422);
    nothing.says("Which of them: fill this in");
    let mut form = page.form(&DID);
    form.extend([("row".into(), row(1)), ("row".into(), row(2))]);
    answered(&manager, 1).await;
    let conflict = lead.post("feedback/answer", &form).await.is(409);
    conflict
        .says("Nothing is saved yet")
        .says("“It is too dark by the bridge”: somebody else changed it")
        .says("Programme manager, just now: “It is too dark by the bridge”. We did: A lamp was added.");
    let again = conflict.form(&[]);
    assert_eq!(again.iter().filter(|(name, _)| name == "row").count(), 2, "what was chosen stays chosen");
    lead.get("feedback").await.says("Waits for an answer (2)");
    lead.post("feedback/answer", &again).await.is(303);
    lead.get("feedback").await.says("Waits for an answer (1)");
}

#[tokio::test]
async fn what_is_wrong_with_one_of_many_stands_in_its_row_and_wrong_words_are_told_once() {
    let town = town().await;
    let lead = town.lead().await;
    let mut form = lead.get("feedback/answer").await.form(&[
        ("response", "we-cannot"),
        ("text", "No"),
        ("responded_on", "2026-11-15"),
    ]);
    form.extend([1, 2, 3].map(|number| ("row".to_owned(), row(number))));
    let wrong = lead.post("feedback/answer", &form).await.is(422);
    wrong.says("“Can the school path have lamps too?”: Answered on: must be 20 November 2026 or later");
    let told = wrong.texts(".errors li").into_iter().filter(|one| one.contains("40 characters")).count();
    assert_eq!(told, 1, "{:?}", wrong.texts(".errors li"));
    lead.get("feedback").await.says("Waits for an answer (3)");
}

#[tokio::test]
async fn many_are_told_back_on_one_day() {
    let town = town().await;
    let lead = town.lead().await;
    for number in [1, 2] {
        answered(&lead, number).await;
    }
    let mut form = lead.get("feedback/tell-back?innovation=1").await.is(200).form(&[("told_back_on", "2026-11-24")]);
    form.extend([1, 2].map(|number| ("row".to_owned(), row(number))));
    lead.post("feedback/tell-back?innovation=1", &form).await.is(303);
    // After 54 and 14 days.
    lead.get("feedback").await.says("People hear back after 34 days in the middle.");
}

#[tokio::test]
async fn what_was_said_is_added_to_an_engagement_later_edited_and_removed() {
    let town = town().await;
    let lead = town.lead().await;
    let heard = format!("{}/group-{}", engagement(1, "2026-10-01").id, stakeholder().id);
    let said =
        [("said", "More benches"), ("heard", heard.as_str()), ("count_band", "5-to-19"), ("raised_on", "2026-10-02")];
    lead.fill("innovations/1/feedback/new", &[("said", ""), ("heard", "")])
        .await
        .is(422)
        .says("What did they say: fill this in");
    let form = lead.get("innovations/1/feedback/new").await.form(&said);
    for _ in 0..2 {
        lead.post("innovations/1/feedback/new", &form).await.is(303);
    }
    let page = lead.get("innovations/1/feedback").await;
    page.says("Waits for an answer (4)").says("More benches People of Mill Lane (5 to 19 people)");
    let edited = [("said", "The bridge is dark"), ("theme", "Light"), ("sentiment", "worried")];
    lead.fill(&of(1, "edit"), &edited).await.is(303);
    lead.get("innovations/1/feedback").await.says("The bridge is dark Light. People of Mill Lane, worried");
    lead.fill(&of(1, "remove"), &[("reason", "")]).await.is(422);
    lead.fill(&of(1, "remove"), &[("reason", "Twice")]).await.is(303);
    lead.get("innovations/1/feedback").await.keeps_silent("The bridge is dark");
    lead.get(&of(1, "edit")).await.is(404);
    lead.get("innovations/1/history").await.says("Twice");
}

#[tokio::test]
async fn few_people_are_told_as_fewer_than_five_to_whoever_is_outside_the_team() {
    let town = Town::new().await;
    let mut few = engagement(1, "2026-10-01");
    few.groups[0].people = Some(3);
    let decision = Decision::add(stakeholder()).and_add(few).and_add(feedback(1, "2026-10-01"));
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    town.store.decide(&reach, Asked::at(now()), |_, _| Ok(decision)).await.expect("kept");
    town.lead().await.get("innovations/1/feedback").await.says("1 October 2026, 3 people");
    let outside = town.administrator().await.get("innovations/1/feedback").await;
    outside.says("1 October 2026, <5 people").keeps_silent("3 people");
}

#[tokio::test]
async fn whoever_may_not_answer_is_told_who_may_and_changes_nothing() {
    let town = town().await;
    let (administrator, viewer) = (town.administrator().await, town.viewer().await);
    for step in ["answer", "tell-back", "edit", "remove"] {
        administrator.get(&of(1, step)).await.is(403);
        viewer.get(&of(1, step)).await.is(404);
        viewer.post_body(&of(1, step), "text=No").await.is(404);
    }
    administrator.get("innovations/1/feedback/new").await.is(403);
    administrator.get("feedback/answer").await.is(200).says("Nothing waits that you may answer.");
    let body = format!("row={}&response=we-did&text=No&responded_on=2026-11-24", row(1));
    administrator.post_body("feedback/answer", &body).await.is(403);
    administrator.post_body(&of(1, "answer"), "response=we-did&text=No&responded_on=2026-11-24&seen=1").await.is(403);
    town.lead().await.get("feedback").await.says("Waits for an answer (3)");
}

#[tokio::test]
async fn the_past_shows_what_waited_then_and_offers_nothing() {
    let town = town().await;
    town.wait(chrono::TimeDelta::days(3));
    let lead = town.lead().await;
    lead.fill(&of(1, "answer"), &DID).await.is(303);
    let then = lead.get("feedback?as-at=2026-11-25").await.is(200);
    then.says("Waits for an answer (3)").keeps_silent("Answer many");
    lead.get(&format!("{}?as-at=2026-11-25", of(1, "answer"))).await.is(404);
}
