use crate::Actor;
use axum::Router;
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    OrganisationId, PersonId, Slug,
    testing::{ADMINISTRATOR, EXECUTIVE, LEAD, MANAGER, VIEWER, founding},
};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::sync::{Arc, Mutex, Once};
use store::{Asked, Client, NewAccount, Store};
use tempfile::TempDir;
use uuid::Uuid;
use web::{App, KeptLeadership, Route, Site};

/// Tuesday 24 November 2026, ten in the morning.
pub fn now() -> DateTime<Utc> {
    "2026-11-24T10:00:00Z".parse().expect("an instant")
}

/// The address of a database without a table, on the server that `FOOTHOLD_TEST_POSTGRES` names.
pub async fn new_postgres(purpose: &str) -> String {
    let server = std::env::var("FOOTHOLD_TEST_POSTGRES").expect("FOOTHOLD_TEST_POSTGRES names a PostgreSQL server");
    let name = format!("foothold_{purpose}_{}", Uuid::now_v7().simple());
    let mut db = PgConnection::connect(&server).await.expect("answers");
    sqlx::query(AssertSqlSafe(format!("create database {name}"))).execute(&mut db).await.expect("made");
    let (base, _) = server.rsplit_once('/').filter(|(base, _)| !base.ends_with('/')).unwrap_or((&server, ""));
    format!("{base}/{name}")
}

/// A server in process with the organisation of the domain's tests: Northshire Council at `/northshire`.
pub struct Town {
    pub app: App,
    pub store: Store,
    pub router: Router,
    pub routes: Vec<Route>,
    pub slug: String,
    clock: Arc<Mutex<DateTime<Utc>>>,
    _folder: TempDir,
}

impl Town {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}", folder.path().join("town.db").display());
        let store = Store::open(&url, 64 << 20).await.expect("opens");
        Self::on(store, folder).await
    }

    /// On an engine that is open.
    pub async fn on(store: Store, folder: TempDir) -> Self {
        let town = Self::found_there(store, folder);
        for (person, name) in PEOPLE {
            town.add_person(person, name).await;
        }
        town.found(domain::testing::NORTHSHIRE, "northshire").await;
        town
    }

    /// On an engine that holds Northshire and its people already.
    pub fn found_there(store: Store, folder: TempDir) -> Self {
        crate::statements::listen();
        static PUBLISHED: Once = Once::new();
        PUBLISHED.call_once(|| {
            server::publish();
        });
        let clock = Arc::new(Mutex::new(now()));
        let told = clock.clone();
        let site = Site { public_url: "http://town.test".into(), ..Site::default() };
        let clock_told = Arc::new(move || *told.lock().expect("told"));
        let (site, leadership) = (Arc::new(site), KeptLeadership::default());
        let app = App { store: store.clone(), clock: clock_told, site, leadership };
        let (router, routes) = server::service(app.clone(), Router::new());
        Self { app, store, router, routes, slug: "northshire".into(), clock, _folder: folder }
    }

    /// An account without a place.
    pub async fn add_person(&self, id: PersonId, name: &str) {
        let email = format!("{name}@northshire.example.org").parse().expect("an address");
        let language = domain::Language::English;
        let account = NewAccount { id, email, name: name.parse().expect("a name"), language };
        self.store.add_person(&account, None, now()).await.expect("added");
    }

    pub async fn disable_person(&self, person: PersonId) {
        self.store.disable_person(person, ADMINISTRATOR, now()).await.expect("disabled");
    }

    /// Another organisation of the same shape, with the same people.
    pub async fn found(&self, id: OrganisationId, slug: &str) {
        let slug: Slug = slug.parse().expect("a slug");
        let asked = Asked::at(now() - TimeDelta::days(300));
        let decision = founding(id, &slug.to_string());
        self.store.found(id, &slug, MANAGER, asked, decision).await.expect("founded");
    }

    pub fn wait(&self, time: TimeDelta) {
        *self.clock.lock().expect("told") += time;
    }

    pub fn stranger(&self) -> Actor {
        Actor::new(self.router.clone(), self.slug.clone(), None)
    }

    /// Whoever has this token, as a cookie carried it.
    pub fn holding(&self, token: &str) -> Actor {
        Actor::new(self.router.clone(), self.slug.clone(), Some(token.to_owned()))
    }

    /// Somebody with a session of their own.
    pub async fn signed_in(&self, person: PersonId) -> Actor {
        let client = Client { address: [127, 0, 0, 1].into(), agent: "tests" };
        let at = *self.clock.lock().expect("told");
        let token = self.store.begin_session(person, &client, at).await.expect("a session").expect("let in");
        Actor::new(self.router.clone(), self.slug.clone(), Some(token.expose().to_owned()))
    }

    pub async fn administrator(&self) -> Actor {
        self.signed_in(ADMINISTRATOR).await
    }

    pub async fn manager(&self) -> Actor {
        self.signed_in(MANAGER).await
    }

    /// Leads "Smart street lamps".
    pub async fn lead(&self) -> Actor {
        self.signed_in(LEAD).await
    }

    /// Sponsors "Smart street lamps".
    pub async fn executive(&self) -> Actor {
        self.signed_in(EXECUTIVE).await
    }

    pub async fn viewer(&self) -> Actor {
        self.signed_in(VIEWER).await
    }
}

const PEOPLE: [(PersonId, &str); 5] = [
    (ADMINISTRATOR, "administrator"),
    (MANAGER, "manager"),
    (LEAD, "lead"),
    (EXECUTIVE, "executive"),
    (VIEWER, "viewer"),
];
