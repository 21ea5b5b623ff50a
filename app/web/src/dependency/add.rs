use super::{
    OfMilestone,
    fields::{OWNER, blank, input, questions},
    home,
};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, DependencyId, MilestoneId, PostKind};

pub async fn show(now: Now, Path((_, number, milestone)): OfMilestone) -> Result<Page, Failure> {
    let lead = now.seen().numbered(number)?.holder(PostKind::Lead, now.today);
    page(&now, number, milestone, blank(Sheet::blank()).with_any(OWNER, lead))
}

pub async fn submit(
    now: Now,
    Path((_, number, milestone)): OfMilestone,
    mut sheet: Sheet,
) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(input) = input(&mut sheet) {
        let decided = now.decide(&mut sheet, None, |seen, today, id| {
            seen.add_dependency(DependencyId(id.0), innovation, milestone, input, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&home(&now, number, milestone), Note::DependencyAdded));
        }
    }
    Ok(page(&now, number, milestone, sheet)?.into_response())
}

fn page(here: &Here, number: u32, milestone: MilestoneId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let milestone = here.seen().milestone(innovation.id, milestone)?.clone();
    let form = InnovationForm::new("Add what it waits on", &milestone.title, "Add dependency");
    Ok(form.page(here, &innovation, sheet, move |here, sheet| questions(here, &milestone, sheet)))
}
