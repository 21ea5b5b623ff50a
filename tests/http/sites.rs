//! Many sites at once: a list added together, and one table of where each has got to.
use domain::{Decision, SiteState, testing::*};
use store::Asked;
use tests::{Town, now};

const TAB: &str = "innovations/1/scale-up";
const LIST: &str = "innovations/1/sites/new-list";
const MANY: &str = "innovations/1/sites/moves";

/// Two wards: the first is being prepared, the second is only known.
async fn town() -> Town {
    let town = Town::new().await;
    let steps = site_moves(1, &[(SiteState::Preparing, "2026-05-01")]);
    let decision = steps.into_iter().fold(Decision::add(site(1)).and_add(site(2)), Decision::and_add);
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    town.store.decide(&reach, Asked::at(now()), |_, _| Ok(decision)).await.expect("kept");
    town
}

fn cell(column: &str, number: u32) -> String {
    format!("{column}-{}", site(number).id)
}

#[tokio::test]
async fn a_list_of_sites_is_added_together_or_not_at_all() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let typed = [
        ("kind", "library"),
        ("eligible", "yes"),
        ("name_1", "Eastfield"),
        ("people_1", "120"),
        ("name_3", "Marl Hill"),
        ("planned_3", "2026-12-01"),
    ];
    let none = lead.fill(LIST, &typed[..2]).await.is(422);
    assert_eq!(none.texts("#name_1-problem"), ["Error: Site 1: fill this in"]);
    let twice = lead.fill(LIST, &[&typed[..], &[("name_4", "eastfield")][..]].concat()).await.is(422);
    assert_eq!(twice.texts("#name_3-problem"), ["Error: Site 3: this is already in use"], "rows are closed up");
    lead.get(TAB).await.says("No site yet");
    lead.fill(LIST, &typed).await.is(303);
    lead.get(TAB).await.says("2 sites").says("Eastfield").says("Expected 1 December 2026, in 7 days");
}

#[tokio::test]
async fn many_sites_move_and_get_new_days_as_one() {
    let town = town().await;
    let lead = town.lead().await;
    let (to_1, on_1) = (cell("to", 1), cell("on", 1));
    let (to_2, why_2) = (cell("to", 2), cell("why", 2));
    let forecast_2 = cell("forecast_on", 2);
    let typed = [
        (to_1.as_str(), "live"),
        (on_1.as_str(), "2026-11-20"),
        (to_2.as_str(), "declined"),
        (why_2.as_str(), "No money for lamps"),
        (forecast_2.as_str(), "2027-06-01"),
    ];
    lead.fill(MANY, &typed).await.is(303);
    let page = lead.get(TAB).await;
    page.says("1 of 2 sites use it")
        .says("Live since 20 November 2026")
        .says("No money for lamps")
        .says("Not expected");
    lead.get(&format!("innovations/1/sites/{}", site(2).id)).await.says("1 June 2027");
}

#[tokio::test]
async fn if_one_row_is_wrong_nothing_is_saved_and_everything_typed_is_kept() {
    let town = town().await;
    let lead = town.lead().await;
    let (to_1, to_2, forecast_1) = (cell("to", 1), cell("to", 2), cell("forecast_on", 1));
    let wrong = lead.fill(MANY, &[(&to_1, "live"), (&forecast_1, "soon")]).await.is(422);
    wrong.says("Nothing is saved yet").says("Ward 1: Expected to go live: enter a real date");
    assert!(wrong.form(&[]).contains(&(forecast_1, "soon".into())));
    let silent = lead.fill(MANY, &[(&to_1, "live"), (&to_2, "declined")]).await.is(422);
    silent.says("Ward 2: Why: fill this in");
    assert!(silent.form(&[]).contains(&(to_1, "live".into())));
    let pause = lead.fill(MANY, &[(&to_2, "paused")]).await.is(422);
    pause.says("Ward 2: Look again on: fill this in");
    lead.get(TAB).await.says("0 of 2 sites use it");
}

#[tokio::test]
async fn a_row_that_somebody_else_moved_shows_where_it_is_and_can_be_saved_again() {
    let town = town().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let (to_1, to_2) = (cell("to", 1), cell("to", 2));
    let mine = lead.get(MANY).await.form(&[(&to_1, "live"), (&to_2, "engaged")]);
    manager.fill(MANY, &[(&to_2, "agreed")]).await.is(303);
    let conflict = lead.post(MANY, &mine).await.is(409);
    conflict.says("Ward 2: somebody else changed it while you were writing");
    conflict.says("Programme manager, just now: moved it to agreed");
    lead.get(TAB).await.says("0 of 2 sites use it");
    lead.post(MANY, &conflict.form(&[(&to_2, "preparing")])).await.is(303);
    lead.get(TAB).await.says("1 of 2 sites use it");
}

#[tokio::test]
async fn whoever_may_not_edit_gets_no_table_and_moves_nothing() {
    let town = town().await;
    let body = format!("row={0}&moves-{0}=0&to-{0}=engaged&on-{0}=2026-11-20", site(2).id);
    town.administrator().await.get(MANY).await.is(403);
    town.administrator().await.post_body(MANY, &body).await.is(403);
    town.viewer().await.post_body(MANY, &body).await.is(404);
    town.administrator().await.post_body(LIST, "kind=ward&eligible=yes&name_1=Docks").await.is(403);
    town.lead().await.get(TAB).await.is(200).keeps_silent("Docks");
}
