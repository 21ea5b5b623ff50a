//! A list of sites, added together.
use super::{
    OfInnovation,
    fields::{ELIGIBLE, KIND, MOST_PEOPLE, eligible, kinds},
};
use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, Refusal, SiteId, SiteInput};
use leptos::prelude::*;
use uuid::Uuid;

macro_rules! rows {
    ($($number:literal)*) => {
        /// Name, people, wave, first plan.
        const ROWS: [[Field; 4]; 20] = [$([
            Field::new(concat!("name_", $number), concat!("Site ", $number)),
            Field::new(concat!("people_", $number), concat!("People it could reach, ", $number)),
            Field::new(concat!("wave_", $number), concat!("Wave, ", $number)),
            Field::new(concat!("planned_", $number), concat!("First planned to go live, ", $number)),
        ]),*];
    };
}
rows!(1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20);

/// Rows that are drawn at least, and blank ones after those filled in.
const DRAWN: usize = 8;

pub async fn show(now: Now, Path((_, number)): OfInnovation) -> Result<Page, Failure> {
    page(&now, number, Sheet::blank())
}

pub async fn submit(now: Now, Path((_, number)): OfInnovation, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(inputs) = inputs(&mut sheet) {
        let submission = sheet.submission();
        let ids = (0_usize..).map(|nth| SiteId(Uuid::new_v5(&submission.0, &nth.to_be_bytes())));
        let rows: Vec<_> = ids.zip(inputs).collect();
        let decided = now.decide(&mut sheet, None, |seen, _, _| seen.add_sites(innovation, &rows));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/scale-up")), Note::SitesAdded));
        }
        for (at, refusal) in sheet.rows().to_vec() {
            mark(&mut sheet, at, &refusal);
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

fn inputs(sheet: &mut Sheet) -> Option<Vec<SiteInput>> {
    let (kind, eligible) = (sheet.read(KIND), sheet.read(ELIGIBLE));
    let used = sheet.close_rows(&ROWS);
    let read: Vec<_> = ROWS[..used].iter().map(|row| read(sheet, row)).collect();
    if used == 0 && !sheet.is_reopened() {
        sheet.wrong::<()>(ROWS[0][0], domain::Rule::Missing);
        return None;
    }
    let (kind, eligible, read) = (kind?, eligible?, read.into_iter().collect::<Option<Vec<_>>>()?);
    let input = |(name, eligible_people, wave, planned_live_on)| SiteInput {
        name,
        kind,
        organisation: None,
        council: None,
        eligible,
        eligible_reason: None,
        wave,
        eligible_people,
        planned_live_on,
        forecast_live_on: None,
        lead: None,
        adaptations: vec![],
    };
    Some(read.into_iter().map(input).collect())
}

type Line = (domain::Name, Option<u32>, Option<u8>, Option<chrono::NaiveDate>);

fn read(sheet: &mut Sheet, [name, people, wave, planned]: &[Field; 4]) -> Option<Line> {
    let (name, people) = (sheet.read(*name), sheet.read_any_whole(*people, 0..=MOST_PEOPLE));
    let (wave, planned) = (sheet.read_any_whole(*wave, 1..=255), sheet.read_any_day(*planned));
    Some((name?, people?, wave?, planned?))
}

/// What is wrong with a row stands beside its cell, and what is wrong with all of them once.
fn mark(sheet: &mut Sheet, at: usize, refusal: &Refusal) {
    let (Refusal::Invalid(problems), Some([name, people, wave, planned])) = (refusal, ROWS.get(at)) else { return };
    for problem in problems {
        let field = match problem.field {
            "eligible_reason" => ELIGIBLE,
            "eligible_people" => *people,
            "wave" => *wave,
            "planned_live_on" => *planned,
            _ => *name,
        };
        if sheet.problems().iter().all(|told| told.field != field.name) {
            sheet.wrong::<()>(field, problem.rule);
        }
    }
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let form = InnovationForm::new("Add a list of sites", &innovation.title, "Add all sites")
        .lead("Places of one kind. All of them are added together, or none. Up to 20 at a time.");
    Ok(form.page(here, &innovation, sheet, |_, sheet| questions(sheet)))
}

fn questions(sheet: &Sheet) -> impl IntoView + use<> {
    let drawn = sheet.rows_to_draw(&ROWS, DRAWN, DRAWN);
    // A place that it is not meant for needs a reason of its own, so it is added alone.
    let eligible = eligible().into_iter().filter(|one| one.key != "no").collect();
    let rows = ROWS[..drawn].iter().map(|[name, people, wave, planned]| {
        view! {
            <div class="row-fields">
                {sheet.text(*name)} {sheet.text(*people)} {sheet.text(*wave)} {sheet.date(*planned)}
            </div>
        }
    });
    view! {
        {sheet.select(KIND, kinds())}
        {sheet.short_radios(ELIGIBLE.hint("A place that it is not meant for is added alone, with its reason"), eligible)}
        <section class="panel stack" aria-label="Sites">{rows.collect_view()}</section>
    }
}
