//! The third step: what would happen, row by row, and the button that does it.
use super::{
    OfFile, answers,
    columns::{self, uploaded},
    draw::{crumbs, steps},
    problems, said,
};
use crate::{
    failure::Failure,
    form,
    here::{Here, Now},
    page::Page,
    ui::{
        icon::state,
        words::{count, date},
    },
    visit::{Note, done},
};
use axum::{
    extract::{Path, RawQuery},
    response::{IntoResponse, Response},
};
use domain::{Confidence, Fate, ImportCounts, ImportId, ImportInput, ImportPreview, Pence, PlannedRow};
use leptos::prelude::*;
use spreadsheet::Sheet;
use store::Upload;
use uuid::Uuid;

/// Rows drawn; all of them count.
const SHOWN: usize = 50;

pub async fn show(now: Now, Path((_, id)): OfFile, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let (upload, table) = uploaded(&now, id).await?;
    Ok(match worked_out(&now, &upload, &table, query.as_deref())? {
        Ok((_, preview)) => page(&now, id, query, preview, form::Sheet::blank()).into_response(),
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
        return Ok(page(&now, id, query, preview, sheet).into_response());
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

fn page(here: &Here, id: Uuid, query: Option<String>, preview: ImportPreview, sheet: form::Sheet) -> Page {
    let (inside, query) = (here.clone(), query.unwrap_or_default());
    here.form("What would happen", &sheet.clone(), move || {
        let counts = preview.counts;
        let address = inside.link(&format!("import/{id}/preview?{query}"));
        let button = (counts.good() > 0).then(|| {
            view! {
                <form method="post" action=address class="row">
                    {sheet.hidden()}
                    <button class="btn btn-go btn-big">{format!("Import {}", count(i64::from(counts.good()), "row"))}</button>
                    <a class="btn btn-text" href=inside.link(&format!("import/{id}"))>"Change the columns"</a>
                </form>
            }
        });
        let none = (counts.good() == 0).then(|| {
            view! {
                <p class="note">"No row would change anything here, so there is nothing to import. "
                    <a href=inside.link(&format!("import/{id}"))>"Change the columns"</a>" or "<a href=inside.link("import")>"bring another file"</a>"."
                </p>
            }
        });
        view! {
            {crumbs(&inside)}
            {sheet.summary()}
            <div class="ph">{steps(3)}<h1>{heading(counts)}</h1>{tally(counts)}</div>
            {none}
            {button}
            {wrong_rows(&inside, id, &query, &preview)}
            {notes(&preview)}
            {table(&inside, &preview)}
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

fn tally(counts: ImportCounts) -> impl IntoView {
    let facts = [
        ("New innovations", counts.new),
        ("More about one that is known", counts.updated),
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

fn notes(preview: &ImportPreview) -> Option<impl IntoView + use<>> {
    let notes = said::notes(preview);
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

fn table(here: &Here, preview: &ImportPreview) -> impl IntoView + use<> {
    let all = preview.rows.len();
    let heading = if all > SHOWN { format!("The first {SHOWN} of {all} rows") } else { "Every row".into() };
    let code = here.seen().organisation().short_code.to_string();
    let days = || preview.rows.iter().filter_map(|one| one.row.report_on);
    let several = days().min() != days().max();
    let rows = preview.rows.iter().take(SHOWN).map(|row| planned(row, &code, several)).collect_view();
    view! {
        <section class="panel mt scroll" aria-labelledby="rows">
            <h2 id="rows">{heading}</h2>
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Row"</th>
                        <th scope="col">"Innovation"</th>
                        {several.then(|| view! { <th scope="col">"Reported for"</th> })}
                        <th scope="col">"What happens"</th>
                        <th scope="col">"Rating"</th>
                        <th scope="col">"Start"</th>
                        <th scope="col">"End"</th>
                        <th scope="col" class="num">"Approved"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

/// `several`: the rows report for more than one day.
fn planned(one: &PlannedRow, code: &str, several: bool) -> impl IntoView + use<> {
    let row = &one.row;
    let title = row.title.as_ref().map_or_else(|| "–".into(), ToString::to_string);
    let number = one.innovation.map(|number| format!("{code}-{number}")).unwrap_or_default();
    let fate = match one.fate {
        Fate::New => "New",
        Fate::Updated => "Updated",
        Fate::Unchanged => "Nothing new",
        Fate::Refused => "Left out: see the problems",
    };
    let rating = row.rated.as_ref().map_or_else(
        || view! { "–" }.into_any(),
        |rated| {
            view! { {confidence(rated.confidence)} <br/> <span class="xs quiet">{rated.word.to_string()}</span> }
                .into_any()
        },
    );
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "–".into(), date);
    let pounds = |pence: Option<Pence>| pence.map_or_else(|| "–".into(), |pence| pence.to_string());
    view! {
        <tr>
            <th scope="row">{row.number}</th>
            <td data-l="Innovation">{title} <br/> <span class="xs quiet">{number}</span></td>
            {several.then(|| view! { <td data-l="Reported for">{day(row.report_on)}</td> })}
            <td data-l="What happens" class:late=one.fate == Fate::Refused>{fate}</td>
            <td data-l="Rating"><span>{rating}</span></td>
            <td data-l="Start">{day(row.start)}</td>
            <td data-l="End">{day(row.end)}</td>
            <td data-l="Approved" class="num">{pounds(row.approved)}</td>
        </tr>
    }
}

fn confidence(confidence: Confidence) -> impl IntoView {
    let name = match confidence {
        Confidence::OnTrack => "on",
        Confidence::AtRisk => "risk",
        Confidence::OffTrack => "off",
    };
    state(name, confidence.label())
}
