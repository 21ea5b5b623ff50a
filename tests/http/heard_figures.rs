//! Who has been heard, in thirty months of a council's own spreadsheets, counted twice: by the program, which brought
//! them in, and by a script that read them.
use crate::import::reach;
use domain::testing::*;
use std::{collections::BTreeMap, fs, path::Path, process::Command, time::Instant};
use store::Store;
use tests::{Heard, Town, new_postgres, now};

/// References of innovations that are paused.
const PAUSED: [&str; 2] = ["I-07", "I-12"];

#[tokio::test]
async fn the_program_and_the_script_count_the_same_on_sqlite() {
    counted(Town::new().await).await;
}

#[tokio::test]
async fn the_program_and_the_script_count_the_same_on_postgres() {
    let store = Store::open(&new_postgres("heard").await, 256 << 20).await.expect("opens");
    counted(Town::on(store, tempfile::tempdir().expect("a folder")).await).await;
}

async fn counted(town: Town) {
    let heard = Heard { today: today() };
    let Some(script) = by_script(heard) else {
        println!("left out: there is no python3 on this machine");
        return;
    };
    bring(&town, heard).await;
    pause(&town).await;
    let there = reach(&town).await;
    let figures = there.seen().engagement_figures(today());
    assert_eq!([figures.coverage.credited.len(), figures.coverage.bottom()], script.coverage, "coverage");
    assert_eq!([figures.closed_loop.credited.len(), figures.closed_loop.bottom()], script.closed_loop, "loop");
    assert!((figures.debt() - script.debt).abs() < 1e-9, "{} and {}", figures.debt(), script.debt);
    let mean = figures.mean_influence().expect("some are priorities");
    assert!((mean - script.mean_influence).abs() < 1e-12, "{mean} and {}", script.mean_influence);
    let of_each: BTreeMap<_, _> = there
        .seen()
        .innovations()
        .filter_map(|one| {
            let value = there.seen().influence_on(one, today()).influence.value();
            Some((one.external_ref.as_ref()?.to_string(), value))
        })
        .collect();
    assert_eq!(of_each, script.influence, "influence of each innovation");
    // Figures that are all alike would agree by chance.
    let [met, due] = script.coverage;
    assert!(0 < met && met < due && script.closed_loop[0] > 100 && script.mean_influence < 1.0);
}

/// What the script counts.
struct Script {
    coverage: [usize; 2],
    closed_loop: [usize; 2],
    debt: f64,
    mean_influence: f64,
    influence: BTreeMap<String, f64>,
}

/// None where there is nobody to run it.
fn by_script(heard: Heard) -> Option<Script> {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in heard.files() {
        fs::write(folder.path().join(name), text).expect("written");
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("heard.py");
    let run = Command::new("python3").arg(script).arg(folder.path()).arg(heard.today.to_string()).args(PAUSED).output();
    let output = match run {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
        run => run.expect("runs"),
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let pair =
        |name: &str| [0, 1].map(|at| said[name][at].as_u64().and_then(|one| one.try_into().ok()).expect("a count"));
    let number = |name: &str| said[name].as_f64().expect("a number");
    let influence = said["influence"].as_object().expect("of each");
    Some(Script {
        coverage: pair("coverage"),
        closed_loop: pair("loop"),
        debt: number("debt"),
        mean_influence: number("mean_influence"),
        influence: influence.iter().map(|(one, value)| (one.clone(), value.as_f64().expect("a number"))).collect(),
    })
}

/// All rows are good, and the same files again bring nothing.
async fn bring(town: &Town, heard: Heard) {
    let slug = town.slug.parse().expect("a slug");
    heard.add_areas(&town.store, &slug, now()).await.expect("kept");
    for again in [false, true] {
        let began = Instant::now();
        for (name, counts, problems) in heard.bring(&town.store, &slug, now()).await.expect("brought") {
            println!("{name}: {} new, {} updated", counts.new, counts.updated);
            assert_eq!(problems, Vec::<String>::new(), "{name}");
            assert_eq!(counts.good() == 0, again, "{name}: {counts:?}");
        }
        println!("in {:?}", began.elapsed());
    }
    let there = reach(town).await;
    assert_eq!(there.seen().all_engagements().len(), Heard::ENGAGEMENTS as usize);
    assert_eq!(there.seen().stakeholders().len(), Heard::STAKEHOLDERS as usize);
}

async fn pause(town: &Town) {
    let manager = town.manager().await;
    let there = reach(town).await;
    let executive = place(EXECUTIVE).to_string();
    for reference in PAUSED {
        let number = crate::import::referred(&there, reference).number;
        let answers = [("reason", "Waiting for the vote"), ("review_on", "2027-01-31"), ("decided_by", &executive)];
        manager.fill(&format!("innovations/{number}/pause"), &answers).await.is(303);
    }
}
