use super::{
    OfStake,
    fields::{STAKEHOLDER, filled, input, questions, theirs},
    found, list, over,
};
use crate::{
    failure::Failure,
    form::Sheet,
    here::{Here, Now},
    page::Page,
    short_form::ShortForm,
    visit::{Note, done},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::StakeId;
use leptos::prelude::*;

pub async fn show(now: Now, Path((_, number, id)): OfStake) -> Result<Page, Failure> {
    let (_, stake) = found(&now, number, id)?;
    page(&now, number, id, filled(&stake).about(stake.entry.version))
}

pub async fn submit(now: Now, Path((_, number, id)): OfStake, sheet: Sheet) -> Result<Response, Failure> {
    let (innovation, stake) = found(&now, number, id)?;
    // The group stays as it is, whatever is sent.
    let mut sheet = sheet.with(STAKEHOLDER, stake.stakeholder);
    if let Some(input) = input(&mut sheet) {
        let version = sheet.seen();
        let decided =
            now.decide(&mut sheet, Some(theirs), |seen, _, _| seen.edit_stake(innovation.id, id, input, version));
        if decided.await?.is_some() {
            return Ok(done(&list(&now, &innovation), Note::StakeSaved));
        }
    }
    Ok(page(&now, number, id, sheet)?.into_response())
}

fn page(here: &Here, number: u32, id: StakeId, sheet: Sheet) -> Result<Page, Failure> {
    let (innovation, stake) = found(here, number, id)?;
    let name = here.seen().group(stake.stakeholder).map(|one| one.name.to_string());
    let form = ShortForm {
        above: over(here, &innovation),
        kicker: name,
        heading: "Edit how it stands".into(),
        button: "Save",
        ..ShortForm::default()
    };
    let inside = here.clone();
    Ok(form.long_page(here, sheet, move |sheet| questions(&inside, sheet, None::<AnyView>)))
}
