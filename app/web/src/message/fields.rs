//! The questions that recording and editing a message share. What most people leave out is folded away.
use crate::{
    failure::Failure,
    form::{Choice, Field, Sheet, read},
    here::Here,
    ui::words::date,
};
use domain::{Audience, Channel, InnovationId, Message, MessageInput, Record, Version, WhyRevision, carried};
use leptos::prelude::*;

pub const AUDIENCE: Field = Field::new("audience", "Who was told?");
pub const CHANNEL: Field = Field::new("channel", "How?");
pub const ON: Field = Field::new("on", "When?");
const TEXT: Field = Field::new("text", "What were they told, in a sentence?")
    .hint("Or give a link below. Assume this could be disclosed: no names of residents");
const FRONTED: Field =
    Field::new("fronted_by", "Which leader fronted it?").hint("Who stood up for it in person. Leave blank if nobody");
const LINK: Field = Field::new("link", "Link to it").hint("Such as a page, a film or a leaflet");
const WHY: Field =
    Field::new("why_version", "Which wording of the why did it carry?").hint("Blank: the one of that day");
const ASKED: Field = Field::new("asked_count", "How many were asked?");
const AGREED: Field = Field::new("agreed_count", "How many of them said yes?");

/// Most people that one question can be asked of.
const MOST: i64 = 1_000_000;

pub fn filled(message: &Message) -> Sheet {
    Sheet::default()
        .with(AUDIENCE, message.audience.key())
        .with(CHANNEL, message.channel.key())
        .with(ON, message.on)
        .with_any(TEXT, message.text.as_ref())
        .with_any(FRONTED, message.fronted_by)
        .with_any(LINK, message.link.as_ref())
        .with_any(WHY, message.why_version)
        .with_any(ASKED, message.asked_count)
        .with_any(AGREED, message.agreed_count)
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Message(message) => filled(message),
        _ => Sheet::default(),
    }
}

/// The wordings of the why, which a form needs to name the one that was carried.
pub async fn wordings(here: &Here, innovation: InnovationId) -> Result<Vec<WhyRevision>, Failure> {
    Ok(here.store().why_revisions(here.reach(), innovation).await?)
}

/// Where no wording is chosen it is the one of the day.
pub fn input(sheet: &mut Sheet, wordings: &[WhyRevision]) -> Option<MessageInput> {
    let mut input = read!(sheet, MessageInput {
        audience: AUDIENCE,
        channel: CHANNEL,
        on: day ON,
        text: any TEXT,
        fronted_by: any FRONTED,
        link: any LINK,
        why_version: any WHY,
        asked_count: any whole(1..=MOST) ASKED,
        agreed_count: any whole(0..=MOST) AGREED,
    })?;
    if input.why_version.is_none() {
        let of_day = wordings.iter().find(|one| one.on <= input.on);
        input.why_version = of_day.filter(|one| one.why.words() > 0).map(|one| one.version);
    }
    Some(input)
}

pub fn questions(here: &Here, sheet: &Sheet, wordings: &[WhyRevision]) -> impl IntoView + use<> {
    let audiences = Audience::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    let channels = Channel::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    view! {
        {sheet.radios(AUDIENCE, audiences)}
        {sheet.select(CHANNEL, channels)}
        {sheet.date(ON)}
        {sheet.area(TEXT, 2)}
        {sheet.select(FRONTED, leaders(here, sheet))}
        <details class="details" open=says(sheet, &[ASKED, AGREED])>
            <summary>"Did you ask whether they understand why?"</summary>
            <div class="stack">
                <p class="hint">"“I understand why we are doing this.” Count the hands: nobody is named."</p>
                {sheet.short(ASKED)}
                {sheet.short(AGREED)}
            </div>
        </details>
        <details class="details" open=says(sheet, &[LINK, WHY])>
            <summary>"Link, and wording of the why"</summary>
            <div class="stack">
                {sheet.input(LINK, "url", "in")}
                {(!wordings.is_empty()).then(|| sheet.select(WHY, versions(sheet, wordings)))}
            </div>
        </details>
    }
}

/// Whether something is typed there, or wrong with it.
fn says(sheet: &Sheet, fields: &[Field]) -> bool {
    fields.iter().any(|field| {
        !sheet.typed(*field).is_empty() || sheet.problems().iter().any(|problem| problem.field == field.name)
    })
}

/// Those of today, and of the day of the message.
fn leaders(here: &Here, sheet: &Sheet) -> Vec<Choice> {
    let mut leaders = here.seen().leaders_on(here.today);
    let on = sheet.typed(ON).parse().unwrap_or(here.today);
    let known: Vec<_> = leaders.iter().map(|one| one.id).collect();
    leaders.extend(here.seen().leaders_on(on).into_iter().filter(|one| !known.contains(&one.id)));
    leaders.into_iter().map(|one| Choice::new(one.id, &one.name)).collect()
}

/// By the version that brought each wording; one that is kept under a later version stays what it is.
fn versions(sheet: &Sheet, wordings: &[WhyRevision]) -> Vec<Choice> {
    let chosen = sheet.typed(WHY).parse::<Version>().ok();
    let chosen = chosen.and_then(|version| Some((version, carried(wordings, version)?.version)));
    let written = wordings.iter().filter(|one| one.why.words() > 0);
    written
        .map(|one| {
            let key = chosen.filter(|(_, brought)| *brought == one.version).map_or(one.version, |(kept, _)| kept);
            Choice::new(key, format!("Version {}, of {}", one.number, date(one.on)))
        })
        .collect()
}
