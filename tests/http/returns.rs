//! Public annual returns as they were found, brought in through the pages. Left out where they are not on the machine.
use crate::import::{brought, day, previewed, reach, referred};
use chrono::{Datelike, NaiveDate, TimeDelta};
use domain::{ImportId, Innovation, Pence, Seen, SubmissionId, days};
use std::{collections::BTreeMap, path::Path};
use store::Reach;
use tests::Town;
use uuid::Uuid;

fn real(name: &str) -> Option<Vec<u8>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data").join(name);
    let read = std::fs::read(path).ok();
    if read.is_none() {
        println!("skipped: {name} is not on this machine");
    }
    read
}

/// The same cells as a workbook.
fn as_workbook(name: &str, bytes: &[u8]) -> Vec<u8> {
    let table = spreadsheet::read(name, bytes, &spreadsheet::Limits::default()).expect("is read");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let all = std::iter::once(&table.columns).chain(table.rows.iter().map(|row| &row.cells));
    for (row, cells) in (0..).zip(all) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).expect("written");
        }
    }
    book.save_to_buffer().expect("saved")
}

const YEAR: [(&str, &str); 3] = [("report_on", "2021-03-31"), ("stage", "stage-2"), ("unit", "millions")];

#[tokio::test]
async fn two_annual_returns_come_in_and_keep_the_history_of_ratings_and_ends() {
    let (Some(first), Some(second)) = (real("gmpp_raw_2021.csv"), real("gmpp_raw_2022.csv")) else { return };
    let town = Town::new().await;
    let manager = town.manager().await;
    let begun = std::time::Instant::now();
    let result = brought(&manager, "gmpp_raw_2021.csv", &first, &YEAR).await;
    let page = manager.get(&result).await.is(200);
    println!("gmpp_raw_2021.csv: {} in {:?}", page.texts("#tally").join(" "), begun.elapsed());
    let id: Uuid = result.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    let once = reach(&town).await;
    let import = once.seen().import_record(ImportId(id)).expect("there").clone();
    assert_eq!((import.added, import.updated, import.refused), (184, 0, 0));
    let changes = town.store.done_by(&once, SubmissionId(id)).await.expect("read");
    let of = |noun: &str| changes.iter().filter(|one| one.edit.after.noun() == noun).count();
    println!(
        "  {} updates, {} ends, {} budget lines, {} changes",
        of("status_update"),
        of("milestone"),
        of("budget_line"),
        changes.len()
    );
    assert_eq!((of("status_update"), of("milestone"), of("budget_line")), (176, 178, 164));
    let aircraft = referred(&once, "MOD_0106_1617-Q1");
    let money: Vec<_> = once.seen().budget_lines(aircraft.id).map(|line| (line.approved, line.forecast)).collect();
    assert_eq!(money, [(Pence(201_302_000_000), None)], "the forecast in the file is of one year");

    town.wait(TimeDelta::minutes(1));
    let begun = std::time::Instant::now();
    let answers = [("report_on", "2022-03-31"), ("stage", "stage-1")];
    let preview = previewed(&manager, "gmpp_raw_2022.csv", &second, &answers).await;
    let page = manager.get(&preview).await.is(200);
    page.says("colour_rating (2) The rating is taken from this column");
    let result = manager.fill(&preview, &[]).await.is(303).location().to_owned();
    println!("gmpp_raw_2022.csv: {} in {:?}", manager.get(&result).await.texts("#tally").join(" "), begun.elapsed());
    let twice = reach(&town).await;
    let import = twice.seen().latest_import(domain::ImportKind::Innovations).expect("there").clone();
    println!("  {} new, {} updated, {} refused", import.added, import.updated, import.refused);
    // Four of the 159 that are in both are exempt from saying anything new.
    assert_eq!((import.added, import.updated, import.refused), (76, 155, 0));
    assert_eq!(twice.seen().innovations().count(), 1 + 184 + 76);

    let begun = |one: &Innovation| once.seen().stage_moves(one.id).cloned().collect::<Vec<_>>();
    let (mut two_ratings, mut moved_ends) = (0, 0);
    for before in once.seen().innovations().filter(|one| one.external_ref.is_some()) {
        let after = twice.seen().innovation(before.id).expect("stays");
        assert_eq!(after, before, "the innovation itself is not touched");
        assert!(twice.seen().stage_moves(before.id).eq(begun(before).iter()), "nor where it is");
        let ratings: Vec<_> = twice.seen().updates(before.id).collect();
        two_ratings += usize::from(ratings.len() == 2);
        for (one, then) in once.seen().updates(before.id).zip(&ratings) {
            assert_eq!(one, *then, "what was said stays said");
        }
        for end in twice.seen().milestones(before.id) {
            moved_ends += end.times_moved();
            assert_eq!(end.baselines.len(), 1);
        }
        assert!(twice.seen().budget_lines(before.id).count() <= 1);
    }
    println!("  {two_ratings} projects have a rating of both years, {moved_ends} have an end that moved");
    assert!(two_ratings > 140 && moved_ends > 20);

    let undo = format!("{result}/undo");
    manager.fill(&undo, &[]).await.is(303);
    let back = reach(&town).await;
    assert_eq!(back.seen().innovations().count(), 185);
    for before in once.seen().innovations() {
        let says = |reach: &Reach| {
            let seen = reach.seen();
            let ends: Vec<_> = seen.milestones(before.id).map(|one| one.forecasts.clone()).collect();
            let money: Vec<_> = seen.budget_lines(before.id).map(|one| (one.approved, one.to_on)).collect();
            (seen.updates(before.id).count(), ends, money)
        };
        assert_eq!(says(&once), says(&back));
    }
}

#[tokio::test]
async fn a_workbook_with_the_same_cells_comes_in_the_same() {
    let Some(first) = real("gmpp_raw_2021.csv") else { return };
    let book = as_workbook("gmpp_raw_2021.csv", &first);
    let town = Town::new().await;
    let manager = town.manager().await;
    brought(&manager, "returns.xlsx", &book, &YEAR).await;
    let reach = reach(&town).await;
    let import = reach.seen().latest_import(domain::ImportKind::Innovations).expect("there").clone();
    assert_eq!((import.added, import.refused), (184, 0));
    let line = reach.seen().budget_lines(referred(&reach, "MOD_0106_1617-Q1").id).next().expect("money").clone();
    assert_eq!(line.approved, Pence(201_302_000_000));
    let again = previewed(&manager, "gmpp_raw_2021.csv", &first, &YEAR).await;
    manager.get(&again).await.is(200).says("Everything in the file is known here already");
}

/// Of pairs of reports on one project, a year apart, that both give an end.
#[derive(Debug, Default, PartialEq)]
struct Moves {
    /// By the word of the first rating: all pairs, and those whose end moved later by more than `LATER` days.
    by_word: BTreeMap<String, (usize, usize)>,
    /// Rated green in the second report, although the end had just moved so.
    green_on_a_moved_end: usize,
}

const LATER: i64 = 60;
const NOT_RATED: &str = "not rated";

impl Moves {
    fn note(&mut self, first: &str, second: &str, moved: i64) {
        let (pairs, later) = self.by_word.entry(first.to_owned()).or_default();
        *pairs += 1;
        if moved > LATER {
            *later += 1;
            self.green_on_a_moved_end += usize::from(second == "Green");
        }
    }

    fn all(&self) -> (usize, usize) {
        self.by_word.values().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    }
}

/// As the portfolio holds it: the trail of each end, and the updates of the days on which it was said.
fn held(seen: Seen) -> Moves {
    let mut moves = Moves::default();
    for project in seen.innovations().filter(|one| one.external_ref.is_some()) {
        let word = |on: NaiveDate| {
            let update = seen.updates(project.id).find(|one| one.period_end == on);
            let word = update.and_then(|one| one.original_word.as_ref());
            word.map_or(NOT_RATED.to_owned(), ToString::to_string)
        };
        for end in seen.milestones(project.id) {
            for pair in end.forecasts.windows(2) {
                let (first, second) = (pair[0].recorded_on, pair[1].recorded_on);
                if second.year() - first.year() == 1 {
                    moves.note(&word(first), &word(second), days(pair[0].forecast_on, pair[1].forecast_on));
                }
            }
        }
    }
    moves
}

/// As the file says it, read without anything of the product.
fn written(file: &[u8]) -> Moves {
    let mut moves = Moves::default();
    let mut reader = csv::Reader::from_reader(file);
    let titles = reader.headers().expect("titles").clone();
    let place = |title: &str| titles.iter().position(|one| one == title).expect("a column");
    let wanted = ["project_number", "report_year", "dca", "end_date"].map(place);
    let mut projects: BTreeMap<String, Vec<[String; 3]>> = BTreeMap::new();
    for row in reader.records() {
        let row = row.expect("a row");
        let [project, year, word, end] = wanted.map(|column| row[column].to_owned());
        projects.entry(project).or_default().push([year, word, end]);
    }
    for reports in projects.values_mut() {
        reports.sort();
        for [before, after] in reports.windows(2).map(|pair| [&pair[0], &pair[1]]) {
            let year = |text: &str| text.parse::<i32>().expect("a year");
            let (Ok(first), Ok(second)) = (before[2].parse::<NaiveDate>(), after[2].parse::<NaiveDate>()) else {
                continue;
            };
            assert_eq!(year(&after[0]) - year(&before[0]), 1);
            let word = if before[1].starts_with("Exempt") { NOT_RATED } else { &before[1] };
            moves.note(word, &after[1], (second - first).num_days());
        }
    }
    moves
}

#[tokio::test]
async fn three_years_in_one_file_become_a_history_of_ratings_and_ends() {
    const FILE: &str = "gmpp_2020_2022_tidy.csv";
    let Some(file) = real(FILE) else { return };
    let town = Town::new().await;
    let manager = town.manager().await;
    let begun = std::time::Instant::now();
    let answers = [("stage", "stage-1"), ("unit", "millions")];
    let preview = previewed(&manager, FILE, &file, &answers).await;
    let page = manager.get(&preview).await.is(200);
    page.says("538 rows can be imported").says("A year alone stands for its 31 March");
    assert!(page.texts("#rows ~ table th").contains(&"Reported for".to_owned()));
    let result = manager.fill(&preview, &[]).await.is(303).location().to_owned();
    println!("{FILE}: {} in {:?}", manager.get(&result).await.texts("#tally").join(" "), begun.elapsed());
    let reach = reach(&town).await;
    let import = reach.seen().latest_import(domain::ImportKind::Innovations).expect("there").clone();
    assert_eq!((import.added, import.updated, import.refused), (304, 234, 0));
    assert_eq!(import.report_on, day("2022-03-31"));

    let facility = referred(&reach, "DECC_0005_1112-Q1");
    let said: Vec<_> = reach.seen().updates(facility.id).map(|one| one.period_end.year()).collect();
    assert_eq!(said, [2020, 2021, 2022]);

    let (held, written) = (held(reach.seen()), written(&file));
    let (pairs, later) = held.all();
    println!("  {pairs} pairs of reports with an end in both; in {later} it moved more than {LATER} days later");
    for (word, (pairs, later)) in &held.by_word {
        println!("    {word} at first: {later} of {pairs}");
    }
    println!("  {} were green in the second year on an end that had just moved so", held.green_on_a_moved_end);
    assert_eq!(held, written);
    assert_eq!((pairs, later, held.green_on_a_moved_end), (223, 61, 4));

    manager.fill(&format!("{result}/undo"), &[]).await.is(303);
    assert_eq!(crate::import::reach(&town).await.seen().innovations().count(), 1);
}
