use chrono::TimeDelta;
use domain::{Slug, testing::LEAD};
use store::LinkKind;
use tests::{Town, now};

pub const ANSWERS: [(&str, &str); 8] = [
    ("kind", "council"),
    ("name", "Aldermere City Council"),
    ("short_code", "ac"),
    ("person_name", "Ada Wells"),
    ("email", "ada@aldermere.example.org"),
    ("password", "turnip lorry cabinet"),
    ("again", "turnip lorry cabinet"),
    ("title", "Head of change"),
];

async fn link(town: &Town) -> String {
    let token = town.store.make_link(LinkKind::Setup, None, None, None, now()).await.expect("a link");
    format!("/setup?link={}", token.expose())
}

async fn is_founded(town: &Town, slug: &str) -> bool {
    let slug: Slug = slug.parse().expect("a slug");
    town.store.find(&slug).await.expect("answers").is_some()
}

#[tokio::test]
async fn the_first_person_ends_signed_in_at_the_home_of_their_organisation() {
    let town = Town::new().await;
    let link = link(&town).await;
    let page = town.stranger().get(&link).await.is(200);
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    let done = town.stranger().post(&link, &page.form(&ANSWERS)).await.is(303);
    assert_eq!(done.location(), "/aldermere-city-council");
    let cookie = done.header("set-cookie").expect("a session").trim_start_matches("session=");
    let ada = town.holding(cookie.split(';').next().expect("a token"));
    let people = ada.get("/aldermere-city-council/people").await.is(200);
    people.says("Ada Wells").says("Administrator").says("Programme manager").says("Invite somebody");
    ada.get("/aldermere-city-council/log").await.is(200).says("Signed in");
    assert_eq!(ada.get("/").await.is(303).location(), "/aldermere-city-council");
}

#[tokio::test]
async fn a_mistake_keeps_everything_and_does_not_use_the_link_up() {
    let town = Town::new().await;
    let link = link(&town).await;
    let mut typed = ANSWERS;
    typed[2].1 = "A-C";
    typed[5].1 = "aldermere aldermere";
    typed[6].1 = "aldermere aldermere";
    let wrong = town.stranger().fill(&link, &typed).await.is(422);
    wrong.says("leave out the names of your organisation");
    let kept = wrong.form(&[]);
    assert!(kept.contains(&("slug".into(), "aldermere-city-council".into())), "suggested: {kept:?}");
    assert!(
        kept.contains(&("person_name".into(), "Ada Wells".into())) && kept.contains(&("manager".into(), "yes".into()))
    );
    let form = wrong.form(&[("short_code", "A-C"), ("password", ANSWERS[5].1), ("again", ANSWERS[5].1)]);
    town.stranger().post(&link, &form).await.is(422).says("use letters and digits only");
    let taken = wrong.form(&[
        ("short_code", "AC"),
        ("slug", "northshire"),
        ("password", ANSWERS[5].1),
        ("again", ANSWERS[5].1),
    ]);
    town.stranger().post(&link, &taken).await.is(422).says("already in use");
    town.stranger().fill(&link, &ANSWERS).await.is(303);
}

#[tokio::test]
async fn the_link_is_used_once_even_when_the_form_is_sent_twice() {
    let town = Town::new().await;
    let link = link(&town).await;
    let form = town.stranger().get(&link).await.form(&ANSWERS);
    let (one, other) = (town.stranger(), town.stranger());
    let (one, two) = tokio::join!(one.post(&link, &form), other.post(&link, &form));
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410]);
    town.stranger().get(&link).await.is(410).says("This link has been used").says("foothold organisation");
}

#[tokio::test]
async fn a_partnership_names_two_councils() {
    let town = Town::new().await;
    let link = link(&town).await;
    let mut form = town.stranger().get(&link).await.form(&ANSWERS);
    form.retain(|(name, _)| name != "kind" && name != "councils");
    form.push(("kind".into(), "partnership".into()));
    form.push(("councils".into(), "Aldermere Council".into()));
    let one = town.stranger().post(&link, &form).await.is(422);
    one.says("Member councils: fill this in");
    assert_eq!(one.texts("#councils-problem").len(), 1);
    form.push(("councils".into(), "Brackenford Council".into()));
    town.stranger().post(&link, &form).await.is(303);
    assert!(is_founded(&town, "aldermere-city-council").await);
}

#[tokio::test]
async fn a_bad_or_old_link_says_how_to_get_another() {
    let town = Town::new().await;
    for path in ["/setup", "/setup?link=short"] {
        town.stranger().get(path).await.is(404).says("foothold organisation");
    }
    let link = link(&town).await;
    town.wait(TimeDelta::hours(24));
    town.stranger().get(&link).await.is(410).says("foothold organisation");
    town.stranger().post_body(&link, "").await.is(410);
    assert!(!is_founded(&town, "aldermere-city-council").await);
}

#[tokio::test]
async fn who_has_an_account_sets_up_another_organisation_and_keeps_it() {
    let town = Town::new().await;
    let link = link(&town).await;
    town.stranger().get(&link).await.is(200).says("Sign in first");
    let taken = [
        ANSWERS[0],
        ANSWERS[1],
        ANSWERS[2],
        ANSWERS[3],
        ("email", "lead@northshire.example.org"),
        ANSWERS[5],
        ANSWERS[6],
    ];
    town.stranger().fill(&link, &taken).await.is(422).says("already in use");
    let lead = town.lead().await;
    let page = lead.get(&link).await.is(200);
    page.says("You are signed in as lead").keeps_silent("name=\"password\"").keeps_silent("name=\"email\"");
    let form = page.form(&[ANSWERS[0], ANSWERS[1], ANSWERS[2], ANSWERS[7]]);
    assert_eq!(lead.post(&link, &form).await.is(303).location(), "/aldermere-city-council");
    lead.get("/aldermere-city-council/people").await.is(200).says("lead").says("Administrator");
    let both = lead.get("/").await.is(200);
    both.says("Choose an organisation").says("Aldermere City Council");
    lead.get("/northshire/board").await.is(200);
    town.viewer().await.get("/aldermere-city-council").await.is(404);
    lead.post(&link, &form).await.is(410);
    let homes = town.store.organisations_of(LEAD).await.expect("asked");
    assert_eq!(homes.len(), 2, "one person, two organisations");
}
