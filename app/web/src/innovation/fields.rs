//! The questions that adding and editing an innovation share.
use super::{
    links::{link_rows, read_links, with_links},
    why::{read_why, why_areas, why_note, with_why},
};
use crate::{
    form::{Choice, Field, Sheet, read},
    here::Here,
};
use domain::{Innovation, InnovationInput, MembershipId, OrganisationKind, Record, Side, TrackingMethod, Visibility};
use leptos::prelude::*;

pub const TITLE: Field = Field::new("title", "Title").hint("What people will call it, in a few words");
const SUMMARY: Field = Field::new("summary", "In one plain sentence").hint("Assume this could be disclosed");
const PRIORITY_AREA: Field = Field::new("priority_area", "Priority area");
const IS_PRIORITY: Field = Field::new("is_priority", "It is a priority innovation");
const TRACKING: Field = Field::new("tracking", "How is it run?");
const LEAD: Field = Field::new("lead", "Lead");
const SPONSOR: Field = Field::new("sponsor", "Sponsor").hint("The senior responsible owner");
const POLITICAL_SPONSOR: Field = Field::new("political_sponsor", "Political sponsor");
const TEAM: Field = Field::new("team", "Team");
const COUNCILS: Field = Field::new("councils", "Councils that take part").hint("Their people may read it");
const SERVICE: Field = Field::new("service", "Service").hint("Where it lives: a directorate or service area");
const CHARACTERISTICS: Field = Field::new("characteristics", "Groups named as affected in the equality assessment");
const EQUALITY: Field = Field::new("equality_assessed_on", "Equality assessment done on");
const DATA_PROTECTION: Field = Field::new("data_protection_assessed_on", "Data protection assessment done on");
const INTERNAL: Field =
    Field::new("internal_only", "Only staff are affected: no resident, and nobody who uses a service");
const VISIBLE_TO: Field = Field::new("visible_to", "Who may read it?");
pub const HANDOVER: Field = Field::new("handover_note", "What should whoever comes next know?")
    .hint("If the lead or a sponsor changes now: 40 characters or more count as handed over");

/// Protected by law; councils add their own.
const PROTECTED: [&str; 9] = [
    "Age",
    "Disability",
    "Gender reassignment",
    "Marriage and civil partnership",
    "Pregnancy and maternity",
    "Race",
    "Religion or belief",
    "Sex",
    "Sexual orientation",
];

pub fn filled(input: &InnovationInput) -> Sheet {
    let ticked = |is: bool| if is { "yes" } else { "" };
    let sheet = Sheet::default().with(TITLE, &input.title).with_any(SUMMARY, input.summary.as_ref());
    let sheet = with_why(sheet, &input.why)
        .with_any(PRIORITY_AREA, input.priority_area)
        .with(IS_PRIORITY, ticked(input.is_priority))
        .with(TRACKING, input.tracking.key())
        .with_any(LEAD, input.lead)
        .with_any(SPONSOR, input.sponsor)
        .with_any(POLITICAL_SPONSOR, input.political_sponsor)
        .with_any(SERVICE, input.service.as_ref())
        .with_any(EQUALITY, input.equality_assessed_on)
        .with_any(DATA_PROTECTION, input.data_protection_assessed_on)
        .with(INTERNAL, ticked(input.internal_only))
        .with(VISIBLE_TO, input.visible_to.key())
        .with(HANDOVER, "");
    let sheet = input.team.iter().fold(sheet, |sheet, one| sheet.and(TEAM, one));
    let sheet = input.councils.iter().fold(sheet, |sheet, one| sheet.and(COUNCILS, one));
    let sheet = input.characteristics.iter().fold(sheet, |sheet, one| sheet.and(CHARACTERISTICS, one));
    with_links(sheet, &input.links)
}

/// As somebody else left it; who serves is read on the day of their edit.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Innovation(one) => {
            let days =
                one.posts.iter().flat_map(|post| [Some(post.from_on), post.to_on.and_then(|last| last.succ_opt())]);
            filled(&InnovationInput::of(one, days.flatten().max().unwrap_or_default()))
        }
        _ => Sheet::default(),
    }
}

/// Beyond what a blank one says: tracked by a plan, seen inside the organisation.
pub fn blank() -> Sheet {
    Sheet::blank().with(TRACKING, TrackingMethod::Plan.key()).with(VISIBLE_TO, Visibility::Organisation.key())
}

pub fn input(sheet: &mut Sheet) -> Option<InnovationInput> {
    read!(sheet, InnovationInput {
        title: TITLE,
        summary: any SUMMARY,
        why: by read_why,
        priority_area: any PRIORITY_AREA,
        is_priority: flag IS_PRIORITY,
        tracking: TRACKING,
        lead: any LEAD,
        sponsor: any SPONSOR,
        political_sponsor: any POLITICAL_SPONSOR,
        team: all TEAM,
        councils: all COUNCILS,
        service: any SERVICE,
        characteristics: all CHARACTERISTICS,
        equality_assessed_on: any day EQUALITY,
        data_protection_assessed_on: any day DATA_PROTECTION,
        internal_only: flag INTERNAL,
        visible_to: VISIBLE_TO,
        handover_note: any HANDOVER,
        links: by read_links,
    })
}

/// The questions of both forms, in order.
pub fn questions(here: &Here, innovation: Option<&Innovation>, sheet: &Sheet) -> impl IntoView + use<> {
    view! {
        {sheet.text(TITLE)}
        {sheet.area(SUMMARY, 2)}
        {why_questions(here, innovation, sheet)}
        {direction_questions(here, innovation, sheet)}
        {people_questions(here, innovation, sheet)}
        {care_questions(sheet)}
        {link_rows(sheet)}
    }
}

fn why_questions(here: &Here, innovation: Option<&Innovation>, sheet: &Sheet) -> impl IntoView + use<> {
    view! {
        <fieldset class="stack">
            <legend class="q">"Why"</legend>
            <p class="hint">"Told convincingly in 30 to 150 words, over all four answers. It can be written later."</p>
            {innovation.and_then(|one| why_note(&one.why, here.today))}
            {why_areas(sheet)}
        </fieldset>
    }
}

fn direction_questions(here: &Here, innovation: Option<&Innovation>, sheet: &Sheet) -> impl IntoView + use<> {
    let current = innovation.and_then(|one| one.priority_area);
    let areas = here.seen().priority_areas().filter(|one| one.is_active(here.today) || Some(one.id) == current);
    let areas = areas.map(|one| Choice::new(one.id, &one.title)).collect();
    let tracking = TrackingMethod::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    let visible = Visibility::ALL.iter().filter(|one| **one != Visibility::Public || may_publish(here, innovation));
    let visible = visible.map(|one| Choice::new(one.key(), one.label())).collect();
    view! {
        {sheet.select(PRIORITY_AREA, areas)}
        {here.seen().may_flag().then(|| sheet.tick(IS_PRIORITY))}
        {sheet.text(SERVICE)}
        {sheet.radios(TRACKING, tracking)}
        {sheet.radios(VISIBLE_TO, visible)}
    }
}

fn may_publish(here: &Here, innovation: Option<&Innovation>) -> bool {
    here.seen().may_flag() || innovation.is_some_and(|one| one.visible_to == Visibility::Public)
}

fn people_questions(here: &Here, innovation: Option<&Innovation>, sheet: &Sheet) -> impl IntoView + use<> {
    let serving = |one: &Innovation| -> Vec<MembershipId> {
        one.posts.iter().filter(|post| post.is_current(here.today)).map(|post| post.membership).collect()
    };
    let people = people_with(here, &innovation.map(serving).unwrap_or_default());
    let politicians = here.seen().memberships().filter(|one| one.side == Side::Political);
    let politicians: Vec<_> = politicians.map(|one| one.id.to_string()).collect();
    let political = people.iter().filter(|one| politicians.contains(&one.key)).cloned().collect();
    let partnership = here.seen().organisation().kind == OrganisationKind::Partnership;
    let listed = |id| innovation.is_some_and(|one| one.councils.contains(&id));
    let councils = here.seen().councils().filter(|one| one.is_member(here.today) || listed(one.id));
    let councils: Vec<_> = councils.map(|one| Choice::new(one.id, &one.name)).collect();
    view! {
        {sheet.select(LEAD, people.clone())}
        {sheet.select(SPONSOR, people.clone())}
        {sheet.select(POLITICAL_SPONSOR, political)}
        {innovation.map(|one| {
            let address = here.link(&format!("innovations/{}/hand-over", one.number));
            view! { {sheet.area(HANDOVER, 3)} <p class="s"><a href=address>"What is open today: the handover sheet"</a></p> }
        })}
        {sheet.boxes(TEAM, people)}
        {partnership.then(|| sheet.boxes(COUNCILS, councils))}
    }
}

fn care_questions(sheet: &Sheet) -> impl IntoView + use<> {
    let protected = PROTECTED.iter().map(|one| Choice::new(one, one)).collect();
    let own = sheet.all(CHARACTERISTICS).filter(|one| !PROTECTED.contains(one) && !one.trim().is_empty());
    let own: Vec<_> = own.map(ToOwned::to_owned).chain([String::new(), String::new()]).collect();
    let own = own.into_iter().enumerate().map(|(index, value)| {
        let label = format!("Another group, {}", index + 1);
        view! { <input class="in in-m" type="text" name=CHARACTERISTICS.name value=value aria-label=label/> }
    });
    view! {
        {sheet.tick(INTERNAL)}
        {sheet.date(EQUALITY)}
        {sheet.boxes(CHARACTERISTICS, protected)}
        <fieldset class="field">
            <legend>"Other groups, in your own words"</legend>
            <p class="hint">"Such as carers, care experience, the armed forces. Groups, never a person’s name."</p>
            <div class="stack stack-s full">{own.collect_view()}</div>
        </fieldset>
        {sheet.date(DATA_PROTECTION)}
    }
}

/// People to choose from, with those who serve already even if their place has ended.
fn people_with(here: &Here, serving: &[MembershipId]) -> Vec<Choice> {
    let mut people = here.people();
    for id in serving {
        let missing = !people.iter().any(|one| one.key == id.to_string());
        people.extend(here.seen().membership(*id).filter(|_| missing).map(|one| Choice::new(one.id, &one.name)));
    }
    people
}
