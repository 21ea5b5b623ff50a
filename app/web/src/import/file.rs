//! Opening a file: one at a time, beside the requests.
use axum::body::Bytes;
use spreadsheet::{Limits, Sheet, Unreadable};
use tokio::sync::Semaphore;

/// The largest file that is taken, in bytes.
pub const MOST_BYTES: usize = 20 << 20;
/// One decision, written down in one go: more rows would keep everybody else waiting.
const MOST_ROWS: usize = 5_000;
static TURN: Semaphore = Semaphore::const_new(1);

/// The table in a file; of a workbook the sheet of that name, or the first visible one that holds anything.
///
/// # Errors
/// `Unreadable`, in words for whoever brought it.
pub async fn open(name: String, body: impl Into<Bytes>, sheet: Option<String>) -> Result<Sheet, Unreadable> {
    let body = body.into();
    let limits = Limits { bytes: MOST_BYTES, rows: MOST_ROWS, ..Limits::default() };
    let Ok(_turn) = TURN.acquire().await else { return Err(Unreadable::Damaged) };
    let read = tokio::task::spawn_blocking(move || match sheet {
        Some(sheet) => spreadsheet::read_sheet(&body, &sheet, &limits),
        None => spreadsheet::read(&name, &body, &limits),
    });
    read.await.unwrap_or(Err(Unreadable::Damaged))
}
