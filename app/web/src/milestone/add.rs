use super::fields::{ACCEPTANCE, OWNER, input, questions};
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
use domain::{Act, MilestoneId, PostKind, Slug};
use leptos::prelude::*;

const BASELINED: Field = Field::new("baselined", "This date is agreed: keep it as the first plan");

pub async fn show(now: Now, Path((_, number)): Path<(Slug, u32)>) -> Result<Page, Failure> {
    let lead = now.seen().numbered(number)?.holder(PostKind::Lead, now.today);
    page(&now, number, Sheet::blank().with(BASELINED, "yes").with_any(OWNER, lead))
}

pub async fn submit(now: Now, Path((_, number)): Path<(Slug, u32)>, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let (input, baselined) = (input(&mut sheet), !sheet.typed(BASELINED).is_empty());
    if let Some(input) = input {
        let decided = now.decide(&mut sheet, None, |seen, today, id| {
            seen.add_milestone(MilestoneId(id.0), innovation, input, baselined, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/milestones")), Note::MilestoneAdded));
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let inside = here.clone();
    Ok(here
        .form("Add a milestone", &sheet.clone(), move || {
            view! {
                {crumbs(&inside, &innovation)}
                {sheet.summary()}
                <div class="ph"><p class="kicker">{innovation.title.to_string()}</p><h1>"Add a milestone"</h1></div>
                <form method="post" class="stack stack-l" novalidate>
                    {sheet.hidden()}
                    {questions(&inside, &sheet)}
                    {sheet.tick(BASELINED)}
                    {sheet.area(ACCEPTANCE, 3)}
                    <div class="row">
                        <button class="btn btn-go btn-big btn-wide">"Add milestone"</button>
                        {inside.keep_as_draft("Add a milestone")}
                    </div>
                </form>
            }
        })
        .narrow())
}
