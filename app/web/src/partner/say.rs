//! What a partner says itself: how it sees the confidence, and whether its pledge is kept.
use super::{OfPartner, words::since};
use crate::{
    failure::Failure,
    form::{Choice, Field, Sheet, read},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    update::shown_shape,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, Confidence, Partner, PartnerId, PartnerViewInput, Record, YesNo};
use leptos::prelude::*;

const ON: Field = Field::new("on", "When did it say so?");
const CONFIDENCE: Field = Field::new("confidence", "How does the partner see it?");
const SAID: Field = Field::new("said", "In its own words, in a sentence").hint("Assume this could be disclosed");
const KEPT: Field = Field::new("kept", "Is what it promised kept so far?");

pub async fn show(now: Now, Path((_, number, id)): OfPartner) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let version = now.seen().partner(innovation, id)?.entry.version;
    page(&now, number, id, Sheet::default().with(ON, now.today).about(version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfPartner, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let input = read!(sheet, PartnerViewInput { on: day ON, confidence: CONFIDENCE, said: SAID, kept: any KEPT });
    if let Some(input) = input {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, today, _| {
            seen.say_partner_view(innovation, id, input, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/partners")), Note::PartnerViewSaid));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

/// What it said last, as somebody else wrote it down meanwhile.
fn theirs(record: &Record) -> Sheet {
    let Record::Partner(partner) = record else { return Sheet::default() };
    let last = partner.views.last();
    Sheet::default()
        .with_any(ON, last.map(|view| view.on))
        .with_any(CONFIDENCE, last.map(|view| view.confidence.key()))
        .with_any(SAID, last.map(|view| &view.said))
        .with_any(KEPT, last.and_then(|view| view.kept).map(YesNo::key))
}

fn page(here: &Here, number: u32, id: PartnerId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditPartners, Some(&innovation))?;
    let partner = here.seen().partner(innovation.id, id)?.clone();
    let form = InnovationForm::new("What the partner says", &partner.name, "Record its view")
        .lead("It stands beside what the council declares, and is never mixed with it.");
    Ok(form.page(here, &innovation, sheet, move |here, sheet| questions(here, &partner, sheet)))
}

fn questions(here: &Here, partner: &Partner, sheet: &Sheet) -> impl IntoView + use<> {
    let colours = Confidence::ALL.iter().map(|one| {
        let choice = Choice::new(one.key(), one.label());
        Choice { shape: shown_shape((*one).into()), ..choice }
    });
    let kept = YesNo::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    let before = partner.view(here.today).map(|view| {
        let words = format!("{}: {}. {}", since(here, view), view.confidence.label(), view.said);
        view! { <p class="hint">{words}</p> }
    });
    let pledge = partner.pledge.as_ref().map(|pledge| {
        view! { <p class="hint">{format!("Promised: {pledge}")}</p> {sheet.radios(KEPT, kept)} }
    });
    view! {
        {before}
        {sheet.radios(CONFIDENCE, colours.collect())}
        {sheet.area(SAID, 2)}
        {sheet.date(ON)}
        {pledge}
    }
}
