//! The questions that planning and recording a meeting share.
use crate::{
    form::{Choice, Field, Sheet},
    here::Here,
};
use domain::{AgendaItem, InnovationId, Line, Meeting, MeetingInput, MeetingKind, Record};
use leptos::prelude::*;

pub const BODY: Field =
    Field::new("body", "Who meets?").hint("Such as “Transformation Board”. Meetings of one name follow each other");
pub const KIND: Field = Field::new("kind", "Kind");
pub const HELD_ON: Field = Field::new("held_on", "On which day?").hint("A day to come plans it");
pub const CHAIR: Field = Field::new("chair", "Who chairs?");
pub const ATTENDEES: Field = Field::new("attendees", "Who takes part?");
pub const OTHERS: Field = Field::new("others", "Partners and guests").hint("By name; may be left out");
pub const AGENDA: Field = Field::new("agenda", "What else is on the agenda?")
    .hint("One item on each line. What calls for the meeting’s attention is added by itself");
pub const PACK: Field =
    Field::new("pack", "Where are the papers?").hint("A full address, such as https://example.org/pack");
pub const NOTES: Field = Field::new("notes", "Notes").hint("Assume this could be disclosed");

pub fn filled(meeting: &Meeting) -> Sheet {
    let agenda: Vec<_> = meeting.agenda.iter().map(|one| one.item.to_string()).collect();
    let sheet = Sheet::default()
        .with(BODY, &meeting.body)
        .with(KIND, meeting.kind.key())
        .with(HELD_ON, meeting.held_on)
        .with_any(CHAIR, meeting.chair)
        .with_any(OTHERS, meeting.others.as_ref())
        .with(AGENDA, agenda.join("\n"))
        .with_any(PACK, meeting.pack.as_ref())
        .with_any(NOTES, meeting.notes.as_ref());
    meeting.attendees.iter().fold(sheet, |sheet, one| sheet.and(ATTENDEES, one))
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Meeting(meeting) => filled(meeting),
        _ => Sheet::default(),
    }
}

/// `before` has what the form does not ask: the innovation and the ask that an item belongs to.
pub fn input(sheet: &mut Sheet, innovation: Option<InnovationId>, before: &[AgendaItem]) -> Option<MeetingInput> {
    let (body, kind, held_on) = (sheet.read(BODY), sheet.read::<MeetingKind>(KIND), sheet.read_day(HELD_ON));
    let (chair, attendees, others) = (sheet.read_any(CHAIR), sheet.read_all(ATTENDEES), sheet.read_any(OTHERS));
    let agenda = agenda(sheet, before);
    let (pack, notes) = (sheet.read_any(PACK), sheet.read_any(NOTES));
    Some(MeetingInput {
        body: body?,
        kind: kind?,
        innovation,
        held_on: held_on?,
        chair: chair?,
        attendees: attendees?,
        others: others?,
        agenda: agenda?,
        pack: pack?,
        notes: notes?,
    })
}

fn agenda(sheet: &mut Sheet, before: &[AgendaItem]) -> Option<Vec<AgendaItem>> {
    let lines: Vec<_> =
        sheet.typed(AGENDA).lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect();
    let item = |text: String| match text.parse::<Line>() {
        Ok(item) => {
            let known = before.iter().find(|one| one.item == item).cloned();
            Ok(known.unwrap_or(AgendaItem { item, innovation: None, ask: None }))
        }
        Err(rule) => Err(rule),
    };
    match lines.into_iter().map(item).collect() {
        Ok(items) => Some(items),
        Err(rule) => sheet.wrong(AGENDA, rule),
    }
}

pub fn questions(here: &Here, sheet: &Sheet) -> impl IntoView + use<> {
    let kinds = MeetingKind::ALL.iter().map(|kind| Choice::new(kind.key(), kind.label())).collect();
    view! {
        {sheet.text(BODY)}
        {sheet.select(KIND, kinds)}
        {sheet.date(HELD_ON)}
        {sheet.select(CHAIR, here.people())}
        {sheet.boxes(ATTENDEES, here.people())}
        {sheet.text(OTHERS)}
        {sheet.area(AGENDA, 4)}
        {sheet.text(PACK)}
        {sheet.area(NOTES, 8)}
    }
}
