#![no_main]

mod promises;
mod workbook;

use std::borrow::Cow;

use libfuzzer_sys::fuzz_target;
use spreadsheet::{Unreadable, read, read_sheet, sheets};

fuzz_target!(|input: &[u8]| {
    let bytes = match input.split_first() {
        Some((first, rows)) if *first < 0x80 && !input.starts_with(b"PK") => Cow::Owned(workbook::around(rows)),
        _ => Cow::Borrowed(input),
    };
    let outcome = read("brought.xlsx", &bytes, &promises::LIMITS);
    let Ok(sheet) = outcome else { return };
    promises::check(&sheet);
    let names = sheets(&bytes, &promises::LIMITS).expect("a file that was read has a list of sheets");
    for name in names {
        match read_sheet(&bytes, &name, &promises::LIMITS) {
            Ok(sheet) => promises::check(&sheet),
            Err(error) => assert_ne!(error, Unreadable::NoSuchSheet),
        }
    }
});
