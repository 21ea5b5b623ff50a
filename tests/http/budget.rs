use tests::Town;

const NEW: &str = "innovations/1/money/new";
const LIST: &str = "innovations/1/money";

const LINE: [(&str, &str); 5] = [
    ("kind", "base"),
    ("source", "Street lighting budget"),
    ("approved", "£200,000"),
    ("from_on", "2026-04-01"),
    ("to_on", "2027-03-31"),
];

async fn add(town: &Town, answers: &[(&str, &str)]) {
    town.lead().await.fill(NEW, answers).await.is(303);
}

/// The address that changes the first line.
async fn change(town: &Town, what: &str) -> String {
    let list = town.lead().await.get(LIST).await.is(200);
    let end = format!("/{what}\"");
    let link = list.body.split("href=\"").find(|part| part.contains("/money/") && part.contains(&end)).expect("a link");
    link.split('"').next().expect("an address").to_owned()
}

#[tokio::test]
async fn money_is_listed_with_its_total_and_with_whether_it_lasts() {
    let town = Town::new().await;
    town.manager().await.get(LIST).await.is(200).says("No money recorded").says("No budget lines yet");
    add(&town, &LINE).await;
    let manager = town.manager().await;
    manager.get(LIST).await.says("£200,000 approved").says("there is no date for the next gate");
    let gate = [("title", "Pilot gate"), ("kind", "gate"), ("forecast_on", "2027-04-30"), ("baselined", "")];
    manager.fill("innovations/1/milestones/new", &gate).await.is(303);
    manager.get(LIST).await.says("The money ends on 31 March 2027, 4 weeks before the next gate on 30 April 2027");
    add(
        &town,
        &[
            ("kind", "grant"),
            ("source", "National fund"),
            ("approved", "300,000"),
            ("forecast", "330000"),
            ("from_on", "2027-04-01"),
            ("to_on", "2028-03-31"),
        ],
    )
    .await;
    manager
        .get(LIST)
        .await
        .says("Funded to 31 March 2028, past the next gate on 30 April 2027")
        .says("110% of what is approved, over the lines that have a forecast")
        .says("60% of £500,000 comes from grants and partners");
}

#[tokio::test]
async fn mistakes_are_said_beside_their_fields_and_what_was_typed_stays() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let typed =
        [("kind", "base"), ("source", "A <fund>"), ("approved", "a lot"), ("from_on", "2026-04-01"), ("to_on", "soon")];
    let answer = lead.fill(NEW, &typed).await.is(422);
    assert_eq!(answer.texts("#to_on-problem"), ["Error: To: enter a real date, such as 31 3 2027"]);
    assert_eq!(answer.texts("#approved-problem").len(), 1);
    let again = answer.form(&[]);
    for (name, value) in typed {
        assert!(again.contains(&(name.into(), value.into())), "{name} is kept in {again:?}");
    }
    let backwards = [("kind", "base"), ("approved", "1"), ("from_on", "2026-04-01"), ("to_on", "2026-03-31")];
    lead.fill(NEW, &backwards).await.is(422).says("To: must be 1 April 2026 or later");
}

#[tokio::test]
async fn what_costs_nothing_says_why() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let dates = [("from_on", "2026-04-01"), ("to_on", "2027-03-31")];
    let nil = |more: &[(&'static str, &'static str)]| [&[("kind", "nil-cost")], &dates[..], more].concat();
    let answer = lead.fill(NEW, &nil(&[("approved", "5")])).await.is(422);
    assert_eq!(answer.texts("#nil_reason-problem").len(), 1);
    answer.says("what costs nothing has no amount");
    lead.fill(NEW, &nil(&[("nil_reason", "Volunteers do it")])).await.is(303);
    lead.get(LIST)
        .await
        .says("£0 approved")
        .says("Volunteers do it")
        .says("Nobody has said where the money comes from");
}

#[tokio::test]
async fn the_same_form_sent_twice_records_one_line() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let form = lead.get(NEW).await.form(&LINE);
    lead.post(NEW, &form).await.is(303);
    lead.post(NEW, &form).await.is(303);
    assert_eq!(lead.get(LIST).await.texts("tbody tr").len(), 1);
}

#[tokio::test]
async fn the_second_of_two_editors_keeps_what_was_typed() {
    let town = Town::new().await;
    add(&town, &LINE).await;
    let edit = change(&town, "edit").await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let mine = lead.get(&edit).await.form(&[("forecast", "210,000")]);
    manager.fill(&edit, &[("approved", "190,000")]).await.is(303);
    let conflict = lead.post(&edit, &mine).await.is(409);
    conflict.says("Already taken over from them: Approved, in pounds.");
    lead.post(&edit, &conflict.form(&[])).await.is(303);
    lead.get(LIST).await.says("£190,000 approved, £210,000 expected");
}

#[tokio::test]
async fn a_line_is_removed_with_a_reason_and_stays_in_the_past() {
    let town = Town::new().await;
    add(&town, &LINE).await;
    let remove = change(&town, "remove").await;
    let lead = town.lead().await;
    lead.fill(&remove, &[]).await.is(422).says("fill this in");
    town.wait(chrono::TimeDelta::days(1));
    let lead = town.lead().await;
    lead.fill(&remove, &[("reason", "Entered twice")]).await.is(303);
    lead.get(LIST).await.says("No budget lines yet");
    lead.get(&format!("{LIST}?as-at=2026-11-24"))
        .await
        .is(200)
        .says("£200,000 approved")
        .keeps_silent("Add a budget line");
}

#[tokio::test]
async fn who_may_not_touch_money_is_told_who_may() {
    let town = Town::new().await;
    add(&town, &LINE).await;
    let edit = change(&town, "edit").await;
    let administrator = town.administrator().await;
    administrator.get(&edit).await.is(403).says("can edit money");
    administrator.get(LIST).await.is(200).says("£200,000 approved").keeps_silent("Edit: ");
    town.viewer().await.get(LIST).await.is(404);
    town.stranger().get(NEW).await.is(303);
}
