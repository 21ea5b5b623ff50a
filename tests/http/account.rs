use chrono::TimeDelta;
use domain::{
    PersonId,
    testing::{LEAD, NORTHSHIRE},
};
use store::{LinkKind, NewAccount};
use tests::{Actor, Answer, Town, now};
use uuid::Uuid;

const PASSWORD: &str = "turnip lorry cabinet";

/// The lead's link of a kind, as an address.
async fn link(town: &Town, kind: LinkKind) -> String {
    let token = town.store.make_link(kind, Some(LEAD), Some(NORTHSHIRE), None, now()).await.expect("a link");
    format!("/link/{}", token.expose())
}

/// The lead has a password from now on.
async fn with_password() -> Town {
    let town = Town::new().await;
    let link = link(&town, LinkKind::Reset).await;
    town.stranger().fill(&link, &[("password", PASSWORD), ("again", PASSWORD)]).await.is(303);
    town
}

async fn sign_in(town: &Town, password: &str, next: &str) -> Answer {
    let path = format!("/sign-in{next}");
    town.stranger().fill(&path, &[("email", "Lead@northshire.example.org"), ("password", password)]).await
}

/// With the session that an answer opened.
fn holding(town: &Town, answer: &Answer) -> Actor {
    let mut set = answer.headers.get_all("set-cookie").iter().filter_map(|set| set.to_str().ok());
    let token = set.find_map(|set| set.strip_prefix("session=")).expect("a session");
    town.holding(token.split(';').next().expect("a token"))
}

#[tokio::test]
async fn whoever_signs_in_goes_on_to_where_they_wanted_on_this_server_only() {
    let town = with_password().await;
    let answer = sign_in(&town, PASSWORD, "?next=%2Fnorthshire%2Fpeople").await.is(303);
    assert_eq!(answer.location(), "/northshire/people");
    let lead = holding(&town, &answer);
    lead.get("people").await.is(200);
    assert_eq!(lead.get("/sign-in").await.is(303).location(), "/");
    assert_eq!(sign_in(&town, PASSWORD, "?next=%2F%2Fevil.example").await.is(303).location(), "/");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    let town = with_password().await;
    let wrong = sign_in(&town, "not the password", "").await.is(422);
    let answers = [("email", "nobody@northshire.example.org"), ("password", "not the password")];
    let unknown = town.stranger().fill("/sign-in", &answers).await.is(422);
    assert_eq!(wrong.texts(".errors"), unknown.texts(".errors"));
    assert!(wrong.headers.get("set-cookie").is_none());
    let kept = wrong.form(&[]);
    assert!(kept.contains(&("email".into(), "Lead@northshire.example.org".into())), "{kept:?}");
    assert!(kept.contains(&("password".into(), String::new())), "the password is not kept");
    wrong.keeps_silent("not the password");
}

#[tokio::test]
async fn too_many_tries_are_told_when_to_try_again() {
    let town = with_password().await;
    for _ in 0..3 {
        sign_in(&town, "not the password", "").await.is(422);
    }
    let away = sign_in(&town, PASSWORD, "").await.is(429);
    away.says("Too many tries").says("20 seconds");
    assert_eq!(away.header("retry-after"), Some("20"));
    assert!(away.form(&[]).contains(&("email".into(), "Lead@northshire.example.org".into())));
    town.wait(TimeDelta::seconds(20));
    sign_in(&town, PASSWORD, "").await.is(303);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_may_be_done_twice() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.get("/sign-out").await.is(200);
    lead.get("people").await.is(200);
    let out = lead.fill("/sign-out", &[]).await.is(303);
    assert_eq!(out.location(), "/sign-in");
    assert_eq!(out.header("clear-site-data"), Some("\"cache\""));
    lead.get("people").await.is(303);
    lead.post("/sign-out", &[]).await.is(303);
}

#[tokio::test]
async fn the_start_leads_to_the_only_organisation_or_to_a_choice() {
    let town = Town::new().await;
    assert_eq!(town.stranger().get("/").await.is(303).location(), "/sign-in?next=%2F");
    assert_eq!(town.lead().await.get("/").await.is(303).location(), "/northshire");
    let nobody = NewAccount {
        id: PersonId(Uuid::from_u128(77)),
        email: "new@northshire.example.org".parse().expect("an address"),
        name: "New".parse().expect("a name"),
        language: domain::Language::English,
    };
    town.store.add_person(&nobody, None, now()).await.expect("added");
    town.signed_in(nobody.id).await.get("/").await.is(200).says("You have no place in an organisation");
    town.found(domain::OrganisationId(Uuid::from_u128(78)), "eastvale").await;
    let choice = town.lead().await.get("/").await.is(200);
    choice.says("Choose an organisation");
    assert!(choice.body.contains("href=\"/eastvale\"") && choice.body.contains("href=\"/northshire\""));
}

#[tokio::test]
async fn an_invitation_is_used_once_and_is_shown_to_nobody_else() {
    let town = Town::new().await;
    let link = link(&town, LinkKind::Invitation).await;
    let page = town.stranger().get(&link).await.is(200);
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    assert_eq!(page.header("cache-control"), Some("no-store"));
    let short = town.stranger().fill(&link, &[("name", "Lea Field"), ("password", "short"), ("again", "short")]).await;
    short.clone().is(422).says("12 characters or more");
    assert!(short.form(&[]).contains(&("name".into(), "Lea Field".into())));
    let answers = [("name", "Lea Field"), ("password", PASSWORD), ("again", PASSWORD)];
    let form = page.form(&answers);
    let joined = town.stranger().post(&link, &form).await.is(303);
    holding(&town, &joined).get("people").await.is(200).says("Lea Field");
    town.stranger().post(&link, &form).await.is(410);
    town.stranger().get(&link).await.says("Ask an administrator of your organisation");
}

#[tokio::test]
async fn a_link_grows_old_and_a_wrong_one_says_what_to_do() {
    let town = Town::new().await;
    let link = link(&town, LinkKind::Reset).await;
    town.wait(TimeDelta::hours(1));
    town.stranger().get(&link).await.is(410).says("This link is too old");
    for wrong in ["/link/short", &format!("/link/{}", "a".repeat(43))] {
        town.stranger().get(wrong).await.is(404).says("This link does not work");
    }
}

#[tokio::test]
async fn a_changed_password_ends_the_other_sessions() {
    let town = with_password().await;
    let (mine, other) = (town.lead().await, town.lead().await);
    let answers = [("old_password", "a guess"), ("password", "otter vinyl harbour"), ("again", "otter vinyl harbour")];
    mine.fill("/account/password", &answers).await.is(422).says("this is not your password");
    let differs = [("old_password", PASSWORD), ("password", "otter vinyl harbour"), ("again", "otter")];
    mine.fill("/account/password", &differs).await.is(422).says("type the same password twice");
    let right = [("old_password", PASSWORD), ("password", "otter vinyl harbour"), ("again", "otter vinyl harbour")];
    mine.fill("/account/password", &right).await.is(303);
    mine.get("/account").await.is(200).says("lead@northshire.example.org");
    other.get("/account").await.is(303);
    sign_in(&town, "otter vinyl harbour", "").await.is(303);
}

#[tokio::test]
async fn sessions_are_listed_and_ended_one_by_one_or_all() {
    let town = Town::new().await;
    let (mine, other) = (town.lead().await, town.lead().await);
    let page = mine.get("/account").await.is(200);
    assert_eq!(page.texts("tbody tr").len(), 2);
    assert_eq!(page.texts("tbody .tag"), ["This one"]);
    let mut rows = page.body.split("<tr>").filter(|row| row.contains("/account/sessions/"));
    let row = rows.find(|row| !row.contains("This one")).expect("the other one");
    let path = row.split("action=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an address");
    town.viewer().await.post(path, &[]).await.is(303);
    other.get("/account").await.is(200);
    mine.post(path, &[]).await.is(303);
    other.get("/account").await.is(303);
    mine.fill("/account/sign-out-everywhere", &[]).await.is(303);
    mine.get("/account").await.is(303);
}

#[tokio::test]
async fn a_new_name_stands_in_every_organisation() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.fill("/account/name", &[("name", " ")]).await.is(422);
    lead.fill("/account/name", &[("name", "Lea Field")]).await.is(303);
    lead.get("people").await.says("Lea Field");
    lead.get("/account").await.says("Lea Field");
}
