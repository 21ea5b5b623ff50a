//! The questions that naming and editing a partner share.
use crate::{
    form::{Choice, Field, Sheet, read},
    here::Here,
};
use domain::{Innovation, Partner, PartnerInput, PartnerRole, Record, Role, Visibility};
use leptos::prelude::*;

const NAME: Field = Field::new("name", "Who is the partner?").hint("An organisation or a team, not a person");
const ORGANISATION: Field = Field::new("organisation", "Which body is it a part of?")
    .hint("Such as the trust of a hospital. Two partners of one body count as one organisation");
const ROLE: Field = Field::new("role", "What does it do?");
const ON_BOARD: Field = Field::new("on_board", "It sits on the board that steers this");
const CAN_READ: Field = Field::new("can_read", "Who reads for it here?");
const CONTACT: Field =
    Field::new("contact_title", "Which post do you speak with?").hint("A title, such as Head of Nursing. No names");
pub const FROM: Field = Field::new("from_on", "Partner since");
const PLEDGE: Field =
    Field::new("pledge", "What has it promised to bring?").hint("People, money, data, a place. Leave blank if nothing");

pub fn filled(partner: &Partner) -> Sheet {
    let sheet = Sheet::default()
        .with(NAME, &partner.name)
        .with_any(ORGANISATION, partner.organisation.as_ref())
        .with(ROLE, partner.role.key())
        .with_any(CAN_READ, partner.can_read)
        .with_any(CONTACT, partner.contact_title.as_ref())
        .with(FROM, partner.from_on)
        .with_any(PLEDGE, partner.pledge.as_ref());
    sheet.with(ON_BOARD, if partner.on_board { "yes" } else { "" })
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Partner(partner) => filled(partner),
        _ => Sheet::default(),
    }
}

pub fn input(sheet: &mut Sheet) -> Option<PartnerInput> {
    read!(sheet, PartnerInput {
        name: NAME,
        organisation: any ORGANISATION,
        role: ROLE,
        on_board: flag ON_BOARD,
        can_read: any CAN_READ,
        contact_title: any CONTACT,
        from_on: day FROM,
        pledge: any PLEDGE,
    })
}

pub fn questions(here: &Here, innovation: &Innovation, sheet: &Sheet) -> impl IntoView + use<> {
    let roles = PartnerRole::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    let readers: Vec<_> = readers(here, sheet);
    let hidden = innovation.visible_to == Visibility::Organisation;
    let reads = (!readers.is_empty()).then(|| {
        let hint = if hidden {
            "A viewer. This innovation is shown to this organisation only: under Edit, let partners read it"
        } else {
            "A viewer, who sees what the innovation shows to partners"
        };
        sheet.select(CAN_READ.hint(hint), readers)
    });
    view! {
        {sheet.text(NAME)}
        {sheet.radios(ROLE, roles)}
        {sheet.date(FROM)}
        {sheet.area(PLEDGE, 2)}
        {sheet.tick(ON_BOARD)}
        {reads}
        {sheet.text(CONTACT)}
        {sheet.text(ORGANISATION)}
    }
}

/// Viewers of today, and whoever is chosen already.
fn readers(here: &Here, sheet: &Sheet) -> Vec<Choice> {
    let chosen = sheet.typed(CAN_READ);
    let reads = |one: &domain::Membership| {
        one.role == Role::Viewer && one.is_current(here.today) || one.id.to_string() == chosen
    };
    let mut readers: Vec<_> = here.seen().memberships().filter(|one| reads(one)).collect();
    readers.sort_by(|one, other| one.name.cmp(&other.name));
    readers.into_iter().map(|one| Choice::new(one.id, &one.name)).collect()
}
