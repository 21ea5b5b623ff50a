//! The statements: read by everyone, worded by an administrator.
use super::words::{drawn, own};
use crate::{
    App,
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, Visit, done},
};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use domain::{Act, Organisation, Record, Slug, Statement};
use leptos::prelude::*;
use std::sync::Arc;

const WORDS: Field = Field::new("words", "In your own words").hint(
    "A blank line begins a paragraph. A line that begins with # is a heading, lines that begin with - are a list. \
     Empty the box to show the words of Foothold again. Everyone can read this",
);

pub async fn accessibility(visit: Visit) -> Page {
    page(visit, None, Statement::Accessibility)
}

pub async fn privacy(visit: Visit) -> Page {
    page(visit, None, Statement::Privacy)
}

pub async fn accessibility_of(State(app): State<App>, visit: Visit, Path(slug): Path<Slug>) -> Result<Page, Failure> {
    of(&app, visit, &slug, Statement::Accessibility).await
}

pub async fn privacy_of(State(app): State<App>, visit: Visit, Path(slug): Path<Slug>) -> Result<Page, Failure> {
    of(&app, visit, &slug, Statement::Privacy).await
}

async fn of(app: &App, visit: Visit, slug: &Slug, statement: Statement) -> Result<Page, Failure> {
    let organisation = app.store.public_face(slug).await?.ok_or(Failure::NotFound)?;
    Ok(page(visit, Some(organisation), statement))
}

/// Without the menu of the organisation: who reads this may not be signed in.
fn page(visit: Visit, organisation: Option<Arc<Organisation>>, statement: Statement) -> Page {
    let name = organisation.as_ref().map(|one| one.name.to_string());
    let text = match organisation.as_ref().and_then(|one| one.statement(statement)) {
        Some(words) => words.to_string(),
        None => own(statement, name.as_deref()),
    };
    Page::new(visit, statement.label(), move || {
        view! {
            <div class="ph">{name.map(|name| view! { <p class="kicker">{name}</p> })}<h1>{statement.label()}</h1></div>
            <div class="stack prose">{drawn(&text)}</div>
        }
    })
    .narrow()
}

/// Without words of their own an administrator starts from those of the product.
pub async fn show(now: Now, Path((_, key)): Path<(Slug, String)>) -> Result<Page, Failure> {
    let statement = named(&key)?;
    let seen = now.seen();
    let organisation = seen.organisation();
    let mut sheet = filled(organisation, statement);
    if organisation.statement(statement).is_none() {
        sheet = sheet.with(WORDS, own(statement, Some(&organisation.name)));
    }
    form(&now, statement, sheet.about(organisation.entry.version))
}

pub async fn submit(now: Now, Path((_, key)): Path<(Slug, String)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let statement = named(&key)?;
    if let Some(words) = sheet.read_any(WORDS) {
        let version = sheet.seen();
        let theirs = match statement {
            Statement::Accessibility => their_accessibility,
            Statement::Privacy => their_privacy,
        };
        let decided = now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.edit_statement(statement, words, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link("settings"), Note::StatementSaved));
        }
    }
    Ok(form(&now, statement, sheet)?.into_response())
}

fn named(key: &str) -> Result<Statement, Failure> {
    key.parse().map_err(|_| Failure::NotFound)
}

fn filled(organisation: &Organisation, statement: Statement) -> Sheet {
    Sheet::default().with_any(WORDS, organisation.statement(statement))
}

fn their_accessibility(record: &Record) -> Sheet {
    theirs(record, Statement::Accessibility)
}

fn their_privacy(record: &Record) -> Sheet {
    theirs(record, Statement::Privacy)
}

fn theirs(record: &Record, statement: Statement) -> Sheet {
    match record {
        Record::Organisation(organisation) => filled(organisation, statement),
        _ => Sheet::default(),
    }
}

fn form(here: &Here, statement: Statement, sheet: Sheet) -> Result<Page, Failure> {
    here.seen().must(Act::ManagePeople, None)?;
    let form = ShortForm {
        above: vec![("Settings".into(), here.link("settings"))],
        heading: statement.label().into(),
        button: "Save statement",
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, |sheet| sheet.area(WORDS, 24)))
}
