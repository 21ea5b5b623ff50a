use super::{
    fields::{filled, input, questions, theirs},
    links,
};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    innovation_frame::crumbs,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, Impossible, InnovationInput, Place, Slug};
use leptos::prelude::*;

pub async fn show(now: Now, Path((_, number)): Path<(Slug, u32)>) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?;
    now.seen().must(Act::EditInnovation, Some(innovation))?;
    if now.seen().place_of(innovation) == Place::Stopped {
        return Err(Failure::Impossible(Impossible::Stopped));
    }
    let sheet = filled(&InnovationInput::of(innovation, now.today)).about(innovation.entry.version);
    page(&now, number, sheet)
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?;
    if let Some(mut input) = input(&mut sheet) {
        // Links beyond what the form can hold stay.
        input.links.extend(innovation.links.iter().skip(links::MOST).cloned());
        let (id, version) = (innovation.id, sheet.seen());
        let decided =
            now.decide(&mut sheet, Some(theirs), |seen, today, _| seen.edit_innovation(id, input, version, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}")), Note::InnovationSaved));
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let inside = here.clone();
    Ok(here
        .form("Edit the innovation", &sheet.clone(), move || {
            let back = inside.link(&format!("innovations/{number}"));
            view! {
                {crumbs(&inside, &innovation)}
                {sheet.summary()}
                <div class="ph"><p class="kicker">{innovation.title.to_string()}</p><h1>"Edit the innovation"</h1></div>
                <form method="post" class="stack stack-l" novalidate>
                    {sheet.hidden()}
                    {questions(&inside, Some(&innovation), &sheet)}
                    <div class="row">
                        <button class="btn btn-go btn-big btn-wide">"Save innovation"</button>
                        {inside.keep_as_draft("Edit the innovation")}
                        <a class="btn btn-text btn-big" href=back>"Cancel"</a>
                    </div>
                </form>
            }
        })
        .narrow())
}
