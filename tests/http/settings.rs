//! What an administrator settles, and the statements that everyone may read.
use domain::{Council, CouncilId, Decision, Entry, testing::*};
use store::Asked;
use tests::{Town, now};
use uuid::Uuid;

const QUIET: &str = "settings/quiet-periods/new";

#[tokio::test]
async fn an_administrator_renames_the_organisation_and_keeps_its_address() {
    let town = Town::new().await;
    let administrator = town.administrator().await;
    let edit = "settings/organisation";
    let wrong = administrator.fill(edit, &[("name", "Northshire"), ("short_code", "N-C")]).await.is(422);
    assert_eq!(wrong.texts("#short_code-problem"), ["Error: Short code: use letters and digits only"]);
    administrator.fill(edit, &[("name", "Northshire County Council"), ("short_code", "ncc")]).await.is(303);
    administrator.get("settings").await.is(200).says("Northshire County Council").says("NCC, as in NCC-12");
}

#[tokio::test]
async fn a_quiet_period_is_set_changed_and_removed_before_it_begins() {
    let town = Town::new().await;
    let administrator = town.administrator().await;
    administrator.get("settings").await.says("No quiet periods");
    let typed = [("label", "Christmas"), ("from_on", "2026-12-21"), ("to_on", "2027-03-01"), ("closed", "yes")];
    let long = administrator.fill(QUIET, &typed).await.is(422);
    assert_eq!(long.texts("#to_on-problem"), ["Error: Last day: must be 18 February 2027 or earlier"]);
    let again = long.form(&[("to_on", "2027-01-03")]);
    assert!(again.contains(&("closed".into(), "yes".into())), "the tick is kept");
    administrator.post(QUIET, &again).await.is(303);
    let settings = administrator.get("settings").await;
    settings.says("Christmas").says("14 days");
    let addresses = settings.body.split("href=\"").filter_map(|part| part.split('"').next());
    let edit = addresses.into_iter().find(|one| one.contains("quiet-periods") && one.ends_with("/edit"));
    let edit = edit.expect("a way to edit").to_owned();
    administrator.fill(&edit, &[("to_on", "2027-01-04")]).await.is(303);
    let remove = edit.replace("/edit", "/remove");
    town.wait(chrono::TimeDelta::days(30));
    administrator.get("settings").await.is(303);
    let administrator = town.administrator().await;
    administrator.get("settings").await.is(200).says("Under way").keeps_silent("/remove\"");
    administrator.fill(&remove, &[]).await.is(409).says("A quiet period that has begun stays as it is");
}

#[tokio::test]
async fn a_council_has_no_member_councils() {
    let town = Town::new().await;
    let administrator = town.administrator().await;
    administrator.get("settings").await.keeps_silent("Member councils");
    let typed = [("name", "Eastvale Council"), ("from_on", "2026-12-01"), ("link", "northshire")];
    let wrong = administrator.fill("settings/councils/new", &typed).await.is(422);
    assert_eq!(wrong.texts("#link-problem").len(), 1, "it cannot be its own member");
    let typed = [("name", "Eastvale Council"), ("from_on", "2026-12-01")];
    administrator.fill("settings/councils/new", &typed).await.is(409).says("Only a partnership has member councils");
}

#[tokio::test]
async fn everyone_reads_the_statements_and_an_administrator_words_them() {
    let town = Town::new().await;
    let stranger = town.stranger();
    stranger.get("/accessibility").await.is(200).says("Web Content Accessibility Guidelines version 2.2 at level AA");
    stranger.get("/privacy").await.is(200).says("One cookie keeps you signed in").says("your organisation");
    stranger.get("privacy").await.is(200).says("as used by Northshire Council").says("Information Commissioner");
    stranger.get("/nowhere/privacy").await.is(404);
    let administrator = town.administrator().await;
    let edit = "settings/statements/accessibility";
    let form = administrator.get(edit).await.is(200).form(&[]);
    assert!(form.iter().any(|(name, value)| name == "words" && value.contains("# Known limits")), "starts from ours");
    administrator.fill(edit, &[("words", "# Ours\n\n- <b>one</b>\n- two")]).await.is(303);
    let ours = stranger.get("accessibility").await.is(200);
    assert_eq!(
        (ours.texts("h2"), ours.texts("main li")),
        (vec!["Ours".into()], vec!["<b>one</b>".into(), "two".into()])
    );
    administrator.fill(edit, &[("words", " ")]).await.is(303);
    stranger.get("accessibility").await.says("Known limits");
    administrator.get("settings/statements/cookies").await.is(404);
}

#[tokio::test]
async fn nobody_else_settles_anything() {
    let town = Town::new().await;
    for path in ["settings", "settings/organisation", QUIET, "settings/councils/new", "settings/statements/privacy"] {
        for actor in [town.manager().await, town.lead().await, town.executive().await, town.viewer().await] {
            actor.get(path).await.is(403).says("Administrators can");
        }
        town.stranger().get(path).await.is(303);
    }
    let manager = town.manager().await;
    manager.post_body(QUIET, "label=Christmas&from_on=2026-12-21&to_on=2027-01-03").await.is(403);
}

#[tokio::test]
async fn the_second_of_two_administrators_gets_both_versions() {
    let town = Town::new().await;
    let (one, other) = (town.administrator().await, town.administrator().await);
    let edit = "settings/organisation";
    let mine = one.get(edit).await.form(&[("name", "North Shire Council")]);
    other.fill(edit, &[("name", "Northshire"), ("short_code", "NS")]).await.is(303);
    let conflict = one.post(edit, &mine).await.is(409);
    conflict.says("North Shire Council").says("Northshire");
    assert!(conflict.form(&[]).contains(&("short_code".into(), "NS".into())), "what only they changed is taken over");
    one.post(edit, &conflict.form(&[])).await.is(303);
    one.get("settings").await.says("North Shire Council").says("NS, as in NS-12");
}

const ENDING: &str = "settings/ending";
const FOLLOWED: [(&str, &str); 2] = [("ends_on", "2028-03-31"), ("successors", "Greater Northshire\n\n West Vale ")];

#[tokio::test]
async fn the_end_of_the_organisation_and_who_follows_are_settled_and_taken_back() {
    let town = Town::new().await;
    let (administrator, other) = (town.administrator().await, town.administrator().await);
    administrator.get("settings").await.says("It goes on");
    let nameless = administrator.fill(ENDING, &FOLLOWED[1..]).await.is(422);
    assert_eq!(nameless.texts("#ends_on-problem"), ["Error: Last day on which it exists: fill this in"]);
    assert!(nameless.form(&[]).contains(&("successors".into(), FOLLOWED[1].1.into())), "what was typed is kept");
    let mine = administrator.get(ENDING).await.form(&[("successors", "West Vale"), ("ends_on", "2028-04-30")]);
    other.fill(ENDING, &FOLLOWED).await.is(303);
    let settings = other.get("settings").await;
    settings.says("On 31 March 2028; Greater Northshire and West Vale follow");
    let conflict = administrator.post(ENDING, &mine).await.is(409);
    conflict.says("2028-03-31").says("Greater Northshire");
    administrator.post(ENDING, &conflict.form(&[])).await.is(303);
    administrator.get("settings").await.says("On 30 April 2028; West Vale follows");
    administrator.fill(ENDING, &[("ends_on", ""), ("successors", "")]).await.is(303);
    administrator.get("settings").await.says("It goes on");
    for actor in [town.manager().await, town.executive().await, town.viewer().await] {
        actor.get(ENDING).await.is(403).says("Administrators can");
        actor.post_body(ENDING, "ends_on=2028-03-31").await.is(403);
    }
}

#[tokio::test]
async fn the_end_of_a_member_council_stands_beside_its_membership() {
    let town = Town::new().await;
    let from_on = day("2026-01-01");
    let id = CouncilId(Uuid::from_u128(77));
    let (entry, name) = (Entry::default(), text("Eastvale"));
    let council = Council { id, entry, name, organisation: None, from_on, to_on: None, ending: None };
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    let kept = town.store.decide(&reach, Asked::at(now()), |seen, _| {
        let before = seen.organisation();
        let kind = domain::OrganisationKind::Partnership;
        Ok(Decision::change(before, domain::Organisation { kind, ..(**before).clone() }).and_add(council))
    });
    kept.await.expect("kept");
    let administrator = town.administrator().await;
    let path = format!("settings/councils/{id}/ending");
    let early = administrator.fill(&path, &[("ends_on", "2025-12-31")]).await.is(422);
    assert_eq!(
        early.texts("#ends_on-problem"),
        ["Error: Last day on which it exists: must be 1 January 2026 or later"]
    );
    administrator.fill(&path, &FOLLOWED[..1]).await.is(303);
    administrator.get("settings").await.says("Ends: On 31 March 2028; who follows is not known");
    administrator.get(&path).await.is(200).says("Eastvale").says("One on each line");
    town.manager().await.get(&path).await.is(403);
}
