//! Whether what is kept agrees with itself.
use crate::{
    Error, Store,
    engine::{Readers, on_pool},
};
use domain::{OrganisationId, Portfolio, Sequence};

/// What was found when the changes of an organisation were gone through again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub records: usize,
    pub changes: usize,
    /// The rows of today are what the changes lead to.
    pub agrees: bool,
}

impl Store {
    /// Loads the portfolio from the rows of today, makes it again from its changes, and compares.
    /// May be asked while people write.
    pub async fn check(&self, organisation: OrganisationId) -> Result<Checked, Error> {
        let loaded = self.load(organisation).await?;
        let mut changes = self.changes(organisation, Sequence::NONE).await?;
        // What was written since the rows were read is not in them.
        changes.retain(|change| change.sequence <= loaded.sequence);
        let mut folded = Portfolio::blank(organisation);
        let mut is_whole = true;
        for change in &changes {
            is_whole &= change.sequence == folded.sequence.next();
            if is_whole {
                folded.apply(change);
            }
        }
        let agrees = is_whole && folded == loaded;
        Ok(Checked { records: loaded.records(), changes: changes.len(), agrees })
    }

    /// What the engine itself finds wrong with its file: nothing, when it is whole. PostgreSQL checks as it reads.
    pub async fn faults(&self) -> Result<Vec<String>, Error> {
        let Readers::Sqlite(db) = self.readers() else {
            return Ok(vec![]);
        };
        let mut found: Vec<String> = sqlx::query_scalar("pragma integrity_check").fetch_all(db).await?;
        found.retain(|line| line != "ok");
        let orphans = sqlx::query("pragma foreign_key_check").fetch_all(db).await?.len();
        if orphans > 0 {
            found.push(format!("{orphans} rows refer to rows that are not there"));
        }
        Ok(found)
    }

    /// How much is kept.
    pub async fn contents(&self) -> Result<crate::Contents, Error> {
        Ok(on_pool!(self, |db| sqlx::query_as(crate::copy::CONTENTS).fetch_one(db).await)?)
    }
}
