//! The log of sign-ins and administration.
use super::above;
use crate::{failure::Failure, here::Now, page::Page, short_form::crumbs, ui::words::date};
use axum::extract::Query;
use chrono::{DateTime, Utc};
use domain::{Act, PersonId, london_day};
use leptos::prelude::*;
use serde::Deserialize;
use store::{Event, EventKind};
use uuid::Uuid;

#[derive(Deserialize)]
pub struct Turn {
    /// The last id of the page before.
    before: Option<Uuid>,
}

pub async fn show(now: Now, Query(Turn { before }): Query<Turn>) -> Result<Page, Failure> {
    now.seen().must(Act::ManagePeople, None)?;
    let events = now.store().events(now.reach().portfolio().id, before).await?;
    let older = events.last().filter(|_| events.len() == store::EVENTS_ON_A_PAGE).map(|last| last.id);
    // What somebody who has left does with their account elsewhere is nobody's business here.
    let is_ours = |event: &Event| event.organisation.is_some() || event.person.is_some_and(|one| is_here(&now, one));
    let events: Vec<Event> = events.into_iter().filter(is_ours).collect();
    let here = now.0.clone();
    Ok(now.page("Log", move || {
        let rows = events.iter().map(|event| row(&here, event)).collect_view();
        let more = older.map(|id| {
            let address = here.link(&format!("log?before={id}"));
            view! { <nav class="mt" aria-label="Pages"><a class="btn" href=address>"Older"</a></nav> }
        });
        let none = events.is_empty().then(|| view! { <p class="empty">"Nothing here."</p> });
        view! {
            {crumbs(above(&here))}
            <div class="ph">
                <h1>"Sign-ins and administration"</h1>
                <p class="quiet">"The newest first. Times are in UTC. Only administrators see this."</p>
            </div>
            <section class="panel" aria-label="Events">
                {none}
                <table class="table table-cards">
                    <thead>
                        <tr>
                            <th scope="col">"What"</th>
                            <th scope="col">"When"</th>
                            <th scope="col">"Whose"</th>
                            <th scope="col">"By"</th>
                            <th scope="col">"From"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
            {more}
        }
    }))
}

fn is_here(now: &Now, person: PersonId) -> bool {
    now.reach().portfolio().memberships_of(person, now.today).next().is_some()
}

fn row(here: &crate::here::Here, event: &Event) -> impl IntoView + use<> {
    let name = |person: Option<PersonId>| {
        let named = person.map(|one| here.reach().portfolio().name_of(one).unwrap_or("Somebody who is not here"));
        named.unwrap_or("–").to_owned()
    };
    let or_dash = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    let detail = if event.detail.is_empty() { String::new() } else { format!(": {}", event.detail) };
    let by = event.actor.filter(|actor| Some(*actor) != event.person);
    view! {
        <tr>
            <th scope="row">{format!("{}{detail}", words(event.kind))}</th>
            <td data-l="When">{moment(event.at)}</td>
            <td data-l="Whose">{name(event.person)}</td>
            <td data-l="By">{name(by)}</td>
            <td data-l="From">{or_dash(&event.address)}</td>
        </tr>
    }
}

fn moment(at: DateTime<Utc>) -> String {
    format!("{}, {}", date(london_day(at)), at.format("%H:%M"))
}

const fn words(kind: EventKind) -> &'static str {
    match kind {
        EventKind::SignedIn => "Signed in",
        EventKind::SignInFailed => "Wrong password",
        EventKind::SignInLimited => "Too many tries",
        EventKind::SignedOut => "Signed out",
        EventKind::SessionEnded => "Session ended",
        EventKind::PasswordChanged => "Password changed",
        EventKind::PasswordSet => "Password set by a link",
        EventKind::LinkMade => "Link made",
        EventKind::LinkUsed => "Link used",
        EventKind::PersonAdded => "Account added",
        EventKind::PersonRenamed => "Name changed",
        EventKind::PersonDisabled => "Account disabled",
        EventKind::PersonEnabled => "Account enabled",
        EventKind::MembershipAdded => "Place given",
        EventKind::MembershipChanged => "Place changed",
        EventKind::MembershipEnded => "Place ended",
    }
}
