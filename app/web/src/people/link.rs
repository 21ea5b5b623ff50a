//! Links that an administrator hands on: until there is mail, by copying them.
use super::above;
use crate::{
    account::homes,
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    page::Page,
    short_form::{ShortForm, crumbs},
};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{Act, Membership, MembershipId, PersonId, Refusal, Role, Slug};
use leptos::prelude::*;
use std::sync::Arc;
use store::LinkKind;

type Address = Path<(Slug, MembershipId)>;

pub async fn show(now: Now, Path((_, id)): Address) -> Result<Page, Failure> {
    now.seen().must(Act::ManagePeople, None)?;
    let one = place(&now, id)?;
    let form = ShortForm {
        above: above(&now),
        kicker: Some(one.name.to_string()),
        heading: "Make a new link".into(),
        about: Some(
            "For somebody who has forgotten their password, or whose invitation is too old. Links made before stop working."
                .into(),
        ),
        button: "Make a link",
        ..ShortForm::default()
    };
    Ok(form.page(&now, Sheet::blank(), |_| ()))
}

/// For whoever has a password a reset, else another invitation.
pub async fn submit(now: Now, Path((_, id)): Address, sheet: Sheet) -> Result<Response, Failure> {
    now.seen().must(Act::ManagePeople, None)?;
    let one = place(&now, id)?;
    if sheet.is_reopened() {
        return Err(Failure::NotFound);
    }
    let account = now.store().account(one.person).await?.ok_or(Refusal::NotFound)?;
    let kind = if account.has_password { LinkKind::Reset } else { LinkKind::Invitation };
    if kind == LinkKind::Reset && !answers_for(&now, one.person).await? {
        return Ok(elsewhere(&now, &one).with_status(StatusCode::CONFLICT).into_response());
    }
    Ok(made(&now, kind, one.person, one.name.to_string()).await?.into_response())
}

/// Makes the link and shows it, once.
pub async fn made(now: &Now, kind: LinkKind, person: PersonId, name: String) -> Result<Page, Failure> {
    let organisation = now.reach().portfolio().id;
    let token =
        now.store().make_link(kind, Some(person), Some(organisation), Some(now.session.person), now.now).await?;
    let address = format!("{}/link/{}", now.app().site.public_url, token.expose());
    let lasts = if kind == LinkKind::Reset { "1 hour" } else { "7 days" };
    let inside = now.0.clone();
    Ok(now.page("Send them this link", move || {
        view! {
            {crumbs(above(&inside))}
            <div class="ph"><p class="kicker">{name.clone()}</p><h1>"Send them this link"</h1></div>
            <div class="stack prose">
                <p>{format!("Copy it into a message to {name}’s own address. It works once, for {lasts}, and lets in whoever opens it first. It is not shown again.")}</p>
                <div class="field">
                    <label for="link">"Link"</label>
                    <input class="in" id="link" type="text" readonly value=address/>
                </div>
                <p><a class="btn" href=inside.link("people")>"Back to people"</a></p>
            </div>
        }
    })
    .narrow())
}

/// A reset opens all that the person may see: only where the same administrator answers for every place of theirs.
pub async fn answers_for(now: &Now, person: PersonId) -> Result<bool, store::Error> {
    for home in homes(now.app(), person).await? {
        let runs = match now.store().reach(&home.slug, now.session.person, now.now).await {
            Ok(reach) => reach.actor().has_role(Role::Administrator),
            Err(store::Error::Refused(_)) => false,
            Err(error) => return Err(error),
        };
        if !runs {
            return Ok(false);
        }
    }
    Ok(true)
}

fn elsewhere(here: &Here, one: &Membership) -> Page {
    let (inside, name) = (here.clone(), one.name.to_string());
    here.page("You cannot make this link", move || {
        view! {
            {crumbs(above(&inside))}
            <div class="ph"><p class="kicker">{name}</p><h1>"You cannot make this link"</h1></div>
            <p class="prose">
                "You do not answer for everything that this account opens. Whoever runs this service can make the link."
            </p>
        }
    })
    .narrow()
}

pub fn place(here: &Here, id: MembershipId) -> Result<Arc<Membership>, Refusal> {
    let one = here.seen().membership(id).ok_or(Refusal::NotFound)?;
    if one.to_on.is_some_and(|last| last < here.today) { Err(Refusal::NotFound) } else { Ok(one.clone()) }
}
