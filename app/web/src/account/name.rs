//! The name a person is known by, everywhere.
use super::{frame::own_form, home::homes};
use crate::{
    App,
    failure::Failure,
    form::{Field, Sheet},
    page::Page,
    session::SignedIn,
    visit::{Note, Visit, done},
};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use domain::{Language, Name, PersonId, Refusal, SubmissionId};
use store::{Asked, Session};

pub const NAME: Field = Field::new("name", "Your name").hint("As colleagues know you");

pub async fn show(SignedIn { session, .. }: SignedIn, visit: Visit) -> Page {
    let sheet = Sheet::blank().with(NAME, &session.name);
    page(visit, &session, sheet)
}

pub async fn submit(
    State(app): State<App>,
    SignedIn { session, .. }: SignedIn,
    visit: Visit,
    mut sheet: Sheet,
) -> Result<Response, Failure> {
    let Some(name) = sheet.read::<Name>(NAME) else {
        return Ok(page(visit, &session, sheet).into_response());
    };
    rename(&app, session.person, &name, session.language, sheet.submission()).await?;
    Ok(done("/account", Note::NameSaved))
}

/// A decision in each organisation, then the account itself: when cut short, doing it again does the rest.
pub async fn rename(
    app: &App,
    person: PersonId,
    name: &Name,
    language: Language,
    submission: SubmissionId,
) -> Result<(), store::Error> {
    let asked = Asked { at: app.now(), submission };
    for home in homes(app, person).await? {
        match app.store.decide(&home.reach, asked, |seen, _| seen.rename(person, name.clone())).await {
            Ok(_) | Err(store::Error::Refused(Refusal::NotFound)) => {}
            Err(error) => return Err(error),
        }
    }
    app.store.rename_person(person, name, language, person, app.now()).await.map(drop)
}

fn page(visit: Visit, session: &Session, sheet: Sheet) -> Page {
    let words = [
        "Change your name",
        "It changes in every organisation where you have a place, and in what you recorded before.",
        "Save name",
    ];
    own_form(visit, session, sheet, words, |sheet| sheet.filled_in(NAME, "text", "name"))
}
