//! One month of every line of an innovation, in one form.
use super::{
    OfInnovation,
    spend_table::{ROWS, Row, table},
};
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    ui::words::month,
    visit::{Note, done},
};
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use domain::{Act, BudgetLine, Innovation, SpendInput, month_after, month_of};
use leptos::prelude::*;
use serde::Deserialize;
use std::sync::Arc;

const MONTH: Field = Field::hidden("month");

#[derive(Deserialize)]
pub struct Asked {
    month: Option<NaiveDate>,
}

pub async fn show(now: Now, Path((_, number)): OfInnovation, Query(asked): Query<Asked>) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.clone();
    let month = month_of(asked.month.unwrap_or_else(|| month_after(now.today, -1)));
    let mut sheet = Sheet::blank().with(MONTH, month);
    for (row, line) in lines(&now, &innovation) {
        let spent = now.seen().spend_in(innovation.id, line.id, month);
        sheet = row.filled(sheet, spent.map(|one| one.pence), spent.and_then(|one| one.note.as_ref()));
    }
    page(&now, &innovation, sheet)
}

pub async fn submit(now: Now, Path((_, number)): OfInnovation, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.clone();
    if let Some(inputs) = input(&now, &innovation, &mut sheet) {
        let decided =
            now.decide(&mut sheet, None, |seen, today, ids| seen.record_spend(innovation.id, inputs, ids.0, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/money")), Note::SpendSaved));
        }
    }
    let newest = now.again().await?;
    let month = month_in(&sheet, now.today);
    let sheet = lines(&newest, &innovation).into_iter().fold(sheet, |sheet, (row, line)| {
        row.compared(sheet, newest.seen().spend_in(innovation.id, line.id, month).map(|one| one.pence))
    });
    Ok(page(&newest, &innovation, sheet)?.into_response())
}

fn input(here: &Here, innovation: &Innovation, sheet: &mut Sheet) -> Option<Vec<SpendInput>> {
    let month = sheet.read_day(MONTH)?;
    let rows: Vec<_> = lines(here, innovation).into_iter().map(|(row, line)| row.read(sheet, line.id, month)).collect();
    rows.into_iter().collect()
}

/// Lines in order of their days; more than a table has rows for are entered line by line.
fn lines(here: &Here, innovation: &Innovation) -> Vec<(Row, Arc<BudgetLine>)> {
    let mut lines: Vec<_> = here.seen().budget_lines(innovation.id).cloned().collect();
    lines.sort_by_key(|line| (line.from_on, line.id));
    ROWS.iter().copied().zip(lines).collect()
}

fn month_in(sheet: &Sheet, today: NaiveDate) -> NaiveDate {
    sheet.typed(MONTH).parse().map_or_else(|_| month_after(today, -1), month_of)
}

fn page(here: &Here, innovation: &Arc<Innovation>, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::EditMoney, Some(innovation))?;
    let first = month_in(&sheet, here.today);
    let form = InnovationForm::new("Spend of a month", &innovation.title, "Save spend").lead(format!(
        "What each line paid in {}. Leave a line blank if nothing is known; enter 0 if nothing was spent.",
        month(first)
    ));
    let about = innovation.clone();
    Ok(form.page(here, innovation, sheet, move |here, sheet| {
        let rows: Vec<_> = lines(here, &about)
            .into_iter()
            .map(|(row, line)| {
                let source = line.source.as_ref().map_or_else(|| line.kind.label().to_owned(), ToString::to_string);
                row.draw(sheet, format!("{source}, {} approved", line.approved)).into_any()
            })
            .collect();
        let empty = rows.is_empty().then(|| view! { <p class="empty">"Add a budget line first."</p> });
        let other = |back: i32| {
            let day = month_after(first, back);
            let address = here.link(&format!("innovations/{}/money/spend?month={day}", about.number));
            (day <= here.today).then(|| view! { <a href=address>{month(day)}</a> })
        };
        view! {
            <h2>{month(first)}</h2>
            {table("Line", rows)}
            {empty}
            <input r#type="hidden" name=MONTH.name value=first.to_string()/>
            <nav class="row spread s" aria-label="Months">{other(-1)} {other(1)}</nav>
        }
    }))
}
