use chrono::TimeDelta;
use domain::{Decision, Record, Sequence, Stakeholder, StakeholderId, testing::*};
use store::Asked;
use tests::{Actor, Answer, Town, now};
use uuid::Uuid;

const LOG: &str = "engagement/new";
const OF_LAMPS: &str = "engagement/new?innovation=1";
const HEARD: &str = "00000000-0000-0000-0000-000000001b58";

const FILLED: [(&str, &str); 6] = [
    ("innovations", "1"),
    ("groups", HEARD),
    ("method", "visit"),
    ("level", "ask"),
    ("said_1", "The lamp by the shop\nstays dark <at six>."),
    ("next_step", "Ask the contractor by Friday"),
];

/// A town where people of Mill Lane matter to "Smart street lamps".
async fn town() -> Town {
    with_groups(0).await
}

/// And so many more groups that matter to nothing yet.
async fn with_groups(more: u32) -> Town {
    let town = Town::new().await;
    let decision = Decision::add(stakeholder()).and_add(stake());
    let decision = (0..more).fold(decision, |all, number| {
        let (id, name) =
            (StakeholderId(Uuid::from_u128(90_000 + u128::from(number))), format!("Street group {number}"));
        all.and_add(Stakeholder { id, name: text(&name), ..stakeholder() })
    });
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    town.store.decide(&reach, Asked::at(now() - TimeDelta::days(1)), |_, _| Ok(decision)).await.expect("decided");
    assert_eq!(stakeholder().id.to_string(), HEARD);
    town
}

async fn sequence(town: &Town) -> Sequence {
    town.store.load(NORTHSHIRE).await.expect("loads").sequence
}

/// What was kept since.
async fn kept(town: &Town, since: Sequence) -> Vec<Record> {
    let (slug, after) = ("northshire".parse().expect("a slug"), town.store.load(NORTHSHIRE).await.expect("loads"));
    let reach = town.store.reach(&slug, MANAGER, now()).await.expect("a member");
    let seen = reach.seen();
    assert_eq!(seen.organisation().slug, slug);
    let engagements = seen.all_engagements().into_iter().cloned().map(Record::Engagement);
    let said = seen.all_feedback().cloned().map(Record::Feedback);
    let groups = seen.stakeholders().into_iter().filter(|one| one.id != stakeholder().id).cloned();
    let all: Vec<_> = engagements.chain(said).chain(groups.map(Record::Stakeholder)).collect();
    let changes = after.sequence.0 - since.0;
    assert_eq!(i64::try_from(all.len()).expect("few"), changes, "{all:?}");
    all
}

fn with<'a>(answers: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = FILLED.into_iter().filter(|(name, _)| answers.iter().all(|(other, _)| other != name));
    kept.chain(answers.iter().copied()).collect()
}

async fn problems(actor: &Actor, answers: &[(&str, &str)]) -> (Answer, Vec<String>) {
    let answer = actor.fill(LOG, &with(answers)).await.is(422);
    let problems = answer.texts(".errors li");
    (answer, problems)
}

#[tokio::test]
async fn who_how_many_how_and_what_they_said_are_one_step_of_the_record() {
    let town = town().await;
    let (lead, before) = (town.lead().await, sequence(&town).await);
    let page = lead.get(OF_LAMPS).await.is(200);
    page.says("People of Mill Lane");
    assert!(page.form(&[]).contains(&("innovations".into(), "1".into())), "the innovation of the address is chosen");
    let people = format!("people-{HEARD}");
    let more = [(people.as_str(), "12"), ("feeling_1", "mixed"), ("when", "yesterday")];
    let answer = lead.fill(OF_LAMPS, &with(&more)).await.is(303);
    assert_eq!(answer.location(), "/northshire/innovations/1/engagement");
    let kept = kept(&town, before).await;
    let [Record::Engagement(engagement), Record::Feedback(said)] = &kept[..] else { panic!("{kept:?}") };
    assert_eq!((engagement.on, engagement.groups[0].people), (day("2026-11-23"), Some(12)));
    assert_eq!(engagement.next_step.as_ref().map(ToString::to_string).as_deref(), Some("Ask the contractor by Friday"));
    assert_eq!(said.said.to_string(), "The lamp by the shop\nstays dark <at six>.");
    assert_eq!(said.sentiment.map(domain::Sentiment::value), Some(0));
    lead.get(LOG).await.is(200).says("Your last one").says("People of Mill Lane , visit, yesterday");
    town.manager().await.get(LOG).await.is(200).keeps_silent("Your last");
}

#[tokio::test]
async fn a_partner_of_the_innovation_may_be_all_who_was_heard() {
    let town = town().await;
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    town.store.decide(&reach, Asked::at(now()), |_, _| Ok(Decision::add(partner()))).await.expect("decided");
    let (lead, before) = (town.lead().await, sequence(&town).await);
    lead.get(LOG).await.is(200).says("Which partners took part?");
    let partner = partner().id.to_string();
    lead.fill(OF_LAMPS, &with(&[("groups", ""), ("partners", &partner)])).await.is(303);
    let kept = kept(&town, before).await;
    let [Record::Engagement(engagement), Record::Feedback(said)] = &kept[..] else { panic!("{kept:?}") };
    assert!(engagement.groups.is_empty() && engagement.partners.len() == 1);
    assert_eq!(said.from.map(|voice| matches!(voice, domain::Voice::Partner(_))), Some(true));
}

#[tokio::test]
async fn save_and_log_another_comes_back_to_the_same_innovation() {
    let town = town().await;
    let lead = town.lead().await;
    let answer = lead.fill(LOG, &with(&[("again", "yes")])).await.is(303);
    assert_eq!(answer.location(), "/northshire/engagement/new?innovation=1");
    assert!(answer.header("set-cookie").is_some_and(|cookie| cookie.contains("engagement-logged")));
}

#[tokio::test]
async fn a_group_is_found_by_its_name_and_a_new_one_is_named_with_its_kind() {
    let town = town().await;
    let (lead, before) = (town.lead().await, sequence(&town).await);
    let unknown =
        [("groups", ""), ("other_1", "people of mill lane"), ("other_people_1", "3"), ("other_2", "Night walkers")];
    let (answer, told) = problems(&lead, &unknown).await;
    assert_eq!(told, ["It is not in the register yet. What kind of group is it: fill this in"]);
    assert!(!answer.body.contains("id=\"other_kind_2-place\" hidden"), "the question is shown");
    let again = answer.form(&[("other_kind_2", "residents"), ("from_1", "Night Walkers")]);
    lead.post(LOG, &again).await.is(303);
    let kept = kept(&town, before).await;
    let [Record::Engagement(engagement), Record::Feedback(said), Record::Stakeholder(new)] = &kept[..] else {
        panic!("{kept:?}")
    };
    assert_eq!(engagement.groups.iter().map(|group| group.people).collect::<Vec<_>>(), [Some(3), None]);
    assert_eq!(engagement.groups[1].stakeholder, new.id);
    assert_eq!(said.from, Some(domain::Voice::Stakeholder(new.id)));
    lead.get(LOG).await.says("Night walkers");
}

#[tokio::test]
async fn a_mistake_keeps_everything_and_says_what_to_do_beside_each_answer() {
    let town = town().await;
    let (lead, before) = (town.lead().await, sequence(&town).await);
    let wrong = [
        ("innovations", ""),
        ("groups", ""),
        ("level", ""),
        ("when", "other"),
        ("on", "2027-01-01"),
        ("from_1", "Nobody"),
    ];
    let (answer, told) = problems(&lead, &wrong).await;
    for start in ["Which innovation", "How far did it go", "Who of them said it"] {
        assert!(told.iter().any(|one| one.starts_with(start)), "{start} in {told:?}");
    }
    assert!(answer.texts("title")[0].starts_with("Error: "));
    let form = answer.form(&[]);
    for (name, value) in
        [("said_1", FILLED[4].1), ("next_step", FILLED[5].1), ("method", "visit"), ("from_1", "Nobody")]
    {
        let found = form.iter().find(|(field, _)| field == name).map(|(_, found)| found.trim_start_matches('\n'));
        assert_eq!(found, Some(value), "{name}");
    }
    let (_, told) = problems(&lead, &[("groups", "")]).await;
    assert_eq!(told, ["Who did you hear from: fill this in"]);
    let (_, told) = problems(&lead, &[("when", "other"), ("on", "2027-01-01")]).await;
    assert_eq!(told, ["On which day: must be 24 November 2026 or earlier"]);
    let (_, told) = problems(&lead, &[(&format!("people-{HEARD}"), "none")]).await;
    assert_eq!(told, ["Who did you hear from: enter a whole number from 1 to 1000000"]);
    assert_eq!(sequence(&town).await, before);
}

#[tokio::test]
async fn what_looks_like_a_residents_address_is_questioned_once_and_nothing_typed_is_lost() {
    let town = town().await;
    let (lead, before) = (town.lead().await, sequence(&town).await);
    let answer =
        lead.fill(LOG, &with(&[("said_1", "Ring 01632 960001 or SW1A 1AA"), ("said_2", "Fine")])).await.is(422);
    answer.says("Nothing is saved yet: does this name a resident?").says("01632 960001 looks like a telephone number");
    answer.says("SW1A 1AA looks like a postcode").says("Save anyway").says("Change it");
    assert_eq!(sequence(&town).await, before);
    let anyway = answer.texts("#named").len();
    assert_eq!(anyway, 1);
    let mark = "said_1 01632 960001; said_1 SW1A 1AA";
    let other = answer.form(&[("named", mark), ("said_2", "And jo@example.org")]);
    lead.post(LOG, &other).await.is(422).says("jo@example.org looks like an e-mail address");
    let same = answer.form(&[("named", mark)]);
    lead.post(LOG, &same).await.is(303);
    assert_eq!(sequence(&town).await.0, before.0 + 3, "the engagement and both points");
    let changed = answer.form(&[("said_1", "Ring the helpline")]);
    lead.post(LOG, &changed).await.is(303);
}

#[tokio::test]
async fn the_same_form_sent_twice_counts_once_for_people_and_for_the_script() {
    let town = town().await;
    let (lead, before) = (town.lead().await, sequence(&town).await);
    let form = lead.get(LOG).await.form(&FILLED);
    let (one, two) = tokio::join!(lead.post(LOG, &form), lead.post(LOG, &form));
    assert_eq!(one.is(303).location(), two.is(303).location());
    // From a device that never heard the answer, days later.
    town.wait(TimeDelta::days(5));
    let lead = town.lead().await;
    let said = in_words(&lead, LOG, &form).await.is(200);
    assert_eq!(said.body, "/northshire/innovations/1/engagement");
    assert_eq!(sequence(&town).await.0, before.0 + 2);
}

async fn in_words(actor: &Actor, path: &str, form: &[(String, String)]) -> Answer {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    let request = actor.request("POST", path).header("accept", "text/plain").header("sec-fetch-site", "same-origin");
    let request = request.header("sec-fetch-mode", "cors").header("content-type", "application/x-www-form-urlencoded");
    actor.send(request.body(body.into()).expect("a request")).await
}

#[tokio::test]
async fn what_was_written_without_a_network_is_of_the_day_on_which_it_was_written() {
    let town = town().await;
    let (lead, before) = (town.lead().await, sequence(&town).await);
    let form = lead.get("engagement/offline").await.is(200).form(&with(&[
        ("submission", "019ab3c0-0000-7000-8000-000000000001"),
        ("written_on", "2026-11-20"),
        ("when", "today"),
    ]));
    in_words(&lead, LOG, &form).await.is(200);
    let kept = kept(&town, before).await;
    let [Record::Engagement(engagement), _] = &kept[..] else { panic!("{kept:?}") };
    assert_eq!(engagement.on, day("2026-11-20"));
    let late = lead.fill(LOG, &with(&[("written_on", "2026-11-20"), ("level", "")])).await.is(422).form(&[]);
    for (name, value) in [("when", "other"), ("on", "2026-11-20"), ("written_on", "2026-11-24")] {
        assert!(late.contains(&(name.into(), value.into())), "{name} in {late:?}");
    }
}

#[tokio::test]
async fn what_waits_on_a_device_is_not_sent_in_the_name_of_somebody_else() {
    let town = town().await;
    let form = town.lead().await.get("engagement/offline").await.form(&FILLED);
    let before = sequence(&town).await;
    in_words(&town.manager().await, LOG, &form).await.is(403).says("Somebody else wrote this");
    assert_eq!(sequence(&town).await, before);
    in_words(&town.lead().await, LOG, &form).await.is(200);
}

#[tokio::test]
async fn a_device_that_is_signed_out_is_sent_to_sign_in_and_a_page_carries_what_was_typed() {
    let town = town().await;
    let form = town.lead().await.get(LOG).await.form(&FILLED);
    let away = in_words(&town.stranger(), LOG, &form).await.is(303);
    assert_eq!(away.location(), "/sign-in?next=%2Fnorthshire%2Fengagement%2Fnew");
    town.stranger().post(LOG, &form).await.is(401).says("What you typed is kept");
}

#[tokio::test]
async fn the_page_for_a_device_names_innovations_and_groups_and_nothing_else() {
    let town = town().await;
    let lead = town.lead().await;
    lead.fill(LOG, &FILLED).await.is(303);
    let page = lead.get("engagement/offline").await.is(200);
    page.keeps_silent("The lamp by the shop").keeps_silent("Your last").keeps_silent("Ask the contractor");
    for person in ["Programme manager", "Executive", "led_by", "leaders_present"] {
        page.keeps_silent(person);
    }
    assert!(page.body.contains("Smart street lamps") && page.body.contains("People of Mill Lane"));
    assert!(page.form(&[]).contains(&("submission".into(), String::new())), "the device makes the id");
    let tag = page.header("etag").expect("a tag").to_owned();
    let known = lead.request("GET", "engagement/offline").header("if-none-match", tag);
    lead.send(known.body(axum::body::Body::empty()).expect("a request")).await.is(304);
}

#[tokio::test]
async fn a_viewer_is_told_who_may_and_finds_no_button() {
    let town = town().await;
    let told = "Programme managers and team members and executives can log an engagement or feedback";
    town.administrator().await.get(LOG).await.is(403).says(told);
    for path in [LOG, "engagement/offline", "engagement/app.webmanifest"] {
        town.viewer().await.get(path).await.is(403).keeps_silent("People of Mill Lane");
    }
    assert!(town.lead().await.get("innovations/1").await.body.contains("/northshire/engagement/new?innovation=1"));
    assert!(!town.administrator().await.get("innovations/1").await.body.contains("engagement/new"));
}

#[tokio::test]
async fn the_log_can_be_installed_and_its_worker_serves_the_address_of_the_log() {
    let town = town().await;
    let lead = town.lead().await;
    let page = lead.get(LOG).await.is(200);
    assert!(page.body.contains("rel=\"manifest\" href=\"/northshire/engagement/app.webmanifest\""));
    let manifest = lead.get("engagement/app.webmanifest").await.is(200);
    assert_eq!(manifest.header("content-type"), Some("application/manifest+json"));
    for part in
        ["\"start_url\":\"/northshire/engagement/new\"", "\"purpose\":\"maskable\"", "\"display\":\"standalone\""]
    {
        assert!(manifest.body.contains(part), "{part} in {}", manifest.body);
    }
    let worker = town.stranger().get("/worker.js").await.is(200);
    assert!(worker.header("content-type").is_some_and(|kind| kind.starts_with("text/javascript")));
    assert_eq!(worker.header("cache-control"), Some("no-cache"));
    assert!(worker.body.contains("importScripts(\"/assets/outbox."), "{}", worker.body);
}

#[tokio::test]
async fn a_register_of_400_groups_is_searched_by_typing_and_only_those_of_the_innovation_have_a_box() {
    let town = with_groups(400).await;
    let page = town.lead().await.get(OF_LAMPS).await.is(200);
    assert_eq!(page.texts("[data-picks] .pick"), ["People of Mill Lane"]);
    assert_eq!(page.body.matches("<option value=\"Street group").count(), 400);
    let answers = with(&[("groups", ""), ("other_1", "Street group 399")]);
    town.lead().await.fill(LOG, &answers).await.is(303);
}

#[tokio::test]
async fn only_pages_of_the_log_and_of_signing_out_run_their_scripts() {
    let town = town().await;
    let lead = town.lead().await;
    for (path, runs) in [
        (LOG, true),
        ("/account", true),
        ("/account/sign-out-everywhere", true),
        ("/sign-out", true),
        ("board", false),
        ("innovations/1", false),
        ("/sign-in", false),
    ] {
        assert_eq!(lead.get(path).await.body.contains("outbox."), runs, "{path}");
    }
}
