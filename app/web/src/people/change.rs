use super::{above, fields, noted};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    http::Caller,
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, MembershipId, Refusal, Slug};
use leptos::prelude::*;
use store::EventKind;

type Address = Path<(Slug, MembershipId)>;

pub async fn show(now: Now, Path((_, id)): Address) -> Result<Page, Failure> {
    let one = now.seen().membership(id).ok_or(Refusal::NotFound)?;
    page(&now, id, fields::filled(one).about(one.entry.version))
}

pub async fn submit(now: Now, Path((_, id)): Address, caller: Caller, mut sheet: Sheet) -> Result<Response, Failure> {
    let person = now.seen().membership(id).ok_or(Refusal::NotFound)?.person;
    now.seen().must(Act::ManagePeople, None)?;
    if let Some(input) = fields::input(&mut sheet) {
        let (version, role) = (sheet.seen(), input.role);
        let decided = now.decide(&mut sheet, Some(fields::theirs), |seen, today, _| {
            seen.change_membership(id, input, version, today)
        });
        if decided.await?.is_some() {
            noted(&now, &caller, EventKind::MembershipChanged, person, role.label()).await?;
            return Ok(done(&now.link("people"), Note::PlaceSaved));
        }
    }
    Ok(page(&now, id, sheet)?.into_response())
}

fn page(here: &Here, id: MembershipId, sheet: Sheet) -> Result<Page, Failure> {
    let one = here.seen().membership(id).ok_or(Refusal::NotFound)?;
    here.seen().must(Act::ManagePeople, None)?;
    let inside = here.clone();
    let form = ShortForm {
        above: above(here),
        kicker: Some(one.name.to_string()),
        heading: "Change a place".into(),
        button: "Save place",
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, move |sheet| {
        view! { {sheet.radios(fields::ROLE, fields::roles())} {fields::questions(&inside, sheet)} }
    }))
}
