//! Two people edited the same record: the second gets both versions, and nothing typed is lost.
use super::{Conflict, SEEN, Sheet};
use crate::{failure::Failure, here::Now, ui::words::when};
use domain::Record;

impl Now {
    /// Puts the text that was sent into a draft first, then both versions into the sheet.
    pub(crate) async fn meet(
        &self,
        sheet: &mut Sheet,
        filled: Option<fn(&Record) -> Sheet>,
        theirs: &Record,
    ) -> Result<(), Failure> {
        if let Some(desk) = &self.visit.desk {
            self.store().save_draft(desk.key(self), "", &sheet.kept(), self.now).await?;
        }
        let (organisation, seen) = (self.reach().portfolio().id, sheet.seen());
        let base = self.store().version_of(organisation, theirs, seen).await?;
        let conflict = Conflict::by(self.last_editor(theirs).await?);
        let filled = filled.unwrap_or(|_| Sheet::default());
        let base = base.as_ref().map(filled).unwrap_or_default();
        sheet.meet(&base, &filled(theirs), conflict);
        let fresh = Sheet::default().about(theirs.entry().version);
        *sheet = std::mem::take(sheet)
            .with(SEEN, theirs.entry().version)
            .with(super::SUBMISSION, fresh.typed(super::SUBMISSION));
        Ok(())
    }

    /// "Director of Housing, 12 minutes ago".
    pub(crate) async fn last_editor(&self, record: &Record) -> Result<String, Failure> {
        let last = self.store().last_change(self.reach().portfolio().id, record).await?;
        let Some((by, at)) = last else { return Ok("Somebody changed it".into()) };
        let name = self.reach().portfolio().name_of(by).unwrap_or("Somebody who left").to_owned();
        Ok(format!("{name}, {}", when(at, self.now)))
    }
}
