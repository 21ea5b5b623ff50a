//! Somebody leaves a place, and somebody takes over what they owned.
use super::{above, noted};
use crate::{
    failure::Failure,
    form::{Field, Sheet, read},
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
use domain::{Act, EndInput, MembershipId, Owned, Refusal, Slug};
use leptos::prelude::*;
use store::EventKind;

const LAST: Field = Field::new("to_on", "Last day");
const SUCCESSOR: Field = Field::new("successor", "Who takes over?")
    .hint("Without somebody, posts are vacant and the rest stays in the old name");
const NOTE: Field =
    Field::new("handover_note", "What should they know?").hint("Assume this could be disclosed. May be left blank");

type Address = Path<(Slug, MembershipId)>;

pub async fn show(now: Now, Path((_, id)): Address) -> Result<Page, Failure> {
    let one = now.seen().membership(id).ok_or(Refusal::NotFound)?;
    page(&now, id, Sheet::default().with(LAST, one.to_on.unwrap_or(now.today)).about(one.entry.version))
}

pub async fn submit(now: Now, Path((_, id)): Address, caller: Caller, mut sheet: Sheet) -> Result<Response, Failure> {
    let person = now.seen().membership(id).ok_or(Refusal::NotFound)?.person;
    now.seen().must(Act::ManagePeople, None)?;
    let input = read!(sheet, EndInput { to_on: day LAST, successor: any SUCCESSOR, handover_note: any NOTE });
    if let Some(input) = input {
        let (version, last) = (sheet.seen(), input.to_on);
        let decided =
            now.decide(&mut sheet, None, |seen, today, _| seen.end_membership(id, input, version, today)).await?;
        if decided.is_some() {
            noted(&now, &caller, EventKind::MembershipEnded, person, &last.to_string()).await?;
            // Whoever ended their own last place has no page to go back to.
            let to = if person == now.session.person { "/".to_owned() } else { now.link("people") };
            return Ok(done(&to, Note::PlaceEnded));
        }
    }
    Ok(page(&now, id, sheet)?.into_response())
}

fn page(here: &Here, id: MembershipId, sheet: Sheet) -> Result<Page, Failure> {
    let one = here.seen().membership(id).ok_or(Refusal::NotFound)?;
    here.seen().must(Act::ManagePeople, None)?;
    let owned = here.seen().owned_by(id, here.today);
    let others = here.people().into_iter().filter(|choice| choice.key != id.to_string()).collect();
    let form = ShortForm {
        above: above(here),
        kicker: Some(format!("{}, {}", one.name, one.role.label())),
        heading: "End a place".into(),
        about: Some("From the day after they no longer get in by this place. What they recorded stays.".into()),
        button: "End place",
        stops: true,
    };
    Ok(form.page(here, sheet, move |sheet| {
        view! {
            {list(&owned)}
            {sheet.date(LAST)}
            {sheet.select(SUCCESSOR, others)}
            {sheet.area(NOTE, 3)}
        }
    }))
}

fn list(owned: &[Owned]) -> impl IntoView + use<> {
    if owned.is_empty() {
        return view! { <p class="quiet">"They own nothing that would need somebody else."</p> }.into_any();
    }
    let rows = owned.iter().map(|one| {
        let of = one.innovation.as_ref().filter(|(_, _, title)| **title != *one.title);
        let of = of.map(|(_, _, title)| format!(" ({title})")).unwrap_or_default();
        view! { <li>{format!("{}: {}{of}", one.owned_as.label(), one.title)}</li> }
    });
    let rows = rows.collect_view();
    view! {
        <section class="panel" aria-labelledby="owned">
            <h2 id="owned">"What they answer for"</h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}
