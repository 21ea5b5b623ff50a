//! Taking an import back.
use super::{OfFile, said};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    ui::words::count,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{ImportId, ImportKind, Record, SubmissionId, UndoneRecords};
use leptos::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

pub async fn show(now: Now, Path((_, id)): OfFile) -> Result<Page, Failure> {
    page(&now, id, Sheet::blank()).await
}

pub async fn submit(now: Now, Path((_, id)): OfFile, mut sheet: Sheet) -> Result<Response, Failure> {
    now.seen().import_record(ImportId(id))?;
    let changes = now.store().done_by(now.reach(), SubmissionId(id)).await?;
    let decided = now.decide(&mut sheet, None, |seen, today, _| seen.undo_import(ImportId(id), &changes, today));
    if decided.await?.is_some() {
        return Ok(done(&now.link("import"), Note::ImportUndone));
    }
    Ok(page(&now, id, sheet).await?.into_response())
}

async fn page(here: &Here, id: Uuid, sheet: Sheet) -> Result<Page, Failure> {
    let import = here.seen().import_record(ImportId(id))?.clone();
    let changes = here.store().done_by(here.reach(), SubmissionId(id)).await?;
    let since = if import.undone_on.is_some() { UndoneRecords::default() } else { here.seen().since_import(&changes) };
    let numbers = match import.kind {
        ImportKind::Innovations => " Numbers that were given are not given again.",
        ImportKind::Stakeholders | ImportKind::Engagements | ImportKind::Sites => "",
    };
    let about = format!(
        "{} that it brought will be taken away, and {} that it added to will be as before. The history keeps \
         everything.{numbers}",
        said::count(import.kind, import.added),
        import.updated
    );
    let form = ShortForm {
        above: vec![
            ("Import from a spreadsheet".into(), here.link("import")),
            (import.file.to_string(), here.link(&format!("import/{id}"))),
        ],
        kicker: Some(import.file.to_string()),
        heading: "Undo this import".into(),
        about: Some(about),
        button: "Undo import",
        stops: true,
    };
    let inside = here.clone();
    Ok(form.page(here, sheet, move |_| in_the_way(&inside, &since)))
}

/// What has been built upon the import since, so that it stays.
fn in_the_way(here: &Here, since: &UndoneRecords) -> Option<impl IntoView + use<>> {
    if since.is_empty() {
        return None;
    }
    let many = count(i64::try_from(since.edited.len() + since.added.len()).unwrap_or(i64::MAX), "record");
    let title = |record: &Record| {
        let innovation = here.seen().innovation(record.innovation()?).ok()?;
        Some(innovation.title.to_string())
    };
    let titles: BTreeSet<_> = since.edited.iter().chain(&since.added).filter_map(title).collect();
    let more = titles.len().saturating_sub(5);
    let named: Vec<_> = titles.into_iter().take(5).collect();
    let of = if named.is_empty() { String::new() } else { format!(", of {}", named.join(", ")) };
    let others = if more > 0 { format!(" and {more} more") } else { String::new() };
    let text = format!(
        "It cannot be undone as one: {many} that it brought or belong to what it brought have been edited or added \
         since{of}{others}. Undo later imports first, or change what is wrong where it stands."
    );
    Some(view! { <p class="note">{text}</p> })
}
