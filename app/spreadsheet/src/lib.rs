//! Files that people bring: a CSV or XLSX file becomes a [`Sheet`] of text, its
//! cells become dates and amounts, and a table becomes a CSV file that is safe
//! to open. Nothing here knows what the columns mean.
//!
//! A file is untrusted. It is told by its content, never by its name; every
//! reading is bounded by [`Limits`]; whatever is wrong with it is one of the
//! cases of [`Unreadable`], in words for the person who brought it.

mod amount;
mod cell_text;
mod csv_file;
mod date;
mod decode;
mod delimiter;
mod guard;
mod limits;
mod packed;
mod sheet;
mod unreadable;
mod write;
mod xlsx;

pub use amount::{NotAnAmount, Unit, amount};
pub use date::{NotADate, date};
pub use limits::Limits;
pub use sheet::{Row, Sheet, Source};
pub use unreadable::Unreadable;
pub use write::write_csv;

/// Reads a CSV file, or the first visible sheet of an XLSX workbook that has
/// cells. The first row that is not blank names the columns.
///
/// `name` is the file's name; it only settles a tie between tab and another
/// delimiter (`.tsv`).
///
/// # Errors
/// [`Unreadable`], whose `Display` says what to do.
pub fn read(name: &str, bytes: &[u8], limits: &Limits) -> Result<Sheet, Unreadable> {
    match kind(bytes, limits)? {
        Kind::Workbook => xlsx::read(bytes, None, limits),
        Kind::Text => csv_file::read(bytes, is_tsv(name), limits),
    }
}

/// Reads the visible sheet of that name.
///
/// # Errors
/// [`Unreadable`]; a CSV file has no sheets to choose from.
pub fn read_sheet(bytes: &[u8], sheet: &str, limits: &Limits) -> Result<Sheet, Unreadable> {
    match kind(bytes, limits)? {
        Kind::Workbook => xlsx::read(bytes, Some(sheet), limits),
        Kind::Text => Err(Unreadable::NoSuchSheet),
    }
}

/// Names of the visible sheets of a workbook in their order, also of those
/// without cells; none for a CSV file.
///
/// # Errors
/// [`Unreadable`], as for [`read`].
pub fn sheets(bytes: &[u8], limits: &Limits) -> Result<Vec<String>, Unreadable> {
    match kind(bytes, limits)? {
        Kind::Workbook => xlsx::sheets(bytes, limits),
        Kind::Text => Ok(Vec::new()),
    }
}

enum Kind {
    Workbook,
    Text,
}

/// First bytes of files that are something else and might pass for text.
const FOREIGN: [&[u8]; 7] = [b"%PDF", b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"{\\rtf", b"\x1F\x8B", b"7z\xBC\xAF"];

const COMPOUND_FILE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

fn kind(bytes: &[u8], limits: &Limits) -> Result<Kind, Unreadable> {
    if bytes.len() > limits.bytes {
        let limit = limits.bytes;
        return Err(Unreadable::TooLarge { limit });
    }
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    if bytes.starts_with(COMPOUND_FILE) {
        return Err(Unreadable::OldOrLocked);
    }
    if FOREIGN.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(Unreadable::NotASpreadsheet);
    }
    // The second is an archive without entries.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Workbook);
    }
    Ok(Kind::Text)
}

fn is_tsv(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    extension.eq_ignore_ascii_case("tsv") || extension.eq_ignore_ascii_case("tab")
}
