//! One's own account: the name, the password, where one is signed in, and the organisations.
use super::{
    frame::own_page,
    home::{Home, homes, links},
    sign_out::{LEAVING, button},
};
use crate::{App, failure::Failure, page::Page, session::SignedIn, ui::words::when, visit::Visit};
use axum::extract::State;
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use store::{OpenSession, Session};
use uuid::Uuid;

pub async fn show(State(app): State<App>, SignedIn { session, .. }: SignedIn, visit: Visit) -> Result<Page, Failure> {
    let now = app.now();
    let homes = homes(&app, session.person).await?;
    let sessions = app.store.sessions_of(session.person, now).await?;
    let inside = session.clone();
    Ok(own_page(visit, &session, "Your account", move || {
        view! {
            <div class="ph row spread"><h1>"Your account"</h1>{button()}</div>
            <div class="stack stack-l">
                {about(&inside)}
                {organisations(&homes)}
                {signed_in_at(&sessions, inside.id, now)}
            </div>
        }
    })
    .running(LEAVING))
}

fn about(session: &Session) -> impl IntoView + use<> {
    view! {
        <section class="panel" aria-labelledby="you">
            <h2 id="you">"You"</h2>
            <dl class="dl">
                <dt>"Name"</dt>
                <dd>{session.name.clone()}" "<a href="/account/name">"Change your name"</a></dd>
                <dt>"E-mail address"</dt>
                <dd>{session.email.to_string()}</dd>
                <dt>"Password"</dt>
                <dd><a href="/account/password">"Change your password"</a></dd>
            </dl>
        </section>
    }
}

fn organisations(homes: &[Home]) -> impl IntoView + use<> {
    let none = homes
        .is_empty()
        .then(|| view! { <p class="empty">"No organisation has given you a place that counts today."</p> });
    view! {
        <section class="panel" aria-labelledby="organisations">
            <h2 id="organisations">"Your organisations"</h2>
            {none}
            {links(homes)}
        </section>
    }
}

fn signed_in_at(sessions: &[OpenSession], this: Uuid, now: DateTime<Utc>) -> impl IntoView + use<> {
    let rows = sessions.iter().map(|one| row(one, this, now)).collect_view();
    view! {
        <section class="panel" aria-labelledby="sessions">
            <div class="row spread mb">
                <h2 id="sessions">"Where you are signed in"</h2>
                <a class="btn" href="/account/sign-out-everywhere">"Sign out everywhere"</a>
            </div>
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Browser"</th>
                        <th scope="col">"Address"</th>
                        <th scope="col">"Signed in"</th>
                        <th scope="col">"Last used"</th>
                        <th scope="col">"End"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn row(one: &OpenSession, this: Uuid, now: DateTime<Utc>) -> impl IntoView + use<> {
    let browser = browser(&one.agent);
    let label = format!("End the session of {browser}, signed in {}", when(one.created_at, now));
    let leaves = (one.id == this).then_some("");
    let mark = (one.id == this).then(|| view! { " "<span class="tag">"This one"</span> });
    view! {
        <tr>
            <th scope="row">{browser}{mark}</th>
            <td data-l="Address">{one.address.clone()}</td>
            <td data-l="Signed in">{when(one.created_at, now)}</td>
            <td data-l="Last used">{when(one.seen_at, now)}</td>
            <td data-l="End">
                <form method="post" action=format!("/account/sessions/{}/end", one.id) data-leaves=leaves>
                    <button class="btn" aria-label=label>"End"</button>
                </form>
            </td>
        </tr>
    }
}

/// "Firefox on Windows", by the names that browsers give themselves; the more telling name first.
fn browser(agent: &str) -> String {
    let find = |names: &[(&str, &'static str)], other| {
        names.iter().find(|(part, _)| agent.contains(part)).map_or(other, |(_, name)| *name)
    };
    let name =
        find(&[("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")], "A browser");
    let system = find(
        &[
            ("Windows", "Windows"),
            ("Android", "Android"),
            ("iPhone", "an iPhone"),
            ("iPad", "an iPad"),
            ("Mac OS", "a Mac"),
            ("Linux", "Linux"),
        ],
        "",
    );
    if system.is_empty() { name.into() } else { format!("{name} on {system}") }
}
