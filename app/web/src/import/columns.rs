//! The second step: what each column is, the report date, the stage and the unit of amounts.
use super::{
    OfFile,
    answers::{COLUMN, COUNCIL, KIND, NEEDED, NEW_GROUPS, REPORT_ON, STAGE, TWICE, UNIT, input, kind, likely, mapping},
    draw::{crumbs, steps},
    file::open,
    guess, result,
    rows::{counted, short},
};
use crate::{
    budget::councils,
    failure::Failure,
    form::{self, Choice},
    here::{Here, Now},
    page::Page,
};
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::{Act, AmountUnit, ImportField, ImportId, ImportKind, Mapping, OrganisationKind, Pence, StakeholderKind};
use leptos::prelude::*;
use spreadsheet::Sheet;
use store::Upload;
use uuid::Uuid;

/// What somebody says that the rows are; without a word they are guessed.
#[derive(serde::Deserialize)]
pub struct Wanted {
    kind: Option<String>,
}

/// Once the file is brought in the same address shows what came of it.
pub async fn show(now: Now, Path((_, id)): OfFile, Query(wanted): Query<Wanted>) -> Result<Response, Failure> {
    if now.seen().import_record(ImportId(id)).is_ok() {
        return result::page(&now, id).await.map(IntoResponse::into_response);
    }
    let (upload, table) = uploaded(&now, id).await?;
    let before = |kind| now.seen().latest_import(kind).map(|one| &**one);
    let said = wanted.kind.and_then(|key| key.parse().ok());
    let kind = said.unwrap_or_else(|| guess::kind(&table, before));
    let sheet = likely(&table, kind, before(kind));
    Ok(page(&now, &upload, &table, sheet).into_response())
}

pub async fn submit(now: Now, Path((_, id)): OfFile, mut sheet: form::Sheet) -> Result<Response, Failure> {
    let (upload, table) = uploaded(&now, id).await?;
    let Some(input) = input(&mut sheet, &upload.name, &table) else {
        return Ok(page(&now, &upload, &table, sheet).into_response());
    };
    if let Err(refusal) = now.seen().preview(ImportId(id), &input, now.today) {
        sheet.refuse(refusal.into())?;
        return Ok(page(&now, &upload, &table, sheet).into_response());
    }
    Ok(Redirect::to(&now.link(&format!("import/{id}/preview?{}", sheet.written()))).into_response())
}

/// A file of this very person in this organisation, opened.
pub async fn uploaded(here: &Here, id: Uuid) -> Result<(Upload, Sheet), Failure> {
    here.seen().must(Act::Import, None)?;
    let upload = here.store().upload(here.reach(), id).await?.ok_or(Failure::NotFound)?;
    let table = open(upload.name.clone(), upload.body.clone(), None).await.map_err(|_| Failure::NotFound)?;
    Ok((upload, table))
}

pub fn page(here: &Here, upload: &Upload, table: &Sheet, sheet: form::Sheet) -> Page {
    let (inside, name, id) = (here.clone(), upload.name.clone(), upload.id);
    let table = table.clone();
    here.form("What the columns are", &sheet.clone(), move || {
        let (mapping, kind) = (mapping(&sheet, &table), kind(&sheet));
        let columns = table.columns.iter().enumerate();
        let columns = columns.map(|(index, title)| column(&table, index, title, kind, &mapping)).collect_view();
        let further = match kind {
            ImportKind::Innovations => start(&inside, &sheet, &table, &mapping).into_any(),
            ImportKind::Stakeholders | ImportKind::Sites => ().into_any(),
            ImportKind::Engagements => sheet.select(NEW_GROUPS, kinds()).into_any(),
        };
        let places = NEEDED.iter().map(|(_, field)| view! { <span id=field.name></span> }).collect_view();
        view! {
            {crumbs(&inside)}
            {sheet.summary()}
            <div class="ph">
                {steps(2)}
                <h1>"What the columns are"</h1>
                <p class="quiet prose">{format!("{name}: {} rows. Correct what was guessed wrongly. What you choose is remembered for the next file.", table.rows.len())}</p>
                {others(&inside, id, kind)}
            </div>
            <form method="post" action=inside.link(&format!("import/{id}")) class="stack stack-l" novalidate>
                <input type="hidden" name=KIND.name value=kind.key()/>
                <section class="panel scroll" aria-labelledby="columns">
                    <h2 id="columns">"Columns"</h2>
                    {places}
                    <span id=TWICE.name></span>
                    <table class="table table-cards">
                        <thead>
                            <tr>
                                <th scope="col">"Column"</th>
                                <th scope="col">"First values"</th>
                                <th scope="col">"What it is"</th>
                            </tr>
                        </thead>
                        <tbody>{columns}</tbody>
                    </table>
                </section>
                {further}
                <div class="row"><button class="btn btn-go btn-big btn-wide">"Show what would happen"</button></div>
            </form>
        }
    })
}

/// What is asked of new innovations.
fn start(here: &Here, sheet: &form::Sheet, table: &Sheet, mapping: &Mapping) -> impl IntoView + use<> {
    let stages = here.seen().organisation().stage_model().columns();
    let stages = stages.map(|(place, stage)| Choice::new(place, &stage.name)).collect();
    let is_partnership = here.seen().organisation().kind == OrganisationKind::Partnership;
    let payer = is_partnership.then(|| sheet.select(COUNCIL, councils(here)));
    view! {
        {sheet.date(REPORT_ON)}
        {sheet.select(STAGE, stages)}
        {sheet.radios(UNIT, units(table, mapping))}
        {payer}
    }
}

fn kinds() -> Vec<Choice> {
    StakeholderKind::ALL.iter().map(|kind| Choice::new(kind.key(), format!("Add them: {}", kind.label()))).collect()
}

/// What the rows were taken for, and the way to the columns of another kind.
fn others(here: &Here, id: uuid::Uuid, kind: ImportKind) -> impl IntoView + use<> {
    let links = ImportKind::ALL.iter().filter(|other| **other != kind).map(|other| {
        let address = here.link(&format!("import/{id}?kind={}", other.key()));
        view! { " " <a href=address>{format!("They are {}", other.label().to_lowercase())}</a> "." }
    });
    view! {
        <p class="prose">
            {format!("Its rows were taken for {}.", kind.label().to_lowercase())}
            {links.collect_view()}
        </p>
    }
}

fn column(table: &Sheet, index: usize, title: &str, kind: ImportKind, mapping: &Mapping) -> impl IntoView + use<> {
    let filled = table.rows.iter().map(|row| row.cells[index].trim()).filter(|cell| !cell.is_empty());
    let samples = filled.take(3).map(|cell| view! { <li>{short(cell)}</li> }).collect_view();
    let chosen = mapping.columns().nth(index).map_or(ImportField::Ignore, |(_, field)| field);
    let options = kind.fields().iter().map(|field| {
        view! { <option value=field.key() selected=*field == chosen>{field.label()}</option> }
    });
    let id = format!("column-{index}");
    view! {
        <tr>
            <th scope="row"><label for=id.clone()>{title.to_owned()}</label></th>
            <td data-l="First values"><ul class="s quiet">{samples}</ul></td>
            <td data-l="What it is"><select class="in in-m" id=id.clone() name=COLUMN.name>{options.collect_view()}</select></td>
        </tr>
    }
}

/// Each unit with what the first three amounts would then be.
fn units(table: &Sheet, mapping: &Mapping) -> Vec<Choice> {
    let column = [ImportField::Approved, ImportField::Forecast].into_iter().find_map(|field| mapping.column(field));
    let amounts = |unit: AmountUnit| -> Vec<String> {
        let Some(column) = column else { return vec![] };
        let cells = table.rows.iter().map(|row| spreadsheet::amount(&row.cells[column], counted(unit)));
        cells.filter_map(Result::ok).take(3).map(|pence| Pence(pence).to_string()).collect()
    };
    let choice = |unit: &AmountUnit| {
        let shown = amounts(*unit);
        let examples = if shown.is_empty() { String::new() } else { format!(": {} …", shown.join("; ")) };
        Choice::new(unit.key(), format!("{}{examples}", unit.label()))
    };
    AmountUnit::ALL.iter().map(choice).collect()
}
