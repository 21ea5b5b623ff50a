use crate::guard::guarded;

/// A CSV file that Excel opens as it should: UTF-8 with a byte order mark,
/// comma, CRLF, every cell in quotation marks.
///
/// A cell that begins with `=`, `+`, `-`, `@` or a control character and is not
/// a plain number is written with an apostrophe before it, so that it cannot run
/// as a formula; [`read`](crate::read) takes that apostrophe away again. NUL
/// characters, which no CSV reader expects, are left out.
///
/// # Panics
/// Never: writing to memory cannot fail.
pub fn write_csv<C, R, S>(columns: &[C], rows: impl IntoIterator<Item = R>) -> Vec<u8>
where
    C: AsRef<str>,
    R: AsRef<[S]>,
    S: AsRef<str>,
{
    // Quoting every cell lets `delimiter::find` tell the comma for certain,
    // whatever the cells hold.
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .quote_style(csv::QuoteStyle::Always)
        .flexible(true)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    write_record(&mut writer, columns);
    for row in rows {
        write_record(&mut writer, row.as_ref());
    }
    writer.into_inner().expect("memory takes every byte")
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

fn write_record<S: AsRef<str>>(writer: &mut csv::Writer<Vec<u8>>, cells: &[S]) {
    let cells = cells.iter().map(|cell| {
        let cell = cell.as_ref().replace('\0', "");
        guarded(&cell).into_owned()
    });
    writer.write_record(cells).expect("memory takes every byte, and rows may differ in length");
}
