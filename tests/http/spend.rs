use tests::{Answer, Town};

const MONTH: &str = "innovations/1/money/spend";
const MONEY: &str = "innovations/1/money";
const LINE: [(&str, &str); 5] = [
    ("kind", "base"),
    ("source", "Street lighting budget"),
    ("approved", "£100,000"),
    ("from_on", "2026-04-01"),
    ("to_on", "2027-03-31"),
];

async fn with_line() -> Town {
    let town = Town::new().await;
    town.lead().await.fill("innovations/1/money/new", &LINE).await.is(303);
    town
}

/// The address of the months of the only line.
async fn line(town: &Town) -> String {
    let list = town.lead().await.get(MONEY).await.is(200);
    let mut links = list.body.split("href=\"").filter_map(|part| part.split('"').next());
    let of_line = |link: &&str| link.ends_with("/spend") && !link.ends_with("/money/spend");
    links.find(of_line).expect("a link").to_owned()
}

fn amounts(page: &Answer) -> Vec<(String, String)> {
    page.form(&[]).into_iter().filter(|(name, value)| name.starts_with("month_") && !value.is_empty()).collect()
}

#[tokio::test]
async fn a_line_is_filled_month_by_month_and_compared_with_its_time() {
    let town = with_line().await;
    let (lead, line) = (town.lead().await, line(&town).await);
    let page = lead.get(&line).await.is(200);
    page.says("April 2026 to March 2027").says("November 2026");
    assert!(!page.text().contains("December 2026"), "months to come are not asked for");
    lead.fill(&line, &[("month_1", "20,000"), ("month_2", "20000.50"), ("month_3", "-2,000.50")]).await.is(303);
    lead.get(MONEY).await.says("£38,000; 38% of the money of today’s lines, with 65% of their time gone");
    let page = lead.get(&line).await;
    assert_eq!(amounts(&page)[2], ("month_3".into(), "−2,000.50".into()));
    lead.fill(&line, &[("month_3", "")]).await.is(303);
    assert_eq!(amounts(&lead.get(&line).await).len(), 2, "cleared");
}

#[tokio::test]
async fn one_month_of_all_lines_is_one_form() {
    let town = with_line().await;
    let lead = town.lead().await;
    let grant = [
        ("kind", "grant"),
        ("source", "National fund"),
        ("approved", "50"),
        ("from_on", "2026-05-01"),
        ("to_on", "2027-03-31"),
    ];
    lead.fill("innovations/1/money/new", &grant).await.is(303);
    lead.get(MONTH).await.says("October 2026").says("Street lighting budget").says("National fund");
    lead.fill(MONTH, &[("month_1", "500"), ("note_1", "Two bills"), ("month_2", "25")]).await.is(303);
    lead.get(MONEY).await.says("£525;");
    lead.get("innovations/1/history").await.says("recorded £500 spent in October 2026");
}

#[tokio::test]
async fn mistakes_stand_in_their_row_and_what_was_typed_stays() {
    let town = with_line().await;
    let lead = town.lead().await;
    let answer = lead.fill(MONTH, &[("month_1", "a lot"), ("note_1", "Two <bills>")]).await.is(422);
    assert_eq!(answer.texts("#month_1-problem").len(), 1);
    let again = answer.form(&[]);
    for (name, value) in [("month_1", "a lot"), ("note_1", "Two <bills>")] {
        assert!(again.contains(&(name.into(), value.into())), "{again:?}");
    }
    let later = format!("{MONTH}?month=2026-12-01");
    lead.fill(&later, &[("month_1", "5")]).await.is(422).says("must be 24 November 2026 or earlier");
}

#[tokio::test]
async fn an_amount_changed_meanwhile_is_said_and_sent_again() {
    let town = with_line().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let read = lead.get(MONTH).await.form(&[("month_1", "500")]);
    manager.fill(MONTH, &[("month_1", "700")]).await.is(303);
    let answer = lead.post(MONTH, &read).await.is(422);
    assert_eq!(answer.texts("#month_1-problem").len(), 1);
    lead.post(MONTH, &answer.form(&[])).await.is(303);
    assert_eq!(amounts(&lead.get(MONTH).await), [("month_1".into(), "500".into())]);
}

#[tokio::test]
async fn sent_twice_it_counts_once_and_who_may_not_is_told() {
    let town = with_line().await;
    let (lead, line) = (town.lead().await, line(&town).await);
    let sent = lead.get(MONTH).await.form(&[("month_1", "500")]);
    for _ in 0..2 {
        lead.post(MONTH, &sent).await.is(303);
    }
    lead.get(MONEY).await.says("£500;");
    for address in [MONTH, line.as_str()] {
        town.administrator().await.get(address).await.is(403);
        town.viewer().await.get(address).await.is(404);
    }
}
