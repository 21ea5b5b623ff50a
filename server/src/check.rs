//! `foothold check`: whether what is kept agrees with itself.
use crate::{Trouble, place::Place};
use domain::Slug;
use store::{Checked, Store};

/// What was found at each organisation, and what the engine says of its file.
pub struct Report {
    pub organisations: Vec<(Slug, Result<Checked, store::Error>)>,
    pub faults: Vec<String>,
}

impl Report {
    pub async fn of(store: &Store) -> Result<Self, Trouble> {
        let mut report = Self { organisations: vec![], faults: store.faults().await? };
        for (id, slug) in store.organisations().await? {
            report.organisations.push((slug, store.check(id).await));
        }
        Ok(report)
    }

    #[must_use]
    pub fn is_good(&self) -> bool {
        let agrees = |found: &Result<Checked, store::Error>| found.as_ref().is_ok_and(|found| found.agrees);
        self.faults.is_empty() && self.organisations.iter().all(|(_, found)| agrees(found))
    }

    fn print(&self) {
        for fault in &self.faults {
            println!("the file is damaged: {fault}");
        }
        for (slug, found) in &self.organisations {
            match found {
                Ok(Checked { records, changes, agrees: true }) => {
                    println!("{slug}: {changes} changes lead to its {records} records");
                }
                Ok(Checked { records, changes, agrees: false }) => {
                    println!("{slug}: DIFFERS: {changes} changes do not lead to its {records} records");
                }
                Err(error) => println!("{slug}: UNREADABLE: {error}"),
            }
        }
    }

    /// Prints what was found.
    pub(crate) fn told(self) -> Result<(), Trouble> {
        self.print();
        if self.is_good() {
            return Ok(());
        }
        Err(Trouble::Refused("What is kept does not agree with itself: see above.".into()))
    }
}

pub(crate) async fn check_told(place: &Place) -> Result<(), Trouble> {
    place.existing()?;
    let store = place.open(0).await?;
    let report = Report::of(&store).await;
    store.close().await;
    report?.told()
}
