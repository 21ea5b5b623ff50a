//! Where each engine gets a database of its own.
#![expect(clippy::disallowed_methods, reason = "tests ask where their server is")]
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use uuid::Uuid;

pub fn sqlite() -> String {
    let path = std::env::temp_dir().join(format!("foothold-store-{}.db", Uuid::now_v7()));
    format!("sqlite:{}", path.display())
}

pub async fn postgres() -> String {
    let server = std::env::var("FOOTHOLD_TEST_POSTGRES").expect("FOOTHOLD_TEST_POSTGRES names a PostgreSQL server");
    let name = format!("foothold_store_{}", Uuid::now_v7().simple());
    let mut connection = PgConnection::connect(&server).await.expect("connects");
    sqlx::query(AssertSqlSafe(format!("create database {name}"))).execute(&mut connection).await.expect("made");
    let base = server.rsplit_once('/').filter(|(base, _)| !base.ends_with('/')).map_or(&*server, |(base, _)| base);
    format!("{base}/{name}")
}
