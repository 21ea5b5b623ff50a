//! Today's program opens the databases of every release before it. `cargo xtask fixture` keeps today's for those after.
use axum::http::Method;
use chrono::TimeDelta;
use domain::{testing::*, *};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};
use store::{Asked, Client, LinkKind, Store, Upload};
use tempfile::TempDir;
use tests::{Town, address, furnished, now};
use uuid::Uuid;

const OURS: OrganisationId = OrganisationId(Uuid::from_u128(1 << 80));
/// Every text of the organisation `OURS` begins with it.
const MARK: &str = "KEPT";
const ENGINES: [&str; 2] = ["sqlite", "postgres"];
const BYTES: usize = 64 << 20;

/// The folder of the databases of one release.
fn folder(version: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(version)
}

fn file(version: &str, engine: &str) -> PathBuf {
    folder(version).join(format!("{engine}.foothold"))
}

fn versions() -> Vec<String> {
    let folders = fs::read_dir(folder("")).unwrap().map(|entry| entry.unwrap().file_name());
    folders.map(|name| name.to_string_lossy().into_owned()).collect()
}

async fn place(engine: &str, folder: &TempDir) -> String {
    if engine == "sqlite" {
        return format!("sqlite:{}", folder.path().join("foothold.db").display());
    }
    let server = std::env::var("FOOTHOLD_TEST_POSTGRES").expect("FOOTHOLD_TEST_POSTGRES names a PostgreSQL server");
    let name = format!("foothold_upgrade_{}", Uuid::now_v7().simple());
    let mut db = PgConnection::connect(&server).await.unwrap();
    sqlx::query(AssertSqlSafe(format!("create database {name}"))).execute(&mut db).await.unwrap();
    let (base, _) = server.rsplit_once('/').filter(|(base, _)| !base.ends_with('/')).unwrap_or((&server, ""));
    format!("{base}/{name}")
}

#[tokio::test]
async fn the_databases_of_every_release_are_opened_on_sqlite() {
    opened("sqlite").await;
}

#[tokio::test]
async fn the_databases_of_every_release_are_opened_on_postgres() {
    opened("postgres").await;
}

async fn opened(engine: &str) {
    assert!(versions().contains(&"0.1.0".to_owned()), "the first is there");
    for version in versions() {
        let folder = tempfile::tempdir().unwrap();
        let url = place(engine, &folder).await;
        let (manifest, report) = server::backup::restore(&url, &file(&version, engine)).await.unwrap();
        assert_eq!(manifest.version, version);
        assert!(report.is_good(), "{version}: the history leads to the portfolio");
        assert!(report.organisations.len() >= 2, "{version}");
        let town = Town::found_there(Store::open(&url, BYTES).await.unwrap(), folder);
        drawn(&town, &version).await;
        written(&town).await;
        town.store.close().await;
    }
}

/// Every page of today draws what was entered then, or says that there is nothing of its kind.
async fn drawn(town: &Town, version: &str) {
    let manager = town.manager().await;
    for path in ["/northshire/board", "/northshire/innovations/1", "/ours/board", "/ours/innovations/1"] {
        manager.get(path).await.is(200).says("Smart street lamps");
    }
    manager.get("/ours/innovations/1/milestones").await.is(200).says(MARK);
    manager.get("/northshire/board?as-at=2026-02-28").await.is(200).says("Smart street lamps");
    for route in town.routes.iter().filter(|route| route.method == Method::GET) {
        let address = address(route, "ours", OURS);
        let answer = manager.get(&address).await;
        assert!(!answer.status.is_server_error(), "{version}: {address}: {}", answer.text());
    }
}

async fn written(town: &Town) {
    let manager = town.manager().await;
    let gate = [("title", "Later trial"), ("kind", "gate"), ("forecast_on", "2027-02-01")];
    let list = manager.fill("innovations/1/milestones/new", &gate).await.is(303).location().to_owned();
    manager.get(&list).await.is(200).says("Later trial");
    let update = [("confidence", "on-track"), ("done", "Lamps fitted."), ("next", "Count complaints.")];
    town.lead().await.fill("innovations/1/updates/new", &update).await.is(303);
}

#[tokio::test]
#[ignore = "writes files: cargo xtask fixture"]
async fn keep_the_database_of_this_release() {
    let version = env!("CARGO_PKG_VERSION");
    let kept = folder(version);
    assert!(!kept.exists(), "{} is there already, and what is kept is never changed", kept.display());
    fs::create_dir_all(&kept).unwrap();
    for engine in ENGINES {
        let scratch = tempfile::tempdir().unwrap();
        let url = place(engine, &scratch).await;
        let town = Town::on(Store::open(&url, BYTES).await.unwrap(), scratch).await;
        lived(&town).await;
        let file = file(version, engine);
        server::backup::take(&url, &file, now()).await.unwrap();
        println!("{}: {} bytes", file.display(), fs::metadata(&file).unwrap().len());
        town.store.close().await;
    }
}

/// A record of each noun that is furnished, rows in every table, and a history with changes and removals.
async fn lived(town: &Town) {
    let asked = Asked::at(now() - TimeDelta::days(20));
    let decision = rest(furnished(OURS, "ours", MARK));
    town.store.found(OURS, &"ours".parse().unwrap(), MANAGER, asked, decision).await.unwrap();
    let (administrator, manager, lead) = (town.administrator().await, town.manager().await, town.lead().await);

    let gate = [("title", "Trial"), ("kind", "gate"), ("forecast_on", "2027-02-01"), ("baselined", "yes")];
    let page = manager.fill("innovations/1/milestones/new", &gate).await.is(303).location().to_owned();
    let id = manager.get(&page).await.body.split("/milestones/").find_map(|part| part.get(..36)?.parse::<Uuid>().ok());
    let milestone = format!("innovations/1/milestones/{}", id.expect("a link"));
    let later = [("forecast_on", "2027-03-01"), ("reason", "Lamps came late")];
    manager.fill(&format!("{milestone}/edit"), &later).await.is(303);
    let outdated = lead.get(&format!("{milestone}/edit")).await.form(&[("title", "Trial on Mill Lane")]);
    manager.fill(&format!("{milestone}/edit"), &[("title", "Trial on High Street")]).await.is(303);
    lead.post(&format!("{milestone}/edit"), &outdated).await.is(409);
    manager.fill(&format!("{milestone}/remove"), &[("reason", "Entered twice")]).await.is(303);
    let update = [("confidence", "at-risk"), ("done", "Twelve lamps fitted."), ("next", "Count complaints.")];
    lead.fill("innovations/1/updates/new", &update).await.is(303);
    let sponsor = domain::testing::place(EXECUTIVE).to_string();
    let pause = [("reason", "The supplier is late."), ("review_on", "2027-01-31"), ("decided_by", sponsor.as_str())];
    manager.fill("innovations/1/pause", &pause).await.is(303);
    manager.fill("innovations/1/resume", &[("decided_by", sponsor.as_str())]).await.is(303);
    let sam = [("email", "sam@northshire.example.org"), ("name", "Sam Field"), ("role", "team-member")];
    administrator.fill("people/invite", &sam).await.is(200);

    let client = Client { address: [127, 0, 0, 1].into(), agent: "tests" };
    let token = town.store.make_link(LinkKind::Reset, Some(LEAD), Some(NORTHSHIRE), None, now()).await.unwrap();
    let password = [("password", "turnip lorry cabinet"), ("again", "turnip lorry cabinet")];
    town.stranger().fill(&format!("/link/{}", token.expose()), &password).await.is(303);
    let email: Email = "lead@northshire.example.org".parse().unwrap();
    assert!(town.store.sign_in(&email, "wrong", &client, now()).await.is_err());
    let reach = town.store.reach(&"northshire".parse().unwrap(), MANAGER, now()).await.unwrap();
    town.store.keep_glance(&reach, now()).await.unwrap();
    let upload =
        Upload { id: Uuid::from_u128(7), name: "plans.csv".into(), body: b"Name,RAG\nFalls sensors,Green\n".into() };
    town.store.keep_upload(&reach, &upload, now()).await.unwrap();

    let held: BTreeSet<_> = town.store.load(OURS).await.unwrap().all().map(|record| record.noun()).collect();
    for (noun, _) in Record::NOUNS.iter().filter(|(noun, _)| !held.contains(noun)) {
        println!("no record of {noun} is in it: add one to tests/src/furnished.rs first");
    }
}

/// Nouns that no address of the furnished organisation needs.
fn rest(decision: Decision) -> Decision {
    let (entry, on) = (Entry::default(), day("2026-11-01"));
    decision
        .and_add(Appetite {
            id: AppetiteId(Uuid::from_u128(501)),
            entry,
            council: None,
            category: RiskCategory::Delivery,
            band: AppetiteBand::Open,
        })
        .and_add(Council {
            id: CouncilId(Uuid::from_u128(502)),
            entry,
            name: text("Eastvale Council"),
            organisation: None,
            from_on: on,
            to_on: None,
            ending: None,
        })
        .and_add(Import {
            id: ImportId(Uuid::from_u128(503)),
            entry,
            kind: ImportKind::default(),
            file: text("plans.csv"),
            report_on: on,
            mapping: vec![("Name".into(), "title".into())],
            added: 1,
            updated: 0,
            refused: 0,
            undone_on: None,
            last_number: 0,
            unit: AmountUnit::default(),
        })
}
