//! What each of them does again and again.
use super::MANY;
use chrono::NaiveTime;
use domain::{testing::*, *};
use std::collections::BTreeMap;
use store::Asked;
use tests::{Actor, Answer, Town, now};
use uuid::Uuid;

const LIT: PriorityAreaId = PriorityAreaId(Uuid::from_u128(900));

/// The lamps in Pilot since January, and two more innovations of that priority in Test, backed until 2030.
pub async fn plant(town: &Town) {
    let two = [2_u32, 3].map(|number| {
        let id = |n: u32| Uuid::from_u128(u128::from(7000 + 100 * number + n));
        let innovation = InnovationId(id(0));
        let title = text(&format!("Innovation {number}"));
        let one =
            Innovation { id: innovation, number, title, priority_area: Some(LIT), ..domain::testing::innovation() };
        let start =
            StageMove { id: StageMoveId(id(1)), ..entered(innovation, 1, Place::Idea, Place::Stage(1), today()) };
        let backing = (2..).zip(CommitmentKind::NEEDED).map(|(n, kind)| Commitment {
            id: CommitmentId(id(n)),
            innovation,
            ..commitment(1, kind, Some("2030-03-31"))
        });
        backing.fold(Decision::add(one).and_add(start), Decision::and_add)
    });
    let area = PriorityArea { entry: Entry::default(), ..priority_area(LIT) };
    let pilot = entered(LAMPS, 2, Place::Stage(0), Place::Stage(2), day("2026-01-06"));
    let all = two.into_iter().fold(Decision::add(area).and_add(pilot), Decision::and);
    let reach = town.store.reach(&"northshire".parse().expect("a slug"), MANAGER, now()).await.expect("a member");
    let kept = town.store.decide(&reach, Asked::at(now()), |seen, _| {
        let lamps = seen.innovation(LAMPS)?;
        Ok(Decision::change(lamps, Innovation { priority_area: Some(LIT), ..(**lamps).clone() }).and(all))
    });
    kept.await.expect("kept");
}

/// Ten in the morning of a day to come.
pub fn wait_until(town: &Town, on: &str) {
    let ten = NaiveTime::from_hms_opt(10, 0, 0).expect("a time");
    let clock = (town.app.clock)();
    town.wait(day(on).and_time(ten).and_utc() - clock);
}

pub async fn through_the_gate(town: &Town, number: u32, to: &str, musts: &[&str]) -> Answer {
    let manager = town.manager().await;
    let path = format!("innovations/{number}/move?to={to}");
    let executive = place(EXECUTIVE).to_string();
    let answers: Vec<_> = musts.iter().map(|one| (*one, "yes")).chain([("decided_by", executive.as_str())]).collect();
    let gate = manager.get(&path).await.is(200).form(&answers);
    manager.post(&path, &gate).await
}

/// The sites by name.
pub async fn sites(lead: &Actor) -> BTreeMap<String, String> {
    let page = lead.get(MANY).await.is(200);
    let ids = page.form(&[]).into_iter().filter(|(name, _)| name == "row").map(|(_, id)| id);
    let names =
        page.texts("tbody th").into_iter().map(|cell| cell.split_whitespace().take(2).collect::<Vec<_>>().join(" "));
    names.zip(ids).collect()
}

/// Four sites of a wave are live from today, by one form.
pub async fn live(town: &Town, wave: u8) {
    let lead = town.lead().await;
    let sites = sites(&lead).await;
    let cells = (1..=4).map(|n| format!("to-{}", sites[&format!("Ward {}", 4 * wave - 4 + n)]));
    let cells: Vec<_> = cells.collect();
    let typed: Vec<_> = cells.iter().map(|cell| (cell.as_str(), "live")).collect();
    lead.fill(MANY, &typed).await.is(303);
}

pub async fn counted(town: &Town, reached: &str) {
    let lead = town.lead().await;
    let ward = &sites(&lead).await["Ward 1"];
    let cells = [("reached", reached), ("eligible", "1000")].map(|(of, typed)| (format!("{of}_people-{ward}"), typed));
    let typed = cells.each_ref().map(|(name, typed)| (name.as_str(), *typed));
    lead.fill("innovations/1/reach/new", &typed).await.is(303);
}

pub async fn reviewed(town: &Town, kind: &str, live_on: &str, found: &[(&str, &str)]) {
    let path = format!("innovations/1/reviews/new?kind={kind}&live_on={live_on}");
    town.lead().await.fill(&path, found).await.is(303);
}

/// The core is done there, and two people answer all questions yes: the lead, and the manager who is not of the team.
pub async fn checked(town: &Town, site: &str) {
    let lead = town.lead().await;
    let core = ["component_1", "component_2", "component_3"].map(|one| (one, "yes"));
    lead.fill(&format!("innovations/1/sites/{site}/fidelity"), &core).await.is(303);
    let questions: Vec<_> = (1..=12).map(|number| format!("e{number}")).collect();
    let answers: Vec<_> = questions.iter().map(|one| (one.as_str(), "yes")).collect();
    let form = format!("innovations/1/embedding/new?site={site}");
    for rater in [&lead, &town.manager().await] {
        rater.fill(&form, &answers).await.is(303);
    }
}

pub fn verdict(page: &Answer) -> Vec<String> {
    page.texts("section[aria-labelledby=action-10] .meter b")
}

/// What action 10 needs to be strong: of places that are live, and of what was found still in use.
pub fn gates(page: &Answer) -> Vec<String> {
    let all = page.texts("section[aria-labelledby=action-10] td[data-l='Needed for strong']");
    all.into_iter().filter(|one| one != "–").collect()
}
