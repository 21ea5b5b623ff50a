//! Bringing a spreadsheet in: the file, what its columns are, what it would do, and doing it. The command line does the
//! same with `batch`.
mod answers;
mod batch;
mod columns;
mod draw;
mod file;
mod guess;
mod headings;
mod heard;
mod preview;
mod problems;
mod result;
mod rows;
mod said;
mod sites;
mod start;
mod table;
mod undo;

pub use batch::{Batch, Brought, Refused, bring};
pub use file::MOST_BYTES;

use crate::route::{Routes, Who};
use axum::extract::Path;
use domain::{Act, Slug};
use uuid::Uuid;

/// Of an upload, and once it is brought in of the import.
type OfFile = Path<(Slug, Uuid)>;

pub fn routes(routes: Routes) -> Routes {
    let import = Who::May(Act::Import);
    routes
        .get("/{organisation}/import", import, start::show)
        .post("/{organisation}/import", import, "", start::submit)
        .get("/{organisation}/import/{id}", import, columns::show)
        .post("/{organisation}/import/{id}", import, EXAMPLE, columns::submit)
        .get("/{organisation}/import/{id}/preview", import, preview::show)
        .post("/{organisation}/import/{id}/preview", import, "submission=0", preview::submit)
        .get("/{organisation}/import/{id}/problems.csv", import, problems::show)
        .get("/{organisation}/import/{id}/undo", import, undo::show)
        .post("/{organisation}/import/{id}/undo", import, "submission=0", undo::submit)
}

const EXAMPLE: &str = "column=reference&column=title&report_on=2026-03-31&stage=stage-1&unit=pounds";
