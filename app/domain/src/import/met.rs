//! What one row about an engagement does: the engagement itself, and what people said there.
//!
//! An engagement is known by its reference; without one by its innovation, its day and what it was about. Another row
//! about the same one tells of something else that was said.
mod input;
#[cfg(test)]
mod tests;

use super::{
    EngagementRow, Fate, ImportField, ImportInput, ImportRow, ImportRule, ImportSaid, PlannedRow,
    named::{Named, plain},
    order::{Planned, with},
    plan::derived,
    said::{Brought, Said},
};
use crate::{
    Decision, Edit, Engagement, EngagementId, Entry, ImportId, Innovation, InnovationId, Record, Seen, Stakeholder,
    StakeholderId, StakeholderInput,
};
use chrono::NaiveDate;
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

/// New groups are there for every row; those that no good row names are not kept.
pub(super) fn planned(seen: Seen, id: ImportId, input: &ImportInput, today: NaiveDate) -> Planned {
    let new = new_groups(&Named::new(seen, input, today), id);
    let edits = new.iter().cloned().fold(Decision::default(), Decision::and_add).edits;
    let with_groups = with(seen.portfolio, seen, edits);
    let seen = Seen { portfolio: &with_groups, ..seen };
    let new: BTreeSet<_> = new.iter().map(|one| one.id).collect();
    let mut planner = Planner::new(Named::new(seen, input, today), id);
    let (mut rows, mut edits) = (vec![], vec![]);
    for row in &input.rows {
        let (row, brings) = planner.row(row.clone(), &new);
        rows.push(row);
        edits.extend(brings);
    }
    let named = edits.iter().filter_map(|edit| match &edit.after {
        Record::Engagement(one) => Some(one.groups.iter().map(|group| group.stakeholder)),
        _ => None,
    });
    let named: BTreeSet<StakeholderId> = named.flatten().collect();
    let kept = new.intersection(&named).filter_map(|id| seen.stakeholder(*id).ok());
    let blank = |one: &Arc<Stakeholder>| Stakeholder { entry: Entry::default(), ..(**one).clone() };
    let mut all = kept.map(blank).fold(Decision::default(), Decision::and_add).edits;
    all.extend(edits);
    Planned { rows, edits: all }
}

/// What the register does not know, where somebody said what new groups are.
fn new_groups(names: &Named, id: ImportId) -> Vec<Stakeholder> {
    let Some(kind) = names.input.new_groups else { return vec![] };
    let rows = names.input.rows.iter().filter_map(|row| row.engagement.as_ref());
    let unknown = rows.flat_map(|row| &row.groups).filter(|group| names.group(&group.name).is_none());
    let mut met = BTreeSet::new();
    let unknown = unknown.filter(|group| met.insert(plain(&group.name)));
    let new = unknown.map(|group| {
        let input = StakeholderInput { name: group.name.clone(), kind, area: None, characteristics: vec![] };
        let id = StakeholderId(derived(id, "stakeholder", &plain(&group.name)));
        input.stakeholder(id, Entry::default())
    });
    new.collect()
}

/// How a file tells engagements apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Known {
    By(String),
    As(InnovationId, NaiveDate, String),
}

struct Planner<'a> {
    named: Named<'a>,
    id: ImportId,
    /// Every engagement that is here, by id and by how a file would know it.
    here: HashMap<EngagementId, &'a Arc<Engagement>>,
    known: HashMap<Known, EngagementId>,
    /// Engagements that a row above tells of.
    above: HashMap<Known, Brought>,
}

impl<'a> Planner<'a> {
    fn new(named: Named<'a>, id: ImportId) -> Self {
        let all = named.seen.all_engagements();
        let words = |one: &Engagement| one.purpose.as_deref().map(plain).unwrap_or_default();
        // The latest stand first, and the one that was logged first is the one that a file means.
        let known = all.iter().map(|one| (Known::As(one.innovation, one.on, words(one)), one.id)).collect();
        let here = all.into_iter().map(|one| (one.id, one)).collect();
        Self { named, id, here, known, above: HashMap::new() }
    }

    fn row(&mut self, mut row: ImportRow, new: &BTreeSet<StakeholderId>) -> (PlannedRow, Vec<Edit>) {
        let told = row.engagement.clone().unwrap_or_default();
        self.screen(&mut row, &told);
        let innovations = self.innovations(&mut row, &told);
        let number = innovations.first().map(|one| one.number);
        let known = known_as(&row, &told, &innovations);
        let above = known.as_ref().and_then(|known| self.above.remove(known));
        let (brought, mut decision) = match above {
            Some(above) => {
                self.compare(&mut row, &told, &above);
                (Some(above), Decision::default())
            }
            None => self.engagement(&mut row, &told, &innovations, known.as_ref(), new),
        };
        let is_new = decision.edits.iter().any(|edit| edit.before.is_none());
        let Some(mut brought) = brought else { return refused(row, number) };
        let said = Said { named: &self.named, id: self.id };
        let what = said.planned(&mut row, &told.said, &brought);
        let is_good = row.problems.is_empty();
        if is_good {
            decision = decision.and(what);
            brought.said.extend(told.said.said.as_deref().map(plain));
        }
        // A refused first row leaves the engagement to the next.
        if let Some(known) = known.filter(|_| is_good || brought.row != row.number) {
            self.above.insert(known, brought);
        }
        let fate = match (is_good, is_new, decision.edits.is_empty()) {
            (false, ..) => return refused(row, number),
            (_, true, _) => Fate::New,
            (_, _, true) => Fate::Unchanged,
            _ => Fate::Updated,
        };
        (PlannedRow { row, fate, innovation: number }, decision.edits)
    }

    fn screen(&self, row: &mut ImportRow, told: &EngagementRow) {
        for (field, text) in [
            (ImportField::Purpose, told.purpose.as_deref()),
            (ImportField::NextStep, told.next_step.as_deref()),
            (ImportField::Theme, told.said.theme.as_deref()),
            (ImportField::Said, told.said.said.as_deref()),
            (ImportField::Answer, told.said.answer.as_deref()),
            (ImportField::Changed, told.said.changed.as_deref()),
        ] {
            self.named.screen(row, field, text);
        }
        for group in &told.groups {
            self.named.screen(row, ImportField::Groups, Some(&group.name));
        }
    }

    fn innovations(&self, row: &mut ImportRow, told: &EngagementRow) -> Vec<&'a Arc<Innovation>> {
        let mut found: Vec<&Arc<Innovation>> = vec![];
        for called in &told.innovations {
            match self.named.innovation(called) {
                Ok(one) if found.iter().any(|other| other.id == one.id) => {}
                Ok(one) => found.push(one),
                Err(rule) => self.named.problem(row, ImportField::Innovation, rule),
            }
        }
        if told.innovations.is_empty() {
            self.named.missing(row, ImportField::Innovation);
        }
        found
    }

    /// The row above tells what it was; the same again is a row too many.
    fn compare(&self, row: &mut ImportRow, told: &EngagementRow, above: &Brought) {
        let first = &above.told;
        let differs = (told.on.is_some() && told.on != first.on)
            || (told.level.is_some() && told.level != first.level)
            || (told.method.is_some() && told.method != first.method)
            || (told.purpose.is_some() && told.purpose != first.purpose)
            || (!told.groups.is_empty() && told.groups != first.groups);
        if differs {
            self.named.note(row, ImportField::MetOn, ImportSaid::FirstRowCounts(above.row));
        }
        let again = told.said.said.as_deref().is_none_or(|said| above.said.contains(&plain(said)));
        if again {
            let field = if told.said.said.is_some() { ImportField::Said } else { ImportField::MetOn };
            self.named.problem(row, field, ImportRule::Repeated(above.row));
        }
    }

    fn engagement(
        &self,
        row: &mut ImportRow,
        told: &EngagementRow,
        about: &[&Arc<Innovation>],
        known: Option<&Known>,
        new: &BTreeSet<StakeholderId>,
    ) -> (Option<Brought>, Decision) {
        let names = &self.named;
        let before = known.and_then(|known| self.before(known));
        let Some(input) = self.input(row, told, about, before, new) else { return (None, Decision::default()) };
        let decided = match before {
            Some(before) => {
                names.seen.edit_engagement(before.innovation, before.id, input, before.entry.version, names.today)
            }
            None => names.seen.log_engagement(self.new_id(known), input, vec![], names.today),
        };
        let decision = match decided {
            Ok(decision) => decision,
            Err(refusal) => {
                names.refuse_all(row, refusal, column_of);
                return (None, Decision::default());
            }
        };
        let after = decision.edits.iter().find_map(|edit| match &edit.after {
            Record::Engagement(one) => Some((**one).clone()),
            _ => None,
        });
        let engagement = after.or_else(|| before.map(|one| (**one).clone()));
        let brought = engagement.map(|engagement| Brought {
            engagement,
            is_here: before.is_some(),
            told: Box::new(told.clone()),
            row: row.number,
            said: BTreeSet::new(),
        });
        (brought, decision)
    }

    /// What an earlier file called so, or what stands here as the row tells it.
    fn before(&self, known: &Known) -> Option<&'a Arc<Engagement>> {
        let id = match known {
            Known::As(..) => self.known.get(known).copied(),
            Known::By(reference) => {
                let ids = self.named.seen.imports().map(|import| EngagementId(derived(import.id, MET, reference)));
                ids.into_iter().find(|id| self.here.contains_key(id))
            }
        };
        id.and_then(|id| self.here.get(&id)).copied()
    }

    /// The same import and row give the same id, without any chance.
    fn new_id(&self, known: Option<&Known>) -> EngagementId {
        EngagementId(match known {
            Some(Known::By(reference)) => derived(self.id, MET, reference),
            other => derived(self.id, "engagement as told", &format!("{other:?}")),
        })
    }
}

fn known_as(row: &ImportRow, told: &EngagementRow, about: &[&Arc<Innovation>]) -> Option<Known> {
    if let Some(reference) = &row.reference {
        return Some(Known::By(plain(reference)));
    }
    Some(Known::As(about.first()?.id, told.on?, told.purpose.as_deref().map(plain).unwrap_or_default()))
}

fn refused(row: ImportRow, innovation: Option<u32>) -> (PlannedRow, Vec<Edit>) {
    (PlannedRow { row, fate: Fate::Refused, innovation }, vec![])
}

/// What the id of an engagement with a reference is derived from.
const MET: &str = "engagement";

/// Which column gave the answer to a field of the form.
fn column_of(field: &str) -> ImportField {
    match field {
        "on" => ImportField::MetOn,
        "people" => ImportField::People,
        "led_by" => ImportField::LedBy,
        "leaders_present" => ImportField::LeadersPresent,
        "groups" => ImportField::Groups,
        "opened_on" => ImportField::OpenedOn,
        "closed_on" => ImportField::ClosedOn,
        _ => ImportField::Innovation,
    }
}
