//! The plan to spread it.
use tests::Town;

const TAB: &str = "innovations/1/scale-up";
const PLAN: &str = "innovations/1/scale-up/plan";

pub const ALL_WARDS: [(&str, &str); 13] = [
    ("goal", "Lamps that dim in every ward"),
    ("approach", "adapt"),
    ("starts_on", "2026-01-01"),
    ("ends_on", "2027-12-31"),
    ("component_1_name", "Sensors"),
    ("component_1_why", "Nothing dims without them"),
    ("component_1_weight", "3"),
    ("component_2_name", "A local contact"),
    ("component_2_why", "People ask somebody they know"),
    ("component_2_weight", "2"),
    // The third row is left blank.
    ("component_4_name", "A notice"),
    ("component_4_why", "People are told first"),
    ("component_4_weight", "1"),
];

#[tokio::test]
async fn without_a_plan_the_page_says_what_to_do_first() {
    let town = Town::new().await;
    let page = town.lead().await.get(TAB).await.is(200);
    page.says("No plan to spread it yet").says("Begin here").says("Write the plan").says("No site yet");
    page.says("Nobody has promised money or a sponsor or political backing").keeps_silent("Sites live");
    town.executive().await.get(TAB).await.is(200).says("Begin here");
    town.administrator().await.get(TAB).await.is(200).keeps_silent("Write the plan");
    town.viewer().await.get(TAB).await.is(404);
}

#[tokio::test]
async fn a_plan_holds_its_core_and_what_it_is_to_be_written_into() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let target = [("target_1_kind", "budget"), ("target_1_what", "Street lighting, base"), ("target_1_reached_on", "")];
    lead.fill(PLAN, &[&ALL_WARDS[..], &target[..]].concat()).await.is(303);
    let page = lead.get(TAB).await.is(200);
    page.says("Lamps that dim in every ward").says("Adapt it to each place").says("1 January 2026 to 31 December 2027");
    page.says("A notice. People are told first. Weight 1.").says("Base budget: Street lighting, base, not yet");
    let form = lead.get(PLAN).await.form(&[]);
    assert!(form.contains(&("component_3_name".into(), "A notice".into())), "blank rows are closed up: {form:?}");
    lead.get("innovations/1/history").await.says("planned how it spreads");
    let reached = [("target_1_reached_on", "2026-11-20")];
    lead.fill(PLAN, &reached).await.is(303);
    lead.get(TAB).await.says("Street lighting, base, reached 20 November 2026");
}

#[tokio::test]
async fn a_mistake_stands_beside_its_row_and_everything_typed_is_kept() {
    let town = Town::new().await;
    let mut typed = ALL_WARDS;
    typed[3] = ("ends_on", "2025-12-31");
    typed[12] = ("component_4_weight", "9");
    let answer = town.lead().await.fill(PLAN, &typed).await.is(422);
    let weight = "Error: Weight of component 3: enter a whole number from 1 to 3";
    assert_eq!(answer.texts("#component_3_weight-problem"), [weight]);
    assert!(answer.form(&[]).contains(&("component_3_name".into(), "A notice".into())));
    let two = town.lead().await.fill(PLAN, &ALL_WARDS[..10]).await.is(422);
    assert_eq!(two.texts("#component_3_name-problem"), ["Error: Core component 3: fill this in"]);
    typed[12] = ALL_WARDS[12];
    let backwards = town.lead().await.fill(PLAN, &typed).await.is(422);
    assert_eq!(backwards.texts("#ends_on-problem"), ["Error: Is to be done by: must be 1 January 2026 or later"]);
}

#[tokio::test]
async fn there_is_one_plan_and_the_second_of_two_writers_gets_both_versions() {
    let town = Town::new().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let first = lead.get(PLAN).await.form(&ALL_WARDS);
    manager.fill(PLAN, &ALL_WARDS).await.is(303);
    lead.post(PLAN, &first).await.is(409).says("Someone else changed this");
    let mine = lead.get(PLAN).await.form(&[("goal", "Half of the wards")]);
    manager.fill(PLAN, &[("owner", "Street lighting manager")]).await.is(303);
    let conflict = lead.post(PLAN, &mine).await.is(409);
    conflict.says("Someone else changed this while you were writing");
    lead.post(PLAN, &conflict.form(&[])).await.is(303);
    lead.get(TAB).await.says("Half of the wards").says("Street lighting manager");
}

#[tokio::test]
async fn whoever_may_not_is_told_who_may() {
    let town = Town::new().await;
    for path in [PLAN, "innovations/1/sites/new", "innovations/1/commitments/new", "innovations/1/setbacks/new"] {
        town.administrator().await.get(path).await.is(403);
        town.administrator().await.post_body(path, "goal=x").await.is(403);
        town.viewer().await.get(path).await.is(404);
    }
}
