//! Counts of one period, for every site that uses it.
use super::{
    fields::{FROM, REACHED, TO, UNIQUE, UNIT, period},
    row::{Row, rows, table},
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
use chrono::{Days, NaiveDate};
use domain::{Act, InnovationId, Line, ReachCountId, ReachInput, Refusal, Rule, Slug, month_after};
use leptos::prelude::*;
use uuid::Uuid;

const TITLE: &str = "Count who was reached";

/// What holds for every site.
struct Period {
    from_on: NaiveDate,
    to_on: NaiveDate,
    unit: Line,
    unique: bool,
}

pub async fn show(now: Now, Path((_, number)): Path<(Slug, u32)>) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let last_day = month_after(now.today, 0).checked_sub_days(Days::new(1)).unwrap_or(now.today);
    let sheet = Sheet::blank()
        .with(FROM, month_after(now.today, -1))
        .with(TO, last_day)
        .with(UNIT, unit_before(&now, innovation))
        .with(UNIQUE, "yes");
    let rows = rows(&now, innovation, None);
    page(&now, number, sheet, rows)
}

/// As it was called the last time.
fn unit_before(here: &Here, innovation: InnovationId) -> String {
    let last = here.seen().reach_counts_of(innovation).max_by_key(|one| one.to_on);
    last.map_or("people".into(), |one| one.unit.to_string())
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.clone();
    now.seen().must(Act::EditInnovation, Some(&innovation))?;
    let mut rows = rows(&now, innovation.id, Some(&sheet));
    if sheet.is_reopened() {
        return Ok(page(&now, number, sheet, rows)?.into_response());
    }
    let period = read_period(&mut sheet);
    let read: Vec<_> = rows.iter_mut().enumerate().filter_map(|(at, row)| Some((at, row.read()?))).collect();
    let sound = rows.iter().all(|row| row.problems.is_empty());
    if let Some(row) = rows.first_mut().filter(|_| read.is_empty() && sound) {
        row.problems.push((REACHED, "Count at least one site".into()));
    } else if let Some(period) = period.filter(|_| sound) {
        let submission = sheet.submission();
        let input = |(at, (reached_people, eligible_people)): &(usize, (Option<u32>, Option<u32>))| {
            let Period { from_on, to_on, ref unit, unique } = period;
            let site = rows[*at].site;
            let id = ReachCountId(Uuid::new_v5(&submission.0, site.0.as_bytes()));
            let (unit, eligible_people, reached_people) = (unit.clone(), *eligible_people, *reached_people);
            (id, ReachInput { site, from_on, to_on, eligible_people, reached_people, unit, unique })
        };
        let inputs: Vec<_> = read.iter().map(input).collect();
        let decided = now.decide(&mut sheet, None, |seen, today, _| seen.count_reach(innovation.id, &inputs, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/scale-up")), Note::ReachCounted));
        }
        for (index, refusal) in sheet.rows().to_vec() {
            tell_of_period(&mut sheet, &refusal);
            rows[read[index].0].refuse(&refusal);
        }
    }
    Ok(page(&now, number, sheet, rows)?.into_response())
}

fn read_period(sheet: &mut Sheet) -> Option<Period> {
    let (from_on, to_on) = (sheet.read_day(FROM), sheet.read_day(TO));
    let (unit, unique) = (sheet.read(UNIT), sheet.read_flag(UNIQUE));
    Some(Period { from_on: from_on?, to_on: to_on?, unit: unit?, unique: unique? })
}

/// What is wrong with the days is wrong everywhere, and told once.
fn tell_of_period(sheet: &mut Sheet, refusal: &Refusal) {
    let Refusal::Invalid(problems) = refusal else { return };
    for problem in problems.iter().filter(|one| one.rule != Rule::Taken) {
        let field = [FROM, TO].into_iter().find(|field| field.name == problem.field);
        if let Some(field) = field.filter(|_| !sheet.problems().contains(problem)) {
            sheet.wrong::<()>(field, problem.rule);
        }
    }
}

fn page(here: &Here, number: u32, sheet: Sheet, rows: Vec<Row>) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let inside = here.clone();
    let wrong = rows.iter().any(|row| !row.problems.is_empty());
    let status = match sheet.status() {
        StatusCode::OK if wrong => StatusCode::UNPROCESSABLE_ENTITY,
        status => status,
    };
    let page = here.form(TITLE, &sheet.clone(), move || {
        let content = if rows.is_empty() {
            view! { <p class="empty">"No site uses it yet. People are counted once the first site is live."</p> }.into_any()
        } else {
            view! {
                <form method="post" class="stack stack-l" novalidate>
                    {sheet.hidden()}
                    <div class="narrow stack">{period(&sheet)}</div>
                    {table(&rows)}
                    <div class="row"><button class="btn btn-go btn-big btn-wide">"Save counts"</button> {inside.keep_as_draft(TITLE)}</div>
                </form>
            }
            .into_any()
        };
        view! {
            {crumbs(&inside, &innovation)}
            {sheet.summary()}
            {wrong.then(|| summary(&rows))}
            <div class="ph"><h1>{TITLE}</h1><p class="quiet prose">"Numbers, never names. Leave a site blank if nobody counted there."</p></div>
            {content}
        }
    });
    Ok(page.with_status(status))
}

/// Each problem leads to its cell.
fn summary(rows: &[Row]) -> AnyView {
    let told = |row: &Row| -> Vec<(String, String)> {
        let cells = row.problems.iter();
        cells.map(|(column, told)| (row.cell(column.name), format!("{}: {told}", row.title))).collect()
    };
    rows_summary(rows.iter().flat_map(told))
}
