//! A fresh database for each test.
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use store::Store;
use tempfile::TempDir;

pub enum Engine {
    Sqlite(TempDir),
    Postgres { server: String, name: String },
}

impl Engine {
    pub fn sqlite() -> Self {
        Self::Sqlite(tempfile::tempdir().expect("a folder"))
    }

    /// On the server that `FOOTHOLD_TEST_POSTGRES` names, with or without a database.
    #[expect(clippy::disallowed_methods, reason = "the environment names the server for tests")]
    pub async fn postgres() -> Self {
        let server = std::env::var("FOOTHOLD_TEST_POSTGRES").expect(
            "set FOOTHOLD_TEST_POSTGRES to a PostgreSQL server where databases may be made, \
             such as postgres://postgres@127.0.0.1:5432",
        );
        let server = server.trim_end_matches("/postgres").trim_end_matches('/').to_owned();
        let name = format!("foothold_scene_{}", std::process::id());
        let engine = Self::Postgres { server, name };
        engine.on_server("create database").await;
        engine
    }

    pub async fn open(&self) -> Store {
        let url = match self {
            Self::Sqlite(folder) => format!("sqlite:{}", folder.path().join("scene.db").display()),
            Self::Postgres { server, name } => format!("{server}/{name}"),
        };
        Store::open(&url, 64 << 20).await.expect("opens")
    }

    pub async fn remove(self) {
        self.on_server("drop database").await;
    }

    async fn on_server(&self, verb: &str) {
        let Self::Postgres { server, name } = self else { return };
        let mut db = PgConnection::connect(&format!("{server}/postgres")).await.expect("a server that answers");
        let force = if verb.starts_with("drop") { " with (force)" } else { "" };
        sqlx::query(AssertSqlSafe(format!("{verb} {name}{force}"))).execute(&mut db).await.expect("done");
    }
}
