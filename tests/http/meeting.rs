use tests::{Actor, Town};

const NEW: &str = "meetings/new";
const LIST: &str = "meetings";

fn board(on: &str) -> [(&str, &str); 4] {
    [("body", "Lighting Board"), ("kind", "board"), ("held_on", on), ("agenda", "Minutes\nThe lamps on Mill Lane")]
}

/// The address of a new meeting.
async fn add(actor: &Actor, on: &str) -> String {
    actor.fill(NEW, &board(on)).await.is(303).location().to_owned()
}

#[tokio::test]
async fn a_meeting_to_come_fills_its_own_agenda() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let gate = [("title", "Pilot gate"), ("kind", "gate"), ("forecast_on", "2026-12-20"), ("baselined", "")];
    manager.fill("innovations/1/milestones/new", &gate).await.is(303);
    let meeting = add(&manager, "2026-12-08").await;
    let page = manager.get(&meeting).await.is(200);
    page.says("What calls for it").says("Gate : Pilot gate, 20 December 2026").says("The lamps on Mill Lane");
    manager.get(LIST).await.says("Lighting Board meets in 2 weeks");
    let held = add(&manager, "2026-11-10").await;
    assert!(!manager.get(&held).await.text().contains("What calls for it"), "only of what is to come");
}

#[tokio::test]
async fn the_next_meeting_opens_with_what_was_promised_last_time() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let held = add(&manager, "2026-11-10").await;
    let owner = manager.get(&format!("{held}/follow-ups/new")).await.body;
    let owner = owner.split("<option value=\"").find(|part| part.contains("Team member")).expect("the lead");
    let owner = owner.split('"').next().expect("an id").to_owned();
    let promise = [("text", "Count the lamps"), ("owner", owner.as_str()), ("due_on", "2026-11-20")];
    manager.fill(&format!("{held}/follow-ups/new"), &promise).await.is(303);
    manager.get(&held).await.says("Follow-ups: 1 of 1 open are overdue");
    manager.get(LIST).await.says("One follow-up is overdue.").says("1 open, 1 overdue");
    let next = add(&manager, "2026-12-08").await;
    manager
        .get(&next)
        .await
        .says("Last time, 10 November 2026: 1 of 1 promises open")
        .says("Follow-up : Count the lamps (Team member, due 20 November 2026)");
}

#[tokio::test]
async fn mistakes_are_said_and_what_was_typed_stays() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let typed = [("body", "A <board>"), ("kind", ""), ("held_on", "soon"), ("pack", "papers")];
    let answer = manager.fill(NEW, &typed).await.is(422);
    for field in ["kind", "held_on", "pack"] {
        assert_eq!(answer.texts(&format!("#{field}-problem")).len(), 1, "{field}");
    }
    assert!(answer.form(&[]).contains(&("body".into(), "A <board>".into())));
}

#[tokio::test]
async fn a_meeting_is_edited_by_who_read_it_last() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let address = format!("{}/edit", add(&manager, "2026-11-10").await);
    let executive = town.executive().await;
    let read = executive.get(&address).await.form(&[("notes", "All agreed.")]);
    manager.fill(&address, &[("notes", "Nobody came.")]).await.is(303);
    let met = executive.post(&address, &read).await.is(409);
    met.says("Nobody came.");
    executive.post(&address, &met.form(&[])).await.is(303);
    manager.get(address.trim_end_matches("/edit")).await.says("All agreed.");
}

#[tokio::test]
async fn a_team_records_its_own_meetings_and_guests_see_none() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.get(NEW).await.is(403);
    let own = format!("{NEW}?innovation=1&kind=retrospective");
    let answers = [("body", "Lamps retrospective"), ("held_on", "2026-11-20")];
    let retrospective = lead.fill(&own, &answers).await.is(303).location().to_owned();
    lead.get(&retrospective).await.says("Smart street lamps").says("Retrospective");
    let viewer = town.viewer().await;
    viewer.get(LIST).await.is(404);
    viewer.get(&retrospective).await.is(404);
    assert!(!viewer.get("/northshire").await.body.contains("/meetings"), "no way there in the menu");
    town.administrator().await.get(LIST).await.is(200);
}

#[tokio::test]
async fn sent_twice_it_is_one_meeting() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let sent = manager.get(NEW).await.form(&board("2026-12-08"));
    for _ in 0..2 {
        manager.post(NEW, &sent).await.is(303);
    }
    manager.get(LIST).await.says("To come (1)");
}

#[tokio::test]
async fn a_meeting_is_removed_with_a_reason_unless_something_was_decided_there() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let twice = add(&manager, "2026-11-10").await;
    let remove = format!("{twice}/remove");
    town.lead().await.get(&remove).await.is(403);
    town.viewer().await.get(&remove).await.is(404);
    manager.fill(&remove, &[("reason", "")]).await.is(422);
    let read = manager.get(&remove).await.form(&[("reason", "Entered twice")]);
    let outdated = town.executive().await.get(&remove).await.form(&[("reason", "Called off")]);
    manager.fill(&format!("{twice}/edit"), &[("notes", "Nobody came.")]).await.is(303);
    town.executive().await.post(&remove, &outdated).await.is(409);
    manager.post(&remove, &read).await.is(409);
    let sent = manager.get(&remove).await.form(&[("reason", "Entered twice")]);
    for _ in 0..2 {
        assert_eq!(manager.post(&remove, &sent).await.is(303).location(), "/northshire/meetings");
    }
    manager.get(&twice).await.is(404);
    manager.get(LIST).await.says("Held (0)");

    let held = add(&manager, "2026-11-10").await;
    let id = held.rsplit('/').next().expect("an id");
    let reason = "The trial on Mill Lane paid for itself within a year.";
    let taken = [
        ("what", "Light Mill Lane"),
        ("kind", "scope"),
        ("asked_on", "2026-10-20"),
        ("outcome", "agreed"),
        ("taken_at", id),
        ("decided_on", ""),
        ("reason", reason),
    ];
    manager.fill("decisions/new?innovation=1", &taken).await.is(303);
    let refused = manager.fill(&format!("{held}/remove"), &[("reason", "Entered twice")]).await.is(409);
    refused.says("Decisions were taken at this meeting, so it stays.");
}
