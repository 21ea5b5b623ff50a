//! The third step: what would happen, row by row, and the button that does it.
use super::{
    OfFile, answers,
    columns::{self, uploaded},
    draw::{crumbs, steps},
    problems,
    said::{self, Noted, counted},
    table,
};
use crate::{
    failure::Failure,
    form,
    here::{Here, Now},
    page::Page,
    ui::words::count,
    visit::{Note, done},
};
use axum::{
    extract::{Path, RawQuery},
    response::{IntoResponse, Response},
};
use domain::{ImportCounts, ImportId, ImportInput, ImportKind, ImportPreview};
use leptos::prelude::*;
use spreadsheet::Sheet;
use store::Upload;
use uuid::Uuid;

pub async fn show(now: Now, Path((_, id)): OfFile, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let (upload, table) = uploaded(&now, id).await?;
    Ok(match worked_out(&now, &upload, &table, query.as_deref())? {
        Ok((input, preview)) => page(&now, id, query, input.kind, preview, form::Sheet::blank()).into_response(),
        Err(sheet) => columns::page(&now, &upload, &table, sheet).into_response(),
    })
}

pub async fn submit(
    now: Now,
    Path((_, id)): OfFile,
    RawQuery(query): RawQuery,
    mut sheet: form::Sheet,
) -> Result<Response, Failure> {
    let import = ImportId(sheet.submission().0);
    let result = now.link(&format!("import/{import}"));
    if now.seen().import_record(import).is_ok() {
        return Ok(done(&result, Note::ImportDone));
    }
    let (upload, table) = match uploaded(&now, id).await {
        // The same form sent at the same moment was quicker, and has put the file away.
        Err(Failure::NotFound) if now.again().await?.seen().import_record(import).is_ok() => {
            return Ok(done(&result, Note::ImportDone));
        }
        found => found?,
    };
    let (input, preview) = match worked_out(&now, &upload, &table, query.as_deref())? {
        Ok(worked_out) => worked_out,
        Err(sheet) => return Ok(columns::page(&now, &upload, &table, sheet).into_response()),
    };
    let decided = now.decide(&mut sheet, None, |seen, today, id| seen.import(ImportId(id.0), &input, today));
    if decided.await?.is_none() {
        return Ok(page(&now, id, query, input.kind, preview, sheet).into_response());
    }
    // The file has done its service; what was refused stays for a day, to be mended.
    if preview.counts.refused == 0 {
        now.store().drop_upload(now.reach(), id).await?;
    } else {
        let body = problems::csv(&table, &preview);
        let refused = Upload { id: import.0, name: problems::name(&upload.name), body };
        now.store().keep_upload(now.reach(), &refused, now.now).await?;
    }
    Ok(done(&result, Note::ImportDone))
}

/// What the address says of the file, and what would then happen; or the sheet with what is wrong with it.
pub fn worked_out(
    here: &Here,
    upload: &Upload,
    table: &Sheet,
    query: Option<&str>,
) -> Result<Result<(ImportInput, ImportPreview), form::Sheet>, Failure> {
    let mut sheet = form::Sheet::from_written(query.unwrap_or_default().as_bytes());
    let Some(input) = answers::input(&mut sheet, &upload.name, table) else { return Ok(Err(sheet)) };
    match here.seen().preview(ImportId(upload.id), &input, here.today) {
        Ok(preview) => Ok(Ok((input, preview))),
        Err(refusal) => {
            sheet.refuse(refusal.into())?;
            Ok(Err(sheet))
        }
    }
}

fn page(
    here: &Here,
    id: Uuid,
    query: Option<String>,
    kind: ImportKind,
    preview: ImportPreview,
    sheet: form::Sheet,
) -> Page {
    let (inside, query) = (here.clone(), query.unwrap_or_default());
    here.form("What would happen", &sheet.clone(), move || {
        let counts = preview.counts;
        let (plain, personal) = said::notes(&preview);
        let rows = count(i64::from(counts.good()), "row");
        let words = if personal.is_empty() { format!("Import {rows}") } else { format!("Import {rows} anyway") };
        let address = inside.link(&format!("import/{id}/preview?{query}"));
        let columns = inside.link(&format!("import/{id}?kind={}", kind.key()));
        let again = columns.clone();
        let button = (counts.good() > 0).then(|| {
            view! {
                <form method="post" action=address class="row">
                    {sheet.hidden()}
                    <button class="btn btn-go btn-big">{words}</button>
                    <a class="btn btn-text" href=columns>"Change the columns"</a>
                </form>
            }
        });
        let none = (counts.good() == 0).then(|| {
            view! {
                <p class="note">"No row would change anything here, so there is nothing to import. "
                    <a href=again>"Change the columns"</a>" or "<a href=inside.link("import")>"bring another file"</a>"."
                </p>
            }
        });
        view! {
            {crumbs(&inside)}
            {sheet.summary()}
            <div class="ph">{steps(3)}<h1>{heading(counts)}</h1>{tally(kind, counts)}</div>
            {none}
            {residents(personal)}
            {button}
            {wrong_rows(&inside, id, &query, &preview)}
            {notes(plain)}
            {table::table(&inside, kind, &preview)}
        }
    })
}

fn heading(counts: ImportCounts) -> String {
    match (counts.good(), counts.refused) {
        (0, 0) => "Everything in the file is known here already".into(),
        (0, _) => "No row can be imported as it is".into(),
        (good, 0) => format!("{} can be imported", count(i64::from(good), "row")),
        (good, refused) => format!("{} can be imported, {refused} cannot", count(i64::from(good), "row")),
    }
}

fn tally(kind: ImportKind, counts: ImportCounts) -> impl IntoView {
    let [new, more] = counted(kind);
    let facts = [
        (new, counts.new),
        (more, counts.updated),
        ("Known already, nothing new", counts.unchanged),
        ("With problems, left out", counts.refused),
    ];
    let facts = facts.map(|(word, number)| view! { <dt>{word}</dt><dd>{number}</dd> });
    view! { <dl class="dl" id="tally">{facts.collect_view()}</dl> }
}

fn wrong_rows(here: &Here, id: Uuid, query: &str, preview: &ImportPreview) -> Option<impl IntoView + use<>> {
    const MOST: usize = 200;
    let all = preview.problems().count();
    if all == 0 {
        return None;
    }
    let rows = preview.problems().take(MOST).map(|(row, problem)| {
        let title = row.title.as_ref().map_or_else(|| "–".into(), ToString::to_string);
        view! {
            <tr>
                <th scope="row">{row.number}</th>
                <td data-l="Title">{title}</td>
                <td data-l="Column">{problem.column.clone()}</td>
                <td data-l="Problem">{said::problem(&problem.rule)}</td>
            </tr>
        }
    });
    let more = (all > MOST).then(|| format!("The first {MOST} of {all} problems; the download has them all."));
    let download = here.link(&format!("import/{id}/problems.csv?{query}"));
    Some(view! {
        <section class="panel mt scroll" aria-labelledby="problems">
            <div class="row spread mb">
                <h2 id="problems">{format!("{} with problems", count(i64::from(preview.counts.refused), "row"))}</h2>
                <a class="btn" href=download download>"Download these rows"</a>
            </div>
            <p class="quiet s mb">"The others can come in without them. Mend the downloaded file and bring it later, with the same columns."</p>
            <table class="table table-cards">
                <thead>
                    <tr><th scope="col">"Row"</th><th scope="col">"Title"</th><th scope="col">"Column"</th><th scope="col">"Problem"</th></tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            {more.map(|text| view! { <p class="quiet s">{text}</p> })}
        </section>
    })
}

/// Texts that look as if they named somebody, before the button that keeps them.
fn residents(notes: Vec<Noted>) -> Option<impl IntoView + use<>> {
    if notes.is_empty() {
        return None;
    }
    let rows = notes.into_iter().map(|(column, sentence, rows)| {
        view! { <li><b>{column}</b>{format!(", {}: {sentence}", said::rows(&rows))}</li> }
    });
    Some(view! {
        <section class="panel mt" role="alert" aria-labelledby="named">
            <h2 id="named">"Nothing is saved yet: does this name a resident?"</h2>
            <ul class="rows">{rows.collect_view()}</ul>
            <p class="s mb">
                "What people said is kept without anybody’s name, number or address. Change the file and bring it again, or import it all the same."
            </p>
        </section>
    })
}

fn notes(notes: Vec<Noted>) -> Option<impl IntoView + use<>> {
    if notes.is_empty() {
        return None;
    }
    let rows = notes.into_iter().map(|(column, sentence, rows)| {
        view! {
            <tr>
                <th scope="row">{column}</th>
                <td data-l="Note">{sentence}</td>
                <td data-l="Where">{said::rows(&rows)}</td>
            </tr>
        }
    });
    Some(view! {
        <section class="panel mt scroll" aria-labelledby="notes">
            <h2 id="notes">"Worth knowing"</h2>
            <table class="table table-cards">
                <thead><tr><th scope="col">"Column"</th><th scope="col">"Note"</th><th scope="col">"Where"</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    })
}
