//! A register of wards on the small council, where lamps have gone and are to go.
mod steps;
mod undo;

use super::super::{AmountUnit, ImportKind, ImportPreview, Mapping};
use super::*;
use crate::{Impossible, Place, Refusal, Rule, SiteMove, SiteState, testing::*};
use SiteState::{Agreed, Declined, Live};
use uuid::Uuid;

const FIRST: ImportId = ImportId(Uuid::from_u128(980));
const SECOND: ImportId = ImportId(Uuid::from_u128(981));

fn row(number: usize, name: &str) -> ImportRow {
    let site = SiteRow {
        innovation: Some(text("NC-1")),
        name: Some(text(name)),
        kind: Some(text("Ward")),
        eligible: Some(text("yes")),
        eligible_people: Some(200),
        planned_live_on: Some(day("2026-10-01")),
        ..SiteRow::default()
    };
    ImportRow { number, site: Some(Box::new(site)), ..ImportRow::default() }
}

fn with(mut row: ImportRow, change: impl FnOnce(&mut SiteRow)) -> ImportRow {
    change(row.site.as_mut().expect("told"));
    row
}

/// That it is so, since a day or without one.
fn state(number: usize, name: &str, state: &str, on: &str) -> ImportRow {
    with(row(number, name), |site| {
        site.state = Some(text(state));
        site.state_on = (!on.is_empty()).then(|| day(on));
    })
}

fn live(number: usize, name: &str, on: &str) -> ImportRow {
    with(row(number, name), |site| site.live_on = Some(day(on)))
}

fn counted(row: ImportRow, from: &str, to: &str, reached: u32) -> ImportRow {
    with(row, |site| {
        site.reached = Some(reached);
        (site.counted_from, site.counted_to) = (Some(day(from)), Some(day(to)));
    })
}

fn input(rows: Vec<ImportRow>) -> ImportInput {
    ImportInput {
        file: text("sites.csv"),
        kind: ImportKind::Sites,
        report_on: None,
        stage: Place::Idea,
        council: None,
        unit: AmountUnit::Pounds,
        new_groups: None,
        mapping: Mapping::new(vec![("Project".into(), ImportField::Innovation), ("Where".into(), ImportField::Site)]),
        rows,
    }
}

fn import(portfolio: &Portfolio, id: ImportId, rows: Vec<ImportRow>) -> Portfolio {
    after(portfolio, MANAGER, |seen| seen.import(id, &input(rows), today()))
}

fn preview(portfolio: &Portfolio, id: ImportId, rows: Vec<ImportRow>) -> ImportPreview {
    as_person(portfolio, MANAGER, |seen| seen.preview(id, &input(rows), today())).expect("allowed")
}

fn fates(preview: &ImportPreview) -> Vec<Fate> {
    preview.rows.iter().map(|one| one.fate).collect()
}

fn problems(portfolio: &Portfolio, rows: Vec<ImportRow>) -> Vec<(usize, String, ImportRule)> {
    let preview = preview(portfolio, FIRST, rows);
    preview.problems().map(|(row, one)| (row.number, one.column.clone(), one.rule.clone())).collect()
}

/// Each with its day.
type Steps = Vec<(SiteState, String)>;

/// Name, steps and first day live of each site, by name.
fn sights(portfolio: &Portfolio) -> Vec<(String, Steps, Option<NaiveDate>)> {
    as_person(portfolio, LEAD, |seen| {
        let mut all: Vec<_> = seen.site_sights(LAMPS, today());
        all.sort_by_key(|one| one.site.name.to_string());
        let steps = |moves: &[&Arc<SiteMove>]| moves.iter().map(|one| (one.to, one.on.to_string())).collect();
        all.iter().map(|one| (one.site.name.to_string(), steps(&one.moves), one.live_on)).collect()
    })
}

fn steps(portfolio: &Portfolio) -> Steps {
    sights(portfolio).remove(0).1
}

/// The steps of Ward 1 in the product, each with its day.
fn ward(steps: &[(SiteState, &str)]) -> Portfolio {
    with_sites(&[(site(1), site_moves(1, steps))])
}

fn taken(all: &[(SiteState, &str)]) -> Steps {
    all.iter().map(|(to, on)| (*to, (*on).to_owned())).collect()
}

#[test]
fn a_register_comes_in_with_steps_and_counts_and_the_same_file_again_brings_nothing() {
    let rows = vec![
        counted(live(2, "Ward 1", "2026-05-01"), "2026-10-01", "2026-10-31", 130),
        with(state(3, "Ward 2", "declined", "2026-06-01"), |site| site.state_reason = Some(text("No staff"))),
        with(row(4, "Ward 3"), |site| (site.wave, site.lead) = (Some(2), Some(text("Ward manager")))),
        counted(row(5, "ward  1"), "2026-11-01", "2026-11-20", 140),
    ];
    assert_eq!(fates(&preview(&portfolio(), FIRST, rows.clone())), [Fate::New, Fate::New, Fate::New, Fate::Updated]);
    let once = import(&portfolio(), FIRST, rows.clone());
    let expected = [
        ("Ward 1".to_owned(), taken(&[(Live, "2026-05-01")]), Some(day("2026-05-01"))),
        ("Ward 2".to_owned(), taken(&[(Declined, "2026-06-01")]), None),
        ("Ward 3".to_owned(), vec![], None),
    ];
    assert_eq!(sights(&once), expected);
    as_person(&once, LEAD, |seen| {
        let reach = seen.reach(LAMPS, today());
        assert_eq!((reach.reached(), reach.eligible(), reach.used.len()), (140, 200, 1), "the latest period counts");
        assert_eq!(seen.reach_counts_of(LAMPS).count(), 2);
        let import = seen.imports().next().expect("kept");
        assert_eq!((import.kind, import.report_on, import.last_number), (ImportKind::Sites, day("2026-11-20"), 0));
    });
    assert_eq!(fates(&preview(&once, SECOND, rows.clone())), [Fate::Unchanged; 4]);
    let again = as_person(&once, MANAGER, |seen| seen.import(SECOND, &input(rows), today()));
    assert_eq!(again, Err(Refusal::Impossible(Impossible::NothingToImport)));
}

#[test]
fn a_changed_file_updates_what_it_says_and_leaves_the_first_plan() {
    let before = ward(&[(Agreed, "2026-05-01")]);
    let changed = with(counted(live(2, "WARD 1", "2026-09-01"), "2026-09-01", "2026-09-30", 50), |site| {
        (site.planned_live_on, site.forecast_live_on) = (Some(day("2027-01-01")), Some(day("2027-02-01")));
        (site.kind, site.wave, site.eligible) = (None, Some(3), Some(text("N")));
        (site.eligible_reason, site.eligible_people) = (Some(text("No lamps there")), None);
    });
    let told = preview(&before, FIRST, vec![changed.clone()]);
    let notes: Vec<_> = told.notes().map(|(_, note)| (&*note.column, note.said.clone())).collect();
    assert_eq!(notes, [("First planned to go live", ImportSaid::FirstPlanStays(day("2026-10-01")))]);
    let after = import(&before, FIRST, vec![changed]);
    as_person(&after, LEAD, |seen| {
        let one = seen.site(LAMPS, site(1).id).expect("the same site");
        assert_eq!((one.planned_live_on, one.forecast_live_on), (Some(day("2026-10-01")), Some(day("2027-02-01"))));
        assert_eq!((one.kind, one.wave, one.eligible), (SiteKind::Ward, Some(3), Eligible::No));
        assert_eq!((one.eligible_people, &*one.name), (Some(1_000), "Ward 1"), "a blank cell leaves it");
    });
    assert_eq!(steps(&after), taken(&[(Agreed, "2026-05-01"), (Live, "2026-09-01")]));
    let right = counted(row(2, "Ward 1"), "2026-09-01", "2026-09-30", 60);
    as_person(&import(&after, SECOND, vec![right]), LEAD, |seen| {
        let counts: Vec<_> = seen.reach_counts(LAMPS, site(1).id).map(|one| one.reached_people).collect();
        assert_eq!(counts, [Some(60)], "the count of the same period is put right");
    });
}

#[test]
fn what_is_wrong_is_told_as_the_forms_tell_it_and_good_rows_come_in_without_it() {
    let rows = vec![
        with(row(2, "Ward 1"), |site| site.innovation = Some(text("Nowhere"))),
        with(row(3, "Ward 2"), |site| site.innovation = None),
        with(row(4, "Ward 3"), |site| site.name = None),
        with(row(5, "Ward 4"), |site| (site.kind, site.wave) = (Some(text("Moon")), Some(300))),
        with(row(6, "Ward 5"), |site| site.eligible = Some(text("no"))),
        with(row(7, "Ward 6"), |site| site.eligible_people = Some(10_000_001)),
        with(row(8, "Ward 7"), |site| site.reached = Some(5)),
        counted(row(9, "Ward 8"), "2026-11-01", "2026-11-30", 5),
        counted(row(10, "Ward 9"), "2026-11-01", "2026-10-31", 5),
        row(11, "Ward 10"),
        row(12, "ward 10"),
        with(row(13, "Ward 9"), |site| site.council = Some(text("Northshire"))),
    ];
    let kinds = SiteKind::ALL.iter().map(|one| one.label().to_owned()).collect();
    let expected = [
        (2, "Project", ImportRule::NoSuchInnovation("Nowhere".into())),
        (3, "Project", ImportRule::Missing),
        (4, "Where", ImportRule::Missing),
        (5, "Kind", ImportRule::NoneOf(kinds)),
        (5, "Wave", ImportRule::Broken(Rule::OutOfRange(1, 255))),
        (6, "Why it is eligible or not", ImportRule::Broken(Rule::Missing)),
        (7, "How many it is meant for", ImportRule::Broken(Rule::OutOfRange(0, 10_000_000))),
        (8, "Counted from", ImportRule::Missing),
        (8, "Counted to", ImportRule::Missing),
        (9, "Counted to", ImportRule::Broken(Rule::After(today()))),
        (10, "Counted to", ImportRule::Broken(Rule::Before(day("2026-11-01")))),
        (12, "Where", ImportRule::Repeated(11)),
    ];
    let expected = expected.map(|(row, column, rule)| (row, column.to_owned(), rule));
    assert_eq!(problems(&portfolio(), rows.clone()), expected);
    let names: Vec<_> = sights(&import(&portfolio(), FIRST, rows)).into_iter().map(|one| one.0).collect();
    assert_eq!(names, ["Ward 10", "Ward 9"], "a refused row leaves its site to the next");
}

#[test]
fn a_partnership_says_which_council_and_a_council_leaves_it_out() {
    let of = |name: &str| with(row(2, "Ward 1"), |site| site.council = Some(text(name)));
    let after = import(&partnership(), FIRST, vec![of("northshire")]);
    as_person(&after, LEAD, |seen| {
        assert_eq!(seen.sites(LAMPS).next().expect("there").council, Some(COUNCIL));
    });
    let unknown = (2, "Council".to_owned(), ImportRule::NoSuchCouncil("Southshire".into()));
    assert_eq!(problems(&partnership(), vec![of("Southshire")]), [unknown]);
    let noted = preview(&portfolio(), FIRST, vec![of("Northshire")]);
    let said: Vec<_> = noted.notes().map(|(_, note)| note.said.clone()).collect();
    assert_eq!((fates(&noted), said), (vec![Fate::New], vec![ImportSaid::NoPartnership]));
}

#[test]
fn only_who_may_import_brings_a_register_and_nothing_is_added_to_what_has_stopped() {
    for person in [ADMINISTRATOR, LEAD, EXECUTIVE, VIEWER] {
        let refused = as_person(&portfolio(), person, |seen| seen.import(FIRST, &input(vec![row(2, "A")]), today()));
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::Import)));
    }
    let stop = entered(LAMPS, 2, Place::Stage(1), Place::Stopped, day("2026-06-01"));
    let stopped = applied(&portfolio(), Decision::add(stop));
    assert_eq!(problems(&stopped, vec![row(2, "A")]), [(2, "Project".to_owned(), ImportRule::Stopped)]);
}
