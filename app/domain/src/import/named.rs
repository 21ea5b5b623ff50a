//! Words of a file that stand for something here: an innovation, a group, somebody, one of a closed list.
use super::{ImportField, ImportInput, ImportNote, ImportProblem, ImportRow, ImportRule, ImportSaid};
use crate::{
    CouncilId, EngagementLevel, Innovation, Line, MembershipId, OrganisationKind, Problem, Refusal, Rule, Seen,
    StakeholderId, personal_data,
};
use chrono::NaiveDate;
use std::{collections::HashMap, sync::Arc};

/// What is here, by how a file may call it.
pub(super) struct Named<'a> {
    pub seen: Seen<'a>,
    pub input: &'a ImportInput,
    pub today: NaiveDate,
    innovations: HashMap<String, Vec<&'a Arc<Innovation>>>,
    groups: HashMap<String, StakeholderId>,
    people: HashMap<String, Vec<MembershipId>>,
}

impl<'a> Named<'a> {
    pub fn new(seen: Seen<'a>, input: &'a ImportInput, today: NaiveDate) -> Self {
        let mut innovations: HashMap<_, Vec<_>> = HashMap::new();
        let code = &seen.organisation().short_code;
        for one in seen.innovations() {
            let known_as = [Some(plain(&one.title)), Some(plain(&format!("{code}-{}", one.number)))];
            let reference = one.external_ref.as_ref().map(|reference| plain(reference));
            for name in known_as.into_iter().chain([reference]).flatten() {
                let so_called = innovations.entry(name).or_default();
                if !so_called.iter().any(|other: &&Arc<Innovation>| other.id == one.id) {
                    so_called.push(one);
                }
            }
        }
        let mut people: HashMap<_, Vec<_>> = HashMap::new();
        for one in seen.memberships().filter(|one| one.is_current(today)) {
            people.entry(plain(&one.name)).or_default().push(one.id);
        }
        Self { seen, input, today, innovations, groups: groups(seen), people }
    }

    /// By its reference, its number as in "NC-12", or its title.
    pub fn innovation(&self, text: &str) -> Result<&'a Arc<Innovation>, ImportRule> {
        match self.innovations.get(&plain(text)).map_or(&[][..], Vec::as_slice) {
            [] => Err(ImportRule::NoSuchInnovation(text.to_owned())),
            [one] => Ok(*one),
            // A reference is one innovation's alone, whatever others are called.
            several => {
                let referred =
                    |one: &&&Arc<Innovation>| one.external_ref.as_deref().is_some_and(|it| plain(it) == plain(text));
                several.iter().find(referred).copied().ok_or(ImportRule::SeveralSoCalled)
            }
        }
    }

    pub fn group(&self, name: &str) -> Option<StakeholderId> {
        self.groups.get(&plain(name)).copied()
    }

    /// Among those who hold a place today; two of one name are nobody, and that is noted.
    pub fn person(&self, row: &mut ImportRow, field: ImportField, name: Option<&Line>) -> Option<MembershipId> {
        let name = name?;
        if let Some([one]) = self.people.get(&plain(name)).map(Vec::as_slice) {
            return Some(*one);
        }
        self.note(row, field, ImportSaid::NobodySoCalled(name.to_string()));
        None
    }

    /// Also by its number, or as people here call it.
    pub fn level(&self, row: &mut ImportRow, field: ImportField, cell: Option<&Line>) -> Option<EngagementLevel> {
        let cell = cell?;
        let label = |one: EngagementLevel| self.seen.organisation().level_label(one).to_owned();
        let numbered = EngagementLevel::ALL.iter().copied().find(|one| one.number().to_string() == **cell);
        numbered.or_else(|| self.choice(row, field, Some(cell), EngagementLevel::ALL, EngagementLevel::key, label))
    }

    /// The one that the cell names by label or key; another word is a problem.
    pub fn choice<T: Copy>(
        &self,
        row: &mut ImportRow,
        field: ImportField,
        cell: Option<&Line>,
        all: &[T],
        key: impl Fn(T) -> &'static str,
        label: impl Fn(T) -> String,
    ) -> Option<T> {
        let cell = cell?;
        let found = all.iter().copied().find(|one| same(cell, key(*one)) || same(cell, &label(*one)));
        if found.is_none() {
            let words = all.iter().map(|one| label(*one)).collect();
            self.problem(row, field, ImportRule::NoneOf(words));
        }
        found
    }

    /// Of a partnership; elsewhere that is noted and left out.
    pub fn council(&self, row: &mut ImportRow, field: ImportField, name: Option<&Line>) -> Option<CouncilId> {
        let name = name?;
        if self.seen.organisation().kind != OrganisationKind::Partnership {
            self.note(row, field, ImportSaid::NoPartnership);
            return None;
        }
        let found = self.seen.councils().find(|one| plain(&one.name) == plain(name)).map(|one| one.id);
        if found.is_none() {
            self.problem(row, field, ImportRule::NoSuchCouncil(name.to_string()));
        }
        found
    }

    /// Yes, or no; another word is a problem.
    pub fn yes(&self, row: &mut ImportRow, field: ImportField, cell: Option<&Line>) -> Option<bool> {
        let label = |yes: bool| if yes { "Yes".to_owned() } else { "No".to_owned() };
        self.choice(row, field, cell, &[true, false], |yes| if yes { "y" } else { "n" }, label)
    }

    pub fn problem(&self, row: &mut ImportRow, field: ImportField, rule: ImportRule) {
        row.problems.push(ImportProblem { column: self.column(field), rule });
    }

    /// That nothing stands there, unless something is wrong with what does.
    pub fn missing(&self, row: &mut ImportRow, field: ImportField) {
        let column = self.column(field);
        if row.problems.iter().all(|one| one.column != column) {
            self.problem(row, field, ImportRule::Missing);
        }
    }

    pub fn note(&self, row: &mut ImportRow, field: ImportField, said: ImportSaid) {
        row.notes.push(ImportNote { column: self.column(field), said });
    }

    /// What looks as if it named a resident.
    pub fn screen(&self, row: &mut ImportRow, field: ImportField, text: Option<&str>) {
        for one in text.map(personal_data).unwrap_or_default() {
            self.note(row, field, ImportSaid::Personal(one.text, one.looks_like));
        }
    }

    /// What a decision says of an answer, beside the column that gave it.
    pub fn refuse(&self, row: &mut ImportRow, problems: &[Problem], column_of: impl Fn(&str) -> ImportField) {
        for one in problems {
            let rule = match (one.field, one.rule) {
                ("innovations", Rule::Choose) => ImportRule::OnAnother,
                (_, rule) => ImportRule::Broken(rule),
            };
            self.problem(row, column_of(one.field), rule);
        }
    }

    /// Why a decision was not taken at all, beside the column of the innovation.
    pub fn refuse_all(&self, row: &mut ImportRow, refusal: Refusal, column_of: impl Fn(&str) -> ImportField + Copy) {
        match refusal {
            Refusal::Invalid(problems) => self.refuse(row, &problems, column_of),
            Refusal::Rows(rows) => rows.into_iter().for_each(|(_, refusal)| self.refuse_all(row, refusal, column_of)),
            Refusal::NotEmbedded(gaps) => self.problem(row, column_of("to"), ImportRule::NotEmbedded(gaps)),
            Refusal::Impossible(_) => self.problem(row, ImportField::Innovation, ImportRule::Stopped),
            _ => self.problem(row, ImportField::Innovation, ImportRule::NotAllowed),
        }
    }

    fn column(&self, field: ImportField) -> String {
        self.input.mapping.title(field).to_owned()
    }
}

/// Each under its own name; one that was found to be another leads to that one.
fn groups(seen: Seen) -> HashMap<String, StakeholderId> {
    let all = || seen.portfolio.shelves.stakeholders.values();
    let merged = all().filter(|one| one.merged_into.is_some()).map(|one| (&one.name, seen.stakeholder_now(one.id)));
    let open = all().filter(|one| one.merged_into.is_none()).map(|one| (&one.name, one.id));
    merged.chain(open).map(|(name, id)| (plain(name), id)).collect()
}

/// Without case, and with single spaces.
pub(super) fn plain(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Whether two are the same word but for case, spaces and signs.
fn same(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.to_lowercase().chars().filter(|one| one.is_alphanumeric()).collect::<String>();
    letters(one) == letters(other)
}
