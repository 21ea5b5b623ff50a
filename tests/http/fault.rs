//! Each statement of each form fails once: then nothing of it has happened, whoever sent it is told to try again, and
//! sending it again does it. The forms for people and for one's own account are done in steps: an account, a place, a
//! line in the log, a link; a name in each organisation. Sending the form again takes the steps that are left.
use crate::matrix::OURS;
use axum::http::Method;
use domain::Sequence;
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use store::{Asked, LinkKind, Store, faults};
use tests::{Actor, Answer, Town, address, furnished, new_postgres, now};
use web::Who;

/// Who, where, and what they answer.
type Deed = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// What the examples of the addresses do not reach.
const DEEDS: [Deed; 10] = [
    ("manager", "innovations/new", &[("title", "Smart bins"), ("on", "2026-11-20")]),
    (
        "manager",
        "innovations/1/milestones/new",
        &[("title", "Trial"), ("kind", "gate"), ("forecast_on", "2027-02-01"), ("baselined", "yes")],
    ),
    (
        "lead",
        "innovations/1/updates/new",
        &[
            ("confidence", "on-track"),
            ("done", "Twelve lamps fitted."),
            ("next", "The lead counts complaints by Friday."),
        ],
    ),
    (
        "lead",
        "innovations/1/money/new",
        &[
            ("kind", "base"),
            ("source", "Street lighting budget"),
            ("approved", "£200,000"),
            ("from_on", "2026-04-01"),
            ("to_on", "2027-03-31"),
        ],
    ),
    ("lead", "innovations/1/edit", &[("summary", "Lamps that dim.")]),
    (
        "administrator",
        "people/invite",
        &[("email", "sam@northshire.example.org"), ("name", "Sam Field"), ("role", "team-member")],
    ),
    (
        "administrator",
        "settings/quiet-periods/new",
        &[("label", "Christmas"), ("from_on", "2026-12-21"), ("to_on", "2027-01-03")],
    ),
    ("manager", "priorities/new", &[("title", "Care at home"), ("active_from", "2026-04-01")]),
    (
        "manager",
        "innovations/1/pause",
        &[
            ("reason", "The supplier is late."),
            ("review_on", "2027-01-31"),
            ("decided_by", "00000000-0000-0000-0000-000000000068"),
        ],
    ),
    ("lead", "/account/name", &[("name", "Lea Field")]),
];

struct Place {
    town: Town,
    url: String,
    /// What was done only half.
    halves: Mutex<Vec<String>>,
}

impl Place {
    async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("town.db").display());
        Self { town: Town::on(Store::open(&url, 64 << 20).await.unwrap(), folder).await, url, halves: Mutex::default() }
    }

    async fn postgres() -> Self {
        let url = new_postgres("fault").await;
        let store = Store::open(&url, 64 << 20).await.unwrap();
        Self { town: Town::on(store, tempfile::tempdir().unwrap()).await, url, halves: Mutex::default() }
    }

    /// Every row of every table, as text.
    async fn rows(&self) -> BTreeMap<String, Vec<String>> {
        if self.url.starts_with("sqlite") { rows_of_sqlite(&self.url).await } else { rows_of_postgres(&self.url).await }
    }

    async fn actor(&self, name: &str) -> Actor {
        match name {
            "administrator" => self.town.administrator().await,
            "manager" => self.town.manager().await,
            "executive" => self.town.executive().await,
            "lead" => self.town.lead().await,
            _ => self.town.stranger(),
        }
    }

    /// Sends a form until no statement of it fails any more.
    async fn send(&self, actor: &Actor, path: &str, form: &[(String, String)]) -> Answer {
        let before = self.rows().await;
        for statement in 0.. {
            faults::strike_at(statement);
            let answer = actor.post(path, form).await;
            if !faults::ended() {
                return answer;
            }
            // Some statements are only for the record, such as when a session was last seen.
            let is_done = answer.status.is_success() || answer.status.is_redirection();
            if is_done && !answer.location().starts_with("/sign-in") {
                return answer;
            }
            let after = self.rows().await;
            // A draft keeps the words of whoever met another's edit, before they are told.
            let changed = after.iter().filter(|(name, rows)| *name != "draft" && before[*name] != **rows);
            let changed = changed.map(|(name, _)| name);
            let changed: Vec<_> = changed.collect();
            let is_step = path.contains("people/") || path.starts_with("/account/");
            if !changed.is_empty() && !is_step {
                self.halves.lock().unwrap().push(format!("{path}, statement {statement}: {changed:?}"));
            }
            assert_eq!(answer.status, 503, "{path}, statement {statement}: {}", answer.text());
            answer.says("send it again: it will not be done twice");
        }
        unreachable!("some number of statements is enough")
    }
}

async fn rows_of_sqlite(url: &str) -> BTreeMap<String, Vec<String>> {
    const TABLES: &str = "select t.name, (select group_concat('quote(\"' || c.name || '\")', ' || '' '' || ') from
        pragma_table_info(t.name) c) from sqlite_master t where t.type = 'table' and t.name not like 'sqlite_%'";
    let mut db = SqliteConnection::connect(url).await.unwrap();
    let tables: Vec<(String, String)> = sqlx::query_as(TABLES).fetch_all(&mut db).await.unwrap();
    let mut rows = BTreeMap::new();
    for (name, columns) in tables {
        let all = format!("select {columns} from \"{name}\" order by 1");
        let found = sqlx::query_scalar(AssertSqlSafe(all)).fetch_all(&mut db).await.unwrap();
        rows.insert(name, found);
    }
    rows
}

async fn rows_of_postgres(url: &str) -> BTreeMap<String, Vec<String>> {
    const TABLES: &str = "select tablename::text from pg_tables where schemaname = current_schema()";
    let mut db = PgConnection::connect(url).await.unwrap();
    let tables: Vec<String> = sqlx::query_scalar(TABLES).fetch_all(&mut db).await.unwrap();
    let mut rows = BTreeMap::new();
    for name in tables {
        let all = format!("select t::text from \"{name}\" t order by 1");
        let found = sqlx::query_scalar(AssertSqlSafe(all)).fetch_all(&mut db).await.unwrap();
        rows.insert(name, found);
    }
    rows
}

/// What the page of an address would send, with the example's answers; the example alone where there is no such page.
async fn form(actor: &Actor, address: &str, example: &str) -> Vec<(String, String)> {
    let example: Vec<(String, String)> = form_urlencoded::parse(example.as_bytes()).into_owned().collect();
    let page = actor.get(address).await;
    if page.status != 200 || page.texts("main form[method=post]").is_empty() {
        return example;
    }
    let answers: Vec<_> = example.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    page.form(&answers)
}

async fn all_or_nothing(place: Place) {
    for (who, path, answers) in DEEDS {
        let actor = place.actor(who).await;
        let form = actor.get(path).await.is(200).form(answers);
        let before = place.rows().await;
        let done = place.send(&actor, path, &form).await;
        assert!(done.status.is_redirection() || done.status == 200, "{path}: {} {}", done.status, done.text());
        assert_ne!(place.rows().await, before, "{path} does something");
    }
    let decision = furnished(OURS, "ours", "PLAIN");
    place
        .town
        .store
        .found(OURS, &"ours".parse().unwrap(), domain::testing::MANAGER, Asked::at(now()), decision)
        .await
        .unwrap();
    let mut done = BTreeSet::new();
    let routes: Vec<_> = place.town.routes.iter().filter(|route| route.method == Method::POST).cloned().collect();
    for route in routes.iter().filter(|route| route.who != Who::Anyone && !route.path.starts_with("/account")) {
        let address = address(route, "ours", OURS);
        for who in ["administrator", "manager", "executive"] {
            let actor = place.actor(who).await;
            let form = form(&actor, &address, route.example).await;
            if place.send(&actor, &address, &form).await.status.is_redirection() {
                done.insert(route.path);
                break;
            }
        }
    }
    assert_eq!(*place.halves.lock().unwrap(), Vec::<String>::new());
    assert!(done.len() >= 30, "of {} forms these were taken: {done:#?}", routes.len());
}

#[tokio::test]
async fn whichever_statement_fails_all_of_a_form_is_done_or_nothing_on_sqlite() {
    all_or_nothing(Place::sqlite().await).await;
}

#[tokio::test]
async fn whichever_statement_fails_all_of_a_form_is_done_or_nothing_on_postgres() {
    all_or_nothing(Place::postgres().await).await;
}

#[tokio::test]
async fn whichever_statement_fails_an_organisation_is_set_up_whole_or_not_at_all() {
    let place = Place::sqlite().await;
    let token = place.town.store.make_link(LinkKind::Setup, None, None, None, now()).await.unwrap();
    let link = format!("/setup?link={}", token.expose());
    let form = place.town.stranger().get(&link).await.is(200).form(&crate::setup::ANSWERS);
    place.send(&place.town.stranger(), &link, &form).await.is(303);
    assert_eq!(*place.halves.lock().unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn an_invitation_that_failed_anywhere_is_whole_once_it_is_sent_again() {
    let place = Place::sqlite().await;
    let administrator = place.town.administrator().await;
    let sam = [("email", "sam@northshire.example.org"), ("name", "Sam Field"), ("role", "team-member")];
    let form = administrator.get("people/invite").await.is(200).form(&sam);
    place.send(&administrator, "people/invite", &form).await.is(200).says("Send them this link");
    let rows = place.rows().await;
    let with = |table: &str, text: &str| rows[table].iter().filter(|row| row.contains(text)).count();
    assert_eq!(with("person", "sam@northshire.example.org"), 1, "one account");
    assert_eq!(with("record", "Sam Field"), 1, "one place");
    assert_eq!(rows["link"].len(), 1, "one link that counts");
    assert!(with("account_event", "membership_added") >= 1, "the log says so");
}

#[tokio::test]
async fn a_save_whose_answer_was_lost_is_there_and_counts_once_when_it_is_sent_again() {
    for place in [Place::sqlite().await, Place::postgres().await] {
        let path = "innovations/1/milestones/new";
        let lead = place.town.lead().await;
        let answers = [("title", "Trial"), ("kind", "gate"), ("forecast_on", "2027-02-01")];
        let form = lead.get(path).await.is(200).form(&answers);
        let before = place.town.store.load(domain::testing::NORTHSHIRE).await.unwrap().sequence;
        faults::lose_the_next_commit();
        lead.post(path, &form).await.is(503);
        faults::ended();
        let after = place.town.store.load(domain::testing::NORTHSHIRE).await.unwrap().sequence;
        assert_eq!(after, Sequence(before.0 + 1), "it was done");
        let list = lead.post(path, &form).await.is(303).location().to_owned();
        assert_eq!(place.town.store.load(domain::testing::NORTHSHIRE).await.unwrap().sequence, after, "once");
        lead.get(&list).await.is(200).says("Trial");
    }
}

#[tokio::test]
async fn a_clock_that_jumps_signs_nobody_out_and_keeps_the_history_in_order() {
    let town = Town::new().await;
    let lead = town.lead().await;
    let start = now();
    let at = |text: &str| text.parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    // Back by hours, on, and over both nights on which London changes its clocks.
    let instants = ["2026-11-24T07:00:00Z", "2026-11-24T12:00:00Z", "2026-11-23T23:59:59Z", "2026-11-24T10:00:01Z"];
    let mut clock = start;
    for (number, instant) in instants.into_iter().map(at).enumerate() {
        town.wait(instant - clock);
        clock = instant;
        let title = format!("Trial {number}");
        let answers = [("title", title.as_str()), ("kind", "gate"), ("forecast_on", "2027-02-01")];
        lead.fill("innovations/1/milestones/new", &answers).await.is(303);
    }
    for night in ["2027-03-28T00:59:59Z", "2027-03-28T01:00:01Z", "2027-10-31T00:59:59Z", "2027-10-31T01:00:01Z"] {
        town.wait(at(night) - clock);
        clock = at(night);
        let lead = town.lead().await;
        let answers = [("title", night), ("kind", "gate"), ("forecast_on", "2028-02-01")];
        lead.fill("innovations/1/milestones/new", &answers).await.is(303);
        lead.get("board").await.is(200);
    }
    let changes = town.store.changes(domain::testing::NORTHSHIRE, Sequence::NONE).await.unwrap();
    assert!(changes.is_sorted_by_key(|change| change.at), "time never runs back");
    assert!(town.store.check(domain::testing::NORTHSHIRE).await.unwrap().agrees);
}
