//! Which database this is. A restored backup goes on under another line, so that what memory holds of the one before
//! is noticed and dropped.
use crate::{
    Error, Store,
    account::chance,
    engine::{on_engine, on_pool},
};
use domain::{OrganisationId, PersonId, Sequence, Slug};
use sqlx::FromRow;
use uuid::Uuid;

/// How far an organisation has come, on which line.
#[derive(FromRow)]
struct Row {
    id: OrganisationId,
    sequence: Sequence,
    line: Option<Uuid>,
    /// Only where it is asked.
    #[sqlx(default)]
    has_drafts: bool,
}

macro_rules! standing_where {
    ($rest:literal) => {
        standing_where!("", $rest)
    };
    ($more:literal, $rest:literal) => {
        concat!("select id, sequence, (select id from line) as line", $more, " from organisation where ", $rest)
    };
}

impl Store {
    /// None before the first opening is through.
    pub async fn line(&self) -> Result<Option<Uuid>, Error> {
        Ok(on_pool!(self, |db| sqlx::query_scalar("select id from line").fetch_optional(db).await)?)
    }

    /// For a database that was just restored: it and the one it was copied from go different ways from here.
    pub async fn begin_line(&self) -> Result<(), Error> {
        let mut db = self.write().await?;
        on_engine!(&mut db, |db| sqlx::query("delete from line").execute(db).await.map(drop))?;
        let id = chance::id();
        on_engine!(&mut db, |db| sqlx::query("insert into line (id) values ($1)")
            .bind(id)
            .execute(db)
            .await
            .map(drop))?;
        db.commit().await?;
        self.kept.follow(Some(id));
        Ok(())
    }

    /// Makes the line at the first opening. Of two servers that open at once one finds the other's.
    pub(crate) async fn find_line(&self) -> Result<(), Error> {
        if self.line().await?.is_none() {
            let mut db = self.write().await?;
            on_engine!(&mut db, |db| sqlx::query(
                "insert into line (id) select $1 where not exists (select 1 from line)"
            )
            .bind(chance::id())
            .execute(db)
            .await
            .map(drop))?;
            db.commit().await?;
        }
        self.kept.follow(self.line().await?);
        Ok(())
    }

    pub(crate) async fn standing_of(&self, slug: &Slug) -> sqlx::Result<Option<(OrganisationId, Sequence)>> {
        let row =
            on_pool!(self, |db| { sqlx::query_as(standing_where!("slug = $1")).bind(slug).fetch_optional(db).await })?;
        Ok(self.noticed(row).map(|row| (row.id, row.sequence)))
    }

    /// The standing, and whether the person has anything half-written there: one statement for both.
    pub(crate) async fn standing_for(
        &self,
        slug: &Slug,
        person: PersonId,
    ) -> sqlx::Result<Option<(OrganisationId, Sequence, bool)>> {
        let row = on_pool!(self, |db| {
            sqlx::query_as(standing_where!(
                ", exists (select 1 from draft where organisation_id = organisation.id and person_id = $2) as has_drafts",
                "slug = $1"
            ))
            .bind(slug)
            .bind(person)
            .fetch_optional(db)
            .await
        })?;
        Ok(self.noticed(row).map(|row| (row.id, row.sequence, row.has_drafts)))
    }

    pub(crate) async fn sequence(&self, id: OrganisationId) -> sqlx::Result<Option<Sequence>> {
        let row =
            on_pool!(self, |db| { sqlx::query_as(standing_where!("id = $1")).bind(id).fetch_optional(db).await })?;
        Ok(self.noticed(row).map(|row| row.sequence))
    }

    fn noticed(&self, row: Option<Row>) -> Option<Row> {
        self.kept.follow(row.as_ref()?.line);
        row
    }
}
