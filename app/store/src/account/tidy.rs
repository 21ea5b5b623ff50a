use super::{draft, session};
use crate::{Error, Store, engine::on_engine, job, upload};
use chrono::{DateTime, TimeDelta, Utc};

/// After its end a link can still be told from one that never was.
const LINK_REMEMBERED: TimeDelta = TimeDelta::days(7);

impl Store {
    /// Removes what has run out: sessions, links, counts of attempts, files that nobody brought in within a day, mail that was given up, and
    /// drafts and submissions of 30 days and more. Says how many. Harmless when two instances do it at once.
    pub async fn tidy(&self, now: DateTime<Utc>) -> Result<u64, Error> {
        let mut gone = self.clear_old_drafts(now).await?;
        for (statement, until) in [
            ("delete from session where seen_at <= $1", now - session::IDLE),
            ("delete from session where created_at <= $1", now - session::ABSOLUTE),
            ("delete from session where replaced_at <= $1", now - session::GRACE),
            ("delete from link where expires_at <= $1", now - LINK_REMEMBERED),
            ("delete from submission where at <= $1", now - draft::KEPT),
            ("delete from upload where at <= $1", now - upload::KEPT),
            ("delete from job where run_at <= $1", now - job::KEPT),
        ] {
            gone += self.clear(statement, until).await?;
        }
        Ok(gone + self.clear_attempts(now).await?)
    }

    /// Runs one statement on its own, so that nobody waits long behind it.
    pub(super) async fn clear(&self, statement: &'static str, until: DateTime<Utc>) -> Result<u64, Error> {
        let mut db = self.write().await?;
        let gone = on_engine!(&mut db, |db| sqlx::query(statement)
            .bind(until)
            .execute(db)
            .await
            .map(|done| done.rows_affected()))?;
        db.commit().await?;
        Ok(gone)
    }

    async fn clear_attempts(&self, now: DateTime<Utc>) -> Result<u64, Error> {
        let mut db = self.write().await?;
        let gone = on_engine!(&mut db, |db| sqlx::query("delete from attempt where clear_at <= $1")
            .bind(now.timestamp_millis())
            .execute(db)
            .await
            .map(|done| done.rows_affected()))?;
        db.commit().await?;
        Ok(gone)
    }
}
