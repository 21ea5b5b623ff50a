//! Two yearly files on the small council: what comes in, what is added to, and what is taken back.
use super::*;
use crate::testing::*;
use crate::*;
use uuid::Uuid;

const FIRST: ImportId = ImportId(Uuid::from_u128(900));
const SECOND: ImportId = ImportId(Uuid::from_u128(901));

fn row(number: usize, reference: &str, end: &str, rating: Confidence, pounds: i64) -> ImportRow {
    ImportRow {
        number,
        reference: Some(text(reference)),
        title: Some(text(&format!("Project {reference}"))),
        summary: Some(text("What it is about.")),
        rated: Some(Rated { confidence: rating, word: text("Amber/Green") }),
        narrative: Some(text("The site is bought.")),
        start: Some(day("2024-05-01")),
        end: Some(day(end)),
        approved: Some(Pence(pounds * 100)),
        ..ImportRow::default()
    }
}

fn input(report_on: &str, rows: Vec<ImportRow>) -> ImportInput {
    let columns = [("Ref", ImportField::Reference), ("Name", ImportField::Title), ("Finish", ImportField::End)];
    ImportInput {
        file: text("returns.csv"),
        kind: ImportKind::Innovations,
        report_on: Some(day(report_on)),
        stage: Place::Stage(1),
        council: None,
        unit: AmountUnit::Pounds,
        new_groups: None,
        mapping: Mapping::new(columns.map(|(title, field)| (title.to_owned(), field)).to_vec()),
        rows,
    }
}

fn first() -> ImportInput {
    let rows = vec![
        row(2, "A1", "2027-03-31", Confidence::AtRisk, 1_000),
        row(3, "B2", "2027-06-30", Confidence::AtRisk, 2_000),
    ];
    input("2025-03-31", rows)
}

fn second() -> ImportInput {
    let rows = vec![
        row(2, "B2", "2027-09-30", Confidence::OffTrack, 2_500),
        row(3, "C3", "2028-01-31", Confidence::OnTrack, 10),
    ];
    input("2026-03-31", rows)
}

fn import(portfolio: &Portfolio, id: ImportId, input: &ImportInput) -> (Portfolio, Vec<Change>) {
    let decision = as_person(portfolio, MANAGER, |seen| seen.import(id, input, today())).expect("allowed");
    let at = portfolio.changed_at + chrono::Duration::hours(1);
    let changes: Vec<_> = decision.changes(portfolio.sequence, at, MANAGER).collect();
    let mut after = portfolio.clone();
    for change in &changes {
        after.apply(change);
    }
    (after, changes)
}

fn undo(portfolio: &Portfolio, id: ImportId, changes: &[Change]) -> Result<Decision, Refusal> {
    as_person(portfolio, MANAGER, |seen| seen.undo_import(id, changes, today()))
}

fn found(portfolio: &Portfolio, reference: &str) -> Innovation {
    let reference: ExternalRef = text(reference);
    as_person(portfolio, MANAGER, |seen| {
        let one = seen.innovations().find(|one| one.external_ref.as_ref() == Some(&reference)).expect("there");
        (**one).clone()
    })
}

#[test]
fn a_row_becomes_an_innovation_with_its_move_update_end_and_money() {
    let (after, _) = import(&portfolio(), FIRST, &first());
    let one = found(&after, "B2");
    assert_eq!(one.number, 3);
    as_person(&after, MANAGER, |seen| {
        let moved = seen.stage_moves(one.id).next().expect("a first move");
        assert_eq!((moved.outcome, moved.on, moved.to), (MoveOutcome::Imported, day("2024-05-01"), Place::Stage(1)));
        let update = seen.updates(one.id).next().expect("an update");
        assert_eq!(
            (update.period_end, update.author, update.confidence),
            (day("2025-03-31"), None, Confidence::AtRisk)
        );
        assert_eq!(update.original_word, Some(text("Amber/Green")));
        let end = seen.milestones(one.id).next().expect("an end");
        assert_eq!((end.critical, end.first_baseline_on()), (true, Some(day("2027-06-30"))));
        let line = seen.budget_lines(one.id).next().expect("money");
        assert_eq!((line.approved, line.from_on, line.to_on), (Pence(200_000), day("2024-05-01"), day("2027-06-30")));
    });
}

#[test]
fn in_a_partnership_the_council_that_was_named_pays_and_without_one_money_is_left_out() {
    let lines = |input: &ImportInput| {
        let (after, _) = import(&partnership(), FIRST, input);
        as_person(&after, MANAGER, |seen| {
            let lines = seen.budget_lines(found(&after, "B2").id);
            lines.map(|line| (line.council, line.approved)).collect::<Vec<_>>()
        })
    };
    assert_eq!(lines(&first()), []);
    assert_eq!(lines(&ImportInput { council: Some(COUNCIL), ..first() }), [(Some(COUNCIL), Pence(200_000))]);
    let unknown = ImportInput { council: Some(CouncilId(Uuid::from_u128(9))), ..first() };
    let refused = as_person(&partnership(), MANAGER, |seen| seen.preview(FIRST, &unknown, today()));
    assert_eq!(refused, Err(Refusal::invalid("council", Rule::Choose)));
}

#[test]
fn a_later_file_adds_to_what_is_here_and_touches_nothing_else() {
    let (once, _) = import(&portfolio(), FIRST, &first());
    let (twice, _) = import(&once, SECOND, &second());
    let (before, one) = (found(&once, "B2"), found(&twice, "B2"));
    assert_eq!(before, one, "the innovation itself");
    as_person(&twice, MANAGER, |seen| {
        let ratings: Vec<_> = seen.updates(one.id).map(|one| (one.period_end, one.confidence)).collect();
        assert_eq!(ratings, [(day("2025-03-31"), Confidence::AtRisk), (day("2026-03-31"), Confidence::OffTrack)]);
        let end = seen.milestones(one.id).next().expect("an end");
        let trail: Vec<_> = end.forecasts.iter().map(|one| (one.recorded_on, one.forecast_on)).collect();
        let expected = [(day("2025-03-31"), day("2027-06-30")), (day("2026-03-31"), day("2027-09-30"))];
        assert_eq!((trail, end.baselines.len()), (expected.to_vec(), 1));
        assert_eq!((end.slip_first(), seen.milestones(one.id).count()), (Some(92), 1));
        assert_eq!(seen.budget_lines(one.id).map(|one| one.approved).collect::<Vec<_>>(), [Pence(250_000)]);
    });
    assert_eq!(found(&twice, "C3").number, 4);
}

#[test]
fn the_same_file_again_has_nothing_to_bring() {
    let (once, _) = import(&portfolio(), FIRST, &first());
    as_person(&once, MANAGER, |seen| {
        let preview = seen.preview(SECOND, &first(), today()).expect("allowed");
        assert_eq!(preview.counts, ImportCounts { unchanged: 2, ..ImportCounts::default() });
        assert_eq!(seen.import(SECOND, &first(), today()), Err(Refusal::Impossible(Impossible::NothingToImport)));
    });
}

#[test]
fn an_older_file_that_comes_later_takes_its_place_in_the_trail() {
    let (once, _) = import(&portfolio(), SECOND, &second());
    let (twice, _) = import(&once, FIRST, &first());
    let one = found(&twice, "B2");
    as_person(&twice, MANAGER, |seen| {
        let end = seen.milestones(one.id).next().expect("an end");
        assert_eq!((end.forecasts.len(), end.forecast_on()), (2, day("2027-09-30")));
    });
}

#[test]
fn a_row_with_a_problem_stays_out_and_the_others_come_in() {
    let mut file = first();
    file.rows.push(row(4, "A1", "2027-03-31", Confidence::AtRisk, 1));
    file.rows.push(row(5, "D4", "2023-03-31", Confidence::AtRisk, 1));
    as_person(&portfolio(), MANAGER, |seen| {
        let preview = seen.preview(FIRST, &file, today()).expect("allowed");
        let problems: Vec<_> =
            preview.problems().map(|(row, one)| (row.number, one.column.clone(), one.rule.clone())).collect();
        let repeated = (4, "Ref".to_owned(), ImportRule::Repeated(2));
        let backwards = (5, "Finish".to_owned(), ImportRule::EndBeforeStart);
        assert_eq!(problems, [repeated, backwards]);
        assert_eq!((preview.counts.new, preview.counts.refused), (2, 2));
    });
}

#[test]
fn without_a_start_it_begins_on_the_report_date_and_money_runs_to_the_end_of_the_financial_year() {
    let bare = ImportRow { start: None, end: None, ..row(2, "A1", "2027-01-01", Confidence::OnTrack, 5) };
    let (after, _) = import(&portfolio(), FIRST, &input("2025-06-30", vec![bare]));
    let one = found(&after, "A1");
    as_person(&after, MANAGER, |seen| {
        assert_eq!(seen.stage_moves(one.id).next().map(|one| one.on), Some(day("2025-06-30")));
        let line = seen.budget_lines(one.id).next().expect("money");
        assert_eq!((line.from_on, line.to_on), (day("2025-06-30"), day("2026-03-31")));
        assert_eq!(seen.milestones(one.id).count(), 0);
    });
}

#[test]
fn the_lead_is_found_by_name_and_whoever_is_not_there_is_noted() {
    let named = |number, reference, name: &str| ImportRow {
        lead: Some(text(name)),
        ..row(number, reference, "2027-01-01", Confidence::OnTrack, 5)
    };
    let file = input("2025-06-30", vec![named(2, "A1", "team member"), named(3, "B2", "Nobody Known")]);
    let (after, _) = import(&portfolio(), FIRST, &file);
    assert_eq!(found(&after, "A1").holder(PostKind::Lead, today()), Some(place(LEAD)));
    let preview = as_person(&portfolio(), MANAGER, |seen| seen.preview(FIRST, &file, today())).expect("allowed");
    let notes: Vec<_> = preview.notes().map(|(row, note)| (row.number, note.said.clone())).collect();
    assert_eq!(notes, [(3, ImportSaid::NoSuchPerson)]);
}

#[test]
fn undoing_takes_back_everything_and_gives_no_number_twice() {
    let start = portfolio();
    let (once, first_changes) = import(&start, FIRST, &first());
    let (twice, second_changes) = import(&once, SECOND, &second());
    assert_eq!(undo(&twice, FIRST, &first_changes), Err(Refusal::Impossible(Impossible::EditedSince)));
    let back = applied(&twice, undo(&twice, SECOND, &second_changes).expect("nothing was edited"));
    assert_eq!(undo(&back, SECOND, &second_changes), Err(Refusal::Impossible(Impossible::UndoneBefore)));
    let one = found(&back, "B2");
    as_person(&back, MANAGER, |seen| {
        assert_eq!(seen.updates(one.id).count(), 1);
        assert_eq!(seen.milestones(one.id).next().expect("an end").forecasts.len(), 1);
    });
    assert_eq!(back.next_number(), 5, "C3 had 4");
    let empty = applied(&back, undo(&back, FIRST, &first_changes).expect("as the first import left it"));
    as_person(&empty, MANAGER, |seen| assert_eq!(seen.innovations().count(), 1));
    let again = import(&empty, ImportId(Uuid::from_u128(902)), &first()).0;
    assert_eq!(found(&again, "A1").number, 5);
    assert_eq!(Portfolio::from_records(again.id, again.sequence, again.changed_at, again.all()), again);
}

#[test]
fn an_import_on_which_people_have_built_is_not_undone() {
    let (once, changes) = import(&portfolio(), FIRST, &first());
    let one = found(&once, "A1").id;
    let update = UpdateInput {
        author: None,
        period_end: today(),
        confidence: Confidence::OnTrack,
        confidence_pct: None,
        done: text("Built the first floor"),
        next: text("Build the second floor"),
        ask_what: None,
        ask_of_whom: None,
        ask_by: None,
        path_action: None,
        path_owner: None,
        path_by: None,
        links: vec![],
        challenged: None,
        shown: ChallengeCode::ALL.to_vec(),
        explained: vec![],
    };
    let id = StatusUpdateId(Uuid::from_u128(77));
    let built = after(&once, MANAGER, |seen| seen.post_update(id, one, update, today()));
    assert_eq!(undo(&built, FIRST, &changes), Err(Refusal::Impossible(Impossible::EditedSince)));
    let since = as_person(&built, MANAGER, |seen| seen.since_import(&changes));
    assert_eq!((since.edited.len(), since.added.len()), (0, 1));
}

#[test]
fn only_a_programme_manager_imports_and_a_report_is_never_of_tomorrow() {
    for person in [ADMINISTRATOR, LEAD, EXECUTIVE, VIEWER] {
        let refused = as_person(&portfolio(), person, |seen| seen.import(FIRST, &first(), today()));
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::Import)));
    }
    let late = input("2026-11-25", first().rows);
    let refused = as_person(&portfolio(), MANAGER, |seen| seen.import(FIRST, &late, today()));
    assert_eq!(refused, Err(Refusal::invalid("report_on", Rule::After(today()))));
}

#[test]
fn a_hidden_record_gives_way_to_the_one_that_has_its_place() {
    let (once, _) = import(&portfolio(), FIRST, &first());
    let (twice, changes) = import(&once, SECOND, &second());
    let back = applied(&twice, undo(&twice, SECOND, &changes).expect("nothing was edited"));
    let (again, _) = import(&back, ImportId(Uuid::from_u128(903)), &second());
    let hidden = changes.iter().map(|change| change.edit.after.clone()).filter(|one| one.noun() == "status_update");
    let hidden = hidden.map(|one| {
        let entry = Entry { removed: true, ..*one.entry() };
        one.stamped(entry)
    });
    let records: Vec<_> = again.all().chain(hidden).collect();
    assert_eq!(Portfolio::from_records(again.id, again.sequence, again.changed_at, records), again);
}
