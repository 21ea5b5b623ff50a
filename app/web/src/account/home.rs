//! Where a person belongs: straight there, or a choice.
use crate::{App, failure::Failure, page::Page, session::SignedIn, visit::Visit};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use domain::{Name, OrganisationId, PersonId, Refusal, Slug, Standing};
use leptos::prelude::*;
use store::Reach;

/// An organisation in which a person holds a place today.
#[derive(Clone)]
pub struct Home {
    pub id: OrganisationId,
    pub slug: Slug,
    pub name: Name,
    pub reach: Reach,
}

/// By slug.
pub async fn homes(app: &App, person: PersonId) -> Result<Vec<Home>, store::Error> {
    let mut homes = vec![];
    for (id, slug) in app.store.organisations_of(person).await? {
        match app.store.reach(&slug, person, app.now()).await {
            Ok(reach) if matches!(reach.actor().standing, Standing::Member(_)) => {
                let name = reach.seen().organisation().name.clone();
                homes.push(Home { id, slug, name, reach });
            }
            Ok(_) | Err(store::Error::Refused(Refusal::NotFound)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(homes)
}

pub async fn show(
    State(app): State<App>,
    SignedIn { session, .. }: SignedIn,
    visit: Visit,
) -> Result<Response, Failure> {
    let homes = homes(&app, session.person).await?;
    if let [only] = &homes[..] {
        return Ok(Redirect::to(&format!("/{}", only.slug)).into_response());
    }
    let visit = Visit { person: Some(session.name.as_str().into()), ..visit };
    let page = if homes.is_empty() {
        Page::new(visit, "You have no organisation", nowhere)
    } else {
        Page::new(visit, "Choose an organisation", move || choice(&homes))
    };
    Ok(page.narrow().into_response())
}

fn nowhere() -> impl IntoView {
    view! {
        <div class="ph"><h1>"You have no place in an organisation"</h1></div>
        <p class="prose">
            "You are signed in, but no organisation has given you a place that counts today. Ask the administrator of your council’s portfolio to invite you."
        </p>
        <p class="mt"><a href="/account">"Your account"</a></p>
    }
}

fn choice(homes: &[Home]) -> impl IntoView + use<> {
    view! {
        <div class="ph"><h1>"Choose an organisation"</h1></div>
        <section class="panel" aria-label="Your organisations">{links(homes)}</section>
    }
}

/// The organisations, each a link to its home.
pub fn links(homes: &[Home]) -> impl IntoView + use<> {
    let links = homes.iter().map(|home| {
        view! { <li><a href=format!("/{}", home.slug)>{home.name.to_string()}</a></li> }
    });
    view! { <ul class="rows">{links.collect_view()}</ul> }
}
