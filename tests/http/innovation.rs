use chrono::TimeDelta;
use domain::testing::{EXECUTIVE, MANAGER, place};
use tests::Town;

const NEW: &str = "innovations/new";
const EDIT: &str = "innovations/1/edit";

fn lead() -> String {
    place(MANAGER).to_string()
}

#[tokio::test]
async fn a_new_innovation_gets_the_next_number_and_stands_in_its_stage() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let answers =
        [("title", "Falls prevention at home"), ("stage", "stage-1"), ("on", "2026-09-01"), ("lead", &lead())];
    let added = manager.fill(NEW, &answers).await.is(303);
    assert_eq!(added.location(), "/northshire/innovations/2");
    manager.get("innovations/2/move").await.is(200).says("It is now in Test").says("Move to Pilot");
    manager.get("innovations/2/edit").await.is(200).says("Falls prevention at home");
}

#[tokio::test]
async fn the_same_innovation_sent_twice_is_added_once_and_leads_to_the_same_page() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let form = manager.get(NEW).await.form(&[("title", "Falls prevention at home")]);
    let (one, two) = tokio::join!(manager.post(NEW, &form), manager.post(NEW, &form));
    assert_eq!(one.is(303).location(), "/northshire/innovations/2");
    assert_eq!(two.is(303).location(), "/northshire/innovations/2");
    manager.get("innovations/3/edit").await.is(404);
}

#[tokio::test]
async fn a_mistake_in_a_new_innovation_keeps_every_answer() {
    let town = Town::new().await;
    let typed = [
        ("title", ""),
        ("problem", "1 in 3 falls <again>"),
        ("on", "2026-11-25"),
        ("link_1_address", "paper on the drive"),
        ("characteristics", "Care experience"),
        ("service", "Adult social care"),
    ];
    let answer = town.manager().await.fill(NEW, &typed).await.is(422);
    assert_eq!(answer.texts("#title-problem"), ["Error: Title: fill this in"]);
    assert!(answer.texts("#link_1_address-problem")[0].contains("enter a full address"));
    let again = answer.form(&[]);
    for (name, value) in typed {
        assert!(again.contains(&(name.into(), value.into())), "{name} is kept in {again:?}");
    }
    let future = town.manager().await.fill(NEW, &[("title", "Smart bins"), ("on", "2026-11-25")]).await.is(422);
    assert_eq!(future.texts("#on-problem"), ["Error: In this stage since: must be 24 November 2026 or earlier"]);
}

#[tokio::test]
async fn adding_is_for_managers_and_executives_and_others_are_told_so() {
    let town = Town::new().await;
    town.executive().await.get(NEW).await.is(200);
    for actor in [town.lead().await, town.administrator().await, town.viewer().await] {
        actor.get(NEW).await.is(403).says("Programme managers and executives can add an innovation");
        actor
            .post_body(NEW, "title=Smart+bins&stage=stage-0&on=2026-11-24&tracking=plan&visible_to=organisation")
            .await
            .is(403);
    }
    town.stranger().get(NEW).await.is(303);
}

#[tokio::test]
async fn an_edit_shows_what_stands_and_saves_what_was_typed() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let form = lead.get(EDIT).await.is(200);
    form.says("Edit the innovation");
    let kept = form.form(&[]);
    assert!(kept.contains(&("title".into(), "Smart street lamps".into())));
    let answers = [("problem", "Lamps burn 11 hours for nobody"), ("link_1_address", "https://example.org/paper")];
    assert_eq!(lead.fill(EDIT, &answers).await.is(303).location(), "/northshire/innovations/1");
    let page = lead.get(EDIT).await;
    page.says("The why is not complete yet").says("It has 6 words; 30 are needed").says("Answer each of the four");
    let saved = page.form(&[]);
    assert!(saved.contains(&("problem".into(), "Lamps burn 11 hours for nobody".into())));
    assert!(
        saved.contains(&("link_1_title".into(), "https://example.org/paper".into())),
        "a link is called by its address"
    );
}

#[tokio::test]
async fn a_lead_sees_no_box_for_the_priority_flag_and_does_not_lose_it() {
    let town = Town::new().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    assert!(lead.get(EDIT).await.texts("#is_priority").is_empty());
    lead.fill(EDIT, &[("summary", "Lamps that dim.")]).await.is(303);
    let kept = manager.get(EDIT).await.form(&[]);
    assert!(kept.contains(&("is_priority".into(), "yes".into())));
}

#[tokio::test]
async fn giving_the_lead_to_somebody_else_gives_them_the_form_and_takes_it_from_who_left() {
    let town = Town::new().await;
    let (lead, executive) = (town.lead().await, place(EXECUTIVE).to_string());
    let note = "The meter contract is renewed each March; ask the lighting team.";
    lead.fill(EDIT, &[("lead", executive.as_str()), ("handover_note", note)]).await.is(303);
    lead.get(EDIT).await.is(403).says("the people named on the innovation");
    town.wait(TimeDelta::minutes(1));
    let kept = town.executive().await.get(EDIT).await.is(200).form(&[]);
    assert!(kept.contains(&("lead".into(), executive)));
}

#[tokio::test]
async fn the_second_editor_of_an_innovation_gets_both_versions() {
    let town = Town::new().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let mine = lead.get(EDIT).await.form(&[("title", "Lamps that dim"), ("service", "Highways")]);
    let theirs = manager.get(EDIT).await.form(&[("title", "Smart lamps"), ("problem", "Lamps burn 11 hours")]);
    manager.post(EDIT, &theirs).await.is(303);
    let conflict = lead.post(EDIT, &mine).await.is(409);
    conflict.says("Someone else changed this while you were writing").says("Smart lamps");
    let again = conflict.form(&[]);
    assert!(again.contains(&("title".into(), "Lamps that dim".into())));
    assert!(again.contains(&("problem".into(), "Lamps burn 11 hours".into())));
    lead.post(EDIT, &again).await.is(303);
    let saved = manager.get(EDIT).await.form(&[]);
    assert!(
        saved.contains(&("title".into(), "Lamps that dim".into()))
            && saved.contains(&("service".into(), "Highways".into()))
    );
}
