use domain::testing::{EXECUTIVE, place};
use tests::Town;

const NEW: &str = "decisions/new?innovation=1";
const LIST: &str = "decisions";
const ANSWER: &str = "decisions/new?innovation=1&ask=1";
const REASON: &str = "The trial on Mill Lane paid for itself within a year.";

/// The lead asks the executive for forty lamps.
async fn asking(town: &Town) {
    let executive = place(EXECUTIVE).to_string();
    let update = [
        ("confidence", "at-risk"),
        ("done", "Fitted twelve"),
        ("next", "Wait"),
        ("path_action", "Buy more"),
        ("path_owner", executive.as_str()),
        ("path_by", "2027-01-31"),
        ("ask_what", "Buy forty more lamps"),
        ("ask_of_whom", executive.as_str()),
        ("ask_by", "2026-12-08"),
    ];
    town.lead().await.fill("innovations/1/updates/new", &update).await.is(303);
}

fn agreed() -> Vec<(&'static str, &'static str)> {
    vec![("kind", "funding"), ("outcome", "agreed"), ("decided_on", "2026-11-24"), ("reason", REASON)]
}

#[tokio::test]
async fn an_ask_is_answered_and_leaves_the_work_of_who_was_asked() {
    let town = Town::new().await;
    asking(&town).await;
    let executive = town.executive().await;
    let work = executive.get("/northshire").await;
    work.says("Asked of you (1)").says("Answer this ask");
    executive.get("innovations/1/updates").await.says("Answer this ask");
    let page = executive.get(ANSWER).await.is(200);
    page.says("Answer what is asked").says("wanted by 8 December 2026");
    let typed = page.form(&[]);
    assert!(typed.contains(&("what".into(), "Buy forty more lamps".into())), "{typed:?}");
    let taken = executive.fill(ANSWER, &agreed()).await.is(303).location().to_owned();
    executive.get(&taken).await.says("Agreed on 24 November 2026 by Executive").says("First asked");
    assert!(!executive.get("/northshire").await.text().contains("Asked of you"));
    executive.get("innovations/1/updates").await.says("Answered on 24 November 2026");
    executive.get("innovations/1/decisions").await.says("1 other decision").says(REASON);
    executive.get("innovations/1/history").await.says("recorded that Executive agreed “Buy forty more lamps”");
    let again = executive.fill(ANSWER, &agreed()).await.is(409);
    again.says("There is a decision about this ask already.");
    // The next update does not ask again for what was answered.
    town.lead().await.get("innovations/1/updates/new").await.is(200).keeps_silent("Still needed");
}

#[tokio::test]
async fn a_deferred_answer_keeps_the_ask_open_until_its_day() {
    let town = Town::new().await;
    asking(&town).await;
    let executive = town.executive().await;
    let deferred = [("outcome", "deferred"), ("deferred_to", "2027-01-20")];
    let answers: Vec<_> = agreed().into_iter().filter(|(name, _)| *name != "outcome").chain(deferred).collect();
    let open = executive.fill(ANSWER, &answers).await.is(303).location().to_owned();
    executive.get(&open).await.says("Deferred").says("Put off to 20 January 2027");
    executive.get("/northshire").await.says("Asked of you (1)").says("20 January 2027").says("Record the outcome");
    executive.get(LIST).await.says("Open (1)").says("put off to 20 January 2027");
    let outcome = format!("{open}/outcome");
    executive.fill(&outcome, &[("outcome", "refused"), ("reason", "There is no money left this year.")]).await.is(303);
    executive.get(&open).await.says("Refused on 24 November 2026");
    executive.get(&format!("{open}/edit")).await;
    executive.fill(&outcome, &[("outcome", "agreed"), ("reason", REASON)]).await.is(409);
}

#[tokio::test]
async fn a_question_waits_with_its_days_and_a_key_decision_warns() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let board = [("body", "Cabinet"), ("kind", "cabinet"), ("held_on", "2026-12-08")];
    let board = manager.fill("meetings/new", &board).await.is(303).location().to_owned();
    let meeting = board.rsplit('/').next().expect("an id");
    let question = [
        ("what", "Light every street"),
        ("kind", "funding"),
        ("asked_on", "2026-11-03"),
        ("key_decision", "yes"),
        ("planned_for", meeting),
        ("outcome", ""),
    ];
    let open = manager.fill(NEW, &question).await.is(303).location().to_owned();
    manager.get(LIST).await.says("One decision is open, for 21 days.").says("no notice of it is published");
    manager.fill(&format!("{open}/edit"), &[("published_on", "2026-11-20")]).await.is(303);
    manager.get(&open).await.says("The meeting on 8 December 2026 is too early").says("from 19 December 2026");
    manager.get(&board).await.says("Decisions to take (1)").says("Light every street");
}

#[tokio::test]
async fn a_body_decides_on_the_day_it_meets() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let board = [("body", "Lighting Board"), ("kind", "board"), ("held_on", "2026-11-10")];
    let board = manager.fill("meetings/new", &board).await.is(303).location().to_owned();
    let meeting = board.rsplit('/').next().expect("an id");
    let taken = [
        ("what", "Light Mill Lane"),
        ("kind", "scope"),
        ("asked_on", "2026-10-20"),
        ("outcome", "agreed"),
        ("taken_at", meeting),
        ("taken_by", ""),
        ("decided_on", ""),
        ("reason", REASON),
    ];
    let taken = manager.fill(NEW, &taken).await.is(303).location().to_owned();
    manager.get(&taken).await.says("Agreed on 10 November 2026 by Lighting Board").says("21 days");
    manager.get(&board).await.says("Decisions taken (1)");
    manager.get(LIST).await.says("Bodies took 21 days in the middle.");
}

#[tokio::test]
async fn mistakes_are_said_and_what_was_typed_stays() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let typed = [
        ("what", "Light <every> street"),
        ("kind", ""),
        ("outcome", "agreed"),
        ("decided_on", "soon"),
        ("effect", "much"),
    ];
    let answer = manager.fill(NEW, &typed).await.is(422);
    for field in ["kind", "effect", "decided_on"] {
        assert_eq!(answer.texts(&format!("#{field}-problem")).len(), 1, "{field}");
    }
    assert!(answer.form(&[]).contains(&("what".into(), "Light <every> street".into())));
    let silent = [("what", "Light it"), ("kind", "scope"), ("outcome", "agreed"), ("taken_by", ""), ("reason", "")];
    manager.fill(NEW, &silent).await.is(422).says("Or by whom: fill this in");
}

#[tokio::test]
async fn a_lead_records_their_own_decisions_and_guests_read_none() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.get("decisions/new").await.is(403);
    let page = lead.get(NEW).await.is(200);
    page.says("You record what you decided yourself.");
    assert!(!page.text().contains("Nothing yet: it is open"));
    let own = [("what", "Dim at midnight"), ("kind", "scope"), ("outcome", "agreed"), ("reason", REASON)];
    let taken = lead.fill(NEW, &own).await.is(303).location().to_owned();
    lead.get(&taken).await.says("by Team member");
    let executive = place(EXECUTIVE).to_string();
    let anothers = [&own[..], &[("taken_by", executive.as_str())]].concat();
    lead.fill(NEW, &anothers).await.is(422);
    lead.get(&format!("{taken}/edit")).await.is(403);
    town.administrator().await.get(NEW).await.is(403);
    let viewer = town.viewer().await;
    viewer.get(&taken).await.is(404);
    viewer.get(LIST).await.is(200).says("Taken (0)");
}

#[tokio::test]
async fn sent_twice_it_is_one_decision_and_an_older_reading_meets_the_newer() {
    let town = Town::new().await;
    let (manager, executive) = (town.manager().await, town.executive().await);
    let question = [("what", "Light every street"), ("kind", "funding"), ("outcome", "")];
    let sent = manager.get(NEW).await.form(&question);
    let open = manager.post(NEW, &sent).await.is(303).location().to_owned();
    manager.post(NEW, &sent).await.is(303);
    manager.get(LIST).await.says("Open (1)");
    let edit = format!("{open}/edit");
    let read = executive.get(&edit).await.form(&[("what", "Light no street")]);
    manager.fill(&edit, &[("what", "Light some streets")]).await.is(303);
    executive.post(&edit, &read).await.is(409).says("Light some streets");
}

#[tokio::test]
async fn a_decision_names_the_one_that_it_replaces_and_both_lead_to_each_other() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let executive = place(EXECUTIVE).to_string();
    let taken = |what: &'static str| {
        let asked = [("what", what), ("taken_by", executive.as_str()), ("asked_on", "2026-10-20")];
        asked.into_iter().chain(agreed()).collect::<Vec<_>>()
    };
    assert!(!manager.get(NEW).await.body.contains("name=\"replaces\""), "there is none yet");
    let first = manager.fill(NEW, &taken("Buy twenty lamps")).await.is(303).location().to_owned();
    let id = first.rsplit('/').next().expect("an id");
    let open = [("what", "Ask again"), ("kind", "scope"), ("asked_on", "2026-11-01")];
    let open = manager.fill(NEW, &open).await.is(303).location().to_owned();
    let still_open = open.rsplit('/').next().expect("an id");
    let wrong = [("replaces", still_open)];
    let wrong: Vec<_> = taken("Buy forty lamps").into_iter().chain(wrong).collect();
    let answer = manager.fill(NEW, &wrong).await.is(422);
    assert_eq!(answer.texts("#replaces-problem").len(), 1, "only what is decided can be replaced");
    let right: Vec<_> = taken("Buy forty lamps").into_iter().chain([("replaces", id)]).collect();
    let second = manager.fill(NEW, &right).await.is(303).location().to_owned();
    manager.get(&second).await.is(200).says("Replaces Buy twenty lamps");
    manager.get(&first).await.says("Replaced by Buy forty lamps");
    manager.get("innovations/1/decisions").await.says("Replaced by Buy forty lamps");
    manager.get("innovations/1/history").await.says("in place of “Buy twenty lamps”");
    manager.fill(&format!("{open}/edit"), &[("replaces", id)]).await.is(303);
    manager.get(&open).await.says("Replaces Buy twenty lamps");
}
