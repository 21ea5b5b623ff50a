#![no_main]

mod promises;

use libfuzzer_sys::fuzz_target;
use spreadsheet::{Limits, Sheet, Source, read, write_csv};

fuzz_target!(|bytes: &[u8]| {
    let Ok(sheet) = read("brought.csv", bytes, &promises::LIMITS) else {
        return;
    };
    promises::check(&sheet);
    if matches!(sheet.source, Source::Csv { .. }) {
        check_round_trip(&sheet);
    }
});

/// Written, a file may be longer than it was: nothing here is about limits.
fn check_round_trip(sheet: &Sheet) {
    let cells = |sheet: &Sheet| -> Vec<Vec<String>> { sheet.rows.iter().map(|row| row.cells.clone()).collect() };
    let before = cells(sheet);
    let written = write_csv(&sheet.columns, &before);
    let again = read("written.csv", &written, &Limits::default()).expect("what we write we read");
    assert_eq!(again.columns, sheet.columns);
    // A row whose only text was beyond the last column is blank by now.
    let is_blank = |row: &Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
    let kept: Vec<_> = before.into_iter().filter(|row| !is_blank(row)).collect();
    assert_eq!(cells(&again), kept);
    assert!(again.ragged.is_empty());
}
