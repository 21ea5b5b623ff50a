//! Priority areas, outcomes, measures and readings.
use tests::{Actor, Answer, Town};

const AREA: &str = "priorities/new";

/// The first address on a page that ends in this; addresses carry ids.
#[track_caller]
fn address(page: &Answer, end: &str) -> String {
    let addresses = page.body.split("href=\"").skip(1).filter_map(|part| part.split('"').next());
    let found = addresses.into_iter().find(|address| address.ends_with(end));
    found.unwrap_or_else(|| panic!("no address ending in {end}: {}", page.text())).to_owned()
}

async fn with_area(actor: &Actor) -> Answer {
    actor.fill(AREA, &[("title", "Care at home"), ("active_from", "2026-04-01")]).await.is(303);
    actor.get("priorities").await.is(200)
}

async fn with_outcome(actor: &Actor) -> Answer {
    outcome_in(actor, &with_area(actor).await).await
}

async fn outcome_in(actor: &Actor, area: &Answer) -> Answer {
    let new = address(area, "/outcomes/new");
    let statement = "Older people are helped at the first call by the end of 2027";
    actor.fill(&new, &[("statement", statement)]).await.is(303);
    actor.get("priorities").await.is(200)
}

const MEASURE: [(&str, &str); 9] = [
    ("title", "Calls that end in an assessment"),
    ("unit", "%"),
    ("better", "lower"),
    ("baseline", "41%"),
    ("baseline_on", "2026-01-01"),
    ("target", "25"),
    ("target_on", "2027-12-31"),
    ("interval_days", "91"),
    ("source", "Contact centre"),
];

async fn with_measure(actor: &Actor) -> Answer {
    measure_in(actor, &with_outcome(actor).await).await
}

async fn measure_in(actor: &Actor, outcome: &Answer) -> Answer {
    let new = address(outcome, "/measures/new");
    actor.fill(&new, &MEASURE).await.is(303);
    actor.get("priorities").await.is(200)
}

#[tokio::test]
async fn the_line_of_sight_grows_from_area_to_reading_and_its_gaps_close() {
    let town = Town::new().await;
    let manager = town.manager().await;
    manager.get("priorities").await.is(200).says("No priority areas yet");
    let area = with_area(&manager).await;
    area.says("Care at home")
        .says("since 1 April 2026")
        .says("2 gaps in the line of sight")
        .says("Not well defined yet");
    let measured = measure_in(&manager, &outcome_in(&manager, &area).await).await;
    measured.says("Calls that end in an assessment").says("41%, 1 January 2026").says("– no reading yet");
    let read = address(&measured, "/readings/new");
    let page = manager.fill(&read, &[("value", "33 %"), ("on", "2026-11-01")]).await.is(303);
    manager
        .get(page.location())
        .await
        .is(200)
        .says("33%, 3 weeks ago")
        .says("Moving as planned")
        .says("50% of the way");
    let viewer = town.viewer().await;
    let seen = viewer.get("priorities").await.is(200);
    seen.says("33%, 3 weeks ago").keeps_silent("Smart street lamps");
    seen.keeps_silent("/edit\"").keeps_silent("/readings/new\"");
}

#[tokio::test]
async fn a_correction_needs_a_note_and_the_first_reading_stays_in_the_list() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let read = address(&with_measure(&manager).await, "/readings/new");
    manager.fill(&read, &[("value", "33"), ("on", "2026-11-01")]).await.is(303);
    town.wait(chrono::TimeDelta::minutes(5));
    let twice = manager.fill(&read, &[("value", "34"), ("on", "2026-11-01")]).await.is(422);
    assert_eq!(twice.texts("#note-problem"), ["Error: Note: fill this in"]);
    let answers = [("value", "34"), ("on", "2026-11-01"), ("note", "Two sites were missing")];
    let page = manager.fill(&read, &answers).await.is(303);
    let page = manager.get(page.location()).await;
    page.says("34%, 3 weeks ago").says("2 readings").says("Corrected since").says("Two sites were missing");
}

#[tokio::test]
async fn what_is_no_number_is_said_beside_its_field_and_kept() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let new = address(&with_outcome(&manager).await, "/measures/new");
    let mut typed = MEASURE;
    typed[3] = ("baseline", "about <40>");
    typed[7] = ("interval_days", "0");
    let answer = manager.fill(&new, &typed).await.is(422);
    assert_eq!(answer.texts("#baseline-problem"), ["Error: Baseline: enter a number"]);
    assert_eq!(answer.texts("#interval_days-problem").len(), 1);
    let again = answer.form(&[]);
    for (name, value) in typed {
        assert!(again.contains(&(name.into(), value.into())), "{name} is kept in {again:?}");
    }
}

#[tokio::test]
async fn an_outcome_with_measures_cannot_be_removed() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let page = with_measure(&manager).await;
    let outcome = address(&page, "/measures/new").replace("/measures/new", "/remove");
    manager.fill(&outcome, &[("reason", "Merged")]).await.is(409).says("The outcome has measures");
    let measure = address(&page, "/readings/new").replace("/readings/new", "/remove");
    manager.fill(&measure, &[("reason", "Not needed")]).await.is(303);
    manager.fill(&outcome, &[("reason", "Merged")]).await.is(303);
    manager.get("priorities").await.says("No outcome yet");
}

#[tokio::test]
async fn a_closed_area_is_listed_with_its_reason_and_can_be_taken_up_again() {
    let town = Town::new().await;
    let executive = town.executive().await;
    let close = address(&with_area(&executive).await, "/close");
    executive.fill(&close, &[("active_to", "2026-11-20")]).await.is(422).says("Reason for closing: fill this in");
    executive.fill(&close, &[("active_to", "2026-11-20"), ("closed_reason", "achieved")]).await.is(303);
    let closed = executive.get("priorities").await;
    closed.says("1 April 2026 to 20 November 2026. Achieved").keeps_silent("/outcomes/new\"");
    let reopen = address(&closed, "/reopen");
    executive.fill(&reopen, &[("reason", "Closed by mistake")]).await.is(303);
    executive.get("priorities").await.says("since 1 April 2026");
}

#[tokio::test]
async fn the_same_area_sent_twice_counts_once_and_an_older_version_meets_the_newer() {
    let town = Town::new().await;
    let (manager, executive) = (town.manager().await, town.executive().await);
    let form = manager.get(AREA).await.form(&[("title", "Care at home")]);
    let (one, two) = tokio::join!(manager.post(AREA, &form), manager.post(AREA, &form));
    assert_eq!(one.is(303).location(), two.is(303).location());
    let page = manager.get("priorities").await;
    assert_eq!(page.texts("section.panel dl").len(), 1);
    let edit = address(&page, "/edit");
    let mine = manager.get(&edit).await.form(&[("title", "Care near home")]);
    executive.fill(&edit, &[("title", "Help at home")]).await.is(303);
    let conflict = manager.post(&edit, &mine).await.is(409);
    conflict.says("Help at home").says("Care near home");
    manager.post(&edit, &conflict.form(&[])).await.is(303);
    manager.get("priorities").await.says("Care near home");
}

#[tokio::test]
async fn the_lead_measures_the_innovation_but_does_not_set_the_direction() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.get(AREA).await.is(403).says("Programme managers and executives can edit priority areas");
    lead.fill("innovations/1/measures/new", &MEASURE).await.is(303);
    let list = lead.get("innovations/1/measures").await.is(200);
    let read = address(&list, "/readings/new");
    assert!(read.starts_with("/northshire/innovations/1/measures/"));
    lead.fill(&read, &[("value", "25"), ("on", "2026-11-24")]).await.is(303);
    lead.get("innovations/1/measures").await.says("Met").says("1 measured, all readings in date");
    town.administrator().await.get(&read).await.is(403);
    town.viewer().await.get(&read).await.is(404);
    let elsewhere = read.replace("/innovations/1", "");
    lead.get(&elsewhere).await.is(403);
    town.manager().await.get(&elsewhere).await.is(200);
    let away = town.stranger().get("priorities").await.is(303);
    assert_eq!(away.location(), "/sign-in?next=%2Fnorthshire%2Fpriorities");
}

#[tokio::test]
async fn a_past_day_shows_what_was_known_and_offers_no_change() {
    let town = Town::new().await;
    let manager = town.manager().await;
    with_measure(&manager).await;
    let then = manager.get("priorities?as-at=2026-11-23").await.is(200);
    then.says("No priority areas yet").keeps_silent("priorities/new");
    manager.get("priorities/new?as-at=2026-11-23").await.is(404);
}

#[tokio::test]
async fn readings_are_drawn_as_a_line_that_says_what_the_table_says() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let measured = with_measure(&manager).await;
    let read = address(&measured, "/readings/new");
    manager.fill(&read, &[("value", "38"), ("on", "2026-06-01")]).await.is(303);
    let page = manager.fill(&read, &[("value", "33"), ("on", "2026-11-01")]).await.is(303);
    let page = manager.get(page.location()).await.is(200);
    assert_eq!(page.texts("svg.chart circle.pt").len(), 2);
    assert_eq!(page.texts("tbody tr").len(), 2, "the same in a table");
    assert!(
        page.body.contains("Calls that end in an assessment: 38% on 1\u{a0}June 2026, 33% on 1\u{a0}November 2026")
    );
    assert_eq!(manager.get("priorities").await.texts("svg.spark").len(), 1);
    let past = manager.get("priorities?as-at=2026-11-23").await.is(200);
    assert_eq!(past.texts("svg.spark").len(), 0);
}

#[tokio::test]
async fn an_overdue_reading_waits_for_the_lead_until_it_is_read() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.fill("innovations/1/measures/new", &MEASURE).await.is(303);
    lead.get("/northshire").await.is(200).keeps_silent("Readings that are overdue");
    let read = address(&lead.get("innovations/1/measures").await, "/readings/new");
    lead.fill(&read, &[("value", "38"), ("on", "2026-06-01")]).await.is(303);
    lead.get("/northshire").await.is(200).says("Readings that are overdue (1)").says("12 weeks late, 31 August 2026");
    town.manager().await.get("/northshire").await.is(200).keeps_silent("Readings that are overdue");
    lead.fill(&read, &[("value", "33"), ("on", "2026-11-01")]).await.is(303);
    lead.get("/northshire").await.is(200).keeps_silent("Readings that are overdue");
}
