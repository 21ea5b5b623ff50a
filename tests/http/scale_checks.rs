//! What is counted and checked where it has spread, and what holds it up.
use chrono::TimeDelta;
use domain::{Commitment, Decision, SiteState, testing::*};
use store::Asked;
use tests::{Actor, Answer, Town, now};

const TAB: &str = "innovations/1/scale-up";

/// Two wards that went live on one day.
async fn town() -> Town {
    let town = Town::new().await;
    let decision = [1, 2].into_iter().fold(Decision::add(scale_plan()), |decision, number| {
        let moves = site_moves(number, &[(SiteState::Live, "2026-02-02")]);
        moves.into_iter().fold(decision.and_add(site(number)), Decision::and_add)
    });
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    town.store.decide(&reach, Asked::at(now()), |_, _| Ok(decision)).await.expect("kept");
    town
}

/// The address of the first link on a page that holds both of these.
fn link(page: &Answer, parts: [&str; 2]) -> String {
    let links = page.body.split("href=\"").skip(1).filter_map(|part| part.split('"').next());
    let found = links.map(|one| one.replace("&amp;", "&")).find(|one| parts.iter().all(|part| one.contains(part)));
    found.unwrap_or_else(|| panic!("a link with {parts:?}"))
}

fn cell(column: &str, number: u32) -> String {
    format!("{column}-{}", site(number).id)
}

async fn counted(lead: &Actor) {
    let (reached_1, eligible_1) = (cell("reached_people", 1), cell("eligible_people", 1));
    let typed = [(reached_1.as_str(), "388"), (eligible_1.as_str(), "1,040")];
    lead.fill("innovations/1/reach/new", &typed).await.is(303);
}

#[tokio::test]
async fn sc_4_people_are_counted_for_all_sites_of_a_period() {
    let town = town().await;
    let lead = town.lead().await;
    lead.get(TAB).await.says("Nobody has counted who is reached");
    let form = "innovations/1/reach/new";
    lead.fill(form, &[]).await.is(422).says("Count at least one site");
    let (reached, eligible) = (cell("reached_people", 1), cell("eligible_people", 1));
    let wrong = lead.fill(form, &[(&reached, "some"), (&eligible, "1040")]).await.is(422);
    wrong.says("Ward 1: Reached: enter a whole number");
    assert!(wrong.form(&[]).contains(&(reached.clone(), "some".into())));
    let late = lead.fill(form, &[("to_on", "2026-11-25"), (&reached, "5")]).await.is(422);
    assert_eq!(late.texts("#to_on-problem"), ["Error: Counted to: must be 24 November 2026 or earlier"]);
    counted(&lead).await;
    let page = lead.get(TAB).await;
    page.says("388 of 1,040 people reached: 37.3%, partial data").says("From 1 of 2 sites that use it.");
    lead.fill(form, &[(&reached, "5")]).await.is(422).says("It has a count that ends on this day already");
}

#[tokio::test]
async fn a_count_is_put_right_and_counts_that_overlap_are_not_added() {
    let town = town().await;
    let lead = town.lead().await;
    counted(&lead).await;
    let page = lead.get(&format!("innovations/1/sites/{}", site(1).id)).await.is(200);
    let edit = link(&page, ["/reach/", "/edit"]);
    let mine = lead.get(&edit).await.form(&[("reached_people", "1,250")]);
    town.manager().await.fill(&edit, &[("eligible_people", "1200")]).await.is(303);
    let conflict = lead.post(&edit, &mine).await.is(409);
    lead.post(&edit, &conflict.form(&[])).await.is(303);
    lead.get(TAB).await.says(">100%: eligible count out of date");
    let form: Vec<_> = lead.get(&edit).await.form(&[]).into_iter().filter(|(name, _)| name != "unique").collect();
    lead.post(&edit, &form).await.is(303);
    lead.get(TAB).await.says("Not added").says("some of its people may be counted at another site as well");
    town.administrator().await.get(&edit).await.is(403);
}

#[tokio::test]
async fn sc_6_fidelity_is_scored_component_by_component() {
    let town = town().await;
    let lead = town.lead().await;
    let form = format!("innovations/1/sites/{}/fidelity", site(1).id);
    let half = lead.fill(&form, &[("component_1", "yes"), ("component_2", "partly")]).await.is(422);
    assert_eq!(half.texts("#component_3-problem"), ["Error: Core component 3: fill this in"]);
    assert!(half.form(&[]).contains(&("component_2".into(), "partly".into())));
    lead.get(&form).await.says("Sensors. It does not work without. Weight 3.");
    let scores = [("component_1", "yes"), ("component_2", "partly"), ("component_3", "no"), ("note", "Seen on a walk")];
    lead.fill(&form, &scores).await.is(303);
    let page = lead.get(TAB).await;
    page.says("Watch whether the core is being done: fidelity 66.7, watch")
        .says("A local contact (partly), A notice (no)");
    page.says("1 site never checked");
    lead.get(&format!("innovations/1/sites/{}", site(1).id)).await.says("Seen on a walk");
    town.administrator().await.get(&form).await.is(403);
}

#[tokio::test]
async fn fidelity_wants_a_plan_first() {
    let town = Town::new().await;
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    town.store.decide(&reach, Asked::at(now()), |_, _| Ok(Decision::add(site(1)))).await.expect("kept");
    let form = format!("innovations/1/sites/{}/fidelity", site(1).id);
    town.lead().await.get(&form).await.is(409).says("Name the core components first");
}

fn twelve(answers: [u8; 12]) -> Vec<(String, String)> {
    let key = |points| ["no", "partly", "yes"][usize::from(points)].to_owned();
    (1..).zip(answers).map(|(number, points)| (format!("e{number}"), key(points))).collect()
}

async fn rate(actor: &Actor, answers: [u8; 12]) {
    let answers = twelve(answers);
    let answers: Vec<_> = answers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    actor.fill("innovations/1/embedding/new", &answers).await.is(303);
}

#[tokio::test]
async fn sc_13_two_raters_answer_twelve_questions_and_the_weakest_is_named() {
    let town = town().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    lead.get(TAB).await.says("Will it last? Nobody has said");
    let none = lead.fill("innovations/1/embedding/new", &[("note", "Too early")]).await.is(422);
    assert_eq!(none.texts("#e1-problem"), ["Error: Do our own figures show the benefit here: fill this in"]);
    assert!(none.form(&[]).contains(&("note".into(), "Too early".into())));
    rate(&lead, [2, 1, 2, 2, 2, 0, 1, 2, 1, 2, 1, 1]).await;
    lead.get(TAB).await.says("72.2, developing (indicative)");
    rate(&manager, [2, 1, 2, 2, 2, 0, 1, 2, 1, 2, 1, 0]).await;
    let page = lead.get(TAB).await;
    page.says("Will it last? 71.3, developing: weakest is induction and training, no")
        .says("2 raters, 1.9 points apart");
    page.keeps_silent("(indicative)").keeps_silent("Raters disagree");
    town.wait(TimeDelta::minutes(1));
    rate(&manager, [0; 12]).await;
    lead.get(TAB).await.says("Raters disagree: talk.");
}

#[tokio::test]
async fn anyone_but_a_viewer_rates_for_themselves_and_the_team_for_others() {
    let town = town().await;
    let form = "innovations/1/embedding/new";
    rate(&town.executive().await, [2; 12]).await;
    let administrator = town.administrator().await;
    administrator.get(form).await.is(200).keeps_silent("name=\"rater\"");
    let for_other = format!("on=2026-11-20&e1=yes&rater={}", place(EXECUTIVE));
    administrator.post_body(form, &for_other).await.is(422);
    town.lead().await.get(form).await.is(200).says("Whose answers are these?");
    town.viewer().await.get(form).await.is(404);
    let at_site = format!("{form}?site={}", site(1).id);
    let answers = [("e1", "yes"), ("e2", "not-applicable")];
    let sent = town.lead().await.fill(&at_site, &answers).await.is(303);
    town.lead().await.get(sent.location()).await.says("100.0, ready (indicative)");
}

#[tokio::test]
async fn sc_20_one_review_covers_the_sites_of_one_day_and_counts_once() {
    let town = town().await;
    let lead = town.lead().await;
    let page = lead.get(TAB).await;
    page.says("Still in use? Reviews: 0 done of 1 due, 1 overdue").says("Ward 1, Ward 2").says("2 August 2026");
    page.says("nobody knows whether it is still in use");
    let record = link(&page, ["/reviews/new", "kind=6-months"]);
    let blank = lead.fill(&record, &[]).await.is(422);
    assert_eq!(blank.texts("#still_in_use-problem"), ["Error: Is it still in use: fill this in"]);
    assert_eq!(blank.form(&[]).iter().filter(|(name, _)| name == "sites").count(), 2, "both are ticked already");
    let found = [("still_in_use", "partly"), ("outcome_held", "unknown"), ("action", "Count again in spring")];
    lead.fill(&record, &found).await.is(303);
    let page = lead.get(TAB).await;
    page.says("Reviews: 1 done of 1 due").says("done 24 November 2026, not on time").says("Count again in spring");
    page.says("Still in use in 0 of 1 reviews done, 0%. Partly: 1.");
    let first = site(1).id.to_string();
    let again = [("sites", first.as_str()), ("still_in_use", "yes"), ("outcome_held", "yes")];
    assert_eq!(lead.fill(&record, &again).await.is(422).texts("#kind-problem").len(), 1);
    let edit = link(&page, ["/reviews/", "/edit"]);
    let mine = lead.get(&edit).await.form(&[("action", "Count in May")]);
    town.manager().await.fill(&edit, &[("still_in_use", "yes")]).await.is(303);
    let conflict = lead.post(&edit, &mine).await.is(409);
    lead.post(&edit, &conflict.form(&[])).await.is(303);
    lead.get(TAB).await.says("Count in May").says("Still in use in 1 of 1 reviews done, 100%");
    town.administrator().await.get(&edit).await.is(403);
}

const FUNDING: [(&str, &str); 4] =
    [("kind", "funding"), ("by", "Cabinet"), ("from_on", "2026-01-01"), ("to_on", "2027-03-24")];

async fn backed(lead: &Actor) {
    let new = "innovations/1/commitments/new";
    lead.fill(new, &FUNDING).await.is(303);
    for (kind, by) in [("sponsorship", "Director of Place"), ("political", "Portfolio holder")] {
        let given = [("kind", kind), ("by", by), ("from_on", "2026-01-01"), ("to_on", "2028-03-31")];
        lead.fill(new, &given).await.is(303);
    }
}

#[tokio::test]
async fn sc_30_the_first_of_three_commitments_that_ends_is_the_horizon() {
    let town = town().await;
    let lead = town.lead().await;
    let new = "innovations/1/commitments/new";
    let backwards = lead.fill(new, &[&FUNDING[..3], &[("to_on", "2025-12-31")][..]].concat()).await.is(422);
    assert_eq!(backwards.texts("#to_on-problem"), ["Error: Until: must be 1 January 2026 or later"]);
    assert!(backwards.form(&[]).contains(&("by".into(), "Cabinet".into())));
    lead.fill(new, &FUNDING).await.is(303);
    lead.get(TAB).await.says("Nobody has promised a sponsor or political backing").says("A sponsor is not promised");
    let town = self::town().await;
    let lead = town.lead().await;
    backed(&lead).await;
    let page = lead.get(TAB).await;
    page.says("Backed for 4 months: money ends first").says("Until 24 March 2027");
    let edit = link(&page, ["/commitments/", "/edit"]);
    let mine = lead.get(&edit).await.form(&[("to_on", "2027-06-30")]);
    town.manager().await.fill(&edit, &[("organisation", "Lighting fund")]).await.is(303);
    let conflict = lead.post(&edit, &mine).await.is(409);
    lead.post(&edit, &conflict.form(&[])).await.is(303);
    lead.get(TAB).await.says("Backed for 7 months").says("Lighting fund");
}

#[tokio::test]
async fn what_was_withdrawn_no_longer_counts_and_stays_on_record() {
    let town = town().await;
    let lead = town.lead().await;
    backed(&lead).await;
    let page = lead.get(TAB).await;
    let (edit, withdraw) = (link(&page, ["/commitments/", "/edit"]), link(&page, ["/commitments/", "/withdraw"]));
    let silent = lead.fill(&withdraw, &[("withdrawn_on", "2026-11-25")]).await.is(422);
    assert_eq!(silent.texts("#reason-problem"), ["Error: Why was it withdrawn: fill this in"]);
    lead.fill(&withdraw, &[("withdrawn_on", "2026-11-20"), ("reason", "The budget was cut")]).await.is(303);
    lead.get(TAB).await.says("Nobody has promised money").says("Withdrawn 20 November 2026");
    lead.get(&edit).await.is(409).says("The commitment has been withdrawn already");
    lead.get("innovations/1/history").await.says("The budget was cut");
}

#[tokio::test]
async fn sc_32_a_council_that_ends_first_is_warned_of() {
    let town = town().await;
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    let ending = domain::Ending { on: day("2028-04-01"), successors: vec![] };
    let given = |number, kind| -> Commitment { commitment(number, kind, Some("2029-03-31")) };
    let asked = Asked::at(now());
    let kept = town.store.decide(&reach, asked, |seen, _| {
        let before = seen.organisation();
        let ended = Decision::change(before, domain::Organisation { ending: Some(ending), ..(**before).clone() });
        let kinds = domain::CommitmentKind::NEEDED;
        Ok((1..).zip(kinds).fold(ended, |decision, (number, kind)| decision.and_add(given(number, kind))))
    });
    kept.await.expect("kept");
    let page = town.lead().await.get(TAB).await;
    page.says("Backed for 16 months").says("Northshire Council ends on 1 April 2028, and no successor has taken on");
}

#[tokio::test]
async fn a_setback_is_noted_answered_and_over() {
    let town = town().await;
    let lead = town.lead().await;
    let new = "innovations/1/setbacks/new";
    let late =
        lead.fill(new, &[("kind", "supplier"), ("what", "The maker closed"), ("on", "2026-11-25")]).await.is(422);
    assert_eq!(late.texts("#on-problem"), ["Error: When did it happen: must be 24 November 2026 or earlier"]);
    assert!(late.form(&[]).contains(&("what".into(), "The maker closed".into())));
    lead.fill(new, &[("kind", "supplier"), ("what", "The maker closed"), ("on", "2026-10-01")]).await.is(303);
    let page = lead.get(TAB).await;
    page.says("1 setback, 1 without an answer").says("No answer, 7 weeks on");
    let (answer, resolve) = (link(&page, ["/setbacks/", "/answer"]), link(&page, ["/setbacks/", "/resolve"]));
    let silent = lead.fill(&answer, &[]).await.is(422);
    assert_eq!(silent.texts("#response-problem"), ["Error: What was done about it: fill this in"]);
    let mine = lead.get(&answer).await.form(&[("response", "Another maker was found")]);
    let other = [("response", "We repair them"), ("responded_on", "2026-10-10")];
    town.manager().await.fill(&answer, &other).await.is(303);
    let conflict = lead.post(&answer, &mine).await.is(409);
    conflict.says("We repair them");
    lead.post(&answer, &conflict.form(&[])).await.is(303);
    lead.get(TAB).await.says("none without an answer").says("Another maker was found");
    lead.fill(&resolve, &[("resolved_on", "2026-11-24")]).await.is(303);
    lead.get(TAB).await.says("Over since 24 November 2026.");
    lead.get(&answer).await.is(409).says("The setback is over");
    town.administrator().await.get(&resolve).await.is(403);
}
