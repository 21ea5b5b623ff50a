use super::fields::{ACTION, DONE, HELD, IN_USE, found};
use crate::{
    failure::Failure,
    form::{Choice, Field, Sheet, read},
    here::{Here, Now},
    innovation_form::InnovationForm,
    leadership::evidence_for,
    page::Page,
    ui::words::date,
    visit::{Note, done},
};
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use domain::{Act, Innovation, ReviewKind, ReviewSight, SignalName, Slug, SustainmentInput, SustainmentReviewId};
use leptos::prelude::*;
use serde::Deserialize;

const KIND: Field = Field::new("kind", "Which review is it?");
const SITES: Field = Field::new("sites", "Which sites does it cover?")
    .hint("One review may cover all sites that went live on the same day");

/// Which review a link leads to.
#[derive(Deserialize)]
pub struct Asked {
    kind: Option<String>,
    live_on: Option<NaiveDate>,
}

pub async fn show(now: Now, Path((_, number)): Path<(Slug, u32)>, Query(asked): Query<Asked>) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?;
    let is_meant = |one: &&ReviewSight| {
        Some(one.kind.key()) == asked.kind.as_deref() && Some(one.live_on) == asked.live_on && !one.is_done()
    };
    let reviews = now.seen().reviews(innovation, now.today);
    let sites = reviews.iter().filter(is_meant).flat_map(|one| &one.sites);
    let sheet = Sheet::blank().with_any(KIND, asked.kind.as_ref()).with(DONE, now.today);
    page(&now, number, sites.fold(sheet, |sheet, site| sheet.and(SITES, site)))
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let input = read!(sheet, SustainmentInput {
        kind: KIND,
        sites: all SITES,
        done_on: day DONE,
        still_in_use: IN_USE,
        outcome_held: HELD,
        action: any ACTION,
    });
    if let Some(input) = input {
        let decided = now.decide(&mut sheet, None, |seen, today, id| {
            seen.record_review(SustainmentReviewId(id.0), innovation, input, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/scale-up")), Note::ReviewRecorded));
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let form = InnovationForm::new("Is it still in use?", &innovation.title, "Save review")
        .lead("Write down what was found, also where it is not in use any more. That is what the review is for.");
    let about = innovation.clone();
    Ok(form.page(here, &innovation, sheet, move |here, sheet| {
        view! { {questions(here, &about, sheet)} {evidence_for(here, about.id, &[SignalName::Lasting])} }
    }))
}

fn questions(here: &Here, innovation: &Innovation, sheet: &Sheet) -> impl IntoView + use<> {
    let kinds = ReviewKind::ALL.iter().map(|one| Choice::new(one.key(), format!("After {}", one.label()))).collect();
    let sights = here.seen().site_sights(innovation.id, here.today);
    let mut live: Vec<_> = sights.iter().filter_map(|one| Some((one.live_on?, one.site))).collect();
    live.sort_by_key(|(on, site)| (*on, site.name.clone()));
    let choice = |(on, site): (NaiveDate, &std::sync::Arc<domain::Site>)| {
        Choice::new(site.id, format!("{}, live since {}", site.name, date(on)))
    };
    let choices: Vec<_> = live.into_iter().map(choice).collect();
    let sites = (!sights.is_empty()).then(|| sheet.boxes(SITES, choices));
    view! {
        {sheet.short_radios(KIND, kinds)}
        {sites}
        {found(sheet)}
    }
}
