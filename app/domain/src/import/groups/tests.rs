//! A register of groups on the small council: what comes in, what is added to, and what is told as a problem.
use super::super::{AmountUnit, ImportCounts, ImportKind, ImportPreview, Mapping};
use super::*;
use crate::{EngagementLevel, Impossible, Place, Portfolio, Refusal, Version, testing::*};
use uuid::Uuid;

const FIRST: ImportId = ImportId(Uuid::from_u128(960));
const SECOND: ImportId = ImportId(Uuid::from_u128(961));

fn row(number: usize, name: &str, kind: &str) -> ImportRow {
    let told = StakeholderRow {
        name: Some(text(name)),
        kind: (!kind.is_empty()).then(|| text(kind)),
        ..StakeholderRow::default()
    };
    ImportRow { number, stakeholder: Some(Box::new(told)), ..ImportRow::default() }
}

/// A row that says how it stands towards an innovation.
fn stands(number: usize, name: &str, kind: &str, innovation: &str, [power, interest, impact]: [u32; 3]) -> ImportRow {
    let mut row = row(number, name, kind);
    let told = row.stakeholder.as_mut().expect("told");
    told.innovation = Some(text(innovation));
    (told.power, told.interest, told.impact) = (Some(power), Some(interest), Some(impact));
    told.target_level = Some(text("ask"));
    row
}

fn input(rows: Vec<ImportRow>) -> ImportInput {
    ImportInput {
        file: text("groups.csv"),
        kind: ImportKind::Stakeholders,
        report_on: None,
        stage: Place::Idea,
        council: None,
        unit: AmountUnit::Pounds,
        new_groups: None,
        mapping: Mapping::new(vec![("Group".into(), ImportField::Stakeholder), ("Type".into(), ImportField::Kind)]),
        rows,
    }
}

fn preview(portfolio: &Portfolio, id: ImportId, rows: Vec<ImportRow>) -> ImportPreview {
    as_person(portfolio, MANAGER, |seen| seen.preview(id, &input(rows), today())).expect("allowed")
}

fn problems(portfolio: &Portfolio, rows: Vec<ImportRow>) -> Vec<(usize, String, ImportRule)> {
    let preview = preview(portfolio, FIRST, rows);
    preview.problems().map(|(row, one)| (row.number, one.column.clone(), one.rule.clone())).collect()
}

fn register() -> Vec<ImportRow> {
    let mut carers = stands(2, "Carers in touch", "Carers", "NC-1", [2, 5, 5]);
    let told = carers.stakeholder.as_mut().expect("told");
    told.speaks_for = vec![text("Age"), text("Disability")];
    told.cadence_days = Some(30);
    told.owner = Some(text("team member"));
    told.added_on = Some(day("2026-03-01"));
    vec![carers, row(3, "Unison", "unions")]
}

#[test]
fn a_row_puts_a_group_into_the_register_and_says_how_it_stands() {
    let after = after(&portfolio(), MANAGER, |seen| seen.import(FIRST, &input(register()), today()));
    as_person(&after, MANAGER, |seen| {
        let names: Vec<_> = seen.stakeholders().iter().map(|one| (one.name.to_string(), one.kind)).collect();
        let expected = [("Carers in touch", StakeholderKind::Carers), ("Unison", StakeholderKind::Unions)];
        assert_eq!(names, expected.map(|(name, kind)| (name.to_owned(), kind)));
        let stake = seen.stakes(LAMPS).next().expect("stands");
        assert_eq!((stake.power, stake.interest, stake.impact, stake.cadence_days), (2, 5, 5, 30));
        assert_eq!((stake.target_level, stake.owner), (EngagementLevel::Ask, Some(place(LEAD))));
        assert_eq!((stake.added_on, stake.is_priority()), (day("2026-03-01"), true));
        assert!(seen.stakeholders()[0].speaks_for("disability"));
        let import = seen.latest_import(ImportKind::Stakeholders).expect("kept");
        assert_eq!((import.added, import.updated, import.last_number), (2, 0, 0));
        assert_eq!(seen.latest_import(ImportKind::Innovations), None);
    });
}

#[test]
fn the_same_file_again_brings_nothing_and_another_updates_what_it_says() {
    let once = after(&portfolio(), MANAGER, |seen| seen.import(FIRST, &input(register()), today()));
    let counts = preview(&once, SECOND, register()).counts;
    assert_eq!(counts, ImportCounts { unchanged: 2, ..ImportCounts::default() });
    let mut later = register();
    let told = later[0].stakeholder.as_mut().expect("told");
    (told.impact, told.cadence_days, told.kind) = (Some(4), None, None);
    later[1] = row(3, "  UNISON ", "Staff side");
    later[1].stakeholder.as_mut().expect("told").kind = Some(text("Frontline staff"));
    let twice = after(&once, MANAGER, |seen| seen.import(SECOND, &input(later), today()));
    as_person(&twice, MANAGER, |seen| {
        assert_eq!(seen.stakeholders().len(), 2);
        assert_eq!(seen.stakeholders()[1].kind, StakeholderKind::FrontlineStaff);
        let stakes: Vec<_> = seen.stakes(LAMPS).map(|one| (one.impact, one.cadence_days, one.added_on)).collect();
        assert_eq!(stakes, [(4, 30, day("2026-03-01"))], "what a blank cell does not say stays");
    });
}

#[test]
fn what_is_wrong_is_told_by_row_and_column() {
    let mut nobody = row(2, "x", "Carers");
    nobody.stakeholder.as_mut().expect("told").name = None;
    let rows = vec![
        nobody,
        row(3, "Neighbours", ""),
        row(4, "Friends", "pals"),
        stands(5, "Shops", "Business", "Nowhere", [1, 1, 1]),
        stands(6, "Shops", "Business", "Smart street lamps", [6, 1, 1]),
        stands(7, "Shops", "Business", "smart  street LAMPS", [1, 1, 1]),
        stands(8, "Shops", "", "NC-1", [1, 1, 1]),
        row(9, "Shops", ""),
    ];
    let kinds = StakeholderKind::ALL.iter().map(|one| one.label().to_owned()).collect();
    let expected = [
        (2, "Group", ImportRule::Missing),
        (3, "Type", ImportRule::Missing),
        (4, "Type", ImportRule::NoneOf(kinds)),
        (5, "Innovation", ImportRule::NoSuchInnovation("Nowhere".into())),
        (6, "Power", ImportRule::Broken(Rule::OutOfRange(1, 5))),
        (8, "Group", ImportRule::Repeated(7)),
        (9, "Group", ImportRule::Repeated(7)),
    ];
    let found = problems(&portfolio(), rows);
    assert_eq!(found, expected.map(|(row, column, rule)| (row, column.to_owned(), rule)));
}

#[test]
fn people_with_little_power_and_much_at_stake_are_noted_and_so_is_what_names_somebody() {
    let mut known = stands(3, "Neighbours", "Residents", "NC-1", [1, 5, 5]);
    known.stakeholder.as_mut().expect("told").owner = Some(text("Nobody Known"));
    let rows = vec![row(2, "Jo jo@example.org", "Residents"), known];
    let preview = preview(&portfolio(), FIRST, rows);
    let notes: Vec<_> = preview.notes().map(|(row, note)| (row.number, note.said.clone())).collect();
    let expected = [
        (2, ImportSaid::Personal("jo@example.org".into(), crate::PersonalData::Email)),
        (3, ImportSaid::NobodySoCalled("Nobody Known".into())),
        (3, ImportSaid::MayFallOut),
    ];
    assert_eq!(notes, expected);
}

#[test]
fn a_group_that_was_found_to_be_another_is_that_one() {
    let merged = Stakeholder { merged_into: Some(StakeholderId(Uuid::from_u128(7001))), ..stakeholder() };
    let other = Stakeholder { id: StakeholderId(Uuid::from_u128(7001)), name: text("Neighbours"), ..stakeholder() };
    let before = applied(&portfolio(), Decision::add(other).and_add(merged));
    let rows = vec![stands(2, "People of Mill Lane", "", "NC-1", [3, 3, 3])];
    let after = after(&before, MANAGER, |seen| seen.import(FIRST, &input(rows), today()));
    as_person(&after, MANAGER, |seen| {
        let names: Vec<_> = seen.stakes(LAMPS).filter_map(|one| seen.group(one.stakeholder)).collect();
        assert_eq!((names.len(), &*names[0].name, seen.stakeholders().len()), (1, "Neighbours", 1));
    });
}

#[test]
fn groups_are_taken_back_as_one_unless_somebody_has_named_them_since() {
    let before = portfolio();
    let decision = as_person(&before, MANAGER, |seen| seen.import(FIRST, &input(register()), today())).expect("may");
    let changes: Vec<_> = decision.changes(before.sequence, before.changed_at, MANAGER).collect();
    let mut brought = before.clone();
    for change in &changes {
        brought.apply(change);
    }
    let undo = |portfolio: &Portfolio| as_person(portfolio, MANAGER, |seen| seen.undo_import(FIRST, &changes, today()));
    let back = applied(&brought, undo(&brought).expect("untouched"));
    as_person(&back, MANAGER, |seen| assert_eq!((seen.stakeholders().len(), seen.stakes(LAMPS).count()), (0, 0)));
    let again = after(&back, MANAGER, |seen| seen.import(SECOND, &input(register()), today()));
    as_person(&again, MANAGER, |seen| assert_eq!(seen.stakeholders().len(), 2));
    let unison = as_person(&brought, MANAGER, |seen| seen.stakeholders()[1].id);
    let named = Stake { id: StakeId(Uuid::from_u128(1)), stakeholder: unison, ..stake() };
    let named = applied(&brought, Decision::add(named));
    assert_eq!(undo(&named), Err(Refusal::Impossible(Impossible::EditedSince)));
    let edited = after(&brought, MANAGER, |seen| {
        let one = seen.stakeholder(unison)?;
        let name = text("Unison branch");
        let (kind, area, characteristics) = (one.kind, None, vec![]);
        seen.edit_stakeholder(unison, StakeholderInput { name, kind, area, characteristics }, Version::FIRST)
    });
    assert_eq!(undo(&edited), Err(Refusal::Impossible(Impossible::EditedSince)));
}
