//! The questions that adding and changing a commitment share.
use crate::{
    budget::councils,
    form::{Choice, Field, Sheet, read},
    here::Here,
};
use domain::{Commitment, CommitmentInput, CommitmentKind, Innovation, OrganisationKind, Record};
use leptos::prelude::*;

const KIND: Field = Field::new("kind", "What is promised?")
    .hint("Money, a sponsor and political backing must all be there for it to have a future");
const BY: Field =
    Field::new("by", "Which body or post promised it?").hint("Such as Cabinet, or Director of Housing. No names");
pub const FROM: Field = Field::new("from_on", "From");
const TO: Field = Field::new("to_on", "Until").hint("Leave blank if no end was set");
const ORGANISATION: Field = Field::new("organisation", "Which other organisation promised it, if not our own?")
    .hint("Such as a funder, or the council that will follow this one");
const COUNCIL: Field = Field::new("council", "Which member council promised it?");
const DECISION: Field = Field::new("decision", "In which decision was it promised?");

pub fn filled(one: &Commitment) -> Sheet {
    Sheet::default()
        .with(KIND, one.kind.key())
        .with(BY, &one.by)
        .with_any(ORGANISATION, one.organisation.as_ref())
        .with_any(COUNCIL, one.council)
        .with(FROM, one.from_on)
        .with_any(TO, one.to_on)
        .with_any(DECISION, one.decision)
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Commitment(one) => filled(one),
        _ => Sheet::default(),
    }
}

pub fn input(sheet: &mut Sheet) -> Option<CommitmentInput> {
    read!(sheet, CommitmentInput {
        kind: KIND,
        by: BY,
        organisation: any ORGANISATION,
        council: any COUNCIL,
        from_on: day FROM,
        to_on: any day TO,
        decision: any DECISION,
    })
}

pub fn questions(here: &Here, innovation: &Innovation, sheet: &Sheet) -> impl IntoView + use<> {
    let kinds = CommitmentKind::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    let partnership = here.seen().organisation().kind == OrganisationKind::Partnership;
    let council = partnership.then(|| sheet.select(COUNCIL, councils(here)));
    let decisions: Vec<_> =
        here.seen().decisions_about(innovation.id).map(|one| Choice::new(one.id, &one.what)).collect();
    let decision = (!decisions.is_empty()).then(|| sheet.select(DECISION, decisions));
    view! {
        {sheet.radios(KIND, kinds)}
        {sheet.text(BY)}
        {sheet.date(FROM)}
        {sheet.date(TO)}
        {council}
        {sheet.text(ORGANISATION)}
        {decision}
    }
}
