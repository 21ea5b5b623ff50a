//! The link of an invitation or of a reset: choose a password, and in.
use super::{
    fields::{address_of, new_password, read_new_password},
    home::homes,
    name::{NAME, rename},
    refused::{From, refused},
};
use crate::{App, failure::Failure, form::Sheet, http::Caller, page::Page, session::let_in, visit::Visit};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use domain::{Email, Language, Name};
use leptos::prelude::*;
use store::{EventKind, LinkKind, LinkRefusal, NewEvent, OneTimeLink, Token};

/// Shows what the link is for and uses nothing up: mail filters open links ahead of people.
pub async fn show(State(app): State<App>, visit: Visit, Path(link): Path<String>) -> Result<Response, Failure> {
    match look(&app, &link).await {
        Ok((_, link)) if may_set_password(&app, &link).await? => {
            let sheet = Sheet::blank().with_any(NAME, link.name.clone());
            Ok(page(visit, &link, sheet).into_response())
        }
        Ok((_, link)) => Ok(has_an_account(visit, &app, &link).await?.into_response()),
        Err(why) => refused(visit, why, From::Administrator),
    }
}

pub async fn submit(
    State(app): State<App>,
    caller: Caller,
    visit: Visit,
    Path(link): Path<String>,
    mut sheet: Sheet,
) -> Result<Response, Failure> {
    let (token, link) = match look(&app, &link).await {
        Ok(found) => found,
        Err(why) => return refused(visit, why, From::Administrator),
    };
    let (Some(person), Some(email)) = (link.person, link.email.clone()) else {
        return refused(visit, LinkRefusal::NotForThis, From::Administrator);
    };
    if !may_set_password(&app, &link).await? {
        return Ok(has_an_account(visit, &app, &link).await?.into_response());
    }
    let homes = homes(&app, person).await?;
    let organisations: Vec<&str> = homes.iter().map(|home| &*home.name).collect();
    let Some((name, password)) = read(&mut sheet, &link, &email, &organisations) else {
        return Ok(page(visit, &link, sheet).into_response());
    };
    if let Err(why) = app.store.set_password_by_link(&token, &password, &caller.client(), app.now()).await {
        return refused(visit, why, From::Administrator);
    }
    if let Some(name) = name.filter(|name| link.name.as_deref() != Some(&**name)) {
        rename(&app, person, &name, Language::English, sheet.submission()).await?;
    }
    let Some(session) = app.store.begin_session(person, &caller.client(), app.now()).await? else {
        return refused(visit, LinkRefusal::Unknown, From::Administrator);
    };
    let event = NewEvent::new(EventKind::SignedIn, person).from(address_of(&caller)).with(link.kind.as_str());
    app.store.log_event(&event, app.now()).await?;
    Ok(let_in(&app, &session, "/"))
}

/// The name is asked for with an invitation only.
fn read(
    sheet: &mut Sheet,
    link: &OneTimeLink,
    email: &Email,
    organisations: &[&str],
) -> Option<(Option<Name>, domain::NewPassword)> {
    let name = match link.kind {
        LinkKind::Invitation => sheet.read::<Name>(NAME).map(Some),
        LinkKind::Setup | LinkKind::Reset => Some(None),
    };
    let password = read_new_password(sheet, email, organisations);
    Some((name?, password?))
}

async fn look(app: &App, link: &str) -> Result<(Token, OneTimeLink), LinkRefusal> {
    let token: Token = link.parse().map_err(|_| LinkRefusal::Unknown)?;
    let link = app.store.look_at_link(&token, app.now()).await?;
    match link.kind {
        LinkKind::Setup => Err(LinkRefusal::NotForThis),
        LinkKind::Invitation | LinkKind::Reset => Ok((token, link)),
    }
}

/// An invitation sets a password only for somebody who has none, and only from the organisation that had them first:
/// otherwise a second organisation could open what they may see in the first.
async fn may_set_password(app: &App, link: &OneTimeLink) -> Result<bool, Failure> {
    let (Some(person), false, LinkKind::Invitation) = (link.person, link.has_password, link.kind) else {
        return Ok(link.kind == LinkKind::Reset);
    };
    let homes = homes(app, person).await?;
    let first = homes.iter().min_by_key(|home| home.reach.actor().memberships().map(|one| one.entry.at).min());
    Ok(first.is_none_or(|home| Some(home.id) == link.organisation))
}

async fn has_an_account(visit: Visit, app: &App, link: &OneTimeLink) -> Result<Page, Failure> {
    let place = match link.organisation {
        Some(organisation) => app.store.portfolio(organisation).await?.organisation().cloned(),
        None => None,
    };
    let (name, next) = place.map_or_else(
        || ("the organisation".to_owned(), "/".to_owned()),
        |one| (one.name.to_string(), format!("/{}", one.slug)),
    );
    Ok(Page::new(visit, "You are invited", move || {
        view! {
            <div class="ph"><h1>"You are invited"</h1></div>
            <p class="prose">
                {format!("You have a place in {name}. You were invited to Foothold before: sign in with the password you have, or open your first invitation if you have none yet.")}
            </p>
            <p class="mt"><a class="btn btn-go" href=format!("/sign-in?next={next}")>"Sign in"</a></p>
        }
    })
    .narrow())
}

fn page(visit: Visit, link: &OneTimeLink, sheet: Sheet) -> Page {
    let status = sheet.status();
    let invited = link.kind == LinkKind::Invitation;
    let title = if invited { "Welcome: choose a password" } else { "Choose a new password" };
    let email = link.email.as_ref().map(ToString::to_string).unwrap_or_default();
    let page = Page::new(visit, title, move || {
        view! {
            {sheet.summary()}
            <div class="ph">
                <h1>{title}</h1>
                <p class="quiet">{format!("You sign in with {email} and this password.")}</p>
            </div>
            <form method="post" class="stack stack-l" novalidate>
                {sheet.hidden()}
                <input type="hidden" name="username" autocomplete="username" value=email.clone()/>
                {invited.then(|| sheet.filled_in(NAME, "text", "name"))}
                {new_password(&sheet)}
                <div class="row"><button class="btn btn-go btn-big btn-wide">"Save and sign in"</button></div>
            </form>
        }
    });
    page.narrow().with_status(status)
}
