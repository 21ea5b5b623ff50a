use super::{
    OfInnovation,
    fields::{input, questions},
};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    innovation_form::InnovationForm,
    leadership::evidence_for,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, SignalName, SiteId};
use leptos::prelude::*;

pub async fn show(now: Now, Path((_, number)): OfInnovation) -> Result<Page, Failure> {
    page(&now, number, Sheet::blank())
}

pub async fn submit(now: Now, Path((_, number)): OfInnovation, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = input(&mut sheet) {
        let decided = now.decide(&mut sheet, None, |seen, _, id| seen.add_site(SiteId(id.0), innovation, input));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/scale-up")), Note::SiteAdded));
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let form = InnovationForm::new("Add a site", &innovation.title, "Add site")
        .lead("It begins as identified. Where it has got to is the next step.");
    let id = innovation.id;
    Ok(form.page(here, &innovation, sheet, move |here, sheet| {
        view! { {questions(here, sheet)} {evidence_for(here, id, &[SignalName::RolledOut])} }
    }))
}
