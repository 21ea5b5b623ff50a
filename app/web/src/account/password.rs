use super::{
    fields::{new_password, read_new_password},
    frame::own_form,
    home::homes,
    sign_in::turned_away,
};
use crate::{
    App,
    failure::Failure,
    form::{Field, Sheet},
    http::Caller,
    page::Page,
    session::SignedIn,
    visit::{Note, Visit, done},
};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use domain::Rule;
use leptos::prelude::*;
use store::{Session, SignInRefusal};

const OLD: Field = Field::new("old_password", "The password you have now");

pub async fn show(SignedIn { session, .. }: SignedIn, visit: Visit) -> Page {
    page(visit, &session, Sheet::blank())
}

pub async fn submit(
    State(app): State<App>,
    SignedIn { session, token }: SignedIn,
    caller: Caller,
    visit: Visit,
    mut sheet: Sheet,
) -> Result<Response, Failure> {
    let old = sheet.typed(OLD).to_owned();
    if old.is_empty() {
        sheet.wrong::<()>(OLD, Rule::Missing);
    }
    let homes = homes(&app, session.person).await?;
    let names: Vec<&str> = homes.iter().map(|home| &*home.name).collect();
    let new = read_new_password(&mut sheet, &session.email, &names);
    let Some(new) = new.filter(|_| !old.is_empty()) else {
        return Ok(page(visit, &session, sheet).into_response());
    };
    let client = caller.client();
    match app.store.change_password(session.person, &old, &new, &token, &client, app.now()).await {
        Ok(()) => Ok(done("/account", Note::PasswordChanged)),
        Err(SignInRefusal::Wrong) => {
            sheet.wrong::<()>(OLD, Rule::NotYourPassword);
            Ok(page(visit, &session, sheet).into_response())
        }
        Err(SignInRefusal::TooMany { retry_after }) => Ok(turned_away(visit, retry_after)),
        Err(SignInRefusal::Failed(error)) => Err(error.into()),
    }
}

fn page(visit: Visit, session: &Session, sheet: Sheet) -> Page {
    let words =
        ["Change your password", "You stay signed in here, and are signed out everywhere else.", "Change password"];
    own_form(visit, session, sheet, words, |sheet| {
        view! { {sheet.filled_in(OLD, "password", "current-password")} {new_password(sheet)} }
    })
}
