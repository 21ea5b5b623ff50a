use chrono::TimeDelta;
use domain::{
    Decision, PersonId, Place,
    testing::{EXECUTIVE, LAMPS, MANAGER, day, entered, place},
};
use store::Asked;
use tests::{Answer, Town, now};

const NEW: &str = "innovations/1/updates/new";
const ALL: &str = "innovations/1/updates";
const WORDS: [(&str, &str); 4] = [
    ("confidence", "at-risk"),
    ("confidence_pct", "60"),
    ("done", "Twelve lamps fitted."),
    ("next", "The lead counts complaints by Friday."),
];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    WORDS
        .into_iter()
        .filter(|(name, _)| more.iter().all(|(other, _)| other != name))
        .chain(more.iter().copied())
        .collect()
}

async fn gone(town: &Town, person: PersonId, to: Place) {
    let slug = town.slug.parse().expect("a slug");
    let reach = town.store.reach(&slug, person, now()).await.expect("reached");
    let moved = entered(LAMPS, 2, Place::Stage(0), to, day("2026-11-20"));
    town.store.decide(&reach, Asked::at(now()), |_, _| Ok(Decision::add(moved))).await.expect("decided");
}

fn kept(answer: &Answer, typed: &[(&str, &str)]) {
    let again = answer.form(&[]);
    for (name, value) in typed {
        assert!(again.contains(&((*name).into(), (*value).into())), "{name} is kept in {again:?}");
    }
}

#[tokio::test]
async fn an_update_that_is_posted_stands_at_the_top_with_its_words() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.get(ALL).await.is(200).says("No updates yet").says("Post update");
    let answer = lead
        .fill(
            NEW,
            &with(&[
                ("ask_what", "Agree the second street"),
                ("ask_of_whom", &place(EXECUTIVE).to_string()),
                ("ask_by", "2026-12-01"),
                ("link_title", "Counts"),
                ("link_address", "https://example.org/counts"),
            ]),
        )
        .await
        .is(303);
    assert_eq!(answer.location(), "/northshire/innovations/1/updates");
    let list = lead.get(ALL).await.is(200);
    assert_eq!(list.texts("h2#updates"), ["At risk"]);
    list.says("Twelve lamps fitted.")
        .says("Next: The lead counts complaints by Friday.")
        .says("Needs: Agree the second street. From Executive, by 1 December 2026.")
        .says("60%")
        .says("Counts")
        .says("24 November 2026");
    let next = lead.get(NEW).await.is(200);
    kept(&next, &[("confidence_pct", "60"), ("link_title", "Counts"), ("period_end", "2026-11-24")]);
    next.says("Last time, for 24 November 2026, you said at risk.");
    assert!(!next.form(&[]).iter().any(|(name, _)| name == "confidence"), "the colour is chosen afresh");
}

#[tokio::test]
async fn what_still_holds_is_said_again_by_a_tick_for_each_part() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let executive = place(EXECUTIVE).to_string();
    let all = [
        ("ask_what", "Agree the second street"),
        ("ask_of_whom", &*executive),
        ("ask_by", "2026-12-01"),
        ("path_action", "Order again"),
        ("path_owner", &*executive),
        ("path_by", "2026-12-20"),
    ];
    lead.fill(NEW, &with(&all)).await.is(303);
    town.wait(TimeDelta::days(7));
    let lead = town.lead().await;
    let form = lead.get(NEW).await;
    form.says("Still true Twelve lamps fitted.")
        .says("Still needed Agree the second street. From Executive, by 1 December 2026")
        .says("Still the way back Order again. Executive, by 20 December 2026");
    // Five fields in all: the colour, and four ticks.
    let ticks = [
        ("confidence", "at-risk"),
        ("done_still", "yes"),
        ("next_still", "yes"),
        ("ask_still", "yes"),
        ("path_still", "yes"),
    ];
    lead.fill(NEW, &ticks).await.is(303);
    let list = lead.get(ALL).await;
    for words in ["Twelve lamps fitted.", "Needs: Agree the second street.", "Path to green: Order again."] {
        assert_eq!(list.text().matches(words).count(), 2, "{words}");
    }
    let typed =
        [("confidence", "at-risk"), ("next", "Count again."), ("done_still", "yes"), ("confidence_pct", "lots")];
    let wrong = lead.fill(NEW, &typed).await.is(422);
    kept(&wrong, &typed);
    assert_eq!(wrong.texts(".errors li").len(), 1, "a ticked part is not missing");
}

#[tokio::test]
async fn the_first_words_are_drafted_from_the_record_with_old_and_new_values() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.fill(NEW, &WORDS).await.is(303);
    town.wait(TimeDelta::days(2));
    let lead = town.lead().await;
    let milestone =
        [("title", "Trial on Mill Lane"), ("kind", "delivery"), ("forecast_on", "2027-02-01"), ("baselined", "")];
    lead.fill("innovations/1/milestones/new", &milestone).await.is(303);
    let form = lead.get(NEW).await.form(&[]);
    let done = form.iter().find(|(name, _)| name == "done").map(|(_, text)| text.replace('\u{a0}', " "));
    let expected = "New in the plan: Trial on Mill Lane, expected on 1 February 2027.";
    assert_eq!(done.as_deref().map(str::trim), Some(expected));
}

#[tokio::test]
async fn a_mistake_keeps_everything_and_says_what_to_do_beside_each_answer() {
    let town = Town::new().await;
    let typed = with(&[
        ("confidence_pct", "lots"),
        ("done", ""),
        ("next", "\nTwo <b>lines</b>\nhere"),
        ("path_action", "Order again"),
        ("ask_what", "Decide"),
        ("link_address", "example.org"),
    ]);
    let answer = town.lead().await.fill(NEW, &typed).await.is(422);
    kept(&answer, &typed);
    assert!(answer.texts("title")[0].starts_with("Error: "));
    assert_eq!(
        answer.texts(".errors li"),
        [
            "What has happened since your last update: fill this in",
            "Chance that the next gate is met on its forecast date, in per cent: enter a whole number from 0 to 100",
            "Where is it: enter a full address, such as https://example.org/paper",
        ]
    );
    for field in ["confidence_pct", "done", "link_address"] {
        assert_eq!(answer.texts(&format!("#{field}-problem")).len(), 1, "{field}");
    }
    let answer = town.lead().await.fill(NEW, &with(&[("ask_what", "Decide"), ("path_action", "Order")])).await.is(422);
    for field in ["ask_of_whom", "ask_by", "path_owner", "path_by"] {
        assert_eq!(answer.texts(&format!("#{field}-problem")).len(), 1, "{field}");
    }
    assert_eq!(answer.texts("details[open] #ask_what").len(), 1, "the folded part is open where it is wrong");
    town.lead().await.fill(NEW, &with(&[("period_end", "2026-11-25")])).await.is(422);
}

#[tokio::test]
async fn sent_twice_it_counts_once_and_another_for_the_same_day_is_a_correction() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let form = lead.get(NEW).await.is(200).form(&WORDS);
    let (one, two) = tokio::join!(lead.post(NEW, &form), lead.post(NEW, &form));
    assert_eq!(one.is(303).location(), two.is(303).location());
    assert_eq!(lead.get(ALL).await.texts(".tl > li").len(), 1);
    lead.fill(NEW, &with(&[("confidence", "off-track")])).await.is(303);
    let list = lead.get(ALL).await;
    assert_eq!(list.texts(".tl .tag"), ["Correction", "Corrected since"]);
    assert_eq!(list.texts("h2#updates"), ["Off track"]);
}

#[tokio::test]
async fn on_track_needs_no_path_and_drops_the_one_of_last_time() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let executive = place(EXECUTIVE).to_string();
    let path = [("path_action", "Order again"), ("path_owner", &*executive), ("path_by", "2026-12-20")];
    lead.fill(NEW, &with(&path)).await.is(303);
    lead.get(ALL).await.says("Path to green: Order again. Executive, by 20 December 2026.");
    town.wait(TimeDelta::days(1));
    let lead = town.lead().await;
    lead.fill(NEW, &with(&[("confidence", "on-track"), ("path_still", "yes")])).await.is(303);
    assert_eq!(lead.get(ALL).await.body.matches("Path to green").count(), 1);
}

#[tokio::test]
async fn what_happened_since_the_last_update_stands_beside_the_form() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.get(NEW).await.says("The first update");
    lead.fill(NEW, &WORDS).await.is(303);
    town.wait(TimeDelta::days(2));
    let lead = town.lead().await;
    lead.get(NEW).await.says("Nothing has changed in the record");
    let milestone =
        [("title", "Trial on Mill Lane"), ("kind", "delivery"), ("forecast_on", "2027-02-01"), ("baselined", "")];
    lead.fill("innovations/1/milestones/new", &milestone).await.is(303);
    lead.get(NEW)
        .await
        .says("Since your last update")
        .says("24 November 2026 to 26 November 2026")
        .says("New milestone, Trial on Mill Lane, expected on 1 February 2027");
}

#[tokio::test]
async fn still_true_says_the_last_words_again() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.post_body("innovations/1/updates/still-true", "submission=1").await.is(409).says("There is no update yet");
    lead.fill(NEW, &WORDS).await.is(303);
    town.wait(TimeDelta::days(9));
    let lead = town.lead().await;
    lead.get(NEW).await.says("Nothing new to say?").says("Still true");
    for _ in 0..2 {
        lead.post_body("innovations/1/updates/still-true", "submission=2").await.is(303);
    }
    let list = lead.get(ALL).await;
    assert_eq!(list.texts(".tl > li").len(), 2);
    list.says("Still true").says("3 December 2026");
}

#[tokio::test]
async fn whoever_may_not_is_told_who_may_and_a_stopped_innovation_takes_none() {
    let town = Town::new().await;
    let refused = town.administrator().await.get(NEW).await.is(403);
    refused.says("can post an update");
    town.viewer().await.get(NEW).await.is(404);
    town.viewer().await.get(ALL).await.is(404);
    town.stranger().get(NEW).await.is(303);
    let lead = town.lead().await;
    let form = lead.get(NEW).await.form(&WORDS);
    gone(&town, MANAGER, Place::Stopped).await;
    lead.get(NEW).await.is(409).says("has been stopped");
    lead.get(ALL).await.is(200).says("Stopped").keeps_silent("Post update");
    let late = lead.post(NEW, &form).await.is(409);
    kept(&late, &WORDS);
}

#[tokio::test]
async fn the_past_shows_what_had_been_said_and_offers_nothing_to_do() {
    let town = Town::new().await;
    let lead = town.lead().await;
    lead.fill(NEW, &WORDS).await.is(303);
    town.wait(TimeDelta::days(30));
    let lead = town.lead().await;
    lead.get(ALL).await.says("Out of date: the last is for 24 November 2026, the next is 16 days late");
    let then = lead.get("innovations/1/updates?as-at=2026-11-25").await.is(200);
    then.says("Twelve lamps fitted.").keeps_silent("Post update");
    assert_eq!(then.texts("h2#updates"), ["At risk"]);
    lead.get("innovations/1/updates?as-at=2026-11-23").await.is(200).says("No updates yet");
    lead.get("innovations/1/updates/new?as-at=2026-11-23").await.is(404);
}

#[tokio::test]
async fn whoever_has_one_innovation_comes_straight_to_its_form() {
    let town = Town::new().await;
    let straight = town.lead().await.get("updates/new").await.is(303);
    assert_eq!(straight.location(), "/northshire/innovations/1/updates/new");
    town.manager().await.get("updates/new").await.is(200).says("Smart street lamps").says("late");
    town.viewer().await.get("updates/new").await.is(200).says("There is no innovation on which you can post");
}
