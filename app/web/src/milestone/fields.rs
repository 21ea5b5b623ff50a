//! The questions that adding and editing a milestone share.
use crate::{
    form::{Choice, Field, Sheet, read},
    here::Here,
};
use domain::{Milestone, MilestoneInput, MilestoneKind, Record};
use leptos::prelude::*;

pub const TITLE: Field = Field::new("title", "Milestone").hint("A few words: what will be true by then");
pub const KIND: Field = Field::new("kind", "Kind");
pub const CRITICAL: Field = Field::new("critical", "It is critical: the innovation fails or waits without it");
pub const OWNER: Field = Field::new("owner", "Owner");
pub const ACCEPTANCE: Field =
    Field::new("acceptance", "How we shall know it is done").hint("Assume this could be disclosed");
pub const FORECAST: Field = Field::new("forecast_on", "Date").hint("Today’s honest expectation");
pub const REASON: Field = Field::new("reason", "Why has the date moved?").hint("Leave blank if it has not");
pub const DONE: Field = Field::new("done_on", "Done on").hint("Leave blank until it is done");

pub fn filled(milestone: &Milestone) -> Sheet {
    Sheet::default()
        .with(TITLE, &milestone.title)
        .with(KIND, milestone.kind.key())
        .with(CRITICAL, if milestone.critical { "yes" } else { "" })
        .with_any(OWNER, milestone.owner)
        .with_any(ACCEPTANCE, milestone.acceptance.as_ref())
        .with(FORECAST, milestone.forecast_on())
        .with(REASON, "")
        .with_any(DONE, milestone.done_on)
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Milestone(milestone) => filled(milestone),
        _ => Sheet::default(),
    }
}

pub fn input(sheet: &mut Sheet) -> Option<MilestoneInput> {
    read!(sheet, MilestoneInput {
        title: TITLE,
        kind: KIND,
        critical: flag CRITICAL,
        owner: any OWNER,
        acceptance: any ACCEPTANCE,
        forecast_on: day FORECAST,
        reason: any REASON,
        done_on: any day DONE,
    })
}

/// The questions of both forms, in order.
pub fn questions(here: &Here, sheet: &Sheet) -> impl IntoView + use<> {
    let kinds = MilestoneKind::ALL.iter().map(|kind| Choice::new(kind.key(), kind.label())).collect();
    view! {
        {sheet.text(TITLE)}
        {sheet.select(KIND, kinds)}
        {sheet.tick(CRITICAL)}
        {sheet.select(OWNER, here.people())}
        {sheet.date(FORECAST)}
    }
}
