//! The rows of today: one for each record that is not hidden.
use crate::{
    Error,
    engine::{Transaction, on_engine},
};
use domain::{OrganisationId, Record};
use futures::{StreamExt, TryStreamExt};

impl Transaction {
    /// Adds the row, replaces the version before, or takes it away; false when the row is of another version
    /// than the portfolio says.
    pub async fn put(&mut self, organisation: OrganisationId, record: &Record) -> Result<bool, Error> {
        if record.entry().removed {
            return self.remove(organisation, record).await;
        }
        let body = record.to_json()?;
        let done = on_engine!(self, |db| {
            sqlx::query(
                "insert into record (organisation_id, noun, id, version, innovation_id, person_id, shape, body)
                 values ($1, $2, $3, $4, $5, $6, $7, $8)
                 on conflict (organisation_id, noun, id) do update set version = excluded.version,
                    innovation_id = excluded.innovation_id, person_id = excluded.person_id, shape = excluded.shape,
                    body = excluded.body
                 where record.version = excluded.version - 1",
            )
            .bind(organisation)
            .bind(record.noun())
            .bind(record.id())
            .bind(record.entry().version)
            .bind(record.innovation())
            .bind(record.person())
            .bind(record.shape())
            .bind(body)
            .execute(db)
            .await
            .map(|done| done.rows_affected())
        })?;
        Ok(done == 1)
    }

    async fn remove(&mut self, organisation: OrganisationId, record: &Record) -> Result<bool, Error> {
        let done = on_engine!(self, |db| {
            sqlx::query("delete from record where organisation_id = $1 and noun = $2 and id = $3 and version = $4 - 1")
                .bind(organisation)
                .bind(record.noun())
                .bind(record.id())
                .bind(record.entry().version)
                .execute(db)
                .await
                .map(|done| done.rows_affected())
        })?;
        Ok(done == 1)
    }

    pub async fn records(&mut self, organisation: OrganisationId) -> Result<Vec<Record>, Error> {
        on_engine!(self, |db| {
            sqlx::query_as("select noun, shape, body from record where organisation_id = $1")
                .bind(organisation)
                .fetch(db)
                .map(read)
                .try_collect()
                .await
        })
    }
}

/// One by one, so that the text of all is never in memory at once.
fn read(row: sqlx::Result<(String, i32, String)>) -> Result<Record, Error> {
    let (noun, shape, body) = row?;
    Ok(Record::from_json(&noun, shape, &body)?)
}
