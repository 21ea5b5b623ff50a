//! The same test on both engines, each with a database of its own.
use chrono::{DateTime, TimeDelta, Utc};
use domain::{Email, Language, NewPassword, OrganisationId, PersonId};
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};
use store::{Client, LinkKind, NewAccount, Store};
use uuid::Uuid;

pub enum Engine {
    Sqlite(std::path::PathBuf),
    Postgres { server: String, name: String },
}

pub const PASSWORD: &str = "turnip lorry cabinet";

macro_rules! on_both {
    ($($name:ident)*) => {
        mod on_sqlite {$(
            #[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                let engine = $crate::engines::Engine::sqlite();
                super::$name(&engine).await;
                engine.remove().await;
            }
        )*}
        mod on_postgres {$(
            #[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                let engine = $crate::engines::Engine::postgres().await;
                super::$name(&engine).await;
                engine.remove().await;
            }
        )*}
    };
}
pub(crate) use on_both;

impl Engine {
    pub fn sqlite() -> Self {
        let name = format!("foothold-account-{}.db", Uuid::now_v7());
        Self::Sqlite(std::env::temp_dir().join(name))
    }

    pub async fn postgres() -> Self {
        let server = std::env::var("FOOTHOLD_TEST_POSTGRES").expect(
            "set FOOTHOLD_TEST_POSTGRES to a PostgreSQL server where databases may be made, \
             such as postgres://postgres@127.0.0.1:5432",
        );
        // With or without a database.
        let (scheme, rest) = server.split_once("://").expect("a URL");
        let server = format!("{scheme}://{}", rest.split('/').next().unwrap_or(rest));
        let name = format!("foothold_account_{}", Uuid::now_v7().simple());
        let engine = Self::Postgres { server, name };
        engine.on_server("create database").await;
        engine
    }

    pub async fn open(&self) -> Store {
        let url = match self {
            Self::Sqlite(path) => format!("sqlite:{}", path.display()),
            Self::Postgres { server, name } => format!("{server}/{name}"),
        };
        Store::open(&url, 1000).await.unwrap()
    }

    /// All that is kept, as text: from the one engine rows, from the other the files themselves.
    pub async fn everything(&self) -> String {
        match self {
            Self::Sqlite(path) => {
                let mut bytes = std::fs::read(path).unwrap();
                bytes.extend(std::fs::read(path.with_extension("db-wal")).unwrap());
                String::from_utf8_lossy(&bytes).into_owned()
            }
            Self::Postgres { server, name } => {
                let mut db = PgConnection::connect(&format!("{server}/{name}")).await.unwrap();
                let tables: Vec<String> = sqlx::query_scalar(
                    "select table_name::text from information_schema.tables where table_schema = 'public'",
                )
                .fetch_all(&mut db)
                .await
                .unwrap();
                let mut text = String::new();
                for table in tables {
                    let rows = format!("select t::text from \"{table}\" t");
                    let rows: Vec<String> = sqlx::query_scalar(AssertSqlSafe(rows)).fetch_all(&mut db).await.unwrap();
                    text.extend(rows);
                }
                text
            }
        }
    }

    pub async fn organisation(&self) -> OrganisationId {
        const ADD: &str = "insert into organisation (id, slug, sequence, changed_at) values ($1, $2, 0, $3)";
        let id = Uuid::now_v7();
        match self {
            Self::Sqlite(path) => {
                let url = format!("sqlite:{}", path.display());
                let mut db = SqliteConnection::connect(&url).await.unwrap();
                sqlx::query(ADD).bind(id).bind(id.to_string()).bind(start()).execute(&mut db).await.unwrap();
            }
            Self::Postgres { server, name } => {
                let mut db = PgConnection::connect(&format!("{server}/{name}")).await.unwrap();
                sqlx::query(ADD).bind(id).bind(id.to_string()).bind(start()).execute(&mut db).await.unwrap();
            }
        }
        OrganisationId(id)
    }

    pub async fn remove(&self) {
        match self {
            Self::Sqlite(path) => {
                for end in ["db", "db-wal", "db-shm"] {
                    let _ = std::fs::remove_file(path.with_extension(end));
                }
            }
            Self::Postgres { .. } => self.on_server("drop database").await,
        }
    }

    async fn on_server(&self, verb: &str) {
        let Self::Postgres { server, name } = self else {
            return;
        };
        let mut db = PgConnection::connect(&format!("{server}/postgres"))
            .await
            .expect("FOOTHOLD_TEST_POSTGRES names a server that answers");
        let force = if verb.starts_with("drop") { " with (force)" } else { "" };
        let statement = AssertSqlSafe(format!("{verb} {name}{force}"));
        sqlx::query(statement).execute(&mut db).await.unwrap();
    }
}

pub fn start() -> DateTime<Utc> {
    "2026-01-05T09:00:00Z".parse().unwrap()
}

pub fn after(seconds: i64) -> DateTime<Utc> {
    start() + TimeDelta::seconds(seconds)
}

/// A client at an address of its own for every number.
pub fn client(number: u8) -> Client<'static> {
    Client { address: [192, 0, 2, number].into(), agent: "Test browser" }
}

pub fn email(name: &str) -> Email {
    format!("{name}@northshire.gov.uk").parse().unwrap()
}

pub fn password(text: &str) -> NewPassword {
    NewPassword::new(text, &email("nobody"), &[]).unwrap()
}

pub fn account(name: &str) -> NewAccount {
    NewAccount {
        id: PersonId(Uuid::now_v7()),
        email: email(name),
        name: "Ada Okafor".parse().unwrap(),
        language: Language::Welsh,
    }
}

/// Somebody who can sign in with `PASSWORD`.
pub async fn person(store: &Store, name: &str) -> PersonId {
    let new = account(name);
    assert!(store.add_person(&new, None, start()).await.unwrap());
    let link = store.make_link(LinkKind::Setup, Some(new.id), None, None, start()).await.unwrap();
    store.set_password_by_link(&link, &password(PASSWORD), &client(200), start()).await.unwrap()
}
