use super::OfInnovation;
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    innovation::{read_why, why_areas, with_why},
    innovation_form::InnovationForm,
    page::Page,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{Act, Impossible, Place, Record};

pub async fn show(now: Now, Path((_, number)): OfInnovation) -> Result<Page, Failure> {
    let innovation = now.seen().numbered(number)?;
    now.seen().must(Act::EditInnovation, Some(innovation))?;
    if now.seen().place_of(innovation) == Place::Stopped {
        return Err(Failure::Impossible(Impossible::Stopped));
    }
    let sheet = with_why(Sheet::default(), &innovation.why).about(innovation.entry.version);
    page(&now, number, sheet)
}

pub async fn submit(now: Now, Path((_, number)): OfInnovation, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = now.seen().numbered(number)?.id;
    if let Some(why) = read_why(&mut sheet) {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, Some(theirs), |seen, today, _| seen.edit_why(innovation, why, version, today));
        if decided.await?.is_some() {
            return Ok(done(&now.link(&format!("innovations/{number}/why")), Note::WhySaved));
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

/// As somebody else left it.
fn theirs(record: &Record) -> Sheet {
    match record {
        Record::Innovation(one) => with_why(Sheet::default(), &one.why),
        _ => Sheet::default(),
    }
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::EditInnovation, Some(&innovation))?;
    let lead = "Told convincingly in 30 to 150 words, over all four answers. Write as you would say it to a resident. \
                Earlier wordings are kept. Assume this could be disclosed.";
    let form = InnovationForm::new("Edit the why", &innovation.title, "Save the why").lead(lead);
    Ok(form.page(here, &innovation, sheet, |_, sheet| why_areas(sheet)))
}
