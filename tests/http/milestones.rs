//! Many dates in one table, and what a slip would push.
use domain::{Decision, Dependency, DependencyId, DependsOn, Entry, Milestone, MilestoneId, MilestoneKind, testing::*};
use store::Asked;
use tests::{Answer, Town, now};
use uuid::Uuid;

const GATE: MilestoneId = MilestoneId(Uuid::from_u128(210));
const ALL: &str = "innovations/1/milestones/dates";

/// A trial on 1 February 2027 and a gate on the 20th that waits on it, with ten days of work between.
async fn town() -> Town {
    let town = Town::new().await;
    let kind = MilestoneKind::Gate;
    let mut gate = Milestone { id: GATE, title: text("Decide on a pilot"), kind, ..milestone() };
    gate.forecasts[0].forecast_on = day("2027-02-20");
    let link = Dependency {
        id: DependencyId(Uuid::from_u128(500)),
        entry: Entry::default(),
        innovation: LAMPS,
        waits: GATE,
        on: DependsOn::Milestone { innovation: LAMPS, milestone: milestone().id },
        lag_days: 10,
        need_by: None,
        promised_on: None,
        met_on: None,
        owner: place(LEAD),
    };
    let decision = Decision::add(milestone()).and_add(gate).and_add(link);
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    town.store.decide(&reach, Asked::at(now()), |_, _| Ok(decision)).await.expect("kept");
    town
}

fn cell(column: &str, id: MilestoneId) -> String {
    format!("{column}-{id}")
}

/// The form with the answer of the button that says "Save anyway".
fn anyway(answer: &Answer) -> Vec<(String, String)> {
    let mark = answer.body.split("name=\"pushes\" value=\"").nth(1).and_then(|part| part.split('"').next());
    answer.form(&[("pushes", mark.expect("a button"))])
}

#[tokio::test]
async fn a_slip_says_what_it_would_push_before_it_is_saved() {
    let town = town().await;
    let lead = town.lead().await;
    let edit = format!("innovations/1/milestones/{}/edit", milestone().id);
    let slip = [("forecast_on", "2027-02-15"), ("reason", "Lamps came late")];
    let asked = lead.fill(&edit, &slip).await.is(422);
    asked
        .says("Nothing is saved yet: this would push another milestone")
        .says("Decide on a pilot")
        .says("25 February 2027")
        .says("5 days");
    lead.get("innovations/1/milestones").await.says("1 February 2027");
    let other: Vec<_> = anyway(&asked)
        .into_iter()
        .map(|(name, value)| if name == "forecast_on" { (name, "2027-03-01".into()) } else { (name, value) })
        .collect();
    lead.post(&edit, &other).await.is(422).says("11 March 2027");
    lead.post(&edit, &anyway(&asked)).await.is(303);
    let page = lead.get(&format!("innovations/1/milestones/{GATE}")).await;
    page.says("It cannot be before 25 February 2027, because of Trial on Mill Lane");
    lead.fill(&edit, &[("forecast_on", "2027-02-02"), ("reason", "Found more")]).await.is(303);
}

#[tokio::test]
async fn many_dates_are_saved_as_one_with_one_reason() {
    let town = town().await;
    let lead = town.lead().await;
    let (trial, gate) = (cell("forecast_on", milestone().id), cell("forecast_on", GATE));
    let dates = [(trial.as_str(), "2027-02-15"), (gate.as_str(), "2027-03-20"), ("reason", "The winter")];
    lead.fill(ALL, &dates).await.is(303);
    let list = lead.get("innovations/1/milestones").await;
    list.says("15 February 2027").says("20 March 2027");
    lead.get(&format!("innovations/1/milestones/{GATE}")).await.says("The winter");
}

#[tokio::test]
async fn if_one_row_is_wrong_nothing_is_saved_and_everything_typed_is_kept() {
    let town = town().await;
    let lead = town.lead().await;
    let (trial, done, gate) =
        (cell("forecast_on", milestone().id), cell("done_on", milestone().id), cell("forecast_on", GATE));
    let typed = [(trial.as_str(), "soon"), (gate.as_str(), "2027-03-20")];
    let wrong = lead.fill(ALL, &typed).await.is(422);
    wrong.says("Nothing is saved yet").says("Trial on Mill Lane: Forecast: enter a real date");
    assert!(wrong.texts("title")[0].starts_with("Error: "));
    let again = wrong.form(&[]);
    assert!(typed.iter().all(|(name, value)| again.contains(&((*name).into(), (*value).into()))));
    let typed = [(trial.as_str(), "2027-02-01"), (done.as_str(), "2026-11-25"), (gate.as_str(), "2027-03-20")];
    let wrong = lead.fill(ALL, &typed).await.is(422);
    wrong
        .says("Trial on Mill Lane: Done on: must be 24 November 2026 or earlier")
        .says("Decide on a pilot: Why has it moved? Say it here or below");
    lead.get("innovations/1/milestones").await.says("20 February 2027").keeps_silent("20\u{a0}March 2027");
}

#[tokio::test]
async fn a_row_that_somebody_else_changed_is_marked_and_can_be_saved_again() {
    let town = town().await;
    let (lead, manager) = (town.lead().await, town.manager().await);
    let (trial, gate) = (cell("forecast_on", milestone().id), cell("forecast_on", GATE));
    let mine = lead.get(ALL).await.form(&[(&trial, "2027-01-20"), (&gate, "2027-03-20"), ("reason", "The winter")]);
    let other = [(trial.as_str(), "2027-01-25"), ("reason", "Fewer lamps")];
    manager.fill(ALL, &other).await.is(303);
    let conflict = lead.post(ALL, &mine).await.is(409);
    conflict
        .says("Trial on Mill Lane: somebody else changed it while you were writing")
        .says("Changed meanwhile by Programme manager, just now: forecast 25 January 2027");
    lead.get("innovations/1/milestones").await.says("20 February 2027");
    let again = conflict.form(&[]);
    assert!(again.contains(&(trial, "2027-01-20".into())) && again.contains(&(gate, "2027-03-20".into())));
    lead.post(ALL, &again).await.is(303);
    lead.get("innovations/1/milestones").await.says("20 January 2027").says("20 March 2027");
}

#[tokio::test]
async fn the_same_table_sent_twice_counts_once() {
    let town = town().await;
    let lead = town.lead().await;
    let gate = cell("forecast_on", GATE);
    let form = lead.get(ALL).await.form(&[(&gate, "2027-03-20"), ("reason", "The winter")]);
    let (one, two) = tokio::join!(lead.post(ALL, &form), lead.post(ALL, &form));
    assert_eq!(one.is(303).location(), two.is(303).location());
    let page = lead.get(&format!("innovations/1/milestones/{GATE}")).await;
    page.says("The forecast has moved once");
}

#[tokio::test]
async fn my_milestones_of_the_next_60_days_stand_in_one_table() {
    let town = town().await;
    town.wait(chrono::TimeDelta::days(20));
    let lead = town.lead().await;
    lead.get("/northshire").await.is(200);
    let mine = lead.get("milestones").await.is(200);
    assert_eq!(mine.texts("tbody tr").len(), 1, "the gate is further ahead");
    let trial = cell("forecast_on", milestone().id);
    lead.fill("milestones", &[(&trial, "2027-01-31"), ("reason", "A day less")]).await.is(303);
    town.executive().await.get("milestones").await.is(200).says("Nothing that is open and that you may change.");
}

#[tokio::test]
async fn whoever_may_not_edit_gets_no_table_and_saves_nothing() {
    let town = town().await;
    town.administrator().await.get(ALL).await.is(403);
    town.viewer().await.get(ALL).await.is(404);
    let trial = milestone().id;
    let body = format!("row={LAMPS}.{trial}&seen-{trial}=1&forecast_on-{trial}=2027-01-20&reason=No");
    town.administrator().await.post_body("milestones", &body).await.is(403);
    town.viewer().await.post_body("milestones", &body).await.is(200);
    town.lead().await.get("innovations/1/milestones").await.says("1 February 2027");
}

#[tokio::test]
async fn a_table_of_dates_half_filled_is_kept_as_a_draft_and_opens_with_every_cell() {
    let town = town().await;
    let lead = town.lead().await;
    let trial = cell("forecast_on", milestone().id);
    let typed = lead.get(ALL).await.says("Keep as draft").form(&[(&trial, "2027-03-0"), ("reason", "Lamps came")]);
    let keep = "drafts?of=innovations/1/milestones/dates&as=Change+many+dates";
    lead.post(keep, &typed).await.is(303);
    lead.get("/northshire").await.says("Unfinished forms").says("Change many dates");
    let draft = lead.get(&format!("{ALL}?draft=open")).await.is(200);
    draft.says("This is your draft").keeps_silent("There is a problem").keeps_silent("Nothing is saved yet");
    let form = draft.form(&[]);
    for (name, value) in [(trial.as_str(), "2027-03-0"), ("reason", "Lamps came")] {
        assert!(form.contains(&(name.into(), value.into())), "{name}");
    }
    let sent = draft.form(&[(&trial, "2027-02-05"), ("reason", "Lamps came late")]);
    lead.post(ALL, &sent).await.is(303);
    lead.get(ALL).await.is(200).keeps_silent("Your draft");
}
