use domain::testing::{ADMINISTRATOR, LEAD, MANAGER, place};
use tests::{Answer, Town};
use uuid::Uuid;

const INVITE: &str = "people/invite";
const SAM: [(&str, &str); 4] =
    [("email", "sam@northshire.example.org"), ("name", "Sam Field"), ("role", "team-member"), ("title", "Analyst")];

/// The address of the link that a page shows.
fn link(answer: &Answer) -> String {
    let rest = answer.body.split("/link/").nth(1).expect("a link");
    format!("/link/{}", rest.split('"').next().expect("an address"))
}

#[tokio::test]
async fn everyone_reads_who_is_here_and_only_administrators_change_it() {
    let town = Town::new().await;
    let list = town.viewer().await.get("people").await.is(200);
    list.says("Programme manager").keeps_silent("/end");
    town.administrator().await.get("people").await.is(200).says("Invite somebody").says("New link");
    let change = format!("people/{}", place(LEAD).0);
    for path in [INVITE, &change, &format!("{change}/end"), &format!("{change}/reset"), "log"] {
        town.manager().await.get(path).await.is(403).says("Administrators can manage people");
        assert_eq!(town.stranger().get(path).await.status, 303, "{path}");
    }
    town.manager().await.post_body(INVITE, "").await.is(403);
    town.administrator().await.get(&format!("people/{}", Uuid::max())).await.is(404);
}

#[tokio::test]
async fn an_invited_person_joins_by_the_link_that_the_administrator_hands_on() {
    let town = Town::new().await;
    let administrator = town.administrator().await;
    let made = administrator.fill(INVITE, &SAM).await.is(200);
    made.says("Send them this link").says("7 days");
    let answers = [("password", "turnip lorry cabinet"), ("again", "turnip lorry cabinet")];
    let page = town.stranger().get(&link(&made)).await.is(200);
    assert!(page.form(&[]).contains(&("name".into(), "Sam Field".into())), "the name is filled in");
    town.stranger().fill(&link(&made), &answers).await.is(303);
    administrator.get("people").await.says("Sam Field").says("Analyst");
    let log = administrator.get("log").await.is(200);
    log.says("Place given: Team member").says("Link made: invitation").says("Password set by a link").says("Signed in");
}

#[tokio::test]
async fn whether_an_account_was_there_before_is_not_told() {
    let town = Town::new().await;
    town.found(domain::OrganisationId(Uuid::from_u128(78)), "eastvale").await;
    let administrator = town.administrator().await;
    let new = administrator.fill("/eastvale/people/invite", &SAM).await.is(200);
    let known = administrator.fill(INVITE, &SAM).await.is(200);
    let text = |answer: &Answer| answer.texts("main .prose p");
    assert_eq!(text(&new), text(&known));
    town.stranger().get(&link(&known)).await.is(200).says("You were invited to Foothold before");
    town.stranger().get(&link(&new)).await.is(200).says("choose a password");
}

#[tokio::test]
async fn a_mistake_in_an_invitation_keeps_everything_and_invites_nobody() {
    let town = Town::new().await;
    let administrator = town.administrator().await;
    let mut typed = SAM;
    typed[0].1 = "sam at northshire";
    let answer = administrator.fill(INVITE, &typed).await.is(422);
    answer.says("enter one full e-mail address");
    for (name, value) in typed {
        assert!(answer.form(&[]).contains(&(name.into(), value.into())), "{name} is kept");
    }
    administrator.get("people").await.keeps_silent("Sam Field");
    let form = administrator.get(INVITE).await.form(&SAM);
    administrator.post(INVITE, &form).await.is(200);
    administrator.post(INVITE, &form).await.is(200);
    let rows = administrator.get("people").await.texts("tbody tr");
    assert_eq!(rows.iter().filter(|row| row.contains("Sam Field")).count(), 1, "sent twice, invited once");
}

#[tokio::test]
async fn a_change_of_role_counts_at_once_and_takes_a_new_token() {
    let town = Town::new().await;
    let (administrator, lead) = (town.administrator().await, town.lead().await);
    let change = format!("people/{}", place(LEAD).0);
    let stale = administrator.get(&change).await.form(&[("role", "viewer"), ("title", "Reader")]);
    administrator.fill(&change, &[("role", "administrator"), ("title", "Head of digital")]).await.is(303);
    let page = lead.get("people").await.is(200);
    page.says("Invite somebody");
    let renewed = page.header("set-cookie").expect("a cookie");
    assert!(renewed.starts_with("session="), "{renewed}");
    administrator.post(&change, &stale).await.is(409).says("Someone else changed this").says("Head of digital");
}

#[tokio::test]
async fn the_last_administrator_stays_one() {
    let town = Town::new().await;
    let administrator = town.administrator().await;
    let own = format!("people/{}", place(domain::testing::ADMINISTRATOR).0);
    let answer = administrator.fill(&own, &[("role", "viewer")]).await.is(409);
    answer.says("This is the last administrator");
    administrator.fill(&format!("{own}/end"), &[]).await.is(409);
}

#[tokio::test]
async fn whoever_leaves_hands_over_what_they_own_and_is_out_the_day_after() {
    let town = Town::new().await;
    let (administrator, lead) = (town.administrator().await, town.lead().await);
    let end = format!("people/{}/end", place(LEAD).0);
    administrator.get(&end).await.is(200).says("Lead: Smart street lamps");
    let successor = place(MANAGER).0.to_string();
    administrator.fill(&end, &[("to_on", "soon"), ("successor", &successor)]).await.is(422);
    administrator.fill(&end, &[("to_on", "2026-11-23"), ("successor", &successor)]).await.is(303);
    lead.get("people").await.is(404);
    let log = administrator.get("log").await;
    log.says("Place ended: 2026-11-23");
}

#[tokio::test]
async fn a_new_link_is_shown_once_and_a_reset_opens_nothing_the_administrator_does_not_answer_for() {
    let town = Town::new().await;
    let administrator = town.administrator().await;
    let path = format!("people/{}/reset", place(LEAD).0);
    let first = administrator.fill(&path, &[]).await.is(200);
    first.says("7 days");
    let answers = [("password", "turnip lorry cabinet"), ("again", "turnip lorry cabinet")];
    town.stranger().fill(&link(&first), &answers).await.is(303);
    let reset = administrator.fill(&path, &[]).await.is(200);
    reset.says("1 hour");
    town.found(domain::OrganisationId(Uuid::from_u128(78)), "eastvale").await;
    administrator.fill(&path, &[]).await.is(200);
    let own = format!("/eastvale/people/{}/end", place(domain::testing::ADMINISTRATOR).0);
    let other = format!("/eastvale/people/{}", place(MANAGER).0);
    administrator.fill(&other, &[("role", "administrator")]).await.is(303);
    administrator.fill(&own, &[("to_on", "2026-11-23")]).await.is(303);
    administrator.fill(&path, &[]).await.is(409).says("Whoever runs this service");
}

#[tokio::test]
async fn a_disabled_account_is_out_at_once_and_enabled_again() {
    let town = Town::new().await;
    let (administrator, lead) = (town.administrator().await, town.lead().await);
    let account = format!("people/{}", place(LEAD).0);
    lead.get("board").await.is(200);
    let disable = format!("{account}/disable");
    administrator.get(&disable).await.is(200).says("signed out everywhere at once");
    administrator.fill(&disable, &[]).await.is(303);
    lead.get("board").await.is(303);
    administrator.get("people").await.says("Disabled").says("Enable account");
    administrator.get("log").await.is(200).says("isabled");
    town.manager().await.get("people").await.is(200).keeps_silent("Disabled");
    administrator.post(&disable, &[]).await.is(303);
    administrator.fill(&format!("{account}/enable"), &[]).await.is(303);
    town.lead().await.get("board").await.is(200);
    administrator.get("people").await.keeps_silent("Enable account");
}

#[tokio::test]
async fn an_account_that_opens_more_is_disabled_by_whoever_runs_the_server_only() {
    let town = Town::new().await;
    let administrator = town.administrator().await;
    let own = format!("people/{}/disable", place(ADMINISTRATOR).0);
    administrator.fill(&own, &[]).await.is(409).says("This is your own account");
    let link = town.store.make_link(store::LinkKind::Setup, None, None, None, tests::now()).await.expect("a link");
    let link = format!("/setup?link={}", link.expose());
    let answers = [("kind", "council"), ("name", "Elsewhere Council"), ("short_code", "EC")];
    town.lead().await.fill(&link, &answers).await.is(303);
    let refused = administrator.fill(&format!("people/{}/disable", place(LEAD).0), &[]).await.is(409);
    refused.says("whoever runs this service can disable the account everywhere").keeps_silent("Elsewhere");
    town.manager().await.get(&format!("people/{}/disable", place(LEAD).0)).await.is(403);
    town.lead().await.get("board").await.is(200);
}
