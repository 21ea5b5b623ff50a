use domain::{
    Decision, Dependency, DependencyId, DependsOn, Entry, Innovation, InnovationId, Milestone, MilestoneId,
    MilestoneKind, PriorityArea, PriorityAreaId, Visibility, testing::*,
};
use store::Asked;
use tests::{Town, now};
use uuid::Uuid;

const BENCHES: InnovationId = InnovationId(Uuid::from_u128(101));
const GATE: MilestoneId = MilestoneId(Uuid::from_u128(210));

/// "Smart street lamps" in "Clean streets" and "Warm benches" in no area; the first waits on the second.
async fn town() -> Town {
    let town = Town::new().await;
    let area = PriorityArea {
        id: PriorityAreaId(Uuid::from_u128(900)),
        entry: Entry::default(),
        title: text("Clean streets"),
        active_from: day("2026-01-01"),
        active_to: None,
        closed_reason: None,
        political_sponsor: None,
        officer_sponsor: None,
        review_on: None,
    };
    let lamps = Innovation { priority_area: Some(area.id), visible_to: Visibility::Public, ..innovation() };
    let benches = Innovation { id: BENCHES, number: 2, title: text("Warm benches"), ..innovation() };
    let kind = MilestoneKind::Gate;
    let mut gate = Milestone { id: GATE, innovation: BENCHES, title: text("Decide on a pilot"), kind, ..milestone() };
    gate.forecasts[0].forecast_on = day("2026-11-20");
    let link = Dependency {
        id: DependencyId(Uuid::from_u128(500)),
        entry: Entry::default(),
        innovation: LAMPS,
        waits: milestone().id,
        on: DependsOn::Milestone { innovation: BENCHES, milestone: GATE },
        lag_days: 10,
        need_by: None,
        promised_on: None,
        met_on: None,
        owner: place(LEAD),
    };
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    let decide = |seen: domain::Seen<'_>, _| {
        let before = seen.innovation(LAMPS)?;
        let all = Decision::add(area).and_change(before, lamps).and_add(milestone());
        Ok(all.and_add(benches).and_add(gate).and_add(link))
    };
    town.store.decide(&reach, Asked::at(now()), decide).await.expect("kept");
    town
}

#[tokio::test]
async fn the_roadmap_says_what_is_late_what_is_next_and_what_waits_for_what() {
    let town = town().await;
    let map = town.lead().await.get("roadmap").await.is(200);
    map.says("2 innovations in 1 priority area. 1 milestone is overdue, and 1 thing waits on another innovation")
        .says("Overdue (1)")
        .says("4 days late")
        .says("Next 14 days (0)")
        .says("Smart street lamps: Trial on Mill Lane (1 February 2027) waits on NC-2 Warm benches: Decide on a pilot (20 November 2026), and 10 days of work after that. 4 days late.");
    assert_eq!(map.texts(".mast-nav a[aria-current=page]"), ["Roadmap"]);
    assert_eq!(map.texts(".roadmap-sheet .t-b"), ["Clean streets", "No priority area"]);
    assert_eq!(map.texts("path.dep").len(), 2, "the key, and one arrow");
}

#[tokio::test]
async fn every_innovation_and_milestone_of_the_drawing_is_a_link_with_a_name() {
    let town = town().await;
    let map = town.lead().await.get("roadmap").await.is(200);
    for name in [
        "aria-label=\"Smart street lamps, Explore\"",
        "aria-label=\"Warm benches: Decide on a pilot, expected on 20\u{a0}November 2026, 4 days late\"",
        &format!("href=\"/northshire/innovations/2/milestones/{GATE}\""),
    ] {
        assert!(map.body.contains(name), "{name}");
    }
}

#[tokio::test]
async fn span_filter_and_day_are_in_the_address_and_what_cannot_be_understood_is_left_out() {
    let town = town().await;
    let lead = town.lead().await;
    let map = lead.get("roadmap?span=3-months&words=street").await.is(200);
    map.says("1 innovation in 1 priority area.").says("Each bar runs from October 2026 to December 2026.");
    map.says("None in this time");
    assert!(map.body.contains("Roadmap from 1\u{a0}October 2026 to 31\u{a0}December 2026"));
    lead.get("roadmap?span=3-months&from=2027-01-15").await.says("Each bar runs from January 2027 to March 2027.");
    lead.get("roadmap?span=ages&from=soon&area=x").await.is(200).says("2 innovations");
    lead.get("roadmap?words=nothing").await.is(200).says("Nothing matches.");
    let past = lead.get("roadmap?as-at=2026-02-01").await.is(200);
    past.says("This is how things stood at the end of 1 February 2026").keeps_silent("Warm benches");
}

#[tokio::test]
async fn what_a_viewer_may_not_see_leaks_nowhere() {
    let town = town().await;
    let map = town.viewer().await.get("roadmap").await.is(200);
    map.says("1 innovation in 1 priority area. No milestone is overdue")
        .says("waits on Something you may not see, and 10 days of work after that. Not known.")
        .keeps_silent("Warm benches")
        .keeps_silent("Decide on a pilot")
        .keeps_silent(&GATE.to_string());
    let page = format!("innovations/1/milestones/{}", milestone().id);
    let page = town.viewer().await.get(&page).await.is(200);
    page.says("Something you may not see").keeps_silent("Warm benches").keeps_silent("It cannot be before");
    assert_eq!(town.stranger().get("roadmap").await.status, 303);
}

#[tokio::test]
async fn two_hundred_innovations_stand_on_drawings_no_higher_than_a_sheet_of_paper() {
    let town = Town::new().await;
    let add = |all: Decision, number: u32| {
        let id = InnovationId(Uuid::from_u128(5000 + u128::from(number)));
        let title = text(&format!("A rather long name of something that is tried somewhere, number {number}"));
        let one =
            Milestone { id: MilestoneId(Uuid::from_u128(9000 + u128::from(number))), innovation: id, ..milestone() };
        all.and_add(Innovation { id, number, title, ..innovation() }).and_add(one)
    };
    let decision = (2..=200).fold(Decision::default(), add);
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    town.store.decide(&reach, Asked::at(now()), |_, _| Ok(decision)).await.expect("kept");
    let map = town.lead().await.get("roadmap").await.is(200);
    map.says("200 innovations.");
    let heights = map.body.split("viewBox=\"0 0 1360 ").skip(1);
    let heights: Vec<u32> = heights.filter_map(|part| part.split('"').next()?.parse().ok()).collect();
    assert!(heights.len() >= 9 && heights.iter().all(|height| *height <= 870), "{heights:?}");
    println!("{} drawings, {} bytes", heights.len(), map.body.len());
}
