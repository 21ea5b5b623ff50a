//! The groups of another innovation, to begin with.
use super::{OfInnovation, kept, list, over};
use crate::{
    failure::Failure,
    form::{Choice, Field, Sheet},
    here::{Here, Now},
    innovation_frame::named,
    page::Page,
    short_form::ShortForm,
    ui::words::count,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{InnovationId, StakeId};
use uuid::Uuid;

const FROM: Field = Field::new("from", "From which innovation?");

pub async fn show(now: Now, Path((_, number)): OfInnovation) -> Result<Page, Failure> {
    page(&now, number, Sheet::blank())
}

pub async fn submit(now: Now, Path((_, number)): OfInnovation, mut sheet: Sheet) -> Result<Response, Failure> {
    let innovation = kept(&now, number)?;
    if let Some(from) = sheet.read::<InnovationId>(FROM) {
        let submission = sheet.submission();
        let decided = now.decide(&mut sheet, None, |seen, today, _| {
            let copied = seen.stakes_to_copy(innovation.id, from).len();
            // Names made of the form's: a repeat makes the same ones.
            let ids: Vec<_> = (0..copied).map(|nth| StakeId(Uuid::new_v5(&submission.0, &nth.to_be_bytes()))).collect();
            seen.copy_stakes(innovation.id, from, &ids, today)
        });
        if decided.await?.is_some() {
            return Ok(done(&list(&now, &innovation), Note::StakesCopied));
        }
    }
    Ok(page(&now, number, sheet)?.into_response())
}

fn page(here: &Here, number: u32, sheet: Sheet) -> Result<Page, Failure> {
    let innovation = kept(here, number)?;
    let seen = here.seen();
    let mut others: Vec<_> = seen.innovations().filter(|one| one.id != innovation.id).collect();
    others.sort_by_key(|one| one.number);
    let choices = others.into_iter().filter_map(|one| {
        let new = seen.stakes_to_copy(innovation.id, one.id).len();
        let words = format!("{}, {}", named(here, one), count(i64::try_from(new).unwrap_or(0), "group"));
        (new > 0).then(|| Choice::new(one.id, words))
    });
    let choices: Vec<_> = choices.collect();
    let about = if choices.is_empty() {
        "No other innovation has groups that are not here."
    } else {
        "Groups that are not here yet come with their power, interest, impact and level. Who sees to each is left open."
    };
    let form = ShortForm {
        above: over(here, &innovation),
        heading: "Copy stakeholders".into(),
        about: Some(about.into()),
        button: "Copy stakeholders",
        ..ShortForm::default()
    };
    Ok(form.page(here, sheet, move |sheet| sheet.select(FROM, choices)))
}
