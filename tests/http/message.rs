use tests::{Actor, Town};

const WHY: &str = "innovations/1/why";
const NEW: &str = "innovations/1/messages/new";

const TOLD: [(&str, &str); 4] = [
    ("audience", "affected-staff"),
    ("channel", "meeting"),
    ("on", "2026-11-20"),
    ("text", "Why the lamps dim, at the depot"),
];

async fn told(town: &Town) -> (Actor, String) {
    let lead = town.lead().await;
    lead.fill(NEW, &TOLD).await.is(303);
    let page = lead.get(WHY).await.is(200);
    let edit = page.body.split("href=\"").find(|part| part.contains("/messages/") && part.contains("/edit\""));
    let base = edit.expect("a link to edit").split("/edit").next().expect("an address").to_owned();
    (lead, base)
}

/// The executive becomes a director.
async fn with_director(town: &Town) {
    let place = domain::testing::place(domain::testing::EXECUTIVE);
    let answers = [("side", "managerial"), ("band", "senior")];
    town.administrator().await.fill(&format!("people/{place}"), &answers).await.is(303);
}

#[tokio::test]
async fn a_message_says_which_audience_has_heard_why() {
    let town = Town::new().await;
    town.lead().await.get(WHY).await.is(200).says("0 of 3 audiences heard why in half a year").says("No message yet");
    let (lead, _) = told(&town).await;
    let page = lead.get(WHY).await;
    page.says("1 of 3 audiences heard why in half a year").says("Why the lamps dim, at the depot");
    page.says("20 November 2026, meeting or briefing").says("No leader has spoken for it in half a year");
    page.says("nobody has been asked in a year").says("No why was written yet");
    town.viewer().await.get(WHY).await.is(404);
    town.administrator().await.get(WHY).await.is(200).keeps_silent("Record a message");
}

#[tokio::test]
async fn a_mistake_keeps_everything_typed_and_says_what_to_do_beside_the_field() {
    let town = Town::new().await;
    let typed = [
        ("audience", "residents"),
        ("channel", "letter"),
        ("on", "2026-11-25"),
        ("text", ""),
        ("asked_count", "12"),
        ("agreed_count", "13"),
    ];
    let answer = town.lead().await.fill(NEW, &typed).await.is(422);
    assert_eq!(answer.texts("#on-problem"), ["Error: When: must be 24 November 2026 or earlier"]);
    assert_eq!(answer.texts("#text-problem"), ["Error: What were they told, in a sentence: fill this in"]);
    let most = "Error: How many of them said yes: enter a whole number from 0 to 12";
    assert_eq!(answer.texts("#agreed_count-problem"), [most]);
    assert_eq!(answer.texts("details[open] #agreed_count-problem"), [most], "what is wrong is not folded away");
    let again = answer.form(&[]);
    for (name, value) in typed {
        assert!(again.contains(&(name.into(), value.into())), "{name} is kept in {again:?}");
    }
}

#[tokio::test]
async fn the_same_message_sent_twice_counts_once() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let form = lead.get(NEW).await.form(&TOLD);
    let (one, two) = tokio::join!(lead.post(NEW, &form), lead.post(NEW, &form));
    assert_eq!(one.is(303).location(), two.is(303).location());
    assert_eq!(lead.get(WHY).await.texts("ol.rows > li").len(), 1);
}

#[tokio::test]
async fn the_second_of_two_editors_gets_both_versions_and_loses_nothing() {
    let town = Town::new().await;
    let (lead, base) = told(&town).await;
    let edit = format!("{base}/edit");
    let mine = lead.get(&edit).await.form(&[("text", "Why the lamps dim, at both depots")]);
    town.manager().await.fill(&edit, &[("channel", "visit")]).await.is(303);
    let conflict = lead.post(&edit, &mine).await.is(409);
    conflict.says("Someone else changed this while you were writing");
    let again = conflict.form(&[]);
    assert!(again.contains(&("channel".into(), "visit".into())), "what only they changed is taken over");
    lead.post(&edit, &again).await.is(303);
    lead.get(WHY).await.says("Why the lamps dim, at both depots").says("visit or walk-round");
}

#[tokio::test]
async fn a_leader_fronts_a_message_and_it_is_told_who_wrote_it_down() {
    let town = Town::new().await;
    let (lead, _) = told(&town).await;
    let director = domain::testing::place(domain::testing::EXECUTIVE).to_string();
    let fronted = [("fronted_by", director.as_str()), ("audience", "councillors")];
    let fronted: Vec<_> = TOLD.into_iter().filter(|(name, _)| *name != "audience").chain(fronted).collect();
    let refused = lead.fill(NEW, &fronted).await.is(422);
    assert_eq!(refused.texts("#fronted_by-problem").len(), 1, "no leader yet");
    with_director(&town).await;
    lead.get(NEW).await.says("Executive");
    lead.fill(NEW, &fronted).await.is(303);
    let page = lead.get(WHY).await;
    page.says("Executive spoke for it on 20 November 2026").says("Fronted by Executive, recorded by Team member");
}

#[tokio::test]
async fn a_share_of_those_who_understand_is_told_from_ten_people_on_and_over_all_from_thirty() {
    let town = Town::new().await;
    let (lead, base) = told(&town).await;
    let asked = |asked, agreed| [("asked_count", asked), ("agreed_count", agreed)];
    lead.fill(&format!("{base}/edit"), &asked("9", "8")).await.is(303);
    lead.get(WHY).await.says("– (9 asked in a year; a share is told from 10 on)").says("8 of 9 understand why");
    lead.fill(&format!("{base}/edit"), &asked("28", "22")).await.is(303);
    lead.get(WHY).await.says("79% say yes: 22 of 28 who were asked in a year");
    lead.get("messages").await.is(200).says("– (28 asked in a year; a share is told from 30 on)");
    lead.fill(NEW, &[TOLD.as_slice(), &asked("14", "9")].concat()).await.is(303);
    lead.get("messages").await.says("74% say yes: 31 of 42 who were asked in a year").says("22 of 28");
}

#[tokio::test]
async fn all_messages_stand_on_one_page_with_the_audiences_that_wait() {
    let town = Town::new().await;
    told(&town).await;
    let log = town.executive().await.get("messages").await.is(200);
    log.says("2 audiences have heard nothing for half a year about one innovation").says("NC-1 Smart street lamps");
    log.says("4 days ago").says("Never").says("1 message");
    let guest = town.viewer().await.get("messages").await.is(200);
    guest.keeps_silent("Smart street lamps").says("No message yet");
}

#[tokio::test]
async fn a_message_is_removed_with_a_reason() {
    let town = Town::new().await;
    let (lead, base) = told(&town).await;
    let remove = format!("{base}/remove");
    let silent = lead.fill(&remove, &[]).await.is(422);
    assert_eq!(silent.texts("#reason-problem"), ["Error: Why is it removed: fill this in"]);
    lead.fill(&remove, &[("reason", "Recorded twice")]).await.is(303);
    lead.get(WHY).await.says("No message yet");
    lead.get(&format!("{base}/edit")).await.is(404);
    lead.get("innovations/1/history").await.says("removed the message to affected staff of 20 November 2026");
}

#[tokio::test]
async fn whoever_may_not_is_told_who_may() {
    let town = Town::new().await;
    let (_, base) = told(&town).await;
    let refused = town.administrator().await.get(NEW).await.is(403);
    refused.says("can record what people were told");
    town.administrator().await.post_body(&format!("{base}/edit"), "seen=1").await.is(403);
    town.viewer().await.get(NEW).await.is(404);
}
