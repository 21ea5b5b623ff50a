use domain::testing::{LEAD, place};
use tests::{Actor, Answer, Town};

const NEW: &str = "innovations/1/risks/new";
const LIST: &str = "innovations/1/risks";

/// A delivery threat scored 16: over the appetite of 12, within the tolerance of 16.
fn threat() -> Vec<(&'static str, String)> {
    [
        ("kind", "threat"),
        ("cause", "There is one supplier."),
        ("event", "a late delivery"),
        ("effect", "delay the trial"),
        ("category", "delivery"),
        ("inherent_likelihood", "4"),
        ("inherent_impact", "5"),
        ("likelihood", "4"),
        ("impact", "4"),
        ("proximity", "now"),
        ("response", "treat"),
        ("review_due_on", "2027-01-24"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .into_iter()
    .chain([("owner", place(LEAD).to_string())])
    .collect()
}

async fn fill(actor: &Actor, path: &str, answers: &[(&'static str, String)]) -> Answer {
    let answers: Vec<_> = answers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    actor.fill(path, &answers).await
}

/// Adds the threat and gives its address.
async fn recorded(town: &Town) -> String {
    fill(&town.lead().await, NEW, &threat()).await.is(303).location().to_owned()
}

#[tokio::test]
async fn a_risk_that_is_added_is_listed_with_its_score_and_standing_in_words() {
    let town = Town::new().await;
    let page = recorded(&town).await;
    let list = town.manager().await.get(LIST).await.is(200);
    list.says("1 open threat, 1 of them over appetite: highest score 16")
        .says("Because of there is one supplier, there may be a late delivery, which would delay the trial.")
        .says("Very high: likely, major")
        .says("Over the appetite of 12")
        .says("1 threat over appetite with no action in date.");
    assert_eq!(list.texts(".heat-key"), ["16"]);
    town.manager().await.get(&page).await.is(200).says("Before controls 20, very high: likely, critical");
    town.viewer().await.get(LIST).await.is(404);
}

#[tokio::test]
async fn an_innovation_without_risks_says_that_none_are_recorded() {
    let town = Town::new().await;
    town.lead().await.get(LIST).await.is(200).says("No risks recorded").says("Add a risk");
    town.executive().await.get(&format!("{LIST}?as-at=2026-11-23")).await.is(200).keeps_silent("Add a risk");
}

#[tokio::test]
async fn mistakes_are_said_beside_their_fields_and_what_was_typed_stays() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let mut typed = threat();
    typed.retain(|(name, _)| *name != "likelihood" && *name != "cause");
    typed.extend([("likelihood", "9".to_owned()), ("cause", "  ".to_owned()), ("target_impact", "2".to_owned())]);
    let answer = fill(&lead, NEW, &typed).await.is(422);
    assert_eq!(answer.texts("#cause-problem"), ["Error: Because of: fill this in"]);
    assert_eq!(answer.texts("#likelihood-problem").len(), 1);
    assert_eq!(answer.texts("#target_likelihood-problem").len(), 1);
    assert!(answer.form(&[]).contains(&("event".into(), "a late delivery".into())));
}

#[tokio::test]
async fn a_response_to_an_opportunity_does_not_fit_a_threat_and_a_target_is_no_higher_than_the_score() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let mut typed = threat();
    typed.retain(|(name, _)| *name != "response");
    typed.extend(
        [("response", "exploit"), ("target_likelihood", "5"), ("target_impact", "5")]
            .map(|(name, value)| (name, value.to_owned())),
    );
    let answer = fill(&lead, NEW, &typed).await.is(422);
    assert_eq!(answer.texts("#response-problem"), ["Error: Response: choose one of the answers offered"]);
    answer.says("the score must be 16 or lower");
}

#[tokio::test]
async fn the_same_form_sent_twice_records_one_risk() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let answers = threat();
    let answers: Vec<_> = answers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let form = lead.get(NEW).await.form(&answers);
    let first = lead.post(NEW, &form).await.is(303);
    assert_eq!(lead.post(NEW, &form).await.is(303).location(), first.location());
    assert_eq!(lead.get(LIST).await.texts("tbody tr").len(), 1);
}

#[tokio::test]
async fn the_second_of_two_editors_keeps_what_was_typed() {
    let town = Town::new().await;
    let page = recorded(&town).await;
    let edit = format!("{page}/edit");
    let (lead, manager) = (town.lead().await, town.manager().await);
    let mine = lead.get(&edit).await.form(&[("event", "a very late delivery")]);
    manager.fill(&edit, &[("event", "no delivery at all"), ("effect", "end the trial")]).await.is(303);
    let conflict = lead.post(&edit, &mine).await.is(409);
    conflict.says("Someone else changed this while you were writing").says("no delivery at all");
    lead.post(&edit, &conflict.form(&[])).await.is(303);
    lead.get(&page).await.says("A very late delivery").says("which would end the trial");
}

#[tokio::test]
async fn the_score_comes_down_only_by_a_review_with_a_note() {
    let town = Town::new().await;
    let page = recorded(&town).await;
    let lead = town.lead().await;
    lead.get(&format!("{page}/edit")).await.is(200).keeps_silent("name=\"likelihood\"");
    let review = format!("{page}/review");
    let refused = lead.fill(&review, &[("likelihood", "2")]).await.is(422);
    assert_eq!(refused.texts("#note-problem"), ["Error: What has changed: fill this in"]);
    lead.fill(&review, &[("likelihood", "2"), ("note", "A second supplier has signed")]).await.is(303);
    lead.get(&page)
        .await
        .says("Within the appetite of 12")
        .says("A second supplier has signed")
        .says("Last reviewed today");
}

#[tokio::test]
async fn a_threat_over_appetite_is_accepted_by_an_executive_for_a_time() {
    let town = Town::new().await;
    let page = recorded(&town).await;
    let accept = format!("{page}/accept");
    town.lead().await.get(&accept).await.is(403).says("accept a risk over appetite");
    town.lead().await.get(&page).await.keeps_silent("Accept risk");
    let executive = town.executive().await;
    let late = executive.fill(&accept, &[("reason", "Worth it"), ("until", "2027-05-24")]).await.is(422);
    assert_eq!(late.texts("#until-problem"), ["Error: Accepted until: must be 23 May 2027 or earlier"]);
    executive.fill(&accept, &[("reason", "Worth it"), ("until", "2027-05-23")]).await.is(303);
    town.lead()
        .await
        .get(LIST)
        .await
        .says("Accepted by Executive until 23 May 2027")
        .says("1 open threat, 1 of them accepted");
}

#[tokio::test]
async fn within_appetite_there_is_nothing_to_accept() {
    let town = Town::new().await;
    let page = recorded(&town).await;
    let lower = [("likelihood", "1"), ("note", "It came")];
    town.lead().await.fill(&format!("{page}/review"), &lower).await.is(303);
    town.executive().await.get(&format!("{page}/accept")).await.is(409).says("Only a threat over appetite");
}

#[tokio::test]
async fn an_action_is_added_put_off_and_finished() {
    let town = Town::new().await;
    let page = recorded(&town).await;
    let lead = town.lead().await;
    let owner = place(LEAD).to_string();
    let action = [("text", "Ask a second supplier"), ("owner", owner.as_str()), ("due_on", "2026-12-10")];
    let past = [("text", "Ask"), ("owner", owner.as_str()), ("due_on", "2026-11-01")];
    lead.fill(&format!("{page}/actions/new"), &past).await.is(422).says("By: must be 24 November 2026 or later");
    lead.fill(&format!("{page}/actions/new"), &action).await.is(303);
    lead.get(LIST).await.says("Ask a second supplier. By 10 December 2026").keeps_silent("no action in date");
    lead.fill(&format!("{page}/actions/1/edit"), &[("due_on", "2027-01-15")]).await.is(303);
    lead.fill(&format!("{page}/actions/1/finish"), &[]).await.is(303);
    lead.get(&page).await.says("Every action is done").says("Done on 24 November 2026");
    lead.get(&format!("{page}/actions/7/finish")).await.is(404);
}

#[tokio::test]
async fn a_risk_is_closed_opened_again_and_happens() {
    let town = Town::new().await;
    let page = recorded(&town).await;
    let lead = town.lead().await;
    lead.fill(&format!("{page}/close"), &[]).await.is(422).says("fill this in");
    lead.fill(&format!("{page}/close"), &[("reason", "Delivered")]).await.is(303);
    lead.get(LIST).await.says("No risks recorded").says("1 closed or happened").says("Closed on 24 November 2026");
    lead.post_body(&format!("{page}/review"), "seen=2&likelihood=4&impact=4&review_due_on=2027-01-24")
        .await
        .is(409)
        .says("The risk is closed.");
    lead.fill(&format!("{page}/reopen"), &[("reason", "Another order")]).await.is(303);
    let bare = lead.fill(&format!("{page}/happened"), &[("what", "Lamps came in March")]).await.is(422);
    assert_eq!(bare.texts("#severity-problem"), ["Error: Severity: fill this in"]);
    let issue = [("what", "Lamps came in March"), ("severity", "2"), ("due_on", "2026-12-10")];
    lead.fill(&format!("{page}/happened"), &issue).await.is(303);
    let happened = lead.get(&page).await;
    happened.says("Happened on 24 November 2026").says("Lamps came in March").says("The issue it became");
    lead.get(LIST).await.says("1 open issue").says("A late delivery").says("From a risk that happened");
}

#[tokio::test]
async fn everyone_reads_the_appetite_and_an_executive_sets_it() {
    let town = Town::new().await;
    town.viewer().await.get("appetite").await.is(200).says("Nothing decided yet").keeps_silent("Edit appetite");
    town.manager().await.get("appetite/edit").await.is(403).says("Executives can edit the risk appetite");
    let executive = town.executive().await;
    let stale = executive.get("appetite/edit").await.form(&[("delivery", "eager")]);
    executive.fill("appetite/edit", &[("delivery", "averse")]).await.is(303);
    executive.get("appetite").await.says("Decided for every category").says("Delivery Averse 4 8 Decided");
    let conflict = executive.post("appetite/edit", &stale).await.is(409);
    conflict.says("Someone else changed this while you were writing");
    executive.post("appetite/edit", &conflict.form(&[])).await.is(303);
    executive.get("appetite").await.says("Delivery Eager 16 20 Decided");
}

#[tokio::test]
async fn who_may_not_edit_is_told_who_may_and_sees_no_buttons() {
    let town = Town::new().await;
    let page = recorded(&town).await;
    let administrator = town.administrator().await;
    for form in ["edit", "review", "close", "happened", "reopen", "actions/new"] {
        administrator.get(&format!("{page}/{form}")).await.is(403).says("can edit an innovation");
    }
    administrator.get(&page).await.is(200).keeps_silent("Review risk");
    town.stranger().get(&page).await.is(303);
}

#[tokio::test]
async fn three_threats_are_drawn_on_a_map_that_leads_to_each_of_them() {
    let town = Town::new().await;
    for _ in 0..2 {
        recorded(&town).await;
    }
    let manager = town.manager().await;
    assert!(manager.get(LIST).await.texts("table.heat").is_empty(), "two are read faster in the list");
    let page = recorded(&town).await;
    let list = manager.get(LIST).await;
    list.says("3 of 3 threats are high or very high");
    assert_eq!(list.texts("table.heat td.h4 a").len(), 3);
    assert!(list.body.contains(&format!("href=\"{page}\"")));
}

#[tokio::test]
async fn the_history_tells_of_risks_in_words() {
    let town = Town::new().await;
    let page = recorded(&town).await;
    let lead = town.lead().await;
    lead.fill(&format!("{page}/close"), &[("reason", "Delivered in full")]).await.is(303);
    let history = lead.get("innovations/1/history").await.is(200);
    history
        .says("recorded the threat “a late delivery” with a score of 16")
        .says("closed the threat “a late delivery”");
    history.says("Delivered in full");
}
