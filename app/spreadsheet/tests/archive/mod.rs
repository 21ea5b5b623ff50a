//! Zip archives made by hand, honest and otherwise.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, options()).expect("memory takes every byte");
        writer.write_all(content).expect("memory takes every byte");
    }
    writer.finish().expect("memory takes every byte").into_inner()
}

/// A sheet of nothing but `size` zero bytes.
pub fn bomb(size: usize) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("xl/worksheets/sheet1.xml", options()).expect("memory takes every byte");
    let block = vec![0; 1 << 20];
    for _ in 0..size >> 20 {
        writer.write_all(&block).expect("memory takes every byte");
    }
    writer.finish().expect("memory takes every byte").into_inner()
}

/// Says "1,000 bytes" where the directory and the entry of a one-entry archive
/// give the unpacked size.
pub fn understate_sizes(mut bytes: Vec<u8>) -> Vec<u8> {
    let said = 1000_u32.to_le_bytes();
    bytes[22..26].copy_from_slice(&said);
    let directory = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").expect("an archive has a directory");
    bytes[directory + 24..directory + 28].copy_from_slice(&said);
    bytes
}

/// A workbook of one sheet with these rows.
pub fn sheet_archive(rows: &str) -> Vec<u8> {
    workbook_archive("<sst/>", rows)
}

pub fn workbook_archive(strings: &str, rows: &str) -> Vec<u8> {
    const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = format!(
        r#"<Relationships><Relationship Id="r1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let workbook = format!(
        r#"<workbook xmlns:r="{REL}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>"#
    );
    let relations = format!(
        r#"<Relationships><Relationship Id="r1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    archive(&[
        ("_rels/.rels", package.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)
}
