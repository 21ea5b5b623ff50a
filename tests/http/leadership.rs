use chrono::TimeDelta;
use domain::{
    Computed, Confidence, Decision, Entry, Forecast, Innovation, InnovationId, Milestone, MilestoneId, Place,
    PriorityAreaId, StageMove, StageMoveId, StatusUpdate, StatusUpdateId, Visibility, testing::*,
};
use store::Asked;
use tests::{Actor, Town, now};
use uuid::Uuid;

const LIT: PriorityAreaId = PriorityAreaId(Uuid::from_u128(900));
const ACTIONS: &str = "actions";

fn numbered(number: u32) -> InnovationId {
    InnovationId(Uuid::from_u128(8000 + u128::from(number)))
}

/// A priority innovation in Pilot, with a milestone ahead, and an update each fortnight that is as the record has it.
fn tracked(number: u32, visible_to: Visibility) -> Decision {
    let id = numbered(number);
    let title = text(&format!("Innovation {number}"));
    let innovation = Innovation { id, number, title, priority_area: Some(LIT), visible_to, ..innovation() };
    let start = StageMove {
        id: StageMoveId(Uuid::from_u128(8100 + u128::from(number))),
        ..entered(id, 1, Place::Idea, Place::Stage(2), day("2025-11-03"))
    };
    let forecast =
        Forecast { recorded_on: day("2026-06-01"), forecast_on: day("2027-01-11"), reason: None, by: MANAGER };
    let plan = Milestone {
        id: MilestoneId(Uuid::from_u128(8200 + u128::from(number))),
        innovation: id,
        forecasts: vec![forecast],
        ..milestone()
    };
    let updates = (0..13_u32).map(|turn| {
        let on = today() - TimeDelta::days(i64::from(turn) * 14);
        StatusUpdate {
            id: StatusUpdateId(Uuid::from_u128(8_300_000 + u128::from(number) * 100 + u128::from(turn))),
            innovation: id,
            done: Some(text(&format!("Fitted lamp {turn} of street {number}"))),
            computed: Some(Computed { overall: Some(Confidence::OnTrack), ..Computed::default() }),
            ..status_update(13 - turn, &on.to_string())
        }
    });
    updates.fold(Decision::add(innovation).and_add(start).and_add(plan), Decision::and_add)
}

/// Three priority innovations, of which the last may be seen by guests.
async fn lit() -> Town {
    let town = Town::new().await;
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    let all = Decision::add(domain::PriorityArea { entry: Entry::default(), ..priority_area(LIT) })
        .and(tracked(2, Visibility::Organisation))
        .and(tracked(3, Visibility::Organisation))
        .and(tracked(4, Visibility::Public));
    let asked = Asked::at(now() - TimeDelta::hours(1));
    town.store.decide(&reach, asked, |_, _| Ok(all)).await.expect("decided");
    town
}

#[tokio::test]
async fn with_little_recorded_nothing_is_judged_and_it_is_said_why() {
    let town = Town::new().await;
    let page = town.executive().await.get(ACTIONS).await.is(200);
    page.says("Evidence for 2 of ten actions: not enough yet in 2")
        .says("absence of a record is not absence of the act")
        .says("It takes 3 priority innovations to say anything; there is none.")
        .says("Not collected yet")
        .says("8. Listen and involve")
        .keeps_silent("this month");
    let one = town.executive().await.get("innovations/1").await.is(200);
    one.says("What this is evidence for").says("All actions");
}

#[tokio::test]
async fn every_number_opens_into_the_records_that_counted_and_those_that_did_not() {
    let town = lit().await;
    let page = town.executive().await.get(ACTIONS).await.is(200);
    page.says("9. Track the development of priority innovations")
        .says("3 of 3")
        .says("Later innovations have an outcome figure in date: 3 of 3 did not count")
        .says("It has no measure.")
        .says("“Trial on Mill Lane” is expected in 48 days");
    assert!(page.body.contains("/northshire/innovations/3/milestones/"), "a record is one click away");
    let rows = page.texts("#map + table tbody th");
    assert_eq!(rows, ["NC-1 Smart street lamps", "NC-2 Innovation 2", "NC-3 Innovation 3", "NC-4 Innovation 4"]);
    page.says("In part").says("One thing to do this month");
    let one = town.lead().await.get("innovations/2").await.is(200);
    one.says("What this is evidence for").says("9. Track the development of priority innovations: in part");
    one.says("It has no measure.").says("Absence of a record is not absence of the act.");
}

#[tokio::test]
async fn a_guest_is_told_of_what_they_may_see_and_no_more() {
    let town = lit().await;
    let page = town.viewer().await.get(ACTIONS).await.is(200);
    page.says("Of what you may see.").says("NC-4 Innovation 4").keeps_silent("Innovation 2");
    town.executive().await.get(ACTIONS).await.keeps_silent("Of what you may see.");
}

#[tokio::test]
async fn a_priority_area_and_a_past_day_are_told_by_their_own_records() {
    let town = lit().await;
    let executive = town.executive().await;
    executive.get(&format!("{ACTIONS}?area={}", LIT.0)).await.is(200).says("Well lit streets").says("3 of 3");
    executive.get(&format!("{ACTIONS}?area={}", Uuid::from_u128(5))).await.is(404);
    let past = executive.get(&format!("{ACTIONS}?as-at=2026-11-23")).await.is(200);
    past.says("It takes 3 priority innovations").keeps_silent("Innovation 3");
}

#[tokio::test]
async fn where_a_record_is_made_a_quiet_line_says_what_it_is_evidence_for() {
    let town = lit().await;
    let lead = town.lead().await;
    for (page, says) in [
        ("innovations/2/updates/new", "Updates are no greener than the record: counted."),
        ("innovations/2/milestones", "Evidence for action 9, Track the development of priority innovations"),
        ("innovations/2/milestones/new", "There is a live plan to steer by: counted."),
        ("innovations/2/updates", "Updates are in date"),
    ] {
        lead.get(page).await.is(200).says(says);
    }
    lead.get("innovations/1/milestones").await.is(200).keeps_silent("Evidence for action");
}

const EDIT: &str = "thresholds/edit";
const REASON: &str = "The board wants honesty to weigh more than it did until now.";
const HEAVIER: [(&str, &str); 3] = [("weight_honest", "36"), ("weight_fresh", "17"), ("reason", REASON)];

#[tokio::test]
async fn an_administrator_settles_a_new_version_that_everyone_reads_and_the_past_is_worked_out_anew() {
    let town = lit().await;
    let executive = town.executive().await;
    executive.get("thresholds").await.is(200).says("as the product ships").keeps_silent("Edit thresholds");
    executive.get(EDIT).await.is(403).says("manage people and how the organisation works");
    let administrator = town.administrator().await;
    let saved = administrator.fill(EDIT, &HEAVIER).await.is(303);
    assert_eq!(saved.location(), "/northshire/thresholds");
    let page = executive.get("thresholds").await.is(200);
    page.says("Version 2 of the thresholds, settled on 24 November 2026").says(REASON);
    assert_eq!(page.texts("#weights + table td[data-l=Changed]").iter().filter(|one| *one == "Yes").count(), 2);
    executive.get(ACTIONS).await.keeps_silent("Worked out anew");
    let past = executive.get(&format!("{ACTIONS}?as-at=2026-11-23")).await.is(200);
    past.says("Worked out anew with version 2 of the thresholds, settled on 24 November 2026.");
}

#[tokio::test]
async fn weights_that_do_not_come_to_a_hundred_are_refused_beside_the_field_with_everything_kept() {
    let town = Town::new().await;
    let typed = [("weight_honest", "37"), ("strong_from", "80"), ("reason", "<Because>")];
    let answer = town.administrator().await.fill(EDIT, &typed).await.is(422);
    let wrong = "Error: Updates are in date: with its neighbours this must come to 100";
    assert_eq!(answer.texts("#weight_fresh-problem"), [wrong]);
    assert_eq!(answer.texts("#reason-problem"), ["Error: Why: say it in 40 characters or more"]);
    let again = answer.form(&[]);
    for (name, value) in typed {
        assert!(again.contains(&(name.into(), value.into())), "{name} is kept in {again:?}");
    }
}

#[tokio::test]
async fn the_second_of_two_administrators_meets_both_versions() {
    let town = Town::new().await;
    let administrator = town.administrator().await;
    let form = |actor: Actor| async move { actor.get(EDIT).await.form(&HEAVIER) };
    let (first, mut second) = (form(town.administrator().await).await, form(town.administrator().await).await);
    for (name, value) in &mut second {
        if name == "weight_honest" {
            *value = "31".into();
        }
        if name == "weight_fresh" {
            *value = "22".into();
        }
    }
    administrator.post(EDIT, &first).await.is(303);
    let answer = administrator.post(EDIT, &second).await.is(409);
    answer.says("36").says("31");
    let sent_again = administrator.post(EDIT, &first).await;
    assert_eq!(sent_again.is(303).location(), "/northshire/thresholds", "the same form counts once");
}
