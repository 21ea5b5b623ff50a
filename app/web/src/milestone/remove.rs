use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, MilestoneId, Slug};

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
    let form = InnovationForm::new("Remove from the plan", title, "Remove milestone").stop();
    Ok(form.page(here, &innovation, sheet, |_, sheet| sheet.area(REASON, 2)))
}
