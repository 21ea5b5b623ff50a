use super::fields::{ACCEPTANCE, OWNER, input, questions};
use crate::{
    failure::Failure,
    form::{Field, Sheet},
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
use domain::{Act, MilestoneId, PostKind, SignalName, Slug};
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
    let id = innovation.id;
    let form = InnovationForm::new("Add a milestone", &innovation.title, "Add milestone");
    Ok(form.page(here, &innovation, sheet, move |here, sheet| {
        view! {
            {questions(here, sheet)}
            {sheet.tick(BASELINED)}
            {sheet.area(ACCEPTANCE, 3)}
            {evidence_for(here, id, &[SignalName::LivePlan])}
        }
    }))
}
