//! Taking an import back as a whole, as long as nobody has built upon it.
use super::Import;
use crate::{
    Act, Change, Decision, Edit, Entry, ImportId, Impossible, Reason, Record, Refusal, Seen, SiteId, SiteMove,
    SiteState,
};
use chrono::NaiveDate;
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};
use uuid::Uuid;

/// What stands in the way of undoing an import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UndoneRecords {
    /// Records of the import that have been changed or removed since.
    pub edited: Vec<Record>,
    /// Records that people have since added to what the import brought: an innovation, a group, an engagement,
    /// a site.
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
        let new: HashSet<Uuid> = new.map(|change| change.edit.after.id()).collect();
        let on_them = |record: &Record| rests_on(record).into_iter().any(|other| new.contains(&other));
        let later = self.later_steps(changes);
        let stands_on = |record: &Record| !brought.contains(&record.id()) && (on_them(record) || later.rest_on(record));
        let added = self.portfolio.shelves.all().filter(stands_on).collect();
        UndoneRecords { edited, added }
    }

    /// Everything that the import added is hidden, everything it changed is as before; the numbers it gave stay given.
    ///
    /// # Errors
    /// `UndoneBefore`; `EditedSince` when a record of it was changed, or something was added to what it brought.
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

    /// The steps of sites that the changes brought.
    fn later_steps(self, changes: &[Change]) -> Steps {
        let mut steps = Steps::default();
        for change in changes.iter().filter(|change| change.edit.before.is_none()) {
            let Record::SiteMove(one) = &change.edit.after else { continue };
            let first = steps.first.entry(one.site).or_insert(one.ordinal);
            *first = one.ordinal.min(*first);
            let is_live = |other: &&Arc<SiteMove>| other.to == SiteState::Live && other.ordinal < one.ordinal;
            if one.to == SiteState::Live && !self.site_moves(one.innovation, one.site).any(|other| is_live(&other)) {
                steps.went_live.insert(one.site);
            }
        }
        steps
    }

    /// The record as it stands now, if it says what it said then: a later import that was undone leaves no trace.
    fn standing(self, then: &Record) -> Option<Record> {
        let held = self.portfolio.shelves.held(then)?;
        (held.clone().stamped(*then.entry()) == *then).then_some(held)
    }
}

/// Steps of sites that were here before: what comes after them was not there when they were taken.
#[derive(Default)]
struct Steps {
    /// The ordinal of the first at each site.
    first: HashMap<SiteId, u32>,
    /// Sites that had never been live.
    went_live: HashSet<SiteId>,
}

impl Steps {
    fn rest_on(&self, record: &Record) -> bool {
        match record {
            Record::SiteMove(one) => self.first.get(&one.site).is_some_and(|first| one.ordinal > *first),
            Record::SustainmentReview(one) => one.sites.iter().any(|site| self.went_live.contains(site)),
            _ => false,
        }
    }
}

/// What would be gone from under a record if these were not there.
fn rests_on(record: &Record) -> Vec<Uuid> {
    let groups: Vec<Uuid> = match record {
        Record::Stake(one) => vec![one.stakeholder.0],
        Record::Stakeholder(one) => one.merged_into.iter().map(|one| one.0).collect(),
        Record::Engagement(one) => one.groups.iter().map(|group| group.stakeholder.0).collect(),
        Record::Feedback(one) => vec![one.engagement.0],
        Record::SiteMove(one) => vec![one.site.0],
        Record::ReachCount(one) => vec![one.site.0],
        Record::FidelityCheck(one) => vec![one.site.0],
        Record::EmbeddingCheck(one) => one.site.iter().map(|site| site.0).collect(),
        Record::SustainmentReview(one) => one.sites.iter().map(|site| site.0).collect(),
        _ => vec![],
    };
    groups.into_iter().chain(record.innovation().map(|one| one.0)).collect()
}
