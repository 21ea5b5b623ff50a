use chrono::TimeDelta;
use domain::{
    Baseline, Decision, Forecast, Milestone, MilestoneKind, PersonId,
    testing::{LEAD, MANAGER, day, milestone},
};
use store::Asked;
use tests::{Answer, Town, now};

const NEW: &str = "innovations/1/updates/new";
const ALL: &str = "innovations/1/updates";
const GREEN: [(&str, &str); 3] =
    [("confidence", "on-track"), ("done", "Twelve lamps fitted."), ("next", "The lead counts complaints by Friday.")];
const WHY: &str = "The board moved the gate itself and has agreed to it.";

/// A gate that was agreed for 1 January and is expected 75 days later.
fn gate() -> Milestone {
    let agreed = Baseline { on: day("2026-06-01"), baseline_on: day("2027-01-01"), reason: None, approver: None };
    let expected = |recorded_on, forecast_on| Forecast {
        recorded_on: day(recorded_on),
        forecast_on: day(forecast_on),
        reason: None,
        by: LEAD,
    };
    let forecasts = vec![expected("2026-06-01", "2027-01-01"), expected("2026-09-01", "2027-03-17")];
    Milestone { kind: MilestoneKind::Gate, baselines: vec![agreed], forecasts, ..milestone() }
}

async fn town() -> Town {
    let town = Town::new().await;
    add(&town, MANAGER, gate()).await;
    town
}

async fn add(town: &Town, person: PersonId, one: Milestone) {
    let reach = town.store.reach(&town.slug.parse().expect("a slug"), person, now()).await.expect("reached");
    town.store.decide(&reach, Asked::at(now()), |_, _| Ok(Decision::add(one))).await.expect("decided");
}

fn typed(answer: &Answer, more: &[(&str, &str)]) -> Vec<(String, String)> {
    answer.form(more)
}

#[tokio::test]
async fn the_form_shows_what_the_record_says_and_what_each_colour_would_have_to_answer() {
    let town = town().await;
    let form = town.lead().await.get(NEW).await.is(200);
    form.says("What the record alone says Off track")
        .says("Trial on Mill Lane is expected 75 days after the agreed date.")
        .says("No risk is recorded.")
        .says("If you say On track On track, but the next gate is forecast 75 days after first planned.")
        .keeps_silent("If you say Off track");
    assert_eq!(form.texts(".if-on-track .evidence a"), ["Trial on Mill Lane"], "the record behind it is linked");
}

#[tokio::test]
async fn a_challenge_is_shown_before_it_is_posted_and_an_explanation_stands_beside_the_colour() {
    let town = town().await;
    let lead = town.lead().await;
    let asked = lead.fill(NEW, &GREEN).await.is(422);
    asked.says("Before it is posted: the record sits oddly with this colour.");
    assert_eq!(asked.texts("label[for=explain_c2]"), ["The gate is late"]);
    for (name, value) in GREEN {
        assert!(typed(&asked, &[]).contains(&(name.into(), value.into())), "{name} is kept");
    }
    let short = lead.post(NEW, &typed(&asked, &[("explain_c2", "We know.")])).await.is(422);
    short.says("The gate is late: say it in 40 characters or more");
    assert!(typed(&short, &[]).contains(&("explain_c2".into(), "We know.".into())));
    lead.post(NEW, &typed(&short, &[("explain_c2", WHY)])).await.is(303);
    for page in [ALL, "innovations/1"] {
        let page = lead.get(page).await;
        page.says("On track, but the next gate is forecast 75 days after first planned.")
            .says(&format!("The author explains: {WHY}"))
            .says("The record alone: Off track The record is much more cautious than the author.");
    }
    lead.get("board").await.says("The record alone Off track").says(&format!("Explained: {WHY}"));
}

#[tokio::test]
async fn a_challenge_never_blocks_and_one_without_an_answer_is_told() {
    let town = town().await;
    let lead = town.lead().await;
    let asked = lead.fill(NEW, &GREEN).await.is(422);
    let form = typed(&asked, &[]);
    let (one, two) = tokio::join!(lead.post(NEW, &form), lead.post(NEW, &form));
    assert_eq!((one.status.as_u16(), two.status.as_u16()), (303, 303), "sent twice it counts once");
    let list = lead.get(ALL).await;
    assert_eq!(list.texts(".tl > li").len(), 1);
    list.says("On track, but the next gate is forecast 75 days after first planned. No answer.");
    lead.get("board").await.says("1 challenge not answered");
}

#[tokio::test]
async fn another_colour_is_an_answer_too() {
    let town = town().await;
    let lead = town.lead().await;
    let asked = lead.fill(NEW, &GREEN).await.is(422);
    lead.post(NEW, &typed(&asked, &[("confidence", "off-track")])).await.is(303);
    let list = lead.get(ALL).await;
    list.says("The author chose another colour.").says("The record agrees with the author.");
    lead.get("board").await.keeps_silent("The record alone").keeps_silent("not answered");
}

#[tokio::test]
async fn a_colour_chosen_instead_is_challenged_in_its_turn() {
    let town = town().await;
    let lead = town.lead().await;
    let off = [("confidence", "off-track")];
    lead.fill(NEW, &[&GREEN[1..], &off].concat()).await.is(303);
    town.wait(TimeDelta::days(8));
    let lead = town.lead().await;
    let asked = lead.fill(NEW, &GREEN).await.is(422);
    let again = lead.post(NEW, &typed(&asked, &off)).await.is(422);
    again.says("Off track twice running and nobody is asked for a decision.");
    lead.post(NEW, &typed(&again, &[])).await.is(303);
    let list = lead.get(ALL).await;
    list.says("The author chose another colour.").says("nobody is asked for a decision. No answer.");
}

#[tokio::test]
async fn still_true_shows_beside_the_button_what_would_stand_there() {
    let town = town().await;
    let lead = town.lead().await;
    let asked = lead.fill(NEW, &GREEN).await.is(422);
    lead.post(NEW, &typed(&asked, &[])).await.is(303);
    lead.get(NEW).await.says("This would stand beside it");
    lead.post_body("innovations/1/updates/still-true", "submission=1").await.is(303);
    assert_eq!(lead.get(ALL).await.text().matches("No answer.").count(), 2);
}
