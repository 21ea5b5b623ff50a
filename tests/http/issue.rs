use domain::testing::{LEAD, place};
use tests::{Actor, Answer, Town};

const NEW: &str = "innovations/1/issues/new";
const LIST: &str = "innovations/1/risks";

async fn raise(actor: &Actor) -> Answer {
    let owner = place(LEAD).to_string();
    let answers =
        [("title", "The lamps have not come"), ("severity", "2"), ("owner", owner.as_str()), ("due_on", "2026-12-10")];
    actor.fill(NEW, &answers).await
}

/// The address of a form of the only issue.
async fn of_issue(actor: &Actor, path: &str) -> String {
    let list = actor.get(LIST).await.is(200);
    let found = list.body.split('"').find(|part| part.contains("/issues/") && part.ends_with(path));
    found.expect("a link").to_owned()
}

#[tokio::test]
async fn an_issue_is_raised_listed_put_off_and_resolved() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.get(LIST).await.says("No open issues").says("Raise an issue");
    assert_eq!(raise(&lead).await.is(303).location(), "/northshire/innovations/1/risks#issues");
    lead.get(LIST).await.says("1 open issue").says("The lamps have not come").says("By 10 December 2026, in 2 weeks");
    lead.get("/northshire").await.says("Your issues (1)").says("Resolve the issue");
    lead.fill(&of_issue(&lead, "/edit").await, &[("due_on", "2027-01-10"), ("severity", "1")]).await.is(303);
    lead.get(LIST).await.says("1, the worst").says("By 10 January 2027");
    let resolve = of_issue(&lead, "/resolve").await;
    let blank = lead.fill(&resolve, &[]).await.is(422);
    assert_eq!(blank.texts("#resolution-problem"), ["Error: How was it resolved: fill this in"]);
    lead.fill(&resolve, &[("resolution", "They came"), ("resolved_on", "2026-11-23")]).await.is(422);
    lead.fill(&resolve, &[("resolution", "They came")]).await.is(303);
    lead.get(LIST).await.says("Every issue is resolved").says("Resolved on 24 November 2026 They came");
    lead.fill(&resolve, &[("resolution", "Again")]).await.is(409).says("The issue is resolved");
    lead.get("/northshire").await.keeps_silent("Your issues");
}

#[tokio::test]
async fn mistakes_are_said_beside_their_fields_and_what_was_typed_stays() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let typed = [("title", "No lamps"), ("due_on", "2026-11-01"), ("raised_on", "2026-11-25"), ("severity", "7")];
    let answer = lead.fill(NEW, &typed).await.is(422);
    assert_eq!(answer.texts("#severity-problem"), ["Error: Severity: choose one of the answers offered"]);
    assert_eq!(answer.texts("#owner-problem"), ["Error: Who solves it: fill this in"]);
    assert!(answer.form(&[]).contains(&("title".into(), "No lamps".into())));
    let owner = place(LEAD).to_string();
    let days = [
        ("title", "No lamps"),
        ("due_on", "2026-11-01"),
        ("raised_on", "2026-11-25"),
        ("severity", "1"),
        ("owner", &*owner),
    ];
    let answer = lead.fill(NEW, &days).await.is(422);
    assert_eq!(answer.texts("#due_on-problem"), ["Error: To be solved by: must be 24 November 2026 or later"]);
    assert_eq!(answer.texts("#raised_on-problem"), ["Error: Since: must be 24 November 2026 or earlier"]);
}

#[tokio::test]
async fn the_same_form_sent_twice_raises_one_issue() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let owner = place(LEAD).to_string();
    let answers = [("title", "No lamps"), ("severity", "2"), ("owner", &*owner), ("due_on", "2026-12-10")];
    let form = lead.get(NEW).await.form(&answers);
    lead.post(NEW, &form).await.is(303);
    lead.post(NEW, &form).await.is(303);
    lead.get(LIST).await.says("1 open issue");
}

#[tokio::test]
async fn the_second_of_two_editors_of_an_issue_keeps_what_was_typed() {
    let town = Town::new().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    raise(&lead).await.is(303);
    let edit = of_issue(&lead, "/edit").await;
    let mine = lead.get(&edit).await.form(&[("title", "No lamps at all")]);
    manager.fill(&edit, &[("title", "Half of the lamps"), ("due_on", "2027-02-01")]).await.is(303);
    let conflict = lead.post(&edit, &mine).await.is(409);
    conflict.says("Someone else changed this while you were writing").says("Half of the lamps");
    lead.post(&edit, &conflict.form(&[])).await.is(303);
    lead.get(LIST).await.says("No lamps at all").says("By 1 February 2027");
}

#[tokio::test]
async fn who_may_not_edit_the_innovation_raises_no_issue() {
    let town = Town::new().await;
    let body = "title=No+lamps&severity=2&raised_on=2026-11-24&due_on=2026-12-10";
    town.administrator().await.get(NEW).await.is(403);
    town.administrator().await.post_body(NEW, body).await.is(403);
    town.viewer().await.get(NEW).await.is(404);
    town.lead().await.get("issues/new").await.is(403);
    town.administrator().await.get(LIST).await.is(200).keeps_silent("Raise an issue");
}

#[tokio::test]
async fn an_issue_of_the_organisation_stands_with_all_risks_and_not_before_a_viewer_for_partners() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let owner = place(LEAD).to_string();
    let answers = [("title", "No heating"), ("severity", "1"), ("owner", &*owner), ("due_on", "2026-12-10")];
    manager.fill("issues/new", &answers).await.is(303);
    raise(&town.lead().await).await.is(303);
    town.lead()
        .await
        .get("risks")
        .await
        .is(200)
        .says("2 open issues")
        .says("No heating")
        .says("NC-1 Smart street lamps. Since");
    town.viewer().await.get("risks").await.is(200).keeps_silent("No heating").says("No open issues");
}
