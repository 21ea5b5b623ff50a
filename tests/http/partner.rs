use tests::{Actor, Town};

const ALL: &str = "innovations/1/partners";
const NEW: &str = "innovations/1/partners/new";

const TRUST: [(&str, &str); 5] = [
    ("name", "Lighting trust"),
    ("role", "delivery"),
    ("from_on", "2026-02-01"),
    ("pledge", "Two crews for a year"),
    ("contact_title", "Head of operations"),
];

async fn named(town: &Town) -> (Actor, String) {
    let lead = town.lead().await;
    lead.fill(NEW, &TRUST).await.is(303);
    let page = lead.get(ALL).await.is(200);
    let edit = page.body.split("href=\"").find(|part| part.contains("/partners/") && part.contains("/edit\""));
    let base = edit.expect("a link to edit").split("/edit").next().expect("an address").to_owned();
    (lead, base)
}

#[tokio::test]
async fn a_partner_stands_with_its_innovation_and_with_all_others() {
    let town = Town::new().await;
    town.lead().await.get(ALL).await.is(200).says("No partner yet");
    named(&town).await;
    let page = town.executive().await.get(ALL).await.is(200);
    page.says("1 partner").says("Lighting trust").says("Delivers, since 1 February 2026").says("Head of operations");
    page.says("Not open to it").says("Never recorded").says("Nothing recorded in a year");
    page.says("No partner has said yet how it sees this").says("Two crews for a year");
    let all = town.administrator().await.get("partners").await.is(200);
    all.says("Lighting trust").says("NC-1 Smart street lamps").says("Not asked yet");
    town.viewer().await.get("partners").await.is(200).keeps_silent("Lighting trust");
    town.viewer().await.get(ALL).await.is(404);
}

#[tokio::test]
async fn a_mistake_keeps_everything_typed_and_says_what_to_do_beside_the_field() {
    let town = Town::new().await;
    let typed = [("name", ""), ("role", "funder"), ("from_on", "2026-11-25"), ("pledge", "Half of <the> money")];
    let answer = town.lead().await.fill(NEW, &typed).await.is(422);
    assert_eq!(answer.texts("#name-problem"), ["Error: Who is the partner: fill this in"]);
    let again = answer.form(&[]);
    for (name, value) in typed {
        assert!(again.contains(&(name.into(), value.into())), "{name} is kept in {again:?}");
    }
    let mut later = TRUST;
    later[2] = ("from_on", "2026-11-25");
    let late = town.lead().await.fill(NEW, &later).await.is(422);
    assert_eq!(late.texts("#from_on-problem"), ["Error: Partner since: must be 24 November 2026 or earlier"]);
}

#[tokio::test]
async fn the_same_partner_sent_twice_counts_once_and_no_name_stands_twice() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let form = lead.get(NEW).await.form(&TRUST);
    let (one, two) = tokio::join!(lead.post(NEW, &form), lead.post(NEW, &form));
    assert_eq!(one.is(303).location(), two.is(303).location());
    let again = lead.fill(NEW, &TRUST).await.is(422);
    assert_eq!(again.texts("#name-problem"), ["Error: Who is the partner: this is already in use"]);
}

#[tokio::test]
async fn how_a_partner_sees_it_stands_beside_the_council_and_is_not_averaged() {
    let town = Town::new().await;
    let (lead, base) = named(&town).await;
    let update = [("confidence", "on-track"), ("done", "Fitted twelve lamps"), ("next", "Count complaints")];
    lead.fill("innovations/1/updates/new", &update).await.is(303);
    let view = format!("{base}/view");
    lead.get(&view).await.is(200).says("Promised: Two crews for a year");
    let silent = lead.fill(&view, &[("on", "2026-11-25"), ("confidence", "off-track")]).await.is(422);
    assert_eq!(silent.texts("#said-problem"), ["Error: In its own words, in a sentence: fill this in"]);
    let said = [("on", "2026-11-10"), ("confidence", "at-risk"), ("said", "One crew has left"), ("kept", "partly")];
    lead.fill(&view, &said).await.is(303);
    let page = lead.get(ALL).await;
    page.says("The partner that has spoken sees it differently from the council");
    page.says("More cautious than the council").says("One crew has left").says("Kept so far: partly");
    assert_eq!(page.texts("#beside ~ table tbody .conf"), ["On track", "At risk"], "both stand as they were said");
    let better = [("on", "2026-11-20"), ("confidence", "on-track"), ("said", "The crew is back")];
    lead.fill(&view, &better).await.is(303);
    let page = lead.get(ALL).await;
    page.says("The partner that has spoken sees it as the council does")
        .says("1 earlier view")
        .says("One crew has left");
    let early = lead.fill(&view, &[("on", "2026-01-31"), ("confidence", "at-risk"), ("said", "No")]).await.is(422);
    assert_eq!(early.texts("#on-problem"), ["Error: When did it say so: must be 1 February 2026 or later"]);
}

#[tokio::test]
async fn the_second_of_two_editors_gets_both_versions_and_loses_nothing() {
    let town = Town::new().await;
    let (lead, base) = named(&town).await;
    let edit = format!("{base}/edit");
    let mine = lead.get(&edit).await.form(&[("pledge", "Three crews")]);
    town.manager().await.fill(&edit, &[("on_board", "yes")]).await.is(303);
    let conflict = lead.post(&edit, &mine).await.is(409);
    conflict.says("Someone else changed this while you were writing");
    assert!(conflict.form(&[]).contains(&("on_board".into(), "yes".into())), "what only they changed is taken over");
    lead.post(&edit, &conflict.form(&[])).await.is(303);
    lead.get(ALL).await.says("Three crews").says("on the board");
    let view = lead.get(&format!("{base}/view")).await;
    let mine = view.form(&[("confidence", "at-risk"), ("said", "Crews are short")]);
    town.manager().await.fill(&edit, &[("pledge", "Four crews")]).await.is(303);
    lead.post(&format!("{base}/view"), &mine).await.is(409).says("Crews are short");
}

#[tokio::test]
async fn a_partnership_ends_with_a_reason_and_what_was_said_stays() {
    let town = Town::new().await;
    let (lead, base) = named(&town).await;
    let said = [("on", "2026-11-10"), ("confidence", "at-risk"), ("said", "One crew has left")];
    lead.fill(&format!("{base}/view"), &said).await.is(303);
    let end = format!("{base}/end");
    let silent = lead.fill(&end, &[("to_on", "2026-01-31")]).await.is(422);
    assert_eq!(silent.texts("#reason-problem"), ["Error: Why does it end: fill this in"]);
    let mine = lead.get(&end).await.form(&[("to_on", "2026-11-23"), ("reason", "The contract has run out")]);
    lead.post(&end, &mine).await.is(303);
    lead.get(ALL).await.says("No partner yet").says("Partners before").says("to 23 November 2026");
    lead.get("innovations/1/history").await.says("Lighting trust is a partner until 23 November 2026");
    lead.get(&end).await.is(409).says("The partner’s last day is set already");
}

#[tokio::test]
async fn whoever_may_not_is_told_who_may() {
    let town = Town::new().await;
    let (_, base) = named(&town).await;
    town.administrator().await.get(NEW).await.is(403).says("can edit partners");
    town.administrator().await.post_body(&format!("{base}/end"), "seen=1").await.is(403);
    town.administrator().await.get(ALL).await.is(200).keeps_silent("Name a partner");
    town.viewer().await.get(NEW).await.is(404);
}

#[tokio::test]
async fn a_decision_taken_with_a_partner_counts_for_it() {
    let town = Town::new().await;
    let (lead, base) = named(&town).await;
    let partner = base.rsplit('/').next().expect("an id").to_owned();
    let reason = "The trust pays half, and both boards have agreed to it.";
    let answers = [
        ("what", "Buy forty more lamps"),
        ("kind", "funding"),
        ("outcome", "agreed"),
        ("decided_on", "2026-11-20"),
        ("asked_on", "2026-11-01"),
        ("reason", reason),
        ("partners", partner.as_str()),
    ];
    lead.get("decisions/new?innovation=1").await.is(200).says("Which partners took it with you?");
    let taken = lead.fill("decisions/new?innovation=1", &answers).await.is(303);
    lead.get(taken.location()).await.says("Taken with").says("Lighting trust");
    lead.get(ALL).await.says("Decided together: Buy forty more lamps, 20 November 2026");
}
