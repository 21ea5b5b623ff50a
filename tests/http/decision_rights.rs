use tests::Town;

const RIGHTS: &str = "innovations/1/decision-rights";
const DECISIONS: &str = "innovations/1/decisions";

const LIMITS: [(&str, &str); 5] = [
    ("lead_limit", "5,000"),
    ("lead_limit_days", "14"),
    ("sponsor_limit", "25,000"),
    ("sponsor_limit_days", "60"),
    ("scope", "The order of streets, not their number"),
];

#[tokio::test]
async fn who_decides_what_is_settled_and_what_goes_beyond_is_said() {
    let town = Town::new().await;
    let manager = town.manager().await;
    manager.get(DECISIONS).await.is(200).says("is not settled");
    assert_eq!(manager.fill(RIGHTS, &LIMITS).await.is(303).location(), "/northshire/innovations/1/decisions");
    let page = manager.get(DECISIONS).await.is(200);
    page.says("Lead £5,000 14 days Sponsor £25,000 60 days").says("The order of streets");
    page.keeps_silent("decides alone up to");
    let line = [
        ("kind", "base"),
        ("approved", "100000"),
        ("forecast", "110000"),
        ("from_on", "2026-04-01"),
        ("to_on", "2027-03-31"),
    ];
    manager.fill("innovations/1/money/new", &line).await.is(303);
    let lead = town.lead().await;
    let page = lead.get(DECISIONS).await.is(200);
    page.says("The forecast is £10,000 above what is approved: the lead decides alone up to £5,000.");
    page.says("Ask in an update").keeps_silent("Say who decides what");
    manager.get("innovations/1/history").await.says("changed who decides what of “Smart street lamps”");
}

#[tokio::test]
async fn limits_that_cannot_be_are_said_and_what_was_typed_stays() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let typed = [("lead_limit", "5,000"), ("sponsor_limit", "100"), ("lead_limit_days", "soon")];
    let answer = manager.fill(RIGHTS, &typed).await.is(422);
    assert_eq!(answer.texts("#lead_limit_days-problem").len(), 1);
    let typed = [("lead_limit", "5,000"), ("sponsor_limit", "100")];
    let answer = manager.fill(RIGHTS, &typed).await.is(422);
    assert_eq!(answer.texts("#sponsor_limit-problem").len(), 1);
    assert!(answer.form(&[]).contains(&("lead_limit".into(), "5,000".into())));
}

#[tokio::test]
async fn nobody_settles_their_own_limits_and_an_older_page_is_told() {
    let town = Town::new().await;
    town.lead().await.get(RIGHTS).await.is(403);
    town.administrator().await.get(RIGHTS).await.is(403);
    town.viewer().await.get(RIGHTS).await.is(404);
    let manager = town.manager().await;
    let read = town.executive().await.get(RIGHTS).await.form(&[("lead_limit", "700")]);
    let sent = manager.get(RIGHTS).await.form(&LIMITS);
    for _ in 0..2 {
        manager.post(RIGHTS, &sent).await.is(303);
    }
    town.executive().await.post(RIGHTS, &read).await.is(409).says("5,000");
}
