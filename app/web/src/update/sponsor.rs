//! The sponsor's own view on the update that counts.
use super::{confidence_state, fields};
use crate::{
    failure::Failure,
    form::{Field, Sheet, read},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    ui::words::date,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, Innovation, PostKind, Record, Refusal, Slug, SponsorViewInput, StatusUpdate};
use leptos::prelude::*;

const CONFIDENCE: Field = Field::new("sponsor_confidence", "How confident are you that this will deliver?")
    .hint("Your own view. What the team says stays beside it.");
const CHANCE: Field = Field::new("sponsor_pct", "Chance that the next gate is met on its forecast date, in per cent")
    .hint("0 to 100. Leave blank if you cannot say.");
const NOTE: Field = Field::new("sponsor_note", "What would you add?").hint("Assume this could be disclosed.");

type Address = Path<(Slug, u32, u32)>;

pub async fn show(now: Now, Path((_, number, ordinal)): Address) -> Result<Page, Failure> {
    let update = found(&now, number, ordinal)?;
    let sheet = filled(&(&update).into()).about(update.entry.version);
    page(&now, number, ordinal, sheet)
}

pub async fn submit(now: Now, Path((_, number, ordinal)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let input = read!(sheet, SponsorViewInput {
        sponsor_confidence: any CONFIDENCE,
        sponsor_pct: any whole(0..=100) CHANCE,
        sponsor_note: any NOTE,
    });
    if let Some(input) = input {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(filled), |seen, today, _| {
            seen.give_sponsor_view(innovation, ordinal, input, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/updates")), Note::SponsorViewGiven));
        }
    }
    Ok(page(&now, number, ordinal, sheet)?.into_response())
}

fn found(now: &Now, number: u32, ordinal: u32) -> Result<std::sync::Arc<StatusUpdate>, Failure> {
    let innovation = now.seen().numbered(number)?;
    now.seen().must(Act::GiveSponsorView, Some(innovation))?;
    let update = now.seen().updates(innovation.id).find(|one| one.ordinal == ordinal);
    Ok(update.cloned().ok_or(Refusal::NotFound)?)
}

fn filled(record: &Record) -> Sheet {
    let Record::StatusUpdate(update) = record else { return Sheet::default() };
    let view = update.sponsor_view.as_ref();
    Sheet::default()
        .with_any(CONFIDENCE, view.and_then(|one| one.confidence).map(domain::Confidence::key))
        .with_any(CHANCE, view.and_then(|one| one.confidence_pct))
        .with_any(NOTE, view.and_then(|one| one.note.as_ref()))
}

fn page(now: &Now, number: u32, ordinal: u32, sheet: Sheet) -> Result<Page, Failure> {
    let update = found(now, number, ordinal)?;
    let innovation = now.seen().numbered(number)?.clone();
    let said = format!("The team says for {}: {}.", date(update.period_end), team(&update));
    let form = InnovationForm::new("Give the sponsor’s view", innovation.title.to_string(), "Give view").lead(said);
    Ok(form.page(now, &innovation, sheet, |_, sheet| {
        view! {
            {sheet.radios(CONFIDENCE, fields::confidences())}
            {sheet.short(CHANCE)}
            {sheet.area(NOTE, 3)}
        }
    }))
}

fn team(update: &StatusUpdate) -> String {
    let chance = update.confidence_pct.map(|chance| format!(", {chance}%")).unwrap_or_default();
    format!("{}{chance}", update.confidence.label().to_lowercase())
}

/// Beside the team's word, wherever that is shown.
pub fn view(here: &Here, update: &StatusUpdate) -> Option<impl IntoView + use<>> {
    let view = update.sponsor_view.as_ref()?;
    let name = here.seen().membership(view.by).map_or("somebody who left".into(), |one| one.name.to_string());
    let colour = view.confidence.map(confidence_state);
    let chance = view.confidence_pct.map(|chance| format!("{chance}%"));
    let note = view.note.as_ref().map(|note| view! { <p class="s prose lines">{note.to_string()}</p> });
    Some(view! {
        <div class="sponsor-view">
            <p class="s row">"The sponsor’s view:" {colour} {chance} <span class="quiet">{format!("{name}, {}", date(view.on))}</span></p>
            {note}
        </div>
    })
}

/// For the sponsor, on the update that counts.
pub fn link(here: &Here, innovation: &Innovation, update: &StatusUpdate) -> Option<impl IntoView + use<>> {
    let seen = here.seen();
    let latest = seen.latest_update(innovation, here.today).is_some_and(|one| one.id == update.id);
    let sponsors = innovation.holders(PostKind::Sponsor, here.today).next().is_some();
    let may = !here.looks_back() && latest && sponsors && seen.may(Act::GiveSponsorView, Some(innovation));
    let word = if update.sponsor_view.is_some() { "Change your view as sponsor" } else { "Give your view as sponsor" };
    let address = here.link(&format!("innovations/{}/updates/{}/sponsor", innovation.number, update.ordinal));
    may.then(|| view! { <p class="s"><a href=address>{word}</a></p> })
}
