//! How often may be tried, counted in the database so that every instance counts together.
//!
//! One number per key is kept: when nothing will count any more. Each try moves it on by one interval, and may not
//! move it further ahead than the burst (the generic cell rate algorithm).
use super::{Client, token::hex_of};
use crate::engine::{Transaction, on_engine};
use chrono::{DateTime, Utc};
use domain::Email;
use std::time::Duration;

pub(crate) struct Limit {
    key: String,
    /// Milliseconds after which one more try is allowed.
    every: i64,
    /// Tries at once.
    burst: i64,
}

impl Limit {
    /// 3 at once, then 3 a minute.
    pub fn of_address(client: &Client<'_>) -> Self {
        Self { key: format!("address {}", client.neighbourhood()), every: 20_000, burst: 3 }
    }

    /// 10 at once, then 10 an hour; the same whether the account exists or not, and not telling which address was typed.
    pub fn of_account(email: &Email) -> Self {
        Self { key: format!("account {}", hex_of(&[email.as_str().as_bytes()])), every: 360_000, burst: 10 }
    }

    pub fn key(&self) -> &str {
        &self.key
    }

    fn lead(&self) -> i64 {
        (self.burst - 1) * self.every
    }
}

impl Transaction {
    /// Counts one try, or says how long to wait. One statement, so that two instances cannot both take the last one.
    pub async fn count(&mut self, limit: &Limit, now: DateTime<Utc>) -> sqlx::Result<Option<Duration>> {
        let now = now.timestamp_millis();
        let counted = on_engine!(self, |db| sqlx::query(
            "insert into attempt (key, clear_at) values ($1, $2)
             on conflict (key) do update set clear_at =
                case when attempt.clear_at > $3 then attempt.clear_at else $3 end + $4
             where attempt.clear_at <= $5"
        )
        .bind(&limit.key)
        .bind(now + limit.every)
        .bind(now)
        .bind(limit.every)
        .bind(now + limit.lead())
        .execute(db)
        .await
        .map(|done| done.rows_affected()))?;
        if counted == 1 {
            return Ok(None);
        }
        let clear_at: Option<i64> =
            on_engine!(self, |db| sqlx::query_scalar("select clear_at from attempt where key = $1")
                .bind(&limit.key)
                .fetch_optional(db)
                .await)?;
        let wait = clear_at.unwrap_or(now) - limit.lead() - now;
        Ok(Some(Duration::from_millis(u64::try_from(wait).unwrap_or(0))))
    }

    /// Takes back one try: it was no failure.
    pub async fn uncount(&mut self, limit: &Limit) -> sqlx::Result<()> {
        on_engine!(self, |db| sqlx::query("update attempt set clear_at = clear_at - $2 where key = $1")
            .bind(&limit.key)
            .bind(limit.every)
            .execute(db)
            .await
            .map(drop))
    }

    /// Starts counting afresh.
    pub async fn forget(&mut self, limit: &Limit) -> sqlx::Result<()> {
        on_engine!(self, |db| sqlx::query("delete from attempt where key = $1")
            .bind(&limit.key)
            .execute(db)
            .await
            .map(drop))
    }
}
