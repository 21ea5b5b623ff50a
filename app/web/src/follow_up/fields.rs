//! The questions that adding and editing share.
use crate::{
    form::{Choice, Field, Sheet, read},
    here::Here,
    innovation_frame::named,
};
use domain::{FollowUp, FollowUpInput, Record, Source};
use leptos::prelude::*;

pub const TEXT: Field = Field::new("text", "What was promised?");
pub const OWNER: Field = Field::new("owner", "By whom?");
pub const DUE: Field = Field::new("due_on", "By when?");
pub const INNOVATION: Field = Field::new("innovation", "About which innovation?").hint("May be left out");
pub const NOTE: Field = Field::new("note", "Note").hint("May be left out. Assume this could be disclosed");

pub fn filled(one: &FollowUp) -> Sheet {
    Sheet::default()
        .with(TEXT, &one.text)
        .with(OWNER, one.owner)
        .with(DUE, one.due_on)
        .with_any(INNOVATION, one.innovation)
        .with_any(NOTE, one.note.as_ref())
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::FollowUp(one) => filled(one),
        _ => Sheet::default(),
    }
}

pub fn input(sheet: &mut Sheet) -> Option<FollowUpInput> {
    read!(sheet, FollowUpInput { text: TEXT, owner: OWNER, due_on: day DUE, innovation: any INNOVATION, note: any NOTE })
}

/// A decision says itself what it is about, and so does the meeting of a team.
pub fn questions(here: &Here, sheet: &Sheet, from: Source) -> impl IntoView + use<> {
    let asks = match from {
        Source::Meeting(id) => here.seen().meeting(id).is_ok_and(|one| one.innovation.is_none()),
        Source::Decision(_) => false,
    };
    let about = asks.then(|| {
        let mut innovations: Vec<_> = here.seen().innovations().collect();
        innovations.sort_by_key(|one| one.number);
        sheet.select(INNOVATION, innovations.into_iter().map(|one| Choice::new(one.id, named(here, one))).collect())
    });
    view! {
        {sheet.text(TEXT)}
        {sheet.select(OWNER, here.people())}
        {sheet.date(DUE)}
        {about}
        {sheet.area(NOTE, 2)}
    }
}
