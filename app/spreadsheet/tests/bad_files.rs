//! Files that are broken, wrong or made to harm.

mod archive;

use archive::{archive, sheet_archive, understate_sizes, workbook_archive};
use spreadsheet::{Limits, Sheet, Unreadable, read};

fn try_read(bytes: &[u8]) -> Result<Sheet, Unreadable> {
    read("brought.xlsx", bytes, &Limits::default())
}

/// The same bytes every time, without a library for chance.
fn noise(length: usize) -> Vec<u8> {
    let mut state: u32 = 2027;
    (0..length)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        })
        .collect()
}

#[test]
fn files_without_a_cell_are_empty() {
    for bytes in [b"".as_slice(), b" \r\n\t \n", b"\xEF\xBB\xBF", b"\xFF\xFE", b",,,\n,\n", b"\"\"\n"] {
        assert_eq!(try_read(bytes), Err(Unreadable::Empty), "{bytes:?}");
    }
}

#[test]
fn other_kinds_of_file_are_told() {
    for bytes in [
        b"a,b\n1,\0\n".as_slice(),
        b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR",
        b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n",
        b"<html><body><table>",
        &noise(40),
        &noise(100_000),
        &archive(&[("word/document.xml", b"<w/>".as_slice())]),
    ] {
        assert_eq!(try_read(bytes), Err(Unreadable::NotASpreadsheet));
    }
    let old = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 504]].concat();
    assert_eq!(try_read(&old), Err(Unreadable::OldOrLocked));
}

#[test]
fn a_file_over_the_limit_is_not_looked_at() {
    let limit = Limits::default().bytes;
    assert_eq!(try_read(&vec![b'a'; limit + 1]), Err(Unreadable::TooLarge { limit }));
}

#[test]
fn a_thousand_columns_are_too_many() {
    let header: Vec<String> = (0..1000).map(|n| format!("c{n}")).collect();
    assert_eq!(try_read(header.join(",").as_bytes()), Err(Unreadable::TooManyColumns { found: 1000, limit: 200 }));
}

#[test]
fn three_hundred_thousand_rows_are_too_many() {
    let text = format!("a,b\n{}", "1,2\n".repeat(300_000));
    assert_eq!(try_read(text.as_bytes()), Err(Unreadable::TooManyRows { limit: 20_000 }));
}

#[test]
fn an_unclosed_quote_names_its_row_even_in_a_long_file() {
    let text = format!("a,b\n1,2\n1,\"2\n{}", "1,2\n".repeat(20_000));
    assert_eq!(try_read(text.as_bytes()), Err(Unreadable::UnclosedQuote { row: 3 }));
}

#[test]
fn a_cell_may_hold_32_kib_and_no_more() {
    let text = |length: usize| format!("a,b\n1,{}\n", "£".repeat(length));
    assert!(try_read(text(32 * 1024).as_bytes()).is_ok());
    assert_eq!(try_read(text(32 * 1024 + 1).as_bytes()), Err(Unreadable::CellTooLong { row: 2, limit: 32 * 1024 }));
}

#[test]
fn cells_that_look_like_formulas_are_only_text() {
    let sheet = try_read(b"Name,Cost\n=HYPERLINK(1),=1+1\n@x,+1\n").unwrap();
    assert_eq!(sheet.rows[0].cells, ["=HYPERLINK(1)", "=1+1"]);
    assert_eq!(sheet.rows[1].cells, ["@x", "+1"]);
}

#[test]
fn a_gigabyte_of_zeros_is_not_unpacked() {
    let bomb = archive::bomb(1 << 30);
    assert!(bomb.len() < Limits::default().bytes, "{} bytes", bomb.len());
    let begin = std::time::Instant::now();
    assert_eq!(try_read(&bomb), Err(Unreadable::Packed));
    assert!(begin.elapsed().as_secs() < 2);
}

#[test]
fn an_archive_that_lies_about_its_sizes_is_found_out() {
    let bomb = understate_sizes(archive::bomb(200 << 20));
    // Reading stops at the size it claims, long before the checks of ours would.
    assert_eq!(try_read(&bomb), Err(Unreadable::Damaged));
}

#[test]
fn two_thousand_entries_are_too_many() {
    let names: Vec<String> = (0..2_000).map(|n| format!("xl/worksheets/sheet{n}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"<x/>".as_slice())).collect();
    assert_eq!(try_read(&archive(&parts)), Err(Unreadable::Packed));
}

#[test]
fn one_long_text_named_from_many_cells_is_too_much() {
    let text = "x".repeat(30_000);
    let strings = format!(r#"<sst uniqueCount="1"><si><t>{text}</t></si></sst>"#);
    let rows: Vec<String> =
        (1..=3_000).map(|n| format!(r#"<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>"#)).collect();
    let limit = Limits::default().unpacked;
    assert_eq!(try_read(&workbook_archive(&strings, &rows.concat())), Err(Unreadable::TooMuchText { limit }));
}

#[test]
fn a_made_up_count_of_strings_does_not_take_the_memory() {
    for count in ["4000000000", "18446744073709551615", "99999999999999999999999"] {
        for quote in ['"', '\''] {
            let strings =
                format!("<sst count={quote}1{quote} uniqueCount={quote}{count}{quote}><si><t>a</t></si></sst>");
            let bytes = workbook_archive(&strings, r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#);
            assert_eq!(try_read(&bytes), Err(Unreadable::Damaged));
        }
    }
    let honest = r#"<sst count="1" uniqueCount="1"><si><t>a</t></si></sst>"#;
    let bytes = workbook_archive(honest, r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#);
    assert_eq!(try_read(&bytes).unwrap().columns, ["a"]);
}

#[test]
fn impossible_positions_are_damage() {
    for rows in [
        r#"<row r="1"><c r="A4000000000"><v>1</v></c></row>"#,
        r#"<row r="1"><c r="A99999999999"><v>1</v></c></row>"#,
        r#"<row r="1"><c r="ZZZZZZZZZ1"><v>1</v></c></row>"#,
        r#"<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>"#,
        r#"<row r="1"><c r="A1"><v>1</v>"#,
    ] {
        assert_eq!(try_read(&sheet_archive(rows)), Err(Unreadable::Damaged), "{rows}");
    }
}

#[test]
fn a_nul_in_a_cell_is_left_out() {
    let rows = "<row><c t=\"d\"><v>a\0b</v></c><c t=\"str\"><v>c\0d</v></c></row>";
    assert_eq!(try_read(&sheet_archive(rows)).unwrap().columns, ["ab", "cd"]);
}

#[test]
fn one_cell_in_the_last_corner_costs_one_cell() {
    let corner = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    let sheet = try_read(&sheet_archive(corner)).unwrap();
    assert_eq!(sheet.rows.len(), 1);
    assert_eq!(sheet.ragged, [1_048_576]);
}

#[test]
fn a_workbook_cut_short_anywhere_is_refused_without_a_panic() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for row in 0..2_000 {
        sheet.write(row, 0, f64::from(row) / 7.0).unwrap();
        sheet.write(row, 1, format!("text {row}")).unwrap();
    }
    let bytes = workbook.save_to_buffer().unwrap();
    assert!(try_read(&bytes).is_ok());
    for length in (0..bytes.len()).step_by(997) {
        assert!(try_read(&bytes[..length]).is_err(), "cut at {length}");
    }
}

#[test]
fn a_workbook_with_a_changed_byte_never_panics() {
    let bytes = sheet_archive(r#"<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><v>x</v></c></row>"#);
    for index in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[index] ^= 0x55;
        let _ = try_read(&changed);
    }
}

#[test]
fn every_refusal_says_something_to_its_reader() {
    for refusal in [
        Unreadable::Empty,
        Unreadable::NotASpreadsheet,
        Unreadable::OldOrLocked,
        Unreadable::Packed,
        Unreadable::Damaged,
        Unreadable::Encoding,
        Unreadable::NoSuchSheet,
        Unreadable::TooMuchText { limit: 50 << 20 },
        Unreadable::CellTooLong { row: 7, limit: 32_768 },
    ] {
        let text = refusal.to_string();
        assert!(text.ends_with('.') && text.len() > 30, "{text}");
    }
}
