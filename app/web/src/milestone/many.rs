//! New dates for many milestones in one table and one decision: those of an innovation, or those that are mine.
use super::{
    pushes::{Pushes, pushes},
    row::{Row, keys_sent, labelled, rows_of, rows_sent},
};
use crate::{
    failure::Failure,
    form::{Field, Sheet, rows_summary},
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
use domain::{Act, Innovation, MilestoneRow, Reason, Refusal, Slug};
use leptos::prelude::*;
use std::sync::Arc;

const REASON: Field =
    Field::new("reason", "Why have the dates moved?").hint("Counts for every row in which you give no other reason");

/// Days ahead that the table of one's own milestones reaches.
const AHEAD: u64 = 60;

/// Whose milestones.
#[derive(Clone)]
enum Scope {
    Of(Arc<Innovation>),
    Mine,
}

pub async fn show(now: Now, Path((_, number)): Path<(Slug, u32)>) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.clone();
    first(&now, Scope::Of(innovation))
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.clone();
    send(&now, Scope::Of(innovation), sheet).await
}

pub async fn show_mine(now: Now) -> Result<Page, Failure> {
    first(&now, Scope::Mine)
}

pub async fn submit_mine(now: Now, sheet: Sheet) -> Result<Response, Failure> {
    send(&now, Scope::Mine, sheet).await
}

fn first(now: &Now, scope: Scope) -> Result<Page, Failure> {
    let seen = now.seen();
    let milestones = match &scope {
        Scope::Of(innovation) => seen.open_milestones(innovation.id),
        Scope::Mine => seen.my_milestones(AHEAD, now.today),
    };
    let rows = rows_of(now, &milestones);
    page(now, scope, Sheet::blank(), rows, None)
}

async fn send(now: &Now, scope: Scope, mut sheet: Sheet) -> Result<Response, Failure> {
    if let Scope::Of(innovation) = &scope {
        now.seen().must(Act::EditInnovation, Some(innovation))?;
    }
    let mut rows = rows_sent(now, &sheet);
    // A draft that is opened is shown and not read: half a date in it is no mistake yet.
    if rows.is_empty() || sheet.is_reopened() {
        return Ok(page(now, scope, sheet, rows, None)?.into_response());
    }
    let reason = sheet.read_any::<Reason>(REASON);
    let changed: Vec<_> = rows.iter_mut().enumerate().filter_map(|(at, row)| Some((at, row.read()?))).collect();
    let sound = rows.iter().all(|row| row.problems.is_empty());
    let mut warned = None;
    if let Some(reason) = reason.filter(|_| sound) {
        let inputs: Vec<MilestoneRow> = changed.iter().map(|(_, input)| input.clone()).collect();
        let forecasts: Vec<_> = inputs.iter().map(|input| (input.key, input.forecast_on)).collect();
        warned = pushes(now, &sheet, &forecasts);
        if warned.is_none() {
            let decided =
                now.decide(&mut sheet, None, |seen, today, _| seen.edit_milestones(&inputs, reason.as_ref(), today));
            if decided.await?.is_some() {
                let home = match &scope {
                    Scope::Of(innovation) => now.link(&format!("innovations/{}/milestones", innovation.number)),
                    Scope::Mine => now.link(""),
                };
                return Ok(done(&home, Note::MilestonesSaved));
            }
            for (index, refusal) in sheet.rows().to_vec() {
                let Some((at, _)) = changed.get(index) else { continue };
                mark(now, &mut rows[*at], refusal).await?;
            }
        }
    }
    Ok(page(now, scope, sheet, rows, warned)?.into_response())
}

/// A row that somebody else changed shows what they made of it, and is about their version from now on.
async fn mark(now: &Now, row: &mut Row, refusal: Refusal) -> Result<(), Failure> {
    if let Refusal::Outdated { theirs } = &refusal {
        let who = now.last_editor(theirs).await?;
        row.meet(theirs, &who);
    } else {
        row.refuse(&refusal);
    }
    Ok(())
}

fn page(here: &Here, scope: Scope, sheet: Sheet, rows: Vec<Row>, warned: Option<Pushes>) -> Result<Page, Failure> {
    if let Scope::Of(innovation) = &scope {
        here.seen().must(Act::EditInnovation, Some(innovation))?;
    }
    let title = match &scope {
        Scope::Of(_) => "Change many dates",
        Scope::Mine => "Your milestones in the next 60 days",
    };
    let inside = here.clone();
    let (lost, wrong) = (rows.iter().any(|row| row.theirs.is_some()), rows.iter().any(|row| !row.problems.is_empty()));
    let status = match sheet.status() {
        StatusCode::OK if wrong || warned.is_some() => StatusCode::UNPROCESSABLE_ENTITY,
        status => status,
    };
    let with_innovation = matches!(scope, Scope::Mine);
    let page = here.form(title, &sheet.clone(), move || {
        let above = match &scope {
            Scope::Of(innovation) => Some(crumbs(&inside, innovation)),
            Scope::Mine => None,
        };
        let content = if rows.is_empty() {
            view! { <p class="empty">"Nothing that is open and that you may change."</p> }.into_any()
        } else {
            let button = warned.as_ref().map_or_else(
                || view! { <button class="btn btn-go btn-big btn-wide">"Save all dates"</button> }.into_any(),
                |warned| warned.button().into_any(),
            );
            view! {
                <form method="post" class="stack stack-l" novalidate>
                    {sheet.hidden()}
                    {keys_sent(&rows)}
                    {table(&rows, with_innovation)}
                    <div class="narrow">{sheet.area(REASON, 2)}</div>
                    <div class="row">{button} {inside.keep_as_draft(title)}</div>
                </form>
            }
            .into_any()
        };
        view! {
            {above}
            {sheet.summary()}
            {(wrong || lost).then(|| summary(&rows))}
            {warned.as_ref().map(Pushes::panel)}
            <div class="ph"><h1>{title}</h1><p class="quiet prose">"Change what has changed and leave the rest. All rows are saved together, or none."</p></div>
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
            .map(|_| (row.cell("forecast_on"), format!("{title}: somebody else changed it while you were writing")));
        cells.chain(theirs).collect()
    };
    rows_summary(rows.iter().flat_map(of_row))
}

fn table(rows: &[Row], with_innovation: bool) -> impl IntoView + use<> {
    let lines = rows.iter().map(|row| row.view(with_innovation)).collect_view();
    let heads = labelled().map(|column| view! { <th scope="col">{column.label}</th> }).collect_view();
    view! {
        <div class="panel">
            <table class="table table-cards">
                <thead><tr><th scope="col">"Milestone"</th>{heads}</tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
}
