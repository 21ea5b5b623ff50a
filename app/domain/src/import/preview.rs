//! What a file would do, and doing it: both work out the same rows.
use super::{
    AmountUnit, Import, ImportField, ImportKind, ImportNote, ImportProblem, ImportRow, Mapping, groups, met,
    order::{self, Planned},
    sites,
};
use crate::{
    Act, CouncilId, Decision, Edit, Entry, ImportId, Impossible, Line, Place, Problem, Reason, Refusal, Rule, Seen,
    StakeholderKind, seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// A file, read, and what was said of it.
#[derive(Clone, Debug)]
pub struct ImportInput {
    pub file: Line,
    pub kind: ImportKind,
    /// The day the facts are for, of rows that name none. May be left out where a column names it.
    pub report_on: Option<NaiveDate>,
    /// Where new innovations are.
    pub stage: Place,
    /// In a partnership the council that pays; none: the file’s money is left out.
    pub council: Option<CouncilId>,
    pub unit: AmountUnit,
    /// What groups are that an engagement names and the register does not; none: such rows are left out.
    pub new_groups: Option<StakeholderKind>,
    pub mapping: Mapping,
    pub rows: Vec<ImportRow>,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    New,
    Updated,
    /// The file says nothing that is not known here.
    Unchanged,
    Refused,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlannedRow {
    pub row: ImportRow,
    pub fate: Fate,
    /// The innovation it is, becomes or is about; none for a refused row that is known as none.
    pub innovation: Option<u32>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportCounts {
    pub new: u32,
    pub updated: u32,
    pub unchanged: u32,
    pub refused: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ImportPreview {
    /// In the order of the file.
    pub rows: Vec<PlannedRow>,
    pub counts: ImportCounts,
    /// What the good rows come to, one edit for each record.
    pub(super) edits: Vec<Edit>,
}

impl ImportCounts {
    /// Rows that would come in.
    #[must_use]
    pub const fn good(self) -> u32 {
        self.new + self.updated
    }
}

impl ImportPreview {
    /// Each problem with its row, in the order of the file.
    pub fn problems(&self) -> impl Iterator<Item = (&ImportRow, &ImportProblem)> {
        self.rows.iter().flat_map(|one| one.row.problems.iter().map(move |problem| (&one.row, problem)))
    }

    /// Each note on a row that comes in or is known already.
    pub fn notes(&self) -> impl Iterator<Item = (&ImportRow, &ImportNote)> {
        let taken = self.rows.iter().filter(|one| one.fate != Fate::Refused);
        taken.flat_map(|one| one.row.notes.iter().map(move |note| (&one.row, note)))
    }
}

impl<'a> Seen<'a> {
    /// The import of this kind that was made last and still counts: its mapping is the guess for the next file.
    #[must_use]
    pub fn latest_import(self, kind: ImportKind) -> Option<&'a Arc<Import>> {
        let counts = self.imports().filter(|one| one.kind == kind && one.undone_on.is_none());
        counts.max_by_key(|one| (one.entry.at, one.id))
    }

    /// What an import of these rows would do today.
    ///
    /// # Errors
    /// `Invalid` on `report_on`, `stage` or `council`.
    pub fn preview(self, id: ImportId, input: &ImportInput, today: NaiveDate) -> Result<ImportPreview, Refusal> {
        self.must(Act::Import, None)?;
        let Planned { rows, edits } = match input.kind {
            ImportKind::Innovations => {
                Refusal::unless_sound(self.start_problems(input, today))?;
                order::planned(self, id, input, today)
            }
            ImportKind::Stakeholders => groups::planned(self, id, input, today),
            ImportKind::Engagements => met::planned(self, id, input, today),
            ImportKind::Sites => sites::planned(self, id, input, today),
        };
        let count = |fate| u32::try_from(rows.iter().filter(|one| one.fate == fate).count()).unwrap_or(u32::MAX);
        let counts = ImportCounts {
            new: count(Fate::New),
            updated: count(Fate::Updated),
            unchanged: count(Fate::Unchanged),
            refused: count(Fate::Refused),
        };
        Ok(ImportPreview { rows, counts, edits })
    }

    /// What is said of new innovations.
    fn start_problems(self, input: &ImportInput, today: NaiveDate) -> Vec<Problem> {
        let mut problems: Vec<_> = input.report_on.and_then(|day| plausible("report_on", day)).into_iter().collect();
        if input.report_on.is_some_and(|day| day > today) {
            problems.push(Problem::new("report_on", Rule::After(today)));
        }
        if input.report_on.is_none() && input.mapping.column(ImportField::ReportOn).is_none() {
            problems.push(Problem::new("report_on", Rule::Missing));
        }
        if self.organisation().stage_model().stage(input.stage).is_none() {
            problems.push(Problem::new("stage", Rule::Choose));
        }
        if input.council.is_some_and(|council| self.council(council).is_none()) {
            problems.push(Problem::new("council", Rule::Choose));
        }
        problems
    }

    /// All good rows at once; the others are left out and counted.
    ///
    /// # Errors
    /// `NothingToImport` when no row would change anything.
    pub fn import(self, id: ImportId, input: &ImportInput, today: NaiveDate) -> Result<Decision, Refusal> {
        let ImportPreview { rows, counts, edits } = self.preview(id, input, today)?;
        if counts.good() == 0 {
            return Err(Refusal::Impossible(Impossible::NothingToImport));
        }
        let new = rows.iter().filter(|one| one.fate == Fate::New && input.kind == ImportKind::Innovations);
        let last_number = new.filter_map(|one| one.innovation).max().unwrap_or(0);
        let taken = rows.iter().filter(|one| one.fate != Fate::Refused);
        let told_of = |row: &ImportRow| {
            let (met, site) = (row.engagement.as_ref(), row.site.as_ref());
            met.and_then(|met| met.on).or_else(|| site.and_then(|site| site.latest()))
        };
        let latest = taken.filter_map(|one| one.row.report_on.or_else(|| told_of(&one.row))).max();
        let import = Import {
            id,
            entry: Entry::default(),
            kind: input.kind,
            file: input.file.clone(),
            report_on: latest.or(input.report_on).unwrap_or(today),
            mapping: input.mapping.written(),
            added: counts.new,
            updated: counts.updated,
            refused: counts.refused,
            undone_on: None,
            last_number,
            unit: input.unit,
        };
        let reason = Reason::cut(&format!("Imported from {}", input.file));
        Ok(Decision { edits, reason }.and_add(import))
    }
}
