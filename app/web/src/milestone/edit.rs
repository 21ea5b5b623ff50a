use super::{
    fields::{ACCEPTANCE, DONE, REASON, filled, input, questions, theirs},
    pushes::{Pushes, pushes},
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
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{Act, MilestoneId, Slug};
use leptos::prelude::*;

type Address = Path<(Slug, u32, MilestoneId)>;

pub async fn show(now: Now, Path((_, number, id)): Address) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let milestone = now.seen().milestone(innovation, id)?;
    page(&now, number, id, filled(milestone).about(milestone.entry.version), None)
}

pub async fn submit(now: Now, Path((_, number, id)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = input(&mut sheet) {
        let warned =
            if input.done_on.is_none() { pushes(&now, &sheet, &[((innovation, id), input.forecast_on)]) } else { None };
        if warned.is_some() {
            return Ok(page(&now, number, id, sheet, warned)?.into_response());
        }
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, today, _| {
            seen.edit_milestone(innovation, id, input, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/milestones")), Note::MilestoneSaved));
        }
    }
    Ok(page(&now, number, id, sheet, None)?.into_response())
}

fn page(here: &Here, number: u32, id: MilestoneId, sheet: Sheet, warned: Option<Pushes>) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let title = here.seen().milestone(innovation.id, id)?.title.to_string();
    let inside = here.clone();
    let unsaved = warned.is_some();
    let page = here
        .form("Edit a milestone", &sheet.clone(), move || {
            view! {
                {crumbs(&inside, &innovation)}
                {sheet.summary()}
                {warned.as_ref().map(Pushes::panel)}
                <div class="ph"><p class="kicker">{innovation.title.to_string()}</p><h1>{title}</h1></div>
                <form method="post" class="stack stack-l" novalidate>
                    {sheet.hidden()}
                    {questions(&inside, &sheet)}
                    {sheet.area(REASON, 2)}
                    {sheet.date(DONE)}
                    {sheet.area(ACCEPTANCE, 3)}
                    <div class="row">{button(warned.as_ref())} {inside.keep_as_draft("Edit a milestone")}</div>
                </form>
            }
        })
        .narrow();
    Ok(if unsaved { page.with_status(StatusCode::UNPROCESSABLE_ENTITY) } else { page })
}

fn button(warned: Option<&Pushes>) -> AnyView {
    warned.map_or_else(
        || view! { <button class="btn btn-go btn-big btn-wide">"Save milestone"</button> }.into_any(),
        |warned| warned.button().into_any(),
    )
}
