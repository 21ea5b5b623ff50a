use tests::Town;

const NEW: &str = "innovations/1/milestones/new";

async fn planned(town: &Town) -> String {
    let lead = town.lead().await;
    lead.fill(
        NEW,
        &[("title", "Trial on Mill Lane"), ("kind", "delivery"), ("forecast_on", "2027-02-01"), ("baselined", "")],
    )
    .await
    .is(303);
    let list = lead.get("innovations/1/milestones").await.is(200);
    let edit = list
        .body
        .split("href=\"")
        .find(|part| part.contains("milestones/") && part.contains("/edit\""))
        .expect("a link to edit");
    edit.split('"').next().expect("an address").to_owned()
}

#[tokio::test]
async fn a_milestone_that_is_added_stands_in_the_plan() {
    let town = Town::new().await;
    planned(&town).await;
    let list = town.viewer().await.get("innovations/1/milestones").await;
    assert_eq!(list.status, 404, "a viewer does not see what is for the organisation");
    town.manager()
        .await
        .get("innovations/1/milestones")
        .await
        .is(200)
        .says("Trial on Mill Lane")
        .says("1 February 2027");
}

#[tokio::test]
async fn a_mistake_keeps_everything_typed_and_says_what_to_do_beside_the_field() {
    let town = Town::new().await;
    let typed = [
        ("title", "Trial <on> Mill Lane"),
        ("kind", "gate"),
        ("forecast_on", "soon"),
        ("acceptance", "\nTwo\nlines </textarea>"),
    ];
    let answer = town.lead().await.fill(NEW, &typed).await.is(422);
    assert_eq!(answer.texts("#forecast_on-problem"), ["Error: Date: enter a real date, such as 31 3 2027"]);
    assert!(answer.texts("title")[0].starts_with("Error: "));
    let again = answer.form(&[]);
    for (name, value) in typed {
        assert!(again.contains(&(name.into(), value.into())), "{name} is kept in {again:?}");
    }
}

#[tokio::test]
async fn the_same_form_sent_twice_counts_once_and_leads_to_the_same_page() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let form = lead.get(NEW).await.form(&[
        ("title", "Trial"),
        ("kind", "gate"),
        ("forecast_on", "2027-02-01"),
        ("baselined", ""),
    ]);
    let (one, two) = tokio::join!(lead.post(NEW, &form), lead.post(NEW, &form));
    assert_eq!(one.is(303).location(), two.is(303).location());
    let list = lead.get("innovations/1/milestones").await;
    assert_eq!(list.texts("tbody tr").len(), 1);
    let other: Vec<_> = form
        .into_iter()
        .map(|(name, value)| if name == "title" { (name, "Another".into()) } else { (name, value) })
        .collect();
    lead.post(NEW, &other).await.is(303);
    assert_eq!(
        lead.get("innovations/1/milestones").await.texts("tbody tr").len(),
        2,
        "another content is another form"
    );
}

#[tokio::test]
async fn the_second_of_two_editors_gets_both_versions_and_loses_nothing() {
    let town = Town::new().await;
    let edit = planned(&town).await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let mine = lead.get(&edit).await.form(&[("title", "Trial on Mill Lane and Elm Road")]);
    let theirs = manager.get(&edit).await.form(&[("title", "Trial in the north"), ("acceptance", "Ten lamps dim")]);
    manager.post(&edit, &theirs).await.is(303);
    let conflict = lead.post(&edit, &mine).await.is(409);
    conflict
        .says("Someone else changed this while you were writing")
        .says("Programme manager")
        .says("Trial in the north");
    let again = conflict.form(&[]);
    assert!(again.contains(&("title".into(), "Trial on Mill Lane and Elm Road".into())), "what was typed is kept");
    assert!(again.contains(&("acceptance".into(), "Ten lamps dim".into())), "what only they changed is taken over");
    lead.post(&edit, &again).await.is(303);
    lead.get("innovations/1/milestones").await.says("Trial on Mill Lane and Elm Road");
}

#[tokio::test]
async fn whoever_may_not_is_told_who_may() {
    let town = Town::new().await;
    let refused = town.administrator().await.get(NEW).await.is(403);
    refused.says("Programme managers, and the people named on the innovation (team members or executives), can edit an innovation");
    town.viewer().await.get(NEW).await.is(404);
    let away = town.stranger().get(NEW).await.is(303);
    assert_eq!(away.location(), "/sign-in?next=%2Fnorthshire%2Finnovations%2F1%2Fmilestones%2Fnew");
}

#[tokio::test]
async fn a_milestone_has_a_page_with_its_trail_and_is_completed_from_there() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let owner = domain::testing::place(domain::testing::LEAD).to_string();
    let agreed = [("title", "Trial"), ("kind", "gate"), ("forecast_on", "2027-02-01"), ("owner", owner.as_str())];
    lead.fill(NEW, &agreed).await.is(303);
    let list = lead.get("innovations/1/milestones").await;
    let page = list.body.split("href=\"").find(|part| part.contains("milestones/") && part.contains("/edit\""));
    let page = page.expect("a link to edit").split("/edit").next().expect("an address");
    lead.get(page)
        .await
        .is(200)
        .says("Expected on 1 February 2027")
        .says("as first planned")
        .keeps_silent("Agree a date");
    lead.fill(&format!("{page}/edit"), &[("forecast_on", "2027-03-01"), ("reason", "Lamps came late")]).await.is(303);
    lead.get(page)
        .await
        .says("4 weeks late against the first plan")
        .says("One forecast so far")
        .says("Lamps came late");
    town.executive().await.get(page).await.says("Agree a date");
    let early = lead.fill(&format!("{page}/complete"), &[("done_on", "2026-11-25")]).await.is(422);
    assert_eq!(early.texts("#done_on-problem"), ["Error: Done on: must be 24 November 2026 or earlier"]);
    lead.fill(&format!("{page}/complete"), &[]).await.is(303);
    lead.get(page).await.says("Done on 24 November 2026").keeps_silent("/complete");
    lead.post_body(&format!("{page}/complete"), "seen=3&done_on=2026-11-24")
        .await
        .is(409)
        .says("The milestone is done");
}
