use crate::{
    failure::Failure,
    form::{Choice, Field, Sheet, read},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, SetbackId, SetbackInput, SetbackKind, Slug};
use leptos::prelude::*;

const KIND: Field = Field::new("kind", "What kind of setback is it?");
const ON: Field = Field::new("on", "When did it happen?");
const WHAT: Field = Field::new("what", "What happened?").hint("Assume this could be disclosed");

pub async fn show(now: Now, Path((_, number)): Path<(Slug, u32)>) -> Result<Page, Failure> {
    page(&now, number, Sheet::blank().with(ON, now.today))
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = read!(sheet, SetbackInput { kind: KIND, on: day ON, what: WHAT }) {
        let decided =
            now.decide(&mut sheet, None, |seen, today, id| seen.add_setback(SetbackId(id.0), innovation, input, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/scale-up")), Note::SetbackAdded));
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let form = InnovationForm::new("Note a setback", &innovation.title, "Note setback")
        .lead("What counts is not that there was one, but that it was answered within 120 days.");
    Ok(form.page(here, &innovation, sheet, |_, sheet| {
        let kinds = SetbackKind::ALL.iter().map(|one| Choice::new(one.key(), one.label())).collect();
        view! { {sheet.select(KIND, kinds)} {sheet.area(WHAT, 2)} {sheet.date(ON)} }
    }))
}
