//! Until when a person has seen what changed in an organisation, and what changed since.
use crate::{
    Error, Reach, Store,
    change::ChangeRow,
    engine::{on_engine, on_pool},
};
use chrono::{DateTime, SubsecRound, Utc};
use domain::{Change, Sequence};
use sqlx::{ColumnIndex, Decode, FromRow, Row, Type};

/// When somebody last said that they had seen what changed, beside one change since; without one when nothing did.
struct SinceRow {
    glanced_at: Option<DateTime<Utc>>,
    change: Option<ChangeRow>,
}

impl<'r, R: Row> FromRow<'r, R> for SinceRow
where
    ChangeRow: FromRow<'r, R>,
    &'static str: ColumnIndex<R>,
    DateTime<Utc>: Decode<'r, R::Database> + Type<R::Database>,
    Sequence: Decode<'r, R::Database> + Type<R::Database>,
{
    fn from_row(row: &'r R) -> sqlx::Result<Self> {
        let sequence: Option<Sequence> = row.try_get("sequence")?;
        let change = sequence.map(|_| ChangeRow::from_row(row)).transpose()?;
        Ok(Self { glanced_at: row.try_get("glanced_at")?, change })
    }
}

impl Store {
    /// What happened to what this person may see since they said that they had seen it, newest first, and when they
    /// did. Since `usual` for whoever never said so.
    pub async fn unseen(
        &self,
        reach: &Reach,
        usual: DateTime<Utc>,
        most: i64,
    ) -> Result<(Option<DateTime<Utc>>, Vec<Change>), Error> {
        let rows: Vec<SinceRow> = on_pool!(self, |db| {
            sqlx::query_as(
                "select g.at as glanced_at, c.sequence, c.at, c.person_id, c.reason, c.noun, c.shape, c.after,
                    b.shape as before_shape, b.after as before
                 from organisation o
                 left join glance g on g.organisation_id = o.id and g.person_id = $2
                 left join change c on c.organisation_id = o.id and c.at > coalesce(g.at, $3)
                 left join change b on b.organisation_id = c.organisation_id and b.noun = c.noun
                    and b.record_id = c.record_id and b.version = c.version - 1
                 where o.id = $1 order by c.sequence desc limit $4",
            )
            .bind(reach.portfolio().id)
            .bind(reach.actor().person)
            .bind(usual)
            .bind(most)
            .fetch_all(db)
            .await
        })?;
        let glanced_at = rows.first().and_then(|row| row.glanced_at);
        let changes = rows.into_iter().filter_map(|row| row.change).map(Change::try_from);
        let mut changes = changes.collect::<Result<Vec<_>, _>>()?;
        let seen = reach.seen();
        changes.retain(|change| change.edit.after.innovation().is_some_and(|id| seen.innovation(id).is_ok()));
        Ok((glanced_at, changes))
    }

    /// They have seen everything up to an instant; an older page sent late takes nothing back.
    pub async fn keep_glance(&self, reach: &Reach, at: DateTime<Utc>) -> Result<(), Error> {
        let mut db = self.write().await?;
        on_engine!(&mut db, |db| {
            sqlx::query(
                "insert into glance (organisation_id, person_id, at) values ($1, $2, $3)
                 on conflict (organisation_id, person_id) do update set at = excluded.at where glance.at < excluded.at",
            )
            .bind(reach.portfolio().id)
            .bind(reach.actor().person)
            .bind(at.trunc_subsecs(6))
            .execute(db)
            .await
            .map(drop)
        })?;
        Ok(db.commit().await?)
    }
}
