//! What is inside an XLSX file, looked at before it is trusted. An XLSX file is
//! a zip archive; a small one can unpack to more than any machine holds.

use std::io::{BufReader, Cursor, Read};

use quick_xml::events::Event;
use zip::ZipArchive;

use crate::{Limits, Unreadable};

/// Refuses an archive that claims, or is found while unpacking, to hold too
/// much. Unpacking gives the same bytes every time, so what passes here is safe
/// to be unpacked again by the reader.
pub(crate) fn check(bytes: &[u8], limits: &Limits) -> Result<(), Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    if archive.len() > MOST_ENTRIES {
        return Err(Unreadable::Packed);
    }
    check_directory(&mut archive, limits)?;
    check_contents(&mut archive, limits)
}

const MOST_ENTRIES: usize = 1_000;
const HIGHEST_RATIO: u64 = 100;
/// Below this an entry does no harm, and sheets of equal cells pack very well.
const RATIO_FROM: u64 = 1024 * 1024;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

fn check_directory(archive: &mut Archive<'_>, limits: &Limits) -> Result<(), Unreadable> {
    let mut total = 0_u64;
    let mut is_workbook = false;
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|_| Unreadable::Damaged)?;
        total = total.saturating_add(entry.size());
        if exceeds(total, limits) || too_dense(entry.size(), entry.compressed_size()) {
            return Err(Unreadable::Packed);
        }
        let name = part_name(&entry)?;
        is_workbook |= name.starts_with("xl/") || name.starts_with("/xl/");
    }
    if is_workbook { Ok(()) } else { Err(Unreadable::NotASpreadsheet) }
}

fn check_contents(archive: &mut Archive<'_>, limits: &Limits) -> Result<(), Unreadable> {
    let mut total = 0_u64;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|_| Unreadable::Damaged)?;
        let packed = entry.compressed_size();
        let before = total;
        let mut block = vec![0; 64 * 1024];
        loop {
            let count = entry.read(&mut block).map_err(|_| Unreadable::Damaged)?;
            if count == 0 {
                break;
            }
            total += count as u64;
            if exceeds(total, limits) || too_dense(total - before, packed) {
                return Err(Unreadable::Packed);
            }
        }
        let is_strings = part_name(&entry)?.ends_with("sharedstrings.xml");
        drop(entry);
        if is_strings {
            check_string_count(archive, index, total - before)?;
        }
    }
    Ok(())
}

/// The reader sets memory aside for as many shared strings as the part says it
/// has. A part that says more than its own length can hold would bring down the
/// whole process, not only this reading.
fn check_string_count(archive: &mut Archive<'_>, index: usize, length: u64) -> Result<(), Unreadable> {
    const SHORTEST_STRING: u64 = "<si/>".len() as u64;
    let entry = archive.by_index(index).map_err(|_| Unreadable::Damaged)?;
    let Some(attributes) = attributes_of_table(BufReader::new(entry))? else {
        return Ok(());
    };
    for after in attributes.split("uniqueCount").skip(1) {
        let value = after.split(['"', '\'']).nth(1).unwrap_or_default();
        let digits: String = value.chars().filter(char::is_ascii_digit).collect();
        let count = match digits.as_str() {
            "" => 0,
            digits => digits.parse().unwrap_or(u64::MAX),
        };
        if count > length / SHORTEST_STRING {
            return Err(Unreadable::Damaged);
        }
    }
    Ok(())
}

/// The text of the attributes of the first `sst` element, read with the same
/// settings as the reader has.
fn attributes_of_table(part: impl std::io::BufRead) -> Result<Option<String>, Unreadable> {
    let mut xml = quick_xml::Reader::from_reader(part);
    let config = xml.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    config.expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) if element.local_name().as_ref() == "sst" => {
                return Ok(Some(element.attributes_raw().to_string()));
            }
            Ok(Event::Eof) => return Ok(None),
            Err(_) => return Err(Unreadable::Damaged),
            Ok(_) => {}
        }
    }
}

fn exceeds(total: u64, limits: &Limits) -> bool {
    total > limits.unpacked as u64
}

fn too_dense(unpacked: u64, packed: u64) -> bool {
    unpacked > RATIO_FROM && unpacked > packed.saturating_mul(HIGHEST_RATIO)
}

/// Lower case with forward slashes, as the reader compares them.
fn part_name<R: Read + ?Sized>(entry: &zip::read::ZipFile<'_, R>) -> Result<String, Unreadable> {
    let name = entry.name().map_err(|_| Unreadable::Damaged)?;
    Ok(name.replace('\\', "/").to_ascii_lowercase())
}
