use crate::{
    failure::Failure,
    form::{Field, Sheet},
    here::{Here, Now},
    innovation_form::InnovationForm,
    page::Page,
    ui::words::date,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, MilestoneId, Slug};

const DONE: Field = Field::new("done_on", "Done on");

type Address = Path<(Slug, u32, MilestoneId)>;

pub async fn show(now: Now, Path((_, number, id)): Address) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    let version = now.seen().milestone(innovation, id)?.entry.version;
    page(&now, number, id, Sheet::default().with(DONE, now.today).about(version))
}

pub async fn submit(now: Now, Path((_, number, id)): Address, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(done_on) = sheet.read_day(DONE) {
        let version = sheet.seen();
        let decided = now.decide(&mut sheet, None, |seen, today, _| {
            seen.complete_milestone(innovation, id, done_on, version, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/milestones")), Note::MilestoneCompleted));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: MilestoneId, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let milestone = here.seen().milestone(innovation.id, id)?;
    let acceptance = milestone.acceptance.as_ref().map(|text| format!(" It is done when: {text}"));
    let lead = format!("Expected on {}.{}", date(milestone.forecast_on()), acceptance.unwrap_or_default());
    let form = InnovationForm::new("Complete a milestone", &milestone.title, "Complete milestone").lead(lead);
    Ok(form.page(here, &innovation, sheet, |_, sheet| sheet.date(DONE)))
}
