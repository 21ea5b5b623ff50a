//! The questions about a place.
use crate::{
    form::{Choice, Field, Sheet, read},
    here::Here,
};
use domain::{Band, Membership, MembershipInput, OrganisationKind, Record, Role, Side};
use leptos::prelude::*;

pub const ROLE: Field = Field::new("role", "Role");
pub const SIDE: Field = Field::new("side", "Side")
    .hint("Political: elected members. Managerial: chief executive, directors, heads of service");
pub const BAND: Field = Field::new("band", "Band");
pub const TITLE: Field = Field::new("title", "Job title").hint("Shared pages show it in place of the name");
pub const SERVICE: Field = Field::new("service", "Service").hint("Directorate or service area");
pub const COUNCIL: Field = Field::new("council", "Council").hint("The member council they speak for, if one");
pub const FROM: Field = Field::new("from_on", "From");

pub fn input(sheet: &mut Sheet) -> Option<MembershipInput> {
    read!(sheet, MembershipInput {
        role: ROLE,
        side: SIDE,
        band: BAND,
        title: any TITLE,
        service: any SERVICE,
        council: any COUNCIL,
        from_on: day FROM,
    })
}

pub fn filled(one: &Membership) -> Sheet {
    Sheet::default()
        .with(ROLE, one.role.key())
        .with(SIDE, one.side.key())
        .with(BAND, one.band.key())
        .with_any(TITLE, one.title.as_ref())
        .with_any(SERVICE, one.service.as_ref())
        .with_any(COUNCIL, one.council)
        .with(FROM, one.from_on)
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Membership(one) => filled(one),
        _ => Sheet::default(),
    }
}

/// The roles with what each may do.
pub fn roles() -> Vec<Choice> {
    let about = |role: &Role| match role {
        Role::Administrator => "Invites people and settles how the organisation works; speaks for nobody",
        Role::ProgrammeManager => "Keeps the portfolio: innovations, stages, priorities, imports",
        Role::TeamMember => "Keeps the innovations that name them up to date",
        Role::Executive => "Sponsors, decides on stages, accepts risks",
        Role::Viewer => "Reads what is shared",
    };
    Role::ALL.iter().map(|role| Choice { about: about(role), ..Choice::new(role.key(), role.label()) }).collect()
}

/// What is asked after the role.
pub fn questions(here: &Here, sheet: &Sheet) -> impl IntoView + use<> {
    let sides = Side::ALL.iter().map(|side| Choice::new(side.key(), side.label())).collect();
    let bands = Band::ALL.iter().map(|band| Choice::new(band.key(), band.label())).collect();
    let council = (here.seen().organisation().kind == OrganisationKind::Partnership).then(|| {
        let members = here.seen().councils().filter(|one| one.is_member(here.today));
        sheet.select(COUNCIL, members.map(|one| Choice::new(one.id, &one.name)).collect())
    });
    view! {
        {sheet.radios(SIDE, sides)}
        {sheet.radios(BAND, bands)}
        {sheet.text(TITLE)}
        {sheet.text(SERVICE)}
        {council}
        {sheet.date(FROM)}
    }
}
