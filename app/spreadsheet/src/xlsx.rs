use std::borrow::Cow;
use std::io::Cursor;
use std::panic::catch_unwind;

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xlsx};

use crate::cell_text::cell_text;
use crate::sheet::Gathering;
use crate::{Limits, Sheet, Source, Unreadable, packed};

/// The sheet of that name or, without one, the first with a cell that holds
/// anything.
pub(crate) fn read(bytes: &[u8], wanted: Option<&str>, limits: &Limits) -> Result<Sheet, Unreadable> {
    packed::check(bytes, limits)?;
    contained(|| {
        let mut workbook = open(bytes)?;
        let mut names = visible(&workbook);
        if let Some(wanted) = wanted {
            names.retain(|name| name == wanted);
            if names.is_empty() {
                return Err(Unreadable::NoSuchSheet);
            }
        }
        for name in names {
            match read_sheet(&mut workbook, name, limits) {
                Err(Unreadable::Empty) => {}
                outcome => return outcome,
            }
        }
        Err(Unreadable::Empty)
    })
}

pub(crate) fn sheets(bytes: &[u8], limits: &Limits) -> Result<Vec<String>, Unreadable> {
    packed::check(bytes, limits)?;
    contained(|| Ok(visible(&open(bytes)?)))
}

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// The library does plain arithmetic on row and column numbers of the file. In
/// a build with overflow checks a made-up number is a panic; to the person who
/// brought the file it is a damaged file.
fn contained<T>(reading: impl FnOnce() -> Result<T, Unreadable> + std::panic::UnwindSafe) -> Result<T, Unreadable> {
    catch_unwind(reading).unwrap_or(Err(Unreadable::Damaged))
}

fn open(bytes: &[u8]) -> Result<Workbook<'_>, Unreadable> {
    Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)
}

fn visible(workbook: &Workbook<'_>) -> Vec<String> {
    workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect()
}

/// Cells are streamed: a sheet with one cell in its last row and column costs
/// one cell, not a rectangle.
fn read_sheet(workbook: &mut Workbook<'_>, name: String, limits: &Limits) -> Result<Sheet, Unreadable> {
    let mut gathering = Gathering::new(limits);
    let mut reader = workbook.worksheet_cells_reader(&name).map_err(|_| Unreadable::Damaged)?;
    let mut number = 0;
    let mut cells = Vec::new();
    while let Some(cell) = reader.next_cell().map_err(|_| Unreadable::Damaged)? {
        let (row, column) = position(cell.get_position())?;
        if row < number {
            return Err(Unreadable::Damaged);
        }
        if row > number {
            gathering.push(number, std::mem::take(&mut cells))?;
            number = row;
        }
        let text = text_of(cell.get_value());
        gathering.admit(row, &text)?;
        // One column past the last named one stands for all the others.
        let column = gathering.width().map_or(column, |width| column.min(width));
        place(&mut cells, column, text);
    }
    gathering.push(number, cells)?;
    gathering.finish(Source::Xlsx { sheet: name })
}

/// Row from 1, column from 0, both within what Excel allows.
fn position((row, column): (u32, u32)) -> Result<(usize, usize), Unreadable> {
    const ROWS: u32 = 1_048_576;
    const COLUMNS: u32 = 16_384;
    if row >= ROWS || column >= COLUMNS {
        return Err(Unreadable::Damaged);
    }
    Ok((row as usize + 1, column as usize))
}

/// XML can spell a NUL, and no database column takes one.
fn text_of<'a>(value: &'a DataRef<'_>) -> Cow<'a, str> {
    let text = match value {
        DataRef::SharedString(text) => Cow::Borrowed(*text),
        DataRef::String(text) => Cow::Borrowed(text.as_str()),
        other => Cow::Owned(cell_text(&Data::from(other.clone()))),
    };
    if text.contains('\0') { Cow::Owned(text.replace('\0', "")) } else { text }
}

fn place(cells: &mut Vec<String>, column: usize, text: Cow<'_, str>) {
    if text.trim().is_empty() && column >= cells.len() {
        return;
    }
    if column >= cells.len() {
        cells.resize(column + 1, String::new());
    }
    cells[column] = text.into_owned();
}
