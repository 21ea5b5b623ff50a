//! One site goes on, steps back, pauses or leaves.
use super::OfSite;
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
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, SignalName, SiteId, SiteMoveId, SiteMoveInput, SiteSight};
use leptos::prelude::*;

const TO: Field = Field::new("to", "Where is it now?");
const ON: Field = Field::new("on", "Since when?");
const REASON: Field = Field::new("reason", "Why?")
    .hint("Needed where it declines, goes back, or turns out not to be meant for it. Assume this could be disclosed");
const REVIEW: Field = Field::new("review_on", "If it pauses: look again on");
/// How many moves there were when the page was read.
const MOVES: Field = Field::hidden("moves");

pub async fn show(now: Now, Path((_, number, id)): OfSite) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let moves = now.seen().site_sight(now.seen().site(innovation, id)?, now.today).moves.len();
    page(&now, number, id, Sheet::blank().with(ON, now.today).with(MOVES, moves))
}

pub async fn submit(now: Now, Path((_, number, id)): OfSite, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    now.seen().site(innovation, id)?;
    let input = read!(sheet, SiteMoveInput {
        to: TO,
        on: day ON,
        reason: any REASON,
        review_on: any day REVIEW,
        moves_seen: given sheet.typed(MOVES).parse().ok(),
    });
    if let Some(input) = input {
        let decided = now.decide(&mut sheet, None, |seen, today, step| {
            seen.move_site(SiteMoveId(step.0), innovation, id, input, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/sites/{id}")), Note::SiteMoved));
        }
    }
    // Sent again it counts from where the site is by now, which the page shows.
    let newest = now.again().await?;
    let moves = newest.seen().site_sight(newest.seen().site(innovation, id)?, newest.today).moves.len();
    Ok(page(&newest, number, id, sheet.with(MOVES, moves))?.into_response())
}

fn page(here: &Here, number: u32, id: SiteId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let sight = here.seen().site_sight(here.seen().site(innovation.id, id)?, here.today);
    let choices = choices(&sight);
    let form = InnovationForm::new("Move a site", &sight.site.name, "Move").lead(lead(&sight));
    let moves = sheet.typed(MOVES).to_owned();
    let about = innovation.id;
    Ok(form.page(here, &innovation, sheet, move |here, sheet| {
        view! {
            <input type="hidden" name=MOVES.name value=moves/>
            {sheet.radios(TO, choices)}
            {sheet.date(ON)}
            {sheet.area(REASON, 2)}
            {sheet.date(REVIEW)}
            {evidence_for(here, about, &[SignalName::RolledOut])}
        }
    }))
}

fn lead(sight: &SiteSight) -> String {
    let since = sight.since.map(|on| format!(" since {}", date(on))).unwrap_or_default();
    format!("It is {}{since}. Only the steps that lead on from there are offered.", sight.state.label().to_lowercase())
}

fn choices(sight: &SiteSight) -> Vec<Choice> {
    sight.may_move_to().into_iter().map(|state| Choice::new(state.key(), state.label())).collect()
}
