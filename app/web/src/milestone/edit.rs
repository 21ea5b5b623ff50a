use super::fields::{ACCEPTANCE, DONE, REASON, filled, input, questions, theirs};
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
use domain::{Act, MilestoneId, Slug};
use leptos::prelude::*;

type Address = Path<(Slug, u32, MilestoneId)>;

pub async fn show(now: Now, Path((_, number, id)): Address) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let milestone = now.seen().milestone(innovation, id)?;
    page(&now, number, id, filled(milestone).about(milestone.entry.version))
}

pub async fn submit(now: Now, Path((_, number, id)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, Some(theirs), |seen, today, _| {
            seen.edit_milestone(innovation, id, input, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/milestones")), Note::MilestoneSaved));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: MilestoneId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let title = here.seen().milestone(innovation.id, id)?.title.to_string();
    let inside = here.clone();
    Ok(here
        .form("Edit a milestone", &sheet.clone(), move || {
            view! {
                {crumbs(&inside, &innovation)}
                {sheet.summary()}
                <div class="ph"><p class="kicker">{innovation.title.to_string()}</p><h1>{title}</h1></div>
                <form method="post" class="stack stack-l" novalidate>
                    {sheet.hidden()}
                    {questions(&inside, &sheet)}
                    {sheet.area(REASON, 2)}
                    {sheet.date(DONE)}
                    {sheet.area(ACCEPTANCE, 3)}
                    <div class="row">
                        <button class="btn btn-go btn-big btn-wide">"Save milestone"</button>
                        {inside.keep_as_draft("Edit a milestone")}
                    </div>
                </form>
            }
        })
        .narrow())
}
