//! Closing somebody's account, and opening it again: it counts everywhere, so not every administrator may.
use super::{above, link::answers_for, link::place};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    page::Page,
    short_form::{ShortForm, crumbs},
    visit::{Note, done},
};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{Act, Membership, MembershipId, Slug};
use leptos::prelude::*;

type Address = Path<(Slug, MembershipId)>;

pub async fn show_disable(now: Now, Path((_, id)): Address) -> Result<Page, Failure> {
    now.seen().must(Act::ManagePeople, None)?;
    let one = place(&now, id)?;
    let form = ShortForm {
        above: above(&now),
        kicker: Some(one.name.to_string()),
        heading: "Disable the account".into(),
        about: Some(
            "They are signed out everywhere at once and cannot sign in until the account is enabled again. Their place and \
             what they answer for stay: end the place to hand that over."
                .into(),
        ),
        button: "Disable account",
        stops: true,
    };
    Ok(form.page(&now, Sheet::blank(), |_| ()))
}

pub async fn disable(now: Now, Path((_, id)): Address, sheet: Sheet) -> Result<Response, Failure> {
    let one = match allowed(&now, id, &sheet).await? {
        Ok(one) => one,
        Err(refused) => return Ok(refused.into_response()),
    };
    now.store().disable_person(one.person, now.session.person, now.now).await?;
    Ok(done(&now.link("people"), Note::AccountDisabled))
}

pub async fn show_enable(now: Now, Path((_, id)): Address) -> Result<Page, Failure> {
    now.seen().must(Act::ManagePeople, None)?;
    let one = place(&now, id)?;
    let form = ShortForm {
        above: above(&now),
        kicker: Some(one.name.to_string()),
        heading: "Enable the account".into(),
        about: Some("They can sign in again with the password they had. Links made before stay void.".into()),
        button: "Enable account",
        ..ShortForm::default()
    };
    Ok(form.page(&now, Sheet::blank(), |_| ()))
}

pub async fn enable(now: Now, Path((_, id)): Address, sheet: Sheet) -> Result<Response, Failure> {
    let one = match allowed(&now, id, &sheet).await? {
        Ok(one) => one,
        Err(refused) => return Ok(refused.into_response()),
    };
    now.store().enable_person(one.person, now.session.person, now.now).await?;
    Ok(done(&now.link("people"), Note::AccountEnabled))
}

/// The place of somebody else, for whose every other place the same administrator answers; or why not, as a page.
async fn allowed(now: &Now, id: MembershipId, sheet: &Sheet) -> Result<Result<Membership, Page>, Failure> {
    now.seen().must(Act::ManagePeople, None)?;
    let one = place(now, id)?;
    if sheet.is_reopened() {
        return Err(Failure::NotFound);
    }
    if one.person == now.session.person {
        let text = "This is your own account. Another administrator, or whoever runs this service, can disable it.";
        return Ok(Err(refused(now, &one, text)));
    }
    if !answers_for(now, one.person).await? {
        let text = "This account also opens what you do not answer for. Here you can end the place; whoever runs this \
                    service can disable the account everywhere.";
        return Ok(Err(refused(now, &one, text)));
    }
    Ok(Ok((*one).clone()))
}

fn refused(here: &Here, one: &Membership, text: &'static str) -> Page {
    let (inside, name) = (here.clone(), one.name.to_string());
    let page = here.page("You cannot do this", move || {
        view! {
            {crumbs(above(&inside))}
            <div class="ph"><p class="kicker">{name}</p><h1>"You cannot do this"</h1></div>
            <p class="prose">{text}</p>
        }
    });
    page.narrow().with_status(StatusCode::CONFLICT)
}
