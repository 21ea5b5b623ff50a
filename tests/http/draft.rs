use chrono::TimeDelta;
use domain::testing::{LEAD, NORTHSHIRE};
use store::LinkKind;
use tests::{Actor, Answer, Town, now};

const NEW: &str = "innovations/1/updates/new";
const OPEN: &str = "innovations/1/updates/new?draft=open";
const KEEP: &str = "drafts?of=innovations/1/updates/new&as=Post+an+update";
const PASSWORD: &str = "turnip lorry cabinet";
const TYPED: [(&str, &str); 3] =
    [("confidence", "at-risk"), ("done", "Twelve <lamps>\nfitted."), ("next", "Count & report")];

async fn kept(actor: &Actor) -> Answer {
    let form = actor.get(NEW).await.is(200).form(&TYPED);
    actor.post(KEEP, &form).await.is(303)
}

#[track_caller]
fn holds(page: &Answer, typed: &[(&str, &str)]) {
    let form = page.form(&[]);
    for (name, value) in typed {
        let found = form.iter().find(|(field, _)| field == name).map(|(_, found)| found.trim_start_matches('\n'));
        assert_eq!(found, Some(*value), "{name}");
    }
}

#[tokio::test]
async fn a_draft_is_offered_where_it_was_typed_and_opens_with_every_word() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.get(NEW).await.is(200).keeps_silent("Your draft").says("Keep as draft");
    assert_eq!(kept(&lead).await.location(), "/northshire");
    town.wait(TimeDelta::minutes(12));
    let page = lead.get(NEW).await.is(200);
    page.says("You have a draft of this form, kept 12 minutes ago").says("Throw it away");
    assert!(page.body.contains("href=\"/northshire/innovations/1/updates/new?draft=open\""));
    assert!(!page.form(&[]).contains(&("next".into(), "Count & report".into())), "nothing is filled unasked");
    let draft = lead.get(OPEN).await.is(200);
    draft.says("This is your draft, kept 12 minutes ago").keeps_silent("There is a problem");
    holds(&draft, &TYPED);
    lead.get("innovations/1/updates").await.says("No updates yet");
}

#[tokio::test]
async fn a_draft_is_gone_once_its_form_is_sent() {
    let town = Town::new().await;
    let lead = town.lead().await;
    kept(&lead).await;
    let form = lead.get(OPEN).await.form(&[]);
    lead.post(OPEN, &form).await.is(303);
    lead.get("innovations/1/updates").await.says("Twelve <lamps> fitted.");
    lead.get(NEW).await.is(200).keeps_silent("Your draft");
    assert_eq!(lead.get(OPEN).await.is(303).location(), "/northshire/innovations/1/updates/new");
    lead.get("/northshire").await.keeps_silent("Unfinished forms");
}

#[tokio::test]
async fn a_draft_is_thrown_away_from_its_form_or_from_the_list() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let of = "of=innovations%2F1%2Fupdates%2Fnew";
    for (body, then) in [(of, "/northshire/innovations/1/updates/new"), ("listed=yes&", "/northshire")] {
        kept(&lead).await;
        let list = lead.get("/northshire").await.is(200);
        list.says("Unfinished forms (1)").says("Post an update").says("Smart street lamps");
        let body = if body == of { of.to_owned() } else { format!("{body}{of}") };
        assert_eq!(lead.post_body("drafts/throw-away", &body).await.is(303).location(), then);
        lead.get(NEW).await.keeps_silent("Your draft");
    }
}

#[tokio::test]
async fn a_draft_is_its_writers_alone_and_in_no_history() {
    let town = Town::new().await;
    kept(&town.lead().await).await;
    let manager = town.manager().await;
    for page in [NEW, "/northshire", "innovations/1/history", "innovations/1/updates", "board"] {
        manager.get(page).await.is(200).keeps_silent("Count &").keeps_silent("Unfinished").keeps_silent("Your draft");
    }
    let before = town.store.load(NORTHSHIRE).await.expect("loads").sequence;
    kept(&manager).await;
    assert_eq!(town.store.load(NORTHSHIRE).await.expect("loads").sequence, before);
    town.wait(TimeDelta::days(1));
    let then = town.manager().await.get("/northshire?as-at=2026-11-24").await.is(200);
    then.keeps_silent("Unfinished forms");
}

#[tokio::test]
async fn a_draft_is_kept_for_thirty_days() {
    let town = Town::new().await;
    kept(&town.lead().await).await;
    town.wait(TimeDelta::days(30) - TimeDelta::seconds(1));
    town.lead().await.get(OPEN).await.is(200);
    town.wait(TimeDelta::seconds(1));
    town.lead().await.get(NEW).await.is(200).keeps_silent("Your draft");
}

#[tokio::test]
async fn every_long_form_has_drafts_without_knowing_of_them() {
    let town = Town::new().await;
    let manager = town.manager().await;
    for (address, field) in [
        ("innovations/new", "title"),
        ("innovations/1/edit", "summary"),
        ("innovations/1/risks/new", "event"),
        ("innovations/1/milestones/new", "title"),
        ("innovations/1/move?to=stage-2", "reason"),
        ("priorities/new", "title"),
    ] {
        let form = manager.get(address).await.is(200).form(&[(field, "Half a <sentence>")]);
        let of: String = form_urlencoded::byte_serialize(address.as_bytes()).collect();
        manager.post(&format!("drafts?of={of}"), &form).await.is(303);
        let join = if address.contains('?') { '&' } else { '?' };
        let draft = manager.get(&format!("{address}{join}draft=open")).await.is(200);
        holds(&draft, &[(field, "Half a <sentence>")]);
    }
    manager.get("/northshire").await.says("Unfinished forms (6)");
}

#[tokio::test]
async fn the_page_keeps_a_draft_by_itself_and_is_told_when() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let page = lead.get(NEW).await;
    assert!(page.body.contains("/assets/draft."), "the script is on the page");
    assert!(
        page.body
            .contains("data-draft=\"/northshire/drafts?of=innovations%2F1%2Fupdates%2Fnew&amp;as=Post+an+update\"")
    );
    let request = lead
        .request("POST", KEEP)
        .header("accept", "text/plain")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(axum::body::Body::from("done=Twelve"))
        .expect("a request");
    assert_eq!(lead.send(request).await.is(200).body, "Draft kept 10:00");
    lead.get("board").await.keeps_silent("draft.js");
}

#[tokio::test]
async fn nothing_is_kept_of_an_empty_form_or_for_another_address() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.post_body(KEEP, "seen=&submission=7&done=+").await.is(303);
    lead.get(NEW).await.keeps_silent("Your draft");
    for of in ["//evil.example", "%2Fevil", "a%0Ab", ""] {
        lead.post_body(&format!("drafts?of={of}"), "done=x").await.is(404);
        lead.post_body("drafts/throw-away", &format!("of={of}")).await.is(404);
    }
}

#[tokio::test]
async fn what_meets_anothers_edit_is_a_draft_with_the_version_that_was_read() {
    let town = Town::new().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let edit = "innovations/1/edit";
    let mine = lead.get(edit).await.form(&[("summary", "Lamps that dim")]);
    manager.fill(edit, &[("summary", "Lamps that save")]).await.is(303);
    lead.post(edit, &mine).await.is(409);
    lead.get(edit).await.is(200).says("You have a draft of this form");
    let draft = lead.get("innovations/1/edit?draft=open").await.is(200);
    let again = draft.form(&[]);
    assert!(again.contains(&("summary".into(), "Lamps that dim".into())), "{again:?}");
    lead.post(edit, &again).await.is(409).says("Lamps that save");
}

#[tokio::test]
async fn a_form_sent_after_the_session_ended_goes_through_the_sign_in_and_waits() {
    let town = Town::new().await;
    let link = town.store.make_link(LinkKind::Reset, Some(LEAD), Some(NORTHSHIRE), None, now()).await.expect("a link");
    let link = format!("/link/{}", link.expose());
    town.stranger().fill(&link, &[("password", PASSWORD), ("again", PASSWORD)]).await.is(303);
    let lead = town.lead().await;
    let form = lead.get(NEW).await.form(&TYPED);
    town.wait(TimeDelta::hours(9));

    let outside = lead.post(NEW, &form).await.is(401);
    outside.says("You are signed out, so nothing was saved yet. What you typed is kept");
    assert!(outside.body.contains("action=\"/sign-in?next=%2Fnorthshire%2Finnovations%2F1%2Fupdates%2Fnew\""));
    assert!(outside.header("cache-control").is_some_and(|control| control.contains("no-store")));
    let email = ("email", "lead@northshire.example.org");
    let next = "/sign-in?next=%2Fnorthshire%2Finnovations%2F1%2Fupdates%2Fnew";
    let wrong = outside.form(&[email, ("password", "not the password")]);
    let wrong = lead.post(next, &wrong).await.is(422);
    let right = wrong.form(&[email, ("password", PASSWORD)]);
    let back = lead.post(next, &right).await.is(303);
    assert_eq!(back.location(), "/northshire/innovations/1/updates/new?draft=open");

    let lead = town.lead().await;
    lead.get("innovations/1/updates").await.says("No updates yet");
    let draft = lead.get(back.location()).await.is(200);
    holds(&draft, &TYPED);
    assert!(!draft.body.contains(PASSWORD) && !draft.body.contains("carried-"));
    let sent = draft.form(&[]);
    lead.post(back.location(), &sent).await.is(303);
    lead.get("innovations/1/updates").await.says("Twelve <lamps> fitted.");
}

#[tokio::test]
async fn only_a_page_is_answered_with_the_sign_in_and_only_when_something_was_typed() {
    let town = Town::new().await;
    let stranger = town.stranger();
    let asked = |mode: &str| {
        stranger
            .request("POST", NEW)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .header("sec-fetch-mode", mode)
            .body(axum::body::Body::from("done=Twelve"))
            .expect("a request")
    };
    stranger.send(asked("cors")).await.is(303);
    stranger.send(asked("navigate")).await.is(401);
    stranger.post_body(NEW, "seen=&submission=1").await.is(303);
    let long = format!("done={}", "x".repeat(1000 << 10));
    stranger.post_body(NEW, &long).await.is(401).says("too long to be carried through the sign-in");
    stranger.post_body("/account/password", "old_password=secret&password=secret").await.is(303);
}

#[tokio::test]
async fn whoever_signs_in_without_a_place_there_gets_nothing_of_it() {
    let town = Town::new().await;
    let link = town.store.make_link(LinkKind::Reset, Some(LEAD), Some(NORTHSHIRE), None, now()).await.expect("a link");
    let link = format!("/link/{}", link.expose());
    town.stranger().fill(&link, &[("password", PASSWORD), ("again", PASSWORD)]).await.is(303);
    let sent = [("email", "lead@northshire.example.org"), ("password", PASSWORD), ("carried-done", "Twelve")];
    let answer = town.stranger().fill("/sign-in?next=%2Felsewhere%2Finnovations%2F1%2Fupdates%2Fnew", &sent).await;
    assert_eq!(answer.is(303).location(), "/elsewhere/innovations/1/updates/new");
    town.lead().await.get("/northshire").await.keeps_silent("Unfinished forms");
}

#[tokio::test]
async fn opening_a_draft_never_does_what_its_form_does() {
    let town = Town::new().await;
    let manager = town.manager().await;
    let form = manager.get("innovations/new").await.form(&[("title", "Night buses"), ("stage", "stage-0")]);
    manager.post("drafts?of=innovations/new", &form).await.is(303);
    let before = town.store.load(NORTHSHIRE).await.expect("loads").sequence;
    manager.get("innovations/new?draft=open").await.is(200);
    assert_eq!(town.store.load(NORTHSHIRE).await.expect("loads").sequence, before);
    let administrator = town.administrator().await;
    let form = administrator.get("people/invite").await.form(&[
        ("email", "new@northshire.example.org"),
        ("name", "New"),
        ("role", "viewer"),
    ]);
    administrator.post("drafts?of=people/invite", &form).await.is(303);
    administrator.get("people/invite?draft=open").await.is(200);
    let email = "new@northshire.example.org".parse().expect("an address");
    assert!(town.store.person_by_email(&email).await.expect("asked").is_none(), "nobody is added by looking");
}
