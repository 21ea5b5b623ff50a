//! A copy of the whole database as it stood at one moment, taken while others write.
use crate::{Error, engine::is_postgres};
use sqlx::{
    Connection, FromRow, PgConnection, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteSynchronous},
};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// What a database holds.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Contents {
    pub line: Option<Uuid>,
    pub organisations: i64,
    pub records: i64,
    pub changes: i64,
}

pub(crate) const CONTENTS: &str =
    "select (select id from line) as line, (select count(*) from organisation) as organisations,
    (select count(*) from record) as records, (select count(*) from change) as changes";

/// The file behind `sqlite:<path>`; None for PostgreSQL.
pub fn sqlite_file(url: &str) -> Result<Option<PathBuf>, Error> {
    if is_postgres(url) {
        return Ok(None);
    }
    Ok(Some(url.parse::<SqliteConnectOptions>()?.get_filename().to_owned()))
}

/// Writes what SQLite holds into a file that is not there yet or is empty, and counts what is in it.
pub async fn copy_sqlite(url: &str, into: &Path) -> Result<Contents, Error> {
    let mut from = SqliteConnection::connect_with(&url.parse()?).await?;
    let path = into.display().to_string();
    sqlx::query("vacuum into $1").bind(path).execute(&mut from).await?;
    from.close().await?;
    let options = SqliteConnectOptions::new().filename(into).synchronous(SqliteSynchronous::Full);
    let mut copy = SqliteConnection::connect_with(&options).await?;
    let contents = sqlx::query_as(CONTENTS).fetch_one(&mut copy).await?;
    copy.close().await?;
    Ok(contents)
}

/// One moment of a PostgreSQL database, which `pg_dump --snapshot` reads for as long as this is held.
pub struct Moment {
    connection: PgConnection,
    pub id: String,
    pub contents: Contents,
}

impl Moment {
    pub async fn hold(url: &str) -> Result<Self, Error> {
        let mut connection = PgConnection::connect(url).await?;
        sqlx::raw_sql("begin isolation level repeatable read read only").execute(&mut connection).await?;
        let id = sqlx::query_scalar("select pg_export_snapshot()").fetch_one(&mut connection).await?;
        let contents = sqlx::query_as(CONTENTS).fetch_one(&mut connection).await?;
        Ok(Self { connection, id, contents })
    }

    pub async fn release(self) -> Result<(), Error> {
        Ok(self.connection.close().await?)
    }
}

/// Whether a PostgreSQL database holds no table yet.
pub async fn is_empty_postgres(url: &str) -> Result<bool, Error> {
    let mut connection = PgConnection::connect(url).await?;
    let tables: i64 = sqlx::query_scalar("select count(*) from pg_tables where schemaname = current_schema()")
        .fetch_one(&mut connection)
        .await?;
    connection.close().await?;
    Ok(tables == 0)
}
