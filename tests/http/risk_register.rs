use domain::testing::{EXECUTIVE, LEAD, place};
use tests::{Actor, Town};

/// A threat of an innovation or, without a number, of the organisation; gives the address of its page.
async fn threat(actor: &Actor, at: &str, event: &str, category: &str, [likelihood, impact]: [&str; 2]) -> String {
    let owner = place(LEAD).to_string();
    let answers = [
        ("kind", "threat"),
        ("cause", "There is one supplier."),
        ("event", event),
        ("effect", "delay the trial"),
        ("category", category),
        ("owner", &*owner),
        ("inherent_likelihood", "5"),
        ("inherent_impact", "5"),
        ("likelihood", likelihood),
        ("impact", impact),
        ("proximity", "now"),
        ("response", "treat"),
        ("review_due_on", "2027-01-24"),
    ];
    actor.fill(&format!("{at}risks/new"), &answers).await.is(303).location().to_owned()
}

async fn peopled() -> Town {
    let town = Town::new().await;
    let manager = town.manager().await;
    threat(&manager, "innovations/1/", "=late delivery", "delivery", ["5", "4"]).await;
    threat(&manager, "innovations/1/", "a hot summer", "delivery", ["2", "2"]).await;
    threat(&manager, "", "a strike", "people", ["4", "4"]).await;
    town
}

#[tokio::test]
async fn the_register_says_what_is_over_tolerance_and_nobodys_decision() {
    let town = peopled().await;
    let page = town.lead().await.get("risks").await.is(200);
    page.says("2 of 3 open threats over tolerance; 2 over appetite are no one’s decision.")
        .says("2 threats are over tolerance with no action in date")
        .says("On the agenda of the next programme board: by 8 December 2026, in 2 weeks")
        .says("Reviewed on time 100% 3 of 3")
        .says("Very high 2 0 2 more")
        .says("Northshire Council. People.");
    assert_eq!(page.texts(".heat-cell"), ["1", "1", "1"]);
    assert!(page.body.contains("1 threat: almost certain, major, score 20"));
}

#[tokio::test]
async fn a_square_leads_to_those_that_stand_there_and_back() {
    let town = peopled().await;
    let lead = town.lead().await;
    let page = lead.get("risks?likelihood=5&impact=4").await.is(200);
    page.says("1 threat matches").says("Show everything");
    assert_eq!(page.texts(".heat-cell[aria-current]"), ["1"]);
    assert_eq!(page.texts(".heat-cell").len(), 3, "the squares stay whole");
    for (filter, wanted) in [
        ("category=people", "1 threat matches"),
        ("level=low", "1 threat matches"),
        ("standing=over-tolerance", "2 threats match"),
        ("standing=accepted", "0 threats match"),
        ("about=organisation", "1 threat matches"),
        ("about=1", "2 threats match"),
        ("words=summer", "1 threat matches"),
        ("category=nonsense&likelihood=9", "3 open threats"),
    ] {
        lead.get(&format!("risks?{filter}")).await.is(200).says(wanted);
    }
    lead.get(&format!("risks?owner={}", place(EXECUTIVE))).await.is(200).says("Nothing matches.");
}

#[tokio::test]
async fn the_file_holds_what_the_filter_shows_and_no_live_formula() {
    let town = peopled().await;
    let file = town.executive().await.get("risks.csv?standing=over-tolerance").await.is(200);
    assert_eq!(file.body.lines().count(), 3);
    assert!(file.body.contains("\"'=late delivery\""), "{}", file.body);
    assert!(file.body.contains("\"Northshire Council\",\"Threat\",\"People\""));
    let named = town.lead().await.get("risks.csv").await.is(200);
    assert_eq!(named.body.lines().count(), 3, "a team member exports the innovations that name them");
}

#[tokio::test]
async fn a_viewer_for_partners_sees_no_risk_of_the_organisation_and_a_past_day_offers_nothing() {
    let town = peopled().await;
    let viewer = town.viewer().await.get("risks").await.is(200);
    viewer.says("No open threats here.").says("No risks recorded, which is not good news").keeps_silent("strike");
    viewer.says("Of what you may see.").says("No open issues");
    let past = town.manager().await.get("risks?as-at=2026-11-23").await.is(200);
    past.says("No threat is recorded, which is not good news.").keeps_silent("Add a risk");
}

#[tokio::test]
async fn a_risk_of_the_organisation_has_its_page_and_its_forms() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let page = threat(&manager, "", "a strike", "people", ["4", "4"]).await;
    manager.get(&page).await.is(200).says("A strike").says("Over the tolerance of 13");
    town.lead().await.get(&page).await.is(200).keeps_silent("Review risk");
    town.viewer().await.get(&page).await.is(404);
    let owner = place(LEAD).to_string();
    let action = [("text", "Talk"), ("owner", &*owner), ("due_on", "2026-12-10")];
    manager.fill(&format!("{page}/actions/new"), &action).await.is(303);
    town.lead().await.get(&format!("{page}/actions/new")).await.is(403);
    town.executive()
        .await
        .fill(&format!("{page}/accept"), &[("reason", "It is"), ("until", "2027-01-31")])
        .await
        .is(303);
    manager.get(&page).await.says("Accepted by Executive until 31 January 2027").says("Talk");
}

#[tokio::test]
async fn a_control_is_added_judged_and_taken_away() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let page = threat(&lead, "innovations/1/", "a late delivery", "delivery", ["4", "4"]).await;
    lead.get(&page).await.says("Nothing holds it in check yet");
    let new = format!("{page}/controls/new");
    lead.fill(&new, &[]).await.is(422).says("What holds it in check: fill this in");
    let form = lead.get(&new).await.form(&[("text", "A second supplier")]);
    lead.post(&new, &form).await.is(303);
    lead.post(&new, &form).await.is(303);
    lead.get(&page).await.says("0 of 1 control known to work").says("– not judged yet");
    let edit = format!("{page}/controls/1/edit");
    let untold = lead.fill(&edit, &[("last_tested_on", "2026-11-01")]).await.is(422);
    assert_eq!(untold.texts("#effective-problem"), ["Error: Does it work: fill this in"]);
    lead.fill(&edit, &[("last_tested_on", "2026-11-01"), ("effective", "yes")]).await.is(303);
    lead.get(&page).await.says("1 of 1 control known to work").says("1 November 2026, 3 weeks ago");
    let outdated = lead.get(&edit).await.form(&[("text", "Two suppliers")]);
    town.manager().await.fill(&format!("{page}/controls/1/remove"), &[]).await.is(303);
    lead.post(&edit, &outdated).await.is(404);
    lead.get(&page).await.says("Nothing holds it in check yet");
    town.administrator().await.get(&new).await.is(403);
}

#[tokio::test]
async fn the_considered_risk_card_is_filled_in_and_two_editors_meet() {
    let town = Town::new().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let page = threat(&lead, "innovations/1/", "a late delivery", "delivery", ["4", "4"]).await;
    let card = format!("{page}/consider");
    let mine = lead.get(&card).await.form(&[("upside", "Half the energy")]);
    manager.fill(&card, &[("upside", "A third of it"), ("stop_at", "Two lamps in ten fail")]).await.is(303);
    let conflict = lead.post(&card, &mine).await.is(409);
    conflict.says("A third of it");
    lead.post(&card, &conflict.form(&[])).await.is(303);
    lead.get(&page).await.says("Not yet considered to the end").says("Half the energy").says("Two lamps in ten fail");
    lead.fill(&card, &[("worst_case", "Dark streets")]).await.is(303);
    lead.get(&page).await.says("A considered risk");
    let long = "x".repeat(501);
    lead.fill(&card, &[("upside", &*long)]).await.is(422).says("use 500 characters or fewer");
}

#[tokio::test]
async fn what_must_happen_stands_on_the_page_with_who_and_by_when() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let page = threat(&lead, "innovations/1/", "a leak of names", "data-protection", ["5", "3"]).await;
    lead.get(&page)
        .await
        .says("3 things must happen")
        .says("The sponsor is told, and an action due within 30 days is asked for By 24 December 2026")
        .says("Sponsor: Executive")
        .says("Data protection officer: nobody is named yet")
        .says("Almost certain within a month. Is this already an issue?");
    let named = place(EXECUTIVE).to_string();
    let settings = "settings/escalation";
    lead.get(settings).await.is(403);
    let administrator = town.administrator().await;
    let wrong = [("breach_process", "the intranet"), ("key_decision", "a lot")];
    let refused = administrator.fill(settings, &wrong).await.is(422);
    assert_eq!(refused.texts("#breach_process-problem").len(), 1);
    assert_eq!(refused.texts("#key_decision-problem").len(), 1);
    let right = [
        ("data_protection_officer", &*named),
        ("breach_process", "https://intranet.example.org/breach"),
        ("key_decision", "500,000"),
    ];
    administrator.fill(settings, &right).await.is(303);
    administrator.get("settings").await.says("Key-decision level £500,000");
    lead.get(&page).await.says("Data protection officer: Executive").says("Follow the council’s own process");
}

#[tokio::test]
async fn an_action_within_thirty_days_answers_for_the_sponsor() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let page = threat(&lead, "innovations/1/", "a late delivery", "delivery", ["3", "5"]).await;
    lead.get(&page).await.says("One thing must happen");
    let owner = place(LEAD).to_string();
    let action = [("text", "Ask"), ("owner", &*owner), ("due_on", "2026-12-10")];
    lead.fill(&format!("{page}/actions/new"), &action).await.is(303);
    lead.get(&page).await.says("What must happen is done").says("An action is due within 30 days Done");
}
