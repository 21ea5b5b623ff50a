//! The questions of the set-up.
use super::fields::{new_password, read_email, read_new_password};
use crate::form::{Choice, Field, Sheet};
use domain::{Email, Line, Name, NewPassword, OrganisationKind, Preset, Slug};
use leptos::prelude::*;

const KIND: Field = Field::new("kind", "What are you?");
const NAME: Field = Field::new("name", "Name").hint("For example, Aldermere City Council");
pub const SLUG: Field = Field::new("slug", "Address")
    .hint("The first part of its addresses, such as aldermere. Leave blank to make it of the name. It stays for good");
const SHORT_CODE: Field = Field::new("short_code", "Short code")
    .hint("Heads the numbers of innovations: AC gives AC-12. 1 to 6 letters or digits");
const COUNCILS: Field =
    Field::new("councils", "Member councils").hint("For a partnership: two or more. More can be added later");
pub const PRESET: Field = Field::new("preset", "Stages of your board");
const PERSON: Field = Field::new("person_name", "Your name");
const TITLE: Field = Field::new("title", "Your job title").hint("May be left blank");
pub const EMAIL: Field = Field::new("email", "Your work e-mail address").hint("You sign in with it");
pub const MANAGER: Field = Field::new("manager", "I am also the programme manager");

/// Rows for councils on a page without scripts.
const ROWS: usize = 6;

pub struct Answers {
    pub kind: OrganisationKind,
    pub name: Name,
    pub slug: Slug,
    pub short_code: Name,
    pub councils: Vec<Name>,
    pub preset: Preset,
    pub title: Option<Line>,
    pub manager: bool,
    /// Who has an account already is not asked for another.
    pub newcomer: Option<Newcomer>,
}

pub struct Newcomer {
    pub name: Name,
    pub email: Email,
    pub password: NewPassword,
}

impl Answers {
    /// Looks at every answer, so that all problems are told at once.
    pub fn read(sheet: &mut Sheet, is_newcomer: bool) -> Option<Self> {
        let (kind, name, slug) = (sheet.read(KIND), sheet.read(NAME), sheet.read(SLUG));
        let (short_code, councils, preset) = (sheet.read(SHORT_CODE), sheet.read_all(COUNCILS), sheet.read(PRESET));
        let title = sheet.read_any(TITLE);
        let newcomer = if is_newcomer { Newcomer::read(sheet).map(Some) } else { Some(None) };
        Some(Self {
            kind: kind?,
            name: name?,
            slug: slug?,
            short_code: short_code?,
            councils: councils?,
            preset: preset?,
            title: title?,
            manager: !sheet.typed(MANAGER).is_empty(),
            newcomer: newcomer?,
        })
    }
}

impl Newcomer {
    fn read(sheet: &mut Sheet) -> Option<Self> {
        let (name, email) = (sheet.read(PERSON), read_email(sheet, EMAIL));
        let organisation = sheet.typed(NAME).to_owned();
        let password = email.as_ref().and_then(|email| read_new_password(sheet, email, &[&organisation]));
        Some(Self { name: name?, email: email?, password: password? })
    }
}

/// As most begin.
pub fn first_council(sheet: Sheet) -> Sheet {
    sheet.with(KIND, OrganisationKind::Council.key())
}

/// `known` is the name of who is signed in; else `sign_in` is where to go with an account.
pub fn questions(sheet: &Sheet, known: Option<String>, sign_in: Option<String>) -> impl IntoView + use<> {
    let kinds = OrganisationKind::ALL.iter().map(|kind| Choice::new(kind.key(), kind.label())).collect();
    let is_new = known.is_none();
    let presets = Preset::ALL.iter().map(|preset| Choice::new(preset.key(), preset.label())).collect();
    view! {
        <section class="stack" aria-labelledby="organisation">
            <h2 id="organisation">"Your organisation"</h2>
            {sheet.radios(KIND, kinds)}
            {sheet.text(NAME)}
            {sheet.short(SLUG)}
            {sheet.short(SHORT_CODE)}
            {councils(sheet)}
            {sheet.radios(PRESET, presets)}
        </section>
        <section class="stack" aria-labelledby="you">
            <h2 id="you">"You"</h2>
            {sign_in.map(|address| view! { <p class="prose">"You have an account here already? "<a href=address>"Sign in first"</a>": you keep it."</p> })}
            {known.map(|name| view! { <p class="prose">{format!("You are signed in as {name}. The new organisation is added to your account.")}</p> })}
            {is_new.then(|| sheet.filled_in(PERSON, "text", "name"))}
            {sheet.filled_in(TITLE, "text", "organization-title")}
            {is_new.then(|| view! { {sheet.filled_in(EMAIL, "email", "username")} {new_password(sheet)} })}
            {sheet.tick(MANAGER)}
        </section>
    }
}

fn councils(sheet: &Sheet) -> impl IntoView + use<> {
    let typed: Vec<String> = sheet.all(COUNCILS).map(ToOwned::to_owned).collect();
    let rows = (0..ROWS.max(typed.len())).map(|index| {
        // The first carries the field's name as its id: there the label and the error summary lead.
        let id = if index == 0 { COUNCILS.name.to_owned() } else { format!("{}-{index}", COUNCILS.name) };
        let label = format!("Member council {}", index + 1);
        let value = typed.get(index).cloned().unwrap_or_default();
        view! { <input class="in" type="text" id=id name=COUNCILS.name value=value aria-label=label/> }
    });
    let rows = rows.collect_view();
    sheet.around(COUNCILS, view! { <div class="stack stack-s full">{rows}</div> })
}
