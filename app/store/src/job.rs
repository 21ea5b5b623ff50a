//! Work that is done after a request: asked for in the transaction that gives the reason, claimed by one worker at a
//! time, tried again while it fails.
use crate::{
    Error, Store,
    engine::{Transaction, on_engine},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{Change, InnovationId, OrganisationId, Record, ReminderId};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use std::sync::atomic::Ordering;
use uuid::Uuid;

/// The queue of what is sent by mail.
pub const MAIL: &str = "mail";
/// How long a worker has a job for itself.
const CLAIMED: TimeDelta = TimeDelta::minutes(5);
/// Nothing is tried more often.
pub(crate) const MOST_ATTEMPTS: i32 = 8;
/// What was given up stays as long, to be looked at.
pub(crate) const KEPT: TimeDelta = TimeDelta::days(30);

/// One that a worker has claimed.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Job {
    pub id: Uuid,
    #[sqlx(rename = "organisation_id")]
    pub organisation: OrganisationId,
    pub kind: String,
    /// JSON, as the kind has it.
    pub payload: String,
    /// With this one.
    pub attempts: i32,
}

/// Of a job of kind `reminder`: somebody asked for an update that is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderJob {
    pub innovation: InnovationId,
    pub reminder: ReminderId,
}

impl ReminderJob {
    pub const KIND: &'static str = "reminder";
}

/// A query that differs between the engines in one clause.
macro_rules! claim {
    ($lock:literal) => {
        concat!(
            "update job set locked_until = $2, attempts = attempts + 1 where (organisation_id, id) in (
                select organisation_id, id from job where queue = $1 and run_at <= $3 and attempts < $4
                and (locked_until is null or locked_until <= $3) order by run_at, id limit $5 ",
            $lock,
            ") returning id, organisation_id, kind, payload, attempts"
        )
    };
}

impl Store {
    /// From now on what people are to be told by mail is kept as work; without a mail server nothing is.
    pub fn keep_mail(&self) {
        self.mails.store(true, Ordering::Relaxed);
    }

    /// At most so many that are due, for this worker alone. On PostgreSQL several workers step over each other's.
    pub async fn claim_jobs(&self, queue: &str, most: i64, now: DateTime<Utc>) -> Result<Vec<Job>, Error> {
        macro_rules! claimed {
            ($transaction:ident, $query:expr) => {
                sqlx::query_as($query)
                    .bind(queue)
                    .bind(now + CLAIMED)
                    .bind(now)
                    .bind(MOST_ATTEMPTS)
                    .bind(most)
                    .fetch_all(&mut **$transaction)
                    .await?
            };
        }
        let mut db = self.write().await?;
        let jobs = match &mut db {
            Transaction::Sqlite(transaction) => claimed!(transaction, claim!("")),
            Transaction::Postgres(transaction) => claimed!(transaction, claim!("for update skip locked")),
        };
        db.commit().await?;
        Ok(jobs)
    }

    pub async fn finish_job(&self, job: &Job) -> Result<(), Error> {
        let mut db = self.write().await?;
        on_engine!(&mut db, |db| sqlx::query("delete from job where organisation_id = $1 and id = $2")
            .bind(job.organisation)
            .bind(job.id)
            .execute(db)
            .await
            .map(drop))?;
        Ok(db.commit().await?)
    }

    /// Tried again later, and later each time; after eight attempts given up, and kept with what was wrong.
    pub async fn put_off_job(&self, job: &Job, error: &str, now: DateTime<Utc>) -> Result<(), Error> {
        let minutes = 1_i64 << job.attempts.clamp(0, MOST_ATTEMPTS);
        let mut db = self.write().await?;
        on_engine!(&mut db, |db| {
            sqlx::query(
                "update job set run_at = $3, locked_until = null, error = $4 where organisation_id = $1 and id = $2",
            )
            .bind(job.organisation)
            .bind(job.id)
            .bind(now + TimeDelta::minutes(minutes))
            .bind(error)
            .execute(db)
            .await
            .map(drop)
        })?;
        Ok(db.commit().await?)
    }

    /// What a change gives reason to tell by mail, in its own transaction.
    pub(crate) async fn ask_for_mail(
        &self,
        db: &mut Transaction,
        organisation: OrganisationId,
        change: &Change,
    ) -> sqlx::Result<()> {
        let (Record::Reminder(one), None) = (&change.edit.after, &change.edit.before) else { return Ok(()) };
        if !self.mails.load(Ordering::Relaxed) {
            return Ok(());
        }
        let payload = serde_json::json!(ReminderJob { innovation: one.innovation, reminder: one.id }).to_string();
        db.enqueue(MAIL, ReminderJob::KIND, organisation, one.id.0, &payload, change.at).await
    }
}

impl Transaction {
    /// The same key twice in an organisation is one job.
    async fn enqueue(
        &mut self,
        queue: &str,
        kind: &str,
        organisation: OrganisationId,
        about: Uuid,
        payload: &str,
        run_at: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        on_engine!(self, |db| {
            sqlx::query(
                "insert into job (id, queue, run_at, attempts, dedup_key, organisation_id, kind, payload)
                 values ($1, $2, $3, 0, $4, $5, $6, $7) on conflict (organisation_id, dedup_key) do nothing",
            )
            .bind(Uuid::now_v7())
            .bind(queue)
            .bind(run_at)
            .bind(format!("{kind} {about}"))
            .bind(organisation)
            .bind(kind)
            .bind(payload)
            .execute(db)
            .await
            .map(drop)
        })
    }
}
