//! What is written is what is read back.

use proptest::prelude::*;
use spreadsheet::{Limits, Sheet, Source, read, write_csv};

fn read_back(columns: &[String], rows: &[Vec<String>]) -> Sheet {
    let bytes = write_csv(columns, rows);
    read("written.csv", &bytes, &Limits::default()).expect("what was written is read")
}

fn cells(sheet: Sheet) -> Vec<Vec<String>> {
    sheet.rows.into_iter().map(|row| row.cells).collect()
}

/// Cells made mostly of what is awkward in a CSV file.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof!["[,;|\t\"'=+@£\r\n 0-9a-c.-]{0,12}", any::<String>().prop_map(|text| text.replace('\0', "")),]
}

fn table() -> impl Strategy<Value = (Vec<String>, Vec<Vec<String>>)> {
    (1_usize..6).prop_flat_map(|width| {
        let columns = proptest::collection::hash_set("[,;|=@'a-e-]{1,8}", width);
        let rows = proptest::collection::vec(proptest::collection::vec(cell(), width), 0..8);
        (columns.prop_map(|names| names.into_iter().collect()), rows)
    })
}

proptest! {
    #[test]
    fn every_table_reads_back_as_it_was((columns, rows) in table()) {
        let sheet = read_back(&columns, &rows);
        prop_assert_eq!(&sheet.columns, &columns);
        prop_assert!(sheet.ragged.is_empty());
        let expected: Vec<_> = rows
            .into_iter()
            .filter(|row| row.iter().any(|cell| !cell.trim().is_empty()))
            .collect();
        prop_assert_eq!(cells(sheet), expected);
    }
}

#[test]
fn a_written_file_has_a_mark_crlf_and_no_live_formula() {
    let bytes = write_csv(&["Name", "Cost"], [["=cmd|' /C calc'!A1", "-12.5"]]);
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(text, "\u{feff}\"Name\",\"Cost\"\r\n\"'=cmd|' /C calc'!A1\",\"-12.5\"\r\n");
}

#[test]
fn cells_that_begin_with_a_sign_come_back_without_the_guard() {
    let columns = ["=Name".to_owned()];
    let rows: Vec<Vec<String>> =
        ["=1+1", "'=1+1", "'-5", "-5", "@x", "+44 20", "\t=x", "'tis"].map(|cell| vec![cell.to_owned()]).to_vec();
    let sheet = read_back(&columns, &rows);
    assert_eq!(sheet.columns, columns);
    assert_eq!(cells(sheet), rows);
}

#[test]
fn a_written_file_is_told_as_comma_and_utf_8() {
    let sheet = read_back(&["a;b;c;d".to_owned(), "e".to_owned()], &[]);
    assert_eq!(sheet.source, Source::Csv { delimiter: Some(','), encoding: "UTF-8" });
}
