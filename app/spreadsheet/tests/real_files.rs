//! Public annual returns as they were found; left out where they are not on
//! the machine.

use std::path::Path;

use spreadsheet::{Limits, NotAnAmount, Sheet, Source, Unit, amount, date, read};

fn real(name: &str) -> Option<Sheet> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = root.join("../shared/data").join(name);
    let Ok(bytes) = std::fs::read(&path) else {
        println!("skipped: {name} is not on this machine");
        return None;
    };
    Some(read(name, &bytes, &Limits::default()).expect("a real file is read"))
}

fn column<'a>(sheet: &'a Sheet, name: &str) -> impl Iterator<Item = &'a str> {
    let index = sheet.columns.iter().position(|column| column == name).expect("the column is there");
    sheet.rows.iter().map(move |row| row.cells[index].as_str())
}

#[test]
fn the_return_of_2021_has_184_projects() {
    let Some(sheet) = real("gmpp_raw_2021.csv") else { return };
    assert_eq!(sheet.rows.len(), 184);
    assert_eq!(sheet.columns.len(), 16);
    assert_eq!(sheet.ragged, Vec::<usize>::new());
    assert_eq!(sheet.source, Source::Csv { delimiter: Some(';'), encoding: "windows-1252" });
    let cost = column(&sheet, "wlc_baseline_incl_NCG").next().unwrap();
    assert_eq!(cost, "£2,013.02");
    assert_eq!(amount(cost, Unit::Millions), Ok(201_302_000_000));
}

#[test]
fn the_return_of_2022_has_235_projects_and_two_ratings() {
    let Some(sheet) = real("gmpp_raw_2022.csv") else { return };
    assert_eq!(sheet.rows.len(), 235);
    assert_eq!(sheet.ragged, Vec::<usize>::new());
    let ratings: Vec<_> = sheet.columns.iter().filter(|name| name.starts_with("colour_rating")).collect();
    assert_eq!(ratings, ["colour_rating", "colour_rating (2)"]);
    assert!(column(&sheet, "year").all(|year| year == "2022"));
}

#[test]
fn most_dates_and_amounts_of_the_returns_are_understood() {
    for name in ["gmpp_raw_2021.csv", "gmpp_raw_2022.csv"] {
        let Some(sheet) = real(name) else { return };
        let all = sheet.rows.len();
        let dates = column(&sheet, "start_date").filter(|cell| date(cell).is_ok());
        let amounts = column(&sheet, "total_baseline")
            .filter(|cell| matches!(amount(cell, Unit::Millions), Ok(_) | Err(NotAnAmount::Blank)));
        let (dates, amounts) = (dates.count(), amounts.count());
        println!("{name}: {dates} dates and {amounts} amounts of {all} rows");
        assert!(dates * 10 > all * 8, "{dates} of {all} dates");
        assert!(amounts * 10 > all * 8, "{amounts} of {all} amounts");
    }
}

#[test]
fn the_tidy_history_has_544_rows() {
    let Some(sheet) = real("gmpp_2020_2022_tidy.csv") else { return };
    assert_eq!(sheet.rows.len(), 544);
    assert_eq!(sheet.rows[0].number, 2);
    assert_eq!(sheet.rows[543].number, 545);
}
