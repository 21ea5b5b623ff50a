use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::Unreadable;

/// The text of a file and the name of its encoding, without a byte order mark.
pub(crate) fn decode(bytes: &[u8]) -> Result<(String, &'static str), Unreadable> {
    let declared = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = declared.unwrap_or_else(|| guess(bytes));
    // Without a mark, a NUL means binary (or UTF-16 that does not say so).
    if declared.is_none() && bytes.contains(&0) {
        return Err(Unreadable::NotASpreadsheet);
    }
    let (text, wrong) = encoding.decode_with_bom_removal(bytes);
    if text.contains('\0') || (declared.is_none() && looks_binary(&text)) || is_markup(&text) {
        return Err(Unreadable::NotASpreadsheet);
    }
    if wrong {
        return Err(Unreadable::Encoding);
    }
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.trim_start_matches('\u{feff}').to_owned(),
        None => text.into_owned(),
    };
    Ok((text, encoding.name()))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    if is_western(bytes) {
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"uk"), Utf8Detection::Deny)
}

/// In English the bytes beyond ASCII stand alone: a pound sign, a dash, an
/// accent. Other scripts have them in runs. The detector is made for prose and
/// takes a file full of pound signs for Russian, so it is asked only about runs.
fn is_western(bytes: &[u8]) -> bool {
    const UNASSIGNED: [u8; 5] = [0x81, 0x8D, 0x8F, 0x90, 0x9D];
    let beyond = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let adjacent = bytes.windows(2).filter(|pair| !pair[0].is_ascii() && !pair[1].is_ascii()).count();
    adjacent * 3 < beyond && !bytes.iter().any(|byte| UNASSIGNED.contains(byte))
}

/// More than one control character in twenty.
fn looks_binary(text: &str) -> bool {
    let (mut all, mut control) = (0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        control += usize::from(c.is_control() && !matches!(c, '\t' | '\n' | '\r'));
    }
    control * 20 > all
}

/// Many systems "export to Excel" by giving a web page the name of a workbook.
fn is_markup(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(9).collect();
    let start = start.to_ascii_lowercase();
    ["<html", "<!doctype", "<?xml", "<table"].iter().any(|tag| start.starts_with(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_that_people_bring_is_read() {
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain("a,£".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let utf16_big: Vec<u8> =
            [0xFE, 0xFF].into_iter().chain("a,£".encode_utf16().flat_map(u16::to_be_bytes)).collect();
        for (bytes, encoding) in [
            ("a,£".as_bytes(), "UTF-8"),
            (b"\xEF\xBB\xBFa,\xC2\xA3", "UTF-8"),
            (b"a,\xA3", "windows-1252"),
            (&utf16, "UTF-16LE"),
            (&utf16_big, "UTF-16BE"),
        ] {
            assert_eq!(decode(bytes), Ok(("a,£".to_owned(), encoding)));
        }
    }

    #[test]
    fn pound_signs_are_not_taken_for_another_script() {
        let (text, encoding) = decode(b"a;b\n\xA3654.46;\xA3654.11\n\x96 x;\x93y\x94\n").unwrap();
        assert_eq!(encoding, "windows-1252");
        assert_eq!(text, "a;b\n£654.46;£654.11\n\u{2013} x;\u{201c}y\u{201d}\n");
    }

    #[test]
    fn another_script_is_still_told() {
        let (bytes, _, _) =
            encoding_rs::WINDOWS_1251.encode("Название,Описание\nПроект,Новая услуга для жителей города и района\n");
        let (text, encoding) = decode(&bytes).unwrap();
        assert_eq!(encoding, "windows-1251");
        assert!(text.starts_with("Название,"));
    }

    #[test]
    fn a_broken_encoding_is_said_to_be_one() {
        assert_eq!(decode(b"\xEF\xBB\xBFa,\xFF"), Err(Unreadable::Encoding));
        assert_eq!(decode(b"\xFF\xFEa\x00\x00\xD8"), Err(Unreadable::Encoding));
    }

    #[test]
    fn binary_and_web_pages_are_not_text() {
        for bytes in [
            b"a,b\0c".as_slice(),
            b"\xFF\xFEa\0\0\0",
            b"\x01\x02\x03\x04\x05\x06",
            b"  <HTML><table>",
            b"\xEF\xBB\xBF<!DOCTYPE html>",
        ] {
            assert_eq!(decode(bytes), Err(Unreadable::NotASpreadsheet));
        }
    }
}
