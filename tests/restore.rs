//! A backup taken while people write, and an empty place filled from it.
use domain::{
    Portfolio, Sequence,
    testing::{MANAGER, NORTHSHIRE},
};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::{fs, path::Path, time::Duration};
use store::{Client, Store};
use tempfile::TempDir;
use tests::{Actor, Town, now};
use uuid::Uuid;

/// Where a portfolio is kept, and where its backup goes to.
struct Places {
    folder: TempDir,
    from: String,
    to: String,
}

impl Places {
    fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let [from, to] = ["from", "to"].map(|name| format!("sqlite:{}", folder.path().join(name).display()));
        Self { folder, from, to }
    }

    async fn postgres() -> Self {
        let [from, to] = [database().await, database().await];
        Self { folder: tempfile::tempdir().unwrap(), from, to }
    }

    fn file(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    async fn remove(self) {
        for url in [&self.from, &self.to].into_iter().filter(|url| url.starts_with("postgres")) {
            let (server, name) = url.rsplit_once('/').unwrap();
            on_server(server, &format!("drop database if exists {name} with (force)")).await;
        }
    }
}

async fn database() -> String {
    let given = std::env::var("FOOTHOLD_TEST_POSTGRES").expect(
        "set FOOTHOLD_TEST_POSTGRES to a PostgreSQL server where databases may be made, \
         such as postgres://postgres@127.0.0.1:5432",
    );
    let (scheme, rest) = given.split_once("://").unwrap();
    let server = format!("{scheme}://{}", rest.split('/').next().unwrap());
    let name = format!("foothold_restore_{}", Uuid::now_v7().simple());
    on_server(&server, &format!("create database {name}")).await;
    format!("{server}/{name}")
}

async fn on_server(server: &str, statement: &str) {
    let mut db = PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
    sqlx::query(AssertSqlSafe(statement.to_owned())).execute(&mut db).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_sqlite_taken_while_people_write_can_be_restored() {
    drill(Places::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_postgresql_taken_while_people_write_can_be_restored() {
    drill(Places::postgres().await).await;
}

async fn drill(places: Places) {
    let town = Town::on(Store::open(&places.from, 64 << 20).await.unwrap(), tempfile::tempdir().unwrap()).await;
    let client = Client { address: [127, 0, 0, 1].into(), agent: "tests" };
    let token = town.store.begin_session(MANAGER, &client, now()).await.unwrap().unwrap();
    let writing = tokio::spawn(write(town.manager().await));
    until(&town.store, 5).await;
    let file = places.file("foothold.backup");
    let manifest = server::backup::take(&places.from, &file, now()).await.unwrap();
    until(&town.store, 5).await;
    writing.abort();
    assert_eq!(manifest.organisations, 1);
    assert_eq!(names(places.folder.path(), "foothold.backup"), 1, "nothing is left beside it");

    let (restored, report) = server::backup::restore(&places.to, &file).await.unwrap();
    assert!(report.is_good());
    assert_eq!(restored, manifest);
    let there = Store::open(&places.to, 64 << 20).await.unwrap();
    assert!(there.session(&token, now()).await.unwrap().is_some(), "whoever was signed in still is");
    let portfolio = there.load(NORTHSHIRE).await.unwrap();
    assert_eq!(portfolio, as_at(&town.store, portfolio.sequence).await);
    assert_eq!(i64::try_from(portfolio.records()).unwrap(), manifest.records);
    assert!(town.store.load(NORTHSHIRE).await.unwrap().sequence > portfolio.sequence, "people went on writing");
    assert_ne!(there.line().await.unwrap(), manifest.line, "it goes its own way from here");

    let again = server::backup::restore(&places.to, &file).await;
    assert!(refusal(again).contains("holds something already"));
    let taken = server::backup::take(&places.from, &file, now()).await;
    assert!(refusal(taken).contains("is there already"));
    there.close().await;
    town.store.close().await;
    places.remove().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_backup_is_refused_and_leaves_the_place_empty() {
    let places = Places::sqlite();
    let town = Town::on(Store::open(&places.from, 1000).await.unwrap(), tempfile::tempdir().unwrap()).await;
    let file = places.file("foothold.backup");
    server::backup::take(&places.from, &file, now()).await.unwrap();
    let whole = fs::read(&file).unwrap();
    for length in [0, 40, whole.len() / 2, whole.len() - 9] {
        fs::write(&file, &whole[..length]).unwrap();
        refusal(server::backup::restore(&places.to, &file).await);
    }
    let mut other = whole;
    let middle = other.len() / 2;
    // More than one bit: within a run of zeros a single one may unpack to the very same bytes.
    for byte in &mut other[middle..middle + 64] {
        *byte = !*byte;
    }
    fs::write(&file, other).unwrap();
    refusal(server::backup::restore(&places.to, &file).await);
    assert_eq!(names(places.folder.path(), "to"), 0);
    town.store.close().await;
}

async fn write(manager: Actor) {
    for turn in 0.. {
        let title = format!("Trial {turn}");
        let answers = [("title", title.as_str()), ("kind", "gate"), ("forecast_on", "2027-02-01"), ("baselined", "")];
        manager.fill("innovations/1/milestones/new", &answers).await.is(303);
    }
}

/// So many changes more.
async fn until(store: &Store, more: i64) {
    let start = store.portfolio(NORTHSHIRE).await.unwrap().sequence.0;
    while store.portfolio(NORTHSHIRE).await.unwrap().sequence.0 < start + more {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

async fn as_at(store: &Store, sequence: Sequence) -> Portfolio {
    let mut portfolio = Portfolio::blank(NORTHSHIRE);
    for change in store.changes(NORTHSHIRE, Sequence::NONE).await.unwrap() {
        if change.sequence <= sequence {
            portfolio.apply(&change);
        }
    }
    portfolio
}

fn names(folder: &Path, begin: &str) -> usize {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.to_string_lossy().starts_with(begin)).count()
}

#[track_caller]
fn refusal<T>(done: Result<T, server::Trouble>) -> String {
    done.err().expect("refused").to_string()
}
