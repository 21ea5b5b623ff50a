//! The form of a month: a row for each person, the promise carried forward.
use crate::{
    failure::Failure,
    form::{Field, Sheet, said},
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
use domain::{Act, HalfDays, Innovation, Slug, TimeInput, TimeRow, month_after, month_of};
use leptos::prelude::*;
use serde::Deserialize;
use std::sync::Arc;

const MONTH: Field = Field::hidden("month");

/// One person's fields.
#[derive(Clone, Copy)]
struct Row {
    promised: Field,
    given: Field,
    was: Field,
}

macro_rules! rows {
    ($($number:literal)*) => {
        const ROWS: &[Row] = &[$(Row {
            promised: Field::new(concat!("promised_", $number), "Days promised"),
            given: Field::new(concat!("given_", $number), "Days given"),
            was: Field::hidden(concat!("was_", $number)),
        }),*];
    };
}
rows!(1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30);

#[derive(Deserialize)]
pub struct Asked {
    month: Option<NaiveDate>,
}

pub async fn show(now: Now, Path((_, number)): Path<(Slug, u32)>, Query(asked): Query<Asked>) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.clone();
    let month = month_of(asked.month.unwrap_or_else(|| month_after(now.today, -1)));
    let sheet =
        people(&now, &innovation, month).into_iter().fold(Sheet::blank().with(MONTH, month), |sheet, (row, person)| {
            let (promised, given) = (person.promised, person.given);
            sheet.with_any(row.promised, promised).with_any(row.given, given).with_any(row.was, given)
        });
    page(&now, &innovation, sheet)
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.clone();
    if let Some((month, inputs)) = input(&now, &innovation, &mut sheet) {
        let decided = now
            .decide(&mut sheet, None, |seen, today, ids| seen.record_time(innovation.id, month, inputs, ids.0, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/money")), Note::TimeSaved));
        }
    }
    // Compared with what is recorded now, so that it can be sent again.
    let newest = now.again().await?;
    let month = month_in(&sheet, now.today);
    let rows = people(&newest, &innovation, month).into_iter();
    let sheet = rows.fold(sheet, |sheet, (row, person)| sheet.with_any(row.was, person.given));
    Ok(page(&newest, &innovation, sheet)?.into_response())
}

fn input(here: &Here, innovation: &Innovation, sheet: &mut Sheet) -> Option<(NaiveDate, Vec<TimeInput>)> {
    let month = sheet.read_day(MONTH)?;
    let rows: Vec<_> = people(here, innovation, month).into_iter().map(|(row, one)| row.read(sheet, &one)).collect();
    Some((month, rows.into_iter().collect::<Option<_>>()?))
}

fn people(here: &Here, innovation: &Innovation, month: NaiveDate) -> Vec<(Row, TimeRow)> {
    ROWS.iter().copied().zip(here.seen().time_rows(innovation, month)).collect()
}

fn month_in(sheet: &Sheet, today: NaiveDate) -> NaiveDate {
    sheet.typed(MONTH).parse().map_or_else(|_| month_after(today, -1), month_of)
}

impl Row {
    fn read(self, sheet: &mut Sheet, person: &TimeRow) -> Option<TimeInput> {
        let (promised, given) = (sheet.read_any(self.promised), sheet.read_any(self.given));
        Some(TimeInput {
            membership: person.membership,
            promised: promised?,
            given: given?,
            was: sheet.typed(self.was).parse::<HalfDays>().ok(),
            promised_field: self.promised.name,
            given_field: self.given.name,
        })
    }

    fn draw(self, sheet: &Sheet, name: &str) -> impl IntoView + use<> {
        let cell = |field: Field| {
            let problem = sheet.problems().iter().find(|problem| problem.field == field.name);
            let problem = problem.map(|problem| said(&format!("{name}, {}", field.label.to_lowercase()), problem.rule));
            let id = format!("{}-problem", field.name);
            let (invalid, described) = (problem.is_some().then_some("true"), problem.is_some().then(|| id.clone()));
            let problem =
                problem.map(|text| view! { <p class="err" id=id><span class="vh">"Error: "</span>{text}</p> });
            let (label, typed) = (format!("{}, {name}", field.label), sheet.typed(field).to_owned());
            view! {
                <td data-l=field.label>
                    {problem}
                    <input class="in in-4" r#type="text" inputmode="decimal" id=field.name name=field.name value=typed aria-label=label aria-invalid=invalid aria-describedby=described/>
                </td>
            }
        };
        let was = sheet.typed(self.was).to_owned();
        let (given, promised) = (cell(self.given), cell(self.promised));
        view! {
            <tr>
                <th scope="row">{name.to_owned()}<input r#type="hidden" name=self.was.name value=was/></th>
                {given}
                {promised}
            </tr>
        }
    }
}

fn page(here: &Here, innovation: &Arc<Innovation>, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::EditTimeGiven, Some(innovation))?;
    let first = month_in(&sheet, here.today);
    let form = InnovationForm::new("Time given", &innovation.title, "Save time").lead(format!(
        "Days that each person gave in {}. Half days count. What was promised is carried forward from the month before; change it where it changed.",
        month(first)
    ));
    let about = innovation.clone();
    Ok(form.page(here, innovation, sheet, move |here, sheet| {
        let name = |row: &TimeRow| {
            here.seen().membership(row.membership).map_or_else(|| "Somebody who left".into(), |one| one.name.to_string())
        };
        let rows: Vec<_> =
            people(here, &about, first).iter().map(|(row, person)| row.draw(sheet, &name(person)).into_any()).collect();
        let empty = rows
            .is_empty()
            .then(|| view! { <p class="empty">"Nobody was named on the innovation in this month."</p> });
        let other = |back: i32| {
            let day = month_after(first, back);
            let address = here.link(&format!("innovations/{}/time?month={day}", about.number));
            (day <= here.today).then(|| view! { <a href=address>{month(day)}</a> })
        };
        view! {
            <h2>{month(first)}</h2>
            <div class="panel">
                <table class="table table-cards">
                    <thead>
                        <tr><th scope="col">"Person"</th><th scope="col">"Days given"</th><th scope="col">"Days promised"</th></tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {empty}
            <input r#type="hidden" name=MONTH.name value=first.to_string()/>
            <nav class="row spread s" aria-label="Months">{other(-1)} {other(1)}</nav>
        }
    }))
}
