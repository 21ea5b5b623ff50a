//! For everyone, without signing in: what is published of an organisation, or of one innovation. What is not published
//! is answered as what is not there.
use super::{drawn::drawn, public_address, public_page::PublicPage};
use crate::{App, failure::Failure};
use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use domain::{PublicInnovation, Slug, YouSaid};
use leptos::prelude::*;

pub async fn show_all(
    State(app): State<App>,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let (slug, said) = published(&app, &slug).await?;
    let page = PublicPage {
        organisation: said.organisation.to_string(),
        title: "You said, we did".into(),
        description: description(&said),
        body: all(&slug, &said).into_any(),
        slug,
    };
    Ok(page.answer(&headers))
}

pub async fn show_one(
    State(app): State<App>,
    Path((slug, number)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let number = number.parse::<u32>().map_err(|_| Failure::NotFound)?;
    let (slug, said) = published(&app, &slug).await?;
    let said = said.only(number).ok_or(Failure::NotFound)?;
    let title = said.innovations.first().map_or_else(String::new, |one| one.title.to_string());
    let page = PublicPage {
        organisation: said.organisation.to_string(),
        title: format!("You said, we did: {title}"),
        description: description(&said),
        body: one(&slug, &said, title).into_any(),
        slug,
    };
    Ok(page.answer(&headers))
}

async fn published(app: &App, slug: &str) -> Result<(Slug, YouSaid), Failure> {
    let slug: Slug = slug.parse().map_err(|_| Failure::NotFound)?;
    let said = app.store.you_said(&slug).await?.ok_or(Failure::NotFound)?;
    Ok((slug, said))
}

fn description(said: &YouSaid) -> String {
    let about = match said.innovations.as_slice() {
        [one] => one.title.to_string(),
        all => format!("{} new ways of working", all.len()),
    };
    format!(
        "What people told {} about {about}, what was done about it, and what cannot be done, with the reasons.",
        said.organisation
    )
}

const LEAD: &str = "What people told us, what we did about it, and what we cannot do, with the reasons. We do not show who \
                    said it, only what kind of group.";

fn all(slug: &Slug, said: &YouSaid) -> impl IntoView + use<> {
    let innovations = said.innovations.iter().map(|one| section(slug, one).into_any()).collect_view();
    view! {
        <div class="ph">
            <p class="kicker">{said.organisation.to_string()}</p>
            <h1>"You said, we did"</h1>
            <p class="lead">{LEAD}</p>
        </div>
        <div class="stack stack-l">{innovations}</div>
    }
}

fn section(slug: &Slug, one: &PublicInnovation) -> impl IntoView + use<> {
    let id = format!("innovation-{}", one.number);
    let address = public_address(slug, Some(one.number));
    view! {
        <section class="stack" aria-labelledby=id.clone()>
            <h2 id=id.clone()><a href=address>{one.title.to_string()}</a></h2>
            {drawn(one)}
        </section>
    }
}

fn one(slug: &Slug, said: &YouSaid, title: String) -> impl IntoView + use<> {
    let all = public_address(slug, None);
    let heard = said.innovations.iter().map(|one| drawn(one).into_any()).collect_view();
    view! {
        <p class="crumbs mb"><a href=all>{format!("You said, we did: {}", said.organisation)}</a></p>
        <div class="ph">
            <p class="kicker">{said.organisation.to_string()}</p>
            <h1>"You said, we did"</h1>
            <p class="lead">{LEAD}</p>
        </div>
        <section class="stack" aria-labelledby="innovation"><h2 id="innovation">{title}</h2>{heard}</section>
    }
}
