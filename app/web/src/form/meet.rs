//! Two people edited the same record: the second gets both versions, and nothing typed is lost.
use super::{Conflict, SEEN, Sheet};
use crate::{failure::Failure, here::Now, ui::words::when};
use domain::Record;
use store::DraftKey;

impl Now {
    /// Puts the text that was sent into a draft first, then both versions into the sheet.
    pub(crate) async fn meet(
        &self,
        sheet: &mut Sheet,
        filled: Option<fn(&Record) -> Sheet>,
        theirs: &Record,
    ) -> Result<(), Failure> {
        let (organisation, subject) = (self.reach().portfolio().id, theirs.id().to_string());
        let key = DraftKey { organisation, person: self.session.person, form: theirs.noun(), subject: &subject };
        self.store().save_draft(key, &sheet.written(), self.now).await?;
        let seen = sheet.seen();
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

    async fn last_editor(&self, record: &Record) -> Result<String, Failure> {
        let last = self.store().last_change(self.reach().portfolio().id, record).await?;
        let Some((by, at)) = last else { return Ok("Somebody changed it".into()) };
        let name = self.reach().portfolio().name_of(by).unwrap_or("Somebody who left").to_owned();
        Ok(format!("{name}, {}", when(at, self.now)))
    }
}
