//! The questions about a group.
use crate::form::{Choice, Field, Sheet, read};
use domain::{Record, Stakeholder, StakeholderInput, StakeholderKind};
use leptos::prelude::*;

const NAME: Field =
    Field::new("name", "Name").hint("A group or an organisation. A person only by their post; never a resident’s name");
const KIND: Field = Field::new("kind", "Kind");
const AREA: Field = Field::new("area", "Wards or places").hint("Leave blank for the whole area");
const CHARACTERISTICS: Field = Field::new("characteristics", "Which groups does it speak for?")
    .hint("Protected by law, or your own. They describe a group and no person");

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

pub fn filled(one: &Stakeholder) -> Sheet {
    let sheet = Sheet::default().with(NAME, &one.name).with(KIND, one.kind.key()).with_any(AREA, one.area.as_ref());
    one.characteristics.iter().fold(sheet, |sheet, one| sheet.and(CHARACTERISTICS, one))
}

/// As somebody else left it.
pub fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Stakeholder(one) => filled(one),
        _ => Sheet::default(),
    }
}

pub fn input(sheet: &mut Sheet) -> Option<StakeholderInput> {
    read!(sheet, StakeholderInput { name: NAME, kind: KIND, area: any AREA, characteristics: all CHARACTERISTICS })
}

pub fn questions(sheet: &Sheet) -> impl IntoView + use<> {
    let kinds = StakeholderKind::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
    let protected = PROTECTED.iter().map(|one| Choice::new(one, one)).collect();
    let own = sheet.all(CHARACTERISTICS).filter(|one| !PROTECTED.contains(one) && !one.trim().is_empty());
    let own: Vec<_> = own.map(ToOwned::to_owned).chain([String::new()]).collect();
    let own = own.into_iter().enumerate().map(|(index, value)| {
        let label = format!("Another group, {}", index + 1);
        view! { <input class="in in-m" type="text" name=CHARACTERISTICS.name value=value aria-label=label/> }
    });
    view! {
        {sheet.text(NAME)}
        {sheet.select(KIND, kinds)}
        {sheet.text(AREA)}
        {sheet.boxes(CHARACTERISTICS, protected)}
        <fieldset class="field">
            <legend>"Another group, in your own words"</legend>
            <p class="hint">"Such as carers, care experience, the armed forces."</p>
            <div class="stack stack-s full">{own.collect_view()}</div>
        </fieldset>
    }
}
