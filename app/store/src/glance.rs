//! Until when a person has seen what changed in an organisation, and what changed since.
use crate::{
    Error, Reach, Store,
    change::ChangeRow,
    engine::{on_engine, on_pool},
};
use chrono::{DateTime, SubsecRound, Utc};
use domain::{Change, InnovationId, Sequence};
use sqlx::{ColumnIndex, Decode, FromRow, QueryBuilder, Row, Type};

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
    /// What others changed in these innovations since this person said that they had seen it, newest first, and when
    /// they did. Since `usual` for whoever never said so.
    pub async fn unseen(
        &self,
        reach: &Reach,
        innovations: &[InnovationId],
        usual: DateTime<Utc>,
        most: i64,
    ) -> Result<(Option<DateTime<Utc>>, Vec<Change>), Error> {
        let (organisation, person) = (reach.portfolio().id, reach.actor().person);
        let rows: Vec<SinceRow> = on_pool!(self, |db| {
            let mut query = QueryBuilder::new(
                "select g.at as glanced_at, c.sequence, c.at, c.person_id, c.reason, c.noun, c.shape, c.after,
                    b.shape as before_shape, b.after as before
                 from organisation o left join glance g on g.organisation_id = o.id and g.person_id = ",
            );
            query.push_bind(person).push(" left join change c on c.organisation_id = o.id and c.person_id <> ");
            query.push_bind(person).push(" and c.at > coalesce(g.at, ").push_bind(usual);
            query.push(") and c.innovation_id in (");
            let mut ids = query.separated(", ");
            for id in innovations {
                ids.push_bind(*id);
            }
            // An empty list is no SQL, and nothing equals null.
            ids.push("null");
            query.push(
                ") left join change b on b.organisation_id = c.organisation_id and b.noun = c.noun
                    and b.record_id = c.record_id and b.version = c.version - 1 where o.id = ",
            );
            query.push_bind(organisation).push(" order by c.sequence desc limit ").push_bind(most);
            // Each number of innovations is a text of its own: not worth remembering.
            query.build_query_as().persistent(false).fetch_all(db).await
        })?;
        let glanced_at = rows.first().and_then(|row| row.glanced_at);
        let changes = rows.into_iter().filter_map(|row| row.change).map(Change::try_from);
        Ok((glanced_at, changes.collect::<Result<_, _>>()?))
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
