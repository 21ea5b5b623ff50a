use chrono::TimeDelta;
use tests::{Actor, Town};

const WORK: &str = "innovations/1/work";
const NEW: &str = "innovations/1/work/new";

/// The lead of "Smart street lamps", which has a plan and an agile team.
async fn agile(town: &Town) -> Actor {
    town.manager().await.fill("innovations/1/edit", &[("tracking", "both")]).await.is(303);
    town.lead().await
}

/// The same with three pieces of work to do.
async fn three(town: &Town) -> Actor {
    let lead = agile(town).await;
    let titles = "Draft the letter\n\n  Ask ten tenants \nPrint <it>\n";
    let sent = lead.fill(NEW, &[("titles", titles), ("kind", "task")]).await.is(303);
    assert_eq!(sent.location(), "/northshire/innovations/1/work");
    lead
}

fn steps(to: &str, ordinal: u32) -> String {
    format!("{WORK}/{ordinal}/move?to={to}")
}

#[tokio::test]
async fn several_pieces_of_work_are_added_one_line_each() {
    let town = Town::new().await;
    let lead = three(&town).await;
    let board = lead.get(WORK).await.is(200);
    assert_eq!(
        board.texts("section[data-lane=to-do] article h3"),
        ["1 Draft the letter", "2 Ask ten tenants", "3 Print <it>"]
    );
    assert_eq!(board.texts("section[data-lane] > h2"), ["To do 3", "Doing 0", "Waiting 0", "Done 0"]);
    board.says("Nothing has been begun").says("Nobody yet");
    town.viewer().await.get(WORK).await.is(404);
    town.manager().await.get("innovations/1/history").await.says("put “Draft the letter” on the board");
}

#[tokio::test]
async fn a_line_that_is_too_long_and_no_line_at_all_come_back_with_what_was_typed() {
    let town = Town::new().await;
    let lead = agile(&town).await;
    let nothing = lead.fill(NEW, &[("titles", " \n "), ("kind", "task")]).await.is(422);
    assert_eq!(nothing.texts("#titles-problem"), ["Error: What is to be done: fill this in"]);
    let long = format!("Short\n{}", "x".repeat(121));
    let answer = lead.fill(NEW, &[("titles", &long), ("kind", "bug")]).await.is(422);
    assert_eq!(answer.texts("#titles-problem"), ["Error: What is to be done: use 120 characters or fewer"]);
    assert!(answer.form(&[]).contains(&("titles".into(), long)), "what was typed is kept");
    let many = "Piece\n".repeat(51);
    let answer = lead.fill(NEW, &[("titles", &many), ("kind", "task")]).await.is(422);
    assert_eq!(answer.texts("#titles-problem"), ["Error: What is to be done: at most 50 in one go"]);
}

#[tokio::test]
async fn the_same_lines_sent_twice_stand_once() {
    let town = Town::new().await;
    let lead = agile(&town).await;
    let form = lead.get(NEW).await.form(&[("titles", "One\nTwo"), ("kind", "task")]);
    let (one, two) = tokio::join!(lead.post(NEW, &form), lead.post(NEW, &form));
    assert_eq!(one.is(303).location(), two.is(303).location());
    assert_eq!(lead.get(WORK).await.texts("article").len(), 2);
}

#[tokio::test]
async fn work_moves_by_its_form_and_only_waiting_asks_something() {
    let town = Town::new().await;
    let lead = three(&town).await;
    lead.get(&format!("{WORK}/1/move")).await.is(200).says("Move to Doing").says("Drop it: it will not be done");
    let form = lead.get(&steps("doing", 1)).await.is(200);
    assert!(form.texts("[data-ready]").is_empty(), "nobody has it, so the form is shown");
    let me = domain::testing::place(domain::testing::LEAD).to_string();
    assert!(form.form(&[]).contains(&("owner".into(), me)), "whoever pulls it has it");
    lead.fill(&steps("doing", 1), &[]).await.is(303);
    lead.get(WORK).await.says("Day 1 since it was begun").says("1 being done, nothing waits");

    let waiting = lead.get(&steps("waiting", 1)).await.is(200);
    assert!(waiting.texts("[data-ready]").is_empty());
    let answer = lead.fill(&steps("waiting", 1), &[]).await.is(422);
    assert_eq!(answer.texts("#reason-problem"), ["Error: What does it wait for: fill this in"]);
    let answer = lead.fill(&steps("waiting", 1), &[("reason", "other")]).await.is(422);
    assert_eq!(answer.texts("#note-problem"), ["Error: More about it: fill this in"]);
    lead.fill(&steps("waiting", 1), &[("reason", "data-sharing")]).await.is(303);
    lead.get(WORK).await.says("Waits for data sharing, 0 days").says("0 being done, 1 waiting for somebody else");

    town.wait(TimeDelta::days(3));
    let lead = town.lead().await;
    let ready = lead.get(&steps("done", 1)).await.is(200);
    assert_eq!(ready.texts("[data-ready]").len(), 1, "the board saves it without asking");
    lead.fill(&steps("done", 1), &[]).await.is(303);
    let item = lead.get(&format!("{WORK}/1")).await.is(200);
    item.says("Took 4 days").says("Of which it waited 3 days").says("From 24 November 2026 to 27 November 2026");
    lead.fill(&steps("done", 1), &[]).await.is(409).says("It is in that column already");
    lead.get(&steps("nowhere", 1)).await.is(404);
}

#[tokio::test]
async fn a_move_on_a_day_to_come_is_refused_beside_the_field() {
    let town = Town::new().await;
    let lead = three(&town).await;
    let answer = lead.fill(&steps("doing", 1), &[("on", "2026-11-25")]).await.is(422);
    assert_eq!(answer.texts("#on-problem"), ["Error: On: must be 24 November 2026 or earlier"]);
    let answer = lead.fill(&steps("doing", 1), &[("owner", "")]).await.is(422);
    assert_eq!(answer.texts("#owner-problem"), ["Error: Owner: fill this in"]);
}

#[tokio::test]
async fn who_moves_a_card_second_is_told_who_was_first() {
    let town = Town::new().await;
    let lead = three(&town).await;
    let manager = town.manager().await;
    let mine = lead.get(&steps("doing", 1)).await.form(&[]);
    manager.fill(&steps("dropped", 1), &[]).await.is(303);
    let conflict = lead.post(&steps("doing", 1), &mine).await.is(409);
    conflict.says("Someone else changed this while you were writing").says("Programme manager");
    lead.post(&steps("doing", 1), &conflict.form(&[])).await.is(303);
    lead.get(WORK).await.says("1 being done");
}

#[tokio::test]
async fn work_is_edited_and_the_second_editor_loses_nothing() {
    let town = Town::new().await;
    let lead = three(&town).await;
    let edit = format!("{WORK}/2/edit");
    let mine = lead.get(&edit).await.form(&[("title", "Ask twelve tenants")]);
    town.manager().await.fill(&edit, &[("fixed_on", "2026-12-01")]).await.is(303);
    let conflict = lead.post(&edit, &mine).await.is(409);
    let again = conflict.form(&[]);
    assert!(again.contains(&("fixed_on".into(), "2026-12-01".into())), "what only they changed is taken over");
    lead.post(&edit, &again).await.is(303);
    let board = lead.get(WORK).await;
    board.says("Ask twelve tenants").says("Must be done by 1 December 2026 in 7 days");
    assert_eq!(
        board.texts("section[data-lane=to-do] article h3")[0],
        "2 Ask twelve tenants",
        "a fixed day comes first"
    );
}

#[tokio::test]
async fn it_can_wait_for_two_things_and_one_of_them_comes() {
    let town = Town::new().await;
    let lead = three(&town).await;
    lead.fill(&steps("waiting", 1), &[("reason", "legal")]).await.is(303);
    lead.fill(&steps("waiting", 1), &[("reason", "other"), ("note", "The printer")]).await.is(303);
    lead.get(WORK).await.says("Waits for legal advice and for something else: The printer");
    let late = lead.fill(&format!("{WORK}/1/waits/0"), &[("on", "2026-11-23")]).await.is(422);
    assert_eq!(late.texts("#on-problem"), ["Error: Came on: must be 24 November 2026 or later"]);
    lead.fill(&format!("{WORK}/1/waits/0"), &[]).await.is(303);
    lead.get(WORK).await.says("Waits for something else: The printer").keeps_silent("legal advice");
    lead.fill(&format!("{WORK}/1/waits/1"), &[]).await.is(409).says("the last thing that it waits for");
}

#[tokio::test]
async fn too_much_at_once_is_a_warning_and_never_a_block() {
    let town = Town::new().await;
    let lead = three(&town).await;
    for ordinal in 1..=3 {
        lead.fill(&steps("doing", ordinal), &[]).await.is(303);
    }
    let board = lead.get(WORK).await;
    board.says("Team member is doing 3 things at once. 2 go better").says("3 things are being done at once");
}

#[tokio::test]
async fn a_plan_has_no_board_and_no_tab_and_who_may_not_is_told_who_may() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let page = lead.get("innovations/1/milestones").await.is(200);
    assert!(!page.texts(".tabs a").contains(&"Work".into()), "{:?}", page.texts(".tabs a"));
    lead.get(WORK).await.is(200).says("has no board of work");
    lead.get("innovations/1/flow").await.is(200).says("There is no board of work");
    lead.fill(NEW, &[("titles", "One"), ("kind", "task")]).await.is(409).says("follows a plan only");
    let lead = three(&town).await;
    assert!(lead.get("innovations/1/milestones").await.texts(".tabs a").contains(&"Work".into()));
    town.administrator().await.get(NEW).await.is(403).says("can edit an innovation");
    let board = town.administrator().await.get(WORK).await.is(200);
    board.says("Draft the letter").keeps_silent("Add work").keeps_silent("leptos-island").keeps_silent("card-menu");
}

#[tokio::test]
async fn the_flow_page_says_what_it_knows_and_what_it_cannot_know() {
    let town = Town::new().await;
    let lead = three(&town).await;
    let flow = lead.get("innovations/1/flow").await.is(200);
    let headings = flow.texts("main .panel > h2");
    assert_eq!(headings[0], "Nothing waited for anybody else in the last six months");
    assert_eq!(headings[1], "No forecast: it needs 6 full weeks and has 0");
    assert_eq!(headings.last().map(String::as_str), Some("0 of 3 done, 0 under way"));
    for ordinal in 1..=3 {
        lead.fill(&steps("doing", ordinal), &[]).await.is(303);
    }
    lead.fill(&steps("done", 1), &[]).await.is(303);
    lead.fill(&steps("waiting", 2), &[("reason", "it")]).await.is(303);
    town.wait(TimeDelta::days(42));
    let lead = town.lead().await;
    let flow = lead.get("innovations/1/flow?by=2027-02-26").await.is(200);
    flow.says("All the waiting was for one thing, IT: 42 days").says("Based on 6 weeks").says("The pace has changed");
    flow.says("85% chance that the rest is done by").says("By 26 February 2027: 85% chance of at least");
    lead.get("innovations/1/flow?by=tomorrow").await.is(200).says("Enter a real date, such as 31 March 2027");
    lead.get("innovations/1/flow?by=2027-01-05").await.is(200).says("No full week is left until then");
    lead.get("/northshire").await.says("Your work that waits or has a fixed day (1)").says("Waits for IT, 6 weeks");
}

#[tokio::test]
async fn a_team_holds_a_retrospective_and_sees_what_is_open_of_earlier_ones() {
    let town = Town::new().await;
    let lead = three(&town).await;
    lead.get(WORK).await.says("No retrospective yet").says("Hold a retrospective");
    town.administrator().await.get(WORK).await.keeps_silent("Hold a retrospective");
    let new = "meetings/new?innovation=1&kind=retrospective";
    assert!(lead.get(new).await.form(&[]).contains(&("kind".into(), "retrospective".into())));
    let held = [("body", "Lamps team"), ("held_on", "2026-11-20")];
    let held = lead.fill(new, &held).await.is(303).location().to_owned();
    let owner = domain::testing::place(domain::testing::LEAD).to_string();
    let promise = [("text", "Test before noon"), ("owner", owner.as_str()), ("due_on", "2026-11-23")];
    lead.fill(&format!("{held}/follow-ups/new"), &promise).await.is(303);
    lead.get(WORK)
        .await
        .says("One retrospective")
        .says("Lamps team, 20 November 2026 1 of 1 follow-ups open, 1 overdue");
}
