//! The register, how groups stand towards an innovation, and who has been heard.
use domain::{Decision, testing::*};
use store::Asked;
use tests::{Actor, Town, now};

const NEW: &str = "stakeholders/new";
const NAME: &str = "innovations/1/stakes/new";
const TAB: &str = "innovations/1/engagement";

/// The value of the option that is read so.
fn option(body: &str, label: &str) -> String {
    let end = body.find(&format!(">{label}<")).expect("an option");
    let start = body[..end].rfind("value=\"").expect("a value") + 7;
    body[start..].split('"').next().expect("quoted").to_owned()
}

async fn add(actor: &Actor, name: &str) -> String {
    let added = actor.fill(NEW, &[("name", name), ("kind", "residents"), ("characteristics", "Age")]).await.is(303);
    added.location().to_owned()
}

/// How "People of Mill Lane" stand.
async fn stands(actor: &Actor, scores: [&str; 3]) -> Vec<(String, String)> {
    let page = actor.get(NAME).await.is(200);
    let who = option(&page.body, "People of Mill Lane");
    let [power, interest, impact] = scores;
    page.form(&[
        ("stakeholder", &who),
        ("power", power),
        ("interest", interest),
        ("impact", impact),
        ("target_level", "ask"),
    ])
}

#[tokio::test]
async fn a_group_is_added_to_the_register_found_edited_and_shown() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.get("stakeholders").await.is(200).says("No stakeholders yet").says("Add a stakeholder");
    let address = add(&lead, "People of Mill Lane").await;
    lead.get(&address).await.is(200).says("People of Mill Lane").says("Residents, whole area. Speaks for: Age");
    add(&lead, "Carers in touch").await;
    lead.get("stakeholders").await.says("2 stakeholders in the register");
    let found = lead.get("stakeholders?words=mill&speaks_for=age").await;
    found.says("1 stakeholder found").says("People of Mill Lane").keeps_silent("Carers in touch Residents");
    lead.fill(&format!("{address}/edit"), &[("area", "Mill ward"), ("kind", "carers")]).await.is(303);
    lead.get(&address).await.says("Carers, Mill ward");
}

#[tokio::test]
async fn mistakes_in_a_group_are_said_beside_their_fields() {
    let town = Town::new().await;
    let lead = town.lead().await;
    add(&lead, "People of Mill Lane").await;
    let blank = lead.fill(NEW, &[]).await.is(422);
    assert_eq!(blank.texts("#name-problem"), ["Error: Name: fill this in"]);
    let twice = lead.fill(NEW, &[("name", "people of mill lane"), ("kind", "carers"), ("area", "West")]).await.is(422);
    assert_eq!(twice.texts("#name-problem").len(), 1);
    assert!(twice.form(&[]).contains(&("area".into(), "West".into())));
}

#[tokio::test]
async fn the_same_form_sent_twice_adds_one_group_and_the_second_editor_keeps_what_was_typed() {
    let town = Town::new().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let form = lead.get(NEW).await.form(&[("name", "People of Mill Lane"), ("kind", "residents")]);
    let address = lead.post(NEW, &form).await.is(303).location().to_owned();
    lead.post(NEW, &form).await.is(303);
    lead.get("stakeholders").await.says("1 stakeholder in the register");
    let edit = format!("{address}/edit");
    let (mine, theirs) =
        (lead.get(&edit).await.form(&[("area", "East")]), manager.get(&edit).await.form(&[("area", "West")]));
    manager.post(&edit, &theirs).await.is(303);
    lead.post(&edit, &mine).await.is(409).says("East").says("West");
}

#[tokio::test]
async fn guests_read_no_register_and_whoever_may_not_log_is_told_who_may() {
    let town = Town::new().await;
    let address = add(&town.lead().await, "People of Mill Lane").await;
    let (viewer, administrator) = (town.viewer().await, town.administrator().await);
    for path in ["stakeholders", &address, &format!("{address}/edit")] {
        viewer.get(path).await.is(404).keeps_silent("Mill Lane");
    }
    administrator.get("stakeholders").await.is(200).says("People of Mill Lane").keeps_silent("Add a stakeholder");
    administrator.get(NEW).await.is(403);
    town.lead().await.get(&format!("{address}/merge")).await.is(403);
    administrator.get(NAME).await.is(403);
    viewer.get(NAME).await.is(404);
    town.stranger().get("stakeholders").await.is(303);
}

#[tokio::test]
async fn two_groups_that_are_one_are_told_under_one_name() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let address = add(&manager, "Mill Lane").await;
    add(&manager, "People of Mill Lane").await;
    let merge = format!("{address}/merge");
    manager.fill(&merge, &[]).await.is(422);
    let into = option(&manager.get(&merge).await.body, "People of Mill Lane");
    let kept = manager.fill(&merge, &[("into", &into)]).await.is(303).location().to_owned();
    manager.get(&address).await.is(404);
    manager.get(&kept).await.is(200);
    manager.get("stakeholders").await.says("1 stakeholder in the register");
}

#[tokio::test]
async fn a_group_is_named_on_an_innovation_drawn_edited_and_taken_off() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.get(TAB).await.is(200).says("No stakeholder is named");
    add(&lead, "People of Mill Lane").await;
    let form = stands(&lead, ["3", "4", "5"]).await;
    assert_eq!(lead.post(NAME, &form).await.is(303).location(), "/northshire/innovations/1/engagement");
    lead.post(NAME, &form).await.is(303);
    let tab = lead.get(TAB).await;
    tab.says("The priority group was met as agreed").says("Never; named on 24 November 2026. Due by 23 February 2027");
    tab.says("0 of 1 group has much power and much interest").says("Ask, every 91 days");
    assert_eq!(tab.texts("svg circle.mark-first").len(), 1);
    let edit = tab.body.split('"').find(|part| part.ends_with("/edit") && part.contains("/stakes/")).expect("a link");
    let bad = lead.fill(edit, &[("power", "9"), ("cadence_days", "0")]).await.is(422);
    assert_eq!(bad.texts("#power-problem").len(), 1);
    lead.fill(edit, &[("cadence_days", "30"), ("stance_now", "doubtful"), ("stance_wanted", "supportive")])
        .await
        .is(303);
    lead.get(TAB).await.says("Ask, every 30 days").says("Doubtful, wanted: supportive");
    let again = stands_again(&lead).await;
    assert!(!again, "who is named already is not offered again");
    lead.fill(&edit.replace("/edit", "/remove"), &[]).await.is(303);
    lead.get(TAB).await.says("No stakeholder is named");
    lead.get("innovations/1/history").await.says("took “People of Mill Lane” off the stakeholders");
}

#[tokio::test]
async fn the_groups_of_another_innovation_are_copied_once_without_their_owners() {
    const COPY: &str = "innovations/2/stakes/copy";
    let town = heard().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let new = [("title", "Repair café"), ("stage", "stage-1"), ("on", "2026-11-01")];
    manager.fill("innovations/new", &new).await.is(303);
    let page = manager.get(COPY).await.is(200);
    let from = option(&page.body, "NC-1 Smart street lamps, 1 group");
    let blank = manager.post(COPY, &page.form(&[])).await.is(422);
    assert_eq!(blank.texts("#from-problem").len(), 1);
    let nowhere = [("from", "00000000-0000-0000-0000-000000000009")];
    manager.fill(COPY, &nowhere).await.is(404);
    let form = page.form(&[("from", &from)]);
    assert_eq!(manager.post(COPY, &form).await.is(303).location(), "/northshire/innovations/2/engagement");
    manager.post(COPY, &form).await.is(303);
    let tab = manager.get("innovations/2/engagement").await.is(200);
    tab.says("People of Mill Lane").says("Ask, every 60 days").says("Never; named on 24 November 2026");
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    let copied = reach.seen().innovations().find(|one| one.number == 2).expect("added").id;
    let owners: Vec<_> = reach.seen().stakes(copied).map(|one| one.owner).collect();
    assert_eq!(owners, [None], "sent twice, and kept once");
    manager.get(COPY).await.says("No other innovation has groups that are not here.");
    lead.get(COPY).await.is(403);
    lead.post(COPY, &form).await.is(403);
    town.viewer().await.get(COPY).await.is(404);
    town.stranger().get(COPY).await.is(303);
}

async fn stands_again(actor: &Actor) -> bool {
    actor.get(NAME).await.body.contains(">People of Mill Lane<")
}

#[tokio::test]
async fn en_4_people_with_little_power_and_much_at_stake_are_asked_about_once() {
    let town = Town::new().await;
    let lead = town.lead().await;
    add(&lead, "People of Mill Lane").await;
    let form = stands(&lead, ["1", "5", "5"]).await;
    let asked = lead.post(NAME, &form).await.is(422);
    asked.says("Make this a priority anyway?");
    assert_eq!(asked.texts("#priority_anyway-problem").len(), 1);
    let yes = asked.form(&[("priority_anyway", "yes")]);
    lead.post(NAME, &yes).await.is(303);
    lead.get(TAB).await.says("Priority, as somebody decided").says("The priority group was met as agreed");
}

#[tokio::test]
async fn the_second_editor_of_a_stake_keeps_what_was_typed() {
    let town = Town::new().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    add(&lead, "People of Mill Lane").await;
    let form = stands(&lead, ["3", "4", "5"]).await;
    lead.post(NAME, &form).await.is(303);
    let tab = lead.get(TAB).await;
    let edit = tab.body.split('"').find(|part| part.ends_with("/edit") && part.contains("/stakes/")).expect("a link");
    let mine = lead.get(edit).await.form(&[("cadence_days", "40")]);
    manager.fill(edit, &[("cadence_days", "50")]).await.is(303);
    lead.post(edit, &mine).await.is(409).says("40").says("50");
}

/// A town in which people were met and said something.
async fn heard() -> Town {
    let town = Town::new().await;
    let said = feedback(1, "2026-10-01");
    let told = domain::Feedback {
        told_back_on: Some(day("2026-10-20")),
        ..answered(feedback(2, "2026-10-01"), domain::FeedbackResponse::WeCannot, "2026-10-10")
    };
    let consultation = domain::Consultation {
        opened_on: day("2026-09-01"),
        closed_on: day("2026-09-20"),
        decision_still_open: true,
        changes_service: false,
        decision: None,
    };
    let few = domain::Group { stakeholder: stakeholder().id, people: Some(3) };
    let met = domain::Engagement { consultation: Some(consultation), groups: vec![few], ..engagement(1, "2026-10-01") };
    let decision = Decision::add(stakeholder())
        .and_add(domain::Stake { cadence_days: 60, ..stake() })
        .and_add(met)
        .and_add(said)
        .and_add(told)
        .and_add(engagement(2, "2026-06-01"));
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    town.store.decide(&reach, Asked::at(now()), |_, _| Ok(decision)).await.expect("kept");
    town
}

#[tokio::test]
async fn the_page_of_an_innovation_tells_whom_it_met_and_what_they_said() {
    let town = heard().await;
    let lead = town.lead().await;
    let tab = lead.get(TAB).await.is(200);
    tab.says("2 engagements logged").says("People of Mill Lane (3)").says("2, 1 unanswered");
    tab.says("1 thing that people said has no answer yet").says("Not answered, 54 days").says("Refused with a reason");
    let one = tab.body.split('"').find(|part| part.contains("/engagements/")).expect("a link").to_owned();
    let page = lead.get(&one).await.is(200);
    page.says("Engagement on 1 October 2026").says("It is too dark by the bridge");
    page.says("points of the consultation are not fair")
        .says("Take advice from the Monitoring Officer")
        .says("19 days, of 28 wanted");
    town.viewer().await.get(&one).await.is(404);
    let work = lead.get("/northshire").await;
    work.says("People wait for an answer").says("Groups to be met");
    town.executive().await.get(TAB).await.says("People of Mill Lane (3)");
}

#[tokio::test]
async fn the_page_of_who_has_been_heard_opens_every_figure_into_its_records() {
    let town = heard().await;
    let page = town.manager().await.get("coverage").await.is(200);
    page.says("The priority group was met as agreed").says("Told back 50% 1 of 2").says("Time to tell back 19");
    page.says("Refusals with a reason 100% 1 of 1").says("The consultation is not fair on every point");
    page.says("Where an answer is no, take advice from the Monitoring Officer")
        .says("Nobody is waiting to be heard for long");
    let guest = town.viewer().await.get("coverage").await.is(200);
    guest.keeps_silent("Mill Lane").says("Of what you may see");
    town.manager().await.get("coverage?as-at=2026-11-20").await.is(200);
}

#[tokio::test]
async fn an_administrator_names_the_levels_and_every_page_calls_them_so() {
    let town = heard().await;
    let administrator = town.administrator().await;
    administrator.get("settings").await.says("How far people share in a decision");
    let long = "x".repeat(81);
    let bad = administrator.fill("settings/levels", &[("level_2", &long)]).await.is(422);
    assert_eq!(bad.texts("#level_2-problem").len(), 1);
    administrator.fill("settings/levels", &[("level_2", "Hear")]).await.is(303);
    town.lead().await.get(TAB).await.says("Hear, every 60 days");
    town.manager().await.get("settings/levels").await.is(403);
}

#[tokio::test]
async fn an_engagement_is_put_right_becomes_a_consultation_and_is_removed_with_a_reason() {
    let town = heard().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let tab = lead.get(TAB).await;
    let links = tab.body.split('"').filter(|part| part.contains("/engagements/"));
    let (mut first, mut second) = (String::new(), String::new());
    links.for_each(|link| if first.is_empty() { first = link.to_owned() } else { second = link.to_owned() });
    let edit = format!("{second}/edit");
    let bad = lead.fill(&edit, &[("opened_on", "2026-05-01"), ("people", "many"), ("on", "2026-12-01")]).await.is(422);
    assert_eq!(bad.texts("#closed_on-problem").len(), 1);
    assert_eq!(bad.texts("#people-problem").len(), 1);
    let named = [("next_step", "Write to ann@example.org")];
    lead.fill(&edit, &named).await.is(422).says("does this name a resident?").says("ann@example.org");
    let days = [("opened_on", "2026-05-01"), ("closed_on", "2026-06-12"), ("decision_still_open", "yes")];
    let mine = lead.get(&edit).await.form(&[("purpose", "Which lamps first?")]);
    manager.fill(&edit, &days).await.is(303);
    lead.post(&edit, &mine).await.is(409).says("Which lamps first?");
    lead.get(&second).await.says("42 days, of 28 wanted");
    town.executive().await.get(&edit).await.is(200);
    town.administrator().await.get(&edit).await.is(403);
    town.viewer().await.get(&edit).await.is(404);
    let remove = format!("{second}/remove");
    lead.fill(&remove, &[]).await.is(422);
    lead.fill(&remove, &[("reason", "Logged twice")]).await.is(303);
    lead.get(&second).await.is(404);
    lead.get(TAB).await.says("1 engagement logged");
}
