//! The questions that adding and editing a budget line share.
use crate::{
    form::{Choice, Field, Sheet},
    here::Here,
};
use domain::{BudgetKind, BudgetLine, BudgetLineInput, Council, OrganisationKind, Pence, Record, Rule};
use leptos::prelude::*;
use std::sync::Arc;

pub const COUNCIL: Field = Field::new("council", "Which council pays");
pub const KIND: Field = Field::new("kind", "Kind");
pub const SOURCE: Field = Field::new("source", "Fund or partner").hint("Without it the money counts for no gate");
pub const NIL_REASON: Field =
    Field::new("nil_reason", "Why does it cost nothing?").hint("Only where the kind is “No cost”");
pub const APPROVED: Field =
    Field::new("approved", "Approved, in pounds").hint("Leave blank where the kind is “No cost”");
pub const FORECAST: Field = Field::new("forecast", "Expected outturn, in pounds").hint("May be left out");
pub const FROM: Field = Field::new("from_on", "From");
pub const TO: Field = Field::new("to_on", "To").hint("The last day the money may be spent");

pub fn filled(line: &BudgetLine) -> Sheet {
    Sheet::default()
        .with_any(COUNCIL, line.council)
        .with(KIND, line.kind.key())
        .with_any(SOURCE, line.source.as_ref())
        .with_any(NIL_REASON, line.nil_reason.as_ref())
        .with_any(APPROVED, Some(line.approved).filter(|_| line.kind != BudgetKind::NilCost).map(pounds))
        .with_any(FORECAST, line.forecast.map(pounds))
        .with(FROM, line.from_on)
        .with(TO, line.to_on)
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::BudgetLine(line) => filled(line),
        _ => Sheet::default(),
    }
}

pub fn input(sheet: &mut Sheet) -> Option<BudgetLineInput> {
    let (council, kind) = (sheet.read_any(COUNCIL), sheet.read::<BudgetKind>(KIND));
    let (source, nil_reason) = (sheet.read_any(SOURCE), sheet.read_any(NIL_REASON));
    let approved = sheet.read_any::<Pence>(APPROVED);
    let approved = match (approved, kind) {
        (Some(None), Some(BudgetKind::NilCost)) => Some(Pence(0)),
        (Some(None), _) => sheet.wrong(APPROVED, Rule::Missing),
        (approved, _) => approved.flatten(),
    };
    let forecast = sheet.read_any(FORECAST);
    let (from_on, to_on) = (sheet.read_day(FROM), sheet.read_day(TO));
    Some(BudgetLineInput {
        council: council?,
        kind: kind?,
        source: source?,
        nil_reason: nil_reason?,
        approved: approved?,
        forecast: forecast?,
        from_on: from_on?,
        to_on: to_on?,
    })
}

/// In order; a council is asked for only where several could pay.
pub fn questions(here: &Here, sheet: &Sheet) -> impl IntoView + use<> {
    let kinds = BudgetKind::ALL.iter().map(|kind| Choice::new(kind.key(), kind.label())).collect();
    let is_partnership = here.seen().organisation().kind == OrganisationKind::Partnership;
    let council = is_partnership.then(|| sheet.select(COUNCIL, councils(here)));
    view! {
        {council}
        {sheet.radios(KIND, kinds)}
        {sheet.text(SOURCE)}
        {sheet.short(APPROVED)}
        {sheet.short(FORECAST)}
        {sheet.area(NIL_REASON, 2)}
        {sheet.date(FROM)}
        {sheet.date(TO)}
    }
}

/// Those that may pay today.
pub fn councils(here: &Here) -> Vec<Choice> {
    let is_current = |one: &&Arc<Council>| one.from_on <= here.today && one.to_on.is_none_or(|last| here.today <= last);
    let mut councils: Vec<_> = here.seen().councils().filter(is_current).collect();
    councils.sort_by(|one, other| one.name.cmp(&other.name));
    councils.into_iter().map(|one| Choice::new(one.id, &one.name)).collect()
}

/// As people type it: without the sign.
pub fn pounds(amount: Pence) -> String {
    amount.to_string().replace('£', "")
}
