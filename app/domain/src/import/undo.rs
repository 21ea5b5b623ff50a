//! Taking an import back as a whole, as long as nobody has built upon it.
use super::Import;
use crate::{Act, Change, Decision, Edit, Entry, ImportId, Impossible, Reason, Record, Refusal, Seen};
use chrono::NaiveDate;
use std::{collections::HashSet, sync::Arc};
use uuid::Uuid;

/// What stands in the way of undoing an import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UndoneRecords {
    /// Records of the import that have been changed or removed since.
    pub edited: Vec<Record>,
    /// Records that people have since added to innovations that the import brought.
    pub added: Vec<Record>,
}

impl UndoneRecords {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edited.is_empty() && self.added.is_empty()
    }
}

impl<'a> Seen<'a> {
    /// # Errors
    /// `NotFound` when there is none, or for somebody who may not import.
    pub fn import_record(self, id: ImportId) -> Result<&'a Arc<Import>, Refusal> {
        self.must(Act::Import, None)?;
        self.portfolio.shelves.imports.get(&id).ok_or(Refusal::NotFound)
    }

    /// What has happened since to what an import brought; `changes` are those of its decision.
    #[must_use]
    pub fn since_import(self, changes: &[Change]) -> UndoneRecords {
        let after = || changes.iter().map(|change| &change.edit.after);
        let is_import = |record: &&Record| matches!(record, Record::Import(_));
        let stands = |record: &&Record| self.standing(record).is_some();
        let edited = after().filter(|one| !is_import(one) && !stands(one)).cloned().collect();
        let brought: HashSet<Uuid> = after().map(Record::id).collect();
        let new = changes.iter().filter(|change| change.edit.before.is_none());
        let innovations: HashSet<_> = new
            .filter(|change| matches!(change.edit.after, Record::Innovation(_)))
            .map(|one| one.edit.after.id())
            .collect();
        let on_them = |record: &Record| {
            record.innovation().is_some_and(|id| innovations.contains(&id.0)) && !brought.contains(&record.id())
        };
        let added = self.portfolio.shelves.all().filter(on_them).collect();
        UndoneRecords { edited, added }
    }

    /// Everything that the import added is hidden, everything it changed is as before; the numbers it gave stay given.
    ///
    /// # Errors
    /// `UndoneBefore`; `EditedSince` when a record of it was changed, or something was added to an innovation of it.
    pub fn undo_import(self, id: ImportId, changes: &[Change], today: NaiveDate) -> Result<Decision, Refusal> {
        let import = self.import_record(id)?;
        if import.undone_on.is_some() {
            return Err(Refusal::Impossible(Impossible::UndoneBefore));
        }
        if !self.since_import(changes).is_empty() {
            return Err(Refusal::Impossible(Impossible::EditedSince));
        }
        let mut edits = Vec::with_capacity(changes.len());
        for Change { edit: Edit { before, after }, .. } in changes.iter().rev() {
            if matches!(after, Record::Import(_)) {
                continue;
            }
            let held = self.standing(after).ok_or(Refusal::Impossible(Impossible::EditedSince))?;
            let hidden = Entry { removed: true, ..*held.entry() };
            let as_before = before.clone().unwrap_or_else(|| held.clone().stamped(hidden));
            edits.push(Edit { before: Some(held), after: as_before });
        }
        let undone = Import { undone_on: Some(today), ..(**import).clone() };
        let reason = Reason::cut(&format!("The import of {} was undone", import.file));
        Ok(Decision { edits, reason }.and_change(import, undone))
    }

    /// The record as it stands now, if it says what it said then: a later import that was undone leaves no trace.
    fn standing(self, then: &Record) -> Option<Record> {
        let held = self.portfolio.shelves.held(then)?;
        (held.clone().stamped(*then.entry()) == *then).then_some(held)
    }
}
