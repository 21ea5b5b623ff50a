//! Fourteen months of an executive, a programme manager and a lead: a pilot that nobody decided about is scaled, checked,
//! embedded at some places, and found out of use at others.
mod hands;

use crate::scale_plan::ALL_WARDS;
use domain::testing::{EXECUTIVE, place};
use hands::{checked, counted, gates, live, plant, reviewed, sites, through_the_gate, verdict, wait_until};
use store::Store;
use tests::{Town, new_postgres};

const TAB: &str = "innovations/1/scale-up";
const MANY: &str = "innovations/1/sites/moves";

#[tokio::test]
async fn what_was_scaled_and_slipped_back_changes_what_the_record_shows_on_sqlite() {
    fourteen_months(Town::new().await).await;
}

#[tokio::test]
async fn what_was_scaled_and_slipped_back_changes_what_the_record_shows_on_postgres() {
    let store = Store::open(&new_postgres("director").await, 64 << 20).await.expect("opens");
    fourteen_months(Town::on(store, tempfile::tempdir().expect("a folder")).await).await;
}

async fn fourteen_months(town: Town) {
    plant(&town).await;
    wait_until(&town, "2027-01-12");
    nobody_decided(&town).await;
    scaled(&town).await;
    for (wave, on) in [(1, "2027-02-01"), (2, "2027-04-01"), (3, "2027-06-01")] {
        wait_until(&town, on);
        live(&town, wave).await;
    }
    fell_due(&town).await;
    embedded(&town).await;
    slipped_back(&town).await;
}

async fn nobody_decided(town: &Town) {
    let executive = town.executive().await;
    executive
        .get("scale-up")
        .await
        .says("1 pilot past its time, 1 innovation stalled.")
        .says("Pilot purgatory: decide to go on, or to stop");
    executive
        .get("innovations/1")
        .await
        .says("over the longest time for a pilot, with no decision to go on or to stop");
    assert_eq!(verdict(&executive.get("actions").await), ["Not enough yet"]);
}

async fn scaled(town: &Town) {
    let gate = ["data", "unit_cost", "without_founders", "sites", "core", "funded", "owner"];
    let musts = gate.map(|question| format!("scale_{question}"));
    let refused = through_the_gate(town, 1, "stage-3", &musts.each_ref().map(String::as_str)).await.is(422);
    refused.says("What the record shows").says("The core components are named: Not shown");
    assert_eq!(refused.texts("#override_reason-problem").len(), 1);
    let why = refused.form(&[("override_reason", "The plan and the sites are written this week")]);
    town.manager().await.post("innovations/1/move?to=stage-3", &why).await.is(303);
    town.executive().await.get("scale-up").await.says("No pilot is past its time without a decision.");

    let lead = town.lead().await;
    lead.fill(&format!("{TAB}/plan"), &ALL_WARDS).await.is(303);
    let planned = ["2027-02-01", "2027-04-01", "2027-06-01"];
    let rows = (1..=12_usize).flat_map(|n| {
        let wave = (n - 1) / 4;
        let typed =
            [("name", format!("Ward {n}")), ("wave", (wave + 1).to_string()), ("planned", planned[wave].into())];
        typed.map(|(field, typed)| (format!("{field}_{n}"), typed))
    });
    let rows: Vec<_> = rows.chain([("kind".into(), "ward".into()), ("eligible".into(), "yes".into())]).collect();
    let rows: Vec<_> = rows.iter().map(|(name, typed)| (name.as_str(), typed.as_str())).collect();
    lead.fill("innovations/1/sites/new-list", &rows).await.is(303);
    for kind in ["funding", "sponsorship", "political"] {
        let given = [("kind", kind), ("by", "Cabinet"), ("from_on", "2027-01-01"), ("to_on", "2030-03-31")];
        lead.fill("innovations/1/commitments/new", &given).await.is(303);
    }
    let page = lead.get(TAB).await;
    page.says("0 of 12").says("Next site Ward 1").says("Backed for 38 months");
    page.says("Forecast: 12 by June 2027").says("April 2027 8 – 8");
}

async fn fell_due(town: &Town) {
    wait_until(town, "2027-08-03");
    let lead = town.lead().await;
    lead.get("/northshire").await.says("Is it still in use? The review after 6 months of 4 sites");
    lead.get(TAB).await.says("12 of 12").says("Reviews: 0 done of 1 due").says("1 August 2027, due now");
    counted(town, "388").await;
    lead.get(TAB).await.says("388 of 1000");
    town.executive().await.get("scale-up").await.says("No review is overdue.");
    wait_until(town, "2027-09-20");
    town.executive().await.get("scale-up").await.says("1 review overdue.").says("0 done of 1 due, 1 overdue");
}

async fn embedded(town: &Town) {
    let lead = town.lead().await;
    let sites = sites(&lead).await;
    let step = |ward: &str| format!("innovations/1/sites/{}/move", sites[ward]);
    let refused = lead.fill(&step("Ward 1"), &[("to", "embedded")]).await.is(422);
    refused.says("It cannot be called embedded yet").says("The review after 6 months is not done").says("E9");
    let in_use = [("still_in_use", "yes"), ("outcome_held", "yes")];
    reviewed(town, "6-months", "2027-02-01", &in_use).await;
    wait_until(town, "2027-10-04");
    reviewed(town, "6-months", "2027-04-01", &[("still_in_use", "partly"), ("outcome_held", "partly")]).await;
    wait_until(town, "2027-12-02");
    reviewed(town, "6-months", "2027-06-01", &in_use).await;
    let lead = town.lead().await;
    for ward in ["Ward 1", "Ward 2"] {
        checked(town, &sites[ward]).await;
        lead.fill(&step(ward), &[("to", "embedded")]).await.is(303);
    }
    let partly = lead.fill(&step("Ward 5"), &[("to", "embedded")]).await.is(422);
    partly.says("The review after 6 months was not passed");
    lead.get(TAB).await.says("12 of 12 sites use it, 2 as a matter of course");
    counted(town, "900").await;
}

async fn slipped_back(town: &Town) {
    let pilot = ["pilot_threshold", "pilot_baseline", "pilot_threats", "pilot_why"];
    for number in [2, 3] {
        through_the_gate(town, number, "stage-2", &pilot).await.is(303);
    }
    let executive = town.executive().await;
    let agreed = [
        ("what", "Pay for the lamps from the base budget"),
        ("kind", "funding"),
        ("outcome", "agreed"),
        ("decided_on", "2027-12-02"),
        ("taken_by", &place(EXECUTIVE).to_string()),
        ("reason", "They save what they cost in a year."),
    ];
    executive.fill("decisions/new?innovation=1", &agreed).await.is(303);
    let before = executive.get("actions").await.is(200);
    assert_eq!(verdict(&before), ["Strong"], "{}", before.text());
    assert_eq!(gates(&before), ["At least 50%: yes", "At least 50%: yes"]);
    before.says("After 6 months, done 20 September 2027, not on time: still in use.");

    wait_until(town, "2028-02-02");
    let lead = town.lead().await;
    let sites = sites(&lead).await;
    let (first, second) = (sites["Ward 1"].as_str(), sites["Ward 2"].as_str());
    let found = [("sites", first), ("sites", second), ("still_in_use", "no"), ("outcome_held", "no")];
    reviewed(town, "12-months", "2027-02-01", &found).await;
    for (site, to, why) in [(first, "reverted", "Too dark for the market"), (second, "live", "Switched off in winter")]
    {
        lead.fill(&format!("innovations/1/sites/{site}/move"), &[("to", to), ("reason", why)]).await.is(303);
    }
    lead.get(TAB)
        .await
        .says("First live 1 February 2027")
        .says("11 of 12")
        .says("reverted, 2 February 2028: Too dark for the market.")
        .says("No: 1.");
    lead.get(&format!("innovations/1/sites/{second}")).await.says("Switched off in winter");
    let after = town.executive().await.get("actions").await.is(200);
    assert_eq!(verdict(&after), ["Some"], "{}", after.text());
    assert_eq!(gates(&after), ["At least 50%: yes", "At least 50%: no"]);
    after.says("After 12 months, done 2 February 2028, on time: no longer in use.");
    after.says("Reviews were late, or found it no longer in use: look at what would bring it back.");
}
