//! The questions that adding and editing a site share.
use super::adaptations;
use crate::{
    budget::councils,
    form::{Choice, Field, Sheet, read},
    here::Here,
};
use domain::{Eligible, OrganisationKind, Record, Site, SiteInput, SiteKind};
use leptos::prelude::*;

pub const NAME: Field = Field::new("name", "What is the place called?");
pub const KIND: Field = Field::new("kind", "What kind of place is it?");
pub const ELIGIBLE: Field = Field::new("eligible", "Is it meant for this place?");
const REASON: Field =
    Field::new("eligible_reason", "Why?").hint("Needed where it is not meant for it. Assume this could be disclosed");
pub const PEOPLE: Field = Field::new("eligible_people", "How many people could it reach there?");
pub const WAVE: Field = Field::new("wave", "In which wave?").hint("1 for the first. Leave blank if there are no waves");
pub const PLANNED: Field = Field::new("planned_live_on", "First planned to go live")
    .hint("Once said it stays. What you expect today is the next question");
const FORECAST: Field = Field::new("forecast_live_on", "Now expected to go live");
const LEAD: Field = Field::new("lead", "Which post leads there?").hint("A title, such as Library manager. No names");
const ORGANISATION: Field = Field::new("organisation", "Whose place is it, if not our own?");
const COUNCIL: Field = Field::new("council", "Which council’s place is it?");

/// Most people that one place could reach.
pub const MOST_PEOPLE: i64 = 10_000_000;

pub fn filled(site: &Site) -> Sheet {
    let sheet = Sheet::default()
        .with(NAME, &site.name)
        .with(KIND, site.kind.key())
        .with(ELIGIBLE, site.eligible.key())
        .with_any(REASON, site.eligible_reason.as_ref())
        .with_any(PEOPLE, site.eligible_people)
        .with_any(WAVE, site.wave)
        .with_any(PLANNED, site.planned_live_on)
        .with_any(FORECAST, site.forecast_live_on)
        .with_any(LEAD, site.lead.as_ref())
        .with_any(ORGANISATION, site.organisation.as_ref())
        .with_any(COUNCIL, site.council);
    adaptations::filled(sheet, &site.adaptations)
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Site(site) => filled(site),
        _ => Sheet::default(),
    }
}

pub fn input(sheet: &mut Sheet) -> Option<SiteInput> {
    read!(sheet, SiteInput {
        name: NAME,
        kind: KIND,
        eligible: ELIGIBLE,
        eligible_reason: any REASON,
        eligible_people: any whole(0..=MOST_PEOPLE) PEOPLE,
        wave: any whole(1..=255) WAVE,
        planned_live_on: any day PLANNED,
        forecast_live_on: any day FORECAST,
        lead: any LEAD,
        organisation: any ORGANISATION,
        council: any COUNCIL,
        adaptations: by adaptations::read,
    })
}

pub fn kinds() -> Vec<Choice> {
    SiteKind::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect()
}

pub fn eligible() -> Vec<Choice> {
    Eligible::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect()
}

pub fn questions(here: &Here, sheet: &Sheet) -> impl IntoView + use<> {
    let partnership = here.seen().organisation().kind == OrganisationKind::Partnership;
    let council = partnership.then(|| sheet.select(COUNCIL, councils(here)));
    view! {
        {sheet.text(NAME)}
        {sheet.select(KIND, kinds())}
        {sheet.short_radios(ELIGIBLE, eligible())}
        {sheet.text(REASON)}
        {sheet.input(PEOPLE, "text", "in in-4")}
        {sheet.input(WAVE, "text", "in in-4")}
        {sheet.date(PLANNED)}
        {sheet.date(FORECAST)}
        {sheet.text(LEAD)}
        {council}
        {sheet.text(ORGANISATION)}
        {adaptations::questions(here, sheet).into_any()}
    }
}
