//! A count put right.
use super::fields::{ELIGIBLE, FROM, MOST, REACHED, TO, UNIQUE, UNIT, period};
use crate::{
    failure::Failure,
    form::{Sheet, read},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, InnovationId, ReachCount, ReachCountId, ReachInput, Record, Refusal, Slug};
use leptos::prelude::*;
use std::sync::Arc;

type OfCount = Path<(Slug, u32, ReachCountId)>;

pub async fn show(now: Now, Path((_, number, id)): OfCount) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let count = found(&now, innovation, id)?;
    page(&now, number, &count, filled(&count).about(count.entry.version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfCount, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let count = found(&now, innovation, id)?;
    let input = read!(sheet, ReachInput {
        site: given Some(count.site),
        from_on: day FROM,
        to_on: day TO,
        eligible_people: any whole(0..=MOST) ELIGIBLE,
        reached_people: any whole(0..=MOST) REACHED,
        unit: UNIT,
        unique: flag UNIQUE,
    });
    if let Some(input) = input {
        let version = sheet.seen();
        let decided = now
            .decide(&mut sheet, Some(theirs), |seen, today, _| seen.edit_reach(innovation, id, &input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/sites/{}", count.site)), Note::ReachSaved));
        }
    }
    Ok(page(&now, number, &count, sheet)?.into_response())
}

fn found(here: &Here, innovation: InnovationId, id: ReachCountId) -> Result<Arc<ReachCount>, Refusal> {
    here.seen().reach_counts_of(innovation).find(|one| one.id == id).cloned().ok_or(Refusal::NotFound)
}

fn filled(count: &ReachCount) -> Sheet {
    Sheet::default()
        .with(FROM, count.from_on)
        .with(TO, count.to_on)
        .with_any(ELIGIBLE, count.eligible_people)
        .with_any(REACHED, count.reached_people)
        .with(UNIT, &count.unit)
        .with(UNIQUE, if count.unique { "yes" } else { "" })
}

fn theirs(record: &Record) -> Sheet {
    match record {
        Record::ReachCount(count) => filled(count),
        _ => Sheet::default(),
    }
}

fn page(here: &Here, number: u32, count: &ReachCount, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let name = here.seen().site(innovation.id, count.site)?.name.to_string();
    let form = InnovationForm::new("Correct a count", name, "Save count");
    Ok(form.page(here, &innovation, sheet, |_, sheet| {
        view! {
            {period(sheet)}
            <div class="row-fields">{sheet.text(REACHED)} {sheet.text(ELIGIBLE)}</div>
        }
    }))
}
