use domain::testing::{EXECUTIVE, LEAD, place};
use tests::Town;

const REASON: &str = "The trial on Mill Lane paid for itself within a year.";

/// A decision, and with it a promise of the lead. The address of the decision.
async fn promised(town: &Town, due_on: &str) -> String {
    let manager = town.manager().await;
    let executive = place(EXECUTIVE).to_string();
    let taken = [
        ("what", "Light Mill Lane"),
        ("kind", "scope"),
        ("asked_on", "2026-10-20"),
        ("outcome", "agreed"),
        ("taken_by", executive.as_str()),
        ("decided_on", "2026-11-10"),
        ("reason", REASON),
    ];
    let taken = manager.fill("decisions/new?innovation=1", &taken).await.is(303).location().to_owned();
    let owner = place(LEAD).to_string();
    let promise = [("text", "Count the lamps"), ("owner", owner.as_str()), ("due_on", due_on)];
    manager.fill(&format!("{taken}/follow-ups/new"), &promise).await.is(303);
    taken
}

/// The address of the follow-up, as its decision links to it.
async fn address(town: &Town, decision: &str) -> String {
    let page = town.manager().await.get(decision).await.is(200);
    let mut links = page.body.split("href=\"").filter_map(|part| part.split('"').next());
    let edits = |link: &&str| link.contains("/follow-ups/") && link.ends_with("/edit");
    links.find(edits).expect("a link").trim_end_matches("/edit").to_owned()
}

#[tokio::test]
async fn what_was_promised_waits_in_the_work_of_its_owner_and_is_done_by_one_button() {
    let town = Town::new().await;
    let decision = promised(&town, "2026-11-20").await;
    let lead = town.lead().await;
    let work = lead.get("/northshire").await;
    work.says("What you promised (1)").says("Count the lamps").says("4 days late");
    assert!(!town.executive().await.get("/northshire").await.text().contains("What you promised"));
    let button = work.body.split("action=\"").find(|part| part.contains("/finish\"")).expect("a button");
    let value = |name: &str| {
        let after = button.split(&format!("name=\"{name}\" value=\"")).nth(1).expect("a field");
        (name.to_owned(), after.split('"').next().expect("a value").to_owned())
    };
    let fields = ["seen", "submission", "done_on", "from_work"].map(value);
    let address = button.split('"').next().expect("an address");
    assert_eq!(lead.post(address, &fields).await.is(303).location(), "/northshire");
    assert!(!lead.get("/northshire").await.text().contains("What you promised"));
    lead.get(&decision).await.says("all 1 done").says("Done 24 November 2026");
    let again = lead.post(address, &fields).await;
    assert_eq!(again.status.as_u16(), 303, "the same button twice");
}

#[tokio::test]
async fn it_is_put_off_and_finished_on_another_day() {
    let town = Town::new().await;
    let decision = promised(&town, "2026-11-20").await;
    let (manager, address) = (town.manager().await, address(&town, &decision).await);
    let (edit, finish) = (format!("{address}/edit"), format!("{address}/finish"));
    let read = town.executive().await.get(&edit).await.form(&[("due_on", "2027-02-01")]);
    manager.fill(&edit, &[("due_on", "2027-01-15")]).await.is(303);
    town.executive().await.post(&edit, &read).await.is(409).says("2027-01-15");
    manager.get(&decision).await.says("15 January 2027").says("In date");
    manager.fill(&finish, &[("done_on", "2026-11-25")]).await.is(422).says("must be 24 November 2026 or earlier");
    manager.fill(&finish, &[("done_on", "2026-11-23"), ("note", "Forty of them")]).await.is(303);
    manager.get(&decision).await.says("Done 23 November 2026").says("Forty of them");
    manager.fill(&edit, &[]).await.is(409);
}

#[tokio::test]
async fn mistakes_are_said_and_who_may_not_is_told() {
    let town = Town::new().await;
    let decision = promised(&town, "2026-11-20").await;
    let new = format!("{decision}/follow-ups/new");
    let answer = town.manager().await.fill(&new, &[("text", "Count <them>"), ("due_on", "2026-11-01")]).await.is(422);
    assert_eq!(answer.texts("#owner-problem").len(), 1);
    assert!(answer.form(&[]).contains(&("text".into(), "Count <them>".into())));
    let address = address(&town, &decision).await;
    town.administrator().await.get(&new).await.is(403);
    town.administrator().await.get(&format!("{address}/finish")).await.is(403);
    town.viewer().await.get(&format!("{address}/finish")).await.is(404);
}

#[tokio::test]
async fn a_promise_that_nobody_needs_is_removed_and_its_history_stays() {
    let town = Town::new().await;
    let decision = promised(&town, "2026-12-20").await;
    let (manager, remove) = (town.manager().await, format!("{}/remove", address(&town, &decision).await));
    town.administrator().await.get(&remove).await.is(403);
    town.viewer().await.get(&remove).await.is(404);
    manager.fill(&remove, &[("reason", "")]).await.is(422).says("Count the lamps");
    let sent = manager.get(&remove).await.form(&[("reason", "Somebody else has counted them")]);
    assert_eq!(manager.post(&remove, &sent).await.is(303).location(), decision);
    assert_eq!(manager.post(&remove, &sent).await.is(303).location(), "/northshire", "the same button twice");
    manager.get(&decision).await.says("No follow-ups");
    assert!(!town.lead().await.get("/northshire").await.text().contains("What you promised"));
    manager.get("innovations/1/history").await.says("removed the follow-up");
}
