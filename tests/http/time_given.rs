use tests::Town;

const TIME: &str = "innovations/1/time";
const MONEY: &str = "innovations/1/money";

#[tokio::test]
async fn last_month_is_asked_for_and_the_promise_carried_forward() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.get(MONEY).await.says("No recent record of time given");
    lead.get(TIME).await.says("October 2026").says("Team member").says("Executive");
    let october = [("given_1", "6.5"), ("promised_1", "8"), ("given_2", "½"), ("promised_2", "1")];
    lead.fill(TIME, &october).await.is(303);
    let november = format!("{TIME}?month=2026-11-01");
    let carried = lead.get(&november).await.form(&[]);
    assert!(carried.contains(&("promised_1".into(), "8".into())), "{carried:?}");
    let money = lead.get(MONEY).await;
    money.says("7 of 9 days promised for October 2026 were given").says("78% in October 2026: 7 of 9 days");
    assert_eq!(money.texts("svg.chart title"), ["Days promised and given each month, December 2025 to November 2026"]);
    lead.get("innovations/1/history").await.says("recorded 6.5 of 8 days given by Team member in October 2026");
}

#[tokio::test]
async fn mistakes_stand_in_their_row_and_what_was_typed_stays() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let answer = lead.fill(TIME, &[("given_1", "6.25"), ("promised_1", "8")]).await.is(422);
    let problem = "Error: Team member, days given: enter whole or half days, such as 8 or 7.5";
    assert_eq!(answer.texts("#given_1-problem"), [problem]);
    assert!(answer.form(&[]).contains(&("promised_1".into(), "8".into())));
    lead.fill(TIME, &[("given_1", "6")]).await.is(422).says("Team member, days promised: fill this in");
    let ahead = format!("{TIME}?month=2026-12-01");
    lead.fill(&ahead, &[("given_1", "6"), ("promised_1", "8")]).await.is(422);
}

#[tokio::test]
async fn a_row_changed_meanwhile_is_said_and_sent_again() {
    let town = Town::new().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let read = lead.get(TIME).await.form(&[("given_1", "6"), ("promised_1", "8")]);
    manager.fill(TIME, &[("given_1", "7"), ("promised_1", "8")]).await.is(303);
    let answer = lead.post(TIME, &read).await.is(422);
    answer.says("somebody else has changed this meanwhile");
    lead.post(TIME, &answer.form(&[])).await.is(303);
    assert!(lead.get(TIME).await.form(&[]).contains(&("given_1".into(), "6".into())));
}

#[tokio::test]
async fn sent_twice_it_counts_once_and_who_may_not_is_told() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let sent = lead.get(TIME).await.form(&[("given_1", "6"), ("promised_1", "8")]);
    for _ in 0..2 {
        lead.post(TIME, &sent).await.is(303);
    }
    town.administrator().await.get(TIME).await.is(403);
    town.viewer().await.get(TIME).await.is(404);
}
