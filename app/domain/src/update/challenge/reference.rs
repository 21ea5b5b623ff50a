use crate::{StatusUpdate, days};
use chrono::NaiveDate;
use std::sync::Arc;

/// How far back the reference update lies, where there is one so old: whatever the cadence, the rules are as strict.
pub(super) const REFERENCE_DAYS: i64 = 28;

/// The update with which a new one is compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference<'a> {
    pub update: &'a Arc<StatusUpdate>,
    /// Days from it to the new one.
    pub age: i64,
}

impl<'a> Reference<'a> {
    /// The latest at least 28 days older; where none is, the earliest. `before` is in the order of days.
    pub fn among(before: &[&'a Arc<StatusUpdate>], period_end: NaiveDate) -> Option<Self> {
        let age = |one: &StatusUpdate| days(one.period_end, period_end);
        let old = before.iter().rfind(|one| age(one) >= REFERENCE_DAYS);
        let update = old.or(before.first())?;
        Some(Self { update, age: age(update) })
    }
}
