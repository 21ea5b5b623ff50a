//! Giving somebody a place. Whether they had an account before is not told.
use super::{above, fields, link, noted};
use crate::{
    account::{nth_id, read_email},
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    http::Caller,
    page::Page,
    short_form::ShortForm,
};
use axum::response::{IntoResponse, Response};
use domain::{Act, Band, Decision, Email, Language, MembershipId, MembershipInput, Name, PersonId, Role, Side};
use leptos::prelude::*;
use store::{EventKind, LinkKind, NewAccount};

const EMAIL: Field = Field::new("email", "Work e-mail address").hint("They sign in with it");
const NAME: Field = Field::new("name", "Name");
const ROLES: Field = Field::new("role", "Roles").hint("More than one if they need it");

struct Invitation {
    email: Email,
    name: Name,
    roles: Vec<Role>,
    place: MembershipInput,
}

pub async fn show(now: Now) -> Result<Page, Failure> {
    let sheet = Sheet::blank()
        .with(fields::SIDE, Side::Neither.key())
        .with(fields::BAND, Band::Frontline.key())
        .with(fields::FROM, now.today);
    page(&now, sheet)
}

pub async fn submit(now: Now, caller: Caller, mut sheet: Sheet) -> Result<Response, Failure> {
    now.seen().must(Act::ManagePeople, None)?;
    if let Some(invitation) = read(&mut sheet) {
        let person = account(&now, &invitation, &sheet).await?;
        let roles = invitation.roles.clone();
        let name = invitation.name.to_string();
        let decided = now.decide(&mut sheet, None, |seen, _, id| {
            let Invitation { name, roles, place, .. } = invitation;
            let places = (0..).zip(roles).map(|(number, role)| {
                let id = MembershipId(nth_id(id.0, number));
                seen.invite(id, person, name.clone(), MembershipInput { role, ..place.clone() })
            });
            places.collect::<Result<Vec<_>, _>>().map(|all| all.into_iter().fold(Decision::default(), Decision::and))
        });
        if decided.await?.is_some() {
            let words: Vec<_> = roles.iter().map(|role| role.label()).collect();
            noted(&now, &caller, EventKind::MembershipAdded, person, &words.join(", ")).await?;
            return Ok(link::made(&now, LinkKind::Invitation, person, name).await?.into_response());
        }
    }
    Ok(page(&now, sheet)?.into_response())
}

fn read(sheet: &mut Sheet) -> Option<Invitation> {
    let (email, name) = (read_email(sheet, EMAIL), sheet.read(NAME));
    let roles = sheet.read_all::<Role>(ROLES).filter(|roles| !roles.is_empty());
    let place = fields::input(sheet);
    Some(Invitation { email: email?, name: name?, roles: roles?, place: place? })
}

/// Of whoever has the address, else a new one. The same form names the same new person again.
async fn account(now: &Now, new: &Invitation, sheet: &Sheet) -> Result<PersonId, store::Error> {
    if let Some(known) = now.store().person_by_email(&new.email).await? {
        return Ok(known.id);
    }
    let account = NewAccount {
        id: PersonId(nth_id(sheet.submission().0, 100)),
        email: new.email.clone(),
        name: new.name.clone(),
        language: Language::English,
    };
    if now.store().add_person(&account, Some(now.session.person), now.now).await? {
        return Ok(account.id);
    }
    // Somebody else was quicker.
    let known = now.store().person_by_email(&new.email).await?;
    known.map(|known| known.id).ok_or_else(|| domain::Refusal::NotFound.into())
}

fn page(here: &Here, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::ManagePeople, None)?;
    let inside = here.clone();
    let form = ShortForm {
        above: above(here),
        heading: "Invite somebody".into(),
        about: Some("You then get a link to send them. It works once, for 7 days.".into()),
        button: "Invite",
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, move |sheet| {
        view! {
            {sheet.email(EMAIL)}
            {sheet.text(NAME)}
            {sheet.boxes(ROLES, fields::roles())}
            {fields::questions(&inside, sheet)}
        }
    }))
}
