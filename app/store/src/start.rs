//! What is looked at before the first request, and while serving: that the database is one we can rely on.
use crate::{
    Error, Store,
    engine::{Readers, on_pool},
};
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{Connection, PgConnection, Row};

/// More would order changes wrongly between instances, and end sessions early or late.
const MOST_APART: TimeDelta = TimeDelta::seconds(5);

impl Store {
    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), Error> {
        Ok(on_pool!(self, |db| sqlx::query("select 1").execute(db).await.map(drop))?)
    }

    /// SQLite has no clock but ours.
    ///
    /// # Errors
    /// `ClocksDiffer` by more than five seconds from PostgreSQL's.
    pub async fn compare_clocks(&self, now: DateTime<Utc>) -> Result<(), Error> {
        let Readers::Postgres(db) = self.readers() else {
            return Ok(());
        };
        let theirs: DateTime<Utc> = sqlx::query_scalar("select clock_timestamp()").fetch_one(db).await?;
        if (theirs - now).abs() > MOST_APART { Err(Error::ClocksDiffer) } else { Ok(()) }
    }
}

/// A pooler that hands the server's connections from one client to the next between transactions mixes up prepared
/// statements: some versions give one client the rows of another. It shows in that the process behind a connection
/// changes once another client has begun a transaction.
///
/// # Errors
/// `Pooler` when it does.
pub(crate) async fn refuse_pooler(url: &str) -> Result<(), Error> {
    let mut ours = PgConnection::connect(url).await?;
    let mut other = PgConnection::connect(url).await?;
    let before = process_behind(&mut ours).await?;
    sqlx::raw_sql("begin").execute(&mut other).await?;
    let theirs = process_behind(&mut other).await?;
    let after = process_behind(&mut ours).await?;
    sqlx::raw_sql("rollback").execute(&mut other).await?;
    other.close().await?;
    ours.close().await?;
    if before != after || before == theirs { Err(Error::Pooler) } else { Ok(()) }
}

async fn process_behind(connection: &mut PgConnection) -> sqlx::Result<i32> {
    sqlx::raw_sql("select pg_backend_pid()").fetch_one(connection).await?.try_get(0)
}
