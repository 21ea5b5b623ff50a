//! A workbook around rows that the fuzzer made up: an archive without packing,
//! written out by hand so that the target needs no zip library of its own.

const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub fn around(rows: &[u8]) -> Vec<u8> {
    let package = format!(
        r#"<Relationships><Relationship Id="r1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let workbook =
        format!(r#"<workbook xmlns:r="{REL}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#);
    let relations = format!(
        r#"<Relationships><Relationship Id="r1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    let strings = r#"<sst uniqueCount="2"><si><t>Name</t></si><si><t>Cost</t></si></sst>"#;
    let styles = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>"#;
    let sheet = [b"<worksheet><sheetData>".as_slice(), rows, b"</sheetData></worksheet>"].concat();
    archive(&[
        ("_rels/.rels", package.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in parts {
        let offset = size(bytes.len());
        let header = entry(name, content);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&header);
        bytes.extend(name.as_bytes());
        bytes.extend(*content);
        // Made by, the shared fields, comment, disk, attributes, offset.
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&header);
        directory.extend([0; 10]);
        directory.extend(offset);
        directory.extend(name.as_bytes());
    }
    let count = u16::try_from(parts.len()).expect("a handful").to_le_bytes();
    let start = size(bytes.len());
    let length = size(directory.len());
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count, count].concat());
    bytes.extend([length, start].concat());
    bytes.extend([0; 2]);
    bytes
}

/// What an entry and its line of the directory have in common: version, flags,
/// method, time, date, checksum, sizes, lengths of name and extra field.
fn entry(name: &str, content: &[u8]) -> Vec<u8> {
    let mut fields = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
    fields.extend(checksum(content).to_le_bytes());
    fields.extend(size(content.len()));
    fields.extend(size(content.len()));
    fields.extend(u16::try_from(name.len()).expect("short").to_le_bytes());
    fields.extend([0; 2]);
    fields
}

fn size(length: usize) -> [u8; 4] {
    u32::try_from(length).expect("the fuzzer's inputs are small").to_le_bytes()
}

/// CRC-32 bit by bit, as zip has it.
fn checksum(content: &[u8]) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ (0xEDB8_8320 & 0_u32.wrapping_sub(crc & 1));
    let all = content.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step));
    !all
}
