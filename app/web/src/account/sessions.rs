//! Ending sessions: one, or all of them.
use super::{
    frame::own_form,
    sign_out::{LEAVING, let_out},
};
use crate::{
    App,
    failure::Failure,
    form::Sheet,
    page::Page,
    session::SignedIn,
    visit::{Note, Visit, done},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use uuid::Uuid;

/// One that has ended meanwhile has ended: the same answer.
pub async fn end(
    State(app): State<App>,
    SignedIn { session, .. }: SignedIn,
    Path(id): Path<Uuid>,
) -> Result<Response, Failure> {
    app.store.end_session(session.person, id, app.now()).await?;
    if id == session.id { Ok(let_out(&app)) } else { Ok(done("/account", Note::SessionEnded)) }
}

pub async fn show_everywhere(SignedIn { session, .. }: SignedIn, visit: Visit) -> Page {
    let words = [
        "Sign out everywhere",
        "On this device too. You then sign in again with your password.",
        "Sign out everywhere",
    ];
    own_form(visit, &session, Sheet::blank(), words, |_| ()).running(LEAVING)
}

pub async fn everywhere(State(app): State<App>, SignedIn { session, .. }: SignedIn) -> Result<Response, Failure> {
    app.store.sign_out_everywhere(session.person, None, app.now()).await?;
    Ok(let_out(&app))
}
