//! The rows that were left out, as a file to mend and bring again.
use super::{OfFile, columns::uploaded, preview::worked_out, said};
use crate::{failure::Failure, here::Now};
use axum::{
    extract::{Path, RawQuery},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{Act, Fate, ImportId, ImportPreview};
use spreadsheet::Sheet;

/// Of a file that was downloaded to be mended.
pub const PROBLEM: &str = "Problem";

/// Before the import those of the preview at this address; after it those that were kept.
pub async fn show(now: Now, Path((_, id)): OfFile, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    now.seen().must(Act::Import, None)?;
    if now.seen().import_record(ImportId(id)).is_ok() {
        let kept = now.store().upload(now.reach(), id).await?.ok_or(Failure::NotFound)?;
        return Ok(download(&kept.name, kept.body));
    }
    let (upload, table) = uploaded(&now, id).await?;
    let Ok((_, preview)) = worked_out(&now, &upload, &table, query.as_deref())? else {
        return Err(Failure::NotFound);
    };
    Ok(download(&name(&upload.name), csv(&table, &preview)))
}

/// "returns to mend.csv" for "returns.xlsx".
pub fn name(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let stem = stem.strip_suffix(" to mend").unwrap_or(stem);
    format!("{stem} to mend.csv")
}

/// The rows as they were, with what is wrong in a last column.
pub fn csv(table: &Sheet, preview: &ImportPreview) -> Vec<u8> {
    // A file that has been downloaded before brings that column along.
    let kept = table.columns.len() - usize::from(table.columns.last().is_some_and(|last| last == PROBLEM));
    let mut columns = table.columns[..kept].to_vec();
    columns.push(PROBLEM.into());
    let refused = table.rows.iter().zip(&preview.rows).filter(|(_, planned)| planned.fate == Fate::Refused);
    let rows = refused.map(|(row, planned)| {
        let wrong = planned.row.problems.iter();
        let wrong: Vec<_> = wrong.map(|one| format!("{}: {}", one.column, said::problem(&one.rule))).collect();
        let mut cells = row.cells[..kept].to_vec();
        cells.push(wrong.join(" "));
        cells
    });
    spreadsheet::write_csv(&columns, rows)
}

fn download(name: &str, body: Vec<u8>) -> Response {
    let safe = |one: &char| one.is_ascii_alphanumeric() || matches!(one, ' ' | '-' | '_' | '.' | '(' | ')');
    let name: String = name.chars().filter(safe).collect();
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, body).into_response()
}
