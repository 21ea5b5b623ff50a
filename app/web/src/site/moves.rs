//! Where many sites have got to, in one table and one decision.
use super::{
    OfInnovation,
    moves_row::{Asked, COLUMNS, Row, rows_of, rows_sent},
};
use crate::{
    failure::Failure,
    form::{Sheet, rows_summary},
    here::{Here, Now},
    innovation_frame::crumbs,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{Act, Decision, InnovationId, Refusal, Seen};
use leptos::prelude::*;
use uuid::Uuid;

const TITLE: &str = "Change many sites";

pub async fn show(now: Now, Path((_, number)): OfInnovation) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let rows = rows_of(&now, &now.seen().site_sights(innovation, now.today));
    page(&now, number, Sheet::blank(), rows)
}

pub async fn submit(now: Now, Path((_, number)): OfInnovation, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.clone();
    now.seen().must(Act::EditInnovation, Some(&innovation))?;
    let mut rows = rows_sent(&now, &now.seen().site_sights(innovation.id, now.today), &sheet);
    // A draft that is opened is shown and not read: half a date in it is no mistake yet.
    if rows.is_empty() || sheet.is_reopened() {
        return Ok(page(&now, number, sheet, rows)?.into_response());
    }
    let submission = sheet.submission();
    let read = |row: &mut Row| row.read(Uuid::new_v5(&submission.0, row.id.0.as_bytes()));
    let asked: Vec<Asked> = rows.iter_mut().map(read).collect();
    if rows.iter().all(|row| row.problems.is_empty()) {
        let decided = now.decide(&mut sheet, None, |seen, today, _| decide(seen, innovation.id, &asked, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/scale-up")), Note::SitesSaved));
        }
        for (at, refusal) in sheet.rows().to_vec() {
            mark(&now, innovation.id, &mut rows[at], &refusal).await?;
        }
    }
    Ok(page(&now, number, sheet, rows)?.into_response())
}

/// What is wrong is told by the rows of the table.
fn decide(
    seen: Seen<'_>,
    innovation: InnovationId,
    asked: &[Asked],
    today: chrono::NaiveDate,
) -> Result<Decision, Refusal> {
    let edits: Vec<_> = asked.iter().enumerate().filter_map(|(at, one)| Some((at, one.edit.clone()?))).collect();
    let steps: Vec<_> = asked.iter().enumerate().filter_map(|(at, one)| Some((at, one.step.clone()?))).collect();
    let (edited_at, edits): (Vec<usize>, Vec<_>) = edits.into_iter().unzip();
    let (moved_at, steps): (Vec<usize>, Vec<_>) = steps.into_iter().unzip();
    let edited = seen.edit_sites(innovation, &edits).map_err(|refusal| in_table(refusal, &edited_at))?;
    let moved = seen.move_sites(innovation, &steps, today).map_err(|refusal| in_table(refusal, &moved_at))?;
    Ok(edited.and(moved))
}

fn in_table(refusal: Refusal, places: &[usize]) -> Refusal {
    match refusal {
        Refusal::Rows(rows) => {
            let placed = rows.into_iter().filter_map(|(at, why)| Some((*places.get(at)?, why)));
            Refusal::Rows(placed.collect())
        }
        other => other,
    }
}

/// A row that somebody else changed shows what they made of it, and is about their version from now on.
async fn mark(now: &Now, innovation: InnovationId, row: &mut Row, refusal: &Refusal) -> Result<(), Failure> {
    if let Refusal::Outdated { theirs } = refusal {
        let (who, newest) = (now.last_editor(theirs).await?, now.again().await?);
        row.meet(&newest, &newest.seen().site_sights(innovation, newest.today), theirs, &who);
    } else {
        row.refuse(refusal);
    }
    Ok(())
}

fn page(here: &Here, number: u32, sheet: Sheet, rows: Vec<Row>) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let inside = here.clone();
    let wrong = rows.iter().any(|row| !row.problems.is_empty() || row.theirs.is_some());
    let status = match sheet.status() {
        StatusCode::OK if wrong => StatusCode::UNPROCESSABLE_ENTITY,
        status => status,
    };
    let add = here.link(&format!("innovations/{number}/sites/new-list"));
    let page = here.form(TITLE, &sheet.clone(), move || {
        let content = if rows.is_empty() {
            view! { <p class="empty">"There is no site yet. "<a href=add>"Add a list of sites"</a></p> }.into_any()
        } else {
            view! {
                <form method="post" class="stack stack-l" novalidate>
                    {sheet.hidden()}
                    {rows.iter().map(Row::hidden).collect_view()}
                    {table(&rows)}
                    <div class="row"><button class="btn btn-go btn-big btn-wide">"Save all sites"</button> {inside.keep_as_draft(TITLE)}</div>
                </form>
            }
            .into_any()
        };
        view! {
            {crumbs(&inside, &innovation)}
            {sheet.summary()}
            {wrong.then(|| summary(&rows))}
            <div class="ph"><h1>{TITLE}</h1><p class="quiet prose">"Change what has changed and leave the rest. A day and a reason count only where a site moves. All rows are saved together, or none."</p></div>
            {content}
        }
    });
    Ok(page.with_status(status))
}

/// Each problem leads to its cell.
fn summary(rows: &[Row]) -> AnyView {
    let of_row = |row: &Row| -> Vec<(String, String)> {
        let title = &row.title;
        let cells = row.problems.iter().map(|(column, told)| (row.cell(column.name), format!("{title}: {told}")));
        let theirs = row
            .theirs
            .iter()
            .map(|_| (row.cell("to"), format!("{title}: somebody else changed it while you were writing")));
        cells.chain(theirs).collect()
    };
    rows_summary(rows.iter().flat_map(of_row))
}

fn table(rows: &[Row]) -> impl IntoView + use<> {
    let heads = COLUMNS.map(|column| view! { <th scope="col">{column.label}</th> }).collect_view();
    view! {
        <div class="panel">
            <table class="table table-cards">
                <thead><tr><th scope="col">"Site"</th>{heads}</tr></thead>
                <tbody>{rows.iter().map(Row::view).collect_view()}</tbody>
            </table>
        </div>
    }
}
