//! What one line paid, month by month, in one form for a financial year.
use super::{
    OfLine,
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
use chrono::{Datelike, NaiveDate};
use domain::{Act, BudgetLineId, InnovationId, SpendInput, month_after, month_of};
use leptos::prelude::*;
use serde::Deserialize;

/// The year in which the financial year begins.
const YEAR: Field = Field::hidden("year");

#[derive(Deserialize)]
pub struct Asked {
    year: Option<i32>,
}

pub async fn show(now: Now, Path((_, number, id)): OfLine, Query(asked): Query<Asked>) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let last = now.seen().budget_line(innovation, id)?.to_on.min(now.today);
    let year = asked.year.unwrap_or_else(|| financial_year(last));
    let mut sheet = Sheet::blank().with(YEAR, year);
    for (row, month) in months(year, now.today) {
        let spent = now.seen().spend_in(innovation, id, month);
        sheet = row.filled(sheet, spent.map(|one| one.pence), spent.and_then(|one| one.note.as_ref()));
    }
    page(&now, number, id, sheet)
}

pub async fn submit(now: Now, Path((_, number, id)): OfLine, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(inputs) = input(&mut sheet, id, now.today) {
        let decided =
            now.decide(&mut sheet, None, |seen, today, ids| seen.record_spend(innovation, inputs, ids.0, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/money")), Note::SpendSaved));
        }
    }
    let newest = now.again().await?;
    Ok(page(&now, number, id, compared(&newest, innovation, id, sheet))?.into_response())
}

fn input(sheet: &mut Sheet, line: BudgetLineId, today: NaiveDate) -> Option<Vec<SpendInput>> {
    let year = sheet.read_whole(YEAR, 1950..=2150)?;
    // Each row is read before the first problem ends it.
    let rows: Vec<_> = months(year, today).map(|(row, month)| row.read(sheet, line, month)).collect();
    rows.into_iter().collect()
}

fn compared(now: &Now, innovation: InnovationId, line: BudgetLineId, sheet: Sheet) -> Sheet {
    let year = year_of(&sheet, now.today);
    months(year, now.today).fold(sheet, |sheet, (row, month)| {
        row.compared(sheet, now.seen().spend_in(innovation, line, month).map(|one| one.pence))
    })
}

/// April to March, as far as they have begun.
fn months(year: i32, today: NaiveDate) -> impl Iterator<Item = (Row, NaiveDate)> {
    let april = NaiveDate::from_ymd_opt(year, 4, 1).unwrap_or(today);
    let months = (0..12).map(move |index| month_after(april, index));
    ROWS.iter().copied().zip(months).filter(move |(_, month)| *month <= month_of(today))
}

fn financial_year(day: NaiveDate) -> i32 {
    if day.month() < 4 { day.year() - 1 } else { day.year() }
}

fn year_of(sheet: &Sheet, today: NaiveDate) -> i32 {
    sheet.typed(YEAR).parse().unwrap_or_else(|_| financial_year(today))
}

fn page(here: &Here, number: u32, id: BudgetLineId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditMoney, Some(&innovation))?;
    let line = here.seen().budget_line(innovation.id, id)?.clone();
    let source = line.source.as_ref().map_or_else(|| line.kind.label().to_owned(), ToString::to_string);
    let year = year_of(&sheet, here.today);
    let form = InnovationForm::new("Spend by month", format!("{source}, {} approved", line.approved), "Save spend")
        .lead("What the line paid in each month. Leave a month blank if nothing is known; enter 0 if nothing was spent. A correction may be below zero.");
    Ok(form.page(here, &innovation, sheet, move |here, sheet| {
        let rows: Vec<_> =
            months(year, here.today).map(|(row, first)| row.draw(sheet, month(first)).into_any()).collect();
        let empty = rows.is_empty().then(|| view! { <p class="empty">"This financial year has not begun."</p> });
        let turn = |year: i32, word: String| {
            let address = here.link(&format!("innovations/{number}/money/{id}/spend?year={year}"));
            view! { <a href=address>{word}</a> }
        };
        let named = |year: i32| format!("April {year} to March {}", year + 1);
        let before = (line.from_on < NaiveDate::from_ymd_opt(year, 4, 1).unwrap_or(here.today))
            .then(|| turn(year - 1, named(year - 1)));
        let after = (year < financial_year(here.today)).then(|| turn(year + 1, named(year + 1)));
        view! {
            <h2>{named(year)}</h2>
            {table("Month", rows)}
            {empty}
            <input r#type="hidden" name=YEAR.name value=year.to_string()/>
            <nav class="row spread s" aria-label="Financial years">{before} {after}</nav>
        }
    }))
}
