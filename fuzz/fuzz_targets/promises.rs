use std::collections::HashSet;

use spreadsheet::{Limits, Sheet};

/// Small enough that the fuzzer meets each limit.
pub const LIMITS: Limits = Limits { bytes: 64 * 1024, columns: 20, rows: 200, unpacked: 256 * 1024, cell: 1024 };

pub fn check(sheet: &Sheet) {
    assert!(!sheet.columns.is_empty());
    assert!(sheet.columns.len() <= LIMITS.columns);
    let names: HashSet<_> = sheet.columns.iter().collect();
    assert_eq!(names.len(), sheet.columns.len(), "names repeat");
    assert!(sheet.columns.iter().all(|name| !name.trim().is_empty()));

    assert!(sheet.rows.len() <= LIMITS.rows);
    let mut last = 1;
    for row in &sheet.rows {
        assert!(row.number > last, "row numbers do not rise");
        last = row.number;
        assert_eq!(row.cells.len(), sheet.columns.len());
        for cell in &row.cells {
            assert!(!cell.contains('\0'));
            assert!(cell.chars().count() <= LIMITS.cell);
            let _ = spreadsheet::date(cell);
            let _ = spreadsheet::amount(cell, spreadsheet::Unit::Thousands);
        }
    }
    assert!(sheet.ragged.is_sorted());
}
