use crate::{
    failure::Failure,
    form::{Field, Sheet},
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

const REASON: Field = Field::new("reason", "Why is it no longer in the plan?");

type Address = Path<(Slug, u32, MilestoneId)>;

pub async fn show(now: Now, Path((_, number, id)): Address) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let version = now.seen().milestone(innovation, id)?.entry.version;
    page(&now, number, id, Sheet::default().about(version))
}

pub async fn submit(now: Now, Path((_, number, id)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(reason) = sheet.read(REASON) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, _, _| seen.remove_milestone(innovation, id, reason, version));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/milestones")), Note::MilestoneRemoved));
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
        .form("Remove a milestone", &sheet.clone(), move || {
            view! {
                {crumbs(&inside, &innovation)}
                {sheet.summary()}
                <div class="ph"><p class="kicker">{title}</p><h1>"Remove from the plan"</h1></div>
                <form method="post" class="stack stack-l" novalidate>
                    {sheet.hidden()}
                    {sheet.area(REASON, 2)}
                    <div class="row"><button class="btn btn-stop btn-big btn-wide">"Remove milestone"</button></div>
                </form>
            }
        })
        .narrow())
}
