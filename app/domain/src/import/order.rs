//! The rows of a file in the order in which they are taken.
//!
//! A file may report of the same innovation for several days. Each report is then planned upon what the earlier ones
//! would leave, as if each day had come as a file of its own; the edits of one record become one.
use super::{ImportField, ImportInput, ImportProblem, ImportRow, ImportRule, PlannedRow, plan::Planner};
use crate::{Decision, Edit, ExternalRef, ImportId, Portfolio, Seen};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// What each row does, and what all of them come to.
pub(super) struct Planned {
    /// In the order of the file.
    pub rows: Vec<PlannedRow>,
    pub edits: Vec<Edit>,
}

pub(super) fn planned(seen: Seen, id: ImportId, input: &ImportInput, today: NaiveDate) -> Planned {
    let mut rows: BTreeMap<usize, PlannedRow> = BTreeMap::new();
    let mut edits = Edits::default();
    let mut so_far = seen.portfolio.clone();
    let rounds = rounds(input);
    let last = rounds.len().saturating_sub(1);
    for (round, turns) in rounds.into_iter().enumerate() {
        let mut planner = Planner::new(Seen { portfolio: &so_far, ..seen }, id, input, today);
        let mut new = vec![];
        for Turn { place, above } in turns {
            let (row, brings) = planner.row(input.rows[place].clone(), above);
            new.extend(brings);
            rows.insert(place, row);
        }
        if round < last {
            so_far = with(&so_far, seen, new.clone());
        }
        edits.extend(new);
    }
    Planned { rows: rows.into_values().collect(), edits: edits.all }
}

/// A row by its place in the file, counted from 0.
struct Turn {
    place: usize,
    /// The number of a row above that says the same of the same day.
    above: Option<usize>,
}

/// Each row that is known as no other stands in the first; of several reports on one thing the earliest day stands
/// there, the next in the second, and so on.
fn rounds(input: &ImportInput) -> Vec<Vec<Turn>> {
    let by_day = input.mapping.column(ImportField::ReportOn).is_some();
    let by_reference = input.mapping.column(ImportField::Reference).is_some();
    let mut days: HashMap<String, BTreeMap<Option<NaiveDate>, usize>> = HashMap::new();
    let day_of = |row: &ImportRow| by_day.then(|| row.report_on.or(input.report_on)).flatten();
    for row in &input.rows {
        if let Some(known_as) = known_as(row, by_reference) {
            // The row that is nearer to the top keeps its place.
            days.entry(known_as).or_default().entry(day_of(row)).or_insert(row.number);
        }
    }
    let mut rounds: Vec<Vec<Turn>> = vec![];
    for (place, row) in input.rows.iter().enumerate() {
        let day = day_of(row);
        let reports = known_as(row, by_reference).and_then(|one| days.get(&one));
        let rank = reports.map_or(0, |reports| reports.range(..day).count());
        let first = reports.and_then(|reports| reports.get(&day)).copied();
        if rounds.len() <= rank {
            rounds.resize_with(rank + 1, Vec::new);
        }
        rounds[rank].push(Turn { place, above: first.filter(|first| *first != row.number) });
    }
    rounds
}

/// By its reference; in a file without references by its title.
fn known_as(row: &ImportRow, by_reference: bool) -> Option<String> {
    if by_reference {
        row.reference.as_ref().map(ExternalRef::to_string)
    } else {
        row.title.as_ref().map(|title| title.to_lowercase())
    }
}

/// The portfolio as it would be with these edits.
pub(super) fn with(before: &Portfolio, seen: Seen, edits: Vec<Edit>) -> Portfolio {
    let mut after = before.clone();
    let decision = Decision { edits, reason: None };
    for change in decision.changes(before.sequence, before.changed_at, seen.actor.person) {
        after.apply(&change);
    }
    after
}

/// One edit for each record: from what stands here to what the last report leaves.
#[derive(Default)]
pub(super) struct Edits {
    pub all: Vec<Edit>,
    by_record: HashMap<Uuid, usize>,
}

impl Edits {
    pub fn extend(&mut self, new: Vec<Edit>) {
        for edit in new {
            if let Some(index) = self.by_record.get(&edit.after.id()) {
                self.all[*index].after = edit.after;
            } else {
                self.by_record.insert(edit.after.id(), self.all.len());
                self.all.push(edit);
            }
        }
    }
}

/// The problem of a row that stands twice.
pub(super) fn repeats(input: &ImportInput, above: usize) -> ImportProblem {
    let by_reference = input.mapping.column(ImportField::Reference).is_some();
    let field = if by_reference { ImportField::Reference } else { ImportField::Title };
    ImportProblem { column: input.mapping.title(field).to_owned(), rule: ImportRule::Repeated(above) }
}

#[cfg(test)]
mod tests {
    use super::super::{AmountUnit, ImportInput, ImportRow, Mapping, Rated};
    use crate::{testing::*, *};
    use uuid::Uuid;

    const ID: ImportId = ImportId(Uuid::from_u128(950));

    fn row(number: usize, reported: Option<&str>, title: &str, end: Option<&str>, rating: Confidence) -> ImportRow {
        ImportRow {
            number,
            report_on: reported.map(day),
            reference: Some(text("A1")),
            title: Some(text(title)),
            rated: Some(Rated { confidence: rating, word: text("Amber/Green") }),
            end: end.map(day),
            approved: Some(Pence(100)),
            ..ImportRow::default()
        }
    }

    fn input(rows: Vec<ImportRow>) -> ImportInput {
        let columns = [("Year", ImportField::ReportOn), ("Ref", ImportField::Reference), ("Name", ImportField::Title)];
        ImportInput {
            file: text("years.csv"),
            kind: ImportKind::Innovations,
            report_on: None,
            stage: Place::Stage(1),
            council: None,
            unit: AmountUnit::Pounds,
            new_groups: None,
            mapping: Mapping::new(columns.map(|(title, field)| (title.to_owned(), field)).to_vec()),
            rows,
        }
    }

    /// The newest report stands first in the file.
    fn years() -> ImportInput {
        let (at_risk, off_track) = (Confidence::AtRisk, Confidence::OffTrack);
        input(vec![
            row(2, Some("2026-03-31"), "Falls lamps", Some("2027-09-30"), off_track),
            row(3, Some("2024-03-31"), "Lamps", Some("2027-03-31"), at_risk),
            row(4, Some("2025-03-31"), "Falls lamps", Some("2027-03-31"), at_risk),
        ])
    }

    #[test]
    fn reports_of_several_days_are_taken_in_the_order_of_their_days() {
        let after = after(&portfolio(), MANAGER, |seen| seen.import(ID, &years(), today()));
        as_person(&after, MANAGER, |seen| {
            let one = seen.innovations().find(|one| one.external_ref.is_some()).expect("there");
            assert_eq!((&*one.title, one.entry.version), ("Falls lamps", Version(1)), "the last report names it");
            let said: Vec<_> = seen.updates(one.id).map(|one| (one.ordinal, one.period_end, one.confidence)).collect();
            let expected = [
                (1, day("2024-03-31"), Confidence::AtRisk),
                (2, day("2025-03-31"), Confidence::AtRisk),
                (3, day("2026-03-31"), Confidence::OffTrack),
            ];
            assert_eq!(said, expected);
            let end = seen.milestones(one.id).next().expect("an end");
            let trail: Vec<_> = end.forecasts.iter().map(|one| (one.recorded_on, one.forecast_on)).collect();
            let held = (day("2025-03-31"), day("2027-03-31"));
            let expected = [(day("2024-03-31"), held.1), held, (day("2026-03-31"), day("2027-09-30"))];
            assert_eq!((trail, end.times_moved(), end.slip_first()), (expected.to_vec(), 1, Some(183)));
            assert_eq!((seen.milestones(one.id).count(), seen.budget_lines(one.id).count()), (1, 1));
            let import = seen.latest_import(ImportKind::Innovations).expect("kept");
            assert_eq!((import.added, import.updated, import.report_on), (1, 2, day("2026-03-31")));
            let again = seen.import(ImportId(Uuid::from_u128(951)), &years(), today());
            assert_eq!(again, Err(Refusal::Impossible(Impossible::NothingToImport)));
        });
    }

    #[test]
    fn each_record_is_one_edit_and_all_of_them_are_undone_as_one() {
        let before = portfolio();
        let decision = as_person(&before, MANAGER, |seen| seen.import(ID, &years(), today())).expect("allowed");
        // The innovation, where it is, three updates, the end, the money and the import.
        assert_eq!(decision.edits.len(), 8);
        let changes: Vec<_> = decision.changes(before.sequence, before.changed_at, MANAGER).collect();
        let mut after = before.clone();
        for change in &changes {
            after.apply(change);
        }
        let undone = as_person(&after, MANAGER, |seen| seen.undo_import(ID, &changes, today())).expect("untouched");
        let back = applied(&after, undone);
        as_person(&back, MANAGER, |seen| assert!(seen.innovations().all(|one| one.external_ref.is_none())));
    }

    #[test]
    fn a_row_without_a_day_of_tomorrow_or_twice_for_one_day_is_refused() {
        let end = Some("2027-03-31");
        let mut file = years();
        file.rows.extend([
            row(5, Some("2025-03-31"), "Falls lamps", end, Confidence::OnTrack),
            row(6, Some("2026-12-31"), "Falls lamps", end, Confidence::OnTrack),
            row(7, None, "Falls lamps", end, Confidence::OnTrack),
        ]);
        as_person(&portfolio(), MANAGER, |seen| {
            let preview = seen.preview(ID, &file, today()).expect("allowed");
            let problems: Vec<_> =
                preview.problems().map(|(row, one)| (row.number, one.column.clone(), one.rule.clone())).collect();
            let expected = [
                (5, "Ref".to_owned(), ImportRule::Repeated(4)),
                (6, "Year".to_owned(), ImportRule::AfterToday),
                (7, "Year".to_owned(), ImportRule::Missing),
            ];
            assert_eq!(problems, expected);
            let with_a_day = ImportInput { report_on: Some(day("2026-10-31")), ..file };
            assert_eq!(seen.preview(ID, &with_a_day, today()).expect("allowed").counts.refused, 2);
            let bare = ImportInput { mapping: Mapping::default(), ..years() };
            let bare = ImportInput { report_on: None, ..bare };
            assert_eq!(seen.preview(ID, &bare, today()), Err(Refusal::invalid("report_on", Rule::Missing)));
        });
    }
}
