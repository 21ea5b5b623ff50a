//! The spreadsheets of a council that listens, brought in as the command brings them in.
use crate::Heard;
use chrono::{DateTime, Utc};
use domain::{Decision, ImportCounts, PriorityArea, PriorityAreaId, Slug, testing::*};
use store::{Asked, Store};
use uuid::Uuid;
use web::import::{Batch, Refused, bring};

impl Heard {
    /// The priority areas that the innovations name.
    pub async fn add_areas(self, store: &Store, slug: &Slug, now: DateTime<Utc>) -> Result<(), store::Error> {
        let reach = store.reach(slug, MANAGER, now).await?;
        let areas = (1..).zip(Self::AREAS).map(|(number, title)| PriorityArea {
            title: text(title),
            // Of one organisation among several in a database.
            ..priority_area(PriorityAreaId(Uuid::new_v5(&reach.portfolio().id.0, &[number])))
        });
        let decision = areas.fold(Decision::default(), Decision::and_add);
        store.decide(&reach, Asked::at(now), |_, _| Ok(decision.clone())).await?;
        Ok(())
    }

    /// Every file in turn: its name, what came in of it, and the problems of its rows.
    pub async fn bring(
        self,
        store: &Store,
        slug: &Slug,
        now: DateTime<Utc>,
    ) -> Result<Vec<(String, ImportCounts, Vec<String>)>, Refused> {
        let mut all = vec![];
        for (name, body) in self.files() {
            let batch = Batch {
                name: name.clone(),
                body: body.into_bytes(),
                sheet: None,
                organisation: slug.clone(),
                by: MANAGER,
                kind: None,
                report_on: None,
                stage: None,
                council: None,
                unit: None,
                new_groups: None,
                columns: vec![],
            };
            let brought = bring(store, batch, now).await?;
            all.push((name, brought.counts, brought.problems));
        }
        Ok(all)
    }
}
