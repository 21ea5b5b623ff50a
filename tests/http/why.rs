use chrono::TimeDelta;
use tests::Town;

const WHY: &str = "innovations/1/why";
const EDIT: &str = "innovations/1/why/edit";

const PARTS: [(&str, &str); 4] = [
    ("problem", "One street lamp in 3 burns all night on roads that nobody walks or drives along."),
    ("if_nothing", "We go on paying for light that nobody needs, and the bats leave the river."),
    ("difference", "Lamps dim when a road is empty, and shine when somebody comes."),
    ("ask", "Tell us where it is too dark."),
];

#[tokio::test]
async fn a_why_in_four_parts_is_complete_or_says_what_is_missing() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.get(WHY).await.is(200).says("Nobody has written down why");
    lead.fill(EDIT, &[("problem", "Many lamps burn all night")]).await.is(303);
    let page = lead.get(WHY).await;
    page.says("The why is not complete: 3 gaps").says("Answer each of the four questions");
    page.says("Put a number into the problem").says("It has 5 words; 30 are needed to convince");
    lead.fill(EDIT, &PARTS).await.is(303);
    let page = lead.get(WHY).await;
    page.says("The why is complete").says("50 words, revised on 24 November 2026").keeps_silent("A hint");
    page.says("1 earlier wording").says("Many lamps burn all night");
}

#[tokio::test]
async fn long_sentences_earn_a_hint_and_nothing_more() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let long = vec!["word"; 60].join(" ");
    let mut parts = PARTS;
    parts[2] = ("difference", &long);
    lead.fill(EDIT, &parts).await.is(303);
    lead.get(WHY).await.says("The why is complete").says("A hint: its sentences have more than 20 words on average");
}

#[tokio::test]
async fn a_message_keeps_the_wording_that_it_carried() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.fill(EDIT, &PARTS).await.is(303);
    let told = [("audience", "residents"), ("channel", "letter"), ("text", "A letter to Mill Lane")];
    lead.fill("innovations/1/messages/new", &told).await.is(303);
    lead.get(WHY).await.says("Today’s why");
    town.wait(TimeDelta::days(2));
    let lead = town.lead().await;
    lead.fill(EDIT, &[("ask", "Ring us where it is too dark.")]).await.is(303);
    lead.get(WHY).await.says("The why of 24 November 2026, revised since");
    let earlier = [told.as_slice(), &[("on", "2026-11-25")]].concat();
    lead.fill("innovations/1/messages/new", &earlier).await.is(303);
    let page = lead.get(WHY).await;
    assert_eq!(page.text().matches("The why of 24 November 2026, revised since").count(), 2, "as it was on that day");
    let before = [told.as_slice(), &[("on", "2026-11-01")]].concat();
    lead.fill("innovations/1/messages/new", &before).await.is(303);
    lead.get(WHY).await.says("No why was written yet");
}

#[tokio::test]
async fn the_second_of_two_editors_of_the_why_gets_both_versions() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.fill(EDIT, &PARTS).await.is(303);
    let mine = lead.get(EDIT).await.form(&[("ask", "Write to us.")]);
    town.manager().await.fill(EDIT, &[("difference", "Lamps dim on 40 roads.")]).await.is(303);
    let conflict = lead.post(EDIT, &mine).await.is(409);
    assert!(conflict.form(&[]).contains(&("difference".into(), "Lamps dim on 40 roads.".into())));
    lead.post(EDIT, &conflict.form(&[])).await.is(303);
    lead.get(WHY).await.says("Write to us.").says("Lamps dim on 40 roads.").says("2 earlier wordings");
}

#[tokio::test]
async fn the_same_why_sent_twice_is_one_wording_and_too_much_is_refused() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let form = lead.get(EDIT).await.form(&PARTS);
    let (one, two) = tokio::join!(lead.post(EDIT, &form), lead.post(EDIT, &form));
    assert_eq!(one.is(303).location(), two.is(303).location());
    lead.get(WHY).await.says("The why is complete").keeps_silent("earlier wording");
    let long = "word ".repeat(1000);
    let refused = lead.fill(EDIT, &[("problem", long.as_str())]).await.is(422);
    assert_eq!(refused.texts("#problem-problem").len(), 1);
    assert!(refused.form(&[]).contains(&("ask".into(), PARTS[3].1.into())), "what was typed is kept");
}

#[tokio::test]
async fn only_who_may_edit_an_innovation_words_its_why() {
    let town = Town::new().await;
    town.administrator().await.get(EDIT).await.is(403).says("can edit an innovation");
    town.viewer().await.get(EDIT).await.is(404);
    town.lead().await.fill(EDIT, &PARTS).await.is(303);
    town.executive().await.get(WHY).await.is(200).says("The why is complete");
}
