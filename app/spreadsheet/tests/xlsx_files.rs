//! Workbooks as people save them.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use spreadsheet::{Limits, Sheet, Source, Unreadable, read, read_sheet, sheets};

fn limits() -> Limits {
    Limits::default()
}

fn rows(sheet: &Sheet) -> Vec<(usize, Vec<&str>)> {
    sheet.rows.iter().map(|row| (row.number, row.cells.iter().map(String::as_str).collect())).collect()
}

fn saved(mut workbook: Workbook) -> Vec<u8> {
    workbook.save_to_buffer().expect("a cell takes it")
}

fn typed_cells() -> Workbook {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let moment = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    let pounds = Format::new().set_num_format("£#,##0.00");
    sheet.write_row(2, 0, ["Name", "Start", "Seen", "Cost", "Live", "Sum"]).expect("a cell takes it");
    sheet.write(3, 0, "Reablement\nhub").expect("a cell takes it");
    let start = ExcelDateTime::from_ymd(2027, 3, 31).expect("a cell takes it");
    sheet.write_with_format(3, 1, &start, &day).expect("a cell takes it");
    let seen =
        ExcelDateTime::from_ymd(2027, 3, 31).expect("a cell takes it").and_hms(14, 30, 0).expect("a cell takes it");
    sheet.write_with_format(3, 2, &seen, &moment).expect("a cell takes it");
    sheet.write_with_format(3, 3, 12.5, &pounds).expect("a cell takes it");
    sheet.write(3, 4, true).expect("a cell takes it");
    sheet.write(3, 5, Formula::new("=1+2").set_result("3")).expect("a cell takes it");
    sheet.write(5, 0, "=not a formula").expect("a cell takes it");
    sheet.write(5, 3, 0.1 + 0.2).expect("a cell takes it");
    sheet.write(5, 9, "stray").expect("a cell takes it");
    workbook
}

#[test]
fn typed_cells_come_out_as_text() {
    let sheet = read("any.xlsx", &saved(typed_cells()), &limits()).unwrap();
    assert_eq!(sheet.columns, ["Name", "Start", "Seen", "Cost", "Live", "Sum"]);
    assert_eq!(
        rows(&sheet),
        [
            (4, vec!["Reablement\nhub", "2027-03-31", "2027-03-31 14:30:00", "12.5", "TRUE", "3"]),
            (6, vec!["=not a formula", "", "", "0.3", "", ""]),
        ]
    );
    assert_eq!(sheet.ragged, [6]);
}

#[test]
fn a_workbook_is_told_by_its_content_not_by_its_name() {
    let sheet = read("renamed.csv", &saved(typed_cells()), &limits()).unwrap();
    assert_eq!(sheet.source, Source::Xlsx { sheet: "Sheet1".to_owned() });
    let sheet = read("renamed.xlsx", b"a,b\n1,2\n", &limits()).unwrap();
    assert_eq!(sheet.columns, ["a", "b"]);
}

fn several_sheets() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Cover").expect("a cell takes it");
    let lists = workbook.add_worksheet();
    lists.set_name("Lists").expect("a cell takes it").set_hidden(true);
    lists.write(0, 0, "hidden").expect("a cell takes it");
    for name in ["Live", "Closed"] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).expect("a cell takes it");
        sheet.write(0, 0, name).expect("a cell takes it");
    }
    saved(workbook)
}

#[test]
fn the_first_visible_sheet_with_cells_is_read() {
    let sheet = read("any.xlsx", &several_sheets(), &limits()).unwrap();
    assert_eq!(sheet.source, Source::Xlsx { sheet: "Live".to_owned() });
}

#[test]
fn another_sheet_can_be_asked_for_by_name() {
    let bytes = several_sheets();
    assert_eq!(sheets(&bytes, &limits()).unwrap(), ["Cover", "Live", "Closed"]);
    assert_eq!(read_sheet(&bytes, "Closed", &limits()).unwrap().columns, ["Closed"]);
    assert_eq!(read_sheet(&bytes, "Cover", &limits()), Err(Unreadable::Empty));
    for absent in ["Lists", "None"] {
        assert_eq!(read_sheet(&bytes, absent, &limits()), Err(Unreadable::NoSuchSheet));
    }
    assert_eq!(sheets(b"a,b\n", &limits()), Ok(Vec::new()));
}

#[test]
fn a_workbook_without_cells_is_empty() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet();
    assert_eq!(read("any.xlsx", &saved(workbook), &limits()), Err(Unreadable::Empty));
}

#[test]
fn a_workbook_keeps_to_the_limits() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, (0..10).map(|n| format!("c{n}"))).unwrap();
    sheet.write_column(1, 0, ["long text"; 30]).unwrap();
    let bytes = saved(workbook);
    let with = |limits: Limits| read("any.xlsx", &bytes, &limits).map(|sheet| sheet.rows.len());
    assert_eq!(with(limits()), Ok(30));
    assert_eq!(with(Limits { rows: 30, columns: 10, ..limits() }), Ok(30));
    assert_eq!(with(Limits { rows: 29, ..limits() }), Err(Unreadable::TooManyRows { limit: 29 }));
    assert_eq!(with(Limits { columns: 9, ..limits() }), Err(Unreadable::TooManyColumns { found: 10, limit: 9 }));
    assert_eq!(with(Limits { cell: 8, ..limits() }), Err(Unreadable::CellTooLong { row: 2, limit: 8 }));
    assert_eq!(with(Limits { unpacked: 1000, ..limits() }), Err(Unreadable::Packed));
}
